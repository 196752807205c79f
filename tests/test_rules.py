"""One deliberately broken file a rule: the fault is found, alone, where it is, with how to mend it."""

import shutil
from pathlib import Path

import pytest

from anatomy import Atlas, ContentError, content, rules

BROKEN = Path(__file__).parent / "broken"
FILES = sorted([*BROKEN.glob("*.toml"), *BROKEN.glob("*.md")])


def faults_with(file: Path | None, folder: Path) -> list[str]:
    """Every fault of the sound base plus one broken file, as printed."""
    folder = folder / "content"
    shutil.copytree(BROKEN / "base", folder)
    if file:
        target = folder / "stories" / "en" if file.suffix == ".md" else folder
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target / file.name)
    try:
        return list(map(str, rules.faults(Atlas(content.read(folder)))))
    except ContentError as error:
        return list(map(str, error.faults))


def test_base_is_sound(tmp_path: Path) -> None:
    """Without a broken file there is no fault, so each fault below comes from its file."""
    assert faults_with(None, tmp_path) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_broken_file(file: Path, tmp_path: Path) -> None:
    """The exact messages that the file's first lines announce are given, and no other."""
    expected = [line.removeprefix("# expect: ") for line in file.read_text().splitlines() if line.startswith("# expect: ")]

    assert faults_with(file, tmp_path) == expected


def test_each_rule_has_a_broken_file() -> None:
    """No rule goes untested, and no rule is forgotten by the sweep."""
    assert {rule.__name__ for rule in rules.RULES} <= {file.stem for file in FILES}


def test_all_faults_in_one_run(tmp_path: Path) -> None:
    """Faults of several files come together, in the order of files and lines."""
    folder = tmp_path / "content"
    shutil.copytree(BROKEN / "base", folder)
    for name in ("area_unknown", "source_unused", "disc_between"):
        shutil.copy(BROKEN / f"{name}.toml", folder)

    found = rules.faults(Atlas(content.read(folder)))

    assert len(found) == 4
    assert found == sorted(found)

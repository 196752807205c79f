"""The contract: `describe` answers for every structure, by every name, and refuses with offers."""

import json
import random
import subprocess
import sys
from io import StringIO

import pytest

from anatomy import Atlas, Supply, UnknownName, describe, naming
from anatomy.__main__ import LONGEST_LINE, answer_line, main
from anatomy.structures import Root

FIELDS = [
    "id",
    "name",
    "kind",
    "synonyms",
    "ids",
    "roots",
    "nerves",
    "muscles",
    "actions",
    "joints",
    "regions",
    "reflexes",
    "zones",
    "sources",
]
KINDS = {"level", "disc", "root", "plexus", "nerve", "muscle", "joint", "action", "region", "reflex"}


def rewritten(name: str) -> list[str]:
    """Ways a reader may write a name: wrong case, hyphens for spaces, spaces doubled."""
    return [name, name.upper(), name.lower(), name.replace(" ", "-"), f"  {name.replace(' ', '  ')} "]


def test_every_structure_by_every_name(atlas: Atlas) -> None:
    """Id, name, synonyms and everyday names all lead home, in wrong case and with hyphens."""
    for structure in atlas.structures.values():
        for spelling in naming.spellings(structure):
            for written in rewritten(spelling):
                assert atlas.find(written).id == structure.id, f"{written!r} should be {structure.id}"


def test_answer_has_the_contract_shape(supply: Supply) -> None:
    """Every answer has all fields in order, a known kind, and entries with a name."""
    for structure in supply.atlas.structures.values():
        answer = describe(supply, structure)
        assert list(answer) == FIELDS
        assert answer["kind"] in KINDS
        for field in ("roots", "nerves", "muscles", "actions", "joints", "regions", "reflexes", "sources"):
            assert all(entry["name"] for entry in answer[field]), (structure.id, field)
        json.dumps(answer)


def test_every_structure_names_its_sources(supply: Supply) -> None:
    """Nothing is described without a source and the place in it."""
    for structure in supply.atlas.structures.values():
        if not isinstance(structure, Root):
            sources = describe(supply, structure)["sources"]
            assert sources and all(s["place"] and s["name"] for s in sources), structure.id


def test_nerves_of_a_muscle_end_on_it(supply: Supply) -> None:
    """The deep fibular nerve ends on tibialis anterior; the sciatic does not."""
    answer = describe(supply, supply.atlas.find("tibialis anterior"))

    assert [n["name"] for n in answer["nerves"]] == ["Deep fibular nerve"]
    assert {"L4", "L5"} <= {r["root"] for r in answer["roots"]}


def test_roots_of_an_action_main_ones_first(supply: Supply) -> None:
    """Lifting the foot is L4 and L5 before anything else."""
    shares = [r["share"] for r in describe(supply, supply.atlas.find("ankle dorsiflexion"))["roots"]]

    assert shares == sorted(shares, key=["main", "contributes", "reported by some"].index)


@pytest.mark.parametrize(
    ("written", "structure"),
    [
        ("peroneal nerve, deep", None),
        ("deep peroneal nerve", "deep-fibular-nerve"),
        ("deep peroneal n.", "deep-fibular-nerve"),
        ("Peroneus longus", "fibularis-longus"),
        ("knee jerk", "knee-jerk"),
        ("knee-jerk reflex", "knee-jerk"),
        ("ankle jerk", "ankle-jerk"),
        ("tibialis anterior muscles", "tibialis-anterior"),
        ("l5", "L5"),
        ("L5/S1 disc", "L5-S1"),
        ("l4-5", "L4-5"),
    ],
)
def test_forgiving(atlas: Atlas, written: str, structure: str | None) -> None:
    """Habits of spelling are forgiven; nonsense is not guessed at."""
    if structure is None:
        with pytest.raises(UnknownName):
            atlas.find(written)
    else:
        assert atlas.find(written).id == structure


def test_misspelt_offers_the_nearest(atlas: Atlas) -> None:
    """One letter dropped from a long name, and the right name is among the offers or found outright."""
    dice = random.Random(7)  # noqa: S311
    for structure in atlas.structures.values():
        if len(structure.name) < 8:
            continue
        at = dice.randrange(1, len(structure.name) - 1)
        wrong = structure.name[:at] + structure.name[at + 1 :]
        try:
            atlas.find(wrong)
        except UnknownName as error:
            assert error.nearest, wrong


@pytest.mark.parametrize(
    "line", ["", "{", "[]", "3", "null", '{"name": 3}', '{"nom": "x"}', '{"name": null}', "[" * 100_000, "\x00", '{"name": ""}']
)
def test_bad_line_gets_an_error(supply: Supply, line: str) -> None:
    """Whatever comes in, an answer with an error comes out."""
    assert "error" in answer_line(supply, line)


def test_huge_line_is_refused(supply: Supply) -> None:
    """A line beyond the limit is not read at all."""
    assert str(LONGEST_LINE) in answer_line(supply, json.dumps({"name": "x" * LONGEST_LINE}))["error"]


def test_jsonl_in_order(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One answer a line, in order, and a bad line does not stop the rest."""
    monkeypatch.setattr(sys, "stdin", StringIO('{"name": "L5"}\nnonsense\n{"name": "gastroc nemius xyzzy"}\n{"name": "sartorius"}\n'))

    assert main(["describe", "--jsonl"]) == 0

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [a.get("id") for a in answers] == ["L5", None, None, "sartorius"]
    assert "error" in answers[1] and answers[2]["nearest"]


def test_unknown_name_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown name exits 2 and offers the nearest."""
    assert main(["describe", "tibialis anteriro"]) == 2
    assert "Tibialis anterior" in capsys.readouterr().err


def test_show_and_check(capsys: pytest.CaptureFixture[str]) -> None:
    """`show` prints what a level serves and refuses a muscle; `check` finds no fault in the content."""
    assert main(["show", "L5-S1", "--zone", "foraminal"]) == 0
    assert "Extensor hallucis longus" in capsys.readouterr().out
    assert main(["show", "L4", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "L4"
    assert main(["show", "soleus"]) == 2
    assert main(["check"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "no fault"


def test_module_runs() -> None:
    """`python -m anatomy` works from a shell."""
    done = subprocess.run([sys.executable, "-m", "anatomy", "describe", "L5", "--json"], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["kind"] == "level"

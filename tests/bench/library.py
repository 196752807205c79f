"""How long the library takes, and how that grows with the content: ratios in one run, on whatever machine runs it.

`python -m tests.bench.library` prints the median of several runs for import, load with check, one `show` and one
`describe`, and the same for content made 10 and 100 times larger (copies of every muscle under new names).
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from anatomy import Atlas, Supply, cards, content, describe, rules

RUNS = 5


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median seconds of several runs."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def enlarged(times: int, folder: Path) -> Path:
    """The content with every muscle copied under new names until there are `times` as many."""
    grown = folder / f"content-{times}"
    shutil.copytree(content.CONTENT, grown)
    muscles = grown / "muscles.toml"
    text = muscles.read_text(encoding="utf-8")
    muscles.write_text(text + "\n".join(copied(text, n) for n in range(1, times)), encoding="utf-8")
    return grown


def copied(text: str, number: int) -> str:
    """All muscles once more, their names numbered and their synonyms dropped."""
    lines = []
    for line in text.splitlines():
        if line.startswith(("id = ", "name = ")):
            lines.append(f'{line.rstrip()[:-1]}{"-" if line.startswith("id") else " "}{number}"')
        elif not line.startswith(("synonyms", "lay")):
            lines.append(line)
    return "\n".join(lines)


def loaded(folder: Path) -> Supply:
    """Read, check and index."""
    atlas = Atlas(content.read(folder))
    rules.enforce(atlas)
    supply = Supply(atlas)
    supply.triples  # noqa: B018  # computed at the first look
    return supply


def main() -> None:
    """Print the table."""
    start = median(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    imported = median(lambda: subprocess.run([sys.executable, "-c", "import anatomy"], check=True))
    print(f"import anatomy: {imported * 1000:.0f} ms, {imported / start:.1f} times an empty Python")
    first: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, 10, 100):
            path = enlarged(times, Path(folder))
            load = median(lambda path=path: loaded(path), 3 if times < 100 else 1)  # type: ignore[misc]
            supply = loaded(path)
            level, muscle = supply.atlas.structures["L5"], supply.atlas.find("tibialis anterior")
            show = median(lambda s=supply, one=level: cards(s, one))  # type: ignore[misc]
            told = median(lambda s=supply, one=muscle: describe(s, one))  # type: ignore[misc]
            row = [load, show, told]
            first = first or row
            ratios = ", ".join(
                f"{name} {value * 1000:.1f} ms ({value / base:.1f}x)"
                for name, value, base in zip(("load and check", "show L5", "describe"), row, first, strict=True)
            )
            print(f"muscles x {times:3}: {ratios}")


if __name__ == "__main__":
    main()

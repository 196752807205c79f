"""The house keeps its own rules: imports one way, small modules and functions, manuals that tell the truth."""

import ast
import re
import statistics
from itertools import chain
from pathlib import Path

import pytest

from anatomy import model

ROOT = Path(__file__).parent.parent
CODE = sorted([ROOT / "app.py", *(ROOT / "anatomy").rglob("*.py")])
LAYERS = ["model", "structures", "measured", "told", "faults", "lines", "content", "tongue", "naming", "tree", "atlas", "claims", "supply"]
LAYERS += [
    "rules",
    "lesion",
    "matrix",
    "agreed",
    "canal",
    "sites",
    "findings",
    "placewords",
    "signs",
    "skin",
    "examination",
    "wording",
    "phrases",
    "skinwords",
    "lexicon",
    "topics",
    "polarity",
    "statements",
    "onset",
    "sayings",
    "signtext",
    "reading",
    "silence",
    "precedents",
    "rates",
    "weighing",
    "extents",
    "localise",
    "apart",
    "because",
    "effects",
    "simulate",
    "contrast",
    "argument",
    "request",
    "cases",
    "marks",
    "evidence",
    "grade",
    "ledger",
    "tally",
    "patient",
    "sheet",
    "words",
]
LAYERS += ["describe", "show", "export", "picture", "practice", "ui"]


def imported(path: Path) -> set[str]:
    """The modules a file imports, dotted."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    plain = {alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names}
    named = {f"{n.module}.{a.name}" for n in nodes if isinstance(n, ast.ImportFrom) and n.module for a in n.names}
    return plain | named | {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_streamlit_stays_on_the_screen(path: Path) -> None:
    """Only app.py and anatomy/ui/ know Streamlit."""
    screen = path.name == "app.py" or "ui" in path.relative_to(ROOT).parts
    assert screen or not any(name.split(".")[0] == "streamlit" for name in imported(path))


def layer(path: Path) -> int | None:
    """The place of a module in the order of imports; None for the front doors."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return LAYERS.index(parts[1]) if parts[0] == "anatomy" and parts[1] in LAYERS else None


def test_every_module_has_its_layer() -> None:
    """A new module is given its place in the order of imports; only the two front doors have none."""
    assert {p.stem for p in CODE if p.name != "app.py" and layer(p) is None} == {"__init__", "__main__"}


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    """No module imports from a layer above its own (atlas binds the rules late, and says why)."""
    own = layer(path)
    if own is None:
        return
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "anatomy" and len(parts) > 1 and parts[1] in LAYERS and (path.stem, parts[1]) != ("atlas", "rules"):
            assert LAYERS.index(parts[1]) <= own, f"{path.name} imports {name}"


def test_files_of_knowledge_are_opened_in_one_place() -> None:
    """Only content.py reads content/ and words.py keeps its catalogues; the picture reads its own files, the command line a request."""
    opening = {p.name for p in CODE if re.search(r"\.read_text\(|\bopen\(|\.read_bytes\(", p.read_text())}
    assert opening == {"content.py", "assemble.py", "words.py", "__main__.py"}


def test_a_download_is_offered_in_one_place() -> None:
    """Only takeaway.py writes a download button: one that starts a run may lose the file it makes."""
    assert {p.name for p in CODE if "download_button" in p.read_text()} == {"takeaway.py"}


def functions(path: Path) -> dict[str, int]:
    """Lines of each function's body, docstring left out."""
    found = {}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            found[f"{path.name}:{node.name}"] = body[-1].end_lineno - body[0].lineno + 1 if body else 0  # type: ignore[operator]
    return found


def test_small_functions() -> None:
    """No function over 40 lines, and half of them at most 8."""
    sizes = dict(chain.from_iterable(functions(path).items() for path in CODE))
    assert [name for name, size in sizes.items() if size > 40] == []
    assert statistics.median(sizes.values()) <= 8


def test_small_modules() -> None:
    """Modules under 250 lines, pages under 60, app.py under 40; tables of layout are data and not counted."""
    long = [p.name for p in CODE if p.name != "stations.py" and len(p.read_text().splitlines()) > 250]
    pages = [p.name for p in CODE if p.parent.name == "pages" and len(p.read_text().splitlines()) > 60]
    assert long == [] and pages == []
    assert len((ROOT / "app.py").read_text().splitlines()) <= 40


LISTS = {
    "`kind` of a source": model.SourceKind,
    "`scope`": model.Scope,
    "`zone` of a disc": model.Zone,
    "`kind` of a nerve": model.NerveKind,
}
LISTS |= {"`map`": model.MapFamily, "`role`": model.Role, "`layer`": model.Layer}
LISTS |= {"`method` of a measure": model.Method, "`verdict`": model.Verdict}


@pytest.mark.parametrize("name", LISTS)
def test_manual_prints_the_closed_lists(name: str) -> None:
    """content/README.md and model.py name the same values."""
    manual = (ROOT / "content" / "README.md").read_text().split("## Closed lists")[1]
    line = next(line for line in manual.splitlines() if line.startswith(f"- {name}:"))
    assert line.partition(": ")[2].split(", ") == [str(value) for value in LISTS[name]]


def test_readme_promises() -> None:
    """The two commands stand in the first twenty lines, exist, and each file named in the map exists."""
    readme = (ROOT / "README.md").read_text()
    first = readme.splitlines()[:20]
    makefile = (ROOT / "Makefile").read_text()
    for command in ("run", "test"):
        assert any(f"make {command}" in line for line in first)
        assert re.search(rf"^{command}:", makefile, re.M)
    named = re.findall(r"\b([a-z]+\.py)\b", readme.split("## Where things live")[1])
    known = {p.name for p in ROOT.rglob("*.py") if ".venv" not in p.parts}
    assert set(named) <= known
    for picture in re.findall(r"\]\((docs/[^)]+)\)", readme):
        assert (ROOT / picture).exists()


def test_ci_is_make_test() -> None:
    """What CI runs is what everybody runs."""
    assert (ROOT / ".ci" / "run").read_text() == "make test\n"

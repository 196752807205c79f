"""What is exported comes back the same: triples, sources and figures, by other people's readers."""

import csv
import io
import json
import zipfile
from pathlib import Path

import jsonschema
import networkx as nx
import pytest
import rdflib

from anatomy import Supply, export
from anatomy.__main__ import main
from anatomy.structures import Nerve


@pytest.fixture(scope="module")
def files(supply: Supply) -> dict[str, str]:
    """Every exported file."""
    return dict(export.files(supply))


def expected(supply: Supply) -> set[tuple[str, str, str, str, str]]:
    """The triples of the atlas: id, root, nerve, target, share."""
    return {(t.id, str(t.root), t.nerve, t.target, str(t.share)) for t in supply.triples}


def test_graphml_by_networkx(supply: Supply, files: dict[str, str], tmp_path: Path) -> None:
    """Networkx reads the GraphML and finds the same triples, and the nerve tree."""
    (tmp_path / "a.graphml").write_text(files["nerveline.graphml"])
    graph = nx.read_graphml(tmp_path / "a.graphml", force_multigraph=True)
    edges = [(key, u, v, d) for u, v, key, d in graph.edges(keys=True, data=True)]

    assert {(k, u, d["nerve"], v, d["share"]) for k, u, v, d in edges if d["kind"] == "supply"} == expected(supply)
    branches = {(p, n.id) for n in supply.atlas.all(Nerve) for p in n.parents}
    assert {(u, v) for _, u, v, d in edges if d["kind"] == "branch"} == branches
    assert graph.graph["licence"] and graph.graph["edition"]


def test_jsonld_by_rdflib(supply: Supply, files: dict[str, str]) -> None:
    """Rdflib reads the JSON-LD without the network and finds the same triples, each with its sources."""
    graph = rdflib.Graph().parse(data=files["nerveline.jsonld"], format="json-ld")
    term = rdflib.Namespace("urn:nerveline:term:")
    found = set()
    for node in graph.subjects(rdflib.RDF.type, term.SupplyTriple):
        root, nerve, target = (str(graph.value(node, term[p])).rsplit(":", 1)[1] for p in ("root", "nerve", "target"))
        found.add((str(node).rsplit(":", 1)[1], root, nerve, target, str(graph.value(node, term.share))))
        assert list(graph.objects(node, term.says))

    assert found == expected(supply)


def test_json_holds_to_its_schema(supply: Supply, files: dict[str, str]) -> None:
    """The JSON fits the schema beside it, and holds every triple, figure and source."""
    made = json.loads(files["nerveline.json"])
    jsonschema.Draft202012Validator(json.loads(files["nerveline.schema.json"])).validate(made)

    assert {(t["id"], t["root"], t["nerve"], t["target"], t["share"]) for t in made["triples"]} == expected(supply)
    assert [f["id"] for f in made["figures"]] == [f.id for f in supply.atlas.figures]
    known = {s["id"] for s in made["sources"]}
    assert known == set(supply.atlas.sources)
    assert all(s["source"] in known for t in made["triples"] for s in t["sources"])


def test_csv_comes_back(supply: Supply, files: dict[str, str]) -> None:
    """Each table can be read again, and each line carries edition and licence."""
    rows = list(csv.DictReader(io.StringIO(files["triples.csv"])))
    assert {(r["id"], r["root"], r["nerve"], r["target"], r["share"]) for r in rows} == expected(supply)
    for name in (n for n in files if n.endswith(".csv")):
        assert all(r["edition"] and r["licence"] for r in csv.DictReader(io.StringIO(files[name])))


def test_same_content_same_bytes(supply: Supply, files: dict[str, str]) -> None:
    """A second export is the same to the byte."""
    assert export.files(supply) == files


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`export DIR` writes every file; a folder that cannot be written is told, not raised."""
    assert main(["export", str(tmp_path / "new" / "folder")]) == 0
    written = {p.name for p in (tmp_path / "new" / "folder").iterdir()}
    assert written >= {"nerveline.graphml", "nerveline.json", "nerveline.jsonld", "triples.csv"}
    (tmp_path / "file").write_text("")
    assert main(["export", str(tmp_path / "file")]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_archive(files: dict[str, str]) -> None:
    """The archive holds every file as it is, in less than half its size, and is the same each time."""
    made = export.archive.zipped(files)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == files
    assert len(made) < sum(len(text.encode()) for text in files.values()) / 2
    assert made == export.archive.zipped(files)

"""The command line: parses, calls, prints. `python -m anatomy --help` says what there is."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from anatomy import Atlas, ContentError, Supply, UnknownName, cards, content, describe, export, load, request, rules, tally, words
from anatomy.localise import Localiser
from anatomy.model import Zone
from anatomy.structures import Disc, Root, SpinalLevel, Structure

LONGEST_LINE = 10_000
LONGEST_REQUEST = 200_000
"""Characters of one request; a longer line is refused, not read."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0 when all went well, 1 for faults in the content, 2 for a name or word not understood."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ContentError as error:
        print(error)
        return 1
    except UnknownName as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m anatomy", description="The atlas on the command line.")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="validate content/ and count it")
    check.set_defaults(run=_check)
    show = commands.add_parser("show", help="what a level or disc serves")
    show.add_argument("level", metavar="LEVEL")
    show.add_argument("--zone", choices=list(Zone), type=_zone, help="where a disc bulges")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=_show)
    one = commands.add_parser("describe", help="any structure, by name, synonym or id")
    one.add_argument("name", metavar="NAME", nargs="?")
    one.add_argument("--json", action="store_true")
    one.add_argument("--jsonl", action="store_true", help='one {"name": ...} a line on standard input')
    one.set_defaults(run=_describe)
    find = commands.add_parser("localise", help="lesion sites that fit a set of findings, best first")
    find.add_argument("file", metavar="FILE", nargs="?", help='{"findings": [{"kind", "target"}]}')
    find.add_argument("--json", action="store_true")
    find.add_argument("--jsonl", action="store_true", help="one request a line on standard input")
    find.set_defaults(run=_localise)
    out = commands.add_parser("export", help="the whole atlas as GraphML, JSON, JSON-LD and CSV")
    out.add_argument("folder", metavar="DIR", type=Path)
    out.set_defaults(run=_export)
    told = commands.add_parser("words", help="bring the catalogues of translations up to date")
    told.set_defaults(run=_words)
    return parser


def _zone(text: str) -> Zone:
    return Zone(text.replace("-", "_"))


def _check(options: argparse.Namespace) -> int:
    atlas = Atlas(content.read())
    found = rules.faults(atlas)
    for fault in found:
        print(fault)
    if not found:
        print("\n".join((*tally.lines(Supply(atlas)), "no fault")))
    return 1 if found else 0


def _localise(options: argparse.Namespace) -> int:
    localiser = Localiser(Supply(load()))
    if options.jsonl:
        for line in sys.stdin:
            print(json.dumps(localised_line(localiser, line), ensure_ascii=False), flush=True)
        return 0
    if options.file is None:
        print("localise needs a FILE or --jsonl", file=sys.stderr)
        return 2
    try:
        told = request.told(localiser, json.loads(Path(options.file).read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError) as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return 2
    answer = request.answered(localiser, told)
    print(json.dumps(answer, ensure_ascii=False, indent=2) if options.json else "\n".join((*_read_lines(told), *_localise_lines(answer))))
    return 0


def localised_line(localiser: Localiser, line: str) -> dict[str, Any]:
    """The answer to one line of JSON; one with `error` when it is no request."""
    if len(line) > LONGEST_REQUEST:
        return {"error": f"a request has at most {LONGEST_REQUEST} characters"}
    try:
        return request.answer(localiser, json.loads(line))
    except (ValueError, RecursionError) as error:
        return {"error": str(error)}


def _read_lines(told: request.Told) -> Iterator[str]:
    """How findings were read that were told by more than a name."""
    for one in told.read:
        yield f"read: {one['finding']['kind']}: {one['finding']['target']} = {', '.join(one['as'])}"


def _localise_lines(answer: dict[str, Any]) -> Iterator[str]:
    for one in answer["lesions"]:
        yield f"{one['probability']:6.1%}  {one['name']} ({one['type']})"
        for head in ("for", "against", "unexplained"):
            if one[head]:
                yield f"        {head}: {', '.join(one[head])}"
    for test in answer["next_tests"]:
        yield f"next: {test['finding']} ({test['bits']:.2f} bits; sets apart {', '.join(test['separates']) or 'the rest'})"
    for one in answer["unused"]:
        yield f"not used: {one['finding']}: {one['reason']}" + (f"; nearest: {', '.join(one['nearest'])}" if one["nearest"] else "")


def _words(options: argparse.Namespace) -> int:
    from anatomy.picture.mapsheet import WORDS
    from anatomy.picture.stations import labels  # the picture's labels are part of the words
    from anatomy.ui.texts import TEXTS

    for lang, missing in words.write(load(), [*labels(), *TEXTS, *WORDS.values()]).items():
        print(f"{lang}: {missing} texts are not translated")
    return 0


def _export(options: argparse.Namespace) -> int:
    made = export.files(Supply(load()))
    try:
        options.folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (options.folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        print(f"cannot write to {options.folder}: {error.strerror}", file=sys.stderr)
        return 2
    print("\n".join(f"{options.folder / name}  {len(text.encode()):,} bytes" for name, text in made.items()))
    return 0


def _show(options: argparse.Namespace) -> int:
    supply = Supply(load())
    structure = supply.atlas.find(options.level)
    if not isinstance(structure, SpinalLevel | Root | Disc):
        raise UnknownName(options.level, lambda: list(supply.atlas.levels))
    answer = shown(supply, structure, options.zone)
    print(json.dumps(answer, ensure_ascii=False, indent=2) if options.json else "\n".join(_show_lines(answer)))
    return 0


def shown(supply: Supply, structure: Structure, zone: Zone | None) -> dict[str, Any]:
    """What a level or disc serves, by part of the leg, with share, nerve, route and sources of each."""
    return {
        "id": structure.id,
        "name": structure.name,
        "zone": str(zone) if zone else None,
        "areas": [
            {"id": card.area.id, "name": card.area.name}
            | {kind: [_served(supply, s) for s in getattr(card, kind)] for kind in ("muscles", "joints", "regions")}
            for card in cards(supply, structure, zone)
        ],
    }


def _served(supply: Supply, served: Any) -> dict[str, Any]:
    return {
        "id": served.target.id,
        "name": served.target.name,
        "share": served.share,
        "by": [
            {
                "root": t.root,
                "nerve": supply.atlas.structures[t.nerve].name,
                "share": str(t.share),
                "follows": t.follows,
                "route": supply.atlas.named(supply.routes(t)[0]),
                "sources": [{"id": s.source, "place": s.place} for s in t.sources],
                "against": [{"id": s.source, "place": s.place} for s in t.against],
            }
            for t in served.triples
        ],
    }


def _show_lines(answer: dict[str, Any]) -> Iterator[str]:
    yield answer["name"]
    for area in answer["areas"]:
        rows = [(kind, s) for kind in ("muscles", "joints", "regions") for s in area[kind]]
        if rows:
            yield f"\n{area['name']}"
        for kind, s in rows:
            ways = "; ".join(f"{b['root']} by {b['nerve']}" for b in s["by"])
            yield f"  {kind[:-1]:7} {s['name']}: {s['share']} ({ways})"


def _describe(options: argparse.Namespace) -> int:
    supply = Supply(load())
    if options.jsonl:
        for line in sys.stdin:
            print(json.dumps(answer_line(supply, line), ensure_ascii=False), flush=True)
        return 0
    if options.name is None:
        print("describe needs a NAME or --jsonl", file=sys.stderr)
        return 2
    answer = describe(supply, supply.atlas.find(options.name))
    print(json.dumps(answer, ensure_ascii=False, indent=2) if options.json else "\n".join(_describe_lines(answer)))
    return 0


def answer_line(supply: Supply, line: str) -> dict[str, Any]:
    """The answer to one line of JSON; one with `error` (and `nearest` for an unknown name) when it cannot be had."""
    if len(line) > LONGEST_LINE:
        return {"error": f"a request has at most {LONGEST_LINE} characters"}
    try:
        name = json.loads(line)["name"]
        return describe(supply, supply.atlas.find(name)) if isinstance(name, str) else {"error": "name must be a string"}
    except UnknownName as error:
        return {"error": str(error), "nearest": error.nearest}
    except (ValueError, KeyError, TypeError, RecursionError):
        return {"error": 'a request is one JSON object a line, with a "name"'}


def _describe_lines(answer: dict[str, Any]) -> Iterator[str]:
    yield f"{answer['name']} ({answer['kind']})"
    if answer["synonyms"]:
        yield f"  also: {', '.join(answer['synonyms'])}"
    for root in answer["roots"]:
        yield f"  {root['root']:4}{root['share']}: " + ", ".join(f"{s['id']} ({s['place']})" for s in root["sources"])
    for kind in ("nerves", "muscles", "actions", "joints", "regions", "reflexes"):
        if answer[kind]:
            yield f"  {kind}: " + ", ".join(one["name"] for one in answer[kind])
    for zone, roots in answer["zones"].items():
        yield f"  {zone}: {', '.join(roots)}"


if __name__ == "__main__":
    sys.exit(main())

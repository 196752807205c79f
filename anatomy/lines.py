"""Where a record or a field stands in a TOML file; tomllib does not say.

Relies on the layout that content/README.md asks for: a record begins with its `[[kind]]` line,
a field with its `name =` line, and each statement of a list has a line of its own.
"""

import re

_HEADER = re.compile(r"^\s*\[\[?([A-Za-z0-9_.-]+)\]\]?\s*(?:#.*)?$")


def headers(text: str, kind: str) -> list[int]:
    """The line numbers, from 1, of every `[[kind]]` in the file's order; empty when there is none."""
    return [i for i, line in enumerate(text.splitlines(), 1) if (m := _HEADER.match(line)) and m[1] == kind]


def find(text: str, start: int, path: tuple[str | int, ...]) -> int:
    """The line of the field that `path` names in the record that starts at line `start`.

    `("says", 2, "roots")` is the line of the third statement of `says`.
    Returns `start` when the field is not there (a missing field is the whole record's fault).
    """
    lines = text.splitlines()
    end = next((i for i in range(start, len(lines)) if _HEADER.match(lines[i])), len(lines))
    if not path:
        return start
    field = re.compile(rf"^\s*{re.escape(str(path[0]))}\s*=")
    at = next((i for i in range(start, end) if field.match(lines[i])), None)
    if at is None:
        return start
    if len(path) > 1 and isinstance(path[1], int):
        return _entry(lines, at, end, path[1]) + 1
    return at + 1


def _entry(lines: list[str], at: int, end: int, number: int) -> int:
    """The index of the line that holds entry `number` of the list that begins at index `at`."""
    entries = [i for i in range(at, end) if "{" in lines[i]]
    return entries[number] if number < len(entries) else at

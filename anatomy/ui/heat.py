"""Muscle by root as a Plotly heat map, as a table, and the sources of one cell."""

import textwrap
from html import escape
from typing import Any

import plotly.graph_objects as go

from anatomy.export import tables
from anatomy.matrix import Cell, Cells
from anatomy.model import LEVELS, Level
from anatomy.structures import Muscle
from anatomy.supply import Supply
from anatomy.ui.cite import sayings

DARK = 0.7
"""The share from which on a cell is so dark that its number is white."""

ROW = 28
"""Pixels that two lines of a name need."""

ROOTS = tuple(level for level in LEVELS if level != "T11")


def muscles(cells: Cells) -> tuple[Muscle, ...]:
    """The muscles that have a cell, in order."""
    return tuple({key[0]: cell.muscle for key, cell in cells.items()}.values())


def chart(cells: Cells) -> go.Figure:
    """The heat map: shade by the share of sources that name the root, the count printed, underlined where some mark it as main."""
    rows = muscles(cells)
    grid = [[cells.get((m.id, r)) for r in ROOTS] for m in rows]
    shade = [[cell.share if cell else None for cell in row] for row in grid]
    figure = go.Figure(
        go.Heatmap(
            z=shade,
            x=list(ROOTS),
            y=[m.name for m in rows],
            customdata=[[cell.muscle.id if cell else "" for cell in row] for row in grid],
            hoverinfo="skip",
            colorscale=[[0, "#e9f0fb"], [1, "#12418f"]],
            zmin=0,
            zmax=1,
            xgap=2,
            ygap=2,
            showscale=False,
        )
    )
    figure.add_trace(_presses(cells))
    figure.update_layout(
        height=50 + ROW * len(rows), margin={"l": 0, "r": 0, "t": 30, "b": 10}, clickmode="event+select", dragmode=False, showlegend=False
    )
    names = [m.name for m in rows]
    figure.update_yaxes(
        range=[len(rows) - 0.5, -0.5], automargin=True, fixedrange=True, tickvals=names, ticktext=[_lines(n) for n in names]
    )
    figure.update_xaxes(side="top", fixedrange=True, dtick=1, tickangle=0)
    figure.update_layout(xaxis_tickfont_size=11, yaxis_tickfont_size=11)
    return figure


def _presses(cells: Cells) -> go.Scatter:
    """A heat map cannot be pressed; these squares on its cells, unseen but for their numbers, can."""
    return go.Scatter(
        x=[cell.root for cell in cells.values()],
        y=[cell.muscle.name for cell in cells.values()],
        customdata=[[cell.muscle.id, cell.root] for cell in cells.values()],
        mode="markers+text",
        marker={"symbol": "square", "size": 20, "opacity": 0},
        text=[_mark(c) for c in cells.values()],
        textfont={"size": 11, "color": ["#ffffff" if c.share > DARK else "#000000" for c in cells.values()]},
        hovertext=[f"{c.named} of {c.named + c.denied} name it, {c.marked} as main" for c in cells.values()],
        hovertemplate="%{y}, %{x}: %{hovertext}<extra></extra>",
    )


def _mark(cell: Cell) -> str:
    return f"<u>{cell.named}</u>" if cell.marked else str(cell.named)


def _lines(name: str) -> str:
    return "<br>".join(textwrap.wrap(name, 20))


def pressed(event: Any, chosen: Any, cells: Cells) -> tuple[str, Level] | None:
    """The muscle id and root pressed in the chart or in the table; None when neither was, or the cell is empty."""
    points = event.selection.points
    if points and points[0].get("customdata"):
        muscle, root = points[0]["customdata"][:2]
        return muscle, root
    taken = chosen.selection.cells
    if taken and taken[0][1] in ROOTS:
        key = (muscles(cells)[taken[0][0]].id, taken[0][1])
        return key if key in cells else None
    return None


def table(cells: Cells) -> dict[str, list[Any]]:
    """The same as columns: muscle, part of the leg, then a column a root with `named/speaking, main`."""
    rows = muscles(cells)
    columns: dict[str, list[Any]] = {"Muscle": [m.name for m in rows], "Part": [m.zone for m in rows]}
    for root in ROOTS:
        columns[root] = [_words(cells.get((m.id, root))) for m in rows]
    return columns


def _words(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return f"{cell.named} of {cell.named + cell.denied}" + (f", {cell.marked} main" if cell.marked else "")


def statements(supply: Supply, cells: Cells) -> str:
    """The cells as CSV, one line a statement: muscle, root, what the source says, source, kind and place."""
    rows = [
        (cell.muscle.id, cell.root, "marks as main" if s in cell.marks else says, s.source, supply.atlas.sources[s.source].kind, s.place)
        for cell in cells.values()
        for says, kept in (("names", cell.names), ("leaves out", cell.denies))
        for s in kept
    ]
    return tables.text(("muscle", "root", "says", "source", "kind", "place"), rows)


def cell_words(supply: Supply, cell: Cell) -> str:
    """Who says what of one root in one muscle."""
    others = [s for s in cell.names if s not in cell.marks]
    return (
        f"<section class='card'><h3>{escape(cell.muscle.name)}, {cell.root}</h3>"
        f"<p>{cell.named} independent sources name it, {cell.marked} mark it as main, {cell.denied} leave it out.</p>"
        f"{sayings(supply, cell.marks, 'Mark it as main')}{sayings(supply, others, 'Name it')}{sayings(supply, cell.denies, 'Leave it out')}</section>"
    )

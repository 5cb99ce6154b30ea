"""The table of works: what is asked, of whom it is compared how, and what the answers mean."""
from dataclasses import dataclass
from typing import Callable


class Row(int):
    """A node by its row; whoever is asked spells it their way."""


@dataclass(frozen=True)
class Work:
    name: str
    title: str
    # What the queries are, from a graph's `queries.json`: a list of tuples of fields.
    queries: Callable[[dict], list] = lambda queries: [()]
    # The work as workers know it, where that differs from `name`.
    asks: str = ""
    # Which variant of the graph: `plain`, or `holds`.
    variant: str = "plain"
    # Graphs larger than this are left out unless the work is asked for by name.
    largest: int = 10**9
    # How a load work starts its workers; empty for works that are asked of a running worker.
    load: str = ""

    @property
    def request(self) -> str:
        return self.asks or self.name


def _rows(name):
    return lambda queries: [(Row(row),) for row in queries[name]]


def _pairs(name):
    return lambda queries: [(Row(a), Row(b)) for a, b in queries[name]]


WORKS = [
    Work("import-json", "Import of the OpenGraph JSON, to a queryable graph", load="json", largest=2_000_000),
    Work("import-csv", "Import of the CSV pair, to a queryable graph", load="csv"),
    Work("open", "Opening what was imported, up to the first screen: number of entities and fifty rows", load="store"),
    Work("blast", "Blast radius, timeless, the ten widest seeds", _rows("wide")),
    Work("blast-narrow", "Blast radius, timeless, ten narrow seeds", _rows("narrow"), asks="blast"),
    Work("timed", "Blast radius with times, everything kept (the graph as it is), the ten widest seeds",
         lambda queries: [(Row(row), queries["t0"]) for row in queries["wide"]]),
    Work("holds", "Blast radius with times and holdings that end, the ten widest seeds",
         lambda queries: [(Row(row), queries["t0"], queries["live_at"]) for row in queries["wide"]],
         variant="holds", largest=2_000_000),
    Work("dominators", "Choke points: the dominator tree of the ten widest seeds", _rows("wide")),
    Work("cut", "Minimum cut between a seed and a crown jewel", _pairs("cuts")),
    Work("path", "Shortest path from a seed to a crown jewel", _pairs("pairs")),
    Work("impact", "Reverse reach of a crown jewel", _rows("jewels")),
    Work("filter", "One keystroke of the filter over all names",
         lambda queries: [(text,) for text in queries["needles"]]),
    Work("sort-name", "Sorting all rows by name"),
    Work("sort-number", "Sorting all rows by a number (how many relations each has)"),
]

BY_NAME = {work.name: work for work in WORKS}

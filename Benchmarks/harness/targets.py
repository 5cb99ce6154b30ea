"""What Firebreak is to reach on a graph of a million entities, as ratios of one run."""
from dataclasses import dataclass
from typing import Callable

from .results import Entry, Measured

MILLION = (900_000, 1_200_000)
NOISE = 1.05  # what is within this of the reference is no slower than it


@dataclass(frozen=True)
class Target:
    work: str
    words: str
    # Whether it is met, from Firebreak's entry and what it is compared with; None where that cannot be said.
    met: Callable
    # The only way of Firebreak's that counts; otherwise its fastest one does.
    way: str | None = None


def best(record: Measured, names: set, ways=None, beside: Entry | None = None) -> Entry | None:
    """The fastest entry of these contestants: over the queries that `beside` answered too, where that is given."""
    found = [entry for entry in record.entries if entry.contestant in names and entry.times and not entry.error
             and (ways is None or entry.way in ways)]
    comparable = [entry for entry in found if beside is None or set(entry.times) & set(beside.times)]
    return min(comparable, key=lambda entry: faster(beside, entry) if beside else entry.figure(), default=None)


def faster(ours: Entry, theirs: Entry) -> float:
    """How many times longer theirs took, over the queries that both answered."""
    common = set(ours.times) & set(theirs.times)
    own, other = ours.figure(common), theirs.figure(common)
    return other / own if own and other else float("nan")


@dataclass(frozen=True)
class Field:
    """What a target looks at."""

    ours: Entry
    peers: set
    record: Measured
    sizes: dict  # of the graph's files, in bytes

    def beats(self, factor: float, among=None) -> bool | None:
        rival = best(self.record, among or self.peers, beside=self.ours)
        return faster(self.ours, rival) >= factor if rival else None

    def within(self, factor: float, ways=None) -> bool | None:
        """Takes at most `factor` times as long as the C reference."""
        rival = best(self.record, {"c"}, ways, beside=self.ours)
        return faster(self.ours, rival) * factor * NOISE >= 1 if rival else None


def every(*conditions) -> bool | None:
    return None if None in conditions else all(conditions)


PLAIN = {"timed/heap", "holds/heap"}

TARGETS = [
    Target("import-json", "10× the fastest peer, peak memory under 2.5× the file", lambda f: every(
        f.beats(10), f.ours.peak < 2.5 * f.sizes.get("graph.json", 0))),
    Target("import-csv", "faster than the fastest peer", lambda f: f.beats(1)),
    Target("open", "under 20 ms and faster than Kùzu", lambda f: every(
        f.ours.figure() < 20e6, f.beats(1, among={"kuzu"}))),
    Target("open", "under 300 MB resident with the console open", lambda f: f.ours.peak < 300e6, way="open/console"),
    Target("blast", "3× the fastest peer, no slower than the C reference at its best", lambda f: every(
        f.beats(3), f.within(1))),
    Target("timed", "5× DuckDB, no slower than the plain C reference", lambda f: every(
        f.beats(5, among={"duckdb"}), f.within(1, PLAIN))),
    Target("holds", "5× DuckDB, no slower than the plain C reference", lambda f: every(
        f.beats(5, among={"duckdb"}), f.within(1, PLAIN))),
    Target("dominators", "5× the fastest peer", lambda f: f.beats(5)),
    Target("cut", "10× the fastest peer that prunes first, in every case; within 5× of the C reference",
           lambda f: every(all_cases(f, 10), f.within(5))),
    Target("path", "5× the fastest peer", lambda f: f.beats(5)),
    Target("impact", "5× the fastest peer", lambda f: f.beats(5)),
    Target("filter", "under 3 ms, 4× the fastest peer", lambda f: every(f.ours.figure() < 3e6, f.beats(4))),
    Target("sort-name", "under 50 ms", lambda f: f.ours.figure() < 50e6),
    Target("sort-number", "under 50 ms", lambda f: f.ours.figure() < 50e6),
]


def all_cases(field: Field, factor: float) -> bool | None:
    """Whether each single query is that much faster than whoever of the peers is fastest at it."""
    rivals = [entry for entry in field.record.entries if entry.contestant in field.peers and entry.times]
    if not rivals:
        return None
    return all(
        min((entry.median(place) for entry in rivals if place in entry.times), default=float("inf"))
        >= factor * field.ours.median(place) for place in field.ours.times)

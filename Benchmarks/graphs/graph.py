"""A graph as arrays, and the builder that the shapes fill."""
from dataclasses import dataclass, field

import numpy as np

from .draws import Draws

OPEN = 2**32 - 1  # no end known
DAY = 86_400
WINDOW_START = 1_760_000_000  # epoch seconds; runs are spread over the window
WINDOW_DAYS = 30
QUESTION_TIME = WINDOW_START + 10 * DAY  # from when on a seed is held

CUTTABLE = ("token", "person", "service_account", "agent")  # what Firebreak holds to be revocable by itself


@dataclass
class Graph:
    """Nodes and edges in random order. Times are epoch seconds; edges and nodes are usable in [from, until)."""

    shape: str
    seed: int
    node_kinds: list
    edge_kinds: list
    node_kind: np.ndarray
    issued: np.ndarray
    expires: np.ndarray
    source: np.ndarray
    target: np.ndarray
    edge_kind: np.ndarray
    valid_from: np.ndarray
    valid_until: np.ndarray
    # Rows that a shape proposes as seeds with wide and with narrow reach, and as crown jewels.
    wide: np.ndarray
    narrow: np.ndarray
    jewels: np.ndarray
    # Whether the first of them are taken as they are, however far they reach.
    seeds_given: bool = False

    @property
    def node_count(self) -> int:
        return len(self.node_kind)

    @property
    def edge_count(self) -> int:
        return len(self.source)


@dataclass
class _Edges:
    kind: str
    columns: tuple


@dataclass
class GraphBuilder:
    """Collects nodes by kind, and edges between numbered nodes of two kinds."""

    shape: str
    seed: int
    _counts: dict = field(default_factory=dict)
    _lifetimes: dict = field(default_factory=dict)
    _edges: list = field(default_factory=list)

    def nodes(self, kind: str, count: int, issued=None, expires=None):
        self._counts[kind] = int(count)
        if issued is not None:
            self._lifetimes[kind] = (issued, expires)

    def count(self, kind: str) -> int:
        return self._counts[kind]

    def edges(self, kind, source_kind, sources, target_kind, targets, span=None, keep=None):
        """Edges between nodes given by number within their kind; without `span` standing grants."""
        sources, targets = np.asarray(sources, np.int64), np.asarray(targets, np.int64)
        start, end = span or self._standing(len(sources), len(self._edges))
        rows = np.ones(len(sources), bool) if keep is None else keep
        columns = tuple(np.asarray(c)[rows] for c in (sources, targets, start, end))
        self._edges.append((kind, source_kind, target_kind, columns))

    def _standing(self, count: int, number: int):
        """Settings that are mostly older than the window; some end, a few begin in it."""
        draws = Draws(self.seed, f"standing {number}")
        start = WINDOW_START + WINDOW_DAYS * DAY // 2 - draws.between(0, 700 * DAY, count)
        ends = draws.chance(0.15, count)
        return start, np.where(ends, start + draws.between(30 * DAY, 900 * DAY, count), OPEN)

    def build(self, wide, narrow, jewels, seeds_given=False) -> Graph:
        """Numbers the nodes in random order and shuffles the edges.

        Edges that are the same in everything appear once; parallel ones with other intervals, and loops, stay.

        `wide`, `narrow` and `jewels` are pairs of a kind and numbers within it.
        """
        node_kinds = list(self._counts)
        bases = dict(zip(node_kinds, np.cumsum([0] + list(self._counts.values()))))
        total = sum(self._counts.values())
        edge_kinds = sorted({kind for kind, *_ in self._edges})
        parts = [
            (sources + bases[a], targets + bases[b], np.full(len(sources), edge_kinds.index(kind)), start, end)
            for kind, a, b, (sources, targets, start, end) in self._edges
        ]
        source, target, kind, start, end = (np.concatenate(column) for column in zip(*parts))
        order = Draws(self.seed, "edges").permutation(len(source))
        first = np.zeros(len(source), bool)
        first[np.unique(_fingerprint(source, target, kind, start, end), return_index=True)[1]] = True
        order = order[first[order]]
        number = Draws(self.seed, "nodes").permutation(total).astype(np.uint32)
        issued, expires = np.zeros(total, np.uint32), np.full(total, OPEN, np.uint32)
        for name, (begin, finish) in self._lifetimes.items():
            rows = number[bases[name]:bases[name] + self._counts[name]]
            issued[rows], expires[rows] = begin, finish
        node_kind = np.empty(total, np.uint8)
        node_kind[number] = np.repeat(np.arange(len(node_kinds)), list(self._counts.values()))
        rows_of = lambda pair: number[np.asarray(pair[1], np.int64) + bases[pair[0]]]
        return Graph(
            self.shape, self.seed, node_kinds, edge_kinds, node_kind, issued, expires,
            number[source[order]], number[target[order]], kind[order].astype(np.uint8),
            start[order].astype(np.uint32), end[order].astype(np.uint32),
            rows_of(wide), rows_of(narrow), rows_of(jewels), seeds_given)


def _fingerprint(*columns) -> np.ndarray:
    """64 bits for each row: equal rows have equal ones."""
    result = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        result = (result ^ column.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        result ^= result >> np.uint64(29)
    return result

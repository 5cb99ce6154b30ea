"""A small knot of everything that a tidy estate seldom has: to compare answers, not speed.

Ends and kinds are drawn at random: loops, parallel relations with other intervals, grants issued again, cycles of
sessions, moments and long spans, entities that are cut off.
"""
import numpy as np

from .draws import Draws
from .graph import DAY, OPEN, QUESTION_TIME, Graph, GraphBuilder

KINDS = "runner run job repository secret token service_account agent person environment resource".split()
EDGES = "EXECUTED INSTANCE_OF RAN_ON ACTS_ON READS HOLDS MAY_ASSUME CAN_ASSUME UNLOCKS CAN_WRITE CAN_ACCESS".split()


class Tangle:
    def __init__(self, size: int, seed: int):
        self.size, self.seed = max(size, 4 * len(KINDS)), seed
        self.builder = GraphBuilder("tangle", seed)

    def graph(self) -> Graph:
        draws, builder = Draws(self.seed, "tangle"), self.builder
        count = self.size // len(KINDS)
        for kind in KINDS:
            limited = draws.chance(0.3, count)
            begin = np.where(limited, QUESTION_TIME + draws.between(-9, 9, count) * DAY // 4, 0)
            builder.nodes(kind, count, begin, np.where(limited, begin + draws.between(1, 6 * DAY, count), OPEN))
        for name in EDGES:
            for _ in range(3):
                self._bundle(draws, name, KINDS[int(draws.below(len(KINDS), 1)[0])], count)
        for kind in ("token", "service_account"):
            rows = draws.repeated(0.7, count)
            builder.edges("CAN_ACCESS", kind, rows, "resource", draws.below(count, len(rows)))
        every = np.arange(count)
        return builder.build(("runner", every), ("token", every), ("resource", every), seeds_given=True)

    def _bundle(self, draws: Draws, name: str, kind: str, count: int):
        """Edges of one kind from nodes of one kind to nodes of another, a third of them parallel to others."""
        rows = draws.repeated(0.5, count)
        if not len(rows):
            return
        other = KINDS[int(draws.below(len(KINDS) - 1, 1)[0])]
        targets = draws.below(count, len(rows))
        again = np.flatnonzero(draws.chance(0.3, len(rows)))
        rows, targets = np.concatenate([rows, rows[again]]), np.concatenate([targets, targets[again]])
        begin = QUESTION_TIME + draws.between(-20 * DAY, 20 * DAY, len(rows))
        length = np.array([1, 60, 3600, 2 * DAY, 30 * DAY])[draws.below(5, len(rows))]
        end = np.where(draws.chance(0.4, len(rows)), OPEN, begin + length)
        begin = np.where(draws.chance(0.4, len(rows)), 0, begin)
        self.builder.edges(name, kind, rows, other, targets, (begin, end))

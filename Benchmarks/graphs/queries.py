"""Chooses what is asked of a graph, the same for everyone who is measured, from the graph alone."""
import json

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order

from .folder import GraphFolder
from .graph import DAY

SEEDS, JEWELS, PAIRS, CUTS = 10, 8, 10, 8
TRIED = 48  # proposed seeds that are looked at


class _Reach:
    def __init__(self, folder: GraphFolder, blocked=None):
        source, target = folder["src"], folder["dst"]
        if blocked is not None:
            open_rows = ~blocked[source]
            source, target = source[open_rows], target[open_rows]
        self.nodes = folder.node_count
        self.matrix = csr_matrix((np.ones(len(source), np.int8), (source, target)), shape=(self.nodes, self.nodes))

    def of(self, row: int) -> np.ndarray:
        mark = np.zeros(self.nodes, bool)
        mark[breadth_first_order(self.matrix, row, return_predecessors=False)] = True
        return mark


def choose(folder: GraphFolder, expected: dict | None = None) -> dict:
    """The queries of `queries.json`; with `expected`, those that it has answers for."""
    meta, reach = folder.meta, _Reach(folder)
    if meta["seeds_given"]:
        wide, narrow = meta["wide"][:SEEDS], meta["narrow"][:SEEDS]
    else:
        wide, narrow = _seeds(meta, reach)
    queries = dict(
        t0=meta["t0"], live_at=meta["t0"] + 10 * DAY, wide=wide, narrow=narrow, jewels=meta["jewels"][:JEWELS],
        needles=_needles(folder))
    if expected:
        queries["pairs"] = [[pair["source"], pair["jewel"]] for pair in expected["shortest_path"]]
        queries["cuts"] = [[pair["source"], pair["jewel"]] for pair in expected["min_cut"]]
    else:
        queries.update(_pairs(folder, reach, [seed for both in zip(wide, narrow) for seed in both]))
    return queries


def write(folder: GraphFolder, expected: dict | None = None):
    (folder.path / "queries.json").write_text(json.dumps(choose(folder, expected), indent=1) + "\n")


def _seeds(meta, reach):
    """The ten widest of the wide ones that do not reach nearly everything, and ten narrow ones, small and large."""
    def measured(name):
        rows = meta[name][:TRIED]
        return sorted(((int(reach.of(row).sum()), row) for row in rows), reverse=True)

    wide = [row for size, row in measured("wide") if size < 0.7 * reach.nodes][:SEEDS]
    narrow = [row for size, row in measured("narrow") if 1 < size < 0.15 * reach.nodes and row not in wide]
    if len(narrow) > SEEDS:
        narrow = [narrow[place * (len(narrow) - 1) // (SEEDS - 1)] for place in range(SEEDS)]
    return wide, narrow


def _pairs(folder, reach, seeds):
    """Pairs of a seed and a crown jewel that it reaches, wide and narrow seeds in turn, each time the next jewel.

    Cuts are asked for only where one exists: some way to the jewel passes no entity that may be cut otherwise.
    """
    meta = folder.meta
    uncuttable = _Reach(folder, blocked=folder["cuttable"] != 0)
    pairs, cuts, number = [], [], 0
    for turn in range(3):
        for seed in seeds:
            reached = reach.of(seed)
            jewels = [jewel for jewel in meta["jewels"] if reached[jewel] and jewel != seed]
            if not jewels:
                continue
            number += 1
            pair = [seed, jewels[number % len(jewels)]]
            if len(pairs) < PAIRS and pair not in pairs:
                pairs.append(pair)
            if len(cuts) < CUTS and pair not in cuts and not _always(uncuttable, folder, *pair):
                cuts.append(pair)
        if len(pairs) >= PAIRS and len(cuts) >= CUTS:
            break
    return dict(pairs=pairs, cuts=cuts)


def _always(uncuttable, folder, seed, jewel):
    """Whether the jewel is reached without passing anything that may be cut; the seed itself never is."""
    starts = np.unique(folder["dst"][folder["src"] == seed]) if folder["cuttable"][seed] else [seed]
    return any(row == jewel or uncuttable.of(int(row))[jewel] for row in starts)


def _needles(folder):
    """A word typed letter by letter, a rare text and one that does not occur."""
    name = folder.names()[folder.node_count // 2]
    word = name[name.index("-") + 1:] if "-" in name else name
    return [word[:1], word[:2], word[:3], word[:12], name[-4:], "zzzz"]

"""A graph on disk: arrays first; text files are written from them when a work needs them.

    meta.json    shape, seed, counts, names of kinds, proposed seeds and crown jewels, the time of the question
    npy/         src dst ekind from until nkind cuttable; linger issued expires (for the variant with holdings)
    names.txt    one name a row
    nodes.csv    id,kind,name                edges.csv   src,dst,kind,from,until
    graph.json   OpenGraph                   graph-holds.json   the same with holds and lifetimes
    queries.json what is asked of the graph

A folder made elsewhere in this layout may lack what is ours; `adopt` completes it without writing into it.
"""
import csv
import functools
import hashlib
import json
import os
from pathlib import Path

import numpy as np

from . import relations
from .graph import CUTTABLE, OPEN, QUESTION_TIME, Graph

COLUMNS = ("src", "dst", "ekind", "from", "until", "nkind", "linger", "issued", "expires")
KEPT = 2**32 - 1  # in `linger`: the far end stays held; else seconds for which it does


class GraphFolder:
    def __init__(self, path):
        self.path = Path(path)

    def __getitem__(self, column: str) -> np.ndarray:
        return np.load(self.path / "npy" / f"{column}.npy", mmap_mode="r")

    @functools.cached_property
    def meta(self) -> dict:
        return json.loads((self.path / "meta.json").read_text())

    @functools.cached_property
    def queries(self) -> dict:
        return json.loads((self.path / "queries.json").read_text())

    @property
    def node_count(self) -> int:
        return self.meta["nodes"]

    @property
    def edge_count(self) -> int:
        return self.meta["edges"]

    @property
    def fingerprint(self) -> str:
        """The first half of a SHA-256 of the arrays: two runs with the same one asked the same graph."""
        return self.meta["sha256"][:32]

    def names(self) -> list:
        return (self.path / "names.txt").read_text().splitlines()

    def node_id(self, row: int) -> str:
        """The id that the JSON files give the row."""
        return f"{self.meta['kinds'][self['nkind'][row]]}:{row}"


def save(graph: Graph, path: Path, generator: str) -> GraphFolder:
    """Writes the arrays and `meta.json`, the latter last: a folder without it is not complete."""
    os.makedirs(path / "npy", exist_ok=True)
    linger = np.array([_linger(relations.hold_of(kind)) for kind in graph.edge_kinds], np.uint32)
    columns = dict(zip(COLUMNS, (
        graph.source, graph.target, graph.edge_kind, graph.valid_from, graph.valid_until, graph.node_kind,
        linger[graph.edge_kind], graph.issued, graph.expires)))
    for name, values in columns.items():
        np.save(path / "npy" / f"{name}.npy", values)
    np.save(path / "npy" / "cuttable.npy", _cuttable(graph.node_kinds, CUTTABLE, graph.node_kind))
    _write_meta(path, dict(
        shape=graph.shape, seed=graph.seed, generator=generator, nodes=graph.node_count, edges=graph.edge_count,
        kinds=graph.node_kinds, edge_kinds=graph.edge_kinds, open=OPEN, t0=QUESTION_TIME, cuttable=CUTTABLE,
        counts=dict(zip(graph.node_kinds, np.bincount(graph.node_kind).tolist())), sha256=_hash(columns),
        wide=graph.wide.tolist()[:200], narrow=graph.narrow.tolist()[:200], jewels=graph.jewels.tolist()[:200],
        seeds_given=graph.seeds_given))
    return GraphFolder(path)


def _given(source: Path) -> str:
    """The hash of the arrays of a graph made elsewhere."""
    if not (source / "meta.json").is_file():
        raise SystemExit(f"{source} has no meta.json: see Benchmarks/README.md for the layout of a graph")
    given = GraphFolder(source)
    return _hash({name: given[name] for name in COLUMNS[:6]})


def place(source: Path, parent: Path) -> Path:
    """Where in `parent` the folder goes that stands for a graph made elsewhere: another graph has another place."""
    return parent / f"{source.name}-{_given(source)[:8]}"


def adopt(source: Path, path: Path) -> GraphFolder:
    """Makes `path` stand for a graph made elsewhere: links to its files, and what it lacks."""
    os.makedirs(path / "npy", exist_ok=True)
    for file in ["nodes.csv", "edges.csv", "graph.json"] + [f"npy/{name}.npy" for name in COLUMNS[:6]]:
        if (source / file).exists() and not (path / file).exists():
            os.symlink((source / file).resolve(), path / file)
    meta = json.loads((source / "meta.json").read_text())
    with open(path / "names.txt", "w") as out, open(source / "nodes.csv", newline="") as rows:
        out.writelines(row["name"] + "\n" for row in csv.DictReader(rows))
    folder = GraphFolder(path)
    kinds = meta["edge_kinds"]
    linger = np.array([_linger(relations.hold_of(kind)) for kind in kinds], np.uint32)
    np.save(path / "npy" / "linger.npy", linger[folder["ekind"]])
    # A run lasts as long as the edge by which its runner executed it; of other lifetimes nothing is known.
    span = np.isin(kinds, relations.RUN_SPANS)[folder["ekind"]]
    issued = np.zeros(meta["nodes"], np.uint32)
    expires = np.full(meta["nodes"], OPEN, np.uint32)
    issued[folder["dst"][span]], expires[folder["dst"][span]] = folder["from"][span], folder["until"][span]
    np.save(path / "npy" / "issued.npy", issued)
    np.save(path / "npy" / "expires.npy", expires)
    np.save(path / "npy" / "cuttable.npy", _cuttable(meta["kinds"], meta["cuttable"], folder["nkind"]))
    seeds = meta["seeds"]
    half = len(seeds) // 2
    _write_meta(path, dict(
        meta, shape="made elsewhere", wide=seeds[:half], narrow=seeds[half:], seeds_given=True,
        sha256=_given(source)))
    return folder


def _cuttable(kinds, cuttable, node_kind) -> np.ndarray:
    return np.isin(kinds, cuttable).astype(np.uint8)[node_kind]


def _linger(hold: int) -> int:
    return {relations.KEEP: KEPT, relations.BORROW: 0, relations.SESSION: relations.SESSION_SECONDS}[hold]


def _hash(columns: dict) -> str:
    digest = hashlib.sha256()
    for name, values in columns.items():
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(values))
    return digest.hexdigest()


def _write_meta(path: Path, meta: dict):
    (path / "meta.json.new").write_text(json.dumps(meta, indent=1) + "\n")
    os.replace(path / "meta.json.new", path / "meta.json")

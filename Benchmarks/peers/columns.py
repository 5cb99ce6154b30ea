"""Reading the text files into columns, as a user of libraries that have no reader of their own does it."""
import gc
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson
import polars
from scipy.sparse import csr_matrix

from graphs.graph import OPEN


@dataclass
class Columns:
    """Node kinds and names, and edges between rows; kinds stay what the reader made of them."""

    node_kind: Any
    name: Any
    source: Any
    target: Any
    edge_kind: Any
    start: Any
    end: Any


def from_csv(folder) -> Columns:
    nodes = polars.read_csv(folder.path / "nodes.csv", schema_overrides={
        "id": polars.UInt32, "kind": polars.Categorical, "name": polars.String})
    edges = polars.read_csv(folder.path / "edges.csv", schema_overrides={
        "src": polars.UInt32, "dst": polars.UInt32, "kind": polars.Categorical, "from": polars.UInt32,
        "until": polars.UInt32})
    return Columns(
        nodes["kind"], nodes["name"], edges["src"], edges["dst"], edges["kind"], edges["from"], edges["until"])


def from_json(folder) -> Columns:
    """With orjson, the fastest of the parsers that give Python's own objects."""
    graph = orjson.loads((folder.path / "graph.json").read_bytes())["graph"]
    nodes, edges = graph["nodes"], graph["edges"]
    row = {node["id"]: number for number, node in enumerate(nodes)}
    details = [edge["properties"] for edge in edges]
    columns = Columns(
        [node["kinds"][0] for node in nodes], [node["properties"]["name"] for node in nodes],
        [row[edge["start"]["value"]] for edge in edges], [row[edge["end"]["value"]] for edge in edges],
        [edge["kind"] for edge in edges], [detail.get("valid_from", 0) for detail in details],
        [detail.get("valid_until", OPEN) for detail in details])
    del graph, nodes, edges, details, row
    gc.collect()
    return columns


def adjacency(nodes: int, source, target):
    """A SciPy matrix with one stored entry for each edge, however many are parallel."""
    return csr_matrix((np.ones(len(source), np.int32), (np.asarray(source), np.asarray(target))), shape=(nodes, nodes))

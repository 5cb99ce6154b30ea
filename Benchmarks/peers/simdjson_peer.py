"""pysimdjson: simdjson's document, read through proxies, into a SciPy matrix."""
import numpy as np
import simdjson

from graphs.graph import OPEN

from . import columns
from .peer import Peer


class SimdJSON(Peer):
    distribution = "pysimdjson"

    def load_json(self):
        document = simdjson.Parser().parse((self.folder.path / "graph.json").read_bytes())
        graph = document["graph"]
        row, kinds, names = {}, [], []
        for node in graph["nodes"]:
            row[node["id"]] = len(row)
            kinds.append(node["kinds"][0])
            names.append(node["properties"]["name"])
        source, target, edge_kind, start, end = [], [], [], [], []
        for edge in graph["edges"]:
            source.append(row[edge["start"]["value"]])
            target.append(row[edge["end"]["value"]])
            edge_kind.append(edge["kind"])
            detail = edge["properties"]
            start.append(detail.get("valid_from", 0))
            end.append(detail.get("valid_until", OPEN))
        self.columns = columns.Columns(
            kinds, names, np.array(source, np.uint32), np.array(target, np.uint32), edge_kind,
            np.array(start, np.uint32), np.array(end, np.uint32))
        self.node_count, self.edge_count = len(names), len(source)
        self.forward = columns.adjacency(self.node_count, self.columns.source, self.columns.target)

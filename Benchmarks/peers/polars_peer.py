"""Polars: data frames; rows to look through and to sort, and a reader of JSON."""
import numpy as np
import polars

from . import columns
from .peer import Peer, landmarks, work


class Polars(Peer):
    distribution = "polars"

    def load_arrays(self):
        super().load_arrays()
        self.names = polars.Series("name", self.folder.names())

    def load_json(self):
        """Frames made from the nested document, ids resolved by a join; the graph itself is SciPy's."""
        graph = polars.read_json(self.folder.path / "graph.json")["graph"].struct
        nodes = graph.field("nodes").explode().struct.unnest().with_row_index("row")
        edges = graph.field("edges").explode().struct.unnest()
        rows = nodes.select("row", "id")
        ends = [edges.select(polars.col(end).struct.field("value").alias("id")).join(
            rows, on="id", how="left", maintain_order="left")["row"] for end in ("start", "end")]
        self.nodes = nodes.select(
            polars.col("kinds").list.first(), polars.col("properties").struct.field("name"))
        self.edges = edges.select("kind", polars.col("properties").struct.unnest())
        self.node_count, self.edge_count = len(nodes), len(edges)
        self.forward = columns.adjacency(self.node_count, *(end.to_numpy() for end in ends))

    @work("filter/contains")
    def filter(self, needle):
        return int(self.names.str.contains(needle, literal=True).sum())

    def degrees(self):
        ends = np.concatenate([self.folder["src"], self.folder["dst"]])
        degree = np.bincount(ends, minlength=self.node_count).astype(np.uint32)
        self.frame = polars.DataFrame({"id": np.arange(self.node_count, dtype=np.uint32), "degree": degree})
        self.frame = self.frame.with_columns(self.names)

    @work("sort-name/arg_sort")
    def sort_name(self):
        rows = self.names.arg_sort()
        return [int(rows[place]) for place in landmarks(len(rows))]

    @work("sort-number/arg_sort", prepare="degrees")
    def sort_number(self):
        rows = self.frame["degree"].arg_sort(descending=True)
        return [int(self.frame["degree"][int(rows[place])]) for place in landmarks(len(rows))]

    @work("sort-number/sort", prepare="degrees")
    def sort_frame(self):
        values = self.frame.select("id", "degree").sort("degree", descending=True)["degree"]
        return [int(values[place]) for place in landmarks(len(values))]

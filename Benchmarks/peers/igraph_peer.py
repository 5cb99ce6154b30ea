"""igraph: a library in C with names and kinds as attributes."""
import igraph
import numpy as np

from . import columns
from .peer import Peer, work
from .split import split_network


class IGraph(Peer):
    distribution = "igraph"
    readers = {"csv": "read by Polars", "json": "read by orjson"}

    def load_arrays(self):
        super().load_arrays()
        self.graph = self._graph(self.folder["src"], self.folder["dst"])

    def _graph(self, source, target):
        edges = np.stack([source, target], axis=1)
        return igraph.Graph(n=self.node_count, edges=edges, directed=True)

    def load_csv(self):
        read = columns.from_csv(self.folder)
        self.node_count, self.edge_count = len(read.name), len(read.source)
        self.graph = self._graph(read.source.to_numpy(), read.target.to_numpy())
        self._attributes(read.node_kind.to_list(), read.name.to_list(), *(
            column.to_list() for column in (read.edge_kind, read.start, read.end)))

    def load_json(self):
        read = columns.from_json(self.folder)
        self.node_count, self.edge_count = len(read.name), len(read.source)
        self.graph = self._graph(np.array(read.source, np.int32), np.array(read.target, np.int32))
        self._attributes(read.node_kind, read.name, read.edge_kind, read.start, read.end)

    def _attributes(self, node_kind, name, edge_kind, start, end):
        self.graph.vs["kind"], self.graph.vs["name"] = node_kind, name
        self.graph.es["kind"], self.graph.es["from"], self.graph.es["until"] = edge_kind, start, end

    @work("blast/subcomponent")
    def blast(self, seed):
        return len(self.graph.subcomponent(seed, mode="out"))

    @work("blast/neighborhood_size")
    def blast_counted(self, seed):
        return self.graph.neighborhood_size(seed, order=self.node_count, mode="out")

    @work("impact/subcomponent")
    def impact(self, jewel):
        return len(self.graph.subcomponent(jewel, mode="in"))

    @work("path/get_shortest_path")
    def path(self, source, target):
        return len(self.graph.get_shortest_path(source, to=target)) - 1

    @work("path/distances")
    def path_length(self, source, target):
        steps = self.graph.distances(source, target)[0][0]
        return int(steps) if steps != float("inf") else -1

    @work("dominators/dominator")
    def dominators(self, seed):
        above = np.array(self.graph.dominator(seed, mode="out"), dtype=np.float64)  # NaN or negative: not reached
        above = above[above >= 0]
        return [1 + len(above), len(np.unique(above[above != seed]))]

    def split(self):
        self.cuttable = np.array(self.folder["cuttable"], bool)
        self.network, self.capacity = self._network(
            self.node_count, self.folder["src"], self.folder["dst"], self.cuttable)

    def ends(self):
        self.cuttable = np.array(self.folder["cuttable"], bool)

    def _network(self, nodes, source, target, cuttable):
        tails, heads, capacity = split_network(nodes, source, target, cuttable)
        return igraph.Graph(n=2 * nodes, edges=np.stack([tails, heads], axis=1), directed=True), capacity.tolist()

    @work("cut/whole", prepare="split")
    def cut_whole(self, source, target):
        return int(self.network.maxflow_value(source + self.node_count, target, self.capacity))

    @work("cut/pruned", prepare="ends")
    def cut_pruned(self, source, target):
        """Only what lies between the two: reached from the source, and reaching the target."""
        rows = np.intersect1d(self.graph.subcomponent(source, mode="out"), self.graph.subcomponent(target, mode="in"))
        part = self.graph.induced_subgraph(rows.tolist())
        edges = np.array(part.get_edgelist(), np.int64).reshape(-1, 2)
        network, capacity = self._network(len(rows), edges[:, 0], edges[:, 1], self.cuttable[rows])
        source, target = np.searchsorted(rows, [source, target])
        return int(network.maxflow_value(int(source) + len(rows), int(target), capacity))

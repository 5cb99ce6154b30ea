"""NetworKit: a parallel library in C++; topology only, with columns beside it. Polars reads the files."""
import networkit
import numpy as np

from . import columns
from .peer import Peer, work
from .split import split_network


class NetworKit(Peer):
    distribution = "networkit"
    readers = {"csv": "read by Polars"}

    def load_arrays(self):
        super().load_arrays()
        self.graph = self._graph(self.node_count, self.folder["src"], self.folder["dst"])

    def _graph(self, nodes, source, target, weights=None):
        pairs = (np.asarray(source, np.uint64), np.asarray(target, np.uint64))
        data = pairs if weights is None else (np.asarray(weights, np.float64), pairs)
        return networkit.GraphFromCoo(data, n=nodes, weighted=weights is not None, directed=True)

    def load_csv(self):
        self.columns = columns.from_csv(self.folder)
        self.node_count, self.edge_count = len(self.columns.name), len(self.columns.source)
        self.graph = self._graph(self.node_count, self.columns.source.to_numpy(), self.columns.target.to_numpy())

    def reverse(self):
        self.backward = networkit.graphtools.transpose(self.graph)

    def _reached(self, graph, start):
        search = networkit.distance.BFS(graph, start, storePaths=False, storeNodesSortedByDistance=True).run()
        return len(search.getNodesSortedByDistance())

    @work("blast/bfs")
    def blast(self, seed):
        return self._reached(self.graph, seed)

    @work("blast/bfs+distances")
    def blast_distances(self, seed):
        search = networkit.distance.BFS(self.graph, seed, storePaths=False).run()
        return int(np.count_nonzero(np.asarray(search.getDistances(asarray=True)) < self.node_count))

    @work("impact/bfs", prepare="reverse")
    def impact(self, jewel):
        return self._reached(self.backward, jewel)

    @work("path/bidirectional")
    def path(self, source, target):
        steps = networkit.distance.BidirectionalBFS(self.graph, source, target, storePred=False).run().getDistance()
        return int(steps) if steps < self.node_count else -1

    def split(self):
        tails, heads, capacity = split_network(
            self.node_count, self.folder["src"], self.folder["dst"], self.folder["cuttable"] != 0)
        self.network = self._graph(2 * self.node_count, tails, heads, capacity)
        self.network.indexEdges()

    @work("cut/whole", prepare="split")
    def cut(self, source, target):
        return int(networkit.flow.Dinic(self.network, source + self.node_count, target).run().getMaxFlow())

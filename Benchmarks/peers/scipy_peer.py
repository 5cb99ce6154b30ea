"""SciPy: a bare sparse matrix, with columns beside it. Polars reads the files."""
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from . import columns
from .peer import Peer, work
from .split import split_network


class SciPy(Peer):
    distribution = "scipy"
    readers = {"csv": "read by Polars", "json": "read by orjson"}

    def load_arrays(self):
        super().load_arrays()
        self.forward = columns.adjacency(self.node_count, self.folder["src"], self.folder["dst"])

    def load_csv(self):
        self._keep(columns.from_csv(self.folder))

    def load_json(self):
        self._keep(columns.from_json(self.folder))

    def _keep(self, read):
        self.node_count, self.edge_count = len(read.name), len(read.source)
        self.columns = read
        self.forward = columns.adjacency(self.node_count, read.source, read.target)

    def reverse(self):
        self.backward = self.forward.T.tocsr()

    @work("blast/breadth_first_order")
    def blast(self, seed):
        return len(breadth_first_order(self.forward, seed, return_predecessors=False))

    @work("impact/breadth_first_order", prepare="reverse")
    def impact(self, jewel):
        return len(breadth_first_order(self.backward, jewel, return_predecessors=False))

    @work("path/breadth_first_order")
    def path(self, source, target):
        before = breadth_first_order(self.forward, source)[1]
        steps = 0
        while target != source:
            target = before[target]
            if target < 0:
                return -1
            steps += 1
        return steps

    def split(self):
        self.reverse()
        self.cuttable = np.array(self.folder["cuttable"], bool)
        self.network = self._network(self.node_count, self.folder["src"], self.folder["dst"], self.cuttable)

    def _network(self, nodes, source, target, cuttable):
        tails, heads, capacity = split_network(nodes, source, target, cuttable)
        return csr_matrix((capacity.astype(np.int32), (tails, heads)), shape=(2 * nodes, 2 * nodes))

    @work("cut/whole", prepare="split")
    def cut_whole(self, source, target):
        return int(maximum_flow(self.network, source + self.node_count, target).flow_value)

    @work("cut/pruned", prepare="split")
    def cut_pruned(self, source, target):
        """Only what lies between the two: reached from the source, and reaching the target."""
        between = np.zeros(self.node_count, np.int8)
        between[breadth_first_order(self.forward, source, return_predecessors=False)] = 1
        between[breadth_first_order(self.backward, target, return_predecessors=False)] += 1
        rows = np.flatnonzero(between == 2)
        part = self.forward[rows][:, rows].tocoo()
        network = self._network(len(rows), part.row, part.col, self.cuttable[rows])
        source, target = np.searchsorted(rows, [source, target])
        return int(maximum_flow(network, int(source) + len(rows), int(target)).flow_value)

"""NetworkX: dictionaries in Python; what most scripts use."""
import networkx

from . import columns
from .peer import Peer, work
from .split import UNBOUNDED, split_network


class NetworkX(Peer):
    distribution = "networkx"
    readers = {"csv": "read by Polars", "json": "read by orjson"}
    interruptible = True

    def load_arrays(self):
        super().load_arrays()
        self.graph = networkx.DiGraph()
        self.graph.add_nodes_from(range(self.node_count))
        self.graph.add_edges_from(zip(self.folder["src"].tolist(), self.folder["dst"].tolist()))

    def load_csv(self):
        self._keep(columns.from_csv(self.folder))

    def load_json(self):
        self._keep(columns.from_json(self.folder))

    def _keep(self, read):
        # Without parallel edges, which would need the far larger MultiDiGraph: the last one's attributes stay.
        self.graph = networkx.DiGraph()
        self.graph.add_nodes_from(
            (row, {"kind": kind, "name": name}) for row, (kind, name) in enumerate(zip(read.node_kind, read.name)))
        self.graph.add_edges_from(
            (source, target, {"kind": kind, "from": start, "until": end}) for source, target, kind, start, end
            in zip(read.source, read.target, read.edge_kind, read.start, read.end))
        self.node_count, self.edge_count = len(read.name), len(read.source)

    @work("blast/descendants")
    def blast(self, seed):
        return 1 + len(networkx.descendants(self.graph, seed))

    @work("impact/ancestors")
    def impact(self, jewel):
        return 1 + len(networkx.ancestors(self.graph, jewel))

    @work("path/bidirectional")
    def path(self, source, target):
        try:
            return len(networkx.bidirectional_shortest_path(self.graph, source, target)) - 1
        except networkx.NetworkXNoPath:
            return -1

    @work("dominators/immediate")
    def dominators(self, seed):
        above = networkx.immediate_dominators(self.graph, seed)
        above.pop(seed, None)  # whether the root is in the result depends on the version
        return [1 + len(above), len(set(above.values()) - {seed})]

    @work("cut/pruned")
    def cut(self, source, target):
        between = (networkx.descendants(self.graph, source) | {source}) & (
            networkx.ancestors(self.graph, target) | {target})
        rows = {node: number for number, node in enumerate(between)}
        edges = [(rows[v], rows[w]) for v in between for w in self.graph.adj[v] if w in rows]
        cuttable = self.folder["cuttable"][list(between)] != 0
        network = networkx.DiGraph()
        for tail, head, capacity in zip(*(part.tolist() for part in split_network(len(rows), *zip(*edges), cuttable))):
            if capacity == UNBOUNDED:
                network.add_edge(tail, head)
            else:
                network.add_edge(tail, head, capacity=capacity)
        return networkx.maximum_flow_value(
            network, rows[source] + len(rows), rows[target],
            flow_func=networkx.algorithms.flow.shortest_augmenting_path)

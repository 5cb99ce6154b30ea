"""rustworkx: a library in Rust with Python objects as payloads."""
import rustworkx

from . import columns
from .peer import Peer, work


class RustworkX(Peer):
    distribution = "rustworkx"
    readers = {"csv": "read by Polars", "json": "read by orjson"}

    def load_arrays(self):
        super().load_arrays()
        self.graph = rustworkx.PyDiGraph(multigraph=True, node_count_hint=self.node_count)
        self.graph.add_nodes_from(range(self.node_count))
        self.graph.extend_from_edge_list(list(zip(self.folder["src"].tolist(), self.folder["dst"].tolist())))

    def load_csv(self):
        self._keep(columns.from_csv(self.folder))

    def load_json(self):
        self._keep(columns.from_json(self.folder))

    def _keep(self, read):
        self.graph = rustworkx.PyDiGraph(multigraph=True, node_count_hint=len(read.name))
        self.graph.add_nodes_from(list(zip(read.node_kind, read.name)))
        payload = zip(read.edge_kind, read.start, read.end)
        self.graph.extend_from_weighted_edge_list(list(zip(read.source, read.target, payload)))
        self.node_count, self.edge_count = len(read.name), len(read.source)

    @work("blast/descendants")
    def blast(self, seed):
        return 1 + len(rustworkx.descendants(self.graph, seed))

    @work("blast/bfs_layers")
    def blast_layers(self, seed):
        return sum(map(len, rustworkx.bfs_layers(self.graph, [seed])))

    @work("impact/ancestors")
    def impact(self, jewel):
        return 1 + len(rustworkx.ancestors(self.graph, jewel))

    @work("path/dijkstra")
    def path(self, source, target):
        found = rustworkx.digraph_dijkstra_shortest_paths(self.graph, source, target=target)
        return len(found[target]) - 1 if target in found else -1

    @work("dominators/immediate")
    def dominators(self, seed):
        above = rustworkx.immediate_dominators(self.graph, seed)
        above.pop(seed, None)
        return [1 + len(above), len(set(above.values()) - {seed})]

"""The network on which a cut of nodes becomes a cut of arcs: each node is an arc from its entry to its exit."""
import numpy as np

UNBOUNDED = 1_000_000


def split_network(nodes: int, source, target, cuttable):
    """Tails, heads and capacities: node v enters at v, leaves at v + nodes. Parallel edges and loops are left out."""
    source, target = np.asarray(source, np.int64), np.asarray(target, np.int64)
    pairs = np.unique(source * nodes + target)
    source, target = pairs // nodes, pairs % nodes
    apart = source != target
    source, target = source[apart], target[apart]
    every = np.arange(nodes)
    return (np.concatenate([every, source + nodes]), np.concatenate([every + nodes, target]),
            np.concatenate([np.where(cuttable, 1, UNBOUNDED), np.full(len(source), UNBOUNDED)]))

"""numpy: earliest arrival in whole rounds over columns, and names as an array."""
import numpy as np

from .peer import Peer, landmarks, work


class NumPy(Peer):
    distribution = "numpy"

    def rows(self):
        source = self.folder["src"]
        order = np.argsort(source, kind="stable")
        self.target, self.start, self.end = (self.folder[column][order] for column in ("dst", "from", "until"))
        self.first = np.zeros(self.node_count + 1, np.int64)
        np.cumsum(np.bincount(source, minlength=self.node_count), out=self.first[1:])

    @work("timed/rounds", prepare="rows")
    def timed(self, seed, time):
        """Each round follows all edges of the nodes that the last one made earlier."""
        never = np.uint32(2**32 - 1)
        arrival = np.full(self.node_count, never, np.uint32)
        arrival[seed] = time
        changed = np.array([seed])
        while len(changed):
            counts = self.first[changed + 1] - self.first[changed]
            edges = np.repeat(self.first[changed] - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
            moment = np.repeat(arrival[changed], counts)
            usable = moment < self.end[edges]
            edges = edges[usable]
            moment = np.maximum(moment[usable], self.start[edges])
            target = self.target[edges]
            better = moment < arrival[target]
            target, moment = target[better], moment[better]
            np.minimum.at(arrival, target, moment)
            changed = np.unique(target)
        reached = arrival != never
        return [int(reached.sum()), int(arrival[reached].sum(dtype=np.uint64))]

    def name_array(self):
        self.names = np.array(self.folder.names())

    @work("filter/strings.find", prepare="name_array")
    def filter(self, needle):
        return int(np.count_nonzero(np.strings.find(self.names, needle) >= 0))

    @work("sort-name/argsort", prepare="name_array")
    def sort_name(self):
        rows = np.argsort(self.names)
        return [int(rows[place]) for place in landmarks(len(rows))]

    def degrees(self):
        self.degree = np.bincount(np.concatenate([self.folder["src"], self.folder["dst"]]), minlength=self.node_count)
        self.degree = self.degree.astype(np.int32)

    @work("sort-number/argsort", prepare="degrees")
    def sort_number(self):
        rows = np.argsort(-self.degree)
        return [int(self.degree[rows[place]]) for place in landmarks(len(rows))]

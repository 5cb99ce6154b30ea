"""Python by hand: adjacency lists and a heap, as somebody writes it who has no library for relations with times."""
import bisect
import heapq

import numpy as np
from scipy.sparse.csgraph import connected_components

from graphs.folder import KEPT
from graphs.graph import OPEN

from . import columns
from .peer import Peer, landmarks, work


class Python(Peer):
    interruptible = True

    def lists(self):
        order = np.argsort(self.folder["src"], kind="stable")
        edges = list(zip(*(self.folder[name][order].tolist() for name in ("dst", "from", "until", "linger"))))
        first = np.searchsorted(self.folder["src"][order], np.arange(self.node_count + 1)).tolist()
        self.adjacent = [edges[first[v]:first[v + 1]] for v in range(self.node_count)]

    @work("timed/heapq", prepare="lists")
    def timed(self, seed, time):
        arrival, heap, total = {seed: time}, [(time, seed)], 0
        while heap:
            moment, v = heapq.heappop(heap)
            if arrival[v] != moment:
                continue
            total += moment
            for w, start, end, _ in self.adjacent[v]:
                if moment < end:
                    later = start if start > moment else moment
                    if later < arrival.get(w, OPEN):
                        arrival[w] = later
                        heapq.heappush(heap, (later, w))
        return [len(arrival), total]

    def lifetimes(self):
        self.lists()
        self.issued, self.expires = self.folder["issued"].tolist(), self.folder["expires"].tolist()
        lent = self.folder["linger"] != KEPT
        matrix = columns.adjacency(self.node_count, self.folder["src"][lent], self.folder["dst"][lent])
        self.component = connected_components(matrix, connection="strong")[1].tolist()
        self.changes = {}
        for v, edges in enumerate(self.adjacent):
            for w, start, end, linger in edges:
                if linger != KEPT and self.component[v] == self.component[w]:
                    self.changes.setdefault(self.component[v], set()).update(
                        (start, end, self.issued[v], self.expires[v], self.issued[w], self.expires[w]))
        self.changes = {component: sorted(moments) for component, moments in self.changes.items()}

    @work("holds/heapq", prepare="lifetimes")
    def holds(self, seed, time, live_at):
        """Holdings by start, longest first: one adds something when it ends later than all before it."""
        ends, first, live, heap = {}, {}, set(), []
        begin = max(time, self.issued[seed])
        if begin < self.expires[seed]:
            heap.append((begin, -self.expires[seed], seed))
        while heap:
            start, end, v = heapq.heappop(heap)
            end = -end
            if end <= ends.get(v, 0):
                continue
            first.setdefault(v, start)
            if start <= live_at < end:
                live.add(v)
            ends[v] = end
            for w, a, b, linger in self.adjacent[v]:
                low, high = max(start, a, self.issued[w]), min(end, b, self.expires[w])
                if low < high:
                    if linger == KEPT:
                        high = self.expires[w]
                    elif linger and high != OPEN:
                        high = min(self._renewed(v, w, b, high) + linger, self.expires[w])
                    if high > ends.get(w, 0):
                        heapq.heappush(heap, (low, -high, w))
        return [len(first), sum(first.values()), len(live)]

    def _renewed(self, v, w, until, end):
        """A session on a cycle of what is lent runs to the next change of anything in the cycle's component."""
        limit = min(until, self.expires[w])
        if end >= limit or self.component[v] != self.component[w] or not self._leads(w, v, end - 1):
            return end
        changes = self.changes[self.component[v]]
        place = bisect.bisect_left(changes, end)
        return max(end, min(changes[place] if place < len(changes) else OPEN, limit))

    def _leads(self, source, target, moment):
        seen, stack = {source}, [source]
        while stack:
            v = stack.pop()
            if v == target:
                return True
            for w, a, b, linger in self.adjacent[v]:
                if (linger != KEPT and w not in seen and a <= moment < b
                        and self.component[w] == self.component[source]
                        and self.issued[w] <= moment < self.expires[w]):
                    seen.add(w)
                    stack.append(w)
        return False

    def name_list(self):
        self.names = self.folder.names()

    @work("filter/in", prepare="name_list")
    def filter(self, needle):
        return sum(needle in name for name in self.names)

    @work("sort-name/sorted", prepare="name_list")
    def sort_name(self):
        rows = sorted(range(self.node_count), key=self.names.__getitem__)
        return [rows[place] for place in landmarks(len(rows))]

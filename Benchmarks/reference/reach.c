// Reachability by breadth-first search, as it comes to mind and with software prefetch of what the queue will ask for.
#include "reference.h"

#include <string.h>

enum { ROWS_AHEAD = 24, TARGETS_AHEAD = 12, MARKS_AHEAD = 6, MARKS_AT_MOST = 24 };

Frontier frontier(const Graph *graph) {
    return (Frontier){.seen = allocate(graph->nodes), .queue = allocate(4ull * (graph->nodes + 1))};
}

// Appends the targets that are new. Writing first and counting after avoids a branch that cannot be foreseen.
static inline uint32_t expand(const Graph *graph, Frontier space, uint32_t v, uint32_t tail) {
    for (uint32_t i = graph->first[v]; i < graph->first[v + 1]; i++) {
        uint32_t w = graph->target[i];
        space.queue[tail] = w;
        tail += !space.seen[w];
        space.seen[w] = 1;
    }
    return tail;
}

uint32_t reach_plain(const Graph *graph, Frontier space, uint32_t start) {
    memset(space.seen, 0, graph->nodes);
    uint32_t tail = 1;
    space.queue[0] = start;
    space.seen[start] = 1;
    for (uint32_t head = 0; head < tail; head++) tail = expand(graph, space, space.queue[head], tail);
    return tail;
}

uint32_t reach_prefetched(const Graph *graph, Frontier space, uint32_t start) {
    memset(space.seen, 0, graph->nodes);
    uint32_t tail = 1;
    space.queue[0] = start;
    space.seen[start] = 1;
    for (uint32_t head = 0; head < tail; head++) {
        if (head + ROWS_AHEAD < tail) __builtin_prefetch(graph->first + space.queue[head + ROWS_AHEAD]);
        if (head + TARGETS_AHEAD < tail)
            __builtin_prefetch(graph->target + graph->first[space.queue[head + TARGETS_AHEAD]]);
        if (head + MARKS_AHEAD < tail) {
            uint32_t v = space.queue[head + MARKS_AHEAD], i = graph->first[v], end = graph->first[v + 1];
            if (end - i > MARKS_AT_MOST) end = i + MARKS_AT_MOST;
            for (; i < end; i++) __builtin_prefetch(space.seen + graph->target[i], 1);
        }
        tail = expand(graph, space, space.queue[head], tail);
    }
    return tail;
}

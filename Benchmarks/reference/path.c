// Fewest steps between two nodes: both sides search in turn, the one with fewer edges before it first. Marks carry the
// number of the search, so that nothing has to be cleared.
#include "reference.h"

typedef struct {
    const Graph *graph;
    uint32_t *queue, head, tail, mark;
} Side;

static uint32_t *marks, searches;

static uint64_t edges_ahead(const Side *side) {
    uint64_t edges = 0;
    for (uint32_t i = side->head; i < side->tail; i++)
        edges += side->graph->first[side->queue[i] + 1] - side->graph->first[side->queue[i]];
    return edges;
}

// Takes one step on this side; whether it met the other one.
static bool step(Side *side, uint32_t other) {
    for (uint32_t end = side->tail; side->head < end; side->head++) {
        uint32_t v = side->queue[side->head];
        for (uint32_t i = side->graph->first[v]; i < side->graph->first[v + 1]; i++) {
            uint32_t w = side->graph->target[i];
            if (marks[w] == other) return true;
            if (marks[w] == side->mark) continue;
            marks[w] = side->mark;
            side->queue[side->tail++] = w;
        }
    }
    return false;
}

int32_t shortest_path(const Graph *forward, const Graph *reverse, uint32_t source, uint32_t target) {
    static uint32_t *queues[2];
    if (!marks) {
        marks = allocate(4ull * forward->nodes);
        for (int i = 0; i < 2; i++) queues[i] = allocate(4ull * forward->nodes);
    }
    if (source == target) return 0;
    searches += 2;
    Side ahead = {forward, queues[0], 0, 1, searches}, behind = {reverse, queues[1], 0, 1, searches + 1};
    queues[0][0] = source;
    queues[1][0] = target;
    marks[source] = ahead.mark;
    marks[target] = behind.mark;
    for (int32_t steps = 1; ahead.head < ahead.tail && behind.head < behind.tail; steps++) {
        bool forwards = edges_ahead(&ahead) <= edges_ahead(&behind);
        if (forwards ? step(&ahead, behind.mark) : step(&behind, ahead.mark)) return steps;
    }
    return -1;
}

// Earliest arrival: whoever holds v from t on crosses an edge with t < until, and holds its target from max(t, from)
// on. Dijkstra's algorithm with a binary heap; an entry that a better one overtook is skipped when it comes up.
#include "reference.h"

#include <string.h>

static uint64_t *heap;  // time in the upper half, node in the lower
static uint32_t *arrival, size;

static void push(uint64_t entry) {
    uint32_t hole = size++;
    for (uint32_t parent; hole && heap[parent = (hole - 1) / 2] > entry; hole = parent) heap[hole] = heap[parent];
    heap[hole] = entry;
}

static uint64_t pop(void) {
    uint64_t top = heap[0], last = heap[--size];
    uint32_t hole = 0;
    for (uint32_t child; (child = 2 * hole + 1) < size; hole = child) {
        if (child + 1 < size && heap[child + 1] < heap[child]) child++;
        if (heap[child] >= last) break;
        heap[hole] = heap[child];
    }
    heap[hole] = last;
    return top;
}

Arrival earliest_arrival(const Graph *graph, uint32_t start, uint32_t time) {
    if (!heap) {
        heap = allocate(8 * (graph->edges + 1));
        arrival = allocate(4ull * graph->nodes);
    }
    memset(arrival, 0xff, 4ull * graph->nodes);
    Arrival result = {0};
    size = 0;
    arrival[start] = time;
    push((uint64_t)time << 32 | start);
    while (size) {
        uint64_t entry = pop();
        uint32_t v = (uint32_t)entry, moment = (uint32_t)(entry >> 32);
        if (arrival[v] != moment) continue;
        result.reached++;
        result.sum += moment;
        for (uint32_t i = graph->first[v]; i < graph->first[v + 1]; i++) {
            if (moment >= graph->until[i]) continue;
            uint32_t later = moment > graph->from[i] ? moment : graph->from[i], w = graph->target[i];
            if (later >= arrival[w]) continue;
            arrival[w] = later;
            push((uint64_t)later << 32 | w);
        }
    }
    return result;
}

// Holdings that expire: a label is a node with a stretch of time in which it is held. Crossing an edge gives the far
// end for good (kept), for as long as the near end is held (borrowed), or for some seconds longer (a session).
//
// Labels are taken by start, longest first. As starts only grow, a label adds something exactly when it ends later than
// everything known of its node. A session whose ends lie on one cycle of lent control can be opened again before it
// ends: such a label runs to the next moment at which anything in the cycle's component changes.
#include "reference.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    uint64_t order;  // start in the upper half, the complement of the end in the lower
    uint32_t node;
} Label;

static Label *heap;
static uint64_t size, capacity;
static uint32_t *ends;  // for each node the end of what is known to be held; 0: nothing
static uint8_t *live;
static uint32_t *component, *mark, *stack, stamp;
static uint32_t *first_event, *events;  // by component, ascending

static inline uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }
static inline uint32_t most(uint32_t a, uint32_t b) { return a > b ? a : b; }

static void push(uint32_t start, uint32_t end, uint32_t node) {
    if (size == capacity) {
        capacity = capacity ? 2 * capacity : 1 << 20;
        heap = realloc(heap, capacity * sizeof *heap);
        if (!heap) exit(1);
    }
    Label label = {(uint64_t)start << 32 | ~end, node};
    uint64_t hole = size++;
    for (uint64_t parent; hole && heap[parent = (hole - 1) / 2].order > label.order; hole = parent)
        heap[hole] = heap[parent];
    heap[hole] = label;
}

static Label pop(void) {
    Label top = heap[0], last = heap[--size];
    uint64_t hole = 0;
    for (uint64_t child; (child = 2 * hole + 1) < size; hole = child) {
        if (child + 1 < size && heap[child + 1].order < heap[child].order) child++;
        if (heap[child].order >= last.order) break;
        heap[hole] = heap[child];
    }
    heap[hole] = last;
    return top;
}

static int ascending(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

// Every moment at which a node or a lent edge of a component begins or ends.
void prepare_holdings(const Graph *graph, const Columns *columns) {
    if (component) return;
    uint32_t count = 0;
    component = lending_components(graph, &count);
    mark = allocate(4ull * graph->nodes);
    stack = allocate(4ull * graph->nodes);
    ends = allocate(4ull * graph->nodes);
    live = allocate(graph->nodes);
    first_event = allocate(4ull * (count + 2));
    for (int pass = 0; pass < 2; pass++) {
        uint32_t *place = pass ? first_event : NULL;
        for (uint32_t v = 0; v < graph->nodes; v++) {
            uint32_t own = component[v];
            for (uint32_t i = graph->first[v]; i < graph->first[v + 1]; i++) {
                if (graph->linger[i] == KEPT || component[graph->target[i]] != own) continue;
                uint32_t moments[6] = {graph->from[i], graph->until[i], columns->issued[v], columns->expires[v],
                                       columns->issued[graph->target[i]], columns->expires[graph->target[i]]};
                if (pass) memcpy(events + place[own], moments, sizeof moments), place[own] += 6;
                else first_event[own + 1] += 6;
            }
        }
        if (pass) continue;
        for (uint32_t c = 1; c < count + 2; c++) first_event[c] += first_event[c - 1];
        events = allocate(4ull * first_event[count + 1]);
    }
    memmove(first_event + 1, first_event, 4ull * (count + 1));  // filling moved each start to the next one's place
    for (uint32_t c = 1; c <= count; c++)
        qsort(events + first_event[c], first_event[c + 1] - first_event[c], 4, ascending);
}

// Whether control of `from` leads to `to` within their component over what is lent and usable at `moment`.
static bool leads(const Graph *graph, const Columns *columns, uint32_t from, uint32_t to, uint32_t moment) {
    uint32_t own = component[from], depth = 0;
    mark[from] = ++stamp;
    stack[depth++] = from;
    while (depth) {
        uint32_t v = stack[--depth];
        if (v == to) return true;
        for (uint32_t i = graph->first[v]; i < graph->first[v + 1]; i++) {
            uint32_t w = graph->target[i];
            if (component[w] != own || mark[w] == stamp || graph->linger[i] == KEPT) continue;
            if (moment < graph->from[i] || moment >= graph->until[i]) continue;
            if (moment < columns->issued[w] || moment >= columns->expires[w]) continue;
            mark[w] = stamp;
            stack[depth++] = w;
        }
    }
    return false;
}

// Until when a session over edge `i` from `v` can be opened, when without renewal that is until `end`.
static uint32_t renewed(const Graph *graph, const Columns *columns, uint32_t v, uint32_t i, uint32_t end) {
    uint32_t w = graph->target[i], limit = least(graph->until[i], columns->expires[w]);
    if (end >= limit || component[v] != component[w] || !leads(graph, columns, w, v, end - 1)) return end;
    uint32_t low = first_event[component[v]], stop = first_event[component[v] + 1], high = stop;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (events[middle] >= end) high = middle;
        else low = middle + 1;
    }
    return most(end, least(low < stop ? events[low] : OPEN, limit));
}

static void spread(const Graph *graph, const Columns *columns, uint32_t v, uint32_t start, uint32_t end) {
    for (uint32_t i = graph->first[v]; i < graph->first[v + 1]; i++) {
        uint32_t w = graph->target[i], linger = graph->linger[i];
        uint32_t low = most(most(start, graph->from[i]), columns->issued[w]);
        uint32_t high = least(least(end, graph->until[i]), columns->expires[w]);
        if (low >= high) continue;
        uint32_t until = high;
        if (linger == KEPT) {
            until = columns->expires[w];
        } else if (linger && high != OPEN) {
            until = renewed(graph, columns, v, i, high);
            until = least(until > OPEN - linger ? OPEN : until + linger, columns->expires[w]);
        }
        if (until > ends[w]) push(low, until, w);
    }
}

Arrival holdings(const Graph *graph, const Columns *columns, uint32_t start, uint32_t time, uint32_t live_at) {
    memset(ends, 0, 4ull * graph->nodes);
    memset(live, 0, graph->nodes);
    Arrival result = {0};
    size = 0;
    uint32_t begin = most(time, columns->issued[start]);
    if (begin < columns->expires[start]) push(begin, columns->expires[start], start);
    while (size) {
        Label label = pop();
        uint32_t v = label.node, from = (uint32_t)(label.order >> 32), until = ~(uint32_t)label.order;
        if (until <= ends[v]) continue;
        if (!ends[v]) {
            result.reached++;
            result.sum += from;
        }
        if (from <= live_at && live_at < until && !live[v]) {
            live[v] = 1;
            result.live++;
        }
        ends[v] = until;
        spread(graph, columns, v, from, until);
    }
    return result;
}

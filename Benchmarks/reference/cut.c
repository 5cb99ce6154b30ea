// Fewest cuttable nodes whose removal parts source from target. Only nodes that lie between them matter: those that the
// source reaches and that reach the target. Each becomes two, joined by an arc of capacity one where it may be cut;
// Dinic's algorithm finds the flow.
#include "reference.h"

#include <stdlib.h>
#include <string.h>

#define NONE UINT32_MAX
#define UNBOUNDED (1 << 28)

typedef struct {
    uint32_t *head, *next, *to, arcs;
    int32_t *room;
} Network;

static void join(Network *network, uint32_t from, uint32_t to, int32_t capacity) {
    uint32_t ends[2] = {from, to};
    for (int side = 0; side < 2; side++) {
        uint32_t arc = network->arcs++;
        network->to[arc] = ends[!side];
        network->room[arc] = side ? 0 : capacity;
        network->next[arc] = network->head[ends[side]];
        network->head[ends[side]] = arc;
    }
}

// How far each node is from the source over arcs that have room; whether the sink is reached.
static bool layer(
    const Network *network, uint32_t nodes, uint32_t source, uint32_t sink, int32_t *level, uint32_t *queue) {
    memset(level, 0xff, 4ull * nodes);
    uint32_t tail = 1;
    queue[0] = source;
    level[source] = 0;
    for (uint32_t head = 0; head < tail && level[sink] < 0; head++)
        for (uint32_t arc = network->head[queue[head]]; arc != NONE; arc = network->next[arc])
            if (network->room[arc] && level[network->to[arc]] < 0) {
                level[network->to[arc]] = level[queue[head]] + 1;
                queue[tail++] = network->to[arc];
            }
    return level[sink] >= 0;
}

// Sends what the layers carry until no way from source to sink is left in them; returns how much.
static int64_t saturate(
    Network *network, uint32_t source, uint32_t sink, int32_t *level, uint32_t *current, uint32_t *way) {
    int64_t flow = 0;
    uint32_t v = source, length = 0;
    for (;;) {
        if (v == sink) {
            int32_t room = UNBOUNDED;
            for (uint32_t i = 0; i < length; i++)
                if (network->room[way[i]] < room) room = network->room[way[i]];
            for (uint32_t i = 0; i < length; i++) {
                network->room[way[i]] -= room;
                network->room[way[i] ^ 1] += room;
            }
            flow += room;
            if (flow >= UNBOUNDED) return flow;
            v = source;
            length = 0;
        }
        uint32_t arc = current[v];
        while (arc != NONE && !(network->room[arc] && level[network->to[arc]] == level[v] + 1))
            arc = network->next[arc];
        current[v] = arc;
        if (arc != NONE) {
            way[length++] = arc;
            v = network->to[arc];
        } else if (v == source) {
            return flow;
        } else {
            level[v] = -1;
            v = network->to[way[--length] ^ 1];
        }
    }
}

static Network between(
    const Graph *forward, const uint8_t *leads, const uint8_t *cuttable, uint32_t source, uint32_t target,
    uint32_t *number, uint32_t *order, uint32_t *count) {
    uint32_t found = 1;
    uint64_t edges = 0;
    memset(number, 0xff, 4ull * forward->nodes);
    number[source] = 0;
    order[0] = source;
    for (uint32_t next = 0; next < found; next++) {
        if (order[next] == target) continue;
        for (uint32_t i = forward->first[order[next]]; i < forward->first[order[next] + 1]; i++) {
            uint32_t w = forward->target[i];
            if (!leads[w]) continue;
            edges++;
            if (number[w] != NONE) continue;
            number[w] = found;
            order[found++] = w;
        }
    }
    uint64_t arcs = 2 * (edges + found);
    Network network = {malloc(8ull * found), malloc(4 * arcs), malloc(4 * arcs), 0, malloc(4 * arcs)};
    memset(network.head, 0xff, 8ull * found);
    for (uint32_t v = 0; v < found; v++) {
        uint32_t row = order[v];
        join(&network, 2 * v, 2 * v + 1, cuttable[row] && row != source && row != target ? 1 : UNBOUNDED);
        for (uint32_t i = forward->first[row]; row != target && i < forward->first[row + 1]; i++)
            if (leads[forward->target[i]]) join(&network, 2 * v + 1, 2 * number[forward->target[i]], UNBOUNDED);
    }
    *count = found;
    return network;
}

int64_t minimum_cut(
    const Graph *forward, const Graph *reverse, const uint8_t *cuttable, uint32_t source, uint32_t target) {
    static Frontier back;
    static uint32_t *number, *order;
    if (!number) {
        back = frontier(forward);
        number = allocate(4ull * forward->nodes);
        order = allocate(4ull * (forward->nodes + 1));
    }
    reach_prefetched(reverse, back, target);
    if (!back.seen[source]) return 0;
    uint32_t count = 0;
    Network network = between(forward, back.seen, cuttable, source, target, number, order, &count);
    uint32_t nodes = 2 * count, sink = 2 * number[target] + 1;
    int32_t *level = malloc(4ull * nodes);
    uint32_t *current = malloc(4ull * nodes), *way = malloc(4ull * nodes), *queue = malloc(4ull * nodes);
    int64_t flow = 0;
    while (flow < UNBOUNDED && layer(&network, nodes, 0, sink, level, queue)) {
        memcpy(current, network.head, 4ull * nodes);
        flow += saturate(&network, 0, sink, level, current, way);
    }
    free(network.head), free(network.next), free(network.to), free(network.room);
    free(level), free(current), free(way), free(queue);
    return flow < UNBOUNDED ? flow : -1;  // -1: nothing that may be cut lies on some way
}

// Building compressed sparse rows by counting, and giving nodes that lie near each other near numbers.
#include "reference.h"

#include <stdlib.h>
#include <string.h>

static Graph counted(uint32_t nodes, uint64_t edges, const uint32_t *source) {
    Graph graph = {.nodes = nodes, .edges = edges};
    graph.first = allocate(4ull * (nodes + 2));
    graph.target = allocate(4 * edges);
    for (uint64_t i = 0; i < edges; i++) graph.first[source[i] + 2]++;
    for (uint32_t v = 2; v < nodes + 2; v++) graph.first[v] += graph.first[v - 1];
    return graph;  // first[v + 1] is where the next edge of v goes
}

Graph build(uint32_t nodes, uint64_t edges, const uint32_t *source, const uint32_t *target) {
    Graph graph = counted(nodes, edges, source);
    for (uint64_t i = 0; i < edges; i++) graph.target[graph.first[source[i] + 1]++] = target[i];
    return graph;
}

Graph build_timed(const Columns *columns) {
    Graph graph = counted(columns->nodes, columns->edges, columns->source);
    graph.from = allocate(4 * columns->edges);
    graph.until = allocate(4 * columns->edges);
    graph.linger = allocate(4 * columns->edges);
    for (uint64_t i = 0; i < columns->edges; i++) {
        uint32_t place = graph.first[columns->source[i] + 1]++;
        graph.target[place] = columns->target[i];
        graph.from[place] = columns->from[i];
        graph.until[place] = columns->until[i];
        graph.linger[place] = columns->linger[i];
    }
    return graph;
}

// Numbers nodes in the order in which a breadth-first search that ignores direction meets them.
Graph renumbered(const Graph *forward, const Graph *reverse, uint32_t *number) {
    uint32_t nodes = forward->nodes, met = 0, next = 0;
    uint32_t *order = allocate(4ull * nodes);
    memset(number, 0xff, 4ull * nodes);
    for (uint32_t root = 0; root < nodes; root++) {
        if (number[root] != UINT32_MAX) continue;
        number[root] = met;
        order[met++] = root;
        for (; next < met; next++) {
            const Graph *both[2] = {forward, reverse};
            for (int side = 0; side < 2; side++) {
                const Graph *graph = both[side];
                for (uint32_t i = graph->first[order[next]]; i < graph->first[order[next] + 1]; i++) {
                    uint32_t w = graph->target[i];
                    if (number[w] != UINT32_MAX) continue;
                    number[w] = met;
                    order[met++] = w;
                }
            }
        }
    }
    Graph graph = {.nodes = nodes, .edges = forward->edges};
    graph.first = allocate(4ull * (nodes + 2));
    graph.target = allocate(4 * forward->edges);
    uint32_t place = 0;
    for (uint32_t v = 0; v < nodes; v++) {
        graph.first[v] = place;
        for (uint32_t i = forward->first[order[v]]; i < forward->first[order[v] + 1]; i++)
            graph.target[place++] = number[forward->target[i]];
    }
    graph.first[nodes] = place;
    free(order);
    return graph;
}

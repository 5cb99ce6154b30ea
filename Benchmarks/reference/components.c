// Strong components of what is only lent (borrowed control and sessions), times left out: Tarjan's algorithm, unrolled.
#include "reference.h"

#include <stdlib.h>

uint32_t *lending_components(const Graph *graph, uint32_t *count) {
    uint32_t nodes = graph->nodes, visits = 0, depth = 0, open = 0;
    uint32_t *component = allocate(4ull * nodes), *order = allocate(4ull * nodes), *lowest = allocate(4ull * nodes);
    uint32_t *next = allocate(4ull * nodes), *path = allocate(4ull * nodes), *stack = allocate(4ull * nodes);
    *count = 0;
    for (uint32_t root = 0; root < nodes; root++) {
        if (order[root]) continue;
        path[depth++] = root;
        while (depth) {
            uint32_t v = path[depth - 1];
            if (!order[v]) {
                order[v] = lowest[v] = ++visits;
                next[v] = graph->first[v];
                stack[open++] = v;
            }
            while (next[v] < graph->first[v + 1]) {
                uint32_t i = next[v]++, w = graph->target[i];
                if (graph->linger[i] == KEPT) continue;
                if (!order[w]) {
                    path[depth++] = w;
                    break;
                }
                if (!component[w] && order[w] < lowest[v]) lowest[v] = order[w];
            }
            if (path[depth - 1] != v) continue;
            if (lowest[v] == order[v]) {
                ++*count;
                do component[stack[--open]] = *count;
                while (stack[open] != v);
            }
            depth--;
            if (depth && lowest[v] < lowest[path[depth - 1]]) lowest[path[depth - 1]] = lowest[v];
        }
    }
    free(order), free(lowest), free(next), free(path), free(stack);
    return component;  // numbered from 1
}

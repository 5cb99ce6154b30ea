// Dominator tree by the Semi-NCA algorithm (Georgiadis, Linear-Time Algorithms for Dominators and Related Problems,
// 2005): semidominators as Lengauer and Tarjan find them, then each node climbs from its parent to the first one not
// below its semidominator. Nodes are numbered in preorder from 1; 0 stands for what is not reached.
#include "reference.h"

#include <string.h>

static uint32_t *number, *vertex, *parent, *semi, *label, *ancestor, *dominator, *next, *stack;

static void prepare(uint32_t nodes) {
    uint32_t **arrays[] = {&number, &vertex, &parent, &semi, &label, &ancestor, &dominator, &next, &stack};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) *arrays[i] = allocate(4ull * (nodes + 1));
}

static uint32_t search(const Graph *graph, uint32_t root) {
    uint32_t count = 1, depth = 1;
    memset(number, 0, 4ull * graph->nodes);
    number[root] = 1;
    vertex[1] = root;
    next[1] = graph->first[root];
    stack[0] = 1;
    while (depth) {
        uint32_t v = stack[depth - 1];
        if (next[v] == graph->first[vertex[v] + 1]) {
            depth--;
            continue;
        }
        uint32_t w = graph->target[next[v]++];
        if (number[w]) continue;
        number[w] = ++count;
        vertex[count] = w;
        parent[count] = v;
        next[count] = graph->first[w];
        stack[depth++] = count;
    }
    return count;
}

// The least semidominator on the path from v up to the last linked ancestor, which is above `linked`; compresses it.
static uint32_t evaluate(uint32_t v, uint32_t linked) {
    if (v < linked) return v;
    uint32_t depth = 0, x = v;
    for (; ancestor[x] >= linked; x = ancestor[x]) stack[depth++] = x;
    while (depth) {
        uint32_t y = stack[--depth];
        if (label[x] < label[y]) label[y] = label[x];
        ancestor[y] = ancestor[x];
        x = y;
    }
    return label[v];
}

Dominators dominators(const Graph *forward, const Graph *reverse, uint32_t root) {
    if (!number) prepare(forward->nodes);
    uint32_t count = search(forward, root);
    for (uint32_t v = 1; v <= count; v++) {
        semi[v] = label[v] = v;
        ancestor[v] = dominator[v] = parent[v];
    }
    for (uint32_t v = count; v > 1; v--) {
        uint32_t least = parent[v];
        for (uint32_t i = reverse->first[vertex[v]]; i < reverse->first[vertex[v] + 1]; i++) {
            uint32_t u = number[reverse->target[i]];
            if (!u) continue;
            uint32_t candidate = evaluate(u, v + 1);
            if (candidate < least) least = candidate;
        }
        semi[v] = label[v] = least;
    }
    for (uint32_t v = 2; v <= count; v++)
        while (dominator[v] > semi[v]) dominator[v] = dominator[dominator[v]];
    Dominators result = {.reached = count};
    memset(next, 0, 4ull * (count + 1));
    for (uint32_t v = 2; v <= count; v++) {
        uint32_t d = dominator[v];
        result.dominating += d != 1 && !next[d];
        next[d] = 1;
    }
    return result;
}

// What plain, single-threaded C does with the same graphs: the measure of this machine, not of a product.
#ifndef REFERENCE_H
#define REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define OPEN UINT32_MAX  // no end known
#define KEPT UINT32_MAX  // the far end of an edge stays held

// Compressed sparse rows: the edges of node v are those from first[v] up to first[v + 1].
typedef struct {
    uint32_t nodes;
    uint64_t edges;
    uint32_t *first, *target;
    uint32_t *from, *until, *linger;  // null where a work needs no times
} Graph;

// The columns as they lie on disk.
typedef struct {
    uint32_t nodes;
    uint64_t edges;
    const uint32_t *source, *target, *from, *until, *linger, *issued, *expires;
    const uint8_t *kind, *cuttable;
    const char *names;  // one a line
    size_t names_size;
} Columns;

// columns.c
uint64_t now(void);  // nanoseconds
void *allocate(size_t bytes);  // zeroed, aligned to huge pages; ends the process when there is no memory
const void *map_file(const char *folder, const char *name, size_t *size);  // null when there is no such file
Columns open_columns(const char *folder);

// graph.c
Graph build(uint32_t nodes, uint64_t edges, const uint32_t *source, const uint32_t *target);
Graph build_timed(const Columns *columns);
Graph renumbered(const Graph *forward, const Graph *reverse, uint32_t *number);

// reach.c
typedef struct {
    uint8_t *seen;
    uint32_t *queue;
} Frontier;
Frontier frontier(const Graph *graph);
uint32_t reach_plain(const Graph *graph, Frontier space, uint32_t start);
uint32_t reach_prefetched(const Graph *graph, Frontier space, uint32_t start);

// arrival.c
typedef struct {
    uint32_t reached;
    uint64_t sum;  // of the moments at which the reached nodes are first held
    uint32_t live;
} Arrival;
Arrival earliest_arrival(const Graph *graph, uint32_t start, uint32_t time);

// holdings.c
void prepare_holdings(const Graph *graph, const Columns *columns);
Arrival holdings(const Graph *graph, const Columns *columns, uint32_t start, uint32_t time, uint32_t live_at);

// components.c
uint32_t *lending_components(const Graph *graph, uint32_t *count);

// path.c, dominators.c, cut.c
int32_t shortest_path(const Graph *forward, const Graph *reverse, uint32_t source, uint32_t target);
typedef struct {
    uint32_t reached, dominating;  // dominating: nodes but the root that are some node's immediate dominator
} Dominators;
Dominators dominators(const Graph *forward, const Graph *reverse, uint32_t root);
int64_t minimum_cut(
    const Graph *forward, const Graph *reverse, const uint8_t *cuttable, uint32_t source, uint32_t target);

// scan.c
uint32_t matching_lines(const char *text, size_t size, const char *needle);

// limits.c
void print_limits(void);

#endif

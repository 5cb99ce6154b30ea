// Answers requests, one a line, as Benchmarks/README.md says: WORK BUDGET QUERY... with a line of JSON.
#define _GNU_SOURCE
#include "reference.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Columns columns;
static Graph forward, reverse, near;
static Frontier space;
static uint32_t *number;

typedef struct {
    uint32_t field[3];
    const char *text;
} Query;

static void renumber(void) {
    if (number) return;
    number = allocate(4ull * forward.nodes);
    near = renumbered(&forward, &reverse, number);
}

static void prepare_labels(void) { prepare_holdings(&forward, &columns); }

static int blast(Query q, char *out) { return sprintf(out, "%u", reach_plain(&forward, space, q.field[0])); }
static int blast_prefetched(Query q, char *out) {
    return sprintf(out, "%u", reach_prefetched(&forward, space, q.field[0]));
}
static int blast_renumbered(Query q, char *out) {
    return sprintf(out, "%u", reach_plain(&near, space, number[q.field[0]]));
}
static int blast_renumbered_prefetched(Query q, char *out) {
    return sprintf(out, "%u", reach_prefetched(&near, space, number[q.field[0]]));
}
static int impact(Query q, char *out) { return sprintf(out, "%u", reach_plain(&reverse, space, q.field[0])); }
static int timed(Query q, char *out) {
    Arrival found = earliest_arrival(&forward, q.field[0], q.field[1]);
    return sprintf(out, "[%u,%lu]", found.reached, (unsigned long)found.sum);
}
static int held(Query q, char *out) {
    Arrival found = holdings(&forward, &columns, q.field[0], q.field[1], q.field[2]);
    return sprintf(out, "[%u,%lu,%u]", found.reached, (unsigned long)found.sum, found.live);
}
static int path(Query q, char *out) {
    return sprintf(out, "%d", shortest_path(&forward, &reverse, q.field[0], q.field[1]));
}
static int tree(Query q, char *out) {
    Dominators found = dominators(&forward, &reverse, q.field[0]);
    return sprintf(out, "[%u,%u]", found.reached, found.dominating);
}
static int cut(Query q, char *out) {
    return sprintf(out, "%ld", (long)minimum_cut(&forward, &reverse, columns.cuttable, q.field[0], q.field[1]));
}
static int filter(Query q, char *out) {
    return sprintf(out, "%u", matching_lines(columns.names, columns.names_size, q.text));
}

static const struct {
    const char *name;
    int (*answer)(Query, char *);
    void (*prepare)(void);
} works[] = {
    {"blast/plain", blast, NULL},
    {"blast/prefetch", blast_prefetched, NULL},
    {"blast/renumbered", blast_renumbered, renumber},
    {"blast/renumbered+prefetch", blast_renumbered_prefetched, renumber},
    {"timed/heap", timed, NULL},
    {"holds/heap", held, prepare_labels},
    {"path/bidirectional", path, NULL},
    {"impact/plain", impact, NULL},
    {"dominators/semi-nca", tree, NULL},
    {"cut/pruned", cut, NULL},
    {"filter/scan", filter, NULL},
};
enum { WORKS = sizeof works / sizeof *works };

static Query parsed(const char *word) {
    Query query = {.text = word};
    char *rest = (char *)word;
    for (int i = 0; i < 3 && *rest; i++) {
        query.field[i] = (uint32_t)strtoul(rest, &rest, 10);
        if (*rest != ',') break;
        rest++;
    }
    return query;
}

static void serve(char *line) {
    char *rest = NULL, *name = strtok_r(line, " \n", &rest), *budget = strtok_r(NULL, " \n", &rest);
    if (!name || !budget) return;
    int work = 0;
    while (work < WORKS && strcmp(works[work].name, name)) work++;
    if (work == WORKS) {
        printf("{\"error\":\"no such work\"}\n");
        return;
    }
    if (works[work].prepare) works[work].prepare();
    size_t room = strlen(rest) / 2 + 2, count = 0;
    uint64_t *taken = malloc(room * sizeof *taken), limit = now() + (uint64_t)(atof(budget) * 1e9);
    char *answers = malloc(room * 80), *end = answers;
    for (char *word; (word = strtok_r(NULL, " \n", &rest)) && (!count || now() < limit); count++) {
        Query query = parsed(word);
        if (count) *end++ = ',';
        uint64_t began = now();
        int written = works[work].answer(query, end);
        taken[count] = now() - began;
        end += written;
    }
    printf("{\"nanoseconds\":[");
    for (size_t i = 0; i < count; i++) printf("%s%lu", i ? "," : "", (unsigned long)taken[i]);
    printf("],\"answers\":[%.*s]}\n", (int)(end - answers), answers);
    free(taken), free(answers);
}

static void describe(void) {
    printf("\"version\":\"gcc %s\",\"loads\":{},\"works\":[", __VERSION__);
    for (int i = 0; i < WORKS; i++) printf("%s\"%s\"", i ? "," : "", works[i].name);
    printf("]}\n");
    fflush(stdout);
}

int main(int count, char **arguments) {
    if (count == 2 && !strcmp(arguments[1], "limits")) {
        print_limits();
        return 0;
    }
    if (count != 2) {
        fprintf(stderr, "usage: reference limits | works | GRAPH\n");
        return 2;
    }
    if (!strcmp(arguments[1], "works")) {
        printf("{");
        describe();
        return 0;
    }
    columns = open_columns(arguments[1]);
    uint64_t began = now();
    forward = build_timed(&columns);
    reverse = build(columns.nodes, columns.edges, columns.target, columns.source);
    uint64_t taken = now() - began;
    space = frontier(&forward);
    printf("{\"ready\":{\"nanoseconds\":%lu,\"nodes\":%u,\"edges\":%lu},", (unsigned long)taken, columns.nodes,
           (unsigned long)columns.edges);
    describe();
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, stdin) > 0) {
        serve(line);
        fflush(stdout);
    }
    free(line);
    return 0;
}

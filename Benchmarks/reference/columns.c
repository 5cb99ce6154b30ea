#define _GNU_SOURCE
#include "reference.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

void *allocate(size_t bytes) {
    const size_t page = 2u << 20;
    bytes = (bytes + 64 + page - 1) & ~(page - 1);
    void *memory = aligned_alloc(page, bytes);
    if (!memory) {
        fprintf(stderr, "no memory for %zu bytes\n", bytes);
        exit(1);
    }
    return memset(memory, 0, bytes);
}

const void *map_file(const char *folder, const char *name, size_t *size) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    int file = open(path, O_RDONLY);
    if (file < 0) return NULL;
    struct stat about;
    fstat(file, &about);
    *size = (size_t)about.st_size;
    void *memory = mmap(NULL, *size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    close(file);
    return memory == MAP_FAILED ? NULL : memory;
}

// A one-dimensional .npy file of version 1: its header's length stands in bytes 8 and 9.
static const void *array(const char *folder, const char *name, size_t width, uint64_t *count) {
    char path[64];
    size_t size = 0;
    snprintf(path, sizeof path, "npy/%s.npy", name);
    const uint8_t *bytes = map_file(folder, path, &size);
    if (!bytes || size < 10 || memcmp(bytes, "\x93NUMPY\x01", 7)) return NULL;
    size_t header = 10 + (size_t)(bytes[8] | bytes[9] << 8);
    if (count) *count = (size - header) / width;
    return bytes + header;
}

Columns open_columns(const char *folder) {
    uint64_t nodes = 0, edges = 0;
    Columns columns = {0};
    columns.source = array(folder, "src", 4, &edges);
    columns.target = array(folder, "dst", 4, NULL);
    columns.from = array(folder, "from", 4, NULL);
    columns.until = array(folder, "until", 4, NULL);
    columns.linger = array(folder, "linger", 4, NULL);
    columns.issued = array(folder, "issued", 4, NULL);
    columns.expires = array(folder, "expires", 4, NULL);
    columns.kind = array(folder, "nkind", 1, &nodes);
    columns.cuttable = array(folder, "cuttable", 1, NULL);
    columns.names = map_file(folder, "names.txt", &columns.names_size);
    if (!columns.source || !columns.target || !columns.from || !columns.until || !columns.linger || !columns.issued ||
        !columns.expires || !columns.kind || !columns.cuttable || !columns.names) {
        fprintf(stderr, "%s: not a complete folder of a graph\n", folder);
        exit(1);
    }
    columns.nodes = (uint32_t)nodes;
    columns.edges = edges;
    return columns;
}

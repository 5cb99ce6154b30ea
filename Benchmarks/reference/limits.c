// What the memory of this machine gives one thread.
#include "reference.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROUNDS = 5, LINE = 64 };

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values) {
    qsort(values, ROUNDS, sizeof *values, ascending);
    return values[ROUNDS / 2];
}

static volatile uint64_t sink;  // keeps what is read from being optimised away

static void bandwidth(void) {
    uint64_t memory = (uint64_t)sysconf(_SC_PHYS_PAGES) * (uint64_t)sysconf(_SC_PAGESIZE);
    size_t bytes = memory / 8 < (1ull << 30) ? memory / 8 & ~(size_t)0xffff : 1ull << 30;
    uint64_t *words = allocate(bytes);
    double read[ROUNDS], write[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t began = now(), sums[8] = {0};
        for (size_t i = 0; i < bytes / 8; i += 8)
            for (int lane = 0; lane < 8; lane++) sums[lane] += words[i + lane];
        for (int lane = 0; lane < 8; lane++) sink += sums[lane];
        read[round] = bytes / (double)(now() - began);
        began = now();
        memset(words, round + 1, bytes);
        write[round] = bytes / (double)(now() - began);
    }
    printf("\"sequential_read_GB_per_s\":%.1f,\"sequential_write_GB_per_s\":%.1f", median(read), median(write));
    free(words);
}

static uint64_t scramble(uint64_t *state) {
    *state = *state * 6364136223846793005ull + 1442695040888963407ull;
    return *state >> 33;
}

// One word in each cache line names the next line of a single cycle through all of them, in random order.
static uint64_t *cycle(size_t lines) {
    uint64_t *words = allocate(lines * LINE), state = 1;
    uint32_t *order = allocate(4 * lines);
    for (uint32_t i = 0; i < lines; i++) order[i] = i;
    for (size_t i = lines - 1; i > 0; i--) {
        size_t j = scramble(&state) % (i + 1);
        uint32_t swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
    }
    for (size_t i = 0; i < lines; i++) words[(size_t)order[i] * 8] = (uint64_t)order[(i + 1) % lines] * 8;
    free(order);
    return words;
}

static void latency(size_t megabytes) {
    size_t lines = (megabytes << 20) / LINE, steps = 1000000;
    uint64_t *words = cycle(lines), state = 7, place = 0;
    double chased[ROUNDS], independent[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t began = now();
        for (size_t i = 0; i < steps; i++) place = words[place];
        chased[round] = (double)(now() - began) / steps;
        uint64_t sum = place;
        began = now();
        for (size_t i = 0; i < steps; i++) sum += words[scramble(&state) % lines * 8];
        independent[round] = (double)(now() - began) / steps;
        sink += sum;
    }
    printf(",\"dependent_read_%zuMB_ns\":%.1f,\"independent_read_%zuMB_ns\":%.1f", megabytes, median(chased), megabytes,
           median(independent));
    free(words);
}

void print_limits(void) {
    printf("{");
    bandwidth();
    for (size_t megabytes = 1; megabytes <= 256; megabytes *= 4) latency(megabytes);
    printf("}\n");
}

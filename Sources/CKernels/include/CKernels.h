#pragma once
// The few things that a hot loop needs and Swift has no words for.

#include <stddef.h>
#include <stdint.h>

/// Asks for the cache line at `address`, which need not be valid memory.
static inline void kernel_prefetch(const void *_Nullable address) { __builtin_prefetch(address, 0, 3); }

/// Asks for the cache line at `address` in order to write to it.
static inline void kernel_prefetch_to_write(const void *_Nullable address) { __builtin_prefetch(address, 1, 3); }

/// Raises each of the 64 bytes at `into` to that of the 64 at `from`, where that is larger.
static inline void kernel_raise_line(uint8_t *_Nonnull into, const uint8_t *_Nonnull from) {
    for (int i = 0; i < 64; i++) into[i] = into[i] < from[i] ? from[i] : into[i];
}

/// The sum of what `values` says of each of the 64 bytes at `line`, all of which have a value.
static inline uint64_t kernel_sum_line(const uint8_t *_Nonnull line, const uint64_t *_Nonnull values) {
    uint64_t sums[4] = {0, 0, 0, 0};
    for (int i = 0; i < 64; i++) sums[i & 3] += values[line[i]];
    return sums[0] + sums[1] + sums[2] + sums[3];
}

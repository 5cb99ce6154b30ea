#pragma once
// The few things that a hot loop needs and Swift has no words for.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Asks for the cache line at `address`, which need not be valid memory.
static inline void kernel_prefetch(const void *_Nullable address) { __builtin_prefetch(address, 0, 3); }

/// Asks for the cache line at `address` in order to write to it.
static inline void kernel_prefetch_to_write(const void *_Nullable address) { __builtin_prefetch(address, 1, 3); }

/// Whether the `length` bytes at both places are the same.
static inline bool kernel_equal(const uint8_t *_Nonnull a, const uint8_t *_Nonnull b, size_t length) {
    return __builtin_memcmp(a, b, length) == 0;
}

#pragma once
// The few things that a hot loop needs and Swift has no words for.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "RowSearch.h"

/// Asks for the cache line at `address`, which need not be valid memory.
static inline void kernel_prefetch(const void *_Nullable address) { __builtin_prefetch(address, 0, 3); }

/// Asks for the cache line at `address` in order to write to it.
static inline void kernel_prefetch_to_write(const void *_Nullable address) { __builtin_prefetch(address, 1, 3); }

/// Whether the `length` bytes at both places are the same.
static inline bool kernel_equal(const uint8_t *_Nonnull a, const uint8_t *_Nonnull b, size_t length) {
    return __builtin_memcmp(a, b, length) == 0;
}

/// The CRC-32C (Castagnoli, as in RFC 3720) of `length` bytes, going on from the checksum of what stands before them;
/// 0 to begin. By the processor's own instruction where it has one.
uint32_t kernel_crc32c(uint32_t before, const void *_Nullable bytes, size_t length);

/// The same without the instruction, however slow: what other processors compute.
uint32_t kernel_crc32c_by_tables(uint32_t before, const void *_Nullable bytes, size_t length);

/// Watches a mapped file: when a page of it can no longer be read (the file was cut short, or the disk fails), zeroes
/// take the place of the rest, and the mapping counts as damaged. Without this the process would die of SIGBUS.
/// Returns the number of the watch, or -1 when there are too many.
int mapping_watch(const void *_Nonnull start, size_t length);

/// Whether some page of the mapping could not be read.
bool mapping_is_damaged(int watch);

/// Ends the watch; call it before the memory is unmapped.
void mapping_unwatch(int watch);

/// For other handlers of SIGBUS: mends the page at `address` when it lies in a watched mapping. Safe in a handler.
/// False when the address is no mapping's: then the signal is a real fault.
bool mapping_mend(const void *_Nullable address);

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

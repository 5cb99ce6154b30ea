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

/// Asks for memory pages of two mebibytes, where the system has them: it takes hundreds of small ones to fill what one
/// large page does, and loops that read here and there spend a good part of their time on finding out where small ones
/// lie. Nothing happens to memory of less than a few megabytes.
void kernel_prefer_large_pages(const void *_Nullable memory, size_t length);

/// Has the system begin to put this part of a file on the disk, where it can be told so: less is left to wait for when
/// the file is synchronized. Promises nothing.
void kernel_begin_writing_back(int file, uint64_t offset, size_t length);

/// The product of both, its halves folded together.
static inline uint64_t kernel_fold(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/// A hash of `length` bytes under two random keys, by folded multiplication: sixteen bytes a step, short texts in two.
static inline uint64_t kernel_hash(const uint8_t *_Nonnull bytes, size_t length, uint64_t key, uint64_t other) {
    uint64_t low = 0, high = 0, state = key ^ length;
    if (length > 16) {
        for (size_t at = 0; at + 16 < length; at += 16) {
            __builtin_memcpy(&low, bytes + at, 8);
            __builtin_memcpy(&high, bytes + at + 8, 8);
            state = kernel_fold(low ^ other, high ^ state);
        }
        __builtin_memcpy(&low, bytes + length - 16, 8);
        __builtin_memcpy(&high, bytes + length - 8, 8);
    } else if (length >= 8) {
        __builtin_memcpy(&low, bytes, 8);
        __builtin_memcpy(&high, bytes + length - 8, 8);
    } else if (length >= 4) {
        __builtin_memcpy(&low, bytes, 4);
        __builtin_memcpy(&high, bytes + length - 4, 4);
    } else if (length > 0) {
        low = (uint64_t)bytes[0] << 16 | (uint64_t)bytes[length / 2] << 8 | bytes[length - 1];
    }
    return kernel_fold(kernel_fold(low ^ other, high ^ state), key ^ 0x9E3779B97F4A7C15u);
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

#include "RowSearch.h"

#include <stdbool.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

/// 64 bytes at a time, in as many registers as that takes: clang turns vectors of any size into what the processor has.
enum { BLOCK = 64 };
typedef uint8_t block __attribute__((vector_size(BLOCK)));
typedef int8_t signed_block __attribute__((vector_size(BLOCK)));
typedef bool block_bits __attribute__((ext_vector_type(BLOCK)));

INLINE uint64_t packed(block_bits bits) {
    uint64_t mask;
    memcpy(&mask, &bits, sizeof mask);
    // Masks are combined as integers; left to itself the compiler may combine them as vectors, bit by bit.
    __asm__("" : "+r"(mask));
    return mask;
}

/// In which of the 64 bytes `byte` stands, the first one in the lowest bit.
INLINE uint64_t places(const uint8_t *at, uint8_t byte) {
    block bytes;
    memcpy(&bytes, at, BLOCK);
    return packed(__builtin_convertvector(bytes == byte, block_bits));
}

/// Which of the 64 bytes are no ASCII.
INLINE uint64_t high_places(const uint8_t *at) {
    signed_block bytes;
    memcpy(&bytes, at, BLOCK);
    return packed(__builtin_convertvector(bytes < 0, block_bits));
}

INLINE size_t least(size_t left, size_t right) { return left < right ? left : right; }

INLINE unsigned ones(uint64_t bits) { return (unsigned)__builtin_popcountll(bits); }

INLINE void mark(uint64_t *found, size_t row) { found[row >> 6] |= (uint64_t)1 << (row & 63); }

/// The bits of `hits` that lie beyond the row in which `lowest`, one of them, lies.
INLINE uint64_t beyond_row(uint64_t hits, uint64_t lowest, uint64_t ends) {
    uint64_t later_ends = ends & -lowest;
    return hits & ~(later_ends ^ (later_ends - 1));
}

/// Where in a block the needle may begin. Up to three bytes this is exact; of longer ones it compares the first and the
/// last byte (after Wojciech Muła's generic SIMD search). `length` is a constant or more than 3.
INLINE uint64_t candidates(const uint8_t *at, const uint8_t *needle, size_t length) {
    uint64_t hits = places(at, needle[0]);
    if (length > 1) hits &= places(at + length - 1, needle[length - 1]);
    if (length == 3) hits &= places(at + 1, needle[1]);
    return hits;
}

INLINE bool is_at(const uint8_t *at, const uint8_t *needle, size_t length) {
    return length <= 3 || memcmp(at + 1, needle + 1, length - 2) == 0;
}

/// The end of the text, byte by byte.
static void find_slowly(
    kernel_rows rows, size_t at, size_t row, size_t end, const uint8_t *needle, size_t length, uint64_t *found) {
    for (; row < end && at < rows.length; at++) {
        if (rows.bytes[at] == KERNEL_ROW_END) {
            row++;
        } else if (length <= rows.length - at && memcmp(rows.bytes + at, needle, length) == 0) {
            mark(found, row);
        }
    }
}

/// Rows are counted by their ends as they pass, so that nothing but the text itself is read.
INLINE void find(
    kernel_rows rows, size_t first, size_t end, const uint8_t *needle, size_t length, uint64_t *found) {
    size_t at = least(rows.starts[first], rows.length), row = first;
    for (; row < end && rows.length - at >= BLOCK + length - 1; at += BLOCK) {
        const uint8_t *here = rows.bytes + at;
        uint64_t hits = candidates(here, needle, length), ends = places(here, KERNEL_ROW_END);
        while (hits) {
            uint64_t lowest = hits & -hits;
            if (is_at(here + __builtin_ctzll(hits), needle, length)) {
                size_t hit = row + ones(ends & (lowest - 1));
                if (hit >= end) return;
                mark(found, hit);
                hits = beyond_row(hits, lowest, ends);
            } else {
                hits ^= lowest;
            }
        }
        row += ones(ends);
    }
    find_slowly(rows, at, row, end, needle, length, found);
}

INLINE void find_beyond_ascii(kernel_rows rows, size_t first, size_t end, uint64_t *found) {
    size_t at = least(rows.starts[first], rows.length), row = first;
    for (; row < end && rows.length - at >= BLOCK; at += BLOCK) {
        uint64_t ends = places(rows.bytes + at, KERNEL_ROW_END);
        uint64_t hits = high_places(rows.bytes + at) & ~ends;
        while (hits) {
            uint64_t lowest = hits & -hits;
            size_t hit = row + ones(ends & (lowest - 1));
            if (hit >= end) return;
            mark(found, hit);
            hits = beyond_row(hits, lowest, ends);
        }
        row += ones(ends);
    }
    for (; row < end && at < rows.length; at++) {
        if (rows.bytes[at] == KERNEL_ROW_END) {
            row++;
        } else if (rows.bytes[at] >= 0x80) {
            mark(found, row);
        }
    }
}

/// Whether the needle lies in the bytes from `at` up to `end`.
INLINE bool occurs(kernel_rows rows, size_t at, size_t end, const uint8_t *needle, size_t length) {
    if (end - at < length) return false;
    size_t last = end - length;
    for (; at <= last && rows.length - at >= BLOCK + length - 1; at += BLOCK) {
        uint64_t hits = candidates(rows.bytes + at, needle, length);
        if (last - at < BLOCK - 1) hits &= ((uint64_t)2 << (last - at)) - 1;
        for (; hits; hits &= hits - 1) {
            if (is_at(rows.bytes + at + __builtin_ctzll(hits), needle, length)) return true;
        }
    }
    for (; at <= last; at++) {
        if (memcmp(rows.bytes + at, needle, length) == 0) return true;
    }
    return false;
}

/// How many words of 64 rows ahead texts are asked for: few of them lie near one another.
enum { AHEAD = 8 };

INLINE void fetch(kernel_rows rows, size_t word, uint64_t among) {
    for (; among; among &= among - 1) {
        size_t row = (word << 6) + (size_t)__builtin_ctzll(among);
        if (row < rows.count) __builtin_prefetch(rows.bytes + least(rows.starts[row], rows.length));
    }
}

INLINE void find_among(
    kernel_rows rows, const uint64_t *among, size_t first, size_t end, const uint8_t *needle, size_t length,
    uint64_t *found) {
    size_t words = (end + 63) >> 6;
    for (size_t word = first >> 6; word < words; word++) {
        if (word + AHEAD < words) fetch(rows, word + AHEAD, among[word + AHEAD]);
        for (uint64_t open = among[word]; open; open &= open - 1) {
            size_t row = (word << 6) + (size_t)__builtin_ctzll(open);
            if (row >= end) return;
            size_t from = least(rows.starts[row], rows.length), until = least(rows.starts[row + 1], rows.length);
            // The byte before the next row's start is the end of this one.
            if (from < until && occurs(rows, from, until - 1, needle, length)) mark(found, row);
        }
    }
}

/// The searches above with lengths for constants, for one sort of processor.
#define FOR_LENGTHS(call, ...) \
    switch (length) { \
    case 1: call(__VA_ARGS__, needle, 1, found); return; \
    case 2: call(__VA_ARGS__, needle, 2, found); return; \
    case 3: call(__VA_ARGS__, needle, 3, found); return; \
    default: call(__VA_ARGS__, needle, length, found); \
    }
#define SEARCHES(suffix, features) \
    features static void find_##suffix( \
        kernel_rows rows, size_t first, size_t end, const uint8_t *needle, size_t length, uint64_t *found) { \
        FOR_LENGTHS(find, rows, first, end) \
    } \
    features static void find_among_##suffix( \
        kernel_rows rows, const uint64_t *among, size_t first, size_t end, const uint8_t *needle, size_t length, \
        uint64_t *found) { \
        FOR_LENGTHS(find_among, rows, among, first, end) \
    } \
    features static void find_beyond_ascii_##suffix( \
        kernel_rows rows, size_t first, size_t end, uint64_t *found) { \
        find_beyond_ascii(rows, first, end, found); \
    }

SEARCHES(baseline, )
#if defined(__x86_64__)
SEARCHES(avx2, __attribute__((target("avx2,bmi,bmi2,popcnt"))))
#define HAS_AVX2 (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt"))
#define DISPATCH(name, ...) \
    if (HAS_AVX2) { \
        name##_avx2(__VA_ARGS__); \
    } else { \
        name##_baseline(__VA_ARGS__); \
    }
#else
#define DISPATCH(name, ...) name##_baseline(__VA_ARGS__);
#endif

void kernel_rows_containing(
    kernel_rows rows, size_t first, size_t end, const uint8_t *needle, size_t length, uint64_t *found) {
    if (length == 0 || first >= least(end, rows.count)) return;
    DISPATCH(find, rows, first, least(end, rows.count), needle, length, found)
}

void kernel_rows_among_containing(
    kernel_rows rows, const uint64_t *among, size_t first, size_t end, const uint8_t *needle, size_t length,
    uint64_t *found) {
    if (length == 0 || first >= least(end, rows.count)) return;
    DISPATCH(find_among, rows, among, first, least(end, rows.count), needle, length, found)
}

void kernel_rows_beyond_ascii(kernel_rows rows, size_t first, size_t end, uint64_t *found) {
    if (first >= least(end, rows.count)) return;
    DISPATCH(find_beyond_ascii, rows, first, least(end, rows.count), found)
}

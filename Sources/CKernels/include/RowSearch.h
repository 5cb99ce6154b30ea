#pragma once
// Searching many short texts at once, wide registers permitting.

#include <stddef.h>
#include <stdint.h>

/// What stands after each row: no byte of UTF-8.
#define KERNEL_ROW_END 0xFF

/// Many short texts in one run of bytes, each followed by KERNEL_ROW_END.
///
/// Nothing is taken for granted of the numbers in `starts`: what leads outside of `bytes` finds nothing.
typedef struct {
    const uint8_t *_Nonnull bytes;
    size_t length;
    /// Where each row starts, and at the end where the last one ends: `count` + 1 numbers.
    const uint32_t *_Nonnull starts;
    size_t count;
} kernel_rows;

/// Sets in `found`, a bit for each row of `rows`, those of the rows from `first` (a multiple of 64) up to `end` that
/// contain the needle, which is not empty and does not hold KERNEL_ROW_END. The bits must be clear before.
void kernel_rows_containing(
    kernel_rows rows, size_t first, size_t end, const uint8_t *_Nonnull needle, size_t length,
    uint64_t *_Nonnull found);

/// The same for those of the rows that are set in `among`, one by one.
void kernel_rows_among_containing(
    kernel_rows rows, const uint64_t *_Nonnull among, size_t first, size_t end, const uint8_t *_Nonnull needle,
    size_t length, uint64_t *_Nonnull found);

/// Sets in `found` those of the rows from `first` up to `end` that hold anything but ASCII.
void kernel_rows_beyond_ascii(kernel_rows rows, size_t first, size_t end, uint64_t *_Nonnull found);

/// Texts of which rows are copies: `count` texts that start where `starts` says, and for each row which one it is.
typedef struct {
    const uint8_t *_Nullable bytes;
    size_t length;
    const uint32_t *_Nonnull starts;
    size_t count;
    const uint32_t *_Nonnull chosen;
} kernel_texts;

/// Writes the rows from `first` up to `end` to `bytes` at the places that `starts` gives them: the text of each with
/// ASCII letters in lower case, then KERNEL_ROW_END. A text that became shorter meanwhile is filled up with it.
void kernel_fold_rows(
    kernel_texts texts, size_t first, size_t end, const uint32_t *_Nonnull starts, uint8_t *_Nonnull bytes);

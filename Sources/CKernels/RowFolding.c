#include "RowSearch.h"

#include <string.h>

enum { STEP = 16 };
typedef uint8_t step __attribute__((vector_size(STEP)));

static inline uint8_t folded(uint8_t byte) { return (uint8_t)(byte - 'A') < 26 ? byte | 0x20 : byte; }

static inline step folded_step(const uint8_t *from) {
    step bytes;
    memcpy(&bytes, from, STEP);
    return bytes | ((step)((step)(bytes - 'A') < 26) & 0x20);
}

static inline size_t least(size_t left, size_t right) { return left < right ? left : right; }

void kernel_fold_rows(kernel_texts texts, size_t first, size_t end, const uint32_t *starts, uint8_t *bytes) {
    const size_t limit = first < end ? starts[end] : 0;
    for (size_t row = first; row < end; row++) {
        size_t to = starts[row], room = starts[row + 1] - to - 1, text = texts.chosen[row], from = 0, length = 0;
        if (text < texts.count) {
            from = least(texts.starts[text], texts.length);
            size_t until = least(texts.starts[text + 1], texts.length);
            length = until > from ? least(until - from, room) : 0;
        }
        size_t done = 0;
        // Whole steps may run past the row: the next row is written after it.
        for (; done < length && to + done + STEP <= limit && from + done + STEP <= texts.length; done += STEP) {
            step bytes_folded = folded_step(texts.bytes + from + done);
            memcpy(bytes + to + done, &bytes_folded, STEP);
        }
        for (; done < length; done++) bytes[to + done] = folded(texts.bytes[from + done]);
        memset(bytes + to + length, KERNEL_ROW_END, room - length + 1);
    }
}

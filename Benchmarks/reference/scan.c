// How many lines hold a text: 32 places at a time are compared by their first and last byte, the rest where both fit.
#define _GNU_SOURCE
#include "reference.h"

#include <string.h>
#ifdef __AVX2__
#include <immintrin.h>
#endif

static size_t next_line(const char *text, size_t size, size_t place) {
    const char *end = memchr(text + place, '\n', size - place);
    return end ? (size_t)(end - text) + 1 : size;
}

uint32_t matching_lines(const char *text, size_t size, const char *needle) {
    size_t length = strlen(needle), place = 0;
    uint32_t lines = 0;
#ifdef __AVX2__
    const __m256i first = _mm256_set1_epi8(needle[0]), last = _mm256_set1_epi8(needle[length - 1]);
    size_t skip = 0;  // up to where the line of the last hit goes
    for (; place + 32 + length <= size; place += 32) {
        __m256i heads = _mm256_loadu_si256((const __m256i *)(text + place));
        __m256i tails = _mm256_loadu_si256((const __m256i *)(text + place + length - 1));
        __m256i both = _mm256_and_si256(_mm256_cmpeq_epi8(heads, first), _mm256_cmpeq_epi8(tails, last));
        for (uint32_t fits = (uint32_t)_mm256_movemask_epi8(both); fits; fits &= fits - 1) {
            size_t hit = place + (size_t)__builtin_ctz(fits);
            if (hit < skip || memcmp(text + hit, needle, length)) continue;
            lines++;
            skip = next_line(text, size, hit);
        }
    }
    if (place < skip) place = skip;
#endif
    while (place < size) {
        const char *hit = memmem(text + place, size - place, needle, length);
        if (!hit) break;
        lines++;
        place = next_line(text, size, (size_t)(hit - text));
    }
    return lines;
}

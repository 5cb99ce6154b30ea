#include "CSimdjson.h"

namespace {

/// The length of the well-formed sequence at `i`, or 0; then `bad` is the length of its maximal subpart.
/// The ranges are those of table 3-7 of the Unicode standard.
size_t sequence_length(const uint8_t *bytes, size_t length, size_t i, size_t &bad) {
    uint8_t lead = bytes[i];
    bad = 1;
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (; bad < wanted; bad++) {
        if (i + bad >= length || bytes[i + bad] < low || bytes[i + bad] > high) return 0;
        low = 0x80;
        high = 0xBF;
    }
    return wanted;
}

} // namespace

size_t csj_first_invalid_utf8(const uint8_t *bytes, size_t length, size_t *bad_length) {
    for (size_t i = 0; i < length;) {
        size_t step = sequence_length(bytes, length, i, *bad_length);
        if (step == 0) return i;
        i += step;
    }
    *bad_length = 0;
    return CSJ_NOWHERE;
}

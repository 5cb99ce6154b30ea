#include "CSimdjson.h"

#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace {

/// For each of 64 bytes whether it is what is looked for.
struct Marks {
    uint64_t quotes = 0;
    uint64_t backslashes = 0;
    uint64_t opening = 0;
    uint64_t closing = 0;

    explicit Marks(const uint8_t *bytes) {
#if defined(__SSE2__)
        for (int part = 0; part < 4; part++) {
            __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + 16 * part));
            // The bit that tells brackets from braces is set in both.
            __m128i folded = _mm_or_si128(block, _mm_set1_epi8(0x20));
            auto where = [part](__m128i equal) { return uint64_t(uint32_t(_mm_movemask_epi8(equal))) << (16 * part); };
            quotes |= where(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')));
            backslashes |= where(_mm_cmpeq_epi8(block, _mm_set1_epi8('\\')));
            opening |= where(_mm_cmpeq_epi8(folded, _mm_set1_epi8('{')));
            closing |= where(_mm_cmpeq_epi8(folded, _mm_set1_epi8('}')));
        }
#else
        for (int place = 0; place < 64; place++) {
            uint8_t byte = bytes[place];
            quotes |= uint64_t(byte == '"') << place;
            backslashes |= uint64_t(byte == '\\') << place;
            opening |= uint64_t((byte | 0x20) == '{') << place;
            closing |= uint64_t((byte | 0x20) == '}') << place;
        }
#endif
    }
};

/// Which bytes follow a backslash that escapes them. `carried` says so of the first byte, and then of the next block's.
uint64_t escaped_bytes(uint64_t backslashes, bool &carried) {
    uint64_t escaped = carried ? 1 : 0;
    uint64_t pending = backslashes & ~escaped;
    carried = false;
    while (pending != 0) {
        int place = __builtin_ctzll(pending);
        if (place == 63) {
            carried = true;
            break;
        }
        escaped |= uint64_t(2) << place;
        pending &= ~(uint64_t(3) << place);
    }
    return escaped;
}

/// Each bit is the parity of the bits of `quotes` up to it: whether a byte is in a string.
uint64_t parities(uint64_t quotes) {
    for (int shift = 1; shift < 64; shift *= 2) quotes ^= quotes << shift;
    return quotes;
}

} // namespace

csj_cut csj_cut_elements(const uint8_t *bytes, size_t length) {
    csj_cut cut = {0, CSJ_NOWHERE, 0};
    bool is_escaped = false;
    uint64_t in_string = 0;
    size_t depth = 0;
    for (size_t start = 0; start < length; start += 64) {
        Marks marks(bytes + start);
        uint64_t quotes = marks.quotes;
        if (is_escaped || marks.backslashes != 0) quotes &= ~escaped_bytes(marks.backslashes, is_escaped);
        uint64_t strings = parities(quotes) ^ in_string;
        in_string = uint64_t(int64_t(strings) >> 63);
        uint64_t brackets = (marks.opening | marks.closing) & ~strings;
        if (length - start < 64) brackets &= (uint64_t(1) << (length - start)) - 1;
        for (; brackets != 0; brackets &= brackets - 1) {
            int place = __builtin_ctzll(brackets);
            if ((marks.opening >> place & 1) != 0) {
                if (++depth > cut.depth) cut.depth = depth;
            } else if (depth == 0) {
                cut.close = start + size_t(place);
                return cut;
            } else if (--depth == 0) {
                cut.end = start + size_t(place) + 1;
            }
        }
    }
    return cut;
}

size_t csj_cut_scalars(const uint8_t *bytes, size_t length) {
    size_t end = 0;
    size_t depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < length; i++) {
        if (in_string) {
            if (bytes[i] == '\\') i++;
            else if (bytes[i] == '"') in_string = false;
        } else if (bytes[i] == '"') {
            in_string = true;
        } else if ((bytes[i] | 0x20) == '{') {
            depth++;
        } else if ((bytes[i] | 0x20) == '}') {
            if (depth-- == 0) return end;
        } else if (bytes[i] == ',' && depth == 0) {
            end = i;
        }
    }
    return end;
}

size_t csj_cut_lines(const uint8_t *bytes, size_t length, uint8_t delimiter) {
    size_t end = 0;
    if (std::memchr(bytes, '"', length) == nullptr) {
        const void *last = memrchr(bytes, '\n', length);
        return last == nullptr ? 0 : size_t(static_cast<const uint8_t *>(last) - bytes) + 1;
    }
    bool at_start = true;
    for (size_t i = 0; i < length;) {
        if (at_start && bytes[i] == '"') {
            // To the quote that is not doubled.
            for (i++;; i++) {
                const void *quote = std::memchr(bytes + i, '"', length - i);
                if (quote == nullptr) return end;
                i = size_t(static_cast<const uint8_t *>(quote) - bytes) + 1;
                if (i >= length || bytes[i] != '"') break;
            }
            // A quote at the very end may yet be doubled.
            if (i >= length) return end;
            at_start = false;
        } else {
            at_start = bytes[i] == delimiter || bytes[i] == '\n';
            if (bytes[i++] == '\n') end = i;
        }
    }
    return end;
}

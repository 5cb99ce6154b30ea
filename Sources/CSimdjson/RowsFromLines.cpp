#include "Rows.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

using namespace csj;

namespace {

/// The first delimiter or line end from `text` on; `end` when there is none. Up to 16 bytes behind it are read.
const uint8_t *field_end(const uint8_t *text, const uint8_t *end, uint8_t delimiter) {
#if defined(__SSE2__)
    for (; text < end; text += 16) {
        __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text));
        __m128i found = _mm_or_si128(
            _mm_cmpeq_epi8(block, _mm_set1_epi8(char(delimiter))), _mm_cmpeq_epi8(block, _mm_set1_epi8('\n')));
        int marks = _mm_movemask_epi8(found);
        if (marks != 0) {
            const uint8_t *place = text + __builtin_ctz(unsigned(marks));
            return place < end ? place : end;
        }
    }
    return end;
#else
    while (text < end && *text != delimiter && *text != '\n') text++;
    return text;
#endif
}

bool is_word(const uint8_t *text, size_t length, const char *word) {
    if (length != std::strlen(word)) return false;
    for (size_t i = 0; i < length; i++) {
        if ((text[i] | 0x20) != uint8_t(word[i])) return false;
    }
    return true;
}

} // namespace

bool csj_rows::set_column(csj_cell &cell, csj_field_type type, const uint8_t *text, size_t length) {
    if (length == 0) return true;
    switch (type) {
    case CSJ_FIELD_TIME:
    case CSJ_FIELD_INTEGER:
        if (parse_integer(text, length, cell.number)) {
            cell.type = CSJ_CELL_NUMBER;
            return true;
        }
        return set_text(cell, type, text, length);
    case CSJ_FIELD_TRUTH: {
        bool is_true = is_word(text, length, "true") || (length == 1 && text[0] == '1');
        bool is_false = is_word(text, length, "false") || (length == 1 && text[0] == '0');
        cell = {nullptr, is_true, CSJ_CELL_TRUTH};
        return is_true || is_false;
    }
    default: return set_text(cell, type, text, length);
    }
}

void csj_rows::read_lines(uint8_t *bytes, size_t length, uint8_t delimiter, csj_piece &piece) {
    start();
    const uint8_t *const end = bytes + length;
    // What a field without an end would run into.
    std::memset(bytes + length, 0, 16);
    const uint8_t *at = bytes;
    while (at < end) {
        const uint8_t *line_start = at;
        size_t first_line = line_count;
        csj_row &row = add_row();
        row.line = uint32_t(first_line);
        csj_cell *own = cells.data() + (cells.size() - fields.size());
        bool is_plain = true;
        size_t column = 0;
        for (bool more = true; more; column++) {
            const uint8_t *text = at;
            size_t size = 0;
            if (at < end && *at == '"') {
                // Quotes inside are written twice: they are closed up, which never makes the text longer.
                uint8_t *to = bytes + (at - bytes) + 1;
                text = to;
                bool is_closed = false;
                for (at++; at < end; at++) {
                    if (*at == '"') {
                        if (at + 1 < end && at[1] == '"') {
                            at++;
                            is_plain = false;
                        } else {
                            is_closed = true;
                            at++;
                            break;
                        }
                    }
                    if (*at == '\n') line_count++;
                }
                size = size_t(at - text) - (is_closed ? 1 : 0);
                const uint8_t *after = field_end(at, end, delimiter);
                size_t rest = size_t(after - at);
                if (rest > 0 && !(rest == 1 && *at == '\r' && (after == end || *after == '\n'))) is_plain = false;
                if (!is_closed) is_plain = false;
                at = after;
            } else {
                at = field_end(at, end, delimiter);
                size = size_t(at - text);
                if (size > 0 && text[size - 1] == '\r' && (at == end || *at == '\n')) size--;
            }
            more = at < end && *at == delimiter;
            if (at < end) {
                if (*at == '\n') line_count++;
                at++;
            }
            if (column >= fields.size() || !is_plain) continue;
            csj_field_type type = fields[column].type;
            if (type == CSJ_FIELD_NONE || size == 0) continue;
            if (type == CSJ_FIELD_EXTRA) {
                csj_cell value = {text, int64_t(size), CSJ_CELL_TEXT};
                const std::string &name = paths[column];
                is_plain = is_plain_text(text, size)
                    && add_extra(reinterpret_cast<const uint8_t *>(name.data()), name.size(), value);
            } else {
                is_plain = set_column(own[column], type, text, size);
            }
        }
        csj_row &done = rows.back();
        done.offset = uint32_t(line_start - bytes);
        done.length = uint32_t(at - line_start);
        done.columns = uint32_t(column);
        bool is_blank = column == 1 && done.length <= 2 && (*line_start == '\n' || *line_start == '\r');
        if (is_blank) {
            rows.pop_back();
            cells.resize(cells.size() - fields.size());
        } else if (!is_plain || column != fields.size()) {
            done.is_general = true;
            general_count++;
        }
    }
    describe(piece);
}

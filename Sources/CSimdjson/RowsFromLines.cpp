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

void csj_rows::set_columns(const csj_column *given, size_t count, uint8_t separator) {
    columns.clear();
    for (size_t i = 0; i < count; i++) {
        bool is_field = given[i].field >= 0 && size_t(given[i].field) < fields.size();
        columns.push_back({is_field ? given[i].field : -1, given[i].name});
    }
    delimiter = separator;
}

bool csj_rows::set_column(const Column &column, const uint8_t *text, size_t length) {
    if (length == 0) return true;
    if (column.field < 0) {
        csj_cell value = {text, int64_t(length), CSJ_CELL_TEXT};
        return is_plain_text(text, length)
            && add_extra(reinterpret_cast<const uint8_t *>(column.name.data()), column.name.size(), value);
    }
    csj_cell &cell = cells[cells.size() - fields.size() + size_t(column.field)];
    csj_field_type type = fields[size_t(column.field)].type;
    if (type == CSJ_FIELD_TIME || type == CSJ_FIELD_INTEGER) {
        cell.type = CSJ_CELL_NUMBER;
        if (parse_integer(text, length, cell.number)) return true;
    } else if (type == CSJ_FIELD_TRUTH) {
        bool is_true = is_word(text, length, "true") || (length == 1 && text[0] == '1');
        bool is_false = is_word(text, length, "false") || (length == 1 && text[0] == '0');
        cell = {nullptr, is_true, CSJ_CELL_TRUTH};
        return is_true || is_false;
    }
    return set_text(cell, type, text, length);
}

bool csj_rows::next_column(uint8_t *&at, uint8_t *end, uint8_t *&text, size_t &length) {
    text = at;
    if (at == end || *at != '"') {
        at = const_cast<uint8_t *>(field_end(at, end, delimiter));
        length = size_t(at - text);
        if (length > 0 && text[length - 1] == '\r' && (at == end || *at == '\n')) length--;
        return true;
    }
    bool is_simple = true;
    text++;
    for (at++;; at++) {
        if (at == end) return false;
        if (*at == '\n') line_count++;
        if (*at != '"') continue;
        if (at + 1 == end || at[1] != '"') break;
        is_simple = false;
        at++;
    }
    length = size_t(at - text);
    uint8_t *quote = at++;
    at = const_cast<uint8_t *>(field_end(at, end, delimiter));
    size_t rest = size_t(at - quote) - 1;
    return is_simple && (rest == 0 || (rest == 1 && quote[1] == '\r' && (at == end || *at == '\n')));
}

void csj_rows::read_lines(uint8_t *bytes, size_t length, csj_piece &piece) {
    start();
    uint8_t *const end = bytes + length;
    // Fields are looked at a block at a time, also the last one.
    std::memset(end, 0, 16);
    for (uint8_t *at = bytes; at < end;) {
        uint8_t *line = at;
        add_row().line = uint32_t(line_count);
        bool is_plain = true;
        size_t count = 0;
        for (bool goes_on = true; goes_on; count++) {
            uint8_t *text = nullptr;
            size_t size = 0;
            bool is_simple = next_column(at, end, text, size);
            goes_on = at < end && *at == delimiter;
            if (at < end && *at++ == '\n') line_count++;
            is_plain = is_plain && is_simple && count < columns.size() && set_column(columns[count], text, size);
        }
        csj_row &row = rows.back();
        row.offset = uint32_t(line - bytes);
        row.length = uint32_t(at - line);
        row.columns = uint32_t(count);
        if (count == 1 && (*line == '\n' || (*line == '\r' && row.length == 2))) {
            rows.pop_back();
            cells.resize(cells.size() - fields.size());
        } else if (!is_plain || count != columns.size()) {
            row.is_general = true;
            general_count++;
        }
    }
    describe(piece);
}

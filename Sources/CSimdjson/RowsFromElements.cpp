#include "Rows.h"

#include <algorithm>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

using namespace simdjson;

namespace {

/// The first quote or backslash of a string that starts at `text`; every string that simdjson accepted has a quote.
const uint8_t *string_end(const uint8_t *text) {
#if defined(__SSE2__)
    for (;; text += 16) {
        __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text));
        __m128i found = _mm_or_si128(
            _mm_cmpeq_epi8(block, _mm_set1_epi8('"')), _mm_cmpeq_epi8(block, _mm_set1_epi8('\\')));
        int marks = _mm_movemask_epi8(found);
        if (marks != 0) return text + __builtin_ctz(unsigned(marks));
    }
#else
    while (*text != '"' && *text != '\\') text++;
    return text;
#endif
}

/// Names are short: a call would take longer than the comparison.
bool is_same(const uint8_t *text, const std::string &name) {
    for (size_t i = 0; i < name.size(); i++) {
        if (text[i] != uint8_t(name[i])) return false;
    }
    return true;
}

} // namespace

bool csj_rows::read_elements(uint8_t *bytes, size_t length, csj_piece &piece) {
    start();
    for (Level &level : levels) {
        for (Member &member : level.members) member.met = 0;
    }
    uint8_t *text = bytes - 1;
    text[0] = '[';
    bytes[length] = ']';
    std::memset(bytes + length + 1, ' ', SIMDJSON_PADDING);
    text_end = bytes + length + 1;
    if (scratch.size() < length + 2 * SIMDJSON_PADDING) scratch.resize(length + 2 * SIMDJSON_PADDING);
    if (!kernel && fails(get_active_implementation()->create_dom_parser_implementation(0, 1, kernel))) return false;

    ondemand::document document;
    if (fails(parser.iterate(text, length + 2, length + 2 + SIMDJSON_PADDING).get(document))) return false;
    ondemand::array array;
    if (fails(document.get_array().get(array))) return false;
    for (auto element : array) {
        value item;
        if (fails(element.get(item))) return false;
        add_row();
        ondemand::json_type type;
        if (fails(item.type().get(type))) return false;
        bool is_plain = false;
        if (type == ondemand::json_type::object) {
            ondemand::object object;
            if (fails(item.get_object().get(object))) return false;
            is_plain = read_object(object, 0);
            if (failure != SUCCESS) return false;
        }
        if (!is_plain) {
            rows.back().is_general = true;
            general_count++;
        }
    }
    describe(piece);
    return true;
}

bool csj_rows::read_object(ondemand::object object, size_t depth) {
    for (auto found : object) {
        ondemand::field field;
        if (fails(std::move(found).get(field))) return false;
        const uint8_t *name = reinterpret_cast<const uint8_t *>(field.key().raw());
        value item = field.value();
        Level &level = levels[depth];
        Member *member = nullptr;
        // Most objects are written as the last one was.
        for (size_t tries = 0, next = level.expected; tries < level.members.size(); tries++, next++) {
            if (next >= level.members.size()) next = 0;
            Member &candidate = level.members[next];
            size_t size = candidate.name.size();
            // The name has at least a quote, and padding, behind it.
            if (size_t(text_end - name) > size && name[size] == '"' && is_same(name, candidate.name)) {
                member = &candidate;
                level.expected = next + 1;
                break;
            }
        }
        if (member != nullptr) {
            if (!read_member(item, *member, level.takes_extras)) return false;
        } else if (level.takes_extras) {
            const uint8_t *end = string_end(name);
            if (*end != '"' || !read_extra(item, name, size_t(end - name))) return false;
        } else {
            return false;
        }
    }
    return true;
}

bool csj_rows::read_member(value &item, Member &member, bool may_be_empty) {
    // Written twice: which one counts is not for here to say.
    if (member.met == rows.size()) return false;
    member.met = rows.size();
    if (member.field >= 0) {
        size_t field = size_t(member.field);
        csj_cell &cell = cells[cells.size() - fields.size() + field];
        return read_value(item, cell, fields[field].type, may_be_empty);
    }
    if (member.level < 0) return read_list(item, member);
    ondemand::json_type type;
    if (fails(item.type().get(type)) || type != ondemand::json_type::object) return false;
    ondemand::object object;
    if (fails(item.get_object().get(object))) return false;
    return read_object(object, size_t(member.level));
}

bool csj_rows::read_list(value &item, const Member &member) {
    ondemand::json_type type;
    if (fails(item.type().get(type)) || type != ondemand::json_type::array) return false;
    ondemand::array array;
    if (fails(item.get_array().get(array))) return false;
    size_t place = 0;
    for (auto found : array) {
        value element;
        if (fails(found.get(element)) || place == member.items.size()) return false;
        size_t field = size_t(member.items[place++]);
        csj_cell &cell = cells[cells.size() - fields.size() + field];
        if (!read_value(element, cell, fields[field].type, false) || cell.type == CSJ_CELL_ABSENT) return false;
    }
    return true;
}

bool csj_rows::read_value(value &item, csj_cell &cell, csj_field_type type, bool may_be_empty) {
    ondemand::json_type found;
    if (fails(item.type().get(found))) return false;
    switch (found) {
    case ondemand::json_type::string: {
        const uint8_t *text = nullptr;
        size_t length = 0;
        return text_of(item, text, length) && (length > 0 || may_be_empty) && set_text(cell, type, text, length);
    }
    case ondemand::json_type::number:
        // A fraction, or more than 64 bits: not plain, and perhaps not a number.
        if (type != CSJ_FIELD_TIME && type != CSJ_FIELD_INTEGER && type != CSJ_FIELD_EXTRA) return false;
        cell.type = CSJ_CELL_NUMBER;
        return item.get_int64().get(cell.number) == SUCCESS;
    case ondemand::json_type::boolean: {
        if (type != CSJ_FIELD_TRUTH && type != CSJ_FIELD_EXTRA) return false;
        bool truth = false;
        if (fails(item.get_bool().get(truth))) return false;
        cell = {nullptr, truth, CSJ_CELL_TRUTH};
        return true;
    }
    case ondemand::json_type::null: {
        bool is_null = false;
        return !fails(simdjson_result<bool>(item.is_null()).get(is_null)) && is_null;
    }
    default: return false;
    }
}

bool csj_rows::read_extra(value &item, const uint8_t *name, size_t length) {
    csj_cell cell = {nullptr, 0, CSJ_CELL_ABSENT};
    if (!read_value(item, cell, CSJ_FIELD_EXTRA, true)) return false;
    return cell.type == CSJ_CELL_ABSENT || add_extra(name, length, cell);
}

bool csj_rows::text_of(value &item, const uint8_t *&text, size_t &length) {
    ondemand::raw_json_string raw;
    if (fails(item.get_raw_json_string().get(raw))) return false;
    text = reinterpret_cast<const uint8_t *>(raw.raw());
    const uint8_t *end = string_end(text);
    length = size_t(end - text);
    return *end == '"' || unescaped(text, text, length);
}

bool csj_rows::unescaped(const uint8_t *raw, const uint8_t *&text, size_t &length) {
    uint8_t *start = scratch.data() + scratch_used;
    // The kernel writes whole blocks: no more than what the text itself is long, and padding.
    if (scratch_used + size_t(text_end - raw) + 2 * SIMDJSON_PADDING > scratch.size()) return false;
    const uint8_t *end = kernel->parse_string(raw, start);
    if (end == nullptr) return false;
    text = start;
    length = size_t(end - start);
    scratch_used += length;
    return true;
}

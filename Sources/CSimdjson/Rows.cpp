#include "Rows.h"

using namespace csj;

void Symbols::clear() {
    texts.clear();
    generation++;
}

int64_t Symbols::number(const uint8_t *text, size_t length) {
    if (length > longest) return -1;
    // Few names, each looked up often: any hash does, and the limit bounds what a bad choice of names can cost.
    uint64_t hash = length;
    for (size_t i = 0; i < length; i++) hash = (hash ^ text[i]) * 0x100000001B3;
    size_t probes = 0;
    for (size_t slot = (hash ^ hash >> 32) % slots.size();; slot = (slot + 1) % slots.size()) {
        Slot &found = slots[slot];
        if (found.generation != generation) {
            if (texts.size() == limit || probes > 64) return -1;
            found = {generation, uint32_t(texts.size())};
            texts.push_back({text, length});
            return found.number;
        }
        const csj_text &known = texts[found.number];
        if (known.length == length && std::memcmp(known.bytes, text, length) == 0) return found.number;
        probes++;
    }
}

bool csj::parse_integer(const uint8_t *text, size_t length, int64_t &number) {
    size_t i = length > 0 && text[0] == '-' ? 1 : 0;
    if (length == i || length - i > 18) return false;
    int64_t value = 0;
    for (size_t k = i; k < length; k++) {
        if (uint8_t(text[k] - '0') > 9) return false;
        value = value * 10 + (text[k] - '0');
    }
    number = i == 1 ? -value : value;
    return true;
}

bool csj::parse_moment(const uint8_t *text, size_t length, int64_t &seconds) {
    static const char shape[] = "dddd-dd-ddTdd:dd:ddZ";
    if (length != sizeof shape - 1) return false;
    for (size_t i = 0; i < length; i++) {
        if (shape[i] == 'd' ? uint8_t(text[i] - '0') > 9 : text[i] != uint8_t(shape[i])) return false;
    }
    auto number = [text](size_t at) { return int64_t(text[at] - '0') * 10 + (text[at + 1] - '0'); };
    int64_t year = number(0) * 100 + number(2), month = number(5), day = number(8);
    int64_t hour = number(11), minute = number(14), second = number(17);
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    static const int64_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
    if (day > lengths[month - 1] + (month == 2 && is_leap ? 1 : 0)) return false;
    // Days since 1970 by eras of 400 years that start in March.
    int64_t shifted = month <= 2 ? year - 1 : year;
    int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
    int64_t of_era = shifted - era * 400;
    int64_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int64_t days = era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
    seconds = days * 86400 + hour * 3600 + minute * 60 + second;
    return true;
}

csj_rows::csj_rows(
    const csj_field *given, size_t count, const char *extras_in, size_t longest, const csj_beginnings *beginnings)
    : longest(longest), beginnings(*beginnings) {
    paths.reserve(count);
    for (size_t i = 0; i < count; i++) paths.emplace_back(given[i].path);
    for (size_t i = 0; i < count; i++) fields.push_back({paths[i].c_str(), given[i].type});
    levels.emplace_back();
    for (size_t i = 0; i < count; i++) {
        size_t level = 0;
        std::string rest = paths[i];
        for (size_t slash = rest.find('/'); slash != std::string::npos; slash = rest.find('/')) {
            std::string name = rest.substr(0, slash);
            rest = rest.substr(slash + 1);
            if (rest.size() == 1 && rest[0] >= '0' && rest[0] <= '9') {
                member_for(level, name).items.push_back(int(i));
                rest.clear();
                break;
            }
            if (member_for(level, name).level < 0) {
                levels.emplace_back();
                member_for(level, name).level = int(levels.size()) - 1;
            }
            level = size_t(member_for(level, name).level);
        }
        if (!rest.empty()) member_for(level, rest).field = int(i);
    }
    if (extras_in != nullptr) {
        int level = member_for(0, extras_in).level;
        if (level >= 0) levels[size_t(level)].takes_extras = true;
    }
}

csj_rows::Member &csj_rows::member_for(size_t level, const std::string &name) {
    for (Member &member : levels[level].members) {
        if (member.name == name) return member;
    }
    levels[level].members.push_back({name, -1, -1, {}});
    return levels[level].members.back();
}

void csj_rows::start() {
    rows.clear();
    cells.clear();
    extras.clear();
    symbols.clear();
    general_count = 0;
    line_count = 0;
    scratch_used = 0;
    failure = simdjson::SUCCESS;
}

csj_row &csj_rows::add_row() {
    rows.push_back({false, uint32_t(extras.size()), 0, 0, 0, 0, 0});
    cells.resize(cells.size() + fields.size());
    return rows.back();
}

void csj_rows::describe(csj_piece &piece) {
    piece = {rows.data(),          rows.size(),          cells.data(),  extras.data(),
             symbols.all().data(), symbols.all().size(), general_count, line_count};
}

bool csj_rows::add_extra(const uint8_t *name, size_t length, const csj_cell &value) {
    int64_t symbol = symbols.number(name, length);
    if (symbol < 0) return false;
    extras.push_back({value, uint32_t(symbol)});
    rows.back().extra_count++;
    return true;
}

bool csj_rows::set_text(csj_cell &cell, csj_field_type type, const uint8_t *text, size_t length) {
    if (length == 0) return true;
    switch (type) {
    case CSJ_FIELD_SYMBOL:
        cell = {nullptr, symbols.number(text, length), CSJ_CELL_NUMBER};
        return cell.number >= 0;
    case CSJ_FIELD_TIME:
        cell.type = CSJ_CELL_NUMBER;
        return parse_moment(text, length, cell.number);
    case CSJ_FIELD_TEXT:
    case CSJ_FIELD_EXTRA:
        cell = {text, int64_t(length), CSJ_CELL_TEXT};
        return is_plain_text(text, length);
    default: return false;
    }
}

csj_rows *csj_rows_create(
    const csj_field *fields, size_t count, const char *extras, size_t longest, const csj_beginnings *beginnings) {
    try {
        return new csj_rows(fields, count, extras, longest, beginnings);
    } catch (...) {
        return nullptr;
    }
}

void csj_rows_destroy(csj_rows *rows) { delete rows; }

bool csj_rows_read_elements(csj_rows *rows, uint8_t *bytes, size_t length, csj_piece *piece) {
    try {
        return rows->read_elements(bytes, length, *piece);
    } catch (...) {
        return false;
    }
}

bool csj_rows_set_columns(csj_rows *rows, const csj_column *columns, size_t count, uint8_t delimiter) {
    try {
        rows->set_columns(columns, count, delimiter);
        return true;
    } catch (...) {
        return false;
    }
}

bool csj_rows_read_lines(csj_rows *rows, uint8_t *bytes, size_t length, csj_piece *piece) {
    try {
        rows->read_lines(bytes, length, *piece);
        return true;
    } catch (...) {
        return false;
    }
}

bool csj_is_utf8(const uint8_t *bytes, size_t length) {
    return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}

#include "Scan.h"

#include <cstring>
#include <string>

namespace csj {

bool Scan::run() {
    size_t roots = 0;
    for (skip_space(); i < length; skip_space(), roots++) {
        root = i;
        if (roots > 0) {
            if (!several) return fail(CSJ_TRAILING_CONTENT, i);
            edits.push_back({i, 0, ","});
        }
        if (!value()) return false;
    }
    return roots > 0 || fail(CSJ_EMPTY, i);
}

bool Scan::fail(csj_code why, size_t where) {
    code = why;
    offset = where;
    return false;
}

/// A text that stops early deserves that name, whatever was expected next.
bool Scan::fail_here(csj_code why) { return fail(i < length ? why : CSJ_UNEXPECTED_END, i); }

void Scan::skip_space() {
    while (i < length && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t')) i++;
}

bool Scan::open(bool is_object) {
    if (depth == CSJ_MAX_DEPTH) return fail(CSJ_TOO_DEEP, i);
    inside_object[depth++] = is_object;
    i++;
    skip_space();
    return true;
}

bool Scan::value() {
    for (;;) {
        skip_space();
        if (i == length) return fail(CSJ_UNEXPECTED_END, i);
        uint8_t c = bytes[i];
        if (c == '{' || c == '[') {
            if (!open(c == '{')) return false;
            bool is_empty = i < length && bytes[i] == (c == '{' ? '}' : ']');
            if (!is_empty) {
                if (c == '{' && !key()) return false;
                continue;
            }
        } else if (!scalar()) {
            return false;
        }
        // Behind a value: leave what closes here, up to the next value or the end of the document.
        for (;;) {
            if (depth == 0) return true;
            skip_space();
            bool in_object = inside_object[depth - 1];
            if (i < length && bytes[i] == (in_object ? '}' : ']')) {
                depth--;
                i++;
            } else if (i < length && bytes[i] == ',') {
                i++;
                if (in_object && !key()) return false;
                break;
            } else {
                return fail_here(CSJ_EXPECTED_COMMA_OR_END);
            }
        }
    }
}

bool Scan::key() {
    skip_space();
    if (i == length || bytes[i] != '"') return fail_here(CSJ_EXPECTED_KEY);
    if (!string()) return false;
    skip_space();
    if (i == length || bytes[i] != ':') return fail_here(CSJ_EXPECTED_COLON);
    i++;
    return true;
}

bool Scan::scalar() {
    switch (bytes[i]) {
    case '"': return string();
    case 't': return literal("true");
    case 'f': return literal("false");
    case 'n': return literal("null");
    default: break;
    }
    if (bytes[i] == '-' || (bytes[i] >= '0' && bytes[i] <= '9')) return number();
    return fail(CSJ_UNEXPECTED_BYTE, i);
}

bool Scan::at_delimiter() const { return i == length || std::memchr(" \n\r\t,:[]{}\"", bytes[i], 11) != nullptr; }

bool Scan::literal(const char *word) {
    size_t start = i;
    for (; *word != 0; word++, i++) {
        if (i == length) return fail(CSJ_UNEXPECTED_END, i);
        if (bytes[i] != uint8_t(*word)) return fail(CSJ_BAD_LITERAL, start);
    }
    return at_delimiter() || fail(CSJ_BAD_LITERAL, start);
}

bool Scan::string() {
    for (i++; i < length;) {
        if (bytes[i] == '"') {
            i++;
            return true;
        }
        if (bytes[i] < 0x20) return fail(CSJ_CONTROL_CHARACTER, i);
        if (bytes[i] != '\\') {
            i++;
        } else if (!escape()) {
            return false;
        }
    }
    return fail(CSJ_UNEXPECTED_END, i);
}

bool Scan::hex4(size_t at, unsigned &unit) const {
    unit = 0;
    for (size_t k = at; k < at + 4; k++) {
        if (k >= length) return false;
        uint8_t c = bytes[k];
        uint8_t lower = c | 0x20;
        bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && !(lower >= 'a' && lower <= 'f')) return false;
        unit = unit * 16 + (is_digit ? c - '0' : lower - 'a' + 10);
    }
    return true;
}

bool Scan::escape() {
    size_t start = i++;
    if (i == length) return fail(CSJ_UNEXPECTED_END, i);
    if (bytes[i] != 'u') {
        if (bytes[i] == 0 || std::strchr("\"\\/bfnrt", bytes[i]) == nullptr) return fail(CSJ_BAD_ESCAPE, start);
        i++;
        return true;
    }
    unsigned unit = 0, second = 0;
    if (!hex4(i + 1, unit)) {
        return i + 4 >= length ? fail(CSJ_UNEXPECTED_END, length) : fail(CSJ_BAD_ESCAPE, start);
    }
    i += 5;
    if (unit < 0xD800 || unit > 0xDFFF) return true;
    bool has_second = i + 1 < length && bytes[i] == '\\' && bytes[i + 1] == 'u' && hex4(i + 2, second);
    if (unit < 0xDC00 && has_second && second >= 0xDC00 && second <= 0xDFFF) {
        i += 6;
    } else {
        edits.push_back({start, 6, "\\ufffd"});
        if (repaired_at == CSJ_NOWHERE) repaired_at = start;
    }
    return true;
}

bool Scan::digits() {
    size_t start = i;
    while (i < length && bytes[i] >= '0' && bytes[i] <= '9') i++;
    return i > start || fail_here(CSJ_BAD_NUMBER);
}

bool Scan::number() {
    size_t start = i;
    bool is_integer = true;
    bool has_exponent = false;
    if (bytes[i] == '-') i++;
    if (i < length && bytes[i] == '0') {
        i++;
    } else if (!digits()) {
        return false;
    }
    if (i < length && bytes[i] == '.') {
        is_integer = false;
        i++;
        if (!digits()) return false;
    }
    if (i < length && (bytes[i] == 'e' || bytes[i] == 'E')) {
        is_integer = false;
        has_exponent = true;
        i++;
        if (i < length && (bytes[i] == '+' || bytes[i] == '-')) i++;
        if (!digits()) return false;
    }
    if (!at_delimiter()) return fail(CSJ_BAD_NUMBER, i);

    // Eighteen digits and a sign always fit.
    if (!has_exponent && i - start < 19) return true;
    std::string text(reinterpret_cast<const char *>(bytes + start), i - start);
    if (fits(text)) return true;
    if (is_integer && fits(text + "e0")) {
        edits.push_back({i, 0, "e0"}); // Beyond 64 bits: the nearest double is better than no file.
        return true;
    }
    return fail(CSJ_NUMBER_OUT_OF_RANGE, start);
}

bool Scan::fits(const std::string &number) {
    return number_parser.parse(number).error() == simdjson::SUCCESS;
}

} // namespace csj

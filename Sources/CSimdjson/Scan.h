#pragma once
// A strict, slow reader of JSON's grammar (RFC 8259). It runs only when simdjson refused a text: simdjson says that
// something is wrong, not where. It also finds what can be mended: where one document ends and the next begins,
// integers beyond 64 bits, and lone surrogate escapes.

#include "CSimdjson.h"

#include <simdjson.h>

#include <bitset>
#include <vector>

namespace csj {

/// Put `text` in place of `length` bytes at `at`.
struct Edit {
    size_t at;
    size_t length;
    const char *text;
};

class Scan {
public:
    Scan(const uint8_t *bytes, size_t length, size_t start, bool several)
        : bytes(bytes), length(length), i(start), several(several) {}

    /// Reads the whole text. False when it is not JSON: then `code`, `offset` and `root` say why and where.
    bool run();

    /// What makes the text digestible, in ascending order.
    std::vector<Edit> edits;
    size_t repaired_at = CSJ_NOWHERE;

    csj_code code = CSJ_OK;
    size_t offset = 0;
    size_t root = 0;

private:
    bool value();
    bool key();
    bool string();
    bool escape();
    bool number();
    bool digits();
    bool literal(const char *word);
    bool scalar();
    bool open(bool is_object);
    bool fits(const std::string &number);
    bool hex4(size_t at, unsigned &unit) const;
    bool at_delimiter() const;
    void skip_space();
    bool fail(csj_code code, size_t offset);
    bool fail_here(csj_code code);

    const uint8_t *bytes;
    size_t length;
    size_t i;
    bool several;
    size_t depth = 0;
    std::bitset<CSJ_MAX_DEPTH> inside_object;
    simdjson::dom::parser number_parser;
};

} // namespace csj

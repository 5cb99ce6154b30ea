#include "CSimdjson.h"
#include "Scan.h"

#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <type_traits>

using namespace simdjson;

struct csj_document {
    dom::document dom;
    dom::element root;
    bool is_joined = false;
    size_t repaired_at = CSJ_NOWHERE;
};

namespace {

/// The same two words under another name: an element, or an iterator over elements or members.
template <typename To, typename From> To as(const From &from) {
    static_assert(sizeof(To) == sizeof(From), "both must be a document and an index");
    static_assert(std::is_trivially_copyable<To>::value && std::is_trivially_copyable<From>::value, "plain words");
    To to;
    std::memcpy(static_cast<void *>(&to), &from, sizeof to);
    return to;
}

dom::element element_of(csj_element element) { return as<dom::element>(element); }

template <typename Container> csj_iterator iterate(const Container &container) {
    return {as<csj_element>(container.begin()), as<csj_element>(container.end()).index};
}

csj_iterator nothing(csj_element element) { return {element, element.index}; }

error_code parse(csj_document &document, const uint8_t *bytes, size_t length, size_t depth) {
    dom::parser parser;
    // simdjson refuses the depth that it is given.
    if (error_code error = parser.allocate(length, depth + 1)) return error;
    return parser.parse_into_document(document.dom, bytes, length).get(document.root);
}

/// The text with its mends, as one array when it holds several documents: one tape then serves them all.
std::string mended(const uint8_t *bytes, size_t length, size_t start, const csj::Scan &scan, bool joined) {
    std::string text;
    size_t growth = 2;
    for (const csj::Edit &edit : scan.edits) growth += std::strlen(edit.text) - edit.length;
    text.reserve(length - start + growth + SIMDJSON_PADDING);
    if (joined) text += '[';
    size_t copied = start;
    for (const csj::Edit &edit : scan.edits) {
        text.append(reinterpret_cast<const char *>(bytes + copied), edit.at - copied);
        text += edit.text;
        copied = edit.at + edit.length;
    }
    text.append(reinterpret_cast<const char *>(bytes + copied), length - copied);
    if (joined) text += ']';
    return text;
}

csj_document *fail(csj_error &error, csj_code code, size_t offset, size_t root, error_code reported) {
    error = {code, offset, root, error_message(reported)};
    return nullptr;
}

csj_document *parse_text(const uint8_t *bytes, size_t length, bool several, csj_error &error) {
    bool has_mark = length >= 3 && std::memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
    bool is_utf16 = length >= 2 && (std::memcmp(bytes, "\xFF\xFE", 2) == 0 || std::memcmp(bytes, "\xFE\xFF", 2) == 0);
    size_t start = has_mark ? 3 : 0;
    if (is_utf16) return fail(error, CSJ_UTF16, 0, 0, UTF8_ERROR);
    if (length == start) return fail(error, CSJ_EMPTY, start, start, EMPTY);

    auto document = std::make_unique<csj_document>();
    error_code refused = parse(*document, bytes + start, length - start, CSJ_MAX_DEPTH);
    if (refused == SUCCESS) return document.release();
    if (refused == CAPACITY) return fail(error, CSJ_TOO_LARGE, 0, 0, refused);
    if (refused == MEMALLOC) return fail(error, CSJ_OUT_OF_MEMORY, 0, 0, refused);

    size_t bad_length = 0;
    size_t bad = csj_first_invalid_utf8(bytes, length, &bad_length);
    if (bad != CSJ_NOWHERE) return fail(error, CSJ_INVALID_UTF8, bad, 0, UTF8_ERROR);

    csj::Scan scan(bytes, length, start, several);
    if (!scan.run()) return fail(error, scan.code, scan.offset, scan.root, refused);

    std::string text = mended(bytes, length, start, scan, several);
    document->is_joined = several;
    document->repaired_at = scan.repaired_at;
    refused = parse(
        *document, reinterpret_cast<const uint8_t *>(text.data()), text.size(), CSJ_MAX_DEPTH + (several ? 1 : 0));
    if (refused == CAPACITY) return fail(error, CSJ_TOO_LARGE, 0, 0, refused);
    if (refused == MEMALLOC) return fail(error, CSJ_OUT_OF_MEMORY, 0, 0, refused);
    if (refused != SUCCESS) return fail(error, CSJ_REFUSED, start, start, refused);
    return document.release();
}

} // namespace

csj_document *csj_parse(const uint8_t *bytes, size_t length, bool several, csj_error *error) {
    *error = {CSJ_OK, 0, 0, ""};
    try {
        return parse_text(bytes, bytes == nullptr ? 0 : length, several, *error);
    } catch (const std::bad_alloc &) {
        return fail(*error, CSJ_OUT_OF_MEMORY, 0, 0, MEMALLOC);
    } catch (...) {
        return fail(*error, CSJ_REFUSED, 0, 0, UNEXPECTED_ERROR);
    }
}

void csj_destroy(csj_document *document) { delete document; }

csj_iterator csj_roots(const csj_document *document) {
    csj_element root = as<csj_element>(document->root);
    if (document->is_joined) return csj_elements(root);
    auto behind = as<dom::array::iterator>(root);
    ++behind;
    return {root, as<csj_element>(behind).index};
}

size_t csj_repaired_at(const csj_document *document) { return document->repaired_at; }

csj_type csj_type_of(csj_element element) {
    switch (element_of(element).type()) {
    case dom::element_type::ARRAY: return CSJ_ARRAY;
    case dom::element_type::OBJECT: return CSJ_OBJECT;
    case dom::element_type::STRING: return CSJ_STRING;
    case dom::element_type::INT64: return CSJ_INT64;
    case dom::element_type::UINT64: return CSJ_UINT64;
    case dom::element_type::DOUBLE: return CSJ_DOUBLE;
    case dom::element_type::BOOL: return CSJ_BOOL;
    case dom::element_type::NULL_VALUE: return CSJ_NULL;
    }
    return CSJ_NULL;
}

bool csj_string(csj_element element, const char **bytes, size_t *length) {
    std::string_view text;
    if (element_of(element).get_string().get(text)) return false;
    *bytes = text.data();
    *length = text.size();
    return true;
}

bool csj_int64(csj_element element, int64_t *value) { return !element_of(element).get_int64().get(*value); }
bool csj_uint64(csj_element element, uint64_t *value) { return !element_of(element).get_uint64().get(*value); }
bool csj_double(csj_element element, double *value) { return !element_of(element).get_double().get(*value); }
bool csj_bool(csj_element element, bool *value) { return !element_of(element).get_bool().get(*value); }

size_t csj_count(csj_element element) {
    const size_t saturated = 0xFFFFFF;
    dom::array array;
    dom::object object;
    size_t count = 0;
    if (!element_of(element).get_array().get(array)) {
        if (array.size() < saturated) return array.size();
        for (auto it = array.begin(); it != array.end(); ++it) count++;
    } else if (!element_of(element).get_object().get(object)) {
        if (object.size() < saturated) return object.size();
        for (auto it = object.begin(); it != object.end(); ++it) count++;
    }
    return count;
}

bool csj_member(csj_element element, const char *key, size_t key_length, csj_element *value) {
    dom::object object;
    if (element_of(element).get_object().get(object)) return false;
    std::string_view wanted = key == nullptr ? std::string_view() : std::string_view(key, key_length);
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key_equals(wanted)) {
            *value = as<csj_element>(it.value());
            return true;
        }
    }
    return false;
}

csj_iterator csj_elements(csj_element element) {
    dom::array array;
    return element_of(element).get_array().get(array) ? nothing(element) : iterate(array);
}

csj_iterator csj_members(csj_element element) {
    dom::object object;
    return element_of(element).get_object().get(object) ? nothing(element) : iterate(object);
}

bool csj_next_element(csj_iterator *iterator, csj_element *value) {
    if (iterator->position.index >= iterator->end) return false;
    auto it = as<dom::array::iterator>(iterator->position);
    *value = as<csj_element>(*it);
    iterator->position = as<csj_element>(++it);
    return true;
}

bool csj_next_member(csj_iterator *iterator, const char **key, size_t *key_length, csj_element *value) {
    if (iterator->position.index >= iterator->end) return false;
    auto it = as<dom::object::iterator>(iterator->position);
    std::string_view text = it.key();
    *key = text.data();
    *key_length = text.size();
    *value = as<csj_element>(it.value());
    iterator->position = as<csj_element>(++it);
    return true;
}

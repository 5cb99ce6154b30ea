#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_utf8(void) { return strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static bool mentions_utf8(const char *name) {
    for (; name && *name; name++)
        if (strncasecmp(name, "utf-8", 5) == 0 || strncasecmp(name, "utf8", 4) == 0) return true;
    return false;
}

static const char *wanted_locale(void) {
    const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return value;
    }
    return NULL;
}

// A machine that one reaches by ssh may lack the locale that the client names. setlocale then stays in "C" without a
// word, and all but ASCII turns to junk; C.UTF-8 is nearly always there.
bool locale_choose(bool allow_utf8) {
    if (!allow_utf8) {
        setlocale(LC_CTYPE, "C");
        return false;
    }
    if (setlocale(LC_CTYPE, "") && is_utf8()) return true;
    if (mentions_utf8(wanted_locale()))
        return (setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "en_US.UTF-8")) && is_utf8();
    return false;
}

// What the files of this target share, and nobody else sees.
#pragma once

#include "CNcurses.h"

#include <termios.h>

// Written on leaving: reset attributes, show the cursor, end keypad and paste modes, leave the alternate screen.
void guard_install(int output, int input, const struct termios *original);
// The same for a terminal of lines, where only `text` is written.
void guard_install_lines(int output, int input, const struct termios *original, const char *text);
void guard_remove(void);

void wake_open(void);
int wake_descriptor(void);
void wake_with(char reason);

void signals_install(void);
void signals_remove(void);

void errors_capture(void);
void errors_release(void);
void errors_release_in_handler(void);

bool locale_choose(bool allow_utf8);

void input_begin(void);

void mouse_pause(void);
void mouse_resume(void);

void colors_begin(void);
int colors_pair(int foreground, int background, unsigned *attributes);

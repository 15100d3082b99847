// Is there a terminal, and can it be drawn on? Asked before ncurses is, because ncurses answers by leaving the program.
#define _XOPEN_SOURCE_EXTENDED 1
#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

bool cn_locale_is_utf8(void) {
  // LC_CTYPE alone: numbers and dates are ours to write, in every locale the same.
  if (setlocale(LC_CTYPE, "") == NULL) setlocale(LC_CTYPE, "C");
  const char *codeset = nl_langinfo(CODESET);
  return strcmp(codeset, "UTF-8") == 0 || strcmp(codeset, "utf8") == 0;
}

cn_usability cn_probe(void) {
  if (!isatty(STDOUT_FILENO)) return CN_OUTPUT_IS_NO_TERMINAL;
  int terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0) return CN_NO_CONTROLLING_TERMINAL;
  close(terminal);
  const char *name = getenv("TERM");
  if (name == NULL || name[0] == '\0') return CN_TERM_UNSET;
  if (cur_term != NULL) return CN_USABLE;
  int status = 0;
  // With a status to write to, setupterm returns instead of leaving the program.
  if (setupterm((char *)name, STDOUT_FILENO, &status) != OK) return CN_TERM_UNKNOWN;
  const char *move = tigetstr("cup");
  const char *clear = tigetstr("clear");
  bool poor = tigetflag("gn") > 0 || tigetflag("hc") > 0 || move == NULL || move == (char *)-1 || clear == NULL || clear == (char *)-1;
  return poor ? CN_TERM_TOO_POOR : CN_USABLE;
}

// Modes of the terminal that ncurses does not keep: keypad, mouse, paste, focus; and the way back from all of them, ready for a crash.
#define _XOPEN_SOURCE_EXTENDED 1
#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static struct termios shell_modes;
static bool shell_modes_known;
static volatile sig_atomic_t modes_are_on;
// ncurses enters the screen with its first picture, and our modes come after that.
static bool awaits_picture;
static bool like_xterm;
static bool mouse_wanted;

// Sent to undo everything, in this order; written whole by a crash handler that can ask nobody.
static char way_back[256];
static size_t way_back_length;

static const char paste_focus_on[] = "\033[?2004h\033[?1004h";
static const char paste_focus_off[] = "\033[?1004l\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1002l\033[?1000l";

bool cn_write_all(int descriptor, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    next += written;
    count -= (size_t)written;
  }
  return true;
}

const char *cn_capability(const char *name) {
  static char text[128];
  const char *value = tigetstr((char *)name);
  if (value == NULL || value == (char *)-1) return NULL;
  size_t length = 0;
  while (*value != '\0' && length + 1 < sizeof text) {
    // $<5> asks for a delay; nobody needs one who reads this.
    const char *end = value[0] == '$' && value[1] == '<' ? strchr(value, '>') : NULL;
    if (end != NULL) value = end + 1;
    else text[length++] = *value++;
  }
  text[length] = '\0';
  return text;
}

static bool begins_with(const char *text, const char *start) { return strncmp(text, start, strlen(start)) == 0; }

bool cn_is_like_xterm(void) { return like_xterm; }

static bool terminal_is_like_xterm(void) {
  static const char *const families[] = {
    "xterm", "screen", "tmux", "rxvt", "alacritty", "foot", "kitty", "wezterm", "ghostty", "konsole", "vte", "gnome", "iterm2", "st-", "contour", "mlterm", "mintty",
  };
  const char *name = termname();
  if (name == NULL || begins_with(name, "linux") || begins_with(name, "vt1") || begins_with(name, "vt2")) return false;
  for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
    if (begins_with(name, families[i])) return true;
  }
  const char *mouse = cn_capability("kmous");
  return (mouse != NULL && (strcmp(mouse, "\033[M") == 0 || strcmp(mouse, "\033[<") == 0)) || cn_capability("XM") != NULL;
}

static void append(const char *text) {
  size_t length = text == NULL ? 0 : strlen(text);
  if (way_back_length + length > sizeof way_back) return;
  memcpy(way_back + way_back_length, text == NULL ? "" : text, length);
  way_back_length += length;
}

void cn_modes_prepare(void) {
  static const char *const capabilities[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
  like_xterm = terminal_is_like_xterm();
  way_back_length = 0;
  if (like_xterm) {
    append(mouse_off);
    append(paste_focus_off);
  }
  for (size_t i = 0; i < sizeof capabilities / sizeof capabilities[0]; i++) append(cn_capability(capabilities[i]));
}

// Past ncurses, whose putp may write to standard output instead. Only where ncurses holds nothing back: after doupdate or endwin.
void cn_send(const char *text) {
  if (cn_tty >= 0 && text != NULL) cn_write_all(cn_tty, text, strlen(text));
}

void cn_scroll_whole_screen(int rows) {
  if (change_scroll_region != NULL && rows > 1) cn_send(tparm(change_scroll_region, 0, rows - 1));
}

static char plain[128];
static size_t plain_length;

static int keep_plain(int byte) {
  if (plain_length + 1 < sizeof plain) plain[plain_length++] = (char)byte;
  return byte;
}

// Through ncurses, so that it knows; to our own buffer, so that it comes in its turn.
void cn_send_plain_attributes(void) {
  plain_length = 0;
  vid_puts(A_NORMAL, 0, NULL, keep_plain);
  plain[plain_length] = '\0';
  cn_send(plain);
}

void cn_go_to_last_row(int rows) {
  if (cursor_address != NULL && rows > 0) cn_send(tparm(cursor_address, rows - 1, 0));
}

// The terminal is to be given back from now on, though our modes come with the first picture.
void cn_modes_await_picture(void) {
  modes_are_on = 1;
  awaits_picture = true;
}

bool cn_modes_are_awaited(void) { return awaits_picture; }

void cn_modes_on(void) {
  modes_are_on = 1;
  awaits_picture = false;
  // The cursor keys send what terminfo says only in keypad mode.
  cn_send(cn_capability("smkx"));
  if (like_xterm) cn_send(paste_focus_on);
  if (like_xterm && mouse_wanted) cn_send(mouse_on);
}

void cn_modes_off(void) {
  if (like_xterm && mouse_wanted) cn_send(mouse_off);
  if (like_xterm) cn_send(paste_focus_off);
  cn_send(cn_capability("rmkx"));
}

void cn_use_mouse(bool on) {
  if (on == mouse_wanted) return;
  mouse_wanted = on;
  if (like_xterm && modes_are_on && !awaits_picture) cn_send(on ? mouse_on : mouse_off);
}

void cn_remember_shell_modes(void) {
  // While ours are on, they are not the shell's: a process stopped by SIGSTOP comes back without having left.
  if (!modes_are_on) shell_modes_known = tcgetattr(cn_tty, &shell_modes) == 0;
}

void cn_restore_shell_modes(void) {
  modes_are_on = 0;
  // Now, not when all is sent: a terminal that nobody reads any more would keep us for ever.
  if (shell_modes_known) tcsetattr(cn_tty, TCSANOW, &shell_modes);
}

void cn_restore_in_crash(void) {
  if (!modes_are_on || cn_tty < 0) return;
  modes_are_on = 0;
  cn_write_all(cn_tty, way_back, way_back_length);
  if (shell_modes_known) tcsetattr(cn_tty, TCSANOW, &shell_modes);
}

// Shared by the C files of this folder alone.
#ifndef CN_INTERNAL_H
#define CN_INTERNAL_H

#include "CNcurses.h"

#include <signal.h>
#include <termios.h>

extern int cn_tty;  // the terminal, -1 while there is none

// modes.c
void cn_modes_prepare(void);
void cn_send_plain_attributes(void);
void cn_go_to_last_row(int rows);
void cn_modes_await_picture(void);  // our modes come on with the first picture
bool cn_modes_are_awaited(void);
void cn_modes_on(void);
void cn_modes_off(void);
void cn_scroll_whole_screen(int rows);  // a scrolling region from a smaller size would stay otherwise
void cn_remember_shell_modes(void);
void cn_restore_shell_modes(void);
void cn_restore_in_crash(void);  // async-signal-safe

// frame.c: what ncurses writes between begin and end goes out in one write
void cn_frame_prepare(void);
void cn_frame_begin(void);
void cn_frame_end(void);
void cn_frame_release(void);

// signals.c
void cn_signals_remember(void);  // what to give back later
bool cn_signals_take(void);
void cn_signals_give_back(void);

// crash.c
void cn_crash_take(void);  // for good: without a screen the handler only passes the signal on

// messages.c: standard error while the screen is up
void cn_messages_park(void);
void cn_messages_release(void);  // async-signal-safe

// Writes everything, whatever interrupts it; async-signal-safe.
bool cn_write_all(int descriptor, const void *bytes, size_t count);

#endif

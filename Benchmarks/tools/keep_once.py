#!/usr/bin/env python3
"""Opens a file in annals and waits until what was read of it is kept, so that the next opening is a second one.

    keep_once.py ANNALS FILE CACHE_HOME

Nothing is done where something is kept already; says how large it is and how long it took, from the start of the program.
"""
import fcntl
import os
import pathlib
import pty
import select
import struct
import sys
import termios
import time


def main():
    annals, file, home = sys.argv[1:]
    folder = pathlib.Path(home) / "annals"

    def kept():
        return next((path for path in folder.glob("*.columns")), None)

    if kept():
        return
    started = time.monotonic()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(annals, [annals, file], {**os.environ, "XDG_CACHE_HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    until = started + 300
    while not kept() and time.monotonic() < until:
        if select.select([terminal], [], [], 0.01)[0]:
            os.read(terminal, 1 << 16)
    took = time.monotonic() - started
    os.write(terminal, b"Q")
    while select.select([terminal], [], [], 5)[0]:
        try:
            if not os.read(terminal, 1 << 16):
                break
        except OSError:
            break
    os.waitpid(pid, 0)
    if not kept():
        sys.exit(f"nothing was kept of {file}")
    print(f"kept {kept().stat().st_size / (1 << 20):.1f} MB of {os.stat(file).st_size / (1 << 20):.1f} MB, {took:.2f} s after the start", file=sys.stderr)


if __name__ == "__main__":
    main()

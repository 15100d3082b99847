"""A large file opened a second time, when what was read of it is kept: its first screen, and the count of all of it."""

# The header counts the events; while the file is read it says so before the number.
READ = "^(?:(?!Reading).)*{counted} events"

SCENARIO = dict(
    steps=[
        {"wait": {"re": "ready", "name": "first screen", "timeout": 120}},
        {"wait": {"re": "loaded", "name": "whole count", "timeout": 120}},
        {"wait": {"idle": 300, "name": "at rest", "timeout": 60}},
        {"press": {"name": "down", "key": "down", "n": 20, "quiet": 20, "timeout": 20}},
    ],
    programs=dict(
        hello={"cmd": ["{bin}/hello_ncurses"], "ready": "hello: line 0", "loaded": "hello", "keys": {"down": "j", "quit": "q"}},
        annals={"before": "rm -rf {home}; {tools}/keep_once.py {annals} {data}/ged-{rows}.csv {data}/kept", "cmd": ["{annals}", "{data}/ged-{rows}.csv"],
                "warm": ["{data}/ged-{rows}.csv"], "env": {"HOME": "{home}", "XDG_STATE_HOME": "{home}/state", "XDG_CACHE_HOME": "{data}/kept"},
                "ready": "quit", "loaded": READ, "keys": {"down": "j", "quit": "Q"}},
    ),
)

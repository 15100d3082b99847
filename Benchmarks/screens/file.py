"""A large file in the schema of UCDP GED: its first screen, all of it read, single keys, a word that is not in it, one actor."""

# The header counts the events; while the file is read it says so before the number.
READ = "^(?:(?!Reading).)*{counted} events"

SCENARIO = dict(
    steps=[
        {"wait": {"re": "ready", "name": "first screen", "timeout": 120}},
        {"wait": {"re": "loaded", "name": "all read", "timeout": 600}},
        {"wait": {"idle": 300, "name": "at rest", "timeout": 600}},
        {"press": {"name": "down", "key": "down", "n": 60, "quiet": 20, "timeout": 20}},
        {"press": {"name": "page", "key": "page", "n": 30, "quiet": 40, "timeout": 20}},
        {"press": {"name": "to the end", "key": "end", "idle": 200, "timeout": 300}},
        {"press": {"name": "to the start", "key": "home", "idle": 200, "timeout": 300}},
        {"press": {"name": "absent word", "key": "absent", "idle": 300, "timeout": 300}},
        {"press": {"name": "(clear)", "key": "clear", "idle": 300, "timeout": 300, "silent_ok": True}},
        {"press": {"name": "one actor", "key": "filter", "idle": 300, "timeout": 600}},
    ],
    programs=dict(
        hello={"cmd": ["{bin}/hello_ncurses"], "ready": "hello: line 0", "loaded": "hello", "keys": {"down": "j", "page": " ", "quit": "q"}},
        annals={"before": "rm -rf {home}", "cmd": ["{annals}", "{data}/ged-{rows}.csv"], "warm": ["{data}/ged-{rows}.csv"],
                "env": {"HOME": "{home}", "XDG_STATE_HOME": "{home}/state", "XDG_CACHE_HOME": "{home}/cache"}, "ready": "quit", "loaded": READ,
                "keys": {"down": "j", "page": " ", "end": "G", "home": "g", "absent": "/zzqqxxjj", "clear": "<esc>", "filter": "factor:IS<enter>", "quit": "Q"}},
        less={"cmd": ["less", "-S", "{data}/ged-{rows}.csv"], "warm": ["{data}/ged-{rows}.csv"], "ready": "ged-{rows}.csv", "loaded": "ged-{rows}.csv",
              "keys": {"down": "j", "page": " ", "end": "G", "home": "g", "absent": "/zzqqxxjj<enter>", "clear": " ", "filter": "&,IS,<enter>", "quit": "q"}},
        vim={"cmd": ["vim", "-n", "-u", "NONE", "{data}/ged-{rows}.csv"], "warm": ["{data}/ged-{rows}.csv"], "env": {"HOME": "{home}"},
             "ready": "lines, |L, ", "loaded": "lines, |L, ",
             "keys": {"down": "<c-e>", "page": "<c-f>", "end": "G", "home": "gg", "absent": "/zzqqxxjj<enter>", "quit": ":q!<enter>"}},
        fzf={"cmd": ["fzf", "--exact", "--no-sort"], "stdin": "{data}/ged-{rows}.lines", "warm": ["{data}/ged-{rows}.lines"], "ready": "^> \\d\\d\\d\\d-",
             "loaded": "{rows}/{rows}",
             "keys": {"down": "<c-k>", "page": "<pgup>", "absent": "zzqqxxjj", "clear": "<c-u>", "filter": "'- IS ", "quit": "<esc>"}},
        lnav={"before": "rm -rf {home}; mkdir -p {home}", "cmd": ["lnav", "{data}/ged-{rows}.log"], "warm": ["{data}/ged-{rows}.log"], "env": {"HOME": "{home}"},
              "ready": "\\d\\d\\d\\d-\\d\\d-\\d\\d 00:00:00.000 INFO", "loaded": "{last} 00:00:00.000 INFO",
              "keys": {"down": "k", "page": "b", "end": "g", "home": "G", "absent": "/zzqqxxjj<enter>", "filter": ":filter-in  - IS best=<enter>", "quit": "q"}},
        visidata={"cmd": ["vd", "{data}/ged-{rows}.csv"], "warm": ["{data}/ged-{rows}.csv"], "env": {"HOME": "{home}"}, "ready": "conflict_name",
                  "loaded": "{rows} rows",
                  "keys": {"down": "j", "page": "<pgdn>", "end": "G", "home": "gg", "absent": "csource_article<enter>/zzqqxxjj<enter>",
                           "filter": "z|side_a=='IS' or side_b=='IS'<enter>", "quit": "gq"}},
    ),
)

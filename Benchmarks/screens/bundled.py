"""The timeline that comes with annals, beside small files in other programs: from exec to the first full frame, then single keys.

hello_ncurses is the floor: a C program that draws one full frame and answers keys."""

SCENARIO = dict(
    steps=[
        {"wait": {"re": "ready", "name": "first frame"}},
        {"wait": {"idle": 150, "name": "at rest", "timeout": 20}},
        {"press": {"name": "down", "key": "down", "n": 30, "quiet": 20}},
        {"press": {"name": "page", "key": "page", "n": 12, "quiet": 20, "silent_ok": True}},
    ],
    programs=dict(
        hello={"cmd": ["{bin}/hello_ncurses"], "ready": "hello: line 0", "keys": {"down": "j", "page": " ", "quit": "q"}},
        annals={"before": "rm -rf {home}", "cmd": ["{annals}"], "env": {"HOME": "{home}", "XDG_STATE_HOME": "{home}/state"}, "ready": "quit",
                "keys": {"down": "j", "page": " ", "quit": "Q"}},
        less={"cmd": ["less", "-S", "{data}/ged-300.csv"], "ready": "ged-300.csv", "keys": {"down": "j", "page": " ", "quit": "q"}},
        vim={"cmd": ["vim", "-n", "-u", "NONE", "{data}/ged-300.csv"], "env": {"HOME": "{home}"}, "ready": "\\d+L, |\\d+ lines, ",
             "keys": {"down": "j", "page": "<c-f>", "quit": ":q!<enter>"}},
        fzf={"cmd": ["fzf", "--exact"], "stdin": "{data}/ged-300.lines", "ready": "300/300", "keys": {"down": "<c-k>", "page": "<pgup>", "quit": "<esc>"}},
        lnav={"before": "rm -rf {home}; mkdir -p {home}", "cmd": ["lnav", "{data}/ged-300.log"], "env": {"HOME": "{home}"}, "ready": "L\\d+\\s+100%",
              "keys": {"down": "k", "page": "b", "quit": "q"}},
        visidata={"cmd": ["vd", "{data}/ged-300.csv"], "env": {"HOME": "{home}"}, "ready": "300 rows", "keys": {"down": "j", "page": "<pgdn>", "quit": "gq"}},
    ),
)

"""Search as you type: every letter waits until its answer is whole, the first screen of hits and their count."""

SCENARIO = dict(
    vars=dict(text="truce violation"),
    steps=[
        {"wait": {"re": "loaded", "idle": 300, "name": "(all read)", "timeout": 600}},
        {"send": "open"},
        {"wait": {"quiet": 200, "silent_ok": True, "name": "(prompt)"}},
        {"type": {"text": "{text}", "name": "letter", "idle": 100, "timeout": 120, "silent_ok": True}},
    ],
    programs=dict(
        annals={"before": "rm -rf {home}", "cmd": ["{annals}", "{data}/ged-{rows}.csv"], "warm": ["{data}/ged-{rows}.csv"],
                "env": {"HOME": "{home}", "XDG_STATE_HOME": "{home}/state", "XDG_CACHE_HOME": "{home}/cache"},
                "loaded": "^(?:(?!Reading).)*{counted} events", "keys": {"open": "/", "quit": "<esc>Q"}},
        fzf={"cmd": ["fzf", "--exact", "--no-sort"], "stdin": "{data}/ged-{rows}.lines", "warm": ["{data}/ged-{rows}.lines"], "loaded": "{rows}/{rows}",
             "keys": {"quit": "<esc>"}},
    ),
)

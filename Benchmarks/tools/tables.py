"""Results as tables in Markdown."""
import budgets

STEPS = [
    ("bundled", "first frame"), ("bundled", "down"), ("bundled", "page"), ("file", "first screen"), ("file", "all read"), ("file", "at rest"), ("file", "down"), ("file", "page"),
    ("file", "to the end"), ("file", "absent word"), ("file", "one actor"), ("again", "first screen"), ("again", "whole count"), ("typing", "letter"),
]
PROGRAMS = ["annals", "hello", "less", "vim", "fzf", "lnav", "visidata"]


def number(value):
    """Three figures are what a time is good for."""
    if value is None:
        return "–"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def one(rows, results):
    """The tables of one size of file."""
    host = results["machine"]
    lines = [
        f"{rows:,} events, {results['file_bytes'] / (1 << 20):.0f} MB, in the schema of UCDP GED; {host['cores']} cores, {host['cpu']}; annals {results['commit']};"
        f" `Benchmarks/run --rows {rows}`.", "",
        "| budget | annals | limit | |", "|---|--:|--:|---|",
    ]
    for line in budgets.judged(rows, results):
        lines.append(f"| {line.what} | {number(line.measured)} {line.unit} | {number(line.limit)} {line.unit} ({line.why}) | {'held' if line.holds else '**missed**'} |")
    screens = {group: results[group]["results"] for group in ("bundled", "file", "again", "typing") if group in results}
    shown = [p for p in PROGRAMS if any(p in r and r[p]["rows"] for r in screens.values())]
    lines += ["", "| ms, median | " + " | ".join(shown) + " |", "|---|" + "--:|" * len(shown)]
    for group, name in STEPS:
        values = [budgets.step(group, program, name)(results) for program in shown]
        if any(value is not None for value in values):
            lines.append(f"| {group}: {name} | " + " | ".join(map(number, values)) + " |")
    for metric, words in [("rest_mb", "at rest after use"), ("anon_mb", "most")]:
        values = [budgets.memory(program, metric)(results) for program in shown]
        if any(value is not None for value in values):
            lines.append(f"| file: MB of its own, {words} | " + " | ".join(map(number, values)) + " |")
    if taken := results.get("commands"):
        lines += ["", "| the whole file, s | " + " | ".join(taken) + " |", "|---|" + "--:|" * len(taken)]
        for metric, words in [("min", "quickest"), ("p50", "median"), ("cpu", "of the processors")]:
            lines.append(f"| {words} | " + " | ".join(number(taken[name][metric]) for name in taken) + " |")
    return "\n".join(lines)


def markdown(results):
    return "\n\n".join(one(int(rows), results[rows]) for rows in sorted(results, key=int)) + "\n"


def write(text, page):
    """Puts the tables between the marks that a page has for them."""
    begin, end = "<!-- made:figures -->\n", "<!-- /made -->"
    before, rest = page.read_text().split(begin)
    page.write_text(before + begin + text + rest[rest.index(end) :])

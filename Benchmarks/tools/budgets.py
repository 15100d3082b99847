"""What annals promises, each as a limit that is measured in the same run as annals itself."""
import dataclasses
import statistics


@dataclasses.dataclass
class Judged:
    """One budget beside what was measured."""

    what: str
    measured: float
    limit: float
    unit: str
    why: str

    @property
    def holds(self):
        return self.measured <= self.limit


def step(group, program, name, metric="p50"):
    """A number of a screen's step: ms, or bytes."""

    def of(results):
        rows = results.get(group, {}).get("results", {}).get(program, {}).get("rows", [])
        return next((row[metric] for row in rows if row["step"] == name), None)

    return of


def memory(program, metric):
    """Megabytes of a program's own, beside the pages of the file: at rest after all steps (rest_mb), or the most seen (anon_mb)."""

    def of(results):
        runs = results.get("file", {}).get("results", {}).get(program, {}).get("runs", [])
        return statistics.median(run[metric] for run in runs) if runs else None

    return of


def seconds(name):
    """Seconds of a whole command, the quickest of its runs: what others do to a run only makes it longer."""
    return lambda results: results.get("commands", {}).get(name, {}).get("min")



# What, how annals does, times what, of what (a constant where that is None), the unit, and the words for the limit.
BUDGETS = [
    ("The bundled timeline, first full frame", step("bundled", "annals", "first frame"), 3, step("bundled", "hello", "first frame"), "ms", "3 × hello"),
    ("A key down, bundled timeline, median", step("bundled", "annals", "down"), 2, step("bundled", "hello", "down"), "ms", "2 × hello"),
    ("A key down, bundled timeline, p99", step("bundled", "annals", "down", "p99"), 5, None, "ms", "5 ms"),
    ("The file, first screen", step("file", "annals", "first screen"), 6, step("file", "hello", "first screen"), "ms", "6 × hello"),
    ("The file a second time, first screen and whole count", step("again", "annals", "whole count"), 20,
     step("again", "hello", "first screen"), "ms", "20 × hello"),
    ("The file, a key down, median", step("file", "annals", "down"), 2, step("file", "hello", "down"), "ms", "2 × hello"),
    ("The file, a key down, p99", step("file", "annals", "down", "p99"), 5, None, "ms", "5 ms"),
    ("The file, all read, beside polars", seconds("annals"), 0.5, seconds("polars"), "s", "½ polars, scan and filter"),
    ("The file, all read, beside DuckDB", seconds("annals"), 0.2, seconds("DuckDB"), "s", "⅕ DuckDB, 12 columns"),
    ("Search, a letter to the whole count, p99", step("typing", "annals", "letter", "p99"), 0.1, step("typing", "fzf", "letter", "p99"), "ms", "⅒ fzf"),
    ("Filter by one actor, list and counts and strip", step("file", "annals", "one actor"), 16, None, "ms", "16 ms"),
    ("Memory of its own, at rest after use", memory("annals", "rest_mb"), 0.4, lambda results: results["file_mb"], "MB", "0.4 × the file"),
]


def judged(rows, results):
    """The budgets for which everything was measured."""
    results = {**results, "file_mb": results["file_bytes"] / (1 << 20)}
    found = []
    for what, of_annals, factor, of_other, unit, why in BUDGETS:
        measured, other = of_annals(results), of_other(results) if of_other else 1
        if measured is not None and other is not None:
            found.append(Judged(what, measured, factor * other, unit, why))
    return found

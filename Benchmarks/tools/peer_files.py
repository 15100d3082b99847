#!/usr/bin/env python3
"""The rows of a GED file as other programs take them: a line an event for fzf, and a log in the order of time for lnav.

    peer_files.py ged-400000.csv        # writes ged-400000.lines and ged-400000.log beside it
"""
import csv
import sys


def main(path):
    stem = path.removesuffix(".csv")
    csv.field_size_limit(1 << 30)
    with open(path, newline="", encoding="utf-8", errors="replace") as file:
        lines = [
            " ".join(f"{r['date_start'][:10]} {r['where_coordinates']}, {r['country']} {r['side_a']} - {r['side_b']} best={r['best']} {r['source_article']}".split())
            for r in csv.DictReader(file)
        ]
    with open(stem + ".lines", "w", encoding="utf-8") as out:
        out.writelines(line + "\n" for line in lines)
    with open(stem + ".log", "w", encoding="utf-8") as out:
        out.writelines(f"{line[:10]} 00:00:00.000 INFO {line[11:]}\n" for line in sorted(lines, key=lambda line: line[:10]))


if __name__ == "__main__":
    main(sys.argv[1])

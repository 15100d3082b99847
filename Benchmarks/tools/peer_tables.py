#!/usr/bin/env python3
"""What an analyst would do with a GED file in Python, timed without the start of Python itself; prints the seconds.

    peer_tables.py polars ged-400000.csv        # scan the file and count one actor's events
    peer_tables.py duckdb ged-400000.csv        # read the twelve columns that a timeline needs, on two threads
"""
import sys
import time

TWELVE = "id, date_start, date_end, side_a, side_b, best, low, high, where_coordinates, country, type_of_violence, source_headline"


def polars(path):
    import polars

    start = time.perf_counter()
    table = polars.scan_csv(path, infer_schema_length=0)
    table.filter((polars.col("side_a") == "IS") | (polars.col("side_b") == "IS")).select(polars.len()).collect().item()
    return time.perf_counter() - start


def duckdb(path):
    import duckdb as engine

    start = time.perf_counter()
    engine.sql("set threads = 2")
    engine.sql(f"create table events as select {TWELVE} from read_csv('{path}', all_varchar = true)")
    return time.perf_counter() - start


if __name__ == "__main__":
    print(f"{dict(polars=polars, duckdb=duckdb)[sys.argv[1]](sys.argv[2]):.4f}")

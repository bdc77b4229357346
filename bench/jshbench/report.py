"""Tables of results."""

# SPDX-License-Identifier: GPL-3.0-or-later

from jshbench.runner import OK
from jshbench.targets import best_peer, figure, judge_rows
from jshbench.workload import LIMIT


def digits(value):
    """Three digits, at most two after the point."""
    places = 0 if abs(value) >= 99.95 else 1 if abs(value) >= 9.995 else 2
    return f"{value:.{places}f}"


def ratio(value, base):
    return "-" if value is None or not base else f"{value / base:.2f}"


def print_table(title, head, rows):
    widths = [max(map(len, column)) for column in zip(head, *rows)]
    print(f"\n{title}\n")
    for row in [head, ["-" * width for width in widths], *rows]:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("| " + " | ".join(cells) + " |")


def ratio_row(row, results):
    """What tells most: jsh's CPU time beside the best peer's and the limit."""
    jsh = figure(results.get("jsh"), row, "cpu")
    best = best_peer(results, row, "cpu")
    base = figure(results.get(best), row, "cpu")
    return jsh, best, base, figure(results.get(LIMIT), row, "cpu")


def missed_text(judgements):
    return "; ".join(filter(None, judgements))


def ratio_table(all_results, names, judged):
    """CPU time as ratios to the best peer, and the best's distance to LIMIT."""
    head = ["workload", *names, "best peer", "its us/op", "jsh/limit", "best/limit"]
    rows = []
    for row, results in all_results:
        jsh, best, base, floor = ratio_row(row, results)
        cells = [row.name]
        for name in names:
            value = figure(results[name], row, "cpu")
            cells.append(results[name].state if value is None else ratio(value, base))
        cells += [best or "-", "-" if base is None else digits(base)]
        cells += [ratio(jsh, floor), ratio(base, floor)]
        cells.append("MISSED" if missed_text(judged[row.name]) else "")
        rows.append(cells)
    print_table("CPU time, as a ratio to the best peer's:", [*head, "target"], rows)


def brief_table(all_results, judged):
    """One line a row: what a note has room for."""
    head = ["workload", "jsh/best", "jsh/limit", "best", "us", "wall us", "faults"]
    rows = []
    for row, results in all_results:
        jsh, best, base, floor = ratio_row(row, results)
        cells = [row.name, ratio(jsh, base), ratio(jsh, floor), best or "-"]
        for key in "cpu", "wall", "faults":
            value = figure(results.get("jsh"), row, key)
            cells.append("-" if value is None else digits(value))
        rows.append([*cells, missed_text(judged[row.name])])
    title = "jsh: CPU time, least wall time and page faults of an operation:"
    print_table(title, [*head, "missed"], rows)


def print_targets(judged):
    """What was missed, and how much was looked at."""
    verdicts = [verdict for row in judged.values() for verdict in row]
    missed = sum(1 for verdict in verdicts if verdict)
    unknown = verdicts.count(None)
    print(f"\nTargets: {missed} missed of {len(verdicts) - unknown}", end="")
    print(f"; {unknown} not looked at" if unknown else "")
    for name, row in judged.items():
        if missed_text(row):
            print(f"MISSED {name}: {missed_text(row)}")


def figure_table(title, all_results, names, show):
    """SHOW(result, row) of each shell, the limit first; a row in which it is None
    for all is left out, and a table without rows."""
    rows = []
    for row, results in all_results:
        found = [results[name] for name in [LIMIT, *names]]
        shown = [show(r, row) if r.state == OK else None for r in found]
        if any(shown):
            states = ["-" if r.state == OK else r.state for r in found]
            cells = [cell or state for cell, state in zip(shown, states)]
            rows.append([row.name, *cells])
    if rows:
        print_table(title, ["workload", LIMIT, *names], rows)


def show_least(key):
    def show(result, row):
        value = figure(result, row, key)
        return None if value is None else digits(value)

    return show


def show_wall(result, row):
    least, median = result.least("wall"), result.median("wall")
    return " / ".join(digits(row.per_operation("wall", t)) for t in (least, median))


def show_memory(result, _):
    if "after" not in result.runs[0]:
        return None
    return f"{result.least('before'):.0f} / {result.least('after'):.0f}"


FIGURES = {
    "CPU time, us per operation, least:": show_least("cpu"),
    "Wall time, us per operation, least / median:": show_wall,
    "Page faults per operation, least:": show_least("faults"),
    "System calls per operation:": show_least("syscalls"),
    "Instructions per operation:": show_least("instructions"),
    "Bytes written to the terminal per operation:": show_least("bytes"),
    "Private memory at the prompt in KB:": show_least("private"),
    "Resident memory in KB, before / after:": show_memory,
}


def print_failures(all_results):
    failures = [
        f"{row.name}: {name}: {result.state}: {result.why}"
        for row, results in all_results
        for name, result in results.items()
        if result.why
    ]
    if failures:
        print("\nFailed:\n" + "\n".join(failures))


def print_report(all_results, names, is_brief):
    judged = judge_rows(all_results)
    if is_brief:
        brief_table(all_results, judged)
    else:
        ratio_table(all_results, names, judged)
        for title, show in FIGURES.items():
            figure_table(title, all_results, names, show)
    print_targets(judged)
    print_failures(all_results)

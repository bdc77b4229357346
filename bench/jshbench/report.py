"""Tables of results."""

# SPDX-License-Identifier: GPL-3.0-or-later

from jshbench.runner import OK, best_peer
from jshbench.shells import PEERS
from jshbench.workload import LIMIT


def digits(value):
    """Three digits, at most two after the point."""
    places = 0 if abs(value) >= 99.95 else 1 if abs(value) >= 9.995 else 2
    return f"{value:.{places}f}"


def ratio(value, base):
    return f"{value / base:.2f}" if base else "-"


def print_table(title, head, rows):
    widths = [max(map(len, column)) for column in zip(head, *rows)]
    print(f"\n{title}\n")
    for row in [head, ["-" * width for width in widths], *rows]:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("| " + " | ".join(cells) + " |")


def ratio_table(all_results, names):
    """CPU time as ratios to the best peer, and the best's distance to LIMIT."""
    head = ["workload", *names, "best peer", "its us/op", "jsh/limit", "best/limit"]
    rows = []
    for workload, results in all_results:
        best = best_peer(results, PEERS)
        base = results[best].median("cpu") if best else 0
        row = [workload.name]
        for name in names:
            result = results[name]
            good = result.state == OK
            row.append(ratio(result.median("cpu"), base) if good else result.state)
        row += [best or "-", digits(base * 1e6 / workload.count) if best else "-"]
        limit = results[LIMIT]
        floor = limit.median("cpu") if limit.state == OK else 0
        jsh = results.get("jsh")
        good = jsh is not None and jsh.state == OK
        row.append(ratio(jsh.median("cpu"), floor) if good else "-")
        row.append(ratio(base, floor) if best else "-")
        rows.append(row)
    print_table("CPU time, as a ratio to the best peer's:", head, rows)


def figure_table(title, all_results, names, show):
    """SHOW(result, workload) of each shell, the limit first; a row in which it
    is None for all is left out, and a table without rows."""
    rows = []
    for workload, results in all_results:
        row = [results[name] for name in [LIMIT, *names]]
        shown = [show(r, workload) if r.state == OK else None for r in row]
        if any(shown):
            states = ["-" if r.state == OK else r.state for r in row]
            cells = [cell or state for cell, state in zip(shown, states)]
            rows.append([workload.name, *cells])
    if rows:
        print_table(title, ["workload", LIMIT, *names], rows)


def show_cpu(result, workload):
    return digits(result.median("cpu") * 1e6 / workload.count)


def show_wall(result, workload):
    least, median = result.least("wall"), result.median("wall")
    return " / ".join(digits(t * 1e6 / workload.count) for t in (least, median))


def show_faults(result, workload):
    return digits(result.median("faults") / workload.count)


def show_counts(counter):
    def show(result, workload):
        count = result.counts.get(counter)
        operations = workload.count / workload.repeat
        return None if count is None else digits(count / operations)

    return show


def show_run(key):
    def show(result, _):
        known = key in result.runs[0]
        return digits(result.median(key)) if known else None

    return show


def show_memory(result, workload):
    if not workload.tells_memory:
        return None
    return f"{result.median('before'):.0f} / {result.median('after'):.0f}"


FIGURES = {
    "CPU time, us per operation, median:": show_cpu,
    "Wall time, us per operation, least / median:": show_wall,
    "Page faults per operation, median:": show_faults,
    "System calls per operation:": show_counts("syscalls"),
    "Instructions per operation:": show_counts("instructions"),
    "Bytes written to the terminal per operation:": show_run("bytes"),
    "Private memory at the prompt in KB:": show_run("private"),
    "Resident memory in KB, before / after:": show_memory,
}


def print_report(all_results, names):
    ratio_table(all_results, names)
    for title, show in FIGURES.items():
        figure_table(title, all_results, names, show)
    failures = [
        f"{workload.name}: {name}: {result.state}: {result.why}"
        for workload, results in all_results
        for name, result in results.items()
        if result.why
    ]
    if failures:
        print("\nFailed:\n" + "\n".join(failures))

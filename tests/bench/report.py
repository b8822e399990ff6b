"""Tells the measurements as Markdown, and on what machine they were made."""

import os
import platform
import re
import statistics
from pathlib import Path

PHASES = {"clean": "Clean build", "nothing": "Nothing changed", "body": "One text edited", "title": "One title edited"}


def median(runs, key):
    return statistics.median(run[key] for run in runs) if runs else None


def seconds(value):
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"


def table(size, names):
    lines = ["| | | wall, s | of all runs | CPU, s | peak, MB | files written |", "|---|---|---:|---:|---:|---:|---:|"]
    for phase, title in PHASES.items():
        for key, runs in size["runs"][phase].items():
            walls = [run["wall"] for run in runs]
            span = f"{seconds(min(walls))} … {seconds(max(walls))}"
            written = f"{median(runs, 'written'):,.0f}" if "written" in runs[0] else ""
            lines.append(f"| {title} | {names[key]} | {seconds(median(runs, 'wall'))} | {span} | "
                         f"{seconds(median(runs, 'cpu'))} | {median(runs, 'peak') / 1e6:,.0f} | {written} |")
            title = ""
    return "\n".join(lines)


def goals(size):
    """How far the goals are, by the wall clock and, for machines that have other things to do too, by the CPU."""
    runs, pages = size["runs"], 3 * size["releases"]
    of = lambda key, phase, name: median(runs[phase].get(name), key)
    rows = [
        ("clean build : Hugo's", ("clean", "jarshy"), ("clean", "hugo"), 1 / 10),
        ("clean build : Blades'", ("clean", "jarshy"), ("clean", "blades"), 1),
        ("clean build : `cp -r` of what it wrote", ("clean", "jarshy"), ("clean", "cp"), 3),
        ("default theme, all outputs : small theme", ("clean", "default"), ("clean", "jarshy"), 2),
        ("nothing changed : Hugo's clean build", ("nothing", "jarshy"), ("clean", "hugo"), 1 / 100),
        ("nothing changed : `find`", ("nothing", "jarshy"), ("nothing", "find"), 4),
        ("one text edited : Hugo's clean build", ("body", "jarshy"), ("clean", "hugo"), 1 / 60),
    ]
    lines = ["| ratio | wall | CPU | goal | |", "|---|---:|---:|---:|---|"]
    for name, ours, other, goal in rows:
        if of("wall", *ours) and of("wall", *other):
            wall, cpu = (of(key, *ours) / of(key, *other) for key in ("wall", "cpu"))
            lines.append(f"| {name} | {ratio(wall)} | {ratio(cpu)} | {ratio(goal)} | {reached(wall <= goal)} |")
    allowed = 40e6 + 5e3 * pages
    peak = of("peak", "clean", "jarshy")
    lines.append(f"| peak memory | {peak / 1e6:,.0f} MB | | {allowed / 1e6:,.0f} MB | {reached(peak <= allowed)} |")
    return "\n".join(lines)


def ratio(value):
    return f"1 : {1 / value:.1f}" if value < 1 else f"{value:.1f} : 1"


def reached(held):
    return "reached" if held else "not yet"


def growth(sizes):
    """What a page costs in a newsroom of each size: the same where growth is linear."""
    lines = ["| releases × 3 languages | ms a page, clean | µs a page, nothing changed | peak, KB a page |",
             "|---:|---:|---:|---:|"]
    for size in sizes:
        pages = 3 * size["releases"]
        of = lambda phase, key: median(size["runs"][phase]["jarshy"], key) / pages
        lines.append(f"| {size['releases']:,} | {of('clean', 'wall') * 1e3:.3f} | {of('nothing', 'wall') * 1e6:.1f} | "
                     f"{of('clean', 'peak') / 1e3:.1f} |")
    return "\n".join(lines)


def outputs(size, names):
    content = size["content"]
    told = [f"content {content['files']:,} files, {content['bytes'] / 1e6:.1f} MB"]
    told += [f"{names[key]} wrote {made['files']:,} files, {made['bytes'] / 1e6:.1f} MB" for key, made in
             size["output"].items()]
    told += [f"{check}: {'yes' if held else 'NO'}" for check, held in size["checks"].items()]
    return "; ".join(told) + "."


def machine(folder):
    def first(pattern, file):
        found = re.search(pattern, Path(file).read_text(), re.M) if Path(file).exists() else None
        return found.group(1).strip() if found else "unknown"
    mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
    memory = first(r"^MemTotal:\s*(\d+)", "/proc/meminfo")
    under = [mount for mount in mounts if Path(mount[1]) in [folder, *folder.parents]]
    return {
        "cpu": first(r"^model name\s*:(.*)$", "/proc/cpuinfo"),
        "cores": len(os.sched_getaffinity(0)),
        "memory": f"{int(memory) / 1e6:.0f} GB",
        "kernel": f"{platform.system()} {platform.release()}",
        "file system": max(under, key=lambda mount: len(mount[1]))[2],
        "load before": os.getloadavg()[0],
    }


def report(result):
    names = {"cp": "`cp -r` of Jarshy's output", "find": "`find content -printf '%s %T@'`", **result["programs"]}
    about = result["machine"]
    print(f"{about['cpu']}, {about['cores']} cores, {about['memory']}, {about['kernel']}, {about['file system']}; load "
          f"{about['load before']:.1f} before, {about['load after']:.1f} after; {result['date']}; medians of "
          f"{result['number of runs']} runs.\n")
    for size in result["sizes"]:
        print(f"### {size['releases']:,} releases × 3 languages\n\n{table(size, names)}\n\n{goals(size)}\n\n"
              f"{outputs(size, names)}\n")
    if len(result["sizes"]) > 1:
        print(f"### Growth\n\n{growth(result['sizes'])}\n")

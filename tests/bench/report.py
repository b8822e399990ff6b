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
    runs, pages = size["runs"], 3 * size["releases"]
    jarshy = {phase: median(runs[phase]["jarshy"], "wall") for phase in PHASES}
    wall = lambda phase, key: median(runs[phase].get(key), "wall")
    hugo, clean = wall("clean", "hugo"), jarshy["clean"]
    peak = median(runs["clean"]["jarshy"], "peak")
    rows = [
        ("clean build : Hugo's", clean, hugo, 1 / 10),
        ("clean build : Blades'", clean, wall("clean", "blades"), 1),
        ("clean build : `cp -r` of what it wrote", clean, wall("clean", "cp"), 3),
        ("nothing changed : Hugo's clean build", jarshy["nothing"], hugo, 1 / 100),
        ("nothing changed : `find`", jarshy["nothing"], wall("nothing", "find"), 4),
        ("one text edited : Hugo's clean build", jarshy["body"], hugo, 1 / 60),
        ("peak memory : 40 MB and 5 KB a page", peak, 40e6 + 5e3 * pages, 1),
    ]
    lines = ["| ratio | measured | goal | |", "|---|---:|---:|---|"]
    ratio = lambda value: f"1 : {1 / value:.1f}" if value < 1 else f"{value:.2f} : 1"
    for name, value, other, goal in rows:
        if other:
            reached = "reached" if value / other <= goal else "not yet"
            lines.append(f"| {name} | {ratio(value / other)} | {ratio(goal)} | {reached} |")
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

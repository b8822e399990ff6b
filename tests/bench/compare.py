#!/usr/bin/env python3
"""Compares Jarshy with Hugo, Blades, `cp -r` and `find`, all on the same newsroom.

    python3 tests/bench/compare.py --releases 2000,10000 --runs 5 --dir DIR

Each size goes through the phases `clean` (no output, no state), `nothing` (nothing changed), `body` (one text edited)
and `title` (one headline edited). In every phase the programs take turns, A B C A B C; every run is a new process. Told
are medians of the wall clock, CPU seconds and peak memory, as the system counts them for the process and its children
(wait4), and how many files of the output were written anew. Hugo and Blades know no incremental build, so each of
their runs is a whole one. Programs that are not found are left out, with a word.

A Markdown table goes to standard output, all single measurements into a JSON file. Only the standard library is used.
"""

import argparse
import datetime
import filecmp
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True  # no __pycache__ beside the sources

from programs import Bench, programs, remove
from report import PHASES, machine, report


def state(folder):
    """How every file lies on disk; a file that was written anew, even with the same bytes, lies otherwise."""
    found = {}
    for top, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(top, name)
            is_ = os.stat(path)
            found[path] = (is_.st_ino, is_.st_size, is_.st_mtime_ns, is_.st_ctime_ns)
    return found


def size_of(folder):
    sizes = [is_[1] for is_ in state(folder).values()]
    return {"files": len(sizes), "bytes": sum(sizes)}


def same_tree(one, other):
    files = {path[len(str(one)):] for path in state(one)}
    if files != {path[len(str(other)):] for path in state(other)}:
        return False
    _, differ, failed = filecmp.cmpfiles(one, other, [file.lstrip("/") for file in files], shallow=False)
    return not differ and not failed


class Size:
    """The runs with one number of releases."""

    def __init__(self, bench, releases, found, corpus, runs):
        self.bench, self.releases, self.programs, self.runs = bench, releases, found, runs
        self.folder = bench.folder / str(releases)
        self.sites = {program.key: self.folder / program.key for program in found}
        remove(self.folder)
        for program in found:
            site = self.sites[program.key]
            subprocess.run([corpus, "--releases", str(releases), "--for", program.corpus, "--out", site], check=True)
            program.prepare(site)
        self.jarshy, self.site = found[0], self.sites["jarshy"]
        newest = max((self.site / "content/releases").glob("*/*"), key=lambda folder: folder.name)
        self.newest = {"year": newest.parent.name, "id": newest.name}
        self.results = {phase: {} for phase in PHASES}

    def measure(self, phase, program):
        site = self.sites[program.key]
        if phase == "clean":
            program.clean(site)
        before = {} if phase == "clean" else state(program.out(site))
        measured = self.bench.run(program.build(site), site)
        after = state(program.out(site))
        measured["written"] = sum(before.get(path) != lies for path, lies in after.items())
        self.results[phase].setdefault(program.key, []).append(measured)

    def baseline(self, phase):
        """What the system itself needs: to copy the output, or to look at the content."""
        if phase == "clean":
            copy = self.folder / "copy"
            remove(copy)
            name, command = "cp", ["cp", "-r", self.jarshy.out(self.site), copy]
        else:
            name, command = "find", ["find", self.site / "content", "-printf", "%s %T@\\n"]
        self.results[phase].setdefault(name, []).append(self.bench.run(command, self.folder))
        remove(self.folder / "copy")

    def edit(self, phase, program, number):
        file = self.sites[program.key] / program.text.format(**self.newest)
        text = file.read_text()
        original = self.originals.setdefault(file, text)
        if phase == "body":
            file.write_text(f"{original.rstrip()} Уточнение {number}.\n")
        else:
            file.write_text(re.sub(program.title, rf"\1, дополнение {number}\2", original, count=1, flags=re.M))

    def phase(self, phase):
        self.originals = {}
        for number in range(self.runs):
            for program in self.programs:
                if phase in program.phases:
                    if phase in ("body", "title"):
                        self.edit(phase, program, number)
                    self.measure(phase, program)
            if phase in ("clean", "nothing"):
                self.baseline(phase)
            print(f"{self.releases} releases, {phase}: run {number + 1} of {self.runs}", file=sys.stderr)
        for file, text in self.originals.items():
            file.write_text(text)
        if self.originals:
            self.bench.run(self.jarshy.build(self.site), self.site)

    def everything(self):
        for phase in PHASES:
            self.phase(phase)
        outputs = {program.key: size_of(program.out(self.sites[program.key])) for program in self.programs}
        texts = size_of(self.site / "content")
        checks = self.checks()
        remove(self.folder)
        return {"releases": self.releases, "content": texts, "output": outputs, "checks": checks, "runs": self.results}

    def checks(self):
        """A no-op is worth nothing if it overlooks what happened: an output that was removed, one that was edited."""
        out, clean = self.jarshy.out(self.site), self.folder / "clean"
        pages = sorted(out.glob("ru/news/*/*/*/*/index.html"))
        pages[0].unlink()
        pages[-1].write_text("edited by hand")
        self.bench.run(self.jarshy.build(self.site), self.site)
        self.bench.run([*self.jarshy.build(self.site)[:-1], clean], self.site)
        return {
            "nothing written when nothing changed": all(run["written"] == 0 for run in self.results["nothing"]["jarshy"]),
            "after edits, a removed and an edited output: the files of a clean build": same_tree(out, clean),
        }


def main():
    default = os.environ.get("BENCH_DIR", tempfile.gettempdir())
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", default="2000", help="sizes, such as 2000,10000 [%(default)s]")
    parser.add_argument("--alone", default="", help="sizes that Jarshy goes through without the others")
    parser.add_argument("--runs", type=int, default=5, help="runs of each phase [%(default)s]")
    parser.add_argument("--dir", type=Path, default=Path(default), help="where to work, best on a memory file system "
                        "[the environment's BENCH_DIR, else the folder for temporary files]")
    parser.add_argument("--json", type=Path, help="where the measurements go [bench.json in --dir]")
    program = lambda path: Path(path).resolve()
    parser.add_argument("--jarshy", type=program, help="the program [built from this source]")
    parser.add_argument("--corpus", type=program, help="the generator of the newsroom [built from this source]")
    parser.add_argument("--hugo", type=program, help="Hugo [from PATH]")
    parser.add_argument("--blades", type=program, help="Blades [from PATH]")
    arguments = parser.parse_args()
    found, corpus = programs(arguments)
    sizes = [(int(size), found) for size in arguments.releases.split(",") if size]
    sizes += [(int(size), found[:1]) for size in arguments.alone.split(",") if size]
    with tempfile.TemporaryDirectory(prefix="jarshy-bench-", dir=arguments.dir.resolve()) as folder:
        bench = Bench(Path(folder))
        result = {
            "date": datetime.date.today().isoformat(),
            "machine": machine(bench.folder),
            "programs": {program.key: program.version() for program in found},
            "number of runs": arguments.runs,
            "floor of peak": bench.run(["true"], bench.folder)["peak"],
            "sizes": [Size(bench, size, those, corpus, arguments.runs).everything() for size, those in sizes],
        }
    result["machine"]["load after"] = os.getloadavg()[0]
    measurements = arguments.json or arguments.dir / "bench.json"
    measurements.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    report(result)


if __name__ == "__main__":
    main()

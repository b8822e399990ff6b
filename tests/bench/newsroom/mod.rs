//! The newsroom of the benchmark: the same releases, whatever program is to publish them.
//!
//! `draw` gives numbers, always the same ones; `stock` reads what can be said (`stock.txt`) and of what (`terms.txt`);
//! `facts` decides what happened, when and where; `text` says it in Kazakh, Russian or English. `jarshy`, `hugo` and
//! `blades` write it all in the form that each program reads, with the equal theme of `tests/bench/themes`.

mod blades;
mod draw;
mod facts;
mod hugo;
mod jarshy;
pub mod stock;
pub mod text;

pub use facts::Newsroom;

use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::Path;

/// A program that the newsroom can be written for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Program {
    /// This one.
    Jarshy,
    /// Hugo, from 0.146 on.
    Hugo,
    /// Blades 0.6.
    Blades,
}

impl Program {
    /// The program of a name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "jarshy" => Some(Self::Jarshy),
            "hugo" => Some(Self::Hugo),
            "blades" => Some(Self::Blades),
            _ => None,
        }
    }
}

/// Writes the newsroom into `out`, ready to be built.
///
/// # Errors
/// When the disk refuses.
pub fn write(newsroom: &Newsroom, program: Program, out: &Path) -> io::Result<()> {
    match program {
        Program::Jarshy => jarshy::write(newsroom, out),
        Program::Hugo => hugo::write(newsroom, out),
        Program::Blades => blades::write(newsroom, out),
    }
}

/// Writes a file, with the folders that lead to it.
fn put(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)
}

/// Writes the files of all releases, each by `files`.
fn put_all<'a, const N: usize>(
    newsroom: &'a Newsroom,
    out: &Path,
    files: impl Fn(&'a facts::Release) -> [(String, String); N] + Sync,
) -> io::Result<()> {
    newsroom
        .releases
        .par_iter()
        .try_for_each(|release| files(release).iter().try_for_each(|(file, text)| put(&out.join(file), text)))
}

/// Copies a theme's folder, each text changed by `change`.
fn copy_theme(name: &str, to: &Path, change: &dyn Fn(String) -> String) -> io::Result<()> {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/themes").join(name);
    for entry in walkdir::WalkDir::new(&from).sort_by_file_name() {
        let entry = entry?;
        let file = entry.path().strip_prefix(&from).unwrap_or(entry.path());
        if entry.file_type().is_file() {
            put(&to.join(file), &change(fs::read_to_string(entry.path())?))?;
        }
    }
    Ok(())
}

/// A text between quotation marks, as YAML and TOML both read it.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// The ids of terms as a list that YAML and TOML both read.
fn ids(terms: &[stock::Term], numbers: &[usize]) -> String {
    let ids: Vec<&str> = numbers.iter().map(|number| terms[*number].id).collect();
    format!("[{}]", ids.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(", "))
}

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
mod stock;
mod text;

pub use facts::Newsroom;
#[cfg(test)]
pub use stock::Lang;
#[cfg(test)]
pub use text::Text;

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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_text_has_three_to_six_kilobytes() {
        let newsroom = Newsroom::new(400);
        for release in &newsroom.releases {
            for lang in Lang::ALL {
                let length = Text { newsroom: &newsroom, release, lang }.body("../x/kk.md").len();
                assert!((2_700..6_000).contains(&length), "{} {lang:?}: {length}", release.id);
            }
        }
    }

    #[test]
    fn the_same_newsroom_is_written_every_time() {
        let text = |_| {
            let newsroom = Newsroom::new(30);
            let text = |release| Text { newsroom: &newsroom, release, lang: Lang::Kk }.body("x");
            newsroom.releases.iter().map(text).collect::<String>()
        };
        assert_eq!(text(1), text(2));
    }

    #[test]
    fn no_id_and_no_minute_stands_twice() {
        let newsroom = Newsroom::new(20_000);
        let ids: HashSet<&str> = newsroom.releases.iter().map(|release| release.id.as_str()).collect();
        assert_eq!(ids.len(), newsroom.releases.len());
        assert!(newsroom.releases.is_sorted_by(|a, b| a.at < b.at));
        assert!(newsroom.releases.iter().all(|release| release.earlier < Some(release.number)));
    }

    #[test]
    fn the_languages_have_the_same_gaps() {
        let stock = stock::Stock::new();
        let kinds = ["summary", "lead", "quote", "speaker", "earlier", "closing", "measure"];
        let said = kinds.iter().flat_map(|kind| stock.all(kind)).chain(stock.topics.iter().flat_map(|one| &one.titles));
        for said in said.chain(stock.themes.iter().flat_map(|theme| &theme.rest)) {
            for gap in ["{n}", "{project", "{name}", "{date}", "](@)"] {
                let counts: HashSet<usize> = said.iter().map(|text| text.matches(gap).count()).collect();
                assert_eq!(counts.len(), 1, "{gap} in {said:?}");
            }
        }
    }
}

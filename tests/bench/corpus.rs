//! Writes the newsroom of the benchmark, the same on every machine and on every day:
//! `cargo run --release --example corpus -- --releases 2000 --out DIR --for jarshy`.

mod newsroom;

use clap::Parser;
use newsroom::{Newsroom, Program};
use std::io;
use std::path::PathBuf;

/// Writes the newsroom of the benchmark.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many releases, each in three languages.
    #[arg(long, default_value_t = 2000)]
    releases: usize,
    /// The folder to write into; it should not exist.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The program to write for: jarshy, hugo or blades.
    #[arg(long = "for", value_name = "PROGRAM", value_parser = program)]
    program: Program,
}

fn program(name: &str) -> Result<Program, String> {
    Program::named(name).ok_or_else(|| "jarshy, hugo or blades".to_owned())
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    newsroom::write(&Newsroom::new(arguments.releases), arguments.program, &arguments.out)
}

#[cfg(test)]
mod tests {
    use crate::newsroom::Newsroom;
    use crate::newsroom::stock::{Lang, Stock};
    use crate::newsroom::text::Text;
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
        let stock = Stock::new();
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

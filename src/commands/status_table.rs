//! The table of `jarshy status`.

use crate::model::{Overview, Standing};
use crate::report::{UiLanguage, phrase};
use unicode_width::UnicodeWidthStr;

/// How many columns a terminal has.
const WIDTH: usize = 80;
/// The fewest columns that ids are given, whatever the number of languages.
const NARROWEST: usize = 24;
const GAP: &str = "  ";

/// A line a release, then how many texts of each language stand how. It is at most 80 columns wide, unless there are very
/// many languages; an id that is too long for that is cut.
pub fn table(overview: &Overview, ui: UiLanguage) -> String {
    if overview.releases.is_empty() {
        return phrase(ui, "status-none", []);
    }
    let word = |standing: Standing| phrase(ui, &format!("status-{}", standing.word()), []);
    let widest = Standing::ALL.into_iter().map(|standing| word(standing).width()).max().unwrap_or_default();
    let languages = overview.languages.iter().map(|language| language.width().max(widest));
    let columns: Vec<usize> = languages.collect();
    let taken: usize = columns.iter().map(|column| column + GAP.len()).sum();
    let longest = overview.releases.iter().map(|row| row.id.width()).max().unwrap_or_default();
    let first = longest.min(WIDTH.saturating_sub(taken).max(NARROWEST));
    let line = |first_cell: &str, cells: Vec<String>| {
        let cells = cells.iter().zip(&columns).map(|(cell, column)| format!("{GAP}{}", padded(cell, *column)));
        let line = padded(&cut(first_cell, first), first) + &cells.collect::<String>();
        line.trim_end().to_owned()
    };
    let mut lines = vec![line("", overview.languages.clone())];
    lines.extend(overview.releases.iter().map(|row| {
        let standing = overview.languages.iter().filter_map(|language| row.standing.get(language));
        line(&row.id, standing.map(|standing| word(*standing)).collect())
    }));
    lines.push(String::new());
    for standing in Standing::ALL {
        let count = |language: &String| {
            let totals = overview.totals.get(language);
            totals.and_then(|totals| totals.get(&standing)).copied().unwrap_or_default()
        };
        let counts: Vec<usize> = overview.languages.iter().map(count).collect();
        if counts.iter().any(|count| *count > 0) {
            lines.push(line(&word(standing), counts.iter().map(ToString::to_string).collect()));
        }
    }
    lines.join("\n")
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}

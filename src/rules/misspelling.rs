//! Common misspellings, by the lists in `data`.

use crate::diagnostic::{Code, Diagnostic};
use crate::rules::page::Page;
use crate::rules::prose::Prose;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Words that the list of the page's language knows to be wrong.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    static RUSSIAN: LazyLock<List> = LazyLock::new(|| List::read(include_str!("data/misspellings.ru.txt")));
    static KAZAKH: LazyLock<List> = LazyLock::new(|| List::read(include_str!("data/misspellings.kk.txt")));
    let list = match (page.language().primary(), page.language().script()) {
        ("ru", _) => &RUSSIAN,
        ("kk", None | Some("Cyrl")) => &KAZAKH,
        _ => return Vec::new(),
    };
    page.in_texts(|prose| prose.letters().filter_map(|word| misspelt(prose, word, list)).collect())
}

fn misspelt(prose: &Prose<'_>, range: Range<usize>, list: &List) -> Option<Diagnostic> {
    let word = prose.at(range.clone());
    if !list.beginnings.contains(&beginning(word)) {
        return None;
    }
    let right = list.right(&word.to_lowercase())?;
    let right = right.and_then(|right| in_case_of(word, &right));
    Some(prose.mended(Code::Misspelling, range, right))
}

/// The first two letters, in small.
fn beginning(word: &str) -> [char; 2] {
    let mut letters = word.chars().flat_map(char::to_lowercase);
    [letters.next(), letters.next()].map(Option::unwrap_or_default)
}

/// A list as its file describes it at its top.
#[derive(Default)]
struct List {
    /// How the words and stems begin: most words of a text begin otherwise, and are looked up no further.
    beginnings: HashSet<[char; 2]>,
    words: HashMap<&'static str, &'static str>,
    stems: HashMap<&'static str, &'static str>,
    endings: HashMap<&'static str, &'static str>,
}

impl List {
    fn read(text: &'static str) -> Self {
        let mut list = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((wrong, right)) = line.split_once(' ') else { continue };
            let kind = match (wrong.strip_suffix('-'), wrong.strip_prefix('+')) {
                (Some(stem), _) => list.stems.insert(stem, right.trim_end_matches('-')),
                (_, Some(ending)) => list.endings.insert(ending, right),
                _ => list.words.insert(wrong, right),
            };
            if !wrong.starts_with('+') {
                list.beginnings.insert(beginning(wrong));
            }
            debug_assert_eq!(kind, None, "{line} stands twice");
        }
        list
    }

    /// Nothing for a word that is not known to be wrong; no word where its ending may be wrong, too.
    fn right(&self, word: &str) -> Option<Option<String>> {
        if let Some(right) = self.words.get(word) {
            return Some(Some((*right).to_owned()));
        }
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
        let (stem, end) = ends.rev().find_map(|end| self.stems.get(word.get(..end)?).map(|right| (*right, end)))?;
        let ending = word.get(end..).unwrap_or_default();
        let ending =
            if ending.is_empty() || self.endings.is_empty() { Some(ending) } else { self.endings.get(ending).copied() };
        Some(ending.map(|ending| format!("{stem}{ending}")))
    }
}

/// The right word in small, with one capital or in capitals, as the wrong one was written.
fn in_case_of(word: &str, right: &str) -> Option<String> {
    let mut letters = right.chars();
    let first = letters.next()?;
    let rest = word.strip_prefix(char::is_uppercase);
    match rest {
        None if word.chars().all(char::is_lowercase) => Some(right.to_owned()),
        Some(rest) if rest.chars().all(char::is_lowercase) => Some(first.to_uppercase().chain(letters).collect()),
        Some(rest) if rest.chars().all(char::is_uppercase) => Some(right.to_uppercase()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> [(&'static str, List); 2] {
        [include_str!("data/misspellings.ru.txt"), include_str!("data/misspellings.kk.txt")]
            .map(|text| (text, List::read(text)))
    }

    #[test]
    fn no_right_word_is_wrong_by_another_line() {
        for (text, list) in lists() {
            for line in text.lines().filter(|line| !line.starts_with(['#', '+']) && !line.is_empty()) {
                let right = line.split_once(' ').unwrap().1.trim_end_matches('-');
                for word in right.split(' ') {
                    assert_eq!(list.right(word), None, "{line}");
                }
            }
        }
    }

    #[test]
    fn a_list_is_long_enough_to_be_of_use() {
        let sizes = lists().map(|(_, list)| list.words.len() + list.stems.len());
        assert!(sizes[0] >= 120 && sizes[1] >= 60, "{sizes:?}");
    }

    #[test]
    fn case_and_ending_are_kept() {
        let [(_, russian), (_, kazakh)] = lists();
        assert_eq!(russian.right("обьединений"), Some(Some("объединений".to_owned())));
        assert_eq!(kazakh.right("казакстаннын"), Some(Some("қазақстанның".to_owned())));
        assert_eq!(kazakh.right("казакстанпқр"), Some(None));
        assert_eq!(in_case_of("Обьект", "объект").as_deref(), Some("Объект"));
        assert_eq!(in_case_of("ОБЬЕКТ", "объект").as_deref(), Some("ОБЪЕКТ"));
        assert_eq!(in_case_of("обЬект", "объект"), None);
    }
}

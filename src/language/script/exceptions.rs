//! Words with a spelling of their own: names as in passports, foreign abbreviations, loan words.

use crate::language::script::fault::{Fault, FaultKind};
use crate::language::script::lines::{Line, lines};
use crate::language::script::scheme::{Cased, Scheme, Script};
use crate::language::script::word::{capital, is_cyrillic, mended, small};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// Words, or several words together, with what they become in one script. A word of the list is found with its Kazakh
/// endings too, which are converted by rule. A word in small letters is found with a capital and in capitals as well, a
/// name in capitals as well; an abbreviation only as it is written. Of two that fit, the longer one is taken.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Exceptions {
    /// By the first letter and what follows it, both small; the longest first.
    entries: BTreeMap<(char, char), Vec<Entry>>,
}

#[derive(Clone, Debug, Serialize)]
struct Entry {
    source: Vec<char>,
    spelling: String,
}

/// How an exception stands in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Case {
    /// As in the list.
    Own,
    /// In small letters in the list, here with a capital.
    Title,
    /// Here in capitals.
    Upper,
}

/// An exception that was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Found<'e> {
    /// The byte after it.
    pub(crate) end: usize,
    /// What it becomes; nothing if the list says that it stays as it is.
    pub(crate) spelling: Option<&'e str>,
    /// How it is written.
    pub(crate) case: Case,
}

impl Exceptions {
    /// The built-in exceptions of a script: for a newsroom's list to be added to.
    pub fn built_in(script: Script) -> Self {
        let file = match script {
            Script::Latn => include_str!("exceptions/Latn.txt"),
            Script::Arab => include_str!("exceptions/Arab.txt"),
        };
        Self::read(file).unwrap_or_default()
    }

    /// Reads lines of `word = spelling`, comments after `#`, or tells all the faults of the file. The same word on both
    /// sides stays as it is; no other spelling has Cyrillic letters.
    pub fn read(file: &str) -> Result<Self, Vec<Fault>> {
        let (mut exceptions, mut faults, mut seen) = (Self::default(), Vec::new(), HashMap::new());
        for (number, line) in lines(file) {
            let fault = match line {
                Line::Other(text) | Line::Key { key: text, .. } => Some((text, FaultKind::UnknownLine)),
                Line::Pair { from, to } => match *seen.entry(from).or_insert(number) {
                    first if first != number => Some((from, FaultKind::Twice { first })),
                    _ => exceptions
                        .add(from, to)
                        .err()
                        .map(|kind| (if kind == FaultKind::Loop { to } else { from }, kind)),
                },
            };
            faults.extend(fault.map(|(part, kind)| Fault::of(file, part, kind)));
        }
        if faults.is_empty() { Ok(exceptions) } else { Err(faults) }
    }

    /// Adds a word, in place of an earlier one of the same letters.
    ///
    /// # Errors
    /// `BadRule` if the word has no Cyrillic letter at its beginning, or less than two characters, or no spelling; `Loop`
    /// if the spelling has Cyrillic letters and is not the word itself.
    pub fn add(&mut self, word: &str, spelling: &str) -> Result<(), FaultKind> {
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
        let source: Vec<char> = word.chars().collect();
        let [first, _, ..] = source.as_slice() else { return Err(FaultKind::BadRule) };
        let spelling = spelling.split_whitespace().collect::<Vec<_>>().join(" ");
        if !is_cyrillic(*first) || spelling.is_empty() {
            return Err(FaultKind::BadRule);
        }
        if spelling.contains(is_cyrillic) && spelling != word {
            return Err(FaultKind::Loop);
        }
        self.insert(Entry { source, spelling });
        Ok(())
    }

    /// Adds all words of another list, each in place of an earlier one of the same letters.
    pub fn extend(&mut self, other: Self) {
        for entry in other.entries.into_values().flatten() {
            self.insert(entry);
        }
    }

    fn insert(&mut self, entry: Entry) {
        let [first, second, ..] = entry.source.as_slice() else { return };
        let entries = self.entries.entry((small(*first), small(*second))).or_default();
        entries.retain(|other| other.source != entry.source);
        let place = entries.partition_point(|other| other.source.len() >= entry.source.len());
        entries.insert(place, entry);
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.entries.values().map(Vec::len).sum()
    }

    /// The exceptions that stand at the beginning of a text, the longest first; what follows in the same word may be an
    /// ending or belong to another word.
    pub(crate) fn at<'e>(&'e self, text: &'e str) -> impl Iterator<Item = Found<'e>> {
        let mut chars = text.chars();
        let key = chars.next().zip(chars.next()).map(|(first, second)| (small(mended(first)), small(mended(second))));
        let entries = key.filter(|_| !self.entries.is_empty()).and_then(|key| self.entries.get(&key));
        entries.into_iter().flatten().filter_map(|entry| entry.found(text))
    }
}

impl Entry {
    fn found(&self, text: &str) -> Option<Found<'_>> {
        let (mut own, mut title, mut upper) = (true, true, true);
        let mut rest = text.chars();
        for (index, wanted) in self.source.iter().copied().enumerate() {
            if wanted == ' ' {
                let words = rest.as_str().trim_start();
                if words.len() == rest.as_str().len() {
                    return None;
                }
                rest = words.chars();
                continue;
            }
            let written = rest.next()?;
            let written = if is_cyrillic(wanted) { mended(written) } else { written };
            own &= written == wanted;
            title &= written == if index == 0 { capital(wanted) } else { wanted };
            upper &= written == capital(wanted);
            if !(own || title || upper) {
                return None;
            }
        }
        let case = if own {
            Case::Own
        } else if title {
            Case::Title
        } else {
            Case::Upper
        };
        let stays = self.source.iter().copied().eq(self.spelling.chars());
        Some(Found { end: text.len() - rest.as_str().len(), spelling: (!stays).then_some(&*self.spelling), case })
    }
}

impl Found<'_> {
    /// The spelling as it stands in this place.
    pub(crate) fn spelt(&self, scheme: &Scheme) -> String {
        let Cased { lower, title, upper } = scheme.cased(self.spelling.unwrap_or_default());
        match self.case {
            Case::Own => lower,
            Case::Title => title,
            Case::Upper => upper,
        }
    }
}

//! Words of Kazakh in texts of other languages are marked as such, and abbreviations told.

use crate::site::{Site, project, tree};
use jarshy::language::Language;
use jarshy::language::parts::kazakh;
use proptest::prelude::*;
use std::ops::Range;

/// A sentence with what is to be marked in it.
struct Sentence {
    language: Language,
    text: String,
    wanted: Vec<Range<usize>>,
}

impl Sentence {
    fn read(language: &str, line: &str) -> Self {
        let (mut text, mut wanted) = (String::new(), Vec::new());
        for piece in line.split_inclusive(['⟦', '⟧']) {
            text.push_str(piece.trim_end_matches(['⟦', '⟧']));
            match piece.chars().next_back() {
                Some('⟦') => wanted.push(text.len()..text.len()),
                Some('⟧') => wanted.last_mut().unwrap().end = text.len(),
                _ => {}
            }
        }
        Self { language: Language::parse(language).unwrap(), text, wanted }
    }

    fn found(&self) -> Vec<Range<usize>> {
        kazakh(self.language, &self.text)
    }

    /// The text with brackets around some parts.
    fn shown(&self, parts: &[Range<usize>]) -> String {
        let mut shown = self.text.clone();
        for part in parts.iter().rev() {
            shown.insert(part.end, '⟧');
            shown.insert(part.start, '⟦');
        }
        shown
    }
}

/// The sentences of `tests/parts`: a file a language, or with the language before each sentence.
fn sentences() -> Vec<Sentence> {
    let read = |(name, text): (String, Vec<u8>)| {
        let text = String::from_utf8(text).unwrap();
        let language = name.split(['.', '-']).next().unwrap().to_owned();
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let of_line = |line: &str| match language.as_str() {
            "others" => line.split_once(' ').map(|(language, line)| Sentence::read(language, line)).unwrap(),
            language => Sentence::read(language, line),
        };
        lines.map(of_line).collect::<Vec<_>>()
    };
    tree(&project().join("tests/parts")).into_iter().flat_map(read).collect()
}

#[test]
fn kazakh_parts_are_told_from_the_rest() {
    let sentences = sentences();
    let (mut wanted, mut found, mut right) = (0, 0, 0);
    let mut wrong = String::new();
    for sentence in &sentences {
        let parts = sentence.found();
        wanted += sentence.wanted.len();
        found += parts.len();
        right += parts.iter().filter(|part| sentence.wanted.contains(part)).count();
        if parts != sentence.wanted {
            let (is, should) = (sentence.shown(&parts), sentence.shown(&sentence.wanted));
            wrong += &format!("{} is:     {is}\n   should: {should}\n", sentence.language);
        }
    }
    let bare = sentences.iter().filter(|sentence| sentence.wanted.is_empty()).count();
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    let (precision, recall) = (percent(right, found), percent(right, wanted));
    println!("{wrong}{wanted} parts in {} sentences, {bare} of them without any", sentences.len());
    println!("precision {precision:.1} % ({right} of {found}), recall {recall:.1} % ({right} of {wanted})");
    assert!(wanted >= 120 && bare >= 60, "the corpus is too small");
    assert!(precision >= 97.0 && recall >= 97.0, "{wrong}precision {precision:.1} %, recall {recall:.1} %");
}

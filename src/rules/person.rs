//! The people that a text names.

use crate::diagnostic::Span;
use crate::language::Language;
use crate::markdown::Block;
use crate::rules::front::FrontText;
use crate::rules::names::{Lemma, people};
use std::collections::BTreeMap;

/// A person as a text names him first.
pub struct Person {
    /// The name and surname without endings.
    pub lemma: Lemma,
    /// As written.
    pub written: Box<str>,
    /// Where.
    pub span: Span,
}

/// The people that a text names, each spelling once.
pub fn named(language: Language, front: &[FrontText], blocks: &[Block]) -> Vec<Person> {
    let mut named: BTreeMap<Lemma, (String, Span)> = BTreeMap::new();
    let front = front.iter().filter(|text| ["title", "summary"].contains(&text.key.as_str()));
    for block in front.map(|text| &text.block).chain(blocks) {
        let text = block.text();
        for (lemma, range) in people(language, &text) {
            let written = text.get(range.clone()).unwrap_or_default();
            named.entry(lemma).or_insert_with(|| (written.to_owned(), block.place(range)));
        }
    }
    named.into_iter().map(|(lemma, (written, span))| Person { lemma, written: written.into(), span }).collect()
}

//! The people that a text names.

use crate::diagnostic::Span;
use crate::rules::names::{Lemma, people};
use crate::rules::page::Page;
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
pub fn named(page: &Page<'_>) -> Vec<Person> {
    let mut named: BTreeMap<Lemma, (String, Span)> = BTreeMap::new();
    let front = page.front.iter().filter(|text| ["title", "summary"].contains(&text.key.as_str()));
    for block in front.map(|text| &text.block).chain(&page.blocks) {
        let text = block.text();
        for (lemma, range) in people(page.language(), &text) {
            let written = text.get(range.clone()).unwrap_or_default();
            named.entry(lemma).or_insert_with(|| (written.to_owned(), block.place(range)));
        }
    }
    named.into_iter().map(|(lemma, (written, span))| Person { lemma, written: written.into(), span }).collect()
}

//! All rules, in one pass over the newsroom.

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::model::Newsroom;
use crate::parse::Document;
use crate::rules::page::Page;
use crate::rules::subject::{Ground, Subject};
use crate::rules::whole::{Sketch, Whole, sketches};
use crate::rules::{
    dash, duplicates, figures, fragments, furniture, headings, invisible, layout, link_text, long_paragraph,
    misspelling, numeral, outdated, people, pictures, quotes, regions, repeated_title, script, space, translations,
    unused, weekday,
};
use crate::source::Sources;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

/// Rules that look at one text.
const OF_PAGES: &[fn(&Page<'_>) -> Vec<Diagnostic>] = &[
    script::rule,
    numeral::rule,
    layout::rule,
    misspelling::rule,
    invisible::rule,
    furniture::rule,
    repeated_title::rule,
    quotes::rule,
    dash::rule,
    space::rule,
    long_paragraph::rule,
    weekday::rule,
    headings::check,
    link_text::check,
    pictures::alternatives,
    people::in_one_text,
];

/// Rules that look at a release, project or page in all its languages.
const OF_SUBJECTS: &[fn(&Subject<'_>) -> Vec<Diagnostic>] =
    &[pictures::credits, figures::check, regions::check, outdated::check];

/// Rules that look at the newsroom as a whole.
const OF_NEWSROOM: &[fn(&Whole<'_>) -> Vec<Diagnostic>] =
    &[translations::check, unused::check, fragments::check, duplicates::check, people::in_all_texts];

/// What the rules that look at one text find in it.
pub fn of_page(page: &Page<'_>) -> Vec<Diagnostic> {
    OF_PAGES.iter().flat_map(|rule| rule(page)).collect()
}

/// Where rules get texts from.
pub trait Texts: Sync {
    /// The bytes of a file.
    ///
    /// # Errors
    /// When the disk refuses.
    fn bytes(&self, file: &str) -> io::Result<Vec<u8>>;
}

impl Texts for Sources {
    fn bytes(&self, file: &str) -> io::Result<Vec<u8>> {
        self.read(file)
    }
}

/// Everything that the rules find, in no particular order and with the codes' own severities. Every text is read once, and
/// the texts of only a few releases are held at a time.
///
/// # Errors
/// When the disk refuses.
pub fn check(
    newsroom: &Newsroom,
    documents: &[Arc<Document>],
    texts: &dyn Texts,
    config: &Config,
) -> io::Result<Vec<Diagnostic>> {
    let ground = Ground::new(newsroom, config);
    let mut subjects: BTreeMap<&str, Vec<&Arc<Document>>> = BTreeMap::new();
    documents.iter().for_each(|document| subjects.entry(&document.subject).or_default().push(document));
    let looked = subjects.into_par_iter().map(|(path, documents)| look(&ground, path, &documents, texts));
    let (found, kept): (Vec<_>, Vec<_>) = looked.collect::<io::Result<Vec<_>>>()?.into_iter().unzip();
    let mut sketches: Vec<Sketch> = kept.into_iter().flatten().collect();
    sketches.sort_by(|one, other| (one.release, &one.document.file).cmp(&(other.release, &other.document.file)));
    let whole = Whole { ground: &ground, documents, sketches };
    let of_all: Vec<Vec<Diagnostic>> = OF_NEWSROOM.par_iter().map(|rule| rule(&whole)).collect();
    Ok([found.concat(), of_all.concat()].concat())
}

/// Reads the texts of a subject; what the rules find in them, and what is kept of them.
fn look(
    ground: &Ground<'_>,
    path: &str,
    documents: &[&Arc<Document>],
    texts: &dyn Texts,
) -> io::Result<(Vec<Diagnostic>, Vec<Sketch>)> {
    let bytes: Vec<Vec<u8>> =
        documents.iter().map(|document| texts.bytes(&document.file)).collect::<io::Result<_>>()?;
    let read: Vec<_> = bytes.iter().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    let pages = documents.iter().zip(&read).map(|(document, text)| Page::new(document, text)).collect();
    let subject = Subject { ground, release: ground.release(path), pages };
    let of_pages = subject.pages.iter().flat_map(of_page);
    let of_subject = OF_SUBJECTS.iter().flat_map(|rule| rule(&subject));
    let found = of_pages.chain(of_subject).collect();
    Ok((found, sketches(subject, documents)))
}

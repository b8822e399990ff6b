//! All rules, in one pass over the newsroom.

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::model::Newsroom;
use crate::parse::Document;
use crate::rules::outdated;
use crate::rules::page::Page;
use crate::rules::{
    dash, furniture, invisible, layout, long_paragraph, misspelling, numeral, quotes, repeated_title, script, space,
    weekday,
};
use crate::source::Sources;
use rayon::prelude::*;
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
];

/// What the rules that look at one text find in it.
pub fn of_page(page: &Page<'_>) -> Vec<Diagnostic> {
    OF_PAGES.iter().flat_map(|rule| rule(page)).collect()
}

/// Everything that the rules find, in no particular order and with the codes' own severities.
///
/// # Errors
/// When the disk refuses.
pub fn check(
    newsroom: &Newsroom,
    documents: &[Arc<Document>],
    sources: &Sources,
    _config: &Config,
) -> io::Result<Vec<Diagnostic>> {
    let page = |document: &Arc<Document>| -> io::Result<Vec<Diagnostic>> {
        let bytes = sources.read(&document.file)?;
        let text = String::from_utf8_lossy(&bytes);
        Ok(of_page(&Page::new(document, &text)))
    };
    let found = documents.par_iter().map(page).collect::<io::Result<Vec<_>>>()?;
    let outdated = outdated::check(newsroom, documents, sources)?;
    Ok([found.concat(), outdated].concat())
}

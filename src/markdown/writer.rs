//! Where the writing of a body stands, and what every part of it writes with.

use crate::language::parts::{Piece, pieces};
use crate::language::{Direction, Language};
use crate::markdown::address::Destination;
use crate::markdown::highlight::MOST_CODE;
use crate::markdown::refs::{LinkTo, Refs, Words};
use crate::markdown::setting::Setting;
use pulldown_cmark::Alignment;
use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

/// Begins a part in Kazakh.
pub const KAZAKH: &str = "<span lang=\"kk\">";

/// What was copied so far.
#[derive(Default)]
pub struct Copied {
    /// How many tags were met.
    pub tags: usize,
    /// The inline elements that are open, outermost first.
    pub open: Vec<&'static str>,
}

/// Where the writing stands.
pub struct Writer<'a> {
    /// The HTML so far.
    pub out: &'a mut String,
    /// What destinations mean.
    pub refs: &'a Refs,
    /// What was copied of raw HTML.
    pub copied: Copied,
    /// What rendering adds in the language of the page.
    pub words: &'a Words,
    /// The language of the body, where parts in another are marked.
    pub language: Option<Language>,
    /// The direction in which the body runs.
    pub direction: Direction,
    /// For each open link whether a tag was written.
    pub links: Vec<bool>,
    /// How many quotes and lists are open.
    pub nested: usize,
    /// How many bytes of code may still be highlighted.
    pub code_left: usize,
    /// The alignments of the table's columns, and the column that is next.
    pub alignments: &'a [Alignment],
    /// The column that is next.
    pub column: usize,
    /// The element of the cells in this row, and of this cell.
    pub row: &'static str,
    /// The element of the cell that is open.
    pub cell: &'static str,
}

impl<'a> Writer<'a> {
    /// A writer at the beginning of a body.
    pub fn new(refs: &'a Refs, words: &'a Words, setting: Setting<'_>, out: &'a mut String) -> Self {
        Self {
            out,
            refs,
            words,
            language: setting.parts.map(|parts| parts.language),
            direction: setting.direction,
            copied: Copied::default(),
            links: Vec::new(),
            nested: 0,
            code_left: MOST_CODE,
            alignments: &[],
            column: 0,
            row: "",
            cell: "",
        }
    }

    /// Where a destination leads; `None` when it leads nowhere or must not be followed.
    pub fn resolve(&self, destination: &str) -> Option<LinkTo> {
        let kind = Destination::of(destination);
        match self.refs.links.get(destination) {
            _ if kind == Destination::Unsafe => None,
            Some(link) => Some(link.clone()),
            None if kind == Destination::Local => None,
            None => Some(LinkTo { url: destination.to_owned(), language: None }),
        }
    }

    /// The attributes of a link.
    pub fn href(&mut self, link: &LinkTo) {
        href_attribute(self.out, "href", &link.url);
        if let Some(language) = link.language {
            attribute(self.out, "hreflang", language.as_str());
        }
        if Destination::of(&link.url) == Destination::Web {
            self.out.push_str(" rel=\"external\"");
        }
    }

    /// Writes text.
    pub fn text(&mut self, text: &str) {
        let _ = escape_html_body_text(&mut *self.out, text);
    }

    /// Writes a text that stands apart from the body's own, its Kazakh parts marked.
    pub fn marked(&mut self, text: &str) {
        let Some(language) = self.language else { return self.text(text) };
        for piece in pieces(language, text) {
            match piece {
                Piece::Own(text) => self.text(text),
                Piece::Kazakh(text) => {
                    self.out.push_str(KAZAKH);
                    self.text(text);
                    self.close_tag("span");
                }
            }
        }
    }

    /// Ends an element.
    pub fn close_tag(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }
}

/// Writes an attribute.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    begin_attribute(out, name);
    let _ = escape_html(&mut *out, value);
    out.push('"');
}

/// Writes an attribute that holds an address.
pub fn href_attribute(out: &mut String, name: &str, url: &str) {
    begin_attribute(out, name);
    let _ = escape_href(&mut *out, url);
    out.push('"');
}

fn begin_attribute(out: &mut String, name: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
}

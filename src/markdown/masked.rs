//! What stands open in a text whose words are no prose of the text's language, or are to stay as they were typed.

use crate::markdown::raw::{self, Piece, Tag};
use pulldown_cmark::LinkType;

/// Elements of raw HTML whose words are no prose.
const CODE: [&str; 5] = ["code", "kbd", "samp", "var", "pre"];

/// The open links and elements, as far as they matter.
#[derive(Default)]
pub struct Masked {
    /// Whether each open link shows its own address.
    links: Vec<bool>,
    /// The open elements of raw HTML, from the one on that marks code, another language or what is not to be converted.
    elements: Vec<String>,
}

impl Masked {
    /// Whether words here are no prose.
    pub fn is_open(&self) -> bool {
        !self.elements.is_empty() || self.links.last() == Some(&true)
    }

    /// A link begins.
    pub fn link(&mut self, kind: LinkType) {
        self.links.push(matches!(kind, LinkType::Autolink | LinkType::Email));
    }

    /// A link ends.
    pub fn end_link(&mut self) {
        self.links.pop();
    }

    /// Raw HTML is passed.
    pub fn html(&mut self, html: &str) {
        raw::pieces(html).iter().for_each(|piece| self.piece(piece));
    }

    /// A piece of it is passed.
    pub fn piece(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(tag) if masks(tag) || self.elements.iter().any(|name| tag.name.eq_ignore_ascii_case(name)) => {
                self.elements.push(tag.name.to_owned());
            }
            Piece::Close(name) if self.elements.last().is_some_and(|open| open.eq_ignore_ascii_case(name)) => {
                self.elements.pop();
            }
            _ => {}
        }
    }
}

fn masks(tag: &Tag<'_>) -> bool {
    let is_code = CODE.iter().any(|name| tag.name.eq_ignore_ascii_case(name));
    let stays = || tag.value("translate").is_some_and(|value| value.eq_ignore_ascii_case("no"));
    is_code || tag.value("lang").is_some() || stays()
}

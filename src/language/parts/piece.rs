//! A text taken apart.

use crate::language::parts::find::kazakh;
use crate::language::tag::Language;

/// A piece of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'t> {
    /// In the language of the text.
    Own(&'t str),
    /// In Kazakh.
    Kazakh(&'t str),
}

/// The pieces of a text in another language than Kazakh, in order; all of it where nothing is Kazakh.
pub fn pieces(host: Language, text: &str) -> Vec<Piece<'_>> {
    let at = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let (mut pieces, mut told) = (Vec::new(), 0);
    for part in kazakh(host, text) {
        pieces.extend([Piece::Own(at(told, part.start)), Piece::Kazakh(at(part.start, part.end))]);
        told = part.end;
    }
    pieces.push(Piece::Own(at(told, text.len())));
    pieces
}

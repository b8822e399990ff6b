//! Converting a text, whole or cut in pieces.

use crate::language::script::exceptions::Exceptions;
use crate::language::script::pass::pass;
use crate::language::script::scheme::Scheme;
use std::borrow::Cow;

impl Scheme {
    /// The text in the scheme's script; untouched and borrowed if it has no Cyrillic letter.
    ///
    /// Addresses of the network, Latin words, digits, and words with letters that the scheme does not know stay as they
    /// are. Signs become those of the script, but not within numbers. Converting the result changes nothing.
    pub fn convert<'t>(&self, text: &'t str, exceptions: &Exceptions) -> Cow<'t, str> {
        let (mut made, mut copied) = (String::new(), 0);
        pass(self, exceptions, text, |range, new| {
            if made.is_empty() {
                made.reserve(text.len() + text.len() / 8);
            }
            made.push_str(text.get(copied..range.start).unwrap_or_default());
            made.push_str(new);
            copied = range.end;
        });
        if copied == 0 && made.is_empty() {
            return Cow::Borrowed(text);
        }
        made.push_str(text.get(copied..).unwrap_or_default());
        Cow::Owned(made)
    }

    /// The pieces of one running text, each converted: joined they are what [`Scheme::convert`] makes of the joined text,
    /// so that a word may begin in one and end in another (emphasis, links). As many are returned as are given. What is
    /// made of several letters together stands in the piece of the first of them.
    pub fn convert_pieces(&self, pieces: &[&str], exceptions: &Exceptions) -> Vec<String> {
        let text = pieces.concat();
        let mut cutter = Cutter { pieces, made: vec![String::new(); pieces.len()], piece: 0, start: 0, copied: 0 };
        pass(self, exceptions, &text, |range, new| {
            cutter.copy_to(range.start);
            cutter.enter(range.start);
            cutter.push(new);
            cutter.copied = range.end;
        });
        cutter.copy_to(text.len());
        cutter.made
    }
}

/// Puts what is made into the piece in which it begins.
struct Cutter<'p> {
    pieces: &'p [&'p str],
    made: Vec<String>,
    /// The piece that is being filled, and its first byte in the joined text.
    piece: usize,
    start: usize,
    /// Up to where the joined text is made.
    copied: usize,
}

impl Cutter<'_> {
    fn copy_to(&mut self, end: usize) {
        while self.copied < end {
            self.enter(self.copied);
            let piece = self.pieces.get(self.piece).copied().unwrap_or_default();
            let until = end.min(self.start + piece.len());
            self.push(piece.get(self.copied - self.start..until - self.start).unwrap_or_default());
            self.copied = until;
        }
    }

    /// Goes to the piece that has the byte, or to the last.
    fn enter(&mut self, byte: usize) {
        while let Some(piece) = self.pieces.get(self.piece).filter(|piece| byte >= self.start + piece.len()) {
            if self.piece + 1 == self.pieces.len() {
                break;
            }
            self.start += piece.len();
            self.piece += 1;
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(made) = self.made.get_mut(self.piece) {
            made.push_str(text);
        }
    }
}

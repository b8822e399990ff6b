//! Sets texts that stand in one piece.

use crate::language::tag::Language;
use crate::language::typography::edits::{Edit, edits};
use crate::language::typography::sign::FIXED;
use std::borrow::Cow;
use std::ops::Range;

/// The marks that a backslash keeps as they are typed.
const ESCAPABLE: [u8; 5] = [b'"', b'\'', b'-', b'.', b'%'];

/// A text of front matter as readers get it. A backslash before a mark keeps the mark as it was typed, and goes.
pub fn set(language: Language, text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_escape = |at: &usize| {
        bytes.get(at + 1).is_some_and(|mark| ESCAPABLE.contains(mark))
            && at.checked_sub(1).is_none_or(|before| bytes.get(before) != Some(&b'\\'))
    };
    let escapes: Vec<usize> = memchr::memchr_iter(b'\\', bytes).filter(is_escape).collect();
    if escapes.is_empty() {
        return set_plain(language, text);
    }
    let mut masked = String::with_capacity(text.len());
    for at in &escapes {
        masked.push_str(text.get(masked.len()..*at).unwrap_or_default());
        masked.extend([FIXED; 2]);
    }
    masked.push_str(text.get(masked.len()..).unwrap_or_default());
    let mut all = edits(language, &masked);
    all.extend(escapes.into_iter().map(|at| Edit { range: at..at + 1, with: "" }));
    all.sort_by_key(|edit| (edit.range.start, edit.range.end));
    Cow::Owned(apply(text, all.into_iter().map(parts)))
}

/// A text as readers get it, whose backslashes are its own.
pub fn set_plain(language: Language, text: &str) -> Cow<'_, str> {
    match edits(language, text) {
        edits if edits.is_empty() => Cow::Borrowed(text),
        edits => Cow::Owned(apply(text, edits.into_iter().map(parts))),
    }
}

fn parts(Edit { range, with }: Edit) -> (Range<usize>, &'static str) {
    (range, with)
}

/// A text with what stands for its parts, which are in order and apart.
pub fn apply(text: &str, edits: impl IntoIterator<Item = (Range<usize>, &'static str)>) -> String {
    let mut set = String::with_capacity(text.len() + text.len() / 8);
    let mut done = 0;
    for (range, with) in edits {
        set.push_str(text.get(done..range.start).unwrap_or_default());
        set.push_str(with);
        done = range.end;
    }
    set.push_str(text.get(done..).unwrap_or_default());
    set
}

//! Which bytes of a text stand as they were written.

use std::ops::Range;

/// The pieces of a text that the parser joined, each with the place where it was written: what stands as it is read, and
/// apart from it every escaped character and every entity. `None` where the two cannot be brought together.
pub fn aligned<'a>(text: &'a str, written: &str) -> Option<Vec<(&'a str, Range<usize>)>> {
    let mut parts = Vec::new();
    let (mut read, mut at) = (0, 0);
    while read < text.len() {
        let (rest, source) = (text.get(read..)?, written.get(at..)?);
        let same = same(rest, source);
        if same > 0 {
            parts.push((rest.get(..same)?, at..at + same));
            (read, at) = (read + same, at + same);
            continue;
        }
        let length = rest.chars().next()?.len_utf8();
        let sign = match source.as_bytes().first()? {
            b'\\' => 1 + length,
            b'&' => source.find(';')? + 1,
            _ => return None,
        };
        parts.push((rest.get(..length)?, at..at + sign));
        (read, at) = (read + length, at + sign);
    }
    Some(parts)
}

/// How many bytes are the same; the ampersand of an entity is none of them.
fn same(text: &str, written: &str) -> usize {
    let is_entity = |at: usize| written.get(at + 1..).is_some_and(|rest| rest.starts_with("amp;"));
    let same = text.char_indices().zip(written.chars()).take_while(|((at, one), other)| {
        one == other
            && !(*one == '&' && is_entity(*at))
            && !(*one == '\\' && written.get(at + 1..).is_some_and(|rest| rest.starts_with('\\')))
    });
    same.map(|((_, one), _)| one.len_utf8()).sum()
}

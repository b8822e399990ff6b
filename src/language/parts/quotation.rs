//! What stands between quotation marks.

use std::ops::Range;

const MARKS: [char; 8] = ['«', '»', '„', '“', '”', '"', '‘', '’'];
/// How deep quotations stand in each other at the most.
const MOST: usize = 4;

/// The inner text of every quotation, one within another too. A mark without its other half is none.
pub fn quotations(text: &str) -> Vec<Range<usize>> {
    let (mut open, mut found): (Vec<(char, usize)>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let closes = if MARKS.contains(&c) { open.iter().rposition(|(mark, _)| is_pair(*mark, c)) } else { None };
        if let Some(nth) = closes.filter(|_| !is_apostrophe(c, before, text, at)) {
            found.push(open[nth].1..at);
            open.truncate(nth);
        } else if matches!(c, '«' | '„' | '“' | '"') || c == '‘' && !before.is_alphabetic() {
            // The outermost of too many has no other half.
            open.drain(..(open.len() + 1).saturating_sub(MOST));
            open.push((c, at + c.len_utf8()));
        }
        before = c;
    }
    found
}

fn is_pair(opening: char, closing: char) -> bool {
    matches!((opening, closing), ('«', '»') | ('„', '“' | '”') | ('“', '”') | ('"', '"') | ('‘', '’'))
}

/// Whether a mark stands within a word.
fn is_apostrophe(mark: char, before: char, text: &str, at: usize) -> bool {
    let after = text.get(at + mark.len_utf8()..).and_then(|rest| rest.chars().next());
    mark == '’' && before.is_alphabetic() && after.is_some_and(char::is_alphabetic)
}

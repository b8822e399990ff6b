//! Straight quotation marks: which open, which close, and which are none.

/// What was found of straight marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Straight {
    /// A pair: where its marks stand, and 1 if it stands within another pair, else 0.
    Pair(usize, usize, usize),
    /// A mark without its other half.
    Alone(usize),
}

/// A mark that is open.
struct Open {
    at: usize,
    straight: bool,
}

/// The straight marks of a text, pairs in the order of their ends. What `is_mark` denies is as any other sign.
pub fn straight(text: &str, is_mark: impl Fn(usize) -> bool) -> Vec<Straight> {
    let mut found = Vec::new();
    if memchr::memchr(b'"', text.as_bytes()).is_none() {
        return found;
    }
    let mut open: Vec<Open> = Vec::new();
    // Where the text goes on after the last mark that closed.
    let mut closed = None;
    for (at, c) in text.char_indices() {
        match c {
            '"' if !is_mark(at) => {}
            '"' if is_attribute(text, &open) => _ = open.pop(),
            '"' if before(text, at) == Some('=') => open.push(Open { at, straight: false }),
            '"' if is_measure(text, at, &open) => {}
            '"' if closed != Some(at) && opens(text, at, &open) => open.push(Open { at, straight: true }),
            '"' if open.last().is_some_and(|last| last.straight) => {
                let start = open.pop().map_or(at, |last| last.at);
                found.push(Straight::Pair(start, at, open.len().min(1)));
                closed = Some(at + 1);
            }
            '"' => found.push(Straight::Alone(at)),
            '«' | '„' => open.push(Open { at, straight: false }),
            '“' if open.last().is_none_or(|last| after(text, last.at) != Some('„')) => {
                open.push(Open { at, straight: false });
            }
            '»' | '“' | '”' if open.last().is_some_and(|last| !last.straight) => {
                open.pop();
                closed = Some(at + c.len_utf8());
            }
            _ => {}
        }
    }
    found.extend(open.iter().filter(|mark| mark.straight).map(|mark| Straight::Alone(mark.at)));
    found
}

fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Whether the mark that is open stands at the value of an attribute, which is no prose.
fn is_attribute(text: &str, open: &[Open]) -> bool {
    open.last().is_some_and(|last| !last.straight && after(text, last.at) == Some('"'))
}

/// Inches, seconds and minutes: a mark right after a digit that closes nothing.
fn is_measure(text: &str, at: usize, open: &[Open]) -> bool {
    before(text, at).is_some_and(|c| c.is_ascii_digit()) && !open.last().is_some_and(|last| last.straight)
}

/// A mark opens before a word and after a space or a sign that opens, too.
fn opens(text: &str, at: usize, open: &[Open]) -> bool {
    let (before, after) = (before(text, at), after(text, at + 1));
    let word = after.is_some_and(|c| !c.is_whitespace() && !".,;:!?…)»”".contains(c));
    let apart = before.is_none_or(|c| c.is_whitespace() || "([{«„“‘‚‹—–-/\"".contains(c));
    let beside = before == Some('"') && open.last().is_none_or(|last| !last.straight || last.at + 1 != at);
    word && apart && !beside
}

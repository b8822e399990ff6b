//! What is wrong with one line of YAML, as far as the line itself shows it.

use std::ops::Range;

/// What breaks a line, and the bytes of the line that do it.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Blame {
    pub why: Why,
    pub range: Range<usize>,
}

/// The kinds of mistakes, as the argument `why` names them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Why {
    Colon,
    Quote,
    Backslash,
    Reserved,
    Percent,
    Tab,
    Indent,
    Alias,
    Hyphen,
    Bracket,
    Unclosed,
    Space,
    Invisible,
    Document,
    Other,
}

impl Why {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Colon => "colon",
            Self::Quote => "quote",
            Self::Backslash => "backslash",
            Self::Reserved => "reserved",
            Self::Percent => "percent",
            Self::Tab => "tab",
            Self::Indent => "indent",
            Self::Alias => "alias",
            Self::Hyphen => "hyphen",
            Self::Bracket => "bracket",
            Self::Unclosed => "unclosed",
            Self::Space => "space",
            Self::Invisible => "invisible",
            Self::Document => "document",
            Self::Other => "other",
        }
    }

    /// Whether the value alone is wrong, so that the rest of the text can be read without it.
    pub(crate) fn is_of_value(self) -> bool {
        !matches!(self, Self::Tab | Self::Indent | Self::Space | Self::Invisible | Self::Document | Self::Other)
    }
}

/// What is wrong with a line at which a parser has stopped; `None` when the line looks right.
pub(crate) fn blame(line: &str) -> Option<Blame> {
    let line = line.trim_end();
    let at = |why, range| Some(Blame { why, range });
    if let Some((start, c)) = line.char_indices().find(|&(_, c)| is_invisible(c)) {
        return at(Why::Invisible, start..start + c.len_utf8());
    }
    let indent = line.len() - line.trim_start().len();
    if line.get(..indent).is_some_and(|blank| blank.contains('\t')) {
        return at(Why::Tab, 0..indent);
    }
    let start = value_start(line);
    let why = match line.get(start..) {
        Some(value) => why(value, start > indent),
        None => None,
    };
    if let Some(colon) = line.find(":\u{a0}").filter(|_| is_unspaced(line)) {
        return at(Why::Invisible, colon + 1..colon + 3);
    }
    let why = why.or_else(|| is_unspaced(line).then_some(Why::Space));
    why.and_then(|why| at(why, start..line.len())).or_else(|| between_brackets(line, start))
}

/// What is wrong with one of the values between the brackets that begin at a byte of the line.
fn between_brackets(line: &str, start: usize) -> Option<Blame> {
    let inner = line.get(start..)?.strip_prefix(['[', '{'])?.trim_end_matches([']', '}', ' ']);
    let mut at = start + 1;
    for piece in pieces(inner) {
        let begin = value_start(piece);
        let has_key = begin > piece.len() - piece.trim_start().len();
        if let Some(why) = why(piece.get(begin..)?.trim_end(), has_key) {
            return Some(Blame { why, range: at + begin..at + piece.trim_end().len() });
        }
        at += piece.len() + 1;
    }
    None
}

/// A text split at commas and brackets that stand in no quotes.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut quote = None;
    text.split(move |c| match quote {
        Some(open) => {
            quote = Some(open).filter(|open| *open != c);
            false
        }
        None => {
            quote = Some(c).filter(|c| matches!(c, '"' | '\''));
            matches!(c, ',' | '[' | ']' | '{' | '}')
        }
    })
}

/// How a value that begins like this breaks; the value of a key or item when `has_key`.
fn why(value: &str, has_key: bool) -> Option<Why> {
    match value.chars().next()? {
        '"' | '\'' if matches!(quoted(value), Quoted::Open | Quoted::Followed) => Some(Why::Quote),
        '"' => value.contains('\\').then_some(Why::Backslash),
        '\'' => None,
        '[' | '{' => bracket(value),
        '@' | '`' => Some(Why::Reserved),
        '%' => Some(Why::Percent),
        '&' | '*' | '!' => Some(Why::Alias),
        '|' | '>' | '#' => None,
        '-' if has_key && value.starts_with("- ") => Some(Why::Hyphen),
        _ => (has_key && (value.contains(": ") || value.ends_with(':'))).then_some(Why::Colon),
    }
}

/// Where the value of a line begins: after hyphens of lists and the key with its colon.
pub(crate) fn value_start(line: &str) -> usize {
    let mut start = line.len() - line.trim_start().len();
    while let Some(item) = line.get(start..).and_then(|rest| rest.strip_prefix("- ")) {
        start = line.len() - item.trim_start().len();
    }
    let rest = line.get(start..).unwrap_or_default();
    let key = match quoted(rest) {
        Quoted::Key(end) => Some(end),
        Quoted::No => rest.find(": ").or_else(|| rest.strip_suffix(':').map(str::len)),
        _ => None,
    };
    let is_key = !rest.starts_with(['[', '{', '#', '&', '*', '!', '@', '`', '%', '|', '>']);
    match key.filter(|_| is_key).and_then(|end| rest.get(end + 1..)) {
        Some(value) => line.len() - value.trim_start().len(),
        None => start,
    }
}

/// How a text stands to quotes at its beginning.
enum Quoted {
    /// It does not begin with one.
    No,
    /// They do not close.
    Open,
    /// They close at the end, or before a remark.
    Whole,
    /// They close before a colon, at this byte.
    Key(usize),
    /// They close, and other words follow.
    Followed,
}

fn quoted(text: &str) -> Quoted {
    let Some(quote @ ('"' | '\'')) = text.chars().next() else { return Quoted::No };
    let Some(end) = closing_quote(text.get(1..).unwrap_or_default(), quote) else { return Quoted::Open };
    let after = text.get(end + 2..).unwrap_or_default();
    match after.trim_start() {
        "" => Quoted::Whole,
        rest if rest.starts_with('#') && rest.len() < after.len() => Quoted::Whole,
        rest if rest.starts_with(": ") || rest == ":" => Quoted::Key(text.len() - rest.len()),
        _ => Quoted::Followed,
    }
}

/// The byte of the quote that closes a text, read from behind the opening one.
pub(crate) fn closing_quote(text: &str, quote: char) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let doubled = quote == '\'' && c == '\'' && chars.peek().is_some_and(|&(_, next)| next == '\'');
        if doubled || (quote == '"' && c == '\\') {
            chars.next();
        } else if c == quote {
            return Some(at);
        }
    }
    None
}

/// Whether words follow the bracket that closes the first one, or none closes it.
fn bracket(value: &str) -> Option<Why> {
    let mut depth = 0_usize;
    for (at, c) in value.char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            let after = value.get(at + 1..).unwrap_or_default().trim_start();
            return (!after.is_empty() && !after.starts_with('#')).then_some(Why::Bracket);
        }
    }
    Some(Why::Unclosed)
}

/// A key at the beginning of a line whose colon is missing or stands right before its value.
fn is_unspaced(line: &str) -> bool {
    !line.is_empty()
        && !line.starts_with([' ', '\t', '-', '#', '"', '\'', '?', '.', ']', '}'])
        && !line.ends_with(':')
        && !line.contains(": ")
}

/// Characters that no one sees and YAML refuses.
fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\t') || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// A text for a message: without white space around it, and cut where it is too long to be shown.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 300;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kind of mistake and the words that it stands at.
    fn blamed(line: &str) -> Option<(Why, &str)> {
        blame(line).map(|blame| (blame.why, &line[blame.range]))
    }

    #[test]
    fn a_broken_line_shows_its_mistake() {
        assert_eq!(blamed("title: Встреча: итог"), Some((Why::Colon, "Встреча: итог")));
        assert_eq!(blamed("  - name: a: b "), Some((Why::Colon, "a: b")));
        assert_eq!(blamed("title: \"Единство\" — сила"), Some((Why::Quote, "\"Единство\" — сила")));
        assert_eq!(blamed("title: 'It's"), Some((Why::Quote, "'It's")));
        assert_eq!(blamed("- \"a"), Some((Why::Quote, "\"a")));
        assert_eq!(blamed("path: \"C:\\q\""), Some((Why::Backslash, "\"C:\\q\"")));
        assert_eq!(blamed("title: @akimat"), Some((Why::Reserved, "@akimat")));
        assert_eq!(blamed("title: `код`"), Some((Why::Reserved, "`код`")));
        assert_eq!(blamed("title: % роста"), Some((Why::Percent, "% роста")));
        assert_eq!(blamed("title: *звезда*"), Some((Why::Alias, "*звезда*")));
        assert_eq!(blamed("title: !Важно"), Some((Why::Alias, "!Важно")));
        assert_eq!(blamed("title: - Мы едины"), Some((Why::Hyphen, "- Мы едины")));
        assert_eq!(blamed("title: [ВИДЕО] Встреча"), Some((Why::Bracket, "[ВИДЕО] Встреча")));
        assert_eq!(blamed("ru: {a: \"b, c\", d: @e, f: g}"), Some((Why::Reserved, "@e")));
        assert_eq!(blamed("names: {a: [b, *c ], d: e} "), Some((Why::Alias, "*c")));
        assert_eq!(blamed("title:Встреча"), Some((Why::Space, "title:Встреча")));
        assert_eq!(blamed("title:\u{a0}Встреча"), Some((Why::Invisible, "\u{a0}")));
        assert_eq!(blamed("tags: [a, b"), Some((Why::Unclosed, "[a, b")));
        assert_eq!(blamed("title Встреча"), Some((Why::Space, "title Встреча")));
        assert_eq!(blamed("\ttitle: a"), Some((Why::Tab, "\t")));
        assert_eq!(blamed("title: a\u{8}b"), Some((Why::Invisible, "\u{8}")));
    }

    #[test]
    fn a_line_that_looks_right_is_not_blamed() {
        for line in [
            "title: Встреча",
            "title: \"a: b\" # remark",
            "\"a: b\": c",
            "'it''s': 'a \\ b'",
            "title: |",
            "tags: [a, {b: c}] # d",
            "- a",
            "  - file: a.jpg",
            "  words that go on",
            "key:",
            "# remark: @",
            "",
        ] {
            assert_eq!(blamed(line), None, "{line}");
        }
    }

    #[test]
    fn a_long_text_is_cut_for_show() {
        assert_eq!(shown(" қысқа "), "қысқа");
        assert_eq!(shown(&"ж".repeat(500)).chars().count(), 301);
    }
}

//! Reads raw HTML tag by tag, so far as an editor writes it. Whatever does not look like a whole tag is text.

use std::borrow::Cow;
use std::ops::Range;

/// A piece of raw HTML; comments and declarations are none.
#[derive(PartialEq, Eq, Debug)]
pub enum Piece<'a> {
    /// Text with its entities as written; it may hold a lone `<`.
    Text(&'a str),
    /// A tag that opens.
    Open(Tag<'a>),
    /// The name of an element that closes.
    Close(&'a str),
}

/// A tag that opens. Of an element that holds no markup, such as `script`, also its content and its end.
#[derive(PartialEq, Eq, Debug)]
pub struct Tag<'a> {
    /// The name as written.
    pub name: &'a str,
    /// The attributes as written, in order.
    pub attributes: Vec<Attribute<'a>>,
    /// Where it stands in the HTML that was read.
    pub range: Range<usize>,
}

/// An attribute as written.
#[derive(PartialEq, Eq, Debug)]
pub struct Attribute<'a> {
    /// The name.
    pub name: &'a str,
    /// The value with its entities, without its quotation marks; empty when there is none.
    pub value: &'a str,
    /// Where the value stands in the HTML that was read.
    pub range: Range<usize>,
}

impl Tag<'_> {
    /// The value of an attribute, its entities decoded.
    pub fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name.eq_ignore_ascii_case(name))
            .map(|found| decode(found.value))
    }
}

/// Whether the parser of a browser takes all that follows for text, up to the element's end (HTML, 13.2.6.2).
pub fn holds_text(name: &str) -> bool {
    let names =
        ["script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes", "noscript", "plaintext"];
    names.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// The pieces of raw HTML, in order.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut reader = Reader { html, at: 0, text: 0, pieces: Vec::new(), unclosed: false };
    while let Some(angle) = reader.find('<') {
        reader.at = angle;
        if !reader.skip_comment(angle) && !reader.close(angle) && !reader.open(angle) {
            reader.at = angle + 1;
        }
    }
    reader.flush(html.len());
    reader.pieces
}

struct Reader<'a> {
    html: &'a str,
    at: usize,
    /// Where the text begins that is not yet among the pieces.
    text: usize,
    pieces: Vec<Piece<'a>>,
    /// Whether a tag without an end was met: then none that begins later has one within its quotation marks either.
    unclosed: bool,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.html.get(self.at..).unwrap_or_default()
    }

    fn find(&self, sign: char) -> Option<usize> {
        self.rest().find(sign).map(|at| self.at + at)
    }

    fn eat(&mut self, accept: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !accept(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn eat_sign(&mut self, sign: char) -> bool {
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len_utf8() } else { 0 };
        found
    }

    fn flush(&mut self, end: usize) {
        if self.text < end {
            self.pieces.extend(self.html.get(self.text..end).map(Piece::Text));
        }
        self.text = self.at;
    }

    fn push(&mut self, start: usize, piece: Piece<'a>) -> bool {
        self.flush(start);
        self.pieces.push(piece);
        true
    }

    fn skip_comment(&mut self, start: usize) -> bool {
        let rest = self.rest();
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            rest.find('>').map(|at| at + 1)
        } else {
            return false;
        };
        self.at = start + end.unwrap_or(rest.len());
        self.flush(start);
        true
    }

    fn close(&mut self, start: usize) -> bool {
        self.at = start + 1;
        if !self.eat_sign('/') {
            return false;
        }
        let name = self.eat(is_name);
        self.eat(char::is_whitespace);
        let whole = name.starts_with(|c: char| c.is_ascii_alphabetic()) && self.eat_sign('>');
        whole && self.push(start, Piece::Close(name))
    }

    fn open(&mut self, start: usize) -> bool {
        self.at = start + 1;
        let name = self.eat(is_name);
        if self.unclosed || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return false;
        }
        let mut attributes = Vec::new();
        while !self.eat_sign('>') {
            if !self.rest().starts_with(|c: char| c.is_whitespace() || c == '/') && attributes.is_empty() {
                return false;
            }
            self.eat(|c| c.is_whitespace() || c == '/');
            if self.rest().starts_with('>') {
                continue;
            }
            let Some(attribute) = self.attribute() else {
                self.unclosed = true;
                return false;
            };
            attributes.push(attribute);
        }
        if holds_text(name) {
            self.at += end_of_text(self.rest(), name);
        }
        let range = start..self.at;
        self.push(start, Piece::Open(Tag { name, attributes, range }))
    }

    /// `None` at the end of the HTML.
    fn attribute(&mut self) -> Option<Attribute<'a>> {
        let begin = self.at;
        self.eat_sign('=');
        self.eat(|c| !c.is_whitespace() && !matches!(c, '=' | '>' | '/'));
        let name = self.html.get(begin..self.at)?;
        self.eat(char::is_whitespace);
        if !self.eat_sign('=') {
            return (self.at < self.html.len()).then_some(Attribute { name, value: "", range: begin..self.at });
        }
        self.eat(char::is_whitespace);
        let quote = self.rest().chars().next()?;
        let quoted = matches!(quote, '"' | '\'') && self.eat_sign(quote);
        let start = self.at;
        let value = match quoted {
            true => self.eat(|c| c != quote),
            false => self.eat(|c| !c.is_whitespace() && c != '>'),
        };
        let range = start..self.at;
        let ended = if quoted { self.eat_sign(quote) } else { self.at < self.html.len() };
        ended.then_some(Attribute { name, value, range })
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == ':'
}

/// How many bytes belong to an element that holds text: all of them when it does not end.
fn end_of_text(rest: &str, name: &str) -> usize {
    for (at, _) in rest.match_indices("</") {
        let after = rest.get(at + 2..).unwrap_or_default();
        if after.get(..name.len()).is_some_and(|written| written.eq_ignore_ascii_case(name)) {
            return after.find('>').map_or(rest.len(), |end| at + 2 + end + 1);
        }
    }
    rest.len()
}

/// Decodes numeric entities and those of HTML's own signs. An address that needs others is not understood, hence not linked.
pub fn decode(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut parts = value.split('&');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(';').and_then(|(name, rest)| Some((entity(name)?, rest))) {
            Some((sign, rest)) => {
                text.push(sign);
                text.push_str(rest);
            }
            None => {
                text.push('&');
                text.push_str(part);
            }
        }
    }
    Cow::Owned(text)
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "colon" => Some(':'),
        "Tab" => Some('\t'),
        "NewLine" => Some('\n'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(html: &str) -> Vec<String> {
        let show = |piece: Piece<'_>| match piece {
            Piece::Text(text) => format!("text {text}"),
            Piece::Close(name) => format!("/{name}"),
            Piece::Open(tag) => tag.attributes.iter().fold(tag.name.to_owned(), |all, attribute| {
                format!("{all} {}={}", attribute.name, decode(attribute.value))
            }),
        };
        pieces(html).into_iter().map(show).collect()
    }

    #[test]
    fn tags_texts_and_ends_are_told_apart() {
        assert_eq!(
            shown("a<b class='x' id=y hidden>c</b >d"),
            ["text a", "b class=x id=y hidden=", "text c", "/b", "text d"]
        );
        assert_eq!(shown("<br/><hr /><img src=\"a>b\"/>"), ["br", "hr", "img src=a>b"]);
    }

    #[test]
    fn comments_are_nothing_and_script_is_one_piece() {
        assert_eq!(shown("a<!-- <b> -->c<!doctype html><?php ?>"), ["text a", "text c"]);
        assert_eq!(shown("<script>if (a<b) x()</SCRIPT >c"), ["script", "text c"]);
        assert_eq!(shown("<style><b>"), ["style"]);
        assert_eq!(shown("a<!-- <b>"), ["text a"]);
    }

    #[test]
    fn what_is_no_whole_tag_is_text() {
        for html in ["<", "<b", "<b x", "<b x=", "<b x=\"y>", "< b>", "</>", "</ b>", "a<1>", "<b\"x>"] {
            assert_eq!(shown(html), [format!("text {html}")], "{html}");
        }
    }

    #[test]
    fn entities_in_values_are_decoded() {
        assert_eq!(decode("&#106;ava&#x73;cript&colon;&amp;&copy;&"), "javascript:&&copy;&");
    }

    proptest! {
        #[test]
        fn any_text_is_read(html in "[<>/!a-c =\"'&;#-]{0,60}") {
            let _ = shown(&html);
        }
    }
}

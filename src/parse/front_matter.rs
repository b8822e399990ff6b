//! Splits a Markdown file into front matter and text, and reads the former.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::yaml::{self, Table, Text};
use std::ops::Range;
use std::sync::Arc;

/// The keys whose plain values may hold a colon: names that are written so.
const LENIENT: [&str; 4] = ["title", "summary", "project", "region"];

/// The two parts of a file, as ranges of its bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parts {
    /// The YAML between the lines of three hyphens.
    pub front: Range<usize>,
    /// The Markdown after them.
    pub body: Range<usize>,
}

/// Finds the parts; a byte order mark and CRLF are accepted, blank lines before the first hyphens too.
fn split(file: &Arc<str>, text: &str, findings: &mut Vec<Diagnostic>) -> Option<Parts> {
    let mut lines = Lines { text, at: if text.starts_with('\u{feff}') { 3 } else { 0 } };
    let mut report = |code, line: &Range<usize>| {
        findings.push(Diagnostic::new(code, Place::new(file.clone(), Span::new(line.start, line.end))));
        None
    };
    let Some(opening) = lines.by_ref().find(|line| !text[line.clone()].trim().is_empty()) else {
        return report(Code::MissingFrontMatter, &(0..0));
    };
    if text[opening.clone()].trim_end() != "---" {
        return report(Code::MissingFrontMatter, &opening);
    }
    let start = lines.at;
    match lines.by_ref().find(|line| matches!(text[line.clone()].trim_end(), "---" | "...")) {
        Some(closing) => Some(Parts { front: start..closing.start, body: lines.at..text.len() }),
        None => report(Code::UnclosedFrontMatter, &opening),
    }
}

/// The front matter of a Markdown file as a table, and where the parts stand; `None` when either cannot be told, and
/// `findings` say why.
pub fn table(file: &Arc<str>, text: &str, findings: &mut Vec<Diagnostic>) -> Option<(Table, Parts)> {
    let parts = split(file, text, findings)?;
    let yaml = Text::front_matter(file, &text[parts.front.clone()], parts.front.start, &LENIENT);
    Some((yaml::read(&yaml, findings)?, parts))
}

/// The ranges of lines without their ends.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let start = self.at;
        let length = rest.find('\n').unwrap_or(rest.len());
        self.at = (start + length + 1).min(self.text.len());
        Some(start..start + length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str) -> Result<(&str, &str), Code> {
        let mut findings = Vec::new();
        match split(&"ru.md".into(), text, &mut findings) {
            Some(parts) => Ok((&text[parts.front], &text[parts.body])),
            None => Err(findings[0].code),
        }
    }

    #[test]
    fn front_matter_stands_between_two_lines_of_hyphens() {
        assert_eq!(parts("---\ntitle: a\n---\nText\n"), Ok(("title: a\n", "Text\n")));
        assert_eq!(parts("\u{feff}---\r\ntitle: a\r\n---\r\nText"), Ok(("title: a\r\n", "Text")));
        assert_eq!(parts("---\n---"), Ok(("", "")));
        assert_eq!(parts("---\na: |\n  --- b\n---\n---\n"), Ok(("a: |\n  --- b\n", "---\n")));
    }

    #[test]
    fn what_lacks_a_line_of_hyphens_is_told_apart() {
        assert_eq!(parts("Text"), Err(Code::MissingFrontMatter));
        assert_eq!(parts(""), Err(Code::MissingFrontMatter));
        assert_eq!(parts("---\ntitle: a\nText"), Err(Code::UnclosedFrontMatter));
    }

    proptest! {
        #[test]
        fn the_parts_lie_in_the_text(text in "(-|\n|\r|a|é|\u{feff}){0,40}") {
            if let Ok((front, body)) = parts(&text) {
                prop_assert!(front.len() + body.len() <= text.len());
            }
        }
    }
}

//! A baseline: what is known to be wrong with an old archive, and is not to be told again. Only warnings and notes can be
//! known; an error refuses the site.

use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::ContentHash;
use crate::report::told::Told;
use std::collections::BTreeMap;

/// Findings that are known, each with how often it may be found. A finding is known by its code, its file and the words
/// that are meant, so that it stays known when it moves to another line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Baseline(BTreeMap<String, usize>);

const HEADER: &str = "# Findings that `jarshy check` does not tell: code, hash of the words, file.\n";

impl Baseline {
    /// Reads a baseline; lines in any order, empty ones and those that begin with `#` are left out. The line, counted from
    /// 1, of the first that is none.
    ///
    /// # Errors
    /// When a line is not `code hash file`.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut known = BTreeMap::new();
        for (number, line) in (1..).zip(text.lines().map(str::trim)) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if line.splitn(3, ' ').filter(|part| !part.is_empty()).count() < 3 {
                return Err(number);
            }
            *known.entry(line.to_owned()).or_default() += 1;
        }
        Ok(Self(known))
    }

    /// What is found now, to be known from now on.
    pub fn of(told: &[Told<'_>]) -> Self {
        let mut known = BTreeMap::new();
        told.iter().filter(|told| told.finding.severity < Severity::Error).for_each(|told| {
            *known.entry(line(told)).or_default() += 1;
        });
        Self(known)
    }

    /// The baseline as a file: a line a finding, sorted, so that both sides of a merge can be taken.
    pub fn text(&self) -> String {
        let lines = self.0.iter().flat_map(|(line, count)| std::iter::repeat_n(line.as_str(), *count));
        std::iter::once(HEADER.to_owned()).chain(lines.map(|line| format!("{line}\n"))).collect()
    }

    /// The findings that are not known.
    pub fn unknown(mut self, told: &[Told<'_>]) -> Vec<Diagnostic> {
        let mut is_known = |told: &Told<'_>| {
            let left = self.0.get_mut(&line(told)).filter(|left| **left > 0);
            left.map(|left| *left -= 1).is_some() && told.finding.severity < Severity::Error
        };
        told.iter().filter(|told| !is_known(told)).map(|told| told.finding.clone()).collect()
    }
}

fn line(told: &Told<'_>) -> String {
    let finding = told.finding;
    let words = if told.text.is_empty() { format!("{:?}", finding.args) } else { told.text.clone() };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{} {} {}", finding.code.word(), ContentHash::of(words.as_bytes()).short(), finding.place.file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Place, Span};
    use crate::report::messages::UiLanguage;
    use crate::report::people::Texts;
    use crate::report::told::told;

    struct One(&'static str);

    impl Texts for One {
        fn text(&self, _: &str) -> Option<String> {
            Some(self.0.to_owned())
        }
    }

    fn finding(code: Code, start: usize) -> Diagnostic {
        Diagnostic::new(code, Place::new("content/a b.md", Span::new(start, start + 2)))
    }

    #[test]
    fn what_is_known_stays_known_on_another_line() {
        let old = [finding(Code::UnquotedHash, 0), finding(Code::UnquotedHash, 2)];
        let baseline = Baseline::of(&told(&old, &One("aaaa"), UiLanguage::En));
        let read = Baseline::parse(&baseline.text()).unwrap();
        assert_eq!(read, baseline);
        let new = [finding(Code::UnquotedHash, 3), finding(Code::UnquotedHash, 5), finding(Code::UnquotedHash, 7)];
        let left = read.unknown(&told(&new, &One("b\n\naaaaaa"), UiLanguage::Ru));
        assert_eq!(left, [new[2].clone()], "a third of the same is new");
    }

    #[test]
    fn errors_are_never_known() {
        let errors = [finding(Code::BadDate, 0)];
        let told = told(&errors, &One("aa"), UiLanguage::En);
        assert_eq!(Baseline::of(&told), Baseline::default());
        let written = Baseline::parse(&line(&told[0])).unwrap();
        assert_eq!(written.unknown(&told), errors);
    }

    #[test]
    fn a_line_that_is_none_is_told() {
        assert_eq!(Baseline::parse("# a\n\nmissing-alt 0123 content/a b.md\nmissing-alt\n"), Err(4));
        assert!(Baseline::parse("").is_ok());
    }
}

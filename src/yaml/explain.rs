//! Why serde_yaml has refused a text, in words for people. serde-saphyr reads the text again to say where; the
//! line itself shows why. A wrong value is then taken out and the rest read again, so that one run reports all.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::yaml::line::{Blame, Why, blame, closing_quote, shown, value_start};
use crate::yaml::node::{Limit, MOST_DEPTH, MOST_GROWTH, Refusal, parse};
use crate::yaml::text::Text;
use std::ops::Range;

/// How many broken values are taken out at most.
const MOST_ATTEMPTS: usize = 16;

/// The findings for a text that was refused; `yaml` is the text as it was read, line for line as it was written.
pub(crate) fn explain(source: &Text, yaml: &str, mut refusal: Refusal) -> Vec<Diagnostic> {
    let mut yaml = yaml.to_owned();
    let mut findings = Vec::new();
    for _ in 0..MOST_ATTEMPTS {
        if let Some(limit) = refusal.limit {
            findings.push(beyond(source, limit, &refusal.error));
            break;
        }
        let complaint = Complaint::of(&yaml, &refusal.error);
        let Some(culprit) = culprit(&yaml, &complaint) else { break };
        let of_value = culprit.blame.why.is_of_value();
        if of_value || findings.is_empty() {
            findings.push(broken(source, &yaml, &culprit, complaint.words));
        }
        if !of_value || !take_out(&mut yaml, &culprit) {
            break;
        }
        match parse(&yaml) {
            Ok(_) => break,
            Err(next) => refusal = next,
        }
    }
    findings
}

fn beyond(source: &Text, limit: Limit, error: &serde_yaml::Error) -> Diagnostic {
    let line = error.location().map_or(0, |location| location.line().saturating_sub(1));
    let (limit, most) = match limit {
        Limit::Depth => ("depth", MOST_DEPTH),
        Limit::Aliases => ("aliases", MOST_GROWTH),
    };
    source.finding(Code::YamlLimit, source.line(line)).with("limit", limit).with("most", most)
}

fn broken(source: &Text, yaml: &str, culprit: &Culprit, words: String) -> Diagnostic {
    let line = source.line(culprit.line);
    let text = source.text.get(line.clone()).unwrap_or_default();
    let as_written = line_range(yaml, culprit.line).and_then(|range| yaml.get(range)) == Some(text);
    let Range { start, end } = culprit.blame.range;
    let range = if as_written { line.start + start..line.start + end } else { line };
    let why = culprit.blame.why.word();
    source.finding(Code::BrokenYaml, range).with("why", why).with("text", shown(text)).with("detail", words)
}

/// Where the two parsers stopped, and what the more talkative one said.
struct Complaint {
    /// The numbers of the lines, from 0, the earlier first.
    lines: [usize; 2],
    words: String,
}

impl Complaint {
    fn of(yaml: &str, error: &serde_yaml::Error) -> Self {
        let options = serde_saphyr::options! { with_snippet: false, strict_booleans: true };
        let second = serde_saphyr::from_str_with_options::<serde_json::Value>(yaml, options).err();
        let place = second.as_ref().and_then(serde_saphyr::Error::location);
        let place = place.and_then(|place| usize::try_from(place.line()).ok()).filter(|&line| line > 0);
        let known = error.location().filter(|location| location.line() + location.column() > 2);
        let first = known.map_or(place.unwrap_or(1), |location| location.line());
        let mut lines = [first, place.unwrap_or(first)].map(|line| line.saturating_sub(1));
        lines.sort_unstable();
        Self { lines, words: second.map_or_else(|| error.to_string(), |error| error.to_string()) }
    }
}

/// The line that is to blame, from 0, and what for.
struct Culprit {
    line: usize,
    blame: Blame,
}

/// The line at which the first parser stopped, or the nearest above it that has misled it, or where the second did.
fn culprit(yaml: &str, complaint: &Complaint) -> Option<Culprit> {
    let lines: Vec<&str> = yaml.lines().collect();
    let last = lines.len().checked_sub(1)?;
    let [first, second] = complaint.lines.map(|line| line.min(last));
    let within_block = within_block(&lines);
    let own = |line: usize| (within_block.get(line) == Some(&false)).then(|| own_blame(&lines, line))?;
    let above = || (0..first).rev().find_map(|line| misleading(&lines, line, first, own(line)?));
    own(first).or_else(above).or_else(|| own(second)).or_else(|| by_indent(&lines, first))
}

fn own_blame(lines: &[&str], line: usize) -> Option<Culprit> {
    let text = lines.get(line)?.trim_end();
    let end_of_document = line > 0 && matches!(text, "---" | "...");
    let end = end_of_document.then_some(Blame { why: Why::Document, range: 0..text.len() });
    end.or_else(|| blame(text)).map(|blame| Culprit { line, blame })
}

/// A line above can only mislead by something that it leaves open.
fn misleading(lines: &[&str], line: usize, stopped: usize, culprit: Culprit) -> Option<Culprit> {
    let value = lines.get(line)?.get(culprit.blame.range.clone())?;
    let after = lines.get(line + 1..=stopped)?;
    let misleads = match culprit.blame.why {
        Why::Space | Why::Invisible | Why::Tab | Why::Document => true,
        Why::Bracket => !after.iter().any(|line| line.trim_end().ends_with([']', '}'])),
        Why::Quote => !closes(value, after),
        _ => false,
    };
    misleads.then_some(culprit)
}

/// Whether a quoted value of several lines ends with its line.
fn closes(value: &str, after: &[&str]) -> bool {
    let Some(quote) = value.chars().next() else { return false };
    let close = after.iter().find_map(|line| Some((line, closing_quote(line, quote)?)));
    close.is_some_and(|(line, at)| line.get(at + 1..).is_some_and(|rest| rest.trim_end().is_empty()))
}

/// Nothing is wrong with the words: then the line may stand at a depth that no line above has prepared.
fn by_indent(lines: &[&str], line: usize) -> Option<Culprit> {
    let text = lines.get(line)?.trim_end();
    let indent = |text: &str| text.len() - text.trim_start().len();
    let above = lines.get(..line)?.iter().rev().find(|line| !line.trim().is_empty());
    let has_key = value_start(text) > indent(text);
    let shifted = has_key && above.is_some_and(|above| indent(above) != indent(text));
    let why = if shifted { Why::Indent } else { Why::Other };
    Some(Culprit { line, blame: Blame { why, range: indent(text)..text.len() } })
}

/// For each line whether it belongs to a block of free text (`|`, `>`).
fn within_block(lines: &[&str]) -> Vec<bool> {
    let mut block = None;
    let mut within = Vec::with_capacity(lines.len());
    for line in lines {
        let indent = line.len() - line.trim_start().len();
        if block.is_some_and(|opened| indent <= opened && !line.trim().is_empty()) {
            block = None;
        }
        within.push(block.is_some());
        let value = line.get(value_start(line)..).unwrap_or_default();
        if block.is_none() && value.starts_with(['|', '>']) {
            block = Some(indent);
        }
    }
    within
}

/// Puts blanks in the place of a value; `false` when there was none.
fn take_out(yaml: &mut String, culprit: &Culprit) -> bool {
    let Some(line) = line_range(yaml, culprit.line) else { return false };
    let range = line.start + culprit.blame.range.start..line.end;
    let blank = yaml.get(range.clone()).map(|value| " ".repeat(value.len()));
    match blank {
        Some(blank) if !blank.is_empty() => yaml.replace_range(range, &blank),
        _ => return false,
    }
    true
}

/// The bytes of a line without its end.
pub(crate) fn line_range(text: &str, number: usize) -> Option<Range<usize>> {
    let mut start = 0;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        if at == number {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

impl Text<'_> {
    /// The bytes of a line, of the last when there are fewer.
    pub(crate) fn line(&self, number: usize) -> Range<usize> {
        line_range(self.text, number).unwrap_or(self.text.len()..self.text.len())
    }

    pub(crate) fn finding(&self, code: Code, range: Range<usize>) -> Diagnostic {
        let span = Span::new(range.start, range.end).shifted(self.offset);
        Diagnostic::new(code, Place::new(self.file.clone(), span))
    }
}

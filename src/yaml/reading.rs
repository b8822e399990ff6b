//! A text on its way to a mapping.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::yaml::explain::explain;
use crate::yaml::line::{Why, blame, shown};
use crate::yaml::node::{Kind, Node, parse};
use crate::yaml::plain::quote_plain;
use crate::yaml::table::Table;
use crate::yaml::text::Text;
use crate::yaml::walk::{Met, walk};
use std::ops::Range;

/// How deep brackets may stand within one another before the text is read at all: libyaml takes long over them.
const MOST_BRACKETS: usize = 256;

pub(crate) fn table(source: &Text, findings: &mut Vec<Diagnostic>) -> Option<Table> {
    let source = &source.without_marks();
    if let Some(found) = too_much(source) {
        findings.push(found);
        return None;
    }
    let (yaml, plain) = quote_plain(source, findings);
    match parse(&yaml) {
        Ok(root) => placed(source, &plain, root, findings),
        Err(refusal) => {
            findings.extend(explain(source, &yaml, refusal));
            None
        }
    }
}

/// The table of a text that has been read, every value in its place.
fn placed(source: &Text, plain: &[Range<usize>], mut root: Node, findings: &mut Vec<Diagnostic>) -> Option<Table> {
    let met = walk(source.text, plain, source.offset, &mut root);
    let before = findings.len();
    findings.extend(signs(source, &met).map(|range| broken(source, Why::Alias, range)));
    findings.extend(met.odd_keys.iter().map(|range| broken(source, Why::Invisible, range.clone())));
    match root.kind {
        _ if findings.len() > before => None,
        Kind::Map(pairs) => Some(Table::new(&source.file, root.span, pairs)),
        Kind::Nothing => Some(Table::new(&source.file, Span::new(source.offset, source.offset), Vec::new())),
        _ => {
            findings.push(no_mapping(source, &root));
            None
        }
    }
}

fn too_much(source: &Text) -> Option<Diagnostic> {
    let (limit, most) = if source.text.len() > source.limit {
        ("size", source.limit >> 10)
    } else if brackets(source.text) > MOST_BRACKETS {
        ("depth", crate::yaml::node::MOST_DEPTH)
    } else {
        return None;
    };
    Some(source.finding(Code::YamlLimit, source.line(0)).with("limit", limit).with("most", most))
}

fn brackets(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut most = 0;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        most = most.max(depth);
    }
    most
}

/// Tags, and anchors that nothing refers to: people mean such words as text, YAML would drop them.
fn signs(source: &Text, met: &Met) -> impl Iterator<Item = Range<usize>> {
    let is_used = |anchor: &Range<usize>| {
        let name = source.text.get(anchor.start + 1..anchor.end);
        name.is_some_and(|name| met.aliases.contains(&name))
    };
    met.tags.iter().chain(met.anchors.iter().filter(move |anchor| !is_used(anchor))).cloned()
}

fn broken(source: &Text, why: Why, range: Range<usize>) -> Diagnostic {
    let number = source.text.get(..range.start).unwrap_or_default().matches('\n').count();
    let value = source.text.get(range.start..source.line(number).end).unwrap_or_default();
    let found = source.finding(Code::BrokenYaml, range);
    found.with("why", why.word()).with("text", shown(value)).with("detail", "")
}

/// A text that is a list or a single value; a single value may be a key without its space.
fn no_mapping(source: &Text, root: &Node) -> Diagnostic {
    let start = (root.span.start as usize).saturating_sub(source.offset);
    let line = source.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let range = start..start + line.trim_end().len();
    match blame(line) {
        Some(blame) if !matches!(root.kind, Kind::List(_)) => broken(source, blame.why, range),
        _ => {
            let name = source.file.rsplit('/').next().unwrap_or_default();
            let found = if matches!(root.kind, Kind::List(_)) { "list" } else { "text" };
            let finding = source.finding(Code::WrongType, range).with("key", name);
            finding.with("expected", "map").with("found", found)
        }
    }
}

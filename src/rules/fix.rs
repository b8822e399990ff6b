//! Puts what rules propose into a text.

use crate::diagnostic::{Code, Diagnostic, Edit, Span};
use crate::markdown::{self, BlockKind};
use crate::parse;
use crate::rules::front::front;
use similar::TextDiff;

/// A text with what was mended in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many findings it was mended by.
    pub mended: usize,
}

/// Mends a file's text by the findings in it, each as a whole or not at all. Of findings that would change one place the
/// first is taken; check again and fix again, and the others follow. What would make another structure of the text, a
/// list of a paragraph or front matter that cannot be read, is left alone.
pub fn fix(text: &str, findings: &[Diagnostic]) -> Fixed {
    let chosen = apart(findings);
    let before = Shape::of(text);
    let all = apply(text, &chosen);
    if before.allows(&Shape::of(&all), &chosen) {
        return Fixed { text: all, mended: chosen.len() };
    }
    let mut safe: Vec<&Diagnostic> = Vec::new();
    for finding in chosen {
        safe.push(finding);
        if !before.allows(&Shape::of(&apply(text, &safe)), &safe) {
            safe.pop();
        }
    }
    Fixed { text: apply(text, &safe), mended: safe.len() }
}

/// What was changed in a file, as `diff -u` writes it; nothing for equal texts.
pub fn difference(path: &str, before: &str, after: &str) -> String {
    let names = (format!("a/{path}"), format!("b/{path}"));
    TextDiff::from_lines(before, after).unified_diff().context_radius(2).header(&names.0, &names.1).to_string()
}

/// The findings that can be mended, in the order of the text, without those that touch what an earlier one changes.
fn apart(findings: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut sorted: Vec<&Diagnostic> = findings.iter().filter(|finding| !finding.fix.is_empty()).collect();
    sorted.sort_by_key(|finding| finding.fix.iter().map(|edit| edit.span).min());
    let mut taken: Vec<Span> = Vec::new();
    sorted.retain(|finding| {
        let free = |edit: &Edit| !taken.iter().any(|span| overlap(edit.span, *span));
        let free = finding.fix.iter().all(free);
        if free {
            taken.extend(finding.fix.iter().map(|edit| edit.span));
        }
        free
    });
    sorted
}

/// Whether two places share a byte, or something is put in where the other begins or ends.
fn overlap(one: Span, other: Span) -> bool {
    let is_empty = |span: Span| span.start == span.end;
    if is_empty(one) || is_empty(other) {
        return one.start <= other.end && other.start <= one.end;
    }
    one.start < other.end && other.start < one.end
}

fn apply(text: &str, findings: &[&Diagnostic]) -> String {
    let mut edits: Vec<&Edit> = findings.iter().flat_map(|finding| &finding.fix).collect();
    edits.sort();
    let mut mended = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        mended.push_str(text.get(done..edit.span.start as usize).unwrap_or_default());
        mended.push_str(&edit.text);
        done = edit.span.end as usize;
    }
    mended.push_str(text.get(done..).unwrap_or_default());
    mended
}

/// What a text is made of: the keys of its front matter that hold prose, and the kinds of its blocks with what they
/// link to and show.
#[derive(PartialEq, Eq, Debug)]
struct Shape {
    keys: Option<Vec<String>>,
    blocks: Vec<(BlockKind, Vec<String>)>,
}

impl Shape {
    fn of(text: &str) -> Self {
        let file = "".into();
        let body = parse::front_matter(&file, text, &mut Vec::new()).map(|(_, parts)| parts.body);
        let keys = body.as_ref().map(|_| front(&file, text).into_iter().map(|front| front.key).collect());
        let start = body.map_or(0, |body| body.start);
        let blocks = markdown::prose(text.get(start..).unwrap_or_default(), start).into_iter().map(|block| {
            let links = block.links.into_iter().map(|link| link.destination);
            (block.kind, links.chain(block.pictures.into_iter().map(|picture| picture.file)).collect())
        });
        Self { keys, blocks: blocks.collect() }
    }

    /// Whether another shape is this one without as many blocks as the findings take out.
    fn allows(&self, after: &Self, findings: &[&Diagnostic]) -> bool {
        let takes_out = |finding: &&&Diagnostic| matches!(finding.code, Code::PageFurniture | Code::RepeatedTitle);
        let gone = self.blocks.len().checked_sub(after.blocks.len());
        let mut blocks = self.blocks.iter();
        self.keys == after.keys
            && gone.is_some_and(|gone| gone <= findings.iter().filter(takes_out).count())
            && after.blocks.iter().all(|block| blocks.any(|known| known == block))
    }
}

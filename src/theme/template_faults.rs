//! What is wrong in templates, from Tera's errors.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::theme::lineage::Texts;
use crate::theme::missing_names::{self, MissingName};
use std::sync::Arc;
use tera::{Context, ErrorKind};

/// The fault that shows when one template is read.
pub fn reading(error: &tera::Error, template: &str, files: &Texts, folder: &str) -> Diagnostic {
    let (place, detail) = spot(error, template, files, folder);
    broken(place, &detail, None)
}

/// The fault that shows when a template is rendered with what its page has.
pub fn rendering(error: &tera::Error, template: &str, files: &Texts, folder: &str, context: &Context) -> Diagnostic {
    let (place, detail) = spot(error, template, files, folder);
    let text = files.values().find(|(path, _)| *path == place.file).map_or("", |(_, text)| text);
    let missing = missing_names::told(&detail).or_else(|| missing_names::asked(text, place.span, context));
    broken(place, &detail, missing)
}

/// Where an error is, and what Tera says of it.
fn spot(error: &tera::Error, template: &str, files: &Texts, folder: &str) -> (Place, String) {
    let (file, span, detail) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = &report.span().range;
            (report.filename(), Span::new(range.start, range.end), report.message().to_owned())
        }
        _ => (template, Span::default(), error.to_string()),
    };
    let file = if file.is_empty() { template } else { file };
    let path = files.get(file).map_or_else(|| format!("{folder}/{file}").into(), |(path, _)| path.clone());
    (Place::new(path, span), detail)
}

/// The faults that show when templates, each of which can be read, are put together.
pub fn between(error: &tera::Error, files: &Texts, folder: &str) -> Vec<Diagnostic> {
    let (template, word) = match error.kind() {
        ErrorKind::MissingParent { current, parent } => (current, parent.as_str()),
        ErrorKind::CircularExtend { tpl, .. } => (tpl, "extends"),
        ErrorKind::CircularInclude { tpl, .. } => (tpl, "include"),
        _ => return listed(&error.to_string(), files, folder),
    };
    let Some((file, text)) = files.get(template) else { return listed(&error.to_string(), files, folder) };
    let start = text.find(word).unwrap_or_default();
    let place = Place::new(file.clone(), Span::new(start, start + word.len()));
    vec![broken(place, &error.to_string(), None)]
}

/// The faults in Tera's report on several templates, which is text: `error: WHAT` and, below, ` --> FILE:LINE:COLUMN`.
fn listed(report: &str, files: &Texts, folder: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for fault in report.split("error: ").filter(|fault| !fault.trim().is_empty()) {
        let (detail, rest) = fault.split_once("--> ").unwrap_or((fault, ""));
        let mut place = rest.lines().next().unwrap_or_default().rsplitn(3, ':');
        let (column, line) = (place.next().and_then(number), place.next().and_then(number));
        let file = place.next().and_then(|name| files.get(name.trim()));
        found.push(match (file, line, column) {
            (Some((file, text)), Some(line), Some(column)) => broken(at(file, text, line, column), detail, None),
            _ => broken(Place::new(format!("{folder}/base.html"), Span::default()), detail, None),
        });
    }
    found
}

fn number(digits: &str) -> Option<usize> {
    digits.trim().parse().ok()
}

/// The place of a line and column, both counted from 1, columns in characters.
fn at(file: &Arc<str>, text: &str, line: usize, column: usize) -> Place {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let within = text[before..].char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
    Place::new(file.clone(), Span::new(before + within, before + within + 1))
}

fn broken(place: Place, detail: &str, missing: Option<MissingName>) -> Diagnostic {
    let finding = Diagnostic::new(Code::BrokenTemplate, place).with("detail", detail.trim());
    match missing {
        None => finding.with("why", "other").with("name", "none").with("nearest", "none").with("known", "none"),
        Some(MissingName { what, name, known }) => finding
            .with("why", what)
            .with("name", &name)
            .nearest(&name, known.iter().map(String::as_str))
            .with("known", known.join(", ")),
    }
}

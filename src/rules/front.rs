//! The words of front matter, with their places.

use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind, Role, Run};
use crate::parse;
use crate::yaml::{Form, Table};
use std::sync::Arc;

/// The keys whose values are prose; every other value is a fact, a name to be looked up or a path.
const PROSE: [&str; 11] =
    ["title", "summary", "alt", "caption", "text", "place", "role", "organization", "name", "credit", "partners"];

/// A value of front matter that readers read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FrontText {
    /// The keys that lead to it: `title`, `image.alt`, `corrections.text`.
    pub key: String,
    /// Its words: a paragraph whose place leaves quotation marks out.
    pub block: Block,
}

/// Reads the prose of a file's front matter, in the order of the file; nothing where it cannot be read.
pub fn front(file: &Arc<str>, text: &str) -> Vec<FrontText> {
    let mut found = Vec::new();
    if let Some((mut table, _)) = parse::front_matter(file, text, &mut Vec::new()) {
        gather(&mut table, "", text, &mut found);
    }
    found
}

fn gather(table: &mut Table, path: &str, text: &str, found: &mut Vec<FrontText>) {
    for (key, entry) in table.entries() {
        let path = if path.is_empty() { key.value.clone() } else { format!("{path}.{}", key.value) };
        for item in entry.items() {
            match item.form() {
                Form::Map => _ = item.table(&mut Vec::new()).map(|mut table| gather(&mut table, &path, text, found)),
                Form::Text if PROSE.contains(&key.value.as_str()) => {
                    let value = item.text(&mut Vec::new());
                    found.extend(value.map(|value| {
                        let block = block(text, &value.value, value.span);
                        FrontText { key: path.clone(), block }
                    }));
                }
                _ => {}
            }
        }
    }
}

/// The value as one run where it stands as it is read, else line by line, else as a run without a place for its parts.
fn block(text: &str, value: &str, span: Span) -> Block {
    let written = text.get(span.start as usize..span.end as usize).unwrap_or_default();
    let (written, start) = unquoted(written, span.start as usize);
    let runs = if written == value {
        vec![Run { text: value.to_owned(), span: Span::new(start, start + value.len()), role: Role::Words }]
    } else {
        let runs = lines(written, start);
        let joined: String = runs.iter().map(|run| run.text.as_str()).collect();
        let whole = || vec![Run { text: value.to_owned(), span, role: Role::Words }];
        if joined == value.replace('\n', " ") { runs } else { whole() }
    };
    let span = Span::new(start, start + written.len());
    Block { kind: BlockKind::Paragraph, span, runs, links: Vec::new(), pictures: Vec::new() }
}

fn unquoted(written: &str, start: usize) -> (&str, usize) {
    let inner = |mark: char| written.strip_prefix(mark)?.strip_suffix(mark);
    match inner('"').or_else(|| inner('\'')) {
        Some(inner) => (inner, start + 1),
        None => (written, start),
    }
}

/// The lines of a value of several lines with breaks between them, without indentation and the sign of a block.
fn lines(written: &str, start: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let lines = written.lines().skip(usize::from(written.starts_with(['|', '>'])));
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        let at = start + (line.as_ptr() as usize - written.as_ptr() as usize);
        let span = Span::new(at, at + line.len());
        if let Some(before) = runs.last() {
            let span = Span { start: before.span.end, end: span.start };
            runs.push(Run { text: " ".to_owned(), span, role: Role::Break });
        }
        runs.push(Run { text: line.to_owned(), span, role: Role::Words });
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prose_of_front_matter_has_its_places() {
        let text = "---\ntitle: \"Достық: күн\"\nregion: Астана\nsummary: >\n  Бір\n  екі\nimage:\n  file: a.jpg\n  alt: 'It''s'\ngallery:\n  - file: b.jpg\n    caption: Зал\nauthor: {role: Аким}\n---\n";
        let told = |front: &FrontText| {
            let block = &front.block;
            let parts = block.runs.iter().filter(|run| run.role == Role::Words);
            let parts = parts.map(|run| (run.is_exact(), &text[run.span.start as usize..run.span.end as usize]));
            (front.key.clone(), block.text(), parts.collect::<Vec<_>>())
        };
        let found: Vec<_> = front(&"ru.md".into(), text).iter().map(told).collect();
        let expected = [
            ("title", "Достық: күн", vec![(true, "Достық: күн")]),
            ("summary", "Бір екі", vec![(true, "Бір"), (true, "екі")]),
            ("image.alt", "It's", vec![(false, "'It''s'")]),
            ("gallery.caption", "Зал", vec![(true, "Зал")]),
            ("author.role", "Аким", vec![(true, "Аким")]),
        ];
        assert_eq!(found, expected.map(|(key, value, parts)| (key.to_owned(), value.to_owned(), parts)));
    }
}

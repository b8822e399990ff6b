//! One value of a mapping or list, asked for in the type that the caller needs.

use crate::diagnostic::{At, Code, Diagnostic, Place, Span};
use crate::yaml::node::{Kind, Node};
use std::sync::Arc;

/// A value with the key that it stands at.
#[derive(Debug)]
pub struct Entry {
    /// The key; of an item of a list, the key of the list.
    pub key: At<String>,
    pub(crate) file: Arc<str>,
    pub(crate) node: Node,
}

/// The form in which a value was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// No value.
    Nothing,
    /// Text.
    Text,
    /// An integer or a decimal fraction.
    Number,
    /// `true` or `false`.
    Flag,
    /// A list.
    List,
    /// A mapping.
    Map,
}

impl Form {
    /// The word for it in the argument `found` of a finding.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Text => "text",
            Self::Number => "number",
            Self::Flag => "flag",
            Self::List => "list",
            Self::Map => "map",
        }
    }
}

impl Entry {
    pub(crate) fn new(file: &Arc<str>, key: At<String>, node: Node) -> Self {
        Self { key, file: file.clone(), node }
    }

    /// Its form.
    pub fn form(&self) -> Form {
        match self.node.kind {
            Kind::Nothing => Form::Nothing,
            Kind::Text => Form::Text,
            Kind::Number(_) => Form::Number,
            Kind::Flag(_) => Form::Flag,
            Kind::List(_) => Form::List,
            Kind::Map(_) => Form::Map,
        }
    }

    /// The place of the value.
    pub fn span(&self) -> Span {
        self.node.span
    }

    pub(crate) fn is_empty(&self) -> bool {
        matches!(self.node.kind, Kind::Nothing)
    }

    /// A scalar as it was written, without white space around it; `None` when there is nothing.
    pub fn text(self, findings: &mut Vec<Diagnostic>) -> Option<At<String>> {
        self.scalar("text", findings)
    }

    /// The scalars of a list, or the one scalar.
    pub fn texts(self, findings: &mut Vec<Diagnostic>) -> Vec<At<String>> {
        self.items().into_iter().filter_map(|item| item.scalar("texts", findings)).collect()
    }

    /// A yes or no; other words than true and false are understood with a warning.
    pub fn flag(self, findings: &mut Vec<Diagnostic>) -> Option<At<bool>> {
        if let Kind::Flag(flag) = self.node.kind {
            return Some(At::new(flag, self.node.span));
        }
        let Some(flag) = meaning(&self.node.text) else { return self.wrong("flag", findings) };
        let found = Diagnostic::new(Code::UnusualFlag, self.place()).with("text", &self.node.text).with("means", flag);
        findings.push(found);
        Some(At::new(flag, self.node.span))
    }

    /// An integer, also in quotes.
    pub fn number(self, findings: &mut Vec<Diagnostic>) -> Option<At<i64>> {
        let number = match self.node.kind {
            Kind::Number(number) => number,
            Kind::Text => self.node.text.trim().parse().ok(),
            _ => None,
        };
        match number {
            Some(number) => Some(At::new(number, self.node.span)),
            None => self.wrong("number", findings),
        }
    }

    /// The values of a list that are not empty; any other value is a list of one.
    pub fn items(self) -> Vec<Self> {
        let Self { key, file, node } = self;
        let nodes = match node.kind {
            Kind::List(nodes) => nodes,
            _ => vec![node],
        };
        let items = nodes.into_iter().map(|node| Self::new(&file, key.clone(), node));
        items.filter(|item| !item.is_empty()).collect()
    }

    fn scalar(self, expected: &'static str, findings: &mut Vec<Diagnostic>) -> Option<At<String>> {
        if matches!(self.node.kind, Kind::List(_) | Kind::Map(_)) {
            return self.wrong(expected, findings);
        }
        if let Some(sign) = turning(&self.node.text) {
            let found = Diagnostic::new(Code::DirectionControl, self.place());
            findings.push(found.with("sign", format!("U+{:04X}", u32::from(sign))));
        }
        let Node { text, span, .. } = self.node;
        let trimmed = text.trim();
        let text = if trimmed.len() == text.len() { text } else { trimmed.to_owned() };
        Some(At::new(text, span)).filter(|text| !text.value.is_empty())
    }

    fn place(&self) -> Place {
        Place::new(self.file.clone(), self.node.span)
    }

    pub(crate) fn wrong<T>(&self, expected: &'static str, findings: &mut Vec<Diagnostic>) -> Option<T> {
        if !self.is_empty() {
            let found = Diagnostic::new(Code::WrongType, self.place()).with("key", &self.key.value);
            findings.push(found.with("expected", expected).with("found", self.form().word()));
        }
        None
    }
}

/// A sign that turns the order of letters around (UAX 9): one that overrides or embeds, or an isolate that does not end
/// within the text. What follows on a page would read otherwise than it was written.
fn turning(text: &str) -> Option<char> {
    let mut open = Vec::new();
    for sign in text.chars().filter(|c| ('\u{202a}'..='\u{2069}').contains(c)) {
        match sign {
            '\u{202a}'..='\u{202e}' => return Some(sign),
            '\u{2066}'..='\u{2068}' => open.push(sign),
            '\u{2069}' if open.pop().is_none() => return Some(sign),
            _ => {}
        }
    }
    open.first().copied()
}

fn meaning(word: &str) -> Option<bool> {
    match word.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "да" | "иә" => Some(true),
        "false" | "no" | "off" | "нет" | "жоқ" => Some(false),
        _ => None,
    }
}

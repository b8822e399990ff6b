//! What is wrong in a file of interface strings, in words of ours: those of its parser are for programmers.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::language::Language;
use crate::language::numbers::plural_categories;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser::{ErrorKind, ParserError};
use std::collections::HashSet;
use std::sync::Arc;

/// The plural categories of CLDR.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The faults that the parser found.
pub fn parsed(file: &Arc<str>, errors: Vec<ParserError>) -> impl Iterator<Item = Diagnostic> {
    errors.into_iter().map(move |error| {
        let place = error.slice.unwrap_or(error.pos);
        fault(file, Span::new(place.start, place.end), why(&error.kind), "none")
    })
}

fn why(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::ExpectedToken('=') => "equals",
        ErrorKind::MissingValue | ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => {
            "empty"
        }
        ErrorKind::MissingDefaultVariant => "default",
        ErrorKind::MultipleDefaultVariants => "defaults",
        ErrorKind::ExpectedToken('}') | ErrorKind::UnbalancedClosingBrace | ErrorKind::ExpectedInlineExpression => {
            "brace"
        }
        _ => "other",
    }
}

/// The strings that stand twice in a file.
pub fn twice(file: &Arc<str>, text: &str, resource: &FluentResource) -> Vec<Diagnostic> {
    let names = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name),
        Entry::Term(term) => Some(term.id.name),
        _ => None,
    });
    let mut seen = HashSet::new();
    let twice = names.filter(|name| !seen.insert(*name));
    let fault = |name: &str| {
        let at = text.rfind(&format!("\n{name} ")).map_or(0, |at| at + 1);
        fault(file, Span::new(at, at + name.len()), "twice", name)
    };
    twice.map(fault).collect()
}

/// The plural categories that stand in a file and that its language does not have: no number would choose them.
pub fn plurals(file: &Arc<str>, text: &str, resource: &FluentResource, language: Language) -> Vec<Diagnostic> {
    let known = plural_categories(language);
    let mut faults = Vec::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let start = text.find(&format!("\n{} ", message.id.name)).map_or(0, |at| at + 1);
        for category in message.value.iter().flat_map(categories).filter(|category| !known.contains(category)) {
            let own = text.get(start..).unwrap_or_default();
            let at = start + own.find(&format!("[{category}")).unwrap_or_default();
            faults.push(fault(file, Span::new(at, at + category.len() + 2), "plural", category));
        }
    }
    faults
}

/// The plural categories by which a text is chosen.
fn categories<'p>(pattern: &'p Pattern<&'p str>) -> Vec<&'p str> {
    let variants = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => Some(variants),
        _ => None,
    });
    variants.filter(|variants| variants.iter().all(is_plural)).flatten().filter_map(category).collect()
}

fn category<'p>(variant: &Variant<&'p str>) -> Option<&'p str> {
    match variant.key {
        VariantKey::Identifier { name } => Some(name),
        VariantKey::NumberLiteral { .. } => None,
    }
}

fn is_plural(variant: &Variant<&str>) -> bool {
    category(variant).is_none_or(|name| CATEGORIES.contains(&name))
}

fn fault(file: &Arc<str>, span: Span, why: &'static str, text: &str) -> Diagnostic {
    Diagnostic::new(Code::BrokenStrings, Place::new(file.clone(), span)).with("why", why).with("text", text)
}

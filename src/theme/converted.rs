//! The interface strings of a language in another script.

use crate::config::Variant;
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

/// The file of strings with its texts converted; names of strings, variables and plural categories stay.
pub fn converted(text: &str, variant: &Variant) -> String {
    let mut resource = parser::parse(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    for entry in &mut resource.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
            _ => continue,
        };
        let patterns = value.into_iter().chain(attributes.iter_mut().map(|attribute| &mut attribute.value));
        patterns.for_each(|pattern| convert(pattern, variant));
    }
    serializer::serialize(&resource)
}

fn convert(pattern: &mut Pattern<String>, variant: &Variant) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => variant.convert_in_place(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter_mut().for_each(|one| convert(&mut one.value, variant));
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

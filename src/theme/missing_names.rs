//! The name that a template asks for and its page does not have, with those that it has.

use crate::diagnostic::Span;
use tera::Context;

/// A name that is not there.
#[derive(Debug, PartialEq)]
pub struct MissingName {
    /// `field` of a value, or `variable`.
    pub what: &'static str,
    /// The name.
    pub name: String,
    /// The names that are there, in the order of the alphabet.
    pub known: Vec<String>,
}

/// The name in Tera's message, which lists what is there: ``Field `x` is not defined. Available fields: a, b``.
pub fn told(message: &str) -> Option<MissingName> {
    let kinds = [("field", "Field `", "Available fields: "), ("variable", "Variable `", "Available variables: ")];
    kinds.into_iter().find_map(|(what, before, list)| {
        let (name, rest) = message.strip_prefix(before)?.split_once('`')?;
        let known = rest.split_once(list)?.1.split(", ").map(str::to_owned).collect();
        Some(MissingName { what, name: name.to_owned(), known })
    })
}

/// The first field in the expression at `span` that the page does not have, for messages that name none.
pub fn asked(text: &str, span: Span, context: &Context) -> Option<MissingName> {
    let (before, rest) = text.split_at_checked(span.start as usize)?;
    let within = span.end.saturating_sub(span.start) as usize;
    let start = before.trim_end_matches(is_path).len();
    let end = before.len() + within + rest.get(within..)?.find(|c| !is_path(c)).unwrap_or(rest.len() - within);
    text[start..end].split(|c| !is_path(c)).find_map(|path| missing_field(path, context))
}

fn is_path(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

/// The first name of `page.image.url` that the value before it does not have.
fn missing_field(path: &str, context: &Context) -> Option<MissingName> {
    let mut names = path.split('.');
    let mut value = context.get(names.next()?)?;
    for name in names {
        let fields = value.as_map()?;
        match value.get_from_path(name) {
            Some(field) => value = field,
            None => {
                let mut known: Vec<String> = fields.keys().map(ToString::to_string).collect();
                known.sort();
                return Some(MissingName { what: "field", name: name.to_owned(), known });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{asked, told};
    use crate::diagnostic::Span;
    use std::collections::BTreeMap;
    use tera::Context;

    /// What is asked for at the first `at` of an expression on a page with a title and a picture that has an address.
    fn at(text: &str, at: &str) -> Option<(String, String)> {
        let mut page = BTreeMap::from([("title", tera::Value::from("x"))]);
        page.insert("image", tera::Value::from_serializable(&BTreeMap::from([("url", "y")])));
        let mut context = Context::new();
        context.insert("page", &page);
        let start = text.find(at).unwrap();
        let found = asked(text, Span::new(start, start + at.len()), &context)?;
        Some((found.name, found.known.join(" ")))
    }

    #[test]
    fn the_first_field_that_is_not_there_is_found_in_an_expression() {
        let field = |name: &str, known: &str| Some((name.to_owned(), known.to_owned()));
        assert_eq!(at("{{ қ }}{% for a in page.nope %}", "page"), field("nope", "image title"));
        assert_eq!(at("{{ page.nope.deep | upper }}", "nope"), field("nope", "image title"));
        assert_eq!(at("{{ t(key=page.image.nope) }}", "t(key=page.image.nope)"), field("nope", "url"));
        assert_eq!(at("{{ page.title + page.nope + 1 }}", "page.title + page.nope + 1"), field("nope", "image title"));
    }

    #[test]
    fn what_is_there_or_is_no_field_of_the_page_is_not_told() {
        for (text, word) in
            [("{{ page.title + 1 }}", "page"), ("{{ entry.nope }}", "entry"), ("{{ page.title.x }}", "x"), ("x", "x")]
        {
            assert_eq!(at(text, word), None, "{text}");
        }
    }

    #[test]
    fn a_message_that_lists_no_names_tells_none() {
        assert_eq!(told("Field `x` is not defined."), None);
        assert_eq!(told("Iteration not possible on type `undefined`"), None);
        assert_eq!(told("Variable `x` is not defined. Available variables: a, b").unwrap().known, ["a", "b"]);
    }
}

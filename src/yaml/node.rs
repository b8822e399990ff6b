//! What serde_yaml makes of a text, with every pair of a mapping kept (repeated keys too) and a place for each node.

use crate::diagnostic::Span;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor};
use std::cell::Cell;
use std::fmt;

/// How deep lists and mappings may stand within one another.
pub(crate) const MOST_DEPTH: usize = 32;
/// How many times its own size a text may grow by its aliases.
pub(crate) const MOST_GROWTH: usize = 16;

/// A value with its place in the text.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Node {
    pub kind: Kind,
    /// The text of a scalar, for a number or flag as it was written; of another key, its source.
    pub text: String,
    /// Where it stands; empty until the text has been walked.
    pub span: Span,
}

/// The forms of a value.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Kind {
    Nothing,
    Flag(bool),
    /// A number, and its value when that is an integer of 64 bits.
    Number(Option<i64>),
    Text,
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

/// A limit of our own that the text went beyond.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Limit {
    Depth,
    Aliases,
}

/// Why a text was not read.
pub(crate) struct Refusal {
    pub error: serde_yaml::Error,
    pub limit: Option<Limit>,
}

/// Reads one YAML document; no text but white space and comments is `Nothing`.
pub(crate) fn parse(text: &str) -> Result<Node, Refusal> {
    let left = Cell::new(text.len() * MOST_GROWTH + 4096);
    let limit = Cell::new(None);
    let reader = Reader { depth: 0, left: &left, limit: &limit };
    match reader.deserialize(serde_yaml::Deserializer::from_str(text)) {
        Ok(node) => Ok(node),
        Err(_) if is_blank(text) => Ok(Node::new(Kind::Nothing, "")),
        Err(error) => Err(Refusal { limit: limit.get().or_else(|| repetition(&error)), error }),
    }
}

fn is_blank(text: &str) -> bool {
    text.lines().map(str::trim_start).all(|line| line.is_empty() || line.starts_with('#'))
}

/// serde_yaml counts its jumps through aliases too; its words are the only sign of it.
fn repetition(error: &serde_yaml::Error) -> Option<Limit> {
    error.to_string().starts_with("repetition limit").then_some(Limit::Aliases)
}

impl Node {
    fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), span: Span::default() }
    }
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    depth: usize,
    /// How many nodes and bytes of text may still be made.
    left: &'a Cell<usize>,
    limit: &'a Cell<Option<Limit>>,
}

impl Reader<'_> {
    fn deeper<E: Error>(mut self) -> Result<Self, E> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(self.refuse(Limit::Depth));
        }
        Ok(self)
    }

    fn node<E: Error>(&self, kind: Kind, text: impl Into<String>) -> Result<Node, E> {
        let node = Node::new(kind, text);
        match self.left.get().checked_sub(1 + node.text.len()) {
            Some(left) => self.left.set(left),
            None => return Err(self.refuse(Limit::Aliases)),
        }
        Ok(node)
    }

    fn refuse<E: Error>(&self, limit: Limit) -> E {
        self.limit.set(Some(limit));
        E::custom("a limit of the house")
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Node, E> {
        self.node(Kind::Flag(flag), flag.to_string())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Node, E> {
        self.node(Kind::Number(Some(number)), number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Node, E> {
        self.node(Kind::Number(i64::try_from(number).ok()), number.to_string())
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<Node, E> {
        self.node(Kind::Number(None), number.to_string())
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<Node, E> {
        self.node(Kind::Number(None), number.to_string())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Node, E> {
        self.node(Kind::Number(None), number.to_string())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        self.node(Kind::Text, text)
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.node(Kind::Nothing, "")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let within = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(within)? {
            items.push(item);
        }
        self.node(Kind::List(items), "")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let within = self.deeper()?;
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry_seed(within, within)? {
            entries.push(entry);
        }
        self.node(Kind::Map(entries), "")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Node, A::Error> {
        let (Tag, content) = tagged.variant()?;
        content.newtype_variant_seed(self)
    }
}

/// The name of a tag, which nobody asks for: the walk through the text finds and reports tags.
struct Tag;

impl<'de> Deserialize<'de> for Tag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|_| Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(text: &str) -> Option<Limit> {
        parse(text).err().and_then(|refusal| refusal.limit)
    }

    #[test]
    fn repeated_keys_are_kept() {
        let Ok(Node { kind: Kind::Map(entries), .. }) = parse("a: 1\na: 2\n") else { panic!("a mapping") };
        assert_eq!(entries.len(), 2);
    }

    #[test]
    fn a_text_without_values_is_nothing() {
        for text in ["", "\n\n", "# only a remark\n", "---\n"] {
            assert_eq!(parse(text).ok().map(|node| node.kind), Some(Kind::Nothing), "{text:?}");
        }
    }

    #[test]
    fn depth_is_limited_in_either_style() {
        assert_eq!(limit(&format!("a: {}{}", "[".repeat(31), "]".repeat(31))), None);
        assert_eq!(limit(&format!("a: {}{}", "[".repeat(32), "]".repeat(32))), Some(Limit::Depth));
        assert_eq!(limit(&"- ".repeat(200)), Some(Limit::Depth));
    }

    #[test]
    fn aliases_may_not_multiply() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..9 {
            let below = format!("*a{}, ", level - 1).repeat(9);
            bomb.push_str(&format!("a{level}: &a{level} [{below}]\n"));
        }
        assert_eq!(limit(&bomb), Some(Limit::Aliases));
        let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(10_000), "*a, ".repeat(2000));
        assert_eq!(limit(&long), Some(Limit::Aliases));
        assert_eq!(limit("a: &a {b: c}\nd: *a\n"), None);
    }

    #[test]
    fn jumps_through_aliases_are_limited() {
        let mut jumps = "a0: &a0 []\n".to_owned();
        for level in 1..14 {
            jumps.push_str(&format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1));
        }
        jumps.push_str(&format!("# {}\n", "x".repeat(10_000)));
        assert_eq!(limit(&jumps), Some(Limit::Aliases));
    }
}

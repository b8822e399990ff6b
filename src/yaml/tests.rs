//! The door as a whole: refusals and their reasons, places, and both parsers side by side.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::yaml::node::{Kind, Node, parse};
use crate::yaml::plain::quote_plain;
use crate::yaml::walk::walk;
use crate::yaml::{Table, Text, read};
use proptest::prelude::*;
use std::ops::Range;

const LENIENT: &[&str] = &["title", "summary", "project", "region"];

const FRONT_MATTER: &str = "title: Встреча в Астане: итоги\nsummary: >\n  Первая строка\n  вторая\ndate: 2024-10-18\n\
    region: [KZ-39, \"Астана\"] # две\nproject:\n  - 'Біртұтас қоғам'\nimages:\n  - file: a.jpg\n    alt: Зал\n\
    \x20 - {file: b.jpg, alt: \"Сцена\"}\ndraft: no\ncontact: &c\n  name: ~\n  phone: +7 727\ncopy: *c\n";

fn front_matter(text: &str) -> (Option<Table>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let table = read(&Text::front_matter(&"releases/a/ru.md".into(), text, 0, LENIENT), &mut findings);
    (table, findings)
}

/// Each reason with the words that it stands at.
fn reasons(text: &str) -> Vec<(String, &str)> {
    let mut findings = Vec::new();
    let table = read(&Text::new(&"site.yaml".into(), text), &mut findings);
    assert_eq!(table.is_none(), !findings.is_empty(), "{text}");
    findings.iter().map(|found| (found.args[0].1.clone(), at(text, found))).collect()
}

fn at<'a>(text: &'a str, found: &Diagnostic) -> &'a str {
    &text[found.place.span.start as usize..found.place.span.end as usize]
}

#[test]
fn a_refusal_names_its_reason_and_its_words() {
    for (text, why, words) in [
        ("a: 1\ntitle: A: b\n", "colon", "A: b"),
        ("a: |\n  b: c: d\ne: f: g\n", "colon", "f: g"),
        ("title: \"Единство\" — сила\nregion: x\n", "quote", "\"Единство\" — сила"),
        ("a: 1\ntitle: \"Единство\nsummary: a\nregion: x\n", "quote", "\"Единство"),
        ("title: \"Единство\nsummary: \"Текст\"\n", "quote", "\"Единство"),
        ("title: 'It's a day'\n", "quote", "'It's a day'"),
        ("path: \"C:\\q\"\n", "backslash", "\"C:\\q\""),
        ("title: @a\n", "reserved", "@a"),
        ("- `a`\n", "reserved", "`a`"),
        ("title: % a\n", "percent", "% a"),
        ("a:\n\tb: c\n", "tab", "\t"),
        ("a: b\n\tc: d\n", "tab", "\t"),
        ("a: b\n c: d\n", "indent", "c: d"),
        ("a:\n  b: c\n d: e\n", "indent", "d: e"),
        ("title: *a*\n", "alias", "*a*"),
        ("title: !a b\n", "alias", "!a"),
        ("title: &a b\n", "alias", "&a"),
        ("title: - a\nb: c\n", "hyphen", "- a"),
        ("title: [A] b\nc: d\n", "bracket", "[A] b"),
        ("title: [A b\nc: d\n", "unclosed", "[A b"),
        ("title:A\nb: c\n", "space", "title:A"),
        ("title:A", "space", "title:A"),
        ("a: b\ntitle A\n", "space", "title A"),
        ("a: b\u{8}c\n", "invisible", "\u{8}"),
        ("a:\n\u{a0}\u{a0}b: c\n", "invisible", "\u{a0}\u{a0}b"),
        ("a: b\n---\nc: d\n", "document", "---"),
        ("a:\n  - b\n c\n", "other", "c"),
    ] {
        assert_eq!(reasons(text), [(why.to_owned(), words)], "{text}");
    }
}

#[test]
fn several_broken_values_are_reported_at_once() {
    let found = reasons("a: b: c\nd: \"e\" f\ng: h\ni: @j\n");
    let found: Vec<_> = found.iter().map(|(why, words)| (why.as_str(), *words)).collect();
    assert_eq!(found, [("colon", "b: c"), ("quote", "\"e\" f"), ("reserved", "@j")]);
}

#[test]
fn a_broken_line_keeps_its_place_in_the_file() {
    let file = "---\ntitle: a: b\ndate: @c\n---\nText\n";
    let mut findings = Vec::new();
    let text = Text::front_matter(&"ru.md".into(), &file[4..25], 4, LENIENT);
    assert!(read(&text, &mut findings).is_none());
    let found: Vec<_> = findings.iter().map(|found| (found.code, at(file, found))).collect();
    assert_eq!(found, [(Code::UnquotedColon, "a: b"), (Code::BrokenYaml, "@c")]);
}

#[test]
fn limits_are_named() {
    let reason = |text: &str| reasons(text).into_iter().map(|(limit, _)| limit).collect::<Vec<_>>();
    assert_eq!(reason(&format!("a: {}", "x".repeat(5 << 20))), ["size"]);
    assert_eq!(reason(&"[".repeat(20_000)), ["depth"]);
    assert_eq!(reason(&format!("a: {}{}", "[".repeat(40), "]".repeat(40))), ["depth"]);
    assert_eq!(reason(&format!("a: &a {}\nb: [{}]\n", "x".repeat(9999), "*a, ".repeat(2000))), ["aliases"]);
}

#[test]
fn a_file_that_is_no_mapping_is_named() {
    assert_eq!(reasons("- a\n- b\n"), [("site.yaml".to_owned(), "- a")]);
}

#[test]
fn marks_around_a_text_are_no_part_of_it() {
    for text in
        ["\u{feff}a: b\n", "---\na: b\n---\n", "\u{feff}---\r\na: b\r\n---\r\n", "a: b\n...\n", "# c\n--- # d\na: b"]
    {
        let mut table = read(&Text::new(&"site.yaml".into(), text), &mut Vec::new()).unwrap();
        let value = table.text("a").unwrap();
        assert_eq!((value.value.as_str(), &text[value.span.start as usize..value.span.end as usize]), ("b", "b"));
    }
    assert!(read(&Text::new(&"site.yaml".into(), ""), &mut Vec::new()).is_some());
}

#[test]
fn every_value_of_front_matter_has_its_place() {
    let (table, findings) = front_matter(FRONT_MATTER);
    let mut table = table.unwrap();
    assert_eq!(findings.len(), 1);
    let place = |span: crate::diagnostic::Span| &FRONT_MATTER[span.start as usize..span.end as usize];
    assert_eq!(place(table.text("title").unwrap().span), "Встреча в Астане: итоги");
    assert_eq!(place(table.text("summary").unwrap().span), "Первая строка\n  вторая");
    assert_eq!(place(table.texts("region")[1].span), "\"Астана\"");
    assert_eq!(place(table.texts("project")[0].span), "'Біртұтас қоғам'");
    let images = table.tables("images");
    assert_eq!(
        images.iter().map(|image| place(image.span())).collect::<Vec<_>>(),
        ["file: a.jpg\n    alt: Зал", "{file: b.jpg, alt: \"Сцена\"}"]
    );
    let mut contact = table.table("contact").unwrap();
    assert_eq!(place(contact.text("phone").unwrap().span), "+7 727");
    let mut copy = table.table("copy").unwrap();
    assert_eq!(place(copy.text("phone").unwrap().span), "*c");
}

/// A generated value.
#[derive(Clone, Debug)]
enum Tree {
    Plain(String),
    Single(String),
    Double(String),
    Block(Vec<String>),
    Flow(Vec<String>),
    List(Vec<Tree>),
    Map(Vec<Tree>),
}

fn tree() -> impl Strategy<Value = Tree> {
    let words = "[а-яәa-z][а-яәa-z0-9,.:#«»'\"-]{0,6}[а-яәa-z]( [а-яәa-z0-9][а-яәa-z,.«»-]{0,5}){0,2}[а-яa-z]";
    let scalar = prop_oneof![
        words.prop_map(Tree::Plain),
        "(true|null|~|-?[1-9][0-9]{0,6}|no|2024-10-18|14:30)".prop_map(Tree::Plain),
        "[а-яa-z :#{}\\[\\],'\"&*!%@|>\\\\-]{0,12}".prop_map(Tree::Single),
        "[а-яa-z :#{}\\[\\],'\"&*!%@|>\\\\-]{0,12}".prop_map(Tree::Double),
        prop::collection::vec("[а-яa-z#-][а-яa-z :#,'\"-]{0,8}[а-я]", 1..4).prop_map(Tree::Block),
        prop::collection::vec("[а-яa-z]{1,6}( [а-я]{1,4})?", 0..4).prop_map(Tree::Flow),
    ];
    scalar.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Tree::List),
            prop::collection::vec(inner, 1..4).prop_map(Tree::Map),
        ]
    })
}

/// A document as it is written, with the range of each of its scalars in order.
#[derive(Default)]
struct Page {
    text: String,
    places: Vec<Range<usize>>,
}

impl Page {
    fn scalar(&mut self, source: &str) {
        let start = self.text.len();
        self.text.push_str(source);
        self.places.push(start..self.text.len());
    }

    fn value(&mut self, tree: &Tree, indent: usize) {
        match tree {
            Tree::List(_) | Tree::Map(_) => return self.nested(tree, indent),
            Tree::Plain(text) => self.scalar(text),
            Tree::Single(text) => self.scalar(&format!("'{}'", text.replace('\'', "''"))),
            Tree::Double(text) => self.scalar(&format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))),
            Tree::Block(lines) => {
                let pad = " ".repeat(indent + 2);
                self.text.push_str(&format!("|\n{pad}"));
                self.scalar(&lines.join(&format!("\n{pad}")));
            }
            Tree::Flow(items) => {
                self.text.push('[');
                for item in items {
                    self.scalar(item);
                    self.text.push_str(", ");
                }
                self.text.push(']');
            }
        }
        self.text.push('\n');
    }

    fn nested(&mut self, tree: &Tree, indent: usize) {
        let (Tree::List(items) | Tree::Map(items)) = tree else { return };
        self.text.push_str("# remark: 'x\n");
        for (number, item) in items.iter().enumerate() {
            self.text.push_str(&" ".repeat(indent));
            if matches!(tree, Tree::List(_)) {
                self.text.push_str("- ");
            } else {
                self.scalar(&format!("k{number}"));
                self.text.push_str(": ");
            }
            self.value(item, indent + 2);
        }
    }
}

fn page(trees: Vec<Tree>) -> Page {
    let mut page = Page::default();
    page.value(&Tree::Map(trees), 0);
    page
}

fn places(node: &Node) -> Vec<Range<usize>> {
    match &node.kind {
        Kind::List(items) => items.iter().flat_map(places).collect(),
        Kind::Map(pairs) => pairs.iter().flat_map(|(key, value)| [places(key), places(value)].concat()).collect(),
        _ => std::iter::once(node.span.start as usize..node.span.end as usize).collect(),
    }
}

fn json(node: Node) -> serde_json::Value {
    match node.kind {
        Kind::Nothing => serde_json::Value::Null,
        Kind::Flag(flag) => flag.into(),
        Kind::Number(number) => number.into(),
        Kind::Text => node.text.into(),
        Kind::List(items) => items.into_iter().map(json).collect(),
        Kind::Map(pairs) => {
            serde_json::Value::Object(pairs.into_iter().map(|(key, value)| (key.text, json(value))).collect())
        }
    }
}

proptest! {
    #[test]
    fn the_walk_finds_every_scalar(trees in prop::collection::vec(tree(), 1..5)) {
        let page = page(trees);
        let mut root = parse(&page.text).map_err(|refusal| refusal.error).unwrap();
        let met = walk(&page.text, &[], 0, &mut root);
        prop_assert!(!met.lost, "{}", page.text);
        prop_assert_eq!(places(&root), page.places, "{}", page.text);
    }

    #[test]
    fn both_parsers_read_the_same(trees in prop::collection::vec(tree(), 1..5)) {
        let page = page(trees);
        let first = json(parse(&page.text).map_err(|refusal| refusal.error).unwrap());
        let options = serde_saphyr::options! { strict_booleans: true };
        let second: serde_json::Value = serde_saphyr::from_str_with_options(&page.text, options).unwrap();
        prop_assert_eq!(first, second, "{}", page.text);
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>()) {
        well_behaved(&text)?;
    }

    #[test]
    fn no_yaml_is_too_odd(text in "([a-c]: ?|- |  |\n|\t|[\\[\\]{},'\"|>&*!%@#?:~\u{a0}\u{85}\r]|---|title: |[0-9]|я){0,30}") {
        well_behaved(&text)?;
    }

    #[test]
    fn no_slip_of_the_hand_is_too_odd(
        slips in prop::collection::vec((any::<prop::sample::Index>(), "[ \n\t:#\\[\\]{},'\"|>&*!%@?~-]{0,2}"), 1..5)
    ) {
        let mut letters: Vec<String> = FRONT_MATTER.chars().map(String::from).collect();
        for (place, slip) in slips {
            *place.get_mut(&mut letters) = slip;
        }
        well_behaved(&letters.concat())?;
    }
}

/// A text is read or refused with an error; every place lies in it, and the walk keeps in step with the parser.
fn well_behaved(text: &str) -> Result<(), TestCaseError> {
    let (table, mut findings) = front_matter(text);
    let refused = findings.iter().any(|found| found.severity == Severity::Error);
    prop_assert_eq!(table.is_none(), refused, "{:?} {:?}", text, findings);
    if let Some(table) = table {
        table.finish(&mut findings);
    }
    for found in &findings {
        let span = found.place.span;
        prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{:?} {:?}", text, found);
    }
    let source = Text::front_matter(&"f".into(), text, 0, LENIENT);
    let (yaml, plain) = quote_plain(&source, &mut Vec::new());
    if let (Ok(mut root), false) = (parse(&yaml), refused) {
        prop_assert!(!walk(text, &plain, 0, &mut root).lost, "{:?} {:?}", text, root);
    }
    Ok(())
}

//! Footnotes: numbered by their first reference, set after the text; a note that nobody refers to is left out.

use crate::markdown::nodes::Node;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::collections::HashMap;

/// A footnote that is referred to.
pub struct Note<'a> {
    /// What the note says.
    pub content: Vec<Node<'a>>,
    /// How often it is referred to; at least once.
    pub references: u32,
}

/// The id of a note.
pub fn note_id(number: usize) -> String {
    format!("fn-{number}")
}

/// The id of the `nth` reference to a note, both counted from 1.
pub fn reference_id(number: usize, nth: u32) -> String {
    format!("fnref-{}", mark(number, nth))
}

/// Takes the notes out of the text. Every reference is then labelled as its id ends: `2`, and `2-3` for the third
/// reference to note 2. A reference to nothing, or within the alternative text of a picture, says nothing.
pub fn gather(nodes: Vec<Node<'_>>) -> (Vec<Node<'_>>, Vec<Note<'_>>) {
    let has_notes = nodes.iter().any(|(event, _)| matches!(event, Event::Start(Tag::FootnoteDefinition(_))));
    if !has_notes {
        return (nodes, Vec::new());
    }
    let (mut flow, mut definitions) = take_definitions(nodes);
    let mut numbers = Numbers::default();
    numbers.refer(&mut flow, &definitions);
    let mut contents = Vec::new();
    while let Some(label) = numbers.order.get(contents.len()) {
        let mut content = definitions.get_mut(label).map(std::mem::take).unwrap_or_default();
        numbers.refer(&mut content, &definitions);
        contents.push(content);
    }
    let notes = contents.into_iter().zip(numbers.counts);
    (flow, notes.map(|(content, references)| Note { content, references }).collect())
}

type Definitions<'a> = HashMap<String, Vec<Node<'a>>>;

/// The text and the first definition of each label. A note within a note leaves it as well.
fn take_definitions(nodes: Vec<Node<'_>>) -> (Vec<Node<'_>>, Definitions<'_>) {
    let mut flow = Vec::with_capacity(nodes.len());
    let mut definitions = Definitions::new();
    let mut open: Vec<(String, Vec<Node<'_>>)> = Vec::new();
    for (event, range) in nodes {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => open.push((key(&label), Vec::new())),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, content)) = open.pop() {
                    definitions.entry(label).or_insert(content);
                }
            }
            other => open.last_mut().map_or(&mut flow, |(_, content)| content).push((other, range)),
        }
    }
    (flow, definitions)
}

#[derive(Default)]
struct Numbers {
    by_label: HashMap<String, usize>,
    /// Labels by number, and how often each was referred to.
    order: Vec<String>,
    counts: Vec<u32>,
}

impl Numbers {
    fn refer(&mut self, nodes: &mut [Node<'_>], definitions: &Definitions<'_>) {
        let mut in_picture = 0usize;
        for (event, _) in nodes {
            match event {
                Event::Start(Tag::Image { .. }) => in_picture += 1,
                Event::End(TagEnd::Image) => in_picture = in_picture.saturating_sub(1),
                Event::FootnoteReference(label) => {
                    let label = key(label);
                    *event = match in_picture == 0 && definitions.contains_key(&label) {
                        true => Event::FootnoteReference(self.next(label)),
                        false => Event::Text(CowStr::Borrowed("")),
                    };
                }
                _ => {}
            }
        }
    }

    fn next(&mut self, label: String) -> CowStr<'static> {
        let number = *self.by_label.entry(label.clone()).or_insert_with(|| {
            self.order.push(label);
            self.counts.push(0);
            self.order.len()
        });
        let count = self.counts.get_mut(number - 1).map_or(1, |count| {
            *count += 1;
            *count
        });
        CowStr::from(mark(number, count))
    }
}

fn mark(number: usize, nth: u32) -> String {
    if nth == 1 { number.to_string() } else { format!("{number}-{nth}") }
}

/// Labels match in any case (CommonMark, 4.7).
fn key(label: &str) -> String {
    label.to_lowercase()
}

#[cfg(test)]
mod tests {
    use crate::markdown::tests::{html, survey};

    #[test]
    fn notes_are_numbered_by_their_first_reference() {
        let body = "Бір[^b], екі[^a], тағы[^b].\n\n[^a]: Екінші\n[^b]: Бірінші\n[^c]: Артық\n";
        assert_eq!(
            html(body),
            "<p>Бір<sup id=\"fnref-1\" class=\"footnote-ref\"><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>, \
             екі<sup id=\"fnref-2\" class=\"footnote-ref\"><a href=\"#fn-2\" role=\"doc-noteref\">2</a></sup>, \
             тағы<sup id=\"fnref-1-2\" class=\"footnote-ref\"><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>.</p>\n\
             <section class=\"footnotes\" role=\"doc-endnotes\">\n<h2 class=\"visually-hidden\">Ескертпелер</h2>\n<ol>\n\
             <li id=\"fn-1\"><p>Бірінші \
             <a href=\"#fnref-1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Мәтінге\">↩\u{FE0E}</a> \
             <a href=\"#fnref-1-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Мәтінге\">↩\u{FE0E}</a></p>\n</li>\n\
             <li id=\"fn-2\"><p>Екінші \
             <a href=\"#fnref-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Мәтінге\">↩\u{FE0E}</a></p>\n</li>\n\
             </ol>\n</section>\n"
        );
        assert_eq!(survey(body).anchors, ["fn-1", "fnref-1", "fnref-1-2", "fn-2", "fnref-2"]);
    }

    #[test]
    fn a_note_may_refer_to_another() {
        let text = html("A[^1]\n\n[^1]: one[^2]\n[^2]: two[^1]\n");
        assert!(text.contains("id=\"fnref-2\"") && text.contains("id=\"fnref-1-2\"") && text.contains("id=\"fn-2\""));
    }

    #[test]
    fn oddities_do_no_harm() {
        for body in [
            "[^1]: x\n",
            "a[^1]",
            "[^1]: a[^1]\n",
            "> [^1]: q\n\nb[^1]",
            "- [^1]: q\n\nb[^1]",
            "a[^1]\n\n[^1]: one\n[^1]: two\n",
            "a[^1]\n\n[^1]:\n    > [^2]: in[^2]\n",
            "![a[^1]](b)[^1]\n\n[^1]: x",
            "[link[^1]](https://a.kz)\n\n[^1]: x",
            "a[^Ä]\n\n[^ä]: # h\n",
        ] {
            let text = html(body);
            let ids = text.matches(" id=\"").count();
            assert_eq!(ids, survey(body).anchors.len(), "{body:?} gives {text}");
        }
        assert_eq!(html("a\n\n[^1]: x"), "<p>a</p>\n");
    }
}

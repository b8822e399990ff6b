//! Headings: their levels under the page's own `h1`, and their anchors.

use crate::language::slug;
use crate::markdown::footnotes::{Note, note_id, reference_id};
use crate::markdown::nodes::{Node, plain_text, split_at_end};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};

/// Settles the level, id and classes of every heading of the text and its notes.
pub fn settle(flow: &mut [Node<'_>], notes: &mut [Note<'_>]) {
    let mut settled = Settled::new(notes);
    settled.part(flow);
    for note in notes {
        settled.part(&mut note.content);
    }
}

struct Settled {
    /// The levels, as written, of the headings that enclose the place that was reached.
    open: Vec<HeadingLevel>,
    taken: BTreeSet<String>,
    /// The number to try next for an anchor that is taken.
    next: BTreeMap<String, u32>,
}

impl Settled {
    /// The ids of the notes are taken.
    fn new(notes: &[Note<'_>]) -> Self {
        let ids = (1..).zip(notes).flat_map(|(number, note)| {
            let references = (1..=note.references).map(move |nth| reference_id(number, nth));
            references.chain([note_id(number)])
        });
        Self { open: Vec::new(), taken: ids.collect(), next: BTreeMap::new() }
    }

    fn part(&mut self, nodes: &mut [Node<'_>]) {
        let mut current = HeadingLevel::H2;
        let mut rest = nodes;
        while let Some(((event, _), tail)) = rest.split_first_mut() {
            match event {
                Event::Start(Tag::Heading { level, id, classes, .. }) => {
                    let (content, _) = split_at_end(tail, TagEnd::Heading(*level));
                    *id = Some(CowStr::from(self.anchor(id.take(), content)));
                    current = self.level(*level);
                    *level = current;
                    classes.retain(|class| is_name(class));
                }
                Event::End(TagEnd::Heading(level)) => *level = current,
                _ => {}
            }
            rest = tail;
        }
    }

    /// One deeper than the nearest heading above it that was written with a higher rank, beginning with `h2`:
    /// `h1` becomes `h2` and no level is skipped.
    fn level(&mut self, written: HeadingLevel) -> HeadingLevel {
        while self.open.pop_if(|open| *open >= written).is_some() {}
        self.open.push(written);
        HeadingLevel::try_from(self.open.len() + 1).unwrap_or(HeadingLevel::H6)
    }

    fn anchor(&mut self, given: Option<CowStr<'_>>, content: &[Node<'_>]) -> String {
        let given = given.filter(|id| is_name(id)).map(String::from);
        let base = given.unwrap_or_else(|| slug::anchor(&plain_text(content)));
        self.unique(base)
    }

    fn unique(&mut self, base: String) -> String {
        if self.taken.insert(base.clone()) {
            return base;
        }
        let next = self.next.entry(base.clone()).or_insert(2);
        loop {
            let anchor = format!("{base}-{next}");
            *next += 1;
            if self.taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    }
}

/// Letters, digits, hyphens and low lines, at most 80 bytes: what may be an id or a class.
fn is_name(text: &str) -> bool {
    (1..=80).contains(&text.len()) && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use crate::markdown::tests::{html, survey};

    fn levels(body: &str) -> String {
        html(body).split("<h").skip(1).filter_map(|rest| rest.chars().next()).collect()
    }

    #[test]
    fn levels_begin_at_two_and_skip_none() {
        assert_eq!(levels("# a\n## b\n### c\n# d"), "2342");
        assert_eq!(levels("## a\n### b\n## c"), "232");
        assert_eq!(levels("### a\n##### b\n### c\n## d\n###### e"), "23223");
        assert_eq!(levels("# a\n## b\n### c\n#### d\n##### e\n###### f"), "234566");
        assert_eq!(html("Тақырып\n=====\n"), "<h2 id=\"тақырып\">Тақырып</h2>\n");
    }

    #[test]
    fn anchors_are_unique() {
        assert_eq!(survey("# Алматы\n# Алматы\n# Алматы-2\n# 🌍\n# 🌎").anchors.len(), 5);
        let body = "# a\n# a\n# a-2\n# a\n\nb[^1]\n# fn 1\n\n[^1]: c\n";
        let mut anchors = survey(body).anchors;
        anchors.sort();
        anchors.dedup();
        assert_eq!(anchors.len(), 7);
        assert!(anchors.iter().all(|anchor| html(body).matches(&format!("id=\"{anchor}\"")).count() == 1));
    }

    #[test]
    fn only_an_id_and_classes_are_taken_from_a_heading() {
        assert_eq!(html("# a { #my-id .one onclick=alert(1) style=x }"), "<h2 id=\"my-id\" class=\"one\">a</h2>\n");
        assert_eq!(html("# a {#x\"onclick=\"y .b\"c}"), "<h2 id=\"a\">a</h2>\n");
    }

    #[test]
    fn marks_of_notes_and_raw_html_stay_out_of_an_anchor() {
        assert!(html("# Бір **екі** `үш`[^1]\n\n[^1]: x").starts_with("<h2 id=\"бір-екі-үш\">"));
    }
}

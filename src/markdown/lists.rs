//! Lists that are none: a line of dialogue that begins with a hyphen, and a year with a full stop at a line's beginning.
//! Such an item leaves its list and becomes a paragraph; the items around it stay lists.

use crate::language::speech::{self, Verdict};
use crate::markdown::nodes::{Node, is_inline, plain_text};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::ops::Range;

/// No list of a release counts so far: a larger first number is a year or a quantity.
const MOST_NUMBERED: u64 = 999;

/// Dissolves what is no list item; also returns the first lines of the items that may be dialogue.
pub fn dissolve<'a>(nodes: Vec<Node<'a>>, body: &'a str) -> (Vec<Node<'a>>, Vec<Range<usize>>) {
    if !nodes.iter().any(|(event, _)| matches!(event, Event::Start(Tag::List(_)))) {
        return (nodes, Vec::new());
    }
    let mut pass = Pass { body, done: Vec::with_capacity(nodes.len() + 8), levels: Vec::new(), unsure: Vec::new() };
    let mut nodes = nodes.into_iter();
    while let Some(node) = nodes.next() {
        pass.take(node, nodes.as_slice());
    }
    (pass.done, pass.unsure)
}

struct Pass<'a> {
    body: &'a str,
    done: Vec<Node<'a>>,
    levels: Vec<Level<'a>>,
    unsure: Vec<Range<usize>>,
}

enum Level<'a> {
    List { start: Option<u64>, written: bool, top: bool },
    Item,
    Dissolved { begins_with: Option<CowStr<'a>>, in_paragraph: bool, range: Range<usize> },
    Block,
}

impl<'a> Pass<'a> {
    fn take(&mut self, (event, range): Node<'a>, after: &[Node<'a>]) {
        match event {
            Event::Start(Tag::List(start)) => {
                self.leave_paragraph();
                let top = self.levels.iter().all(|level| !matches!(level, Level::Item | Level::Block));
                self.levels.push(Level::List { start, written: false, top });
            }
            Event::End(TagEnd::List(_)) => {
                self.close_list(range);
                self.levels.pop();
            }
            Event::Start(Tag::Item) => self.item(range, after),
            Event::End(TagEnd::Item) => self.end_item(range),
            Event::Start(tag) if !is_inline(&tag.to_end()) => self.start_block(tag, range),
            Event::End(tag) if !is_inline(&tag) => {
                self.levels.pop();
                self.done.push((Event::End(tag), range));
            }
            Event::Rule => {
                self.leave_paragraph();
                self.done.push((event, range));
            }
            inline => {
                self.enter_paragraph();
                self.done.push((inline, range));
            }
        }
    }

    fn item(&mut self, range: Range<usize>, after: &[Node<'a>]) {
        let begins_with = self.not_an_item(&range, after);
        if begins_with.is_some() {
            self.close_list(range.clone());
            self.levels.push(Level::Dissolved { begins_with, in_paragraph: false, range });
            return;
        }
        if let Some(Level::List { start, written, .. }) = self.levels.last_mut()
            && !std::mem::replace(written, true)
        {
            self.done.push((Event::Start(Tag::List(*start)), range.clone()));
        }
        self.done.push((Event::Start(Tag::Item), range));
        self.levels.push(Level::Item);
    }

    /// With what the paragraph begins that the item becomes; `None` when it is an item.
    fn not_an_item(&mut self, range: &Range<usize>, after: &[Node<'a>]) -> Option<CowStr<'a>> {
        let text = self.body.get(range.clone()).unwrap_or_default();
        match self.levels.last() {
            Some(Level::List { start: Some(start), .. }) if *start > MOST_NUMBERED => {
                let number = text.split_whitespace().next().unwrap_or_default();
                Some(CowStr::from(format!("{number} ")))
            }
            Some(Level::List { start: None, top: true, .. }) if text.starts_with('-') => {
                let line = after.iter().position(|(event, _)| ends_line(event)).unwrap_or(after.len());
                match speech::verdict(plain_text(after.get(..line).unwrap_or_default()).trim()) {
                    Verdict::Dialogue => Some(CowStr::Borrowed("— ")),
                    Verdict::List => None,
                    Verdict::Unsure => {
                        self.unsure.push(range.start..range.start + text.lines().next().unwrap_or_default().len());
                        None
                    }
                }
            }
            _ => None,
        }
    }

    fn end_item(&mut self, range: Range<usize>) {
        if matches!(self.levels.last(), Some(Level::Dissolved { begins_with: Some(_), .. })) {
            self.enter_paragraph();
        }
        self.leave_paragraph();
        if matches!(self.levels.pop(), Some(Level::Item)) {
            self.done.push((Event::End(TagEnd::Item), range));
        }
    }

    fn start_block(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if tag != Tag::Paragraph && matches!(self.levels.last(), Some(Level::Dissolved { begins_with: Some(_), .. })) {
            self.enter_paragraph();
        }
        self.leave_paragraph();
        self.done.push((Event::Start(tag), range.clone()));
        if let Some(Level::Dissolved { begins_with, .. }) = self.levels.last_mut()
            && let Some(text) = begins_with.take()
        {
            self.done.push((Event::Text(text), range.start..range.start));
        }
        self.levels.push(Level::Block);
    }

    fn close_list(&mut self, range: Range<usize>) {
        if let Some(Level::List { start, written, .. }) = self.levels.last_mut()
            && std::mem::take(written)
        {
            self.done.push((Event::End(TagEnd::List(start.is_some())), range));
        }
    }

    /// Text of a tight item stands in no paragraph: where the item is dissolved, it gets one.
    fn enter_paragraph(&mut self) {
        if let Some(Level::Dissolved { begins_with, in_paragraph, range }) = self.levels.last_mut()
            && !std::mem::replace(in_paragraph, true)
        {
            self.done.push((Event::Start(Tag::Paragraph), range.clone()));
            let start = range.start..range.start;
            self.done.extend(begins_with.take().map(|text| (Event::Text(text), start)));
        }
    }

    fn leave_paragraph(&mut self) {
        if let Some(Level::Dissolved { in_paragraph, range, .. }) = self.levels.last_mut()
            && std::mem::take(in_paragraph)
        {
            self.done.push((Event::End(TagEnd::Paragraph), range.clone()));
        }
    }
}

fn ends_line(event: &Event<'_>) -> bool {
    match event {
        Event::Start(Tag::Paragraph) => false,
        Event::Start(tag) => !is_inline(&tag.to_end()),
        Event::End(tag) => !is_inline(tag),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::tests::{findings, html};

    #[test]
    fn a_line_of_dialogue_is_a_paragraph() {
        assert_eq!(html("- В области 19 ЭКО, - сказал аким."), "<p>— В области 19 ЭКО, - сказал аким.</p>\n");
        assert_eq!(
            html("Әкім сөйледі:\n- Біз біргеміз, - деді әкім.\n- Рақмет, - деді ол."),
            "<p>Әкім сөйледі:</p>\n<p>— Біз біргеміз, - деді әкім.</p>\n<p>— Рақмет, - деді ол.</p>\n"
        );
        assert_eq!(
            html("- Біз біргеміз, - деді әкім.\n\n- Рақмет, - деді *ол*.\n\nСоңы."),
            "<p>— Біз біргеміз, - деді әкім.</p>\n<p>— Рақмет, - деді <em>ол</em>.</p>\n<p>Соңы.</p>\n"
        );
    }

    #[test]
    fn dialogue_leaves_a_list_whose_other_items_stay() {
        assert_eq!(
            html("- Алматы\n- Біз біргеміз, - деді әкім.\n- Астана"),
            "<ul>\n<li>Алматы</li>\n</ul>\n<p>— Біз біргеміз, - деді әкім.</p>\n<ul>\n<li>Астана</li>\n</ul>\n"
        );
    }

    #[test]
    fn dialogue_inside_other_blocks_is_left_alone() {
        assert!(html("- Тізім\n  - Иә, - деді ол.").contains("<li>Иә, - деді ол.</li>"));
        assert!(html("> - Иә, - деді ол.").contains("<li>Иә, - деді ол.</li>"));
        assert_eq!(html("    - Иә, - деді ол."), "<pre tabindex=\"0\"><code>- Иә, - деді ол.</code></pre>\n");
        assert!(html("```\n- Иә, - деді ол.\n```").contains("<code>- Иә, - деді ол.\n</code>"));
    }

    #[test]
    fn what_follows_a_line_of_dialogue_in_its_item_stays() {
        assert_eq!(
            html("- Иә, - деді ол.\n  - Алматы\n\n  Жалғасы"),
            "<p>— Иә, - деді ол.</p>\n<ul>\n<li>Алматы</li>\n</ul>\n<p>Жалғасы</p>\n"
        );
    }

    #[test]
    fn an_unsure_line_stays_an_item_and_is_noted() {
        let body = "Мәтін.\n\n- Біз біргеміз! - Рақмет\n  сізге\n";
        assert!(html(body).contains("<li>Біз біргеміз! - Рақмет"));
        assert_eq!(findings(body), ["list-or-dialogue: - Біз біргеміз! - Рақмет"]);
    }

    #[test]
    fn a_year_begins_a_sentence_and_no_list() {
        assert_eq!(html("1995. жылы құрылды"), "<p>1995. жылы құрылды</p>\n");
        assert_eq!(html("1995. Құрылды\n1996. **Өсті**"), "<p>1995. Құрылды</p>\n<p>1996. <strong>Өсті</strong></p>\n");
        assert_eq!(html("1995.\n\nжылы"), "<p>1995. </p>\n<p>жылы</p>\n");
        assert_eq!(html("999. Соңғы"), "<ol start=\"999\">\n<li>Соңғы</li>\n</ol>\n");
        assert_eq!(html("1995. # Тақырып"), "<p>1995. </p>\n<h2 id=\"тақырып\">Тақырып</h2>\n");
    }
}

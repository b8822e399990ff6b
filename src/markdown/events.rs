//! The event stream that surveying and rendering share: parsed once, then settled pass by pass.

use crate::markdown::fixup::Source;
use crate::markdown::footnotes::{self, Note};
use crate::markdown::nodes::Node;
use crate::markdown::{headings, links, lists, spans, video};
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// A body, read.
pub struct Document<'a> {
    /// The text without its footnotes.
    pub flow: Vec<Node<'a>>,
    /// The footnotes that are referred to, in the order of their numbers.
    pub notes: Vec<Note<'a>>,
    /// The first lines of list items that may be dialogue.
    pub unsure: Vec<Range<usize>>,
}

impl<'a> Document<'a> {
    /// Reads a body. Total: every text is Markdown.
    pub fn read(source: &'a Source<'_>) -> Self {
        let nodes = spans::mark(parse(source), source.body());
        let (nodes, unsure) = lists::dissolve(nodes, source.body());
        let nodes = video::set_apart(nodes, source.body());
        let nodes = links::autolink(nodes, source.body());
        let (mut flow, mut notes) = footnotes::gather(nodes);
        headings::settle(&mut flow, &mut notes);
        Self { flow, notes, unsure }
    }

    /// The text, then note after note.
    pub fn parts(&self) -> impl Iterator<Item = &[Node<'a>]> {
        std::iter::once(self.flow.as_slice()).chain(self.notes.iter().map(|note| note.content.as_slice()))
    }

    /// The same, to be changed.
    pub fn parts_mut(&mut self) -> impl Iterator<Item = &mut Vec<Node<'a>>> {
        std::iter::once(&mut self.flow).chain(self.notes.iter_mut().map(|note| &mut note.content))
    }

    /// Whether raw HTML was written anywhere.
    pub fn has_raw_html(&self) -> bool {
        self.parts().flatten().any(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
    }
}

/// Texts that the parser splits are joined as soon as something else follows.
fn parse<'a>(source: &'a Source<'_>) -> Vec<Node<'a>> {
    let mut nodes = Vec::with_capacity(source.text().len() / 24);
    let mut text = 0;
    for (event, range) in Parser::new_ext(source.text(), options()).into_offset_iter() {
        let event = addressed(source.clean(event));
        if !nodes.last().is_some_and(|(last, _)| goes_on(last, &event)) {
            join(&mut nodes, text, source.body());
            text = nodes.len();
        }
        nodes.push((event, source.original(range)));
    }
    join(&mut nodes, text, source.body());
    nodes
}

/// A link to a mail address leads to it.
fn addressed(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, title, id }) => {
            let dest_url = CowStr::from(format!("mailto:{dest_url}"));
            Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, title, id })
        }
        event => event,
    }
}

/// Smart punctuation, alerts, mathematics and task lists stay off: typography is the language's, not the parser's.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}

fn goes_on(last: &Event<'_>, next: &Event<'_>) -> bool {
    matches!((last, next), (Event::Text(_), Event::Text(_)) | (Event::Html(_), Event::Html(_)))
}

/// Makes one node of those from `from` on: as a slice of the body where it says the same, else as a new string.
fn join<'a>(nodes: &mut Vec<Node<'a>>, from: usize, body: &'a str) {
    let Some(parts @ [(first, range), _, ..]) = nodes.get(from..) else { return };
    let end = parts.iter().map(|(_, range)| range.end).max().unwrap_or(range.end);
    let whole: String = parts.iter().filter_map(|(event, _)| text_of(event).or(html_of(event))).collect();
    let range = range.start..end;
    let text =
        body.get(range.clone()).filter(|slice| *slice == whole).map_or_else(|| CowStr::from(whole), CowStr::Borrowed);
    let joined = if matches!(first, Event::Html(_)) { Event::Html(text) } else { Event::Text(text) };
    nodes.truncate(from);
    nodes.push((joined, range));
}

fn text_of<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    if let Event::Text(text) = event { Some(text) } else { None }
}

fn html_of<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    if let Event::Html(text) = event { Some(text) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_the_parser_splits_are_one_again() {
        let source = Source::new("a_b_c [d] e\\*f &amp; g");
        let document = Document::read(&source);
        let texts: Vec<_> = document.flow.iter().filter_map(|(event, _)| text_of(event)).collect();
        assert_eq!(texts, ["a_b_c [d] e*f & g"]);
    }

    #[test]
    fn a_block_of_html_is_one_event() {
        let source = Source::new("> <div\n> class=\"a\">\n> x\n\n<hr>\n");
        let document = Document::read(&source);
        let html: Vec<_> = document.flow.iter().filter_map(|(event, _)| html_of(event)).collect();
        assert_eq!(html, ["<div\nclass=\"a\">\nx\n", "<hr>\n"]);
    }
}

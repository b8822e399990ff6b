//! The stream that all passes hand on: events with their places.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::ops::Range;

/// An event and its bytes in the body as written.
pub type Node<'a> = (Event<'a>, Range<usize>);

/// Whether a tag stands within a line of text.
pub fn is_inline(tag: &TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(tag, Emphasis | Strong | Strikethrough | Superscript | Subscript | Link | Image)
}

/// Whether a line of text ends at an event.
pub fn ends_line(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => !is_inline(&tag.to_end()),
        Event::End(tag) => !is_inline(tag),
        Event::Rule | Event::Html(_) => true,
        _ => false,
    }
}

/// A part of a text, with its own place where the text stands in the body as it is.
pub fn part<'a>(text: &CowStr<'a>, range: &Range<usize>, bytes: Range<usize>) -> Node<'a> {
    let place = match text.len() == range.len() {
        true => range.start + bytes.start..range.start + bytes.end,
        false => range.clone(),
    };
    (Event::Text(slice(text, bytes)), place)
}

fn slice<'a>(text: &CowStr<'a>, range: Range<usize>) -> CowStr<'a> {
    match text {
        CowStr::Borrowed(text) => CowStr::Borrowed(text.get(range).unwrap_or_default()),
        text => CowStr::from(text.get(range).unwrap_or_default().to_owned()),
    }
}

/// The text of the nodes as a reader sees it: line breaks are spaces; pictures, footnote marks and raw HTML are left out.
pub fn plain_text(nodes: &[Node<'_>]) -> String {
    let mut text = String::new();
    let mut in_picture = 0usize;
    for (event, _) in nodes {
        match event {
            Event::Start(Tag::Image { .. }) => in_picture += 1,
            Event::End(TagEnd::Image) => in_picture = in_picture.saturating_sub(1),
            Event::Text(part) | Event::Code(part) if in_picture == 0 => text.push_str(part),
            Event::SoftBreak | Event::HardBreak if in_picture == 0 => text.push(' '),
            _ => {}
        }
    }
    text
}

/// What stands before the end that matches a start just taken, and what stands after that end.
pub fn split_at_end<'n, 'a>(nodes: &'n [Node<'a>], end: TagEnd) -> (&'n [Node<'a>], &'n [Node<'a>]) {
    let mut depth = 0usize;
    for (at, (event, _)) in nodes.iter().enumerate() {
        match event {
            Event::Start(tag) if tag.to_end() == end => depth += 1,
            Event::End(tag) if *tag == end && depth == 0 => {
                return (nodes.get(..at).unwrap_or_default(), nodes.get(at + 1..).unwrap_or_default());
            }
            Event::End(tag) if *tag == end => depth -= 1,
            _ => {}
        }
    }
    (nodes, &[])
}

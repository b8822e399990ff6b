//! Writes a body in another script: across emphasis and links, never in code, addresses, and what is marked as another
//! language or as not to be converted.
//!
//! The last pass over the stream, for rendering alone, after the words were set as the language of the original sets them.

use crate::language::script::Converter;
use crate::markdown::masked::Masked;
use crate::markdown::nodes::{Node, ends_line};
use crate::markdown::raw::{self, Piece};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use pulldown_cmark_escape::escape_html;

/// Attributes of raw HTML that readers see or hear.
const SPOKEN: [&str; 3] = ["alt", "title", "aria-label"];
/// Stands for what is no word of the line: U+FFFC, object replacement character.
const OBJECT: &str = "\u{fffc}";

/// Converts the texts between `nodes`' ends of blocks, each as one.
pub fn rescript(nodes: &mut [Node<'_>], converter: &Converter) {
    let mut masked = Masked::default();
    let mut rest = nodes;
    while !rest.is_empty() {
        let length = rest.iter().position(|(event, _)| ends_line(event)).unwrap_or(rest.len());
        let (line, after) = rest.split_at_mut(length);
        convert_line(line, converter, &mut masked);
        let mut skipped = 1;
        match after.first_mut() {
            Some((Event::Start(Tag::CodeBlock(_)), _)) => {
                let end = after.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::CodeBlock)));
                skipped = end.unwrap_or(0) + 1;
            }
            Some((Event::Html(html), _)) => *html = convert_html(html, converter, &mut masked).into(),
            _ => {}
        }
        rest = after.get_mut(skipped..).unwrap_or_default();
    }
}

fn convert_line(nodes: &mut [Node<'_>], converter: &Converter, masked: &mut Masked) {
    let mut own = Vec::with_capacity(nodes.len());
    for (event, _) in nodes.iter_mut() {
        match event {
            Event::Start(Tag::Link { link_type, title, .. }) => {
                convert_title(title, converter);
                masked.link(*link_type);
            }
            Event::Start(Tag::Image { title, .. }) => convert_title(title, converter),
            Event::End(TagEnd::Link) => masked.end_link(),
            Event::InlineHtml(html) => *html = convert_html(html, converter, masked).into(),
            _ => {}
        }
        own.push(matches!(event, Event::Text(_)) && !masked.is_open());
    }
    let pieces = nodes.iter().zip(&own).map(|((event, _), own)| match event {
        Event::Text(text) if *own => &**text,
        event => between(event),
    });
    let pieces: Vec<&str> = pieces.collect();
    let made = converter.convert_pieces(&pieces);
    for (((event, _), own), made) in nodes.iter_mut().zip(own).zip(made) {
        if own {
            *event = Event::Text(made.into());
        }
    }
}

/// What stands between two texts: words go on across emphasis and links.
fn between(event: &Event<'_>) -> &'static str {
    match event {
        Event::SoftBreak | Event::HardBreak => "\n",
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => OBJECT,
        Event::Start(_) | Event::End(_) | Event::InlineHtml(_) => "",
        _ => OBJECT,
    }
}

fn convert_title(title: &mut CowStr<'_>, converter: &Converter) {
    if !title.is_empty() {
        *title = converter.convert(title).into_owned().into();
    }
}

/// Converts the words of raw HTML and of those of its attributes that readers see.
fn convert_html(html: &str, converter: &Converter, masked: &mut Masked) -> String {
    let mut made = String::with_capacity(html.len());
    let mut copied = 0;
    let mut replace = |start: usize, text: &str| {
        made.push_str(html.get(copied..start).unwrap_or_default());
        let _ = escape_html(&mut made, &converter.convert(&raw::decode(text)));
        copied = start + text.len();
    };
    for piece in raw::pieces(html) {
        masked.piece(&piece);
        match piece {
            Piece::Text(text) if !masked.is_open() => replace(text.as_ptr() as usize - html.as_ptr() as usize, text),
            Piece::Open(tag) if !masked.is_open() => {
                let spoken = |name: &str| SPOKEN.iter().any(|known| name.eq_ignore_ascii_case(known));
                let spoken = tag.attributes.iter().filter(|attribute| spoken(attribute.name));
                spoken.for_each(|attribute| replace(attribute.range.start, attribute.value));
            }
            _ => {}
        }
    }
    made.push_str(html.get(copied..).unwrap_or_default());
    made
}

//! Bare `http(s)://` addresses in text become links.

use crate::markdown::nodes::{Node, is_inline, part};
use memchr::memchr_iter;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// Makes links of the bare addresses outside links, pictures and code.
pub fn autolink<'a>(nodes: Vec<Node<'a>>, body: &str) -> Vec<Node<'a>> {
    if next_scheme_end(body, 0).is_none() {
        return nodes;
    }
    let mut done = Vec::with_capacity(nodes.len() + 8);
    let mut closed = 0usize;
    for (event, range) in nodes {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => closed += 1,
            Event::InlineHtml(html) if is_tag_of_link(html) => closed += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => closed = closed.saturating_sub(1),
            // A link of raw HTML that is left open ends with its block, too.
            Event::End(tag) if !is_inline(tag) => closed = 0,
            Event::InlineHtml(html) if html.get(..4).is_some_and(|end| end.eq_ignore_ascii_case("</a>")) => {
                closed = closed.saturating_sub(1)
            }
            _ => {}
        }
        match event {
            Event::Text(text) if closed == 0 && next_scheme_end(&text, 0).is_some() => split(text, range, &mut done),
            other => done.push((other, range)),
        }
    }
    done
}

fn is_tag_of_link(html: &str) -> bool {
    html.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<a ") || start.eq_ignore_ascii_case("<a\n"))
}

/// The events of a link that shows its own address.
pub fn bare_link<'a>(url: CowStr<'a>, range: Range<usize>) -> [Node<'a>; 3] {
    let empty = CowStr::Borrowed("");
    let link = Tag::Link { link_type: LinkType::Autolink, dest_url: url.clone(), title: empty.clone(), id: empty };
    [(Event::Start(link), range.clone()), (Event::Text(url), range.clone()), (Event::End(TagEnd::Link), range)]
}

fn split<'a>(text: CowStr<'a>, range: Range<usize>, done: &mut Vec<Node<'a>>) {
    let mut told = 0;
    for url in urls(&text) {
        if told < url.start {
            done.push(part(&text, &range, told..url.start));
        }
        if let (Event::Text(address), place) = part(&text, &range, url.clone()) {
            done.extend(bare_link(address, place));
        }
        told = url.end;
    }
    if told < text.len() {
        done.push(part(&text, &range, told..text.len()));
    }
}

/// Where addresses stand in the text, in order.
fn urls(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(colon) = next_scheme_end(text, from) {
        from = colon + 3;
        let told = found.last().map_or(0, |url| url.end);
        if let Some(start) = scheme_start(text, colon).filter(|start| *start >= told) {
            let end = from + length(text.get(from..).unwrap_or_default());
            if end > from {
                found.push(start..end);
                from = end;
            }
        }
    }
    found
}

/// The next `://` at or after `from`; a search for one byte is much faster than one for three.
fn next_scheme_end(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut colons = memchr_iter(b':', bytes.get(from..)?).map(|at| from + at);
    colons.find(|colon| bytes.get(colon + 1..).is_some_and(|after| after.starts_with(b"//")))
}

fn scheme_start(text: &str, colon: usize) -> Option<usize> {
    let before = text.get(..colon)?;
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        let start = colon.checked_sub(scheme.len());
        start.and_then(|start| before.get(start..)).is_some_and(|written| written.eq_ignore_ascii_case(scheme))
    })?;
    let start = colon - scheme.len();
    let glued = before.get(..start).is_some_and(|before| before.ends_with(char::is_alphanumeric));
    (!glued).then_some(start)
}

/// How much of what stands after `://` belongs to the address: to white space or a quotation mark,
/// without the punctuation of the sentence around it (GFM, 6.9).
fn length(rest: &str) -> usize {
    let stops = |c: char| match c {
        '<' | '>' | '"' | '`' | '«' | '»' | '“' | '”' | '„' => true,
        c => c.is_whitespace() || c.is_control(),
    };
    let mut url = rest.split(stops).next().unwrap_or_default();
    if !url.starts_with(|c: char| c.is_alphanumeric() || c == '[') {
        return 0;
    }
    let count = |sign: char| url.matches(sign).count();
    let mut unopened = count(')').saturating_sub(count('('));
    loop {
        url = url.trim_end_matches(['?', '!', '.', ',', ':', ';', '*', '_', '~', '\'', '’', '…']);
        match url.strip_suffix(')') {
            Some(shorter) if unopened > 0 => url = shorter,
            _ => return url.len(),
        }
        unopened -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tests::html;

    fn found(text: &str) -> Vec<&str> {
        urls(text).into_iter().filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn an_address_ends_before_the_punctuation_of_its_sentence() {
        assert_eq!(
            found("См. https://assembly.kz/ru/news_1_2?a=1&b=2. Далее"),
            ["https://assembly.kz/ru/news_1_2?a=1&b=2"]
        );
        assert_eq!(
            found("(https://kk.wikipedia.org/wiki/Абай_(ақын))."),
            ["https://kk.wikipedia.org/wiki/Абай_(ақын)"]
        );
        assert_eq!(found("«HTTP://assembly.kz»"), ["HTTP://assembly.kz"]);
        assert_eq!(found("https://a.kz, https://b.kz!"), ["https://a.kz", "https://b.kz"]);
    }

    #[test]
    fn what_only_looks_like_an_address_is_text() {
        assert!(found("xhttp://a ftp://b http:// https://. ://c қhttp://a").is_empty());
    }

    #[test]
    fn bare_addresses_are_linked_outside_links_and_code() {
        assert_eq!(
            html("Көз: https://assembly.kz/a_b_c."),
            "<p>Көз: <a href=\"https://assembly.kz/a_b_c\" rel=\"external\">https://assembly.kz/a_b_c</a>.</p>\n"
        );
        assert_eq!(html("`https://a.kz`"), "<p><code>https://a.kz</code></p>\n");
        assert_eq!(html("[https://a.kz](https://b.kz)").matches("<a ").count(), 1);
        assert!(!html("```\nhttps://a.kz\n```").contains("<a "));
        assert_eq!(html("x <A HREF=\"https://a.kz\">https://a.kz</A> https://b.kz").matches("<a ").count(), 2);
        assert_eq!(html("x <a href=\"https://a.kz\">y\n\nhttps://b.kz").matches("<a ").count(), 2);
    }
}

//! Marks on a few words: `[Tokayev]{translit=no}` stays in its script, `[привет]{lang=ru}` is in another language.

use crate::language::{Direction, Language};
use crate::markdown::nodes::{Node, ends_line, part};
use memchr::memmem;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::ops::Range;

const CLOSE: &str = "]{";

/// Makes spans of marked words outside code; what is no such mark stays as it was typed.
pub fn mark<'a>(nodes: Vec<Node<'a>>, body: &str) -> Vec<Node<'a>> {
    if memmem::find(body.as_bytes(), CLOSE.as_bytes()).is_none() {
        return nodes;
    }
    let mut done: Vec<Node<'a>> = Vec::with_capacity(nodes.len() + 8);
    let mut in_code = false;
    for node in nodes {
        match &node.0 {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            _ => {}
        }
        match node {
            (Event::Text(text), range) if !in_code => split(text, range, &mut done),
            other => done.push(other),
        }
    }
    done
}

fn split<'a>(text: CowStr<'a>, range: Range<usize>, done: &mut Vec<Node<'a>>) {
    let (mut told, mut at) = (0, 0);
    while let Some(close) = text.get(at..).and_then(|rest| rest.find(CLOSE)).map(|found| at + found) {
        at = close + CLOSE.len();
        let Some((tag, length)) = text.get(at..).and_then(opening_tag) else { continue };
        let line = done.len();
        done.push(part(&text, &range, told..close));
        if open(done, tag) {
            done.push((Event::InlineHtml("</span>".into()), range.end..range.end));
            at += length;
            told = at;
        } else {
            done.truncate(line);
        }
    }
    if told < text.len() {
        done.push(part(&text, &range, told..text.len()));
    }
}

/// The tag that a mark stands for, and the length of the mark after its brace.
fn opening_tag(rest: &str) -> Option<(String, usize)> {
    let end = rest.find('}')?;
    let attribute = match rest.get(..end)?.split_once('=')? {
        ("translit", "no") => "translate=\"no\"".to_owned(),
        ("lang", tag) => {
            let language = Language::parse(tag)?;
            let direction = if language.direction() == Direction::Rtl { " dir=\"rtl\"" } else { "" };
            format!("lang=\"{language}\"{direction}")
        }
        _ => return None,
    };
    Some((format!("<span {attribute}>"), end + 1))
}

/// Puts the tag in the place of the last bracket of the line; whether there is one.
fn open(done: &mut Vec<Node<'_>>, tag: String) -> bool {
    let line = done.iter().rposition(|(event, _)| ends_line(event)).map_or(0, |end| end + 1);
    let mut closed = 0usize;
    for at in (line..done.len()).rev() {
        let Some((Event::Text(text), range)) = done.get(at) else { continue };
        let Some(bracket) = last_open(text, &mut closed) else { continue };
        let (before, after) = (part(text, range, 0..bracket), part(text, range, bracket + 1..text.len()));
        let tag = (Event::InlineHtml(tag.into()), before.1.end..before.1.end);
        done.splice(at..=at, [before, tag, after]);
        return true;
    }
    false
}

/// The last bracket that opens and is not closed, while `closed` brackets wait for theirs.
fn last_open(text: &str, closed: &mut usize) -> Option<usize> {
    let mut brackets = text.rmatch_indices(['[', ']']);
    let open = brackets.find(|(_, bracket)| match (*bracket, *closed) {
        ("[", 0) => true,
        ("[", _) => {
            *closed -= 1;
            false
        }
        _ => {
            *closed += 1;
            false
        }
    });
    open.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use crate::markdown::tests::html;

    #[test]
    fn marked_words_are_spans_across_emphasis() {
        assert_eq!(
            html("a [Tokayev]{translit=no}, [при**вет** [x]]{lang=RU} ә"),
            "<p>a <span translate=\"no\">Tokayev</span>, <span lang=\"ru\">при<strong>вет</strong> [x]</span> ә</p>\n"
        );
    }

    #[test]
    fn words_that_run_to_the_left_say_so() {
        assert_eq!(html("[تىل]{lang=ug}"), "<p><span lang=\"ug\" dir=\"rtl\">تىل</span></p>\n");
    }

    #[test]
    fn what_is_no_mark_stays() {
        for body in ["a]{translit=no}", "[a]{b=c}", "[a]{lang=қазақ}", "[a]{translit=no", "`[a]{translit=no}`"] {
            let text = body.trim_matches('`');
            assert!(html(body).contains(text), "{}", html(body));
        }
        assert!(html("[a\n\nb]{translit=no}").contains("b]{translit=no}"));
    }
}

//! Links to videos that stand alone on their line. They become posters of our own that lead out:
//! no frame, and no request to anyone before the reader follows the link.

use crate::markdown::address::Destination;
use crate::markdown::links::bare_link;
use crate::markdown::nodes::Node;
use memchr::memchr_iter;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::borrow::Cow;
use url::Url;

/// A video that an address leads to.
#[derive(PartialEq, Eq, Debug)]
pub enum Video {
    /// A page of a video service, or a file at another host.
    Outside {
        /// The name to show.
        host: String,
        /// The page to open.
        url: String,
    },
    /// A file of this site.
    File,
}

impl Video {
    /// The video that `address` leads to, if it leads to one.
    pub fn of(address: &str) -> Option<Self> {
        match Destination::of(address) {
            Destination::Web => Self::outside(address),
            Destination::Local => is_path(address).then_some(Self::File),
            _ => None,
        }
    }

    fn outside(address: &str) -> Option<Self> {
        let url = Url::parse(address).ok()?;
        let host = url.host_str()?;
        let host = host.strip_prefix("www.").unwrap_or(host);
        let mut path = url.path_segments()?.filter(|part| !part.is_empty());
        let (first, second) = (path.next(), path.next());
        let (name, page) = match (host, first, second) {
            ("youtube.com" | "youtube-nocookie.com", Some("embed"), Some(id)) => {
                ("YouTube", Cow::from(format!("https://www.youtube.com/watch?v={id}")))
            }
            ("youtube.com" | "m.youtube.com", Some("watch"), None) if url.query_pairs().any(|(key, _)| key == "v") => {
                ("YouTube", Cow::from(address))
            }
            ("youtube.com" | "m.youtube.com", Some("shorts" | "live"), Some(_)) => ("YouTube", Cow::from(address)),
            ("youtu.be", Some(_), None) => ("YouTube", Cow::from(address)),
            ("player.vimeo.com", Some("video"), Some(id)) => ("Vimeo", Cow::from(format!("https://vimeo.com/{id}"))),
            ("vimeo.com", Some(id), _) if id.bytes().all(|byte| byte.is_ascii_digit()) => ("Vimeo", Cow::from(address)),
            _ if is_file(url.path()) => (host, Cow::from(address)),
            _ => return None,
        };
        Some(Self::Outside { host: name.to_owned(), url: page.into_owned() })
    }
}

/// Gives every line that only links to a video a paragraph of its own.
pub fn set_apart<'a>(nodes: Vec<Node<'a>>, body: &'a str) -> Vec<Node<'a>> {
    if !may_have_video(body) {
        return nodes;
    }
    let mut done = Vec::with_capacity(nodes.len() + 8);
    let mut paragraph: Option<Vec<Node<'a>>> = None;
    for node in nodes {
        match (&node.0, &mut paragraph) {
            (Event::Start(Tag::Paragraph), None) => paragraph = Some(vec![node]),
            (Event::End(TagEnd::Paragraph), Some(open)) => {
                open.push(node);
                split_lines(std::mem::take(open), body, &mut done);
                paragraph = None;
            }
            (_, Some(open)) => open.push(node),
            (_, None) => done.push(node),
        }
    }
    done.extend(paragraph.into_iter().flatten());
    done
}

/// The video, when the nodes after the start of a paragraph are nothing but a bare link to one; with its address
/// as written and what follows the paragraph.
pub fn alone<'n, 'a>(nodes: &'n [Node<'a>]) -> Option<(Video, &'n str, &'n [Node<'a>])> {
    let [
        (Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }), _),
        (Event::Text(_), _),
        (Event::End(TagEnd::Link), _),
        (Event::End(TagEnd::Paragraph), _),
        after @ ..,
    ] = nodes
    else {
        return None;
    };
    Some((Video::of(dest_url)?, dest_url, after))
}

fn split_lines<'a>(paragraph: Vec<Node<'a>>, body: &'a str, done: &mut Vec<Node<'a>>) {
    let whole = paragraph.first().map(|(_, range)| range.clone()).unwrap_or_default();
    let start = || (Event::Start(Tag::Paragraph), whole.clone());
    let end = || (Event::End(TagEnd::Paragraph), whole.clone());
    let is_break = |node: &Node<'_>| matches!(node.0, Event::SoftBreak | Event::HardBreak);
    let content = paragraph.get(1..paragraph.len().saturating_sub(1)).unwrap_or_default();
    let mut open = false;
    for line in content.split_inclusive(is_break) {
        let text = line.split_last().filter(|(last, _)| is_break(last)).map_or(line, |(_, text)| text);
        if let Some((url, range)) = video_line(text, body) {
            if std::mem::take(&mut open) {
                end_line(done, end());
            }
            done.push(start());
            done.extend(bare_link(CowStr::Borrowed(url), range));
            done.push(end());
            continue;
        }
        if !std::mem::replace(&mut open, true) {
            done.push(start());
        }
        done.extend_from_slice(line);
    }
    if open {
        end_line(done, end());
    }
}

/// Ends a paragraph; a line break before its end breaks nothing.
fn end_line<'a>(done: &mut Vec<Node<'a>>, end: Node<'a>) {
    done.pop_if(|(event, _)| matches!(event, Event::SoftBreak | Event::HardBreak));
    done.push(end);
}

/// The address that is all that was written on a line, and where.
fn video_line<'a>(line: &[Node<'_>], body: &'a str) -> Option<(&'a str, std::ops::Range<usize>)> {
    let (first, last) = (line.first()?, line.last()?);
    let written = body.get(first.1.start..last.1.end)?;
    let url = written.trim();
    let url = url.strip_prefix('<').and_then(|url| url.strip_suffix('>')).unwrap_or(url);
    Video::of(url)?;
    let start = first.1.start + written.find(url)?;
    Some((url, start..start + url.len()))
}

/// Every address of a video has one of these; searched for by the full stop, because that is fast.
fn may_have_video(body: &str) -> bool {
    let body = body.as_bytes();
    let begins = |written: &[u8], word: &str| {
        written.get(..word.len()).is_some_and(|written| written.eq_ignore_ascii_case(word.as_bytes()))
    };
    memchr_iter(b'.', body).filter_map(|dot| body.get(dot + 1..)).any(|after| {
        after.first().is_some_and(u8::is_ascii_alphabetic)
            && ["com/", "be/", "mp4", "webm"].iter().any(|word| begins(after, word))
    })
}

fn is_path(path: &str) -> bool {
    is_file(path) && !path.contains(|c: char| c.is_whitespace() || "[]()<>\"`!«»*".contains(c))
}

fn is_file(path: &str) -> bool {
    let end = |suffix: &str| {
        let stem = path.len().checked_sub(suffix.len()).filter(|stem| *stem > 0);
        stem.and_then(|stem| path.get(stem..)).is_some_and(|written| written.eq_ignore_ascii_case(suffix))
    };
    end(".mp4") || end(".webm")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tests::{html, survey};

    fn poster(url: &str, host: &str) -> String {
        format!(
            "<figure class=\"video\"><a class=\"video-link\" href=\"{url}\" rel=\"external\">\
             <span class=\"video-play\" aria-hidden=\"true\"></span><span class=\"video-text\">{host} бейнесі</span></a></figure>\n"
        )
    }

    #[test]
    fn a_link_to_a_video_on_its_own_line_becomes_a_poster() {
        let url = "https://www.youtube.com/watch?v=_a-b_c_";
        assert_eq!(html(url), poster(url, "YouTube"));
        assert_eq!(html("<https://youtu.be/abc>"), poster("https://youtu.be/abc", "YouTube"));
        assert_eq!(
            html("Қараңыз:  \nhttps://vimeo.com/123\nРақмет"),
            format!("<p>Қараңыз:</p>\n{}<p>Рақмет</p>\n", poster("https://vimeo.com/123", "Vimeo"))
        );
        assert_eq!(html("https://a.kz/v.MP4"), poster("https://a.kz/v.MP4", "a.kz"));
    }

    #[test]
    fn a_frame_address_leads_to_the_page() {
        let page = "https://www.youtube.com/watch?v=abc";
        assert_eq!(html("https://www.youtube-nocookie.com/embed/abc?rel=0"), poster(page, "YouTube"));
        assert_eq!(html("https://player.vimeo.com/video/12"), poster("https://vimeo.com/12", "Vimeo"));
    }

    #[test]
    fn a_file_of_this_site_is_resolved_by_the_planner() {
        assert_eq!(survey("Сөз:\nspeech_1.mp4").links.first().map(|link| link.value.as_str()), Some("speech_1.mp4"));
        assert_eq!(html("speech.mp4"), "<p>speech.mp4</p>\n");
        assert_eq!(
            html("known.mp4"),
            "<figure class=\"video\"><a class=\"video-link\" href=\"/media/known.mp4\">\
             <span class=\"video-play\" aria-hidden=\"true\"></span><span class=\"video-text\">Бейнені қарау</span></a></figure>\n"
        );
    }

    #[test]
    fn other_links_to_videos_stay_links() {
        for body in ["Көз https://youtu.be/a", "[Сөз](https://youtu.be/a)", "https://youtu.be/", "`https://youtu.be/a`"]
        {
            assert!(!html(body).contains("<figure"), "{body}");
        }
        assert_eq!(Video::of("javascript:x.mp4"), None);
        assert_eq!(Video::of("https://youtube.com.evil.kz/watch?v=a"), None);
        assert_eq!(Video::of(".mp4"), None);
    }
}

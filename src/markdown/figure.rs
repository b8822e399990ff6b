//! Writes what stands apart from the text: pictures, posters of videos, code.

use crate::markdown::highlight::{highlighted, language};
use crate::markdown::nodes::{Node, plain_text, split_at_end};
use crate::markdown::refs::Picture;
use crate::markdown::video::{self, Video};
use crate::markdown::writer::{Writer, attribute, href_attribute};
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use std::fmt::Write;

impl<'a> Writer<'a> {
    /// A paragraph that is a video or a picture is a figure.
    /// Also returns what follows what was written.
    pub fn paragraph(&mut self, after: &'a [Node<'a>]) -> &'a [Node<'a>] {
        if let Some((video, address, after)) = video::alone(after) {
            self.video(&video, address);
            return after;
        }
        if let Some(((Event::Start(Tag::Image { dest_url, title, .. }), _), content)) = after.split_first()
            && let (alt, [(Event::End(TagEnd::Paragraph), _), after @ ..]) = split_at_end(content, TagEnd::Image)
        {
            self.figure(dest_url, title, &plain_text(alt));
            return after;
        }
        self.out.push_str("<p>");
        after
    }

    fn figure(&mut self, destination: &str, title: &str, alt: &str) {
        match self.refs.pictures.get(destination) {
            Some(picture) => {
                self.out.push_str("<figure><img");
                self.picture(picture, alt);
                if !title.is_empty() {
                    self.out.push_str("<figcaption>");
                    self.marked(title);
                    self.out.push_str("</figcaption>");
                }
                self.out.push_str("</figure>\n");
            }
            None if alt.is_empty() => {}
            None => {
                self.out.push_str("<p>");
                self.text(alt);
                self.out.push_str("</p>\n");
            }
        }
    }

    /// A picture among words; also returns what follows it.
    pub fn inline_picture(&mut self, destination: &str, after: &'a [Node<'a>]) -> &'a [Node<'a>] {
        let (alt, after) = split_at_end(after, TagEnd::Image);
        let alt = plain_text(alt);
        match self.refs.pictures.get(destination) {
            Some(picture) => {
                self.out.push_str("<img");
                self.picture(picture, &alt);
            }
            None => self.text(&alt),
        }
        after
    }

    /// The attributes of a picture, to the end of its tag.
    pub fn picture(&mut self, picture: &Picture, alt: &str) {
        href_attribute(self.out, "src", &picture.url);
        let _ = write!(self.out, " width=\"{}\" height=\"{}\"", picture.width, picture.height);
        attribute(self.out, "alt", alt);
        self.out.push_str(" loading=\"lazy\" decoding=\"async\">");
    }

    fn video(&mut self, video: &Video, address: &str) {
        let (text, link) = match video {
            Video::Outside { host, url } => (self.words.video.replace("{host}", host), self.resolve(url)),
            Video::File => (self.words.video_file.clone(), self.resolve(address)),
        };
        let Some(link) = link else {
            self.out.push_str("<p>");
            self.text(address);
            self.out.push_str("</p>\n");
            return;
        };
        self.out.push_str("<figure class=\"video\"><a class=\"video-link\"");
        self.href(&link);
        self.out.push_str("><span class=\"video-play\" aria-hidden=\"true\"></span><span class=\"video-text\">");
        self.text(&text);
        self.out.push_str("</span></a></figure>\n");
    }

    /// A block of code; also returns what follows it.
    pub fn code(&mut self, kind: &CodeBlockKind<'_>, after: &'a [Node<'a>]) -> &'a [Node<'a>] {
        let (content, after) = split_at_end(after, TagEnd::CodeBlock);
        let code = plain_text(content);
        let language = if let CodeBlockKind::Fenced(info) = kind { language(info) } else { String::new() };
        self.out.push_str("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            attribute(self.out, "class", &format!("language-{language}"));
        }
        self.out.push('>');
        let lit = !language.is_empty() && code.len() <= self.code_left;
        match lit.then(|| highlighted(&code, &language)).flatten() {
            Some(html) => {
                self.code_left -= code.len();
                self.out.push_str(&html);
            }
            None => self.text(&code),
        }
        self.out.push_str("</code></pre>\n");
        after
    }
}

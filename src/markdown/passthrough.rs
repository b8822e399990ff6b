//! Copies raw HTML tag by tag: what is on the list, in a form that can be read in one way only.

use crate::markdown::raw::{self, Piece, Tag};
use crate::markdown::sanitise::{Element, Shape};
use crate::markdown::writer::{Writer, attribute};

/// The tags of raw HTML that one body may have; no table of a release comes near.
pub const MOST_TAGS: usize = 2_000;

impl Writer<'_> {
    /// Copies raw HTML.
    pub fn raw(&mut self, html: &str) {
        for piece in raw::pieces(html) {
            match piece {
                Piece::Text(text) => self.raw_text(text),
                Piece::Open(tag) => self.raw_open(&tag),
                Piece::Close(name) => self.raw_close(name),
            }
        }
    }

    /// Ends the inline elements that raw HTML left open, so that they do not run into the next block.
    pub fn end_raw(&mut self) {
        while let Some(name) = self.copied.open.pop() {
            self.close_tag(name);
        }
    }

    /// Entities stay as written.
    fn raw_text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                c => self.out.push(c),
            }
        }
    }

    fn raw_open(&mut self, tag: &Tag<'_>) {
        self.copied.tags += 1;
        let Some(element) = Element::find(tag.name).filter(|_| self.copied.tags <= MOST_TAGS) else { return };
        if element.name == "img" {
            return self.raw_image(tag);
        }
        self.out.push('<');
        self.out.push_str(element.name);
        for given in &tag.attributes {
            match element.attribute(given.name) {
                Some("href" | "hreflang" | "rel") | None => {}
                Some(name) => self.raw_attribute(name, given.value),
            }
        }
        if let Some(destination) = tag.value("href").and_then(|href| self.resolve(href.trim())) {
            self.href(&destination);
        }
        self.out.push('>');
        if element.shape == Shape::Inline {
            self.copied.open.push(element.name);
        }
    }

    fn raw_image(&mut self, tag: &Tag<'_>) {
        let alt = tag.value("alt").unwrap_or_default();
        let Some(picture) = tag.value("src").and_then(|src| self.refs.pictures.get(src.trim())) else {
            return self.text(&alt);
        };
        self.out.push_str("<img");
        if let Some(class) = tag.value("class") {
            attribute(self.out, "class", &class);
        }
        self.picture(picture, &alt);
    }

    fn raw_attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        for c in value.chars() {
            match c {
                '"' => self.out.push_str("&quot;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    fn raw_close(&mut self, name: &str) {
        let Some(element) = Element::find(name) else { return };
        match element.shape {
            Shape::Void => {}
            Shape::Block => self.close_tag(element.name),
            Shape::Inline => {
                if let Some(at) = self.copied.open.iter().rposition(|open| *open == element.name) {
                    for open in self.copied.open.split_off(at).into_iter().rev() {
                        self.close_tag(open);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::tests::{findings, html};

    #[test]
    fn raw_html_is_copied_in_one_form() {
        assert_eq!(
            html("<SPAN Class=a TITLE='b\"c'>x</SPAN >"),
            "<p><span class=\"a\" title=\"b&quot;c\">x</span></p>\n"
        );
        assert_eq!(
            html("<details><summary>a &lt; b</summary>c</details>\n"),
            "<details><summary>a &lt; b</summary>c</details>\n"
        );
    }

    #[test]
    fn no_body_has_endless_tags() {
        let body = "<i>".repeat(super::MOST_TAGS + 5);
        assert_eq!(html(&body).matches("<i>").count(), super::MOST_TAGS);
        assert_eq!(findings(&body).len(), 1);
    }
}

//! The pen with which every XML file is written.

use quick_xml::Writer;
use quick_xml::events::{BytesCData, BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;
use std::io;

/// Writes XML: escapes what must be, leaves out characters that XML 1.0 forbids, closes what it opens.
pub struct Pen(Writer<Vec<u8>>);

/// The attributes of an element, in the order in which they are written.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Pen {
    /// A whole document in UTF-8, indented by two spaces outside of text, with a line feed at the end.
    ///
    /// # Errors
    /// Those of `content`.
    pub fn document(
        root: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<Vec<u8>> {
        let mut pen = Self(Writer::new_with_indent(Vec::new(), b' ', 2));
        pen.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        pen.element(root, attributes, content)?;
        let mut bytes = pen.0.into_inner();
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// What stands within a document, `depth` elements deep and indented so, to be put there by [`Pen::paste`].
    ///
    /// # Errors
    /// Those of `content`.
    pub fn part(depth: usize, content: impl FnOnce(&mut Self) -> io::Result<()>) -> io::Result<Vec<u8>> {
        let mut pen = Self(Writer::new_with_indent(Vec::new(), b' ', 2));
        for _ in 0..depth {
            pen.0.write_event(Event::Start(BytesStart::new("x")))?;
        }
        let before = pen.0.get_ref().len();
        content(&mut pen)?;
        let mut bytes = pen.0.into_inner();
        bytes.drain(..before);
        Ok(bytes)
    }

    /// Puts a part that is written already behind another element.
    pub fn paste(&mut self, part: &[u8]) {
        self.0.get_mut().extend_from_slice(part);
    }

    /// Elements without a root and without indentation, as HTML takes them too.
    ///
    /// # Errors
    /// Those of `content`.
    pub fn fragment(content: impl FnOnce(&mut Self) -> io::Result<()>) -> io::Result<String> {
        let mut pen = Self(Writer::new(Vec::new()));
        content(&mut pen)?;
        String::from_utf8(pen.0.into_inner()).map_err(io::Error::other)
    }

    /// An element around what `content` writes.
    ///
    /// # Errors
    /// Those of `content`.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.0.write_event(Event::Start(tag(name, attributes)))?;
        content(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element with nothing in it.
    ///
    /// # Errors
    /// Those of writing, which memory does not have.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Empty(tag(name, attributes)))
    }

    /// An element that holds a text.
    ///
    /// # Errors
    /// Those of writing, which memory does not have.
    pub fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.element(name, &[], |pen| pen.put(text))
    }

    /// A text where the pen stands.
    ///
    /// # Errors
    /// Those of writing, which memory does not have.
    pub fn put(&mut self, text: &str) -> io::Result<()> {
        self.0.write_event(Event::Text(BytesText::new(&legal(text))))
    }

    /// An element that holds a text as character data, in two sections or more where the text has `]]>`.
    ///
    /// # Errors
    /// Those of writing, which memory does not have.
    pub fn cdata(&mut self, name: &str, text: &str) -> io::Result<()> {
        let text = legal(text);
        self.element(name, &[], |pen| {
            BytesCData::escaped(&text).try_for_each(|section| pen.0.write_event(Event::CData(section)))
        })
    }
}

fn tag<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().map(|&(key, value)| (key, legal(value))))
}

/// The text without the characters that XML 1.0, 2.2 does not know even when escaped.
fn legal(text: &str) -> Cow<'_, str> {
    let unknown = |c: char| matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}');
    if text.contains(unknown) { text.replace(unknown, "").into() } else { text.into() }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;
    use quick_xml::XmlVersion;
    use quick_xml::escape::unescape;
    use std::collections::BTreeMap;

    /// An element as it was read back: name, attributes, its own text, without its descendants'.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct Read {
        pub(crate) name: String,
        pub(crate) attributes: BTreeMap<String, String>,
        pub(crate) text: String,
    }

    /// All elements in the order of their opening; panics when the XML is not well-formed.
    pub(crate) fn read(xml: &[u8]) -> Vec<Read> {
        let mut reader = quick_xml::Reader::from_reader(xml);
        reader.config_mut().check_end_names = true;
        let (mut all, mut open) = (Vec::new(), Vec::new());
        loop {
            let event = reader.read_event().unwrap();
            match &event {
                Event::Start(start) | Event::Empty(start) => {
                    if matches!(event, Event::Start(_)) {
                        open.push(all.len());
                    }
                    all.push(Read {
                        name: String::from_utf8(start.name().0.to_vec()).unwrap(),
                        attributes: start.attributes().map(|each| attribute(&each.unwrap())).collect(),
                        text: String::new(),
                    });
                }
                Event::End(_) => {
                    open.pop();
                }
                Event::Text(text) => add(&mut all, &open, &text.xml10_content().unwrap()),
                Event::CData(text) => add(&mut all, &open, &text.xml10_content().unwrap()),
                Event::GeneralRef(name) => {
                    add(&mut all, &open, &unescape(&format!("&{};", name.decode().unwrap())).unwrap());
                }
                Event::Eof => return all,
                _ => {}
            }
        }
    }

    fn attribute(attribute: &quick_xml::events::attributes::Attribute<'_>) -> (String, String) {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap();
        (String::from_utf8(attribute.key.0.to_vec()).unwrap(), value.into_owned())
    }

    fn add(all: &mut [Read], open: &[usize], text: &str) {
        if let Some(&last) = open.last() {
            all[last].text.push_str(text);
        }
    }

    /// Texts made of what breaks XML, HTML, JSON and iCalendar, among ordinary letters of several scripts.
    pub(crate) fn hostile() -> impl Strategy<Value = String> {
        const PARTS: &str = "]]> ] > </script> <!-- & &amp; \" ' \\ ; , : \n \r\n \t \0 \x1b \
             \u{FFFE} \u{2028} қ «Біртұтас қоғам» ئۇيغۇرچە 😀 e\u{301} a";
        let parts: Vec<&str> = PARTS.split(' ').chain([" "]).collect();
        let made = prop::collection::vec(prop::sample::select(parts), 0..60).prop_map(|parts| parts.concat());
        prop_oneof![made, "(?s).{0,200}"]
    }

    #[test]
    fn a_document_is_indented_and_ends_with_one_line_feed() {
        let xml = Pen::document("a", &[], |pen| pen.element("b", &[], |pen| pen.text("c", "А"))).unwrap();
        assert_eq!(
            xml,
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>\n  <b>\n    <c>А</c>\n  </b>\n</a>\n".as_bytes()
        );
    }

    proptest! {
        #[test]
        fn any_text_comes_back_but_for_what_xml_forbids(text in hostile()) {
            let xml = Pen::document("a", &[], |pen| {
                pen.text("b", &text)?;
                pen.cdata("c", &text)?;
                pen.empty("d", &[("e", &text)])
            }).unwrap();
            let read = read(&xml);
            let kept = legal(&text).replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(&read[1].text, &kept);
            prop_assert_eq!(&read[2].text, &kept);
            // Attributes hold no line breaks: a reader makes each a space (XML 1.0, 3.3.3).
            prop_assert_eq!(&read[3].attributes["e"], &kept.replace(['\n', '\t'], " "));
        }
    }
}

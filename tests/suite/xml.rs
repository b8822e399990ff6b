//! XML files of the output as trees: they are compared as what a reader gets, not as text.

use quick_xml::XmlVersion;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    /// The name with its prefix.
    pub name: String,
    /// The attributes by their names with prefixes.
    pub attributes: BTreeMap<String, String>,
    /// The text between its tags, without that of its children.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Element>,
}

impl Element {
    /// Reads a document, which must be well-formed.
    #[track_caller]
    pub fn parse(xml: &str) -> Self {
        let mut reader = quick_xml::Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => open.push(Self::open(&start)),
                Event::Empty(start) => open.last_mut().unwrap().children.push(Self::open(&start)),
                Event::End(_) => {
                    let closed = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(closed);
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.xml10_content().unwrap()),
                Event::CData(text) => open.last_mut().unwrap().text.push_str(&text.xml10_content().unwrap()),
                Event::GeneralRef(name) => {
                    let reference = format!("&{};", name.decode().unwrap());
                    open.last_mut().unwrap().text.push_str(&unescape(&reference).unwrap());
                }
                Event::Eof => break,
                Event::Decl(_) => {}
                other => panic!("no such thing is written: {other:?}"),
            }
        }
        let mut documents = open.pop().filter(|_| open.is_empty()).expect("an end for every element").children;
        assert_eq!(documents.len(), 1, "one root");
        documents.remove(0)
    }

    fn open(start: &BytesStart<'_>) -> Self {
        let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned();
            (String::from_utf8(attribute.key.0.to_vec()).unwrap(), value)
        };
        let attributes = start.attributes().map(|each| attribute(each.unwrap())).collect();
        Self { name: String::from_utf8(start.name().0.to_vec()).unwrap(), attributes, ..Self::default() }
    }

    /// This element and all below it, in the order of the document.
    pub fn every(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.children.iter().flat_map(Self::every)).collect()
    }

    /// The elements of a name below this one, in the order of the document.
    pub fn all(&self, name: &str) -> Vec<&Self> {
        self.every().into_iter().skip(1).filter(|element| element.name == name).collect()
    }

    /// The texts of the elements of a name below this one.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        self.all(name).into_iter().map(|element| element.text.as_str()).collect()
    }

    /// An attribute, which must be there.
    #[track_caller]
    pub fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).unwrap_or_else(|| panic!("{self:?} has no {attribute}"))
    }
}

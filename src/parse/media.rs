//! What a picture or attachment is, told from its bytes.

use crate::hash::ContentHash;
use quick_xml::events::{BytesDecl, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A file beside the texts.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MediaFile {
    /// Its path from the root.
    #[serde(skip)]
    pub file: Arc<str>,
    /// The hash of its bytes.
    pub hash: ContentHash,
    /// Its length.
    pub bytes: u64,
    /// What it is.
    pub shape: Shape,
}

/// What a media file turned out to be.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Shape {
    /// A picture, with its size in pixels.
    Picture(u32, u32),
    /// A picture by its name that cannot be read as one.
    Broken,
    /// An SVG that holds what could run or load; the offending name.
    Unsafe(String),
    /// Another file.
    Document,
}

/// The types that readers are offered: extension, media type.
pub const TYPES: [(&str, &str); 22] = [
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("gif", "image/gif"),
    ("svg", "image/svg+xml"),
    ("pdf", "application/pdf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("rtf", "application/rtf"),
    ("txt", "text/plain"),
    ("csv", "text/csv"),
    ("zip", "application/zip"),
    ("mp3", "audio/mpeg"),
    ("ogg", "audio/ogg"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("ics", "text/calendar"),
];

impl MediaFile {
    /// The media type by the extension; nothing for a type that is not offered to readers.
    pub fn media_type(&self) -> Option<&'static str> {
        media_type(&self.file)
    }
}

fn media_type(file: &str) -> Option<&'static str> {
    let (_, extension) = file.rsplit_once('.')?;
    let known = TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension));
    known.map(|(_, media_type)| *media_type)
}

/// Looks at a file's bytes.
pub fn inspect(file: &Arc<str>, bytes: &[u8]) -> MediaFile {
    let shape = match media_type(file) {
        Some("image/svg+xml") => svg(bytes),
        Some(kind) if kind.starts_with("image/") => raster(bytes, kind),
        _ => Shape::Document,
    };
    MediaFile { file: file.clone(), hash: ContentHash::of(bytes), bytes: bytes.len() as u64, shape }
}

fn raster(bytes: &[u8], media_type: &str) -> Shape {
    use imagesize::ImageType;
    let fits = matches!(
        (imagesize::image_type(bytes), media_type),
        (Ok(ImageType::Jpeg), "image/jpeg")
            | (Ok(ImageType::Png), "image/png")
            | (Ok(ImageType::Webp), "image/webp")
            | (Ok(ImageType::Gif), "image/gif")
    );
    let pixels = |side: usize| u32::try_from(side).ok().filter(|side| *side > 0);
    let size = imagesize::blob_size(bytes).ok().filter(|_| fits);
    size.and_then(|size| Some(Shape::Picture(pixels(size.width)?, pixels(size.height)?))).unwrap_or(Shape::Broken)
}

/// Reads the size of an SVG and refuses what a browser could run or fetch when the file is opened by itself.
fn svg(bytes: &[u8]) -> Shape {
    let Ok(text) = std::str::from_utf8(bytes) else { return Shape::Broken };
    let mut reader = Reader::from_str(text);
    let (mut size, mut style) = (None, None::<String>);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                if let Some(danger) = danger(&element) {
                    return Shape::Unsafe(danger);
                }
                size = size.or_else(|| dimensions(&element));
                style =
                    style.or_else(|| element.local_name().as_ref().eq_ignore_ascii_case(b"style").then(String::new));
            }
            Ok(Event::End(_)) if style.take().is_some_and(|style| fetches(&style)) => {
                return Shape::Unsafe("<style>".to_owned());
            }
            Ok(Event::Text(text)) => style.iter_mut().for_each(|style| style.push_str(&String::from_utf8_lossy(&text))),
            Ok(Event::CData(text)) => {
                style.iter_mut().for_each(|style| style.push_str(&String::from_utf8_lossy(&text)))
            }
            // A reference can hide a letter, as a backslash does.
            Ok(Event::GeneralRef(_)) => style.iter_mut().for_each(|style| style.push('\\')),
            Ok(Event::Decl(declaration)) if foreign(&declaration) => return Shape::Unsafe("encoding".to_owned()),
            Ok(Event::DocType(_)) => return Shape::Unsafe("<!DOCTYPE>".to_owned()),
            Ok(Event::PI(_)) => return Shape::Unsafe("<?…?>".to_owned()),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Shape::Broken,
        }
    }
    size.map_or(Shape::Broken, |(width, height)| Shape::Picture(width, height))
}

/// Whether a browser would read other letters than were read here.
fn foreign(declaration: &BytesDecl<'_>) -> bool {
    declaration.encoding().is_some_and(|encoding| !encoding.is_ok_and(|name| name.eq_ignore_ascii_case(b"utf-8")))
}

fn danger(element: &BytesStart<'_>) -> Option<String> {
    const ELEMENTS: [&str; 7] = ["script", "foreignobject", "iframe", "embed", "object", "handler", "set"];
    const XHTML: &str = "http://www.w3.org/1999/xhtml";
    let name = String::from_utf8_lossy(element.local_name().as_ref()).to_ascii_lowercase();
    if ELEMENTS.contains(&name.as_str()) {
        return Some(format!("<{name}>"));
    }
    element.attributes().find_map(|attribute| {
        let Ok(attribute) = attribute else { return Some(format!("<{name}>")) };
        let key = String::from_utf8_lossy(attribute.key.local_name().as_ref()).to_ascii_lowercase();
        let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else { return Some(key) };
        let value = squeezed(&value);
        let leads_out = key == "href" && !value.starts_with('#') && !value.starts_with("data:image/");
        let runs = key.starts_with("on") || value.contains("javascript:") || value == XHTML;
        let fetches = (key == "style" || value.contains("url(")) && fetches(&value);
        (leads_out || runs || fetches).then(|| format!("{key}=\"{value}\""))
    })
}

/// Whether a style could fetch something: it imports, hides letters, or names an address that is not in the file.
fn fetches(style: &str) -> bool {
    let style = squeezed(style).replace(['"', '\''], "");
    let within = |address: &str| address.starts_with('#') || address.starts_with("data:");
    ["\\", "@import", "image-set("].iter().any(|danger| style.contains(danger))
        || style.split("url(").skip(1).any(|address| !within(address))
}

/// In lower case and without what browsers skip.
fn squeezed(value: &str) -> String {
    value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase()
}

fn dimensions(element: &BytesStart<'_>) -> Option<(u32, u32)> {
    if element.local_name().as_ref() != b"svg" {
        return None;
    }
    let get = |key: &str| {
        Some(element.try_get_attribute(key).ok()??.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    };
    let length = |text: String| text.trim_end_matches("px").trim().parse::<f64>().ok();
    let stated = get("width").and_then(length).zip(get("height").and_then(length));
    let boxed = get("viewBox").and_then(|view| {
        let numbers: Vec<f64> = view.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
        <[f64; 4]>::try_from(numbers).ok().map(|[_, _, width, height]| (width, height))
    });
    let (width, height) = stated.or(boxed)?;
    let sane = |side: f64| (1.0..=100_000.0).contains(&side);
    // The range is checked, so the cast keeps the whole number of pixels.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (sane(width) && sane(height)).then_some((width.round() as u32, height.round() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(name: &str, text: &str) -> Shape {
        inspect(&name.into(), text.as_bytes()).shape
    }

    #[test]
    fn an_svg_tells_its_size() {
        assert_eq!(shape("a.svg", r#"<svg width="16px" height="9"/>"#), Shape::Picture(16, 9));
        assert_eq!(shape("a.svg", r#"<svg viewBox="0 0 1600 900"></svg>"#), Shape::Picture(1600, 900));
        assert_eq!(shape("a.svg", "<svg/>"), Shape::Broken);
        assert_eq!(shape("a.svg", "<svg"), Shape::Broken);
    }

    #[test]
    fn an_svg_that_could_run_or_fetch_is_unsafe() {
        let hostile = [
            "<script/>",
            "<a href=\"java\nscript:alert(1)\"/>",
            "<g onload=\"x\"/>",
            "<image xlink:href=\"https://evil.example/x.png\"/>",
            "<foreignObject/>",
            "<rect fill=\"url(https://evil.example/#x)\"/>",
            "<rect style=\"fill:url( '//evil.example/x')\"/>",
            "<rect style=\"fill:u\\72l(https://evil.example/x)\"/>",
            "<style onload=\"x\"/>",
            "<style>@im<!-- -->port 'https://evil.example/x.css'</style>",
            "<style>&#64;import 'https://evil.example/x.css'</style>",
            "<style><![CDATA[g { fill: URL(https://evil.example/x) }]]></style>",
            "<img xmlns=\"http://www.w3.org/1999/xhtml\" src=\"https://evil.example/x.png\"/>",
        ];
        for part in hostile {
            let text = format!("<svg width='1' height='1'>{part}</svg>");
            assert!(matches!(shape("a.svg", &text), Shape::Unsafe(_)), "{part}");
        }
        let hidden = "<?xml version='1.0' encoding='ISO-2022-JP'?><svg width='1' height='1'/>";
        assert_eq!(shape("a.svg", hidden), Shape::Unsafe("encoding".to_owned()));
        assert!(matches!(
            shape("a.svg", "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg width='1' height='1'/>"),
            Shape::Unsafe(_)
        ));
    }

    #[test]
    fn an_svg_may_have_a_style_of_its_own() {
        let style = "<style>g > path { fill: url('#a'); font: 1em \"Noto\" }</style><g style=\"fill:url(#a)\" fill=\"url(#a)\"/>";
        let text = format!("<?xml version='1.0' encoding='UTF-8'?><svg width='16' height='9'>{style}</svg>");
        assert_eq!(shape("a.svg", &text), Shape::Picture(16, 9));
    }

    #[test]
    fn a_picture_must_be_what_its_name_says() {
        assert_eq!(shape("a.png", "no picture"), Shape::Broken);
        assert_eq!(shape("a.jpg", "\u{89}PNG\r\n"), Shape::Broken);
        assert_eq!(shape("a.pdf", "%PDF-1.4"), Shape::Document);
        assert_eq!(inspect(&"a.exe".into(), b"MZ").media_type(), None);
    }
}

//! What a picture or attachment is, told from its bytes.

use crate::hash::ContentHash;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A file beside the texts.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MediaFile {
    /// Its path from the root.
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
    let mut size = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                if let Some(danger) = danger(&element) {
                    return Shape::Unsafe(danger);
                }
                size = size.or_else(|| dimensions(&element));
            }
            Ok(Event::DocType(_)) => return Shape::Unsafe("<!DOCTYPE>".to_owned()),
            Ok(Event::PI(_)) => return Shape::Unsafe("<?…?>".to_owned()),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Shape::Broken,
        }
    }
    size.map_or(Shape::Broken, |(width, height)| Shape::Picture(width, height))
}

fn danger(element: &BytesStart<'_>) -> Option<String> {
    const ELEMENTS: [&str; 7] = ["script", "foreignobject", "iframe", "embed", "object", "handler", "set"];
    let name = String::from_utf8_lossy(element.local_name().as_ref()).to_ascii_lowercase();
    if ELEMENTS.contains(&name.as_str()) {
        return Some(format!("<{name}>"));
    }
    element.attributes().find_map(|attribute| {
        let Ok(attribute) = attribute else { return Some(format!("<{name}>")) };
        let key = String::from_utf8_lossy(attribute.key.local_name().as_ref()).to_ascii_lowercase();
        let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else { return Some(key) };
        let value: String =
            value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
        let leads_out = key == "href" && !value.starts_with('#') && !value.starts_with("data:image/");
        let runs = key.starts_with("on")
            || value.contains("javascript:")
            || value.contains("url(http")
            || value.contains("url(//");
        (leads_out || runs).then(|| format!("{key}=\"{value}\""))
    })
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
        ];
        for part in hostile {
            let text = format!("<svg width='1' height='1'>{part}</svg>");
            assert!(matches!(shape("a.svg", &text), Shape::Unsafe(_)), "{part}");
        }
        assert!(matches!(
            shape("a.svg", "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg width='1' height='1'/>"),
            Shape::Unsafe(_)
        ));
    }

    #[test]
    fn a_picture_must_be_what_its_name_says() {
        assert_eq!(shape("a.png", "no picture"), Shape::Broken);
        assert_eq!(shape("a.jpg", "\u{89}PNG\r\n"), Shape::Broken);
        assert_eq!(shape("a.pdf", "%PDF-1.4"), Shape::Document);
        assert_eq!(inspect(&"a.exe".into(), b"MZ").media_type(), None);
    }
}

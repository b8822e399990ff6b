//! What a file of the output is, by its name.

use crate::parse::TYPES;
use crate::view::FeedFormat;
use std::path::Path;

/// What only the program and its themes make; the rest is what readers are offered.
const OWN: [(&str, &str); 14] = [
    ("css", "text/css"),
    ("html", "text/html"),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("opml", "text/x-opml"),
    ("txt", "text/plain"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
    ("xsl", "text/xsl"),
];

/// The media type of a file, with the charset where there is one to tell.
pub fn media_type(file: &Path) -> String {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let feed = [FeedFormat::Rss, FeedFormat::Atom, FeedFormat::Json].into_iter().find(|format| format.file() == name);
    let known = |types: &[(&str, &'static str)]| {
        types.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension)).map(|(_, media_type)| *media_type)
    };
    let media_type = feed.map(FeedFormat::media_type).or_else(|| known(&OWN)).or_else(|| known(&TYPES));
    match media_type.unwrap_or("application/octet-stream") {
        text if text.starts_with("text/") || text.ends_with("xml") => format!("{text}; charset=utf-8"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_output_has_its_type() {
        for (file, expected) in [
            ("ru/index.html", "text/html; charset=utf-8"),
            ("ru/rss.xml", "application/rss+xml; charset=utf-8"),
            ("ru/atom.xml", "application/atom+xml; charset=utf-8"),
            ("ru/feed.json", "application/feed+json"),
            ("ru/feeds.opml", "text/x-opml; charset=utf-8"),
            ("ru/events/events.ics", "text/calendar; charset=utf-8"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("assets/style.0123456789.css", "text/css; charset=utf-8"),
            ("assets/favicon.svg", "image/svg+xml; charset=utf-8"),
            ("assets/a.woff2", "font/woff2"),
            ("media/a.PDF", "application/pdf"),
            ("media/a.jpg", "image/jpeg"),
            ("media/a.unknown", "application/octet-stream"),
            ("media/a", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(file)), expected, "{file}");
        }
    }
}

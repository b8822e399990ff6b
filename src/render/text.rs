//! Texts: Markdown becomes HTML.

use crate::markdown::{self, Addresses, Setting};
use crate::render::bodies::Bodies;
use crate::view::Body;
use std::io;

/// The HTML of a text.
///
/// # Errors
/// When the text cannot be read.
pub fn text(body: &Body, addresses: Addresses<'_>, bodies: &dyn Bodies) -> io::Result<String> {
    let bytes = bodies.bytes(&body.file, body.start, body.hash)?;
    let markdown = simdutf8::basic::from_utf8(&bytes).map_err(io::Error::other)?;
    let mut html = String::with_capacity(markdown.len() * 5 / 4);
    let setting = Setting {
        typography: body.typography,
        parts: body.parts.as_deref().map(|parts| &**parts),
        script: body.script.as_deref().map(|script| &**script),
        direction: body.dir,
    };
    markdown::render(markdown, &body.refs, &body.words, setting, addresses, &mut html);
    Ok(html)
}

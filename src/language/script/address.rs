//! Addresses of the network in running text: nothing in them is converted.

use crate::language::script::suffix::is_suffix;
use crate::language::script::word::{is_cyrillic, small};
use std::ops::Range;

/// The last labels of Cyrillic hosts.
const CYRILLIC_TOP: [&str; 2] = ["қаз", "рф"];

/// The run of text without white space around `place`.
pub(crate) fn token(text: &str, place: usize) -> Range<usize> {
    let (before, after) = text.split_at_checked(place).unwrap_or_default();
    let start = before.rfind(char::is_whitespace).map_or(0, |at| after_char(before, at));
    let end = after.find(char::is_whitespace).map_or(text.len(), |at| place + at);
    start..end
}

fn after_char(text: &str, at: usize) -> usize {
    at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

/// The bytes of the token that are an address of a page, a host or a mailbox: without the marks around it, without a
/// Kazakh ending after a hyphen, `inform.kz-тің`. Empty if there is none.
pub(crate) fn address(token: &str) -> Range<usize> {
    // Hardly any word has one of the signs that every address has.
    if !token.bytes().any(|byte| matches!(byte, b'.' | b'/' | b'@')) {
        return 0..0;
    }
    let body = token.trim_start_matches(['(', '[', '<', '«', '"', '“', '„', '\'']);
    let start = token.len() - body.len();
    let body = body
        .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '»', '"', '”', '“', '\'', '…', '،', '؛', '؟']);
    let body = body.rsplit_once('-').filter(|(host, ending)| is_ending(host, ending)).map_or(body, |(host, _)| host);
    if is_address(body) { start..start + body.len() } else { 0..0 }
}

fn is_ending(host: &str, ending: &str) -> bool {
    let ending: String = ending.chars().map(small).collect();
    host.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '/') && !ending.is_empty() && is_suffix(&ending)
}

fn is_address(text: &str) -> bool {
    let is_mailbox = |(name, host): (&str, &str)| !name.is_empty() && host.contains('.');
    text.contains("://")
        || text.starts_with("www.")
        || text.starts_with("mailto:")
        || text.split_once('@').is_some_and(is_mailbox)
        || is_cyrillic_host(text.split('/').next().unwrap_or_default())
}

fn is_cyrillic_host(host: &str) -> bool {
    let is_latin_top = |top: &str| top.len() > 1 && top.bytes().all(|b| b.is_ascii_lowercase());
    host.rsplit_once('.')
        .is_some_and(|(name, top)| name.ends_with(is_cyrillic) && (CYRILLIC_TOP.contains(&top) || is_latin_top(top)))
}

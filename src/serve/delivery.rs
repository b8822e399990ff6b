//! How bytes are handed over: whole, in part, or not at all when the browser has them (RFC 9110, 13 and 14).

use crate::hash::ContentHash;
use axum::http::header::{self, HeaderName};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode};
use headers::{ETag, HeaderMapExt, IfMatch, IfNoneMatch, IfRange};
use std::ops::Range;

/// An answer, whole.
pub type Answer = Response<Vec<u8>>;

/// What every answer says: that it is to be asked for anew each time, is what it says it is, and is for this site alone.
const ALWAYS: [(HeaderName, &str); 3] = [
    (header::CACHE_CONTROL, "no-cache"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// An answer without conditions.
pub fn plain(status: StatusCode, media_type: &str, bytes: Vec<u8>) -> Answer {
    let mut answer = Response::new(bytes);
    *answer.status_mut() = status;
    for (name, value) in ALWAYS {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    set(&mut answer, header::CONTENT_TYPE, media_type);
    answer
}

/// An answer that says no more than its status and one header.
pub fn bare(status: StatusCode, name: HeaderName, value: &str) -> Answer {
    let mut answer = plain(status, "text/plain; charset=utf-8", Vec::new());
    set(&mut answer, name, value);
    answer
}

/// The answer to a request for what is there, by its conditions and ranges.
pub fn deliver(request: &Parts, media_type: &str, bytes: Vec<u8>) -> Answer {
    let tag = format!("\"{}\"", ContentHash::of(&bytes));
    let Ok(etag) = tag.parse::<ETag>() else { return plain(StatusCode::OK, media_type, bytes) };
    let asked = &request.headers;
    let mut answer = if asked.typed_get::<IfMatch>().is_some_and(|held| !held.precondition_passes(&etag)) {
        plain(StatusCode::PRECONDITION_FAILED, media_type, Vec::new())
    } else if asked.typed_get::<IfNoneMatch>().is_some_and(|held| !held.precondition_passes(&etag)) {
        plain(StatusCode::NOT_MODIFIED, media_type, Vec::new())
    } else {
        let slice = if request.method == Method::GET { slice(range(asked, &etag), bytes.len()) } else { Slice::Whole };
        part(slice, media_type, bytes)
    };
    set(&mut answer, header::ETAG, &tag);
    answer
}

fn part(slice: Slice, media_type: &str, mut bytes: Vec<u8>) -> Answer {
    let whole = bytes.len();
    let (mut answer, content) = match slice {
        Slice::Whole => (plain(StatusCode::OK, media_type, bytes), None),
        Slice::Part(Range { start, end }) => {
            bytes.truncate(end);
            bytes.drain(..start);
            let content = format!("bytes {start}-{}/{whole}", end - 1);
            (plain(StatusCode::PARTIAL_CONTENT, media_type, bytes), Some(content))
        }
        Slice::Beyond => {
            let answer = plain(StatusCode::RANGE_NOT_SATISFIABLE, media_type, Vec::new());
            (answer, Some(format!("bytes */{whole}")))
        }
    };
    set(&mut answer, header::ACCEPT_RANGES, "bytes");
    if let Some(content) = content {
        set(&mut answer, header::CONTENT_RANGE, &content);
    }
    answer
}

fn set(answer: &mut Answer, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

/// The range that is asked for, if it is one of these very bytes.
fn range<'h>(asked: &'h HeaderMap, etag: &ETag) -> Option<&'h str> {
    let stale = match asked.typed_try_get::<IfRange>() {
        Ok(condition) => condition.is_some_and(|condition| condition.is_modified(Some(etag), None)),
        Err(_) => true,
    };
    asked.get(header::RANGE).filter(|_| !stale)?.to_str().ok()
}

/// Which bytes a range means.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Slice {
    /// All: none was asked for, or none that is understood; several at once need not be.
    Whole,
    /// These.
    Part(Range<usize>),
    /// None that there are.
    Beyond,
}

fn slice(range: Option<&str>, length: usize) -> Slice {
    let Some((first, last)) = range.and_then(spec) else { return Slice::Whole };
    let (start, end) = match (first, last) {
        (Some(first), Some(last)) if first > last => return Slice::Whole,
        (Some(first), last) => (first, last.map_or(length, |last| last.saturating_add(1).min(length))),
        (None, Some(last)) => (length.saturating_sub(last), length),
        (None, None) => return Slice::Whole,
    };
    if start < end { Slice::Part(start..end) } else { Slice::Beyond }
}

/// The two numbers of a single range of bytes.
fn spec(range: &str) -> Option<(Option<usize>, Option<usize>)> {
    let (unit, spec) = range.split_once('=')?;
    let (first, last) = spec.trim().split_once('-')?;
    let number = |digits: &str| match digits {
        "" => Some(None),
        _ if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok().map(Some),
        _ => None,
    };
    unit.eq_ignore_ascii_case("bytes").then_some(())?;
    Some((number(first)?, number(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;
    use proptest::prelude::*;

    const TEXT: &[u8] = b"0123456789";

    fn ask(method: &str, asked: &[(&str, &str)]) -> Answer {
        let request = asked
            .iter()
            .fold(Request::builder().method(method), |request, (name, value)| request.header(*name, *value));
        deliver(&request.body(()).unwrap().into_parts().0, "text/plain", TEXT.to_vec())
    }

    fn shown(answer: &Answer) -> (u16, String, String) {
        let range = answer.headers().get(header::CONTENT_RANGE).map_or("", |value| value.to_str().unwrap());
        (answer.status().as_u16(), range.to_owned(), String::from_utf8(answer.body().clone()).unwrap())
    }

    fn tag() -> String {
        format!("\"{}\"", ContentHash::of(TEXT))
    }

    #[test]
    fn a_single_range_is_answered_with_its_bytes() {
        for (range, expected) in [
            ("bytes=0-0", (206, "bytes 0-0/10", "0")),
            ("bytes=2-4", (206, "bytes 2-4/10", "234")),
            ("Bytes=8-", (206, "bytes 8-9/10", "89")),
            ("bytes=8-99", (206, "bytes 8-9/10", "89")),
            ("bytes=-3", (206, "bytes 7-9/10", "789")),
            ("bytes=-99", (206, "bytes 0-9/10", "0123456789")),
            ("bytes=10-", (416, "bytes */10", "")),
            ("bytes=-0", (416, "bytes */10", "")),
            ("bytes=4-2", (200, "", "0123456789")),
            ("bytes=0-1,4-5", (200, "", "0123456789")),
            ("bytes=-", (200, "", "0123456789")),
            ("bytes=+1-2", (200, "", "0123456789")),
            ("lines=0-1", (200, "", "0123456789")),
            ("bytes=99999999999999999999999-", (200, "", "0123456789")),
        ] {
            let (status, content, text) = expected;
            assert_eq!(
                shown(&ask("GET", &[("range", range)])),
                (status, content.to_owned(), text.to_owned()),
                "{range}"
            );
        }
        assert_eq!(ask("HEAD", &[("range", "bytes=0-0")]).status(), 200);
    }

    #[test]
    fn a_range_of_other_bytes_is_answered_with_all() {
        let status = |held: &str| ask("GET", &[("range", "bytes=0-0"), ("if-range", held)]).status().as_u16();
        assert_eq!(status(&tag()), 206);
        assert_eq!(status("\"other\""), 200);
        assert_eq!(status(&format!("W/{}", tag())), 200);
        assert_eq!(status("Wed, 25 Nov 2026 02:00:00 GMT"), 200);
        assert_eq!(status("nonsense"), 200);
    }

    #[test]
    fn what_the_browser_has_is_not_sent_again() {
        let status = |name: &str, held: &str| ask("GET", &[(name, held)]).status().as_u16();
        assert_eq!(status("if-none-match", &tag()), 304);
        assert_eq!(status("if-none-match", &format!("\"a\", W/{}", tag())), 304);
        assert_eq!(status("if-none-match", "*"), 304);
        assert_eq!(status("if-none-match", "\"a\""), 200);
        assert_eq!(status("if-match", "\"a\""), 412);
        assert_eq!(status("if-match", &tag()), 200);
        let answer = ask("GET", &[("if-none-match", &tag()), ("range", "bytes=0-0")]);
        assert_eq!((answer.status().as_u16(), answer.body().len()), (304, 0));
        assert_eq!(answer.headers()[header::ETAG], tag());
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-cache");
    }

    proptest! {
        #[test]
        fn any_range_is_within_the_bytes(range in "bytes=[0-9]{0,3}-[0-9]{0,3}", length in 0..40_usize) {
            if let Slice::Part(part) = slice(Some(&range), length) {
                prop_assert!(part.start < part.end && part.end <= length);
            }
        }
    }
}

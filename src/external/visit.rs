//! Follows an address to its end, and says what came of it.

use std::collections::BTreeSet;
use url::{Host, Url};

/// The most redirects that are followed.
const MOST_REDIRECTS: usize = 8;

/// How an address is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// Whether it is there.
    Head,
    /// The page itself, for servers that answer nothing else rightly.
    Get,
}

/// What a server says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    /// The number of the answer.
    pub status: u16,
    /// Where else to ask, as written.
    pub location: Option<String>,
}

/// Why nothing was said, in the words of [`Code::DeadLink`](crate::diagnostic::Code::DeadLink).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// There is no such host.
    Host,
    /// The host does not take the call, or breaks it off.
    Connection,
    /// The host cannot prove who it is.
    Certificate,
    /// It takes too long.
    Timeout,
    /// The address is of a private network, which outsiders are not to be told of.
    Private,
}

/// Whom addresses are asked of.
pub trait Web: Sync {
    /// Asks once, and follows nothing.
    ///
    /// # Errors
    /// Why there is no answer.
    fn ask(&self, method: Method, url: &Url) -> Result<Reply, Failure>;
}

/// What came of an address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is there, or its server does not tell programs.
    Good,
    /// It is there, but for good under another address.
    Moved(String),
    /// It is not: the reason in the words of the finding, and the status if there is one.
    Dead(&'static str, Option<u16>),
}

impl Failure {
    fn word(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Connection => "connection",
            Self::Certificate => "certificate",
            Self::Timeout => "timeout",
            Self::Private => "private",
        }
    }
}

/// Follows an address to its end.
pub fn visit(web: &dyn Web, start: &Url) -> Verdict {
    let (mut url, mut seen) = (start.clone(), BTreeSet::new());
    // The address after all redirects so far, while these are for good.
    let mut moved = Some(start.clone());
    while seen.len() <= MOST_REDIRECTS && seen.insert(url.clone()) {
        let reply = match ask(web, &url) {
            Ok(reply) => reply,
            Err(failure) => return Verdict::Dead(failure.word(), None),
        };
        let next = reply.location.as_deref().filter(|_| (300..400).contains(&reply.status));
        let Some(next) = next else { return ended(reply.status, start, moved) };
        let Some(next) = url.join(next).ok().filter(|next| matches!(next.scheme(), "http" | "https")) else {
            return Verdict::Dead("redirects", None);
        };
        let lasting = matches!(reply.status, 301 | 308);
        moved = moved.filter(|_| lasting).map(|_| next.clone());
        url = next;
        url.set_fragment(None);
    }
    Verdict::Dead("redirects", None)
}

/// Asks whether the address is there, and for the page itself where the server does not say yes.
fn ask(web: &dyn Web, url: &Url) -> Result<Reply, Failure> {
    match web.ask(Method::Head, url) {
        Ok(reply) if reply.status >= 400 && reply.status != 429 => web.ask(Method::Get, url),
        // Some servers break off what they do not know.
        Err(Failure::Connection) => web.ask(Method::Get, url),
        told => told,
    }
}

/// What the last answer means. Servers that want a name, or no programs at all, are not said to be dead.
fn ended(status: u16, start: &Url, moved: Option<Url>) -> Verdict {
    match status {
        401 | 403 | 407 | 429 | 451 | 999 => Verdict::Good,
        400.. => Verdict::Dead("status", Some(status)),
        _ => match moved.filter(|moved| moved != start) {
            Some(moved) => Verdict::Moved(moved.into()),
            None => Verdict::Good,
        },
    }
}

/// Whether the address names a host that only its own network knows.
pub fn is_private(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            !name.contains('.') || [".local", ".localhost", ".internal", ".lan"].iter().any(|end| name.ends_with(end))
        }
        Some(Host::Ipv4(_) | Host::Ipv6(_)) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    /// How an address is asked for, the address, and what is answered: the status and where else to ask.
    type Answer = (Method, &'static str, Result<(u16, &'static str), Failure>);

    /// A web of a few addresses that remembers what it was asked for.
    struct Few(&'static [Answer], Mutex<Vec<String>>);

    impl Web for Few {
        fn ask(&self, method: Method, url: &Url) -> Result<Reply, Failure> {
            self.1.lock().unwrap().push(format!("{method:?} {url}"));
            let known = self.0.iter().find(|(one, known, _)| *one == method && *known == url.as_str());
            let (status, location) = known.map_or(Err(Failure::Host), |(_, _, told)| *told)?;
            Ok(Reply { status, location: Some(location.to_owned()).filter(|location| !location.is_empty()) })
        }
    }

    #[track_caller]
    fn visited(web: &'static [Answer]) -> (Verdict, usize) {
        let few = Few(web, Mutex::default());
        let verdict = visit(&few, &Url::parse("http://a.kz/").unwrap());
        (verdict, few.1.into_inner().unwrap().len())
    }

    use Method::{Get, Head};

    #[test]
    fn an_address_that_answers_is_asked_once() {
        assert_eq!(visited(&[(Head, "http://a.kz/", Ok((200, "")))]), (Verdict::Good, 1));
        assert_eq!(visited(&[(Head, "http://a.kz/", Ok((429, "")))]), (Verdict::Good, 1));
        assert_eq!(visited(&[(Head, "http://a.kz/", Ok((304, "")))]), (Verdict::Good, 1));
    }

    #[test]
    fn a_server_that_refuses_to_say_is_asked_for_the_page() {
        assert_eq!(
            visited(&[(Head, "http://a.kz/", Ok((405, ""))), (Get, "http://a.kz/", Ok((200, "")))]).0,
            Verdict::Good
        );
        let gone = visited(&[(Head, "http://a.kz/", Ok((404, ""))), (Get, "http://a.kz/", Ok((404, "")))]);
        assert_eq!(gone, (Verdict::Dead("status", Some(404)), 2));
        let shy = visited(&[(Head, "http://a.kz/", Ok((403, ""))), (Get, "http://a.kz/", Ok((403, "")))]);
        assert_eq!(shy.0, Verdict::Good);
        let cut = visited(&[(Head, "http://a.kz/", Err(Failure::Connection)), (Get, "http://a.kz/", Ok((200, "")))]);
        assert_eq!(cut.0, Verdict::Good);
    }

    #[test]
    fn only_redirects_for_good_are_told() {
        let moved = visited(&[(Head, "http://a.kz/", Ok((301, "/b"))), (Head, "http://a.kz/b", Ok((200, "")))]);
        assert_eq!(moved.0, Verdict::Moved("http://a.kz/b".to_owned()));
        let lent = visited(&[(Head, "http://a.kz/", Ok((302, "/b"))), (Head, "http://a.kz/b", Ok((200, "")))]);
        assert_eq!(lent.0, Verdict::Good);
        let both = visited(&[
            (Head, "http://a.kz/", Ok((308, "https://a.kz/"))),
            (Head, "https://a.kz/", Ok((302, "/ru"))),
            (Head, "https://a.kz/ru", Ok((200, ""))),
        ]);
        assert_eq!(both.0, Verdict::Good);
    }

    #[test]
    fn a_redirect_must_end_somewhere() {
        assert_eq!(visited(&[(Head, "http://a.kz/", Ok((301, "/")))]).0, Verdict::Dead("redirects", None));
        assert_eq!(visited(&[(Head, "http://a.kz/", Ok((301, "file:///etc")))]).0, Verdict::Dead("redirects", None));
        assert_eq!(visited(&[]).0, Verdict::Dead("host", None));
    }
}

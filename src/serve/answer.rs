//! What is answered to a request: a file of the site, or a page of the desk.

use crate::report::{self, UiLanguage};
use crate::serve::clock::Clock;
use crate::serve::delivery::{Answer, bare, deliver, plain};
use crate::serve::desk::{self, Filter};
use crate::serve::folder::{Folder, Found};
use crate::serve::guard;
use crate::serve::media_type::media_type;
use crate::serve::page::{self, SCRIPT};
use crate::serve::stand::Stand;
use crate::serve::texts::Disk;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use std::path::Path;

const HTML: &str = "text/html; charset=utf-8";
/// The address of the desk.
const DESK: &str = "/_desk/";
/// The address of the desk's stylesheet, which reports over pages have too.
const STYLE: &str = "/_desk/desk.css";
/// What stands for an address that leads nowhere in a site without a page for that.
const NOWHERE: &[u8] =
    b"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>404</title></head><body><h1>404</h1></body></html>";

/// Everything that answers are made from but the last build.
pub struct Desk {
    /// The site.
    pub site: Folder,
    /// The texts that reports quote.
    pub texts: Disk,
    /// The language of the desk.
    pub ui: UiLanguage,
    /// The time.
    pub clock: Clock,
}

/// What lies at an address.
struct Content {
    status: StatusCode,
    media_type: String,
    bytes: Vec<u8>,
}

impl Desk {
    /// Whether a request was meant for this server.
    pub fn admits(&self, request: &Parts) -> bool {
        guard::is_ours(request)
    }

    /// The answer to a request.
    pub fn answer(&self, request: &Parts, stand: &Stand) -> Answer {
        if !self.admits(request) {
            let text = report::label(self.ui, "serve-foreign-host");
            return plain(StatusCode::FORBIDDEN, "text/plain; charset=utf-8", text.into_bytes());
        }
        if request.method != Method::GET && request.method != Method::HEAD {
            return bare(StatusCode::METHOD_NOT_ALLOWED, header::ALLOW, "GET, HEAD");
        }
        match request.uri.path() {
            SCRIPT => deliver(request, "text/javascript; charset=utf-8", include_bytes!("reload.js").to_vec()),
            STYLE => deliver(request, "text/css; charset=utf-8", include_bytes!("desk.css").to_vec()),
            "/_desk" => bare(StatusCode::TEMPORARY_REDIRECT, header::LOCATION, DESK),
            DESK => self.desk_answer(request, stand),
            path => self.site_answer(request, path, stand),
        }
    }

    fn desk_answer(&self, request: &Parts, stand: &Stand) -> Answer {
        let filter = Filter::of_query(request.uri.query().unwrap_or_default());
        let html = self.desk_page(&filter, stand);
        let mut answer = deliver(request, HTML, page::with_script(&html, &self.version(DESK, stand), &stand.style));
        let policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, header::HeaderValue::from_static(policy));
        answer
    }

    fn desk_page(&self, filter: &Filter, stand: &Stand) -> Vec<u8> {
        desk::html(stand, filter, &self.texts, self.clock.now(), self.ui).into_bytes()
    }

    fn site_answer(&self, request: &Parts, path: &str, stand: &Stand) -> Answer {
        let Some(Content { status, media_type, bytes }) = self.content(path) else {
            let query = request.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            return bare(StatusCode::TEMPORARY_REDIRECT, header::LOCATION, &format!("{path}/{query}"));
        };
        let bytes = match &*media_type {
            HTML => page::with_script(&bytes, &page::version(&bytes, &stand.style), &stand.style),
            _ => bytes,
        };
        if status == StatusCode::OK { deliver(request, &media_type, bytes) } else { plain(status, &media_type, bytes) }
    }

    /// What lies at an address of the site; nothing where it lacks a slash at its end.
    fn content(&self, path: &str) -> Option<Content> {
        let read = |status, file: &Path| {
            Some(Content { status, media_type: media_type(file), bytes: std::fs::read(file).ok()? })
        };
        let found = match self.site.find(path) {
            Found::Page => return None,
            Found::File(file) => read(StatusCode::OK, &file),
            Found::Nothing => None,
        };
        let elsewhere = || read(StatusCode::NOT_FOUND, &self.site.not_found(path)?);
        let nowhere =
            || Content { status: StatusCode::NOT_FOUND, media_type: HTML.to_owned(), bytes: NOWHERE.to_vec() };
        Some(found.or_else(elsewhere).unwrap_or_else(nowhere))
    }

    /// The version of the page that is now at an address.
    pub fn version(&self, path: &str, stand: &Stand) -> String {
        if path == DESK {
            return desk::version(stand);
        }
        self.content(path).map_or_else(String::new, |content| page::version(&content.bytes, &stand.style))
    }
}

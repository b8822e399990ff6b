//! The server: one thread, which answers requests and holds the lines to open pages.

use crate::serve::answer::Desk;
use crate::serve::live::{News, Tab};
use crate::serve::signal::Signal;
use crate::serve::stand::Stand;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{Method, Response, StatusCode};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream, StreamExt};
use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use tokio::sync::watch::Receiver;

/// The address at which open pages listen.
const EVENTS: &str = "/_desk/events";

#[derive(Clone)]
struct Server {
    desk: Arc<Desk>,
    stands: Receiver<Arc<Stand>>,
}

/// Answers until the process ends; when the user asks for an end, `end` is told.
///
/// # Errors
/// When the system gives no thread or no signals.
pub fn start(listener: TcpListener, desk: Desk, stands: Receiver<Arc<Stand>>, end: Sender<Signal>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    listener.set_nonblocking(true)?;
    let server = Server { desk: Arc::new(desk), stands };
    let serve = async move {
        tokio::spawn(async move {
            asked_to_end().await;
            let _ = end.send(Signal::End);
        });
        let router = Router::new().fallback(handle).with_state(server);
        axum::serve(tokio::net::TcpListener::from_std(listener)?, router).await
    };
    std::thread::Builder::new().name("server".to_owned()).spawn(move || runtime.block_on(serve)).map(drop)
}

/// Waits for Ctrl-C, or for what a system sends that shuts down.
async fn asked_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = tokio::signal::ctrl_c().await;
}

async fn handle(State(server): State<Server>, request: Request) -> Response<Body> {
    let (request, _) = request.into_parts();
    if request.uri.path() == EVENTS && request.method == Method::GET && server.desk.admits(&request) {
        return Sse::new(server.listen(&request)).keep_alive(KeepAlive::default()).into_response();
    }
    let stand = server.stands.borrow().clone();
    let answer = tokio::task::spawn_blocking(move || server.desk.answer(&request, &stand)).await;
    answer.map_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response(), |answer| answer.map(Body::from))
}

impl Server {
    /// What an open page is told: at once what is new since it was loaded, then after every build.
    fn listen(self, request: &Parts) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
        let mut tab = Tab::default();
        for (name, value) in url::form_urlencoded::parse(request.uri.query().unwrap_or_default().as_bytes()) {
            match &*name {
                "path" => tab.path = value.into_owned(),
                "page" => tab.page = value.into_owned(),
                "style" => tab.style = value.into_owned(),
                _ => {}
            }
        }
        let mut stands = self.stands;
        stands.mark_changed();
        let news = stream::unfold((tab, stands, self.desk), |(mut tab, mut stands, desk)| async move {
            stands.changed().await.ok()?;
            let stand = stands.borrow_and_update().clone();
            let news = tab.news(&stand, desk.version(&tab.path, &stand));
            Some((stream::iter(news), (tab, stands, desk)))
        });
        news.flatten().map(|news: News| Ok(Event::default().event(news.word()).data(news.text())))
    }
}

//! Links to other sites, asked for at a server of this computer.

use crate::site::Site;
use jarshy::external::{Failure, Manners, Method, Network, Reach, Reply, Web};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use url::Url;

/// A server that answers as its paths say, and remembers what it was asked.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = asked.clone();
        let answer = move |stream| {
            let log = log.clone();
            std::thread::spawn(move || serve(stream, &log));
        };
        std::thread::spawn(move || listener.incoming().flatten().for_each(answer));
        Self { address, asked }
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

/// Answers one request and hangs up.
fn serve(mut stream: TcpStream, log: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        request.push(byte[0]);
    }
    let request = String::from_utf8(request).unwrap();
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    log.lock().unwrap().push(format!("{method} {path}"));
    assert!(request.to_lowercase().contains("user-agent: jarshy/"), "{request}");
    let answer = match (method, path) {
        ("HEAD", "/shy") => "405 No\r\n",
        (_, "/gone") => "404 Gone\r\n",
        (_, "/moved") => "301 Moved\r\nLocation: /new\r\n",
        (_, "/silent") => return std::thread::sleep(Duration::from_secs(2)),
        _ => "200 Fine\r\n",
    };
    let _ = write!(stream, "HTTP/1.1 {answer}Content-Length: 0\r\nConnection: close\r\n\r\n");
}

fn network(reach: Reach) -> Network {
    Network::new(Manners { patience: Duration::from_millis(500), pause: Duration::ZERO, reach })
}

fn linking(server: &Server) -> Site {
    let link = |path: &str| format!("[{path}]({}{path})", server.address);
    let body = ["/fine", "/gone", "/moved", "/shy", "/silent", "/gone#a"].map(link).join(" и ");
    Site::plain().release("a", "ru", "title: Т\ndate: 2024-10-18", &body)
}

fn told(site: &Site) -> Vec<String> {
    let of_links = site.findings().iter().filter(|finding| finding.code.word().ends_with("-link"));
    let path = |url: &str| url.splitn(4, '/').nth(3).unwrap_or_default().to_owned();
    let line = |args: &[(std::borrow::Cow<'_, str>, String)]| {
        format!(
            "{} {}",
            path(&args[0].1),
            args[1..].iter().map(|(_, value)| path_or(value)).collect::<Vec<_>>().join(" ")
        )
    };
    of_links.map(|finding| line(&finding.args)).collect()
}

fn path_or(value: &str) -> &str {
    value.splitn(4, '/').nth(3).unwrap_or(value)
}

#[test]
fn every_address_is_asked_for_once_and_what_is_wrong_is_told_at_each_place() {
    let server = Server::start();
    let site = linking(&server).check_with(&network(Reach::Everywhere));
    assert_eq!(told(&site), ["gone status 404", "moved new", "silent timeout none", "gone status 404"]);
    let mut asked = server.asked();
    asked.sort();
    let expected =
        ["GET /gone", "GET /shy", "HEAD /fine", "HEAD /gone", "HEAD /moved", "HEAD /new", "HEAD /shy", "HEAD /silent"];
    assert_eq!(asked, expected);
}

#[test]
fn what_answered_is_not_asked_again_for_a_week() {
    let server = Server::start();
    let site = linking(&server).check_with(&network(Reach::Everywhere));
    server.asked();
    let site = site.at("2026-01-07T00:00:00Z").check_with(&network(Reach::Everywhere));
    let mut asked = server.asked();
    asked.sort();
    assert_eq!(asked, ["GET /gone", "HEAD /gone", "HEAD /silent"]);
    assert_eq!(told(&site), ["gone status 404", "moved new", "silent timeout none", "gone status 404"]);
    site.at("2026-01-09T00:00:00Z").check_with(&network(Reach::Everywhere));
    assert_eq!(server.asked().len(), 8);
}

#[test]
fn a_private_network_is_never_asked() {
    let server = Server::start();
    let port = server.address.rsplit(':').next().unwrap().to_owned();
    for host in ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "printer", "nas.local"] {
        let url = Url::parse(&format!("http://{host}:{port}/")).unwrap();
        assert_eq!(network(Reach::Public).ask(Method::Head, &url), Err(Failure::Private), "{host}");
    }
    assert_eq!(server.asked(), [""; 0]);
}

#[test]
fn a_host_that_does_not_take_the_call_is_told_apart_from_one_that_answers() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let ask = |url: &str| network(Reach::Everywhere).ask(Method::Head, &Url::parse(url).unwrap());
    assert_eq!(ask(&format!("http://{free}/")), Err(Failure::Connection));
    let server = Server::start();
    assert_eq!(ask(&server.address), Ok(Reply { status: 200, location: None }));
}

//! A preview that runs: the real program, asked over the network, its input edited as editors do it.

use crate::site::Site;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// How long is waited for what must come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A newsroom and its preview; ended with the test.
pub struct Preview {
    /// The newsroom.
    site: Option<Site>,
    child: Child,
    said: Receiver<String>,
    /// The lines that nobody waited for.
    passed: RefCell<Vec<String>>,
    port: u16,
}

/// An answer.
pub struct Reply {
    /// The status.
    pub status: u16,
    headers: BTreeMap<String, String>,
    /// The bytes.
    pub body: Vec<u8>,
}

/// An open page.
pub struct Tab(Receiver<(String, String)>);

/// The program with these arguments, with nothing in its environment but this.
pub fn program(site: &Site, arguments: &[&str], locale: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jarshy"));
    command.current_dir(site.root()).arg("serve").args(arguments).env_clear().env("LC_ALL", locale);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Preview {
    /// Starts the preview at any port that is free, and waits until it is there.
    pub fn start(site: Site, arguments: &[&str]) -> Self {
        let program = program(&site, &[&["--port", "0"], arguments].concat(), "C");
        Self::of(site, program)
    }

    /// The preview of a newsroom that this command starts.
    pub fn of(site: Site, mut program: Command) -> Self {
        let mut child = program.spawn().unwrap();
        let (sender, said) = channel();
        let streams: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for stream in streams {
            let sender = sender.clone();
            std::thread::spawn(move || {
                BufReader::new(stream).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
            });
        }
        let mut preview = Self { site: Some(site), child, said, passed: RefCell::default(), port: 0 };
        let ready = preview.hear(|line| line.contains("http://"));
        preview.port = ready.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        preview.hear(|line| line.contains("Ctrl+C"));
        preview
    }

    /// Waits for a line like this; the lines before it are passed over.
    #[track_caller]
    pub fn hear(&self, like: impl Fn(&str) -> bool) -> String {
        loop {
            match self.said.recv_timeout(PATIENCE) {
                Ok(line) if like(&line) => return line,
                Ok(line) => self.passed.borrow_mut().push(line),
                Err(_) => panic!("no such line in {:#?}", self.passed.borrow()),
            }
        }
    }

    /// Waits for a line like this, if it was not passed over before.
    #[track_caller]
    pub fn hears(&self, like: impl Fn(&str) -> bool) {
        if !self.passed.borrow().iter().any(|line| like(line)) {
            self.hear(like);
        }
    }

    /// Changes the newsroom.
    pub fn edit(&mut self, edit: impl FnOnce(Site) -> Site) {
        self.site = self.site.take().map(edit);
    }

    /// The newsroom.
    pub fn site(&self) -> &Site {
        self.site.as_ref().unwrap()
    }

    /// A file below the root.
    pub fn path(&self, path: &str) -> PathBuf {
        self.site().root().join(path)
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }

    fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    /// Asks for a path as it stands here, with headers of its own.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        let own = headers.iter().any(|(name, _)| *name == "Host");
        let host = if own { String::new() } else { format!("Host: localhost:{}\r\n", self.port) };
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let request = format!("{method} {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n");
        let mut bytes = Vec::new();
        self.send(&request).read_to_end(&mut bytes).unwrap();
        Reply::parse(&bytes)
    }

    /// Asks for a path.
    pub fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[])
    }

    /// Opens a page, as a browser does: loads it, and listens as its script does.
    #[track_caller]
    pub fn open(&self, path: &str) -> Tab {
        let page = self.get(path).text();
        let told = |name: &str| {
            let after = page.split(&format!(" data-{name}=\"")).nth(1).unwrap_or_else(|| panic!("{path}: no {name}"));
            after.split('"').next().unwrap().to_owned()
        };
        self.listen(path, &told("page"), &told("style"))
    }

    /// Listens for news of a page.
    pub fn listen(&self, path: &str, page: &str, style: &str) -> Tab {
        let query = format!("/_desk/events?path={path}&page={page}&style={style}");
        let stream = self.send(&format!("GET {query} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"));
        let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
        let head: Vec<String> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
        assert!(head.iter().any(|line| line == "content-type: text/event-stream"), "{head:?}");
        let (sender, news) = channel();
        std::thread::spawn(move || {
            let mut kind = String::new();
            let mut data = Vec::new();
            for line in lines {
                if let Some(word) = line.strip_prefix("event: ") {
                    kind = word.to_owned();
                } else if let Some(text) = line.strip_prefix("data: ") {
                    data.push(text.to_owned());
                } else if line.is_empty() {
                    let event = (std::mem::take(&mut kind), std::mem::take(&mut data).join("\n"));
                    // A browser passes over an event without data.
                    if !event.1.is_empty() && sender.send(event).is_err() {
                        return;
                    }
                }
            }
        });
        Tab(news)
    }

    /// Asks the program to end as Ctrl-C does; its exit code.
    #[cfg(unix)]
    pub fn interrupt(&mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Tab {
    /// Waits for the next event: its kind and what goes with it.
    #[track_caller]
    pub fn next(&self) -> (String, String) {
        self.0.recv_timeout(PATIENCE).expect("news of the page")
    }

    /// Waits for the next event, which is of this kind; what goes with it.
    #[track_caller]
    pub fn expect(&self, kind: &str) -> String {
        let (told, text) = self.next();
        assert_eq!(told, kind, "{text}");
        text
    }
}

impl Reply {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("an answer");
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let header = |line: &str| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        Self { status, headers: lines.filter_map(header).collect(), body: bytes[end + 4..].to_vec() }
    }

    /// The value of a header; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The body as a document.
    pub fn page(&self) -> scraper::Html {
        scraper::Html::parse_document(&self.text())
    }
}

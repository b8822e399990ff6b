//! A preview from its beginning to its end.

use crate::fault::at;
use crate::location::BaseUrl;
use crate::pipeline::{Order, Progress};
use crate::plan::Audience;
use crate::report::{self, UiLanguage};
use crate::serve::answer::Desk;
use crate::serve::clock::Clock;
use crate::serve::folder::Folder;
use crate::serve::port::{Place, USUAL};
use crate::serve::preview::Preview;
use crate::serve::server;
use crate::serve::stand::Stand;
use crate::serve::texts::Disk;
use crate::serve::voice::Voice;
use crate::serve::watch::{Task, Watch, Watching};
use std::fs::{File, TryLockError};
use std::io::{self, Error, ErrorKind};
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What to serve, and how.
#[derive(Clone, Debug)]
pub struct Service {
    /// The folder that holds `content/` and `themes/`.
    pub root: PathBuf,
    /// Where to listen.
    pub place: Place,
    /// For whom the site is made.
    pub audience: Audience,
    /// The time.
    pub clock: Clock,
    /// How changes come to be known.
    pub watching: Watching,
    /// Whether a browser is opened.
    pub browser: Browser,
}

/// Whether a browser is opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Browser {
    /// It is.
    Open,
    /// The user opens it himself.
    Leave,
}

impl Service {
    /// Serves until the user asks for an end.
    ///
    /// # Errors
    /// When the preview cannot be begun: the port is in use, the folder cannot be read or written.
    pub fn run(self, voice: &dyn Voice, progress: &dyn Progress) -> io::Result<()> {
        let ui = voice.ui();
        let lock = alone(&self.root, ui)?;
        let listener = self.place.listen(ui)?;
        let address = listener.local_addr()?;
        let url = url(address);
        let order = self.order(&url);
        let mut watch = Watch::open(&self.root, self.watching)?;
        let (stands, seen) = tokio::sync::watch::channel(Arc::new(Stand::default()));
        let (site, texts) = (Folder::new(order.out.clone()), Disk(self.root.clone()));
        server::start(listener, Desk { site, texts, ui, clock: self.clock }, seen, watch.sender())?;
        let mut preview = Preview::open(order, self.clock, voice, progress, stands)?;
        self.greet(address, &url, voice);
        loop {
            match watch.next(preview.patience()) {
                Task::Build(changed) => preview.build(&changed),
                Task::LookAtClock => preview.look_at_clock(),
                Task::TellOfLooking(why) => {
                    voice.complain(&report::phrase(ui, "serve-looking", [("why", why.word().into())]));
                }
                Task::End => break,
            }
        }
        voice.say(&report::label(ui, "serve-ended"));
        drop(lock);
        Ok(())
    }

    fn order(&self, url: &str) -> Order {
        Order {
            root: self.root.clone(),
            out: folder(&self.root),
            now: self.clock.now(),
            base_url: BaseUrl::parse(url),
            audience: self.audience,
        }
    }

    fn greet(&self, address: SocketAddr, url: &str, voice: &dyn Voice) {
        let ui = voice.ui();
        if self.place.port.is_none() && address.port() != USUAL {
            let ports = [("port", USUAL.to_string().into()), ("other", address.port().to_string().into())];
            voice.complain(&report::phrase(ui, "serve-next-port", ports));
        }
        if !address.ip().is_loopback() {
            voice.complain(&report::label(ui, "serve-open-to-others"));
        }
        voice.say(&report::phrase(ui, "serve-ready", [("url", url.into())]));
        voice.say(&report::phrase(ui, "serve-desk", [("url", format!("{url}_desk/").into())]));
        voice.say(&report::label(ui, "serve-how-to-end"));
        if self.browser == Browser::Open && opener::open_browser(url).is_err() {
            voice.complain(&report::phrase(ui, "serve-no-browser", [("url", url.into())]));
        }
    }
}

/// The folder that the preview is built into.
fn folder(root: &Path) -> PathBuf {
    root.join(".jarshy").join("serve")
}

/// The URL at which a browser on this computer finds the preview.
fn url(address: SocketAddr) -> String {
    let host = match address.ip() {
        ip if ip.is_unspecified() => "127.0.0.1".to_owned(),
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    };
    format!("http://{host}:{}/", address.port())
}

/// Sees to it that nobody else serves the newsroom meanwhile, as long as the file is held.
fn alone(root: &Path, ui: UiLanguage) -> io::Result<File> {
    let folder = root.join(".jarshy");
    let path = folder.join("serve.lock");
    std::fs::create_dir_all(&folder).map_err(at(&folder))?;
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(at(&path))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(Error::new(ErrorKind::AddrInUse, report::label(ui, "serve-twice"))),
        // Where files cannot be locked, nobody is kept from anything.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_url_is_one_that_a_browser_opens() {
        let url = |address: &str| url(address.parse().unwrap());
        assert_eq!(url("127.0.0.1:1111"), "http://127.0.0.1:1111/");
        assert_eq!(url("0.0.0.0:80"), "http://127.0.0.1:80/");
        assert_eq!(url("[::1]:1111"), "http://[::1]:1111/");
    }
}

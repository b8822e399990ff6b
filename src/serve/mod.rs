//! The editors' preview: the site as it would be, on this computer, fresh after every save.
//!
//! [`Service`] builds into a folder of its own below `.jarshy/`, with `preview` around a session of the pipeline. `watch`
//! waits for what editors do to files, `gather` until they have done. After every build `preview` publishes a `Stand`;
//! from it the server's thread answers: with the files of the site (`answer`, `folder`, `delivery`), to which `page` adds a
//! script while they are served, with the `desk`, and with news for open pages (`live`).

mod answer;
mod clock;
mod delivery;
mod desk;
mod folder;
mod gather;
mod guard;
mod live;
mod look;
mod looks;
mod media_type;
mod page;
mod port;
mod preview;
mod proof;
mod server;
mod service;
mod signal;
mod stand;
mod texts;
mod voice;
mod watch;

pub use clock::Clock;
pub use port::Place;
pub use service::{Browser, Service};
pub use voice::Voice;
pub use watch::Watching;

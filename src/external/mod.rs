//! Links to other sites, asked for one by one when an editor wants it: never by default.
//!
//! `links` gathers what to ask for, `visit` follows an address to its end and says what that means, `network` is the only
//! part that touches the network, `memory` remembers what answered well, and `stage` joins them.

mod links;
mod memory;
mod network;
mod stage;
mod visit;

pub use network::{Manners, Network, Reach};
pub use stage::check;
pub use visit::{Failure, Method, Reply, Web};

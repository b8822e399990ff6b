//! The network itself: asks politely, and never within a private network.

use crate::external::visit::{Failure, Method, Reply, Web, is_private};
use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use ureq::config::Config;
use ureq::http::{Uri, header};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use url::Url;

/// How others are asked.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// How long one answer may take.
    pub patience: Duration,
    /// How long a host is left alone between two questions.
    pub pause: Duration,
    /// What may be reached.
    pub reach: Reach,
}

/// What may be reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Hosts that everybody can reach.
    Public,
    /// Every host, this computer and its network among them.
    Everywhere,
}

impl Default for Manners {
    fn default() -> Self {
        Self { patience: Duration::from_secs(15), pause: Duration::from_secs(1), reach: Reach::Public }
    }
}

/// The network. A host is asked one thing at a time.
pub struct Network {
    agent: ureq::Agent,
    manners: Manners,
    /// When each host was last asked.
    hosts: Mutex<HashMap<String, Arc<Mutex<Option<Instant>>>>>,
}

impl Network {
    /// A network with nobody asked yet.
    pub fn new(manners: Manners) -> Self {
        let config = ureq::Agent::config_builder()
            .user_agent(concat!("jarshy/", env!("CARGO_PKG_VERSION"), " (checks links)"))
            .timeout_global(Some(manners.patience))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_response_header_size(64 << 10)
            .proxy(None)
            .build();
        let agent = ureq::Agent::with_parts(config, DefaultConnector::default(), Guard { reach: manners.reach });
        Self { agent, manners, hosts: Mutex::default() }
    }

    fn host(&self, url: &Url) -> Arc<Mutex<Option<Instant>>> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        hosts.entry(url.host_str().unwrap_or_default().to_owned()).or_default().clone()
    }
}

impl Web for Network {
    fn ask(&self, method: Method, url: &Url) -> Result<Reply, Failure> {
        if self.manners.reach == Reach::Public && is_private(url) {
            return Err(Failure::Private);
        }
        let host = self.host(url);
        let mut last = host.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = *last {
            std::thread::sleep(self.manners.pause.saturating_sub(last.elapsed()));
        }
        let asked = match method {
            Method::Head => self.agent.head(url.as_str()).call(),
            Method::Get => self.agent.get(url.as_str()).call(),
        };
        *last = Some(Instant::now());
        // The page is not read: what it is called is enough.
        let answer = asked.map_err(|error| failure(&error))?;
        let location = answer.headers().get(header::LOCATION).map(|place| String::from_utf8_lossy(place.as_bytes()));
        Ok(Reply { status: answer.status().as_u16(), location: location.map(String::from) })
    }
}

fn failure(error: &ureq::Error) -> Failure {
    match error {
        ureq::Error::HostNotFound => Failure::Host,
        ureq::Error::Timeout(_) => Failure::Timeout,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Failure::Certificate,
        ureq::Error::Io(error) => match error.kind() {
            io::ErrorKind::PermissionDenied => Failure::Private,
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Failure::Timeout,
            io::ErrorKind::InvalidData => Failure::Certificate,
            _ => Failure::Connection,
        },
        _ => Failure::Connection,
    }
}

/// Looks names up, and refuses those that lead into a private network: whoever writes a link must not find out what
/// there is in the network of whoever checks it.
#[derive(Debug)]
struct Guard {
    reach: Reach,
}

impl Resolver for Guard {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        // What the system says of a name that it cannot find is an error like any other.
        let unknown = |error| if let ureq::Error::Io(_) = error { ureq::Error::HostNotFound } else { error };
        let found = DefaultResolver::default().resolve(uri, config, timeout).map_err(unknown)?;
        let private = |address: &SocketAddr| !is_public(address.ip());
        if self.reach == Reach::Public && found.iter().any(private) {
            return Err(ureq::Error::Io(io::ErrorKind::PermissionDenied.into()));
        }
        Ok(found)
    }
}

/// Whether everybody can reach an address (RFC 6890, and the addresses of version 4 within those of version 6).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => {
            let [a, b, ..] = four.octets();
            let shared = a == 100 && (64..128).contains(&b);
            let kept = a == 0 || a >= 224 || (a, b) == (198, 18) || (a, b) == (198, 19) || (a, b) == (192, 0);
            !(four.is_private() || four.is_loopback() || four.is_link_local() || shared || kept)
        }
        IpAddr::V6(six) => {
            let first = six.segments()[0];
            let inner = six.to_ipv4_mapped().or_else(|| six.to_ipv4());
            let translated = first == 0x64 && six.segments()[1] == 0xff9b || first == 0x2002;
            !(translated || first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80 || first >= 0xff00)
                && inner.is_none_or(|inner| is_public(inner.into()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn private_addresses_are_known_in_every_disguise() {
        let public = |address: &str| is_public(address.parse().unwrap());
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "::1",
            "::",
            "fd00::1",
            "fe80::1",
            "::ffff:127.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "ff02::1",
        ] {
            assert!(!public(private), "{private}");
        }
        for open in ["8.8.8.8", "95.56.234.10", "2a02:6b8::2:242", "172.32.0.1", "100.128.0.1"] {
            assert!(public(open), "{open}");
        }
    }
}

//! The door at which the preview listens.

use crate::report::{self, UiLanguage};
use std::io::{Error, ErrorKind, Result};
use std::net::{IpAddr, TcpListener};

/// The port that is taken when none is asked for, and the first of those that are tried when it is in use.
pub const USUAL: u16 = 1111;
/// How many ports are tried.
const TRIES: u16 = 20;

/// Where to listen.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The address.
    pub address: IpAddr,
    /// The port; nothing for the usual one, or the next that is free.
    pub port: Option<u16>,
}

impl Place {
    /// Listens there.
    ///
    /// # Errors
    /// When that cannot be; the error says what to do.
    pub fn listen(self, ui: UiLanguage) -> Result<TcpListener> {
        let ports = self.port.map_or(USUAL..=USUAL + TRIES, |port| port..=port);
        let mut refused = None;
        for port in ports {
            match TcpListener::bind((self.address, port)) {
                Ok(listener) => return Ok(listener),
                Err(error) if error.kind() == ErrorKind::AddrInUse => refused = Some((port, error)),
                Err(error) => return Err(self.told(port, &error, ui)),
            }
        }
        let refused = refused.map(|(port, error)| self.told(port, &error, ui));
        Err(refused.unwrap_or_else(|| ErrorKind::AddrInUse.into()))
    }

    fn told(self, port: u16, error: &Error, ui: UiLanguage) -> Error {
        let key = match error.kind() {
            ErrorKind::AddrInUse => "serve-port-taken",
            ErrorKind::PermissionDenied => "serve-port-forbidden",
            ErrorKind::AddrNotAvailable => "serve-no-address",
            _ => return Error::new(error.kind(), format!("{}: {error}", self.address)),
        };
        let other = if port.checked_add(1).is_some_and(|next| next > USUAL) { port.wrapping_add(1) } else { USUAL };
        let (port, other, address) = (port.to_string(), other.to_string(), self.address.to_string());
        let args = [("port", port.into()), ("other", other.into()), ("address", address.into())];
        Error::other(report::phrase(ui, key, args))
    }
}

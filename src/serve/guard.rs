//! Who may ask: a page of a foreign site must not read drafts by giving its own name the address of this computer.

use axum::http::header::HOST;
use axum::http::request::Parts;
use axum::http::uri::Authority;
use std::net::IpAddr;

/// Whether a request was meant for this server. A name that anybody could register is none of its names; an IP address
/// cannot be given to another.
pub fn is_ours(request: &Parts) -> bool {
    let mut hosts = request.headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let named = |authority: &Authority| is_own_name(authority.as_str(), authority.host());
    let host = host.to_str().ok().and_then(|host| host.parse::<Authority>().ok());
    host.is_some_and(|host| named(&host)) && request.uri.authority().is_none_or(named)
}

fn is_own_name(authority: &str, host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().is_ok();
    !authority.contains('@') && (address || host == "localhost" || host.ends_with(".localhost"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn ours(uri: &str, hosts: &[&str]) -> bool {
        let request = hosts.iter().fold(Request::get(uri), |request, host| request.header(HOST, *host));
        is_ours(&request.body(()).unwrap().into_parts().0)
    }

    #[test]
    fn this_computer_is_asked_by_its_own_names() {
        for host in ["localhost:1111", "LOCALHOST", "127.0.0.1:1111", "[::1]:1111", "192.168.1.7:80", "ru.localhost:1"]
        {
            assert!(ours("/", &[host]), "{host}");
        }
        assert!(ours("http://127.0.0.1:1111/ru/", &["127.0.0.1:1111"]));
    }

    #[test]
    fn a_name_that_anybody_can_register_is_refused() {
        for host in [
            "evil.example:1111",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "user@localhost",
            "evil.example@127.0.0.1",
            "localhostx",
            "",
            "a b",
        ] {
            assert!(!ours("/", &[host]), "{host}");
        }
        assert!(!ours("/", &[]));
        assert!(!ours("/", &["localhost", "evil.example"]));
        assert!(!ours("http://evil.example/", &["localhost"]));
    }
}

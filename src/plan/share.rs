//! Links by which readers pass a release on. They are plain addresses: nothing is asked of the services before a reader
//! follows one.

use crate::view::ShareLink;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 3986 calls unreserved stays as it is.
const WITHIN: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The links that pass on a page, by its absolute address and its title.
pub fn share_links(title: &str, url: &str) -> Vec<ShareLink> {
    let within = |text: &str| utf8_percent_encode(text, &WITHIN).to_string();
    let (title, url) = (within(title), within(url));
    let link = |service, url| ShareLink { service, url };
    vec![
        link("telegram", format!("https://t.me/share/url?url={url}&text={title}")),
        link("whatsapp", format!("https://wa.me/?text={title}%0A{url}")),
        link("email", format!("mailto:?subject={title}&body={url}")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stays_one_value_of_the_address() {
        let links = share_links("Жиын: «1 & 2»\u{a0}#3?", "https://a.kz/kk/");
        let urls: Vec<&str> = links.iter().map(|link| link.url.as_str()).collect();
        let title = "%D0%96%D0%B8%D1%8B%D0%BD%3A%20%C2%AB1%20%26%202%C2%BB%C2%A0%233%3F";
        let url = "https%3A%2F%2Fa.kz%2Fkk%2F";
        assert_eq!(
            urls,
            [
                format!("https://t.me/share/url?url={url}&text={title}"),
                format!("https://wa.me/?text={title}%0A{url}"),
                format!("mailto:?subject={title}&body={url}"),
            ]
        );
    }
}

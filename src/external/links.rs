//! The links to other sites that content has.

use crate::diagnostic::Place;
use crate::markdown::Destination;
use crate::parse::{Document, Front};
use std::collections::BTreeMap;
use std::sync::Arc;
use url::Url;

/// Where an address is linked.
pub struct Linked {
    /// As it is written there first.
    pub written: String,
    /// The places, in order.
    pub places: Vec<Place>,
}

/// Every address once, without its fragment, in the order of the addresses.
pub fn links(documents: &[Arc<Document>]) -> BTreeMap<Url, Linked> {
    let mut links: BTreeMap<Url, Linked> = BTreeMap::new();
    for document in documents {
        let source = match &document.front {
            Front::Release(front) => front.source_url.as_ref(),
            _ => None,
        };
        for link in document.body.survey.links.iter().chain(source) {
            let Some(url) = address(&link.value) else { continue };
            let linked = links.entry(url).or_insert_with(|| Linked { written: link.value.clone(), places: Vec::new() });
            linked.places.push(Place::new(document.file.clone(), link.span));
        }
    }
    links
}

/// What a browser would ask for; nothing for what is no address of another site.
fn address(written: &str) -> Option<Url> {
    let mut url = Url::parse(written).ok().filter(|_| Destination::of(written) == Destination::Web)?;
    url.set_fragment(None);
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_what_a_browser_asks_for() {
        let asked = |written| address(written).map(String::from);
        assert_eq!(asked("https://Assembly.example/a#b").as_deref(), Some("https://assembly.example/a"));
        assert_eq!(
            asked("https://мысал.қаз/бет").as_deref(),
            Some("https://xn--80awbu3c.xn--80ao21a/%D0%B1%D0%B5%D1%82")
        );
        for other in ["mailto:a@b.kz", "ru.md", "#a", "https://", "//a.kz"] {
            assert_eq!(asked(other), None, "{other}");
        }
    }
}

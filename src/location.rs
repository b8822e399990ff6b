//! Where things are: the only code that derives a URL or an output path, for every kind of page.

use crate::language::Language;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The three ways in which releases are sorted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Taxonomy {
    /// The 20 first-level units of the country.
    Region,
    /// The projects of the newsroom.
    Project,
    /// Free subjects.
    Tag,
}

impl Taxonomy {
    /// All three, in the order of menus.
    pub const ALL: [Self; 3] = [Self::Region, Self::Project, Self::Tag];

    /// The folder of its term pages, and the key of its name among the interface strings.
    pub fn word(self) -> &'static str {
        match self {
            Self::Region => "regions",
            Self::Project => "projects",
            Self::Tag => "tags",
        }
    }
}

/// Every kind of place that a page of one language can have.
#[derive(Clone, Copy, Debug)]
pub enum Spot<'a> {
    /// The front page.
    Home,
    /// The list of all releases.
    News,
    /// A year of the archive.
    Year(i16),
    /// A month of the archive.
    Month(i16, i8),
    /// A release, by the date that it shows and its slug.
    Release(Date, &'a str),
    /// The index of a taxonomy.
    Index(Taxonomy),
    /// A term page, by the term's id.
    Term(Taxonomy, &'a str),
    /// The list of coming events.
    Events,
    /// The list of corrections.
    Corrections,
    /// A standing page, by its id.
    Standing(&'a str),
    /// The page for addresses that lead nowhere.
    NotFound,
}

/// The address of a page or file within the site, without the base URL: begins with `/`; a page's ends with `/`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Permalink(Arc<str>);

impl Permalink {
    /// `/`, which leads to the default language.
    pub fn root() -> Self {
        Self::new("/".to_owned())
    }

    /// The address of a place in a language: `/ru/news/2024/10/18/akim-kenes/`.
    pub fn of(language: Language, spot: Spot<'_>) -> Self {
        let prefix = language.prefix();
        Self::new(match spot {
            Spot::Home => format!("/{prefix}/"),
            Spot::News => format!("/{prefix}/news/"),
            Spot::Year(year) => format!("/{prefix}/news/{year:04}/"),
            Spot::Month(year, month) => format!("/{prefix}/news/{year:04}/{month:02}/"),
            // Most addresses are of releases, and most of the time of `format!` goes into what it can do beyond this.
            Spot::Release(date, slug) => {
                let (year, month, day) = (digits(date.year()), digits(date.month().into()), digits(date.day().into()));
                let [month, day] = [&month, &day].map(|digits| digits.get(2..).unwrap_or_default());
                ["/", &prefix, "/news/", &year, "/", month, "/", day, "/", slug, "/"].concat()
            }
            Spot::Index(taxonomy) => format!("/{prefix}/{}/", taxonomy.word()),
            Spot::Term(taxonomy, id) => format!("/{prefix}/{}/{id}/", taxonomy.word()),
            Spot::Events => format!("/{prefix}/events/"),
            Spot::Corrections => format!("/{prefix}/corrections/"),
            Spot::Standing(id) => format!("/{prefix}/{id}/"),
            Spot::NotFound => format!("/{prefix}/404.html"),
        })
    }

    /// A file of the whole site: `/robots.txt`.
    pub fn file(name: &str) -> Self {
        Self::new(format!("/{name}"))
    }

    /// A file in this page's folder: `/ru/rss.xml` beside `/ru/`.
    pub fn beside(&self, name: &str) -> Self {
        let folder = self.0.rfind('/').map_or("", |slash| &self.0[..slash]);
        Self::new(format!("{folder}/{name}"))
    }

    /// A numbered page of this list, counted from the oldest, which is 1.
    pub fn page(&self, number: usize) -> Self {
        self.beside(&format!("page/{number}/"))
    }

    /// An address that was once used, as front matter gives it; `None` unless it is a plain absolute path: printable,
    /// without query, fragment or backslash, no part of it hidden (`.htaccess`), `..`, or longer than names of files may be.
    pub fn alias(text: &str) -> Option<Self> {
        const LONGEST: usize = 250;
        let decoded = percent_encoding::percent_decode_str(text).decode_utf8().ok()?;
        let plain = decoded.chars().all(|c| !c.is_control() && !c.is_whitespace() && !"?#\\:*\"<>|".contains(c));
        let safe = decoded.split('/').all(|part| !part.starts_with('.') && part.len() <= LONGEST);
        let path = decoded.starts_with('/') && decoded.len() > 1 && !decoded.contains("//");
        (path && plain && safe).then(|| Self::new(decoded.into_owned()))
    }

    /// The file that a web server delivers for this address; a folder's is its `index.html`.
    pub fn output_path(&self) -> OutputPath {
        let path = self.0.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            return OutputPath(format!("{path}index.html").into());
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        OutputPath(if name.contains('.') { path.into() } else { format!("{path}/index.html").into() })
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn new(text: String) -> Self {
        Self(text.into())
    }
}

/// A number that is not negative in four digits.
fn digits(number: i16) -> String {
    let digit = |place: i16| char::from(b'0' + u8::try_from(number / place % 10).unwrap_or_default());
    [1000, 100, 10, 1].map(digit).iter().collect()
}

/// The path of a file in the output, with `/`, never absolute, never leaving the folder.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as addresses name it: without the `index.html` of a folder.
    pub fn address(&self) -> &str {
        self.0.strip_suffix("index.html").unwrap_or(&self.0)
    }

    /// The folder that the file lies in, empty for the top.
    pub fn folder(&self) -> &str {
        self.0.rfind('/').map_or("", |slash| &self.0[..slash])
    }

    /// The folders around the file, the outermost first.
    pub fn folders(&self) -> impl Iterator<Item = Self> + '_ {
        self.0.match_indices('/').map(|(slash, _)| Self(self.0[..slash].into()))
    }

    /// The extension in the file's name, empty where there is none.
    pub fn extension(&self) -> &str {
        self.0.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, extension)| extension)
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The URL under which the site stands: `https://assembly.example/news`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct BaseUrl {
    origin: String,
    path: String,
}

impl BaseUrl {
    /// Reads an http or https URL without query and fragment; `None` when it is another.
    pub fn parse(text: &str) -> Option<Self> {
        let url = url::Url::parse(text.trim()).ok()?;
        let web = matches!(url.scheme(), "http" | "https");
        let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        (web && plain && url.has_host()).then(|| Self {
            origin: url.origin().ascii_serialization(),
            path: url.path().trim_end_matches('/').to_owned(),
        })
    }

    /// Scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The URL as pages of the site write it: the base's path and the permalink, percent-encoded where needed.
    pub fn local(&self, permalink: &Permalink) -> String {
        const UNSAFE: percent_encoding::AsciiSet = percent_encoding::CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>');
        let path = permalink.as_str();
        let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\"<>".contains(&byte);
        if path.bytes().all(is_plain) {
            return [&self.path, path].concat();
        }
        format!("{}{}", self.path, percent_encoding::utf8_percent_encode(path, &UNSAFE))
    }

    /// The URL as the outside writes it.
    pub fn absolute(&self, permalink: &Permalink) -> String {
        [&*self.origin, &self.local(permalink)].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ru() -> Language {
        Language::parse("ru").unwrap()
    }

    #[test]
    fn every_spot_has_the_address_that_the_readme_promises() {
        let date = Date::new(2024, 10, 18).unwrap();
        let spots = [
            (Spot::Home, "/ru/"),
            (Spot::News, "/ru/news/"),
            (Spot::Year(2024), "/ru/news/2024/"),
            (Spot::Month(2024, 10), "/ru/news/2024/10/"),
            (Spot::Release(date, "akim-kenes"), "/ru/news/2024/10/18/akim-kenes/"),
            (Spot::Index(Taxonomy::Region), "/ru/regions/"),
            (Spot::Term(Taxonomy::Project, "qazaqtanu"), "/ru/projects/qazaqtanu/"),
            (Spot::Corrections, "/ru/corrections/"),
            (Spot::Standing("about"), "/ru/about/"),
            (Spot::NotFound, "/ru/404.html"),
        ];
        for (spot, address) in spots {
            assert_eq!(Permalink::of(ru(), spot).as_str(), address);
        }
    }

    #[test]
    fn a_file_beside_a_page_lies_in_its_folder() {
        let home = Permalink::of(ru(), Spot::Home);
        assert_eq!(home.beside("rss.xml").as_str(), "/ru/rss.xml");
        assert_eq!(home.page(3).as_str(), "/ru/page/3/");
        assert_eq!(home.beside("rss.xml").output_path().as_str(), "ru/rss.xml");
        assert_eq!(Permalink::root().output_path().as_str(), "index.html");
    }

    #[test]
    fn a_base_with_a_path_goes_before_every_address() {
        let base = BaseUrl::parse("https://assembly.example/news/").unwrap();
        let home = Permalink::of(ru(), Spot::Home);
        assert_eq!(base.local(&home), "/news/ru/");
        assert_eq!(base.absolute(&home), "https://assembly.example/news/ru/");
        assert_eq!(BaseUrl::parse("ftp://assembly.example"), None);
        assert_eq!(BaseUrl::parse("https://assembly.example/?q"), None);
    }

    #[test]
    fn an_alias_is_a_plain_path() {
        let path = |text| Permalink::alias(text).map(|alias| alias.output_path().to_string());
        assert_eq!(path("/old/press/123.html").as_deref(), Some("old/press/123.html"));
        assert_eq!(path("/old/press").as_deref(), Some("old/press/index.html"));
        for bad in [
            "old",
            "/",
            "/../x",
            "/a/%2e%2e/b",
            "/a?b",
            "//evil.example/",
            "/a\\b",
            "/a b",
            "",
            "/.htaccess",
            "/a/%2egit/",
        ] {
            assert_eq!(path(bad), None, "{bad}");
        }
        assert_eq!(path(&format!("/{}", "a".repeat(251))), None);
    }

    proptest! {
        #[test]
        fn no_alias_leaves_the_output(text in "\\PC*") {
            if let Some(alias) = Permalink::alias(&text) {
                let path = alias.output_path();
                prop_assert!(!path.as_str().starts_with('/') && !path.as_str().split('/').any(|part| part == ".."));
            }
        }
    }
}

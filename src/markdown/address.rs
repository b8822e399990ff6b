//! What a destination is, by its scheme alone.

/// A destination of a link or picture, sorted by where it leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Destination {
    /// `http:` or `https:`: it stands as it is.
    Web,
    /// `mailto:` or `tel:`: it stands as it is.
    Contact,
    /// No scheme: a path, a fragment, or a host after `//`; only the planner can say where it leads.
    Local,
    /// Any other scheme, or one that hides behind control characters or white space.
    Unsafe,
}

impl Destination {
    /// Sorts a destination whose entities are decoded. Schemes are read as browsers read them (URL Standard, 4.4):
    /// in any case, with tabs, line ends and control characters left out.
    pub fn of(destination: &str) -> Self {
        let Some((written, _)) = destination.split_once(':') else { return Self::Local };
        let ignored = |c: char| c.is_control() || c.is_whitespace();
        let scheme: String = written.chars().filter(|c| !ignored(*c)).collect();
        let named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        if !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) || !scheme.chars().all(named) {
            return Self::Local;
        }
        match scheme.to_ascii_lowercase().as_str() {
            _ if written.chars().any(ignored) => Self::Unsafe,
            "http" | "https" => Self::Web,
            "mailto" | "tel" => Self::Contact,
            _ => Self::Unsafe,
        }
    }
}

/// Writes HTML with `origin` before every `href` and `src` that begins with one `/`, and `page` before every one that is
/// a fragment. The HTML is our own or the sanitiser's: attributes in double quotes, `<` and `>` escaped in text.
pub fn absolute(html: &str, origin: &str, page: &str, out: &mut String) {
    let origin = origin.trim_end_matches('/');
    let mut in_tag = false;
    let mut rest = html;
    while let Some((before, after)) = rest.find("=\"").and_then(|at| rest.split_at_checked(at + 2)) {
        out.push_str(before);
        if let Some(at) = before.rfind(['<', '>']) {
            in_tag = before.as_bytes().get(at) == Some(&b'<');
        }
        if in_tag && (before.ends_with(" href=\"") || before.ends_with(" src=\"")) {
            match after.as_bytes() {
                [b'/', b'/', ..] => {}
                [b'/', ..] => out.push_str(origin),
                [b'#', ..] => out.push_str(page),
                _ => {}
            }
        }
        rest = after;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_four_schemes_pass() {
        assert_eq!(Destination::of("HTTPS://assembly.kz"), Destination::Web);
        assert_eq!(Destination::of("mailto:a@b.kz"), Destination::Contact);
        assert_eq!(Destination::of("Tel:+7 701"), Destination::Contact);
        for destination in
            ["javascript:alert(1)", "JAVASCRIPT:x", "vbscript:x", "data:text/html,x", "file:///etc", "x:y"]
        {
            assert_eq!(Destination::of(destination), Destination::Unsafe, "{destination}");
        }
    }

    #[test]
    fn a_scheme_cannot_hide() {
        for destination in ["java\nscript:x", "java\tscript:x", " javascript:x", "\u{1}javascript:x", "ht\ntp://x"] {
            assert_eq!(Destination::of(destination), Destination::Unsafe, "{destination:?}");
        }
    }

    #[test]
    fn a_colon_is_not_always_a_scheme() {
        for destination in ["", "photo.jpg", "../ru.md#a:b", "./a:b", "?a:b", "мәтін:x.jpg", ":x", "//host/a", "1:2"]
        {
            assert_eq!(Destination::of(destination), Destination::Local, "{destination}");
        }
    }

    #[test]
    fn addresses_become_absolute_in_tags_only() {
        let html = "<a href=\"/a\" title=\" src=&quot;/x\">href=\"/b\"</a> href=\"/c\"<img alt=\"\" src=\"/d\"><a href=\"//e\"><a href=\"#f\">";
        let mut out = String::new();
        absolute(html, "https://assembly.kz/", "https://assembly.kz/ru/x/", &mut out);
        assert_eq!(
            out,
            "<a href=\"https://assembly.kz/a\" title=\" src=&quot;/x\">href=\"/b\"</a> href=\"/c\"\
             <img alt=\"\" src=\"https://assembly.kz/d\"><a href=\"//e\"><a href=\"https://assembly.kz/ru/x/#f\">"
        );
    }
}

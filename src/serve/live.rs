//! Open pages, and what each is told: exactly those are loaded again that would show something else.

use crate::serve::stand::Stand;

/// A page that is open in a browser, as it last was.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tab {
    /// Where it is: the path of its URL.
    pub path: String,
    /// The version of the page.
    pub page: String,
    /// The stylesheet that it shows.
    pub style: String,
    /// The report that lies over it.
    pub overlay: Option<String>,
}

/// What a page is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum News {
    /// To load itself again.
    Reload,
    /// To take another stylesheet.
    Style(String),
    /// To show a report over itself.
    Report(String),
    /// To take the report away.
    Mended,
}

impl News {
    /// The name of the event.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Reload => "reload",
            Self::Style(_) => "style",
            Self::Report(_) => "report",
            Self::Mended => "mended",
        }
    }

    /// What goes with it; never nothing, since a browser passes over an event without data.
    pub fn text(&self) -> &str {
        match self {
            Self::Reload | Self::Mended => self.word(),
            Self::Style(text) | Self::Report(text) => text,
        }
    }
}

impl Tab {
    /// What is new since the tab was last told, now that its page is of version `page`.
    pub fn news(&mut self, stand: &Stand, page: String) -> Vec<News> {
        let old = std::mem::replace(
            self,
            Self { path: self.path.clone(), page, style: stand.style.clone(), overlay: stand.overlay.clone() },
        );
        if old.page != self.page {
            // The new page asks for its report itself.
            return vec![News::Reload];
        }
        let style = (old.style != self.style).then(|| News::Style(self.style.clone()));
        let report = (old.overlay != self.overlay).then(|| self.overlay.clone().map_or(News::Mended, News::Report));
        style.into_iter().chain(report).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand(style: &str, overlay: Option<&str>) -> Stand {
        Stand { style: style.to_owned(), overlay: overlay.map(str::to_owned), ..Stand::default() }
    }

    /// What a tab is told at each step: the version of its page, the stylesheet, the report.
    fn told(steps: &[(&str, &str, Option<&str>)]) -> Vec<Vec<News>> {
        let mut tab = Tab { page: "v1".to_owned(), style: "s1".to_owned(), ..Tab::default() };
        steps.iter().map(|(page, style, overlay)| tab.news(&stand(style, *overlay), (*page).to_owned())).collect()
    }

    #[test]
    fn a_page_that_is_the_same_is_told_nothing() {
        assert_eq!(told(&[("v1", "s1", None), ("v1", "s1", None)]), [vec![], vec![]]);
    }

    #[test]
    fn a_page_that_changed_is_loaded_once() {
        assert_eq!(told(&[("v2", "s1", None), ("v2", "s1", None)]), [vec![News::Reload], vec![]]);
    }

    #[test]
    fn a_stylesheet_is_swapped_without_loading_the_page() {
        let style = News::Style("s2".to_owned());
        assert_eq!(told(&[("v1", "s2", None), ("v1", "s2", None)]), [vec![style], vec![]]);
        assert_eq!(told(&[("v2", "s2", None)]), [vec![News::Reload]]);
    }

    #[test]
    fn a_report_lies_over_the_page_until_all_is_mended() {
        let report = |text: &str| vec![News::Report(text.to_owned())];
        let steps = [("v1", "s1", Some("a")), ("v1", "s1", Some("a")), ("v1", "s1", Some("b")), ("v1", "s1", None)];
        assert_eq!(told(&steps), [report("a"), vec![], report("b"), vec![News::Mended]]);
    }
}

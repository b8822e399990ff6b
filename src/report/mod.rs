//! stub
use crate::diagnostic::Diagnostic;
#[derive(Clone, Copy, Debug)]
pub enum UiLanguage {
    En,
}
impl UiLanguage {
    pub fn from_locale(_: &str) -> Self {
        Self::En
    }
    pub fn built(self, s: &Summary, t: std::time::Duration) -> String {
        format!("{s:?} {t:?}")
    }
    pub fn failed(self, e: &str) -> String {
        e.to_owned()
    }
}
#[derive(Clone, Copy, Debug)]
pub enum Colour {
    Plain,
    Styled,
}
#[derive(Clone, Copy, Debug)]
pub struct Summary {
    pub pages: usize,
    pub feeds: usize,
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
}
pub trait Texts {
    fn text(&self, file: &str) -> Option<String>;
}
pub fn for_people(f: &[Diagnostic], t: &dyn Texts, _: UiLanguage, _: Colour) -> String {
    f.iter()
        .map(|d| {
            let s = t.text(&d.place.file).unwrap_or_default();
            let line = s[..(d.place.span.start as usize).min(s.len())].matches('\n').count() + 1;
            format!("{:?} {} {}:{} {:?}\n", d.severity, d.code.word(), d.place.file, line, d.args)
        })
        .collect()
}
pub fn summary(f: &[Diagnostic], _: UiLanguage) -> String {
    format!("{}", f.len())
}

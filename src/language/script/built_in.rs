//! The schemes that the program brings along.

use crate::language::script::scheme::{Scheme, Script};
use std::sync::LazyLock;

static BUILT_IN: LazyLock<Vec<Scheme>> =
    LazyLock::new(|| FILES.iter().filter_map(|file| Scheme::read(file).ok()).collect());

/// A new decree is one more file here.
pub(crate) const FILES: [&str; 3] = [
    include_str!("schemes/kk-Latn-2021.scheme"),
    include_str!("schemes/kk-Latn-2018.scheme"),
    include_str!("schemes/kk-Arab.scheme"),
];

impl Scheme {
    /// The built-in scheme of a name: `kk-Latn-2021`, `kk-Latn-2018`, `kk-Arab`.
    pub fn built_in(name: &str) -> Option<&'static Self> {
        BUILT_IN.iter().find(|scheme| scheme.name == name)
    }

    /// The scheme of a script that is taken where none is named: the first of [`Scheme::names`] in it.
    pub fn usual(script: Script) -> Option<&'static Self> {
        BUILT_IN.iter().find(|scheme| scheme.script == script)
    }

    /// The names of the built-in schemes, the first of a script being the usual one.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|scheme| scheme.name.as_str())
    }
}

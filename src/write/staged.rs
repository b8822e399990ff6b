//! A file on its way into the output.

use crate::manifest::Entry;

/// A file that is rendered: what the manifest will say of it.
#[derive(Clone, Debug)]
pub struct Staged {
    /// Its entry; the stamp is of the file as it lies in the staging folder.
    pub entry: Entry,
    /// Where its bytes are.
    pub place: Place,
}

/// Where the bytes of a rendered file are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// In the staging folder.
    Staged,
    /// Where they belong: the file that lay there had them already.
    InPlace,
}

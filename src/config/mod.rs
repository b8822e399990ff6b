//! `content/site.yaml` as a type. Every default stands in this folder.

mod outputs;
mod read;
mod site;

pub use outputs::{Archive, Outputs, Switch};
pub use read::{localized, read};
pub use site::{Config, ContactEntry, Identity, Languages, Rule};

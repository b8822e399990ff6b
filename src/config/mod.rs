//! `content/site.yaml` as a type. Every default stands in this folder.

mod outputs;
mod read;
mod scripts;
mod site;

pub use outputs::{Archive, Outputs, Switch};
pub use read::{localized, read};
pub use scripts::{Variant, is_script_file};
pub use site::{Config, ContactEntry, Identity, Languages, Rule};

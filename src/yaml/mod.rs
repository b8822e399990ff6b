//! The one door for YAML. A text goes through five hands:
//!
//! 1. `plain` puts quotes around values that people write without them and YAML would break or cut;
//! 2. `node` reads the text with serde_yaml, within limits of depth and of growth by aliases;
//! 3. `walk` finds the place of every value with a `cursor` over the text, guided by what was read;
//! 4. `table` and `entry` hand the values out by key and type, and collect every problem on the way;
//! 5. when serde_yaml refuses the text, `explain` says which line is to blame, and the `line` why.

mod cursor;
mod entry;
mod explain;
mod line;
mod node;
mod plain;
mod reading;
mod table;
mod text;
mod walk;

pub use entry::{Entry, Form};
pub use table::Table;
pub use text::Text;

use crate::diagnostic::Diagnostic;

/// Reads a mapping. `None` when the text cannot be read as one, and `findings` say why; an empty text is an
/// empty mapping.
pub fn read(text: &Text, findings: &mut Vec<Diagnostic>) -> Option<Table> {
    reading::table(text, findings)
}

#[cfg(test)]
mod tests;

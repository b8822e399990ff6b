//! Names as editors type them, made comparable.

use crate::language::slug::normal;

/// The name as it is compared with others: in lower case, with `е` for `ё`, without quotation marks, with single
/// spaces. Two spellings of the name of a region or project are one name if their folds are equal.
pub fn fold(name: &str) -> String {
    let letters = name.chars().filter(|c| !is_quote(*c)).flat_map(char::to_lowercase);
    let letters = normal(letters.collect());
    let mut folded = String::with_capacity(letters.len());
    for c in letters.chars().map(|c| if c == 'ё' { 'е' } else { c }) {
        if !c.is_whitespace() {
            folded.push(c);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn is_quote(c: char) -> bool {
    matches!(c, '«' | '»' | '‹' | '›' | '„' | '“' | '”' | '‟' | '"' | '‚' | '‘' | '’' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_the_same_however_it_is_typed() {
        for typed in [
            "«Қоғамдық келісім» КММ",
            "\"Қоғамдық келісім\" КММ",
            "  „Қоғамдық\u{a0}\u{202f}келісім“ \t кмм\n",
            "ҚОҒАМДЫҚ 'КЕЛІСІМ' КММ",
            "Қоғамдық ” келісім КММ",
        ] {
            assert_eq!(fold(typed), "қоғамдық келісім кмм");
        }
    }

    #[test]
    fn russian_yo_is_ye_and_short_i_is_one_letter() {
        assert_eq!(fold("Орёл"), fold("ОРЕЛ"));
        assert_eq!(fold("Абаи\u{306}"), "абай");
        assert_eq!(fold("Е\u{308}лка"), "елка");
    }

    #[test]
    fn a_name_of_quotation_marks_is_empty() {
        assert_eq!(fold("« »"), "");
        assert_eq!(fold(""), "");
    }

    proptest! {
        #[test]
        fn a_fold_has_single_spaces_and_no_quotation_marks(name in "(\\PC| |«|\"){0,20}") {
            let folded = fold(&name);
            prop_assert_eq!(folded.trim(), &folded);
            prop_assert!(!folded.contains("  ") && !folded.contains(is_quote));
        }
    }
}

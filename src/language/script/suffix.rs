//! Endings of Kazakh words, for a name of a list that stands in the text with its ending (languages.md, 8).

/// The endings, one slot after another in the order in which they are joined; small letters.
const SUFFIXES: &str = "\
    лар лер дар дер тар тер \
    ым ім м ың ің ң ыңыз іңіз ңыз ңіз ы і сы сі ымыз іміз мыз міз \
    ның нің дың дің тың тің ға ге қа ке на не а е ны ні ды ді ты ті н да де та те нда нде дан ден тан тен нан нен \
    мен бен пен менен бенен пенен \
    дағы дегі тағы тегі ндағы ндегі нікі дікі тікі лық лік дық дік тық тік шы ші сыз сіз ша ше дай дей тай тей \
    лы лі ды ді ты ті лап леп дап деп тап теп \
    мын мін бын бін пын пін сың сің сыңдар сіңдер";
/// No word of the press has more endings than that.
const MOST: usize = 5;

/// Whether small letters are nothing, or endings that can follow a stem.
pub(crate) fn is_suffix(letters: &str) -> bool {
    follows(letters, MOST)
}

fn follows(letters: &str, left: usize) -> bool {
    let goes_on = |suffix| letters.strip_prefix(suffix).is_some_and(|rest| follows(rest, left - 1));
    letters.is_empty() || (left > 0 && SUFFIXES.split_whitespace().any(goes_on))
}

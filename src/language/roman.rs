//! Roman numerals.

/// The signs with their values, the greatest first.
const SIGNS: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The value of a Roman numeral in its usual form.
pub fn value(roman: &str) -> Option<u32> {
    let (mut rest, mut sum) = (roman, 0);
    for (value, sign) in SIGNS {
        let most = if sign.len() == 2 || matches!(value, 5 | 50 | 500) { 1 } else { 3 };
        for _ in 0..most {
            let Some(after) = rest.strip_prefix(sign) else { break };
            (rest, sum) = (after, sum + value);
        }
    }
    (rest.is_empty() && sum > 0).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_numeral_is_read_back() {
        for number in 1..4000 {
            let (mut rest, mut written) = (number, String::new());
            for (value, sign) in SIGNS {
                written.push_str(&sign.repeat((rest / value) as usize));
                rest %= value;
            }
            assert_eq!(value(&written), Some(number), "{written}");
        }
    }

    #[test]
    fn what_no_roman_would_write_is_none() {
        for none in ["", "IIII", "VX", "VV", "IC", "MMMM", "XIM", "A", "xi"] {
            assert_eq!(value(none), None, "{none}");
        }
    }
}

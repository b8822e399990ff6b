use crate::diagnostic::nearest;

#[test]
fn the_nearest_name_is_the_one_with_the_fewest_changes() {
    let regions = ["Карагандинская область", "Костанайская область", "KZ-39"];
    assert_eq!(nearest("Кастанайская область", regions), Some("Костанайская область"));
    assert_eq!(nearest("titel", ["date", "title"]), Some("title"));
    assert_eq!(nearest("x", regions), None);
}

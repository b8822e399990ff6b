use crate::language::script::{Exceptions, Scheme};

fn convert(scheme: &str, text: &str) -> String {
    let scheme = Scheme::built_in(scheme).unwrap();
    scheme.convert(text, &Exceptions::built_in(scheme.script())).into_owned()
}

#[test]
fn first_try() {
    for text in ["Бұрынғы өткен заманда, бір данышпан кісі үйіне келіп қоныпты", "Ислам ЯСАУИ Я Юнеско ҚХА-ның АҚШ XXІ ЮНЕСКО", "Əлі Әбішұлының ҚХА, https://qha.kz/мақала-да"] {
        for s in ["kk-Latn-2021", "kk-Latn-2018", "kk-Arab"] { println!("{}", convert(s, text)); }
    }
}

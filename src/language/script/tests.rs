use crate::language::script::{Exceptions, Fault, FaultKind, Scheme, Script};
use proptest::prelude::*;
use std::borrow::Cow;

fn scheme(name: &str) -> &'static Scheme {
    Scheme::built_in(name).unwrap()
}

fn convert(name: &str, text: &str) -> String {
    scheme(name).convert(text, &Exceptions::built_in(scheme(name).script())).into_owned()
}

#[track_caller]
fn becomes(name: &str, texts: &[(&str, &str)]) {
    for (text, expected) in texts {
        assert_eq!(convert(name, text), *expected, "{text}");
    }
}

#[test]
fn the_built_in_schemes_have_no_faults() {
    let names: Vec<&str> = Scheme::names().collect();
    assert_eq!(names, ["kk-Latn-2021", "kk-Latn-2018", "kk-Arab"]);
    for (script, count) in [(Script::Latn, 6), (Script::Arab, 60)] {
        assert_eq!(Exceptions::built_in(script).count(), count);
    }
}

#[test]
fn every_letter_of_the_alphabet_becomes_what_the_table_says() {
    let alphabet = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я";
    becomes(
        "kk-Latn-2021",
        &[(alphabet, "a ä b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h ts tş ş ştş  y ı  e iu ia")],
    );
    becomes(
        "kk-Latn-2018",
        &[(alphabet, "a á b v g ǵ d e ıo j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh shch  y i  e ıý ıa")],
    );
    let hamza = "ا ءا ب ۆ گ ع د ە يو ج ز ي ي ك ق ل م ن ڭ و ءو پ ر س ت ۋ ۇ ءۇ ف ح ھ س چ ش شش  ى ءى  ە يۋ يا";
    becomes("kk-Arab", &[(alphabet, hamza)]);
}

#[test]
fn sample_texts_become_latin() {
    becomes(
        "kk-Latn-2021",
        &[
            ("Бұрынғы өткен заманда, бір данышпан кісі", "Būrynğy ötken zamanda, bır danyşpan kısı"),
            ("үйіне келіп қоныпты", "üiıne kelıp qonypty"),
            ("Қазақстан халқы Ассамблеясы", "Qazaqstan halqy Assambleiasy"),
            ("2024 ж. 18 қазан, жұма", "2024 j. 18 qazan, jūma"),
            ("қию, ия, оқиды, үй, тау, су, туу, альбом, съезд", "qiu, ia, oqidy, üi, tau, su, tuu, albom, sezd"),
        ],
    );
    becomes(
        "kk-Latn-2018",
        &[
            ("Қазақстан Республикасы", "Qazaqstan Respýblıkasy"),
            ("Шымкент, ШЫМКЕНТ, Ислам, Ішкі", "Shymkent, SHYMKENT, Islam, Ishki"),
        ],
    );
}

#[test]
fn capitals_follow_their_neighbours_and_the_letter_i_its_own_rule() {
    becomes(
        "kk-Latn-2021",
        &[
            ("Ислам ЯСАУИ Ясауи Я Юнеско ЮНЕСКО", "İslam İASAUİ İasaui İa UNESCO UNESCO"),
            ("ҚХА ҚР АҚШ БҰҰ, ҚХА-ның АҚШ-тың", "QHA QR AQŞ BŪŪ, QHA-nyñ AQŞ-tyñ"),
            ("Ілияс ІЛИЯС Чехов ЧЕХОВ Щ", "Ilias ILİAS Tşehov TŞEHOV Ştş"),
        ],
    );
}

#[test]
fn lookalikes_are_mended_first_and_roman_numbers_are_latin() {
    becomes(
        "kk-Latn-2021",
        &[
            ("Əлия əке Ɵскемен ɵмір", "Älia äke Öskemen ömır"),
            ("Қaзaқcтaн xaлқы, iс-шара, Yлкен", "Qazaqstan halqy, ıs-şara, Ülken"),
            ("и\u{306}од, Абаи\u{306}, е\u{308}лка", "iod, Abai, iolka"),
            (
                "ХХІ ғасыр, ХІХ-ХХ, XVІІІ, І топ, І. Есенберлин, ІІМ",
                "XXI ğasyr, XIX-XX, XVIII, I top, I. Esenberlin, IIM",
            ),
            ("COVID-тің, IPOның, iPhoneның", "COVID-tıñ, IPOnyñ, iPhonenyñ"),
        ],
    );
}

#[test]
fn arabic_letters_take_a_hamza_and_the_signs_of_the_script() {
    becomes(
        "kk-Arab",
        &[
            ("қазақ тілі, Әлия; өмір? қазір бірақ", "قازاق ءتىلى، ءاليا؛ ءومىر؟ قازىر بىراق"),
            ("1,5 млн, 2026-жылғы 15-наурызда", "1,5 ملن، 2026-جىلعى 15-ناۋرىزدا"),
            ("«Рейтинг» Джамбул, Юрий, Маршаллдың", "«رەيتيڭ» جامبۋل، يۋري، مارشالدىڭ"),
            ("Нұрсұлтан Әбішұлының, Дина Әбішқызы, ұлы", "نۇرسۇلتان ءابىش ۇلىنىڭ، دينا ءابىش قىزى، ۇلى"),
            ("д’Артаньян", "دارتانيان"),
        ],
    );
}

#[test]
fn abbreviations_are_spaced_in_arabic_letters_but_not_headings_in_capitals() {
    becomes(
        "kk-Arab",
        &[
            ("АҚШ, ҚХА-ның, АЭС", "ا ق ش، ق ح ا-نىڭ، ا ە س"),
            ("ТМД, РМҚК, ҮЕҰ, ЯСАУИ", "ت م د، ر م ق ك، ۇ ە ۇ، ياساۋي"),
            ("ҚР ПРЕЗИДЕНТІ", "ق ر پرەزيدەنتى"),
            ("ЖАҢА ЖЫЛ ҚҰТТЫ", "جاڭا جىل قۇتتى"),
            ("ҚР ІІМ ХХІ", "ق ر ى ى م XXI"),
        ],
    );
}

#[test]
fn addresses_and_latin_words_stay() {
    let kept = "https://qha.kz/мақала?а=б, www.қха.kz/қаз; ақпарат@мысал.қаз мысал.қаз/бет жаршы.kz Apple ñ";
    assert_eq!(convert("kk-Latn-2021", kept), kept);
    becomes(
        "kk-Arab",
        &[
            ("(https://qha.kz/мақала?а,б), сайты", "(https://qha.kz/мақала?а,б)، سايتى"),
            ("inform.kz-тің https://қха.қаз/2024-те a@b.kz-ке", "inform.kz-ءتىڭ https://қха.қаз/2024-تە a@b.kz-كە"),
        ],
    );
}

#[test]
fn a_text_without_cyrillic_letters_is_borrowed() {
    for text in ["", "Qazaqstan, 2024?", "قازاق ءتىلى", "日本, ?"] {
        assert!(matches!(scheme("kk-Arab").convert(text, &Exceptions::default()), Cow::Borrowed(same) if same == text));
    }
}

#[test]
fn words_of_other_cyrillic_alphabets_stay() {
    becomes("kk-Latn-2021", &[("ўзбек тілі", "ўзбек tılı"), ("Київ қаласы", "Київ qalasy")]);
}

#[test]
fn exceptions_are_found_with_endings_and_in_capitals() {
    let list = "Тоқаев = Tokayev # as in the passport\nҚасым-Жомарт Тоқаев = Kassym-Jomart Tokayev\nбанк = bank\nАСА = ASA\nЖаршы = Жаршы";
    let list = Exceptions::read(list).unwrap();
    for (text, expected) in [
        ("Тоқаевтың Тоқаевқа ТОҚАЕВТЫҢ, Тоқаевич", "Tokayevtyñ Tokayevqa TOKAYEVTYÑ, Toqaevitş"),
        ("Қасым-Жомарт\u{a0}Тоқаевпен", "Kassym-Jomart Tokayevpen"),
        ("Банкі банктер БАНК Банкаралық", "Bankı bankter BANK Bankaralyq"),
        ("АСА аса Аса", "ASA asa Asa"),
        ("Жаршының беті", "Жаршының betı"),
    ] {
        assert_eq!(scheme("kk-Latn-2021").convert(text, &list), expected, "{text}");
    }
}

#[test]
fn a_hamza_of_the_list_gives_way_to_an_ending_that_tells_the_same() {
    let list = Exceptions::read("Әли = ءالي").unwrap();
    assert_eq!(scheme("kk-Arab").convert("Әли, Әлидің, Әлиге", &list), "ءالي، ءاليدىڭ، اليگە");
}

#[test]
fn pieces_of_a_word_are_converted_together() {
    let pieces = ["Д", "жамбул ", "", "ө", "мір,", " Я", "САУИ"];
    let list = Exceptions::default();
    assert_eq!(scheme("kk-Arab").convert_pieces(&pieces, &list), ["ج", "امبۋل ", "", "ءو", "مىر،", " يا", "ساۋي"]);
    assert_eq!(scheme("kk-Latn-2021").convert_pieces(&pieces[5..], &list), [" İA", "SAUİ"]);
    assert_eq!(scheme("kk-Arab").convert_pieces(&[], &list), [""; 0]);
}

/// The twenty regions of languages.md, 9.
const REGIONS: [[&str; 3]; 20] = [
    ["Абай облысы", "Abai oblysy", "اباي وبلىسى"],
    ["Ақмола облысы", "Aqmola oblysy", "اقمولا وبلىسى"],
    ["Ақтөбе облысы", "Aqtöbe oblysy", "اقتوبە وبلىسى"],
    ["Алматы облысы", "Almaty oblysy", "الماتى وبلىسى"],
    ["Атырау облысы", "Atyrau oblysy", "اتىراۋ وبلىسى"],
    ["Батыс Қазақстан облысы", "Batys Qazaqstan oblysy", "باتىس قازاقستان وبلىسى"],
    ["Жамбыл облысы", "Jambyl oblysy", "جامبىل وبلىسى"],
    ["Жетісу облысы", "Jetısu oblysy", "جەتىسۋ وبلىسى"],
    ["Қарағанды облысы", "Qarağandy oblysy", "قاراعاندى وبلىسى"],
    ["Қостанай облысы", "Qostanai oblysy", "قوستاناي وبلىسى"],
    ["Қызылорда облысы", "Qyzylorda oblysy", "قىزىلوردا وبلىسى"],
    ["Маңғыстау облысы", "Mañğystau oblysy", "ماڭعىستاۋ وبلىسى"],
    ["Павлодар облысы", "Pavlodar oblysy", "پاۆلودار وبلىسى"],
    ["Солтүстік Қазақстан облысы", "Soltüstık Qazaqstan oblysy", "سولتۇستىك قازاقستان وبلىسى"],
    ["Түркістан облысы", "Türkıstan oblysy", "تۇركىستان وبلىسى"],
    ["Ұлытау облысы", "Ūlytau oblysy", "ۇلىتاۋ وبلىسى"],
    ["Шығыс Қазақстан облысы", "Şyğys Qazaqstan oblysy", "شىعىس قازاقستان وبلىسى"],
    ["Астана қаласы", "Astana qalasy", "استانا قالاسى"],
    ["Алматы қаласы", "Almaty qalasy", "الماتى قالاسى"],
    ["Шымкент қаласы", "Şymkent qalasy", "شىمكەنت قالاسى"],
];

#[test]
fn regions_months_and_weekdays_are_written_as_the_tables_have_them() {
    for [name, latin, arabic] in REGIONS {
        assert_eq!([convert("kk-Latn-2021", name), convert("kk-Arab", name)], [latin, arabic]);
    }
    let months = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан";
    let arabic = "قاڭتار اقپان ناۋرىز ءساۋىر مامىر ماۋسىم شىلدە تامىز قىركۇيەك قازان قاراشا جەلتوقسان";
    let days = "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі";
    becomes("kk-Arab", &[(months, arabic), (days, "دۇيسەنبى سەيسەنبى سارسەنبى بەيسەنبى جۇما سەنبى جەكسەنبى")]);
}

/// Faults as line, column, text and kind.
fn faults(found: Result<impl std::fmt::Debug, Vec<Fault>>) -> Vec<(usize, usize, String, FaultKind)> {
    found.unwrap_err().into_iter().map(|fault| (fault.line, fault.column, fault.text, fault.kind)).collect()
}

fn latin() -> &'static str {
    include_str!("schemes/kk-Latn-2021.scheme")
}

#[test]
fn all_faults_of_a_scheme_are_told_at_once() {
    let file = latin().replace("script: Latn", "script: Cyrl").replace("ә = ä", "а = ä").replace("б = b", "б = в")
        + "эх\nдж = ж before\nшш = ş near а\nц = с\nдў = d\ncapitals: i\nжж = ش";
    use FaultKind::{BadRule, BadScript, ForeignLetter, Gap, Loop, Twice, UnknownLine};
    let expected = [
        (4, 9, "Cyrl", BadScript),
        (10, 1, "а", Twice { first: 9 }),
        (11, 5, "в", Loop),
        (55, 1, "эх", UnknownLine),
        (56, 6, "ж before", BadRule),
        (57, 6, "ş near а", BadRule),
        (58, 1, "ц", Twice { first: 40 }),
        (60, 1, "capitals", Twice { first: 7 }),
        (61, 6, "ش", ForeignLetter),
        (61, 7, "ә", Gap),
        (61, 7, "ў", Gap),
    ];
    let expected: Vec<_> = expected.map(|(line, column, text, kind)| (line, column, text.to_owned(), kind)).into();
    assert_eq!(faults(Scheme::read(&file)), expected);
}

#[test]
fn an_empty_scheme_lacks_its_name_its_script_and_every_letter() {
    let kinds: Vec<_> = faults(Scheme::read("")).into_iter().map(|(.., kind)| kind).collect();
    assert_eq!(kinds, [[FaultKind::Missing; 2].as_slice(), &[FaultKind::Gap; 42]].concat());
}

#[test]
fn all_faults_of_a_list_are_told_at_once() {
    let expected = [
        (1, 1, "Tokayev", FaultKind::BadRule),
        (2, 1, "Абай", FaultKind::BadRule),
        (3, 8, "Тоқай", FaultKind::Loop),
        (4, 1, "Абай", FaultKind::Twice { first: 2 }),
        (5, 1, "қала", FaultKind::UnknownLine),
    ];
    let expected: Vec<_> = expected.map(|(line, column, text, kind)| (line, column, text.to_owned(), kind)).into();
    let list = "Tokayev = Tokayev\nАбай =\nТоқа = Тоқай\nАбай = Abai\nқала";
    assert_eq!(faults(Exceptions::read(list)).into_iter().collect::<Vec<_>>(), expected);
}

proptest! {
    #[test]
    fn to_convert_twice_is_to_convert_once_and_pieces_join(
        any in any::<String>(),
        near in "[а-яёәіңғүұқөһўА-ЯӘІҢҒҮҰҚӨҺa-zA-Z0-9 ,;?.'@/\u{306}-]{0,60}",
        cut in 0..60usize,
    ) {
        for (name, text) in Scheme::names().flat_map(|name| [(name, &any), (name, &near)]) {
            let list = Exceptions::built_in(scheme(name).script());
            let once = scheme(name).convert(text, &list);
            prop_assert_eq!(scheme(name).convert(&once, &list), &*once);
            let cut = text.char_indices().map(|(at, _)| at).nth(cut).unwrap_or_default();
            let (first, second) = text.split_at(cut);
            prop_assert_eq!(scheme(name).convert_pieces(&[first, second], &list).concat(), &*once);
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            prop_assert_eq!(digits(&once), digits(text));
        }
    }

    #[test]
    fn no_letter_of_kazakh_is_left(text in "[а-яёәіңғүұқөһА-ЯӘІҢҒҮҰҚӨҺa-zA-Z0-9 ,;?'-]{0,60}") {
        for name in Scheme::names() {
            let made = convert(name, &text);
            prop_assert!(!made.contains(|c| matches!(c, '\u{400}'..='\u{52f}')), "{made}");
        }
    }

    #[test]
    fn no_file_makes_the_reader_panic(any in any::<String>(), near in "([а-яa-z]{0,2} ?[=:#]? ?(before|after|end|for|ء|ş| |а){0,4}\n){0,9}") {
        for file in [&any, &near, &format!("{}{near}", latin())] {
            let _ = Exceptions::read(file);
            if let Ok(own) = Scheme::read(file) {
                let once = own.convert("Қазақстан, дж? Ясауи", &Exceptions::default()).into_owned();
                prop_assert_eq!(own.convert(&once, &Exceptions::default()), &*once);
            }
        }
    }
}

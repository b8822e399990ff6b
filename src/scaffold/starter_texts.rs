//! What the first texts of a new newsroom say.

use crate::language::Language;

/// A text with its headings.
pub struct Words {
    /// The title.
    pub title: &'static str,
    /// The summary.
    pub summary: &'static str,
    /// The Markdown below.
    pub body: &'static str,
}

/// Everything that a new newsroom says in one language.
pub struct StarterTexts {
    /// The name of the publisher, until the newsroom gives its own.
    pub name: &'static str,
    /// One sentence about the newsroom.
    pub description: &'static str,
    /// The first release.
    pub release: Words,
    /// The first project.
    pub project: Words,
    /// The first page.
    pub page: Words,
}

/// The texts in a language; English for a language that has none.
pub fn starter_texts(language: Language) -> &'static StarterTexts {
    match language.primary() {
        "kk" => &KAZAKH,
        "ru" => &RUSSIAN,
        _ => &ENGLISH,
    }
}

const KAZAKH: StarterTexts = StarterTexts {
    name: "Баспасөз орталығы",
    description: "Ресми хабарлар мен хабарландырулар.",
    release: Words {
        title: "Баспасөз орталығының сайты ашылды",
        summary: "Енді ресми хабарларды осы жерден бірнеше тілде оқуға болады.",
        body: "Баспасөз орталығының жаңа сайты жұмысын бастады. Мұнда ресми хабарлар, алдағы іс-шаралар мен жобалар туралы мәліметтер жарияланады.\n\n\
            ## Сайтта не бар\n\n- барлық пресс-релиздер мен олардың мұрағаты;\n- өңірлер мен жобалар бойынша тізімдер;\n- жаңалықтар таспалары мен іс-шаралар күнтізбесі.\n\n\
            Біз туралы толық мәлімет [жеке бетте](../../../pages/about/kk.md) берілген.\n",
    },
    project: Words {
        title: "Достық кештері",
        summary: "Этномәдени бірлестіктердің ай сайынғы кездесулері.",
        body: "Достық кештерінде этномәдени бірлестіктер өз әндерін, қолөнерін және дәстүрлі тағамдарын таныстырады. Кештерге кез келген тұрғын келе алады.\n",
    },
    page: Words {
        title: "Баспасөз орталығы туралы",
        summary: "Біз кімбіз және не жариялаймыз.",
        body: "Баспасөз орталығы ресми хабарлар, хабарландырулар мен мәлімдемелер жариялайды. Барлық тілдегі мәтіндердің маңызы бірдей: фактілер, сандар мен күндер сәйкес келуге тиіс.\n",
    },
};

const RUSSIAN: StarterTexts = StarterTexts {
    name: "Пресс-центр",
    description: "Официальные сообщения и анонсы.",
    release: Words {
        title: "Открыт сайт пресс-центра",
        summary: "Официальные сообщения теперь можно читать здесь на нескольких языках.",
        body: "Начал работу новый сайт пресс-центра. На нём публикуются официальные сообщения, анонсы мероприятий и рассказы о проектах.\n\n\
            ## Что есть на сайте\n\n- все пресс-релизы и их архив;\n- списки по регионам и проектам;\n- ленты новостей и календарь мероприятий.\n\n\
            Подробнее о нас рассказывает [отдельная страница](../../../pages/about/ru.md).\n",
    },
    project: Words {
        title: "Вечера дружбы",
        summary: "Ежемесячные встречи этнокультурных объединений.",
        body: "На вечерах дружбы этнокультурные объединения знакомят гостей со своими песнями, ремёслами и традиционными блюдами. Прийти на вечер может каждый житель.\n",
    },
    page: Words {
        title: "О пресс-центре",
        summary: "Кто мы и что публикуем.",
        body: "Пресс-центр публикует официальные сообщения, анонсы и заявления. Тексты на всех языках равноправны: факты, числа и даты в них должны совпадать.\n",
    },
};

const ENGLISH: StarterTexts = StarterTexts {
    name: "Press Centre",
    description: "Official news and announcements.",
    release: Words {
        title: "The website of the press centre is open",
        summary: "Official news can now be read here in several languages.",
        body: "The new website of the press centre has begun its work. It carries official news, announcements of events and reports on projects.\n\n\
            ## What the site offers\n\n- all press releases and their archive;\n- lists by region and by project;\n- news feeds and a calendar of events.\n\n\
            A [separate page](../../../pages/about/en.md) tells more about us.\n",
    },
    project: Words {
        title: "Friendship Evenings",
        summary: "Monthly meetings of the ethnocultural associations.",
        body: "At the friendship evenings the ethnocultural associations show their songs, crafts and traditional dishes. Every resident is welcome.\n",
    },
    page: Words {
        title: "About the press centre",
        summary: "Who we are and what we publish.",
        body: "The press centre publishes official news, announcements and statements. The texts in all languages are equal: facts, figures and dates must be the same in each.\n",
    },
};

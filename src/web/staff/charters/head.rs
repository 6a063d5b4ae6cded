//! `/staff/charters/draft/{office}/head`: title, act, years, working days and quality factors in fields.

use super::check::overlap;
use super::draft::Drafted;
use super::edit::{Page, Typed, keep, open};
use super::fault::{entry_of, fault_at_field};
use super::head_typed::{as_typed, factors_typed, read};
use super::words::{Change, weekday_key};
use super::{ALL, draft_address};
use crate::charter::Charter;
use crate::fault::Fault;
use crate::flows::words::said_in_words;
use crate::language::{say, say_with};
use crate::text::Language;
use crate::web::pages::WorkplaceFrame;
use crate::web::staff::field::{Field, Maker, Mistake, in_language, language_name};
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "charter_head.html")]
struct HeadPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    revision: String,
    title: Vec<Field>,
    what: Vec<Field>,
    /// The first language, which stays, and the others: code, name and whether it is ticked.
    first_language: String,
    languages: Vec<(String, String, bool)>,
    /// Code, words and whether it is ticked.
    weekdays: Vec<(&'static str, String, bool)>,
    weekdays_problem: String,
    closures: [Field; 2],
    factors: Vec<Factor>,
    factors_problem: String,
    meanwhile: Vec<Change>,
    /// The charter of the office that is valid in one of the same years; "" for none.
    overlap: String,
    secret: &'a str,
}

/// The fields of a quality factor.
struct Factor {
    legend: String,
    fields: Vec<Field>,
}

/// The head that is edited.
struct Head;

/// `GET`: the head as it stands.
pub async fn show(desk: Desk, office: Path<String>) -> HttpResponse {
    let outcome = open(&desk, &office, &Head, |charter| Some(as_typed(charter))).await;
    desk.visit.conclude(outcome)
}

/// `POST`: keeps it.
pub async fn save(order: Order, office: Path<String>) -> HttpResponse {
    let outcome = keep(&order, &office, &Head).await;
    order.desk.visit.conclude(outcome)
}

impl Page for Head {
    fn apply(&self, posted: &Posted, charter: &Charter, desk: &Desk) -> Result<Charter, Vec<Mistake>> {
        read(posted, charter, &desk.language)
    }

    fn mistake(&self, fault: &Fault, _: &Posted, charter: &Charter, desk: &Desk) -> Mistake {
        let (entry, language) = (entry_of(fault), &desk.language);
        let first = charter.languages.first().unwrap_or(language);
        let (field, words) = match (fault.message.key, entry.split_once('.')) {
            // What the promises want of the calendar is told where it is; its hint speaks of the file.
            ("fault-no-calendar", _) => ("weekdays".to_owned(), said_in_words(language, &fault.message)),
            ("fault-validity", _) => ("valid_to".to_owned(), said_in_words(language, &fault.message)),
            (_, Some(("title", own))) => (format!("title_{own}"), fault_at_field(language, fault)),
            _ if entry == "title" => (in_language(entry, first), fault_at_field(language, fault)),
            _ if entry.starts_with("label") => ("factors".to_owned(), fault_at_field(language, fault)),
            _ => (entry.to_owned(), fault_at_field(language, fault)),
        };
        Mistake { field, words }
    }

    fn show(&self, desk: &Desk, drafted: &Drafted, charter: &Charter, state: &Typed<'_>) -> HttpResponse {
        page(state.status, &HeadPage::new(desk, drafted, charter, state))
    }

    fn done(&self) -> (&'static str, &'static str) {
        ("staff-done-charter-head", "")
    }
}

impl<'a> HeadPage<'a> {
    fn new(desk: &'a Desk, drafted: &Drafted, charter: &Charter, state: &Typed<'_>) -> Self {
        let make = Maker { area: "charters", language: &desk.language, posted: state.posted, mistakes: state.mistakes };
        let (first, others) = make.in_languages("title", "text", &charter.languages);
        let weekday = |day| {
            let key = weekday_key(day);
            let code = key.trim_start_matches("weekday-");
            (code, desk.say(key), state.posted.all("weekdays").any(|own| own == code))
        };
        let language = |own: Language| {
            let ticked = state.posted.all("languages").any(|code| code == own.as_str());
            (own.to_string(), language_name(&own), ticked)
        };
        let mut languages = super::head_typed::offered(charter).into_iter().map(language);
        let mut shown = Self {
            first_language: languages.next().map(|(_, name, _)| name).unwrap_or_default(),
            languages: languages.collect(),
            frame: desk.frame(desk.say("charters-head"), Area::Charters),
            all: ALL,
            own: draft_address(drafted.checked.office.id),
            revision: state.revision.to_string(),
            title: [first, others].concat(),
            what: vec![
                make.required("code"),
                make.required("act"),
                Field { kind: "date", ..make.required("approved_on") },
                make.required("valid_from"),
                make.text("valid_to"),
            ],
            weekdays: super::head_typed::WEEKDAYS.map(weekday).to_vec(),
            weekdays_problem: make.problem("weekdays"),
            closures: [make.text("local"), make.text("closed")],
            factors: factors(&make, state.posted, &charter.languages),
            factors_problem: make.problem("factors"),
            meanwhile: state.meanwhile.clone(),
            overlap: drafted.checked.overlap.as_ref().map(|fault| overlap(desk, fault)).unwrap_or_default(),
            secret: desk.secret(),
        };
        let of_factors = shown.factors.iter().flat_map(|factor| &factor.fields);
        let all: Vec<&Field> = shown.title.iter().chain(&shown.what).chain(&shown.closures).chain(of_factors).collect();
        make.summarise(&mut shown.frame, all);
        shown
    }
}

/// The factors, and a row for one more.
fn factors(make: &Maker, posted: &Posted, languages: &[Language]) -> Vec<Factor> {
    let label = |number: usize, own: &Language| {
        let words = say(make.language, "charters-field-factor_label");
        let words = if languages.len() > 1 { format!("{words} ({})", language_name(own)) } else { words };
        let whole = in_language(&format!("factor_label_{number}"), own);
        Field { words, language: own.to_string(), ..make.text(&whole) }
    };
    let factor = |number: usize| Factor {
        legend: say_with(make.language, "charters-factor-number", &[("number", number.to_string().into())]),
        fields: std::iter::once(make.numbered("factor_code", number))
            .chain(languages.iter().map(|own| label(number, own)))
            .collect(),
    };
    (1..=factors_typed(posted) + 1).map(factor).collect()
}

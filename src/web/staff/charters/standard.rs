//! `/staff/charters/draft/{office}/standards/{number}`: one promise in fields; `new` for one more.

use super::draft::Drafted;
use super::edit::{Page, Typed, keep, open};
use super::standard_typed::{COVERAGES, DAYS, DIMENSIONS, DIRECTIONS, KINDS, WAYS, as_typed, mistake, read, years_typed};
use super::words::Change;
use super::{ALL, draft_address};
use crate::charter::Charter;
use crate::fault::Fault;
use crate::language::say_with;
use crate::text::{Code, Language};
use crate::web::pages::WorkplaceFrame;
use crate::web::staff::field::{Field, Maker, Mistake, is_faulty};
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "charter_standard.html")]
struct StandardPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    action: String,
    revision: String,
    /// The code that the promise has in the draft; "" for a new one.
    was: String,
    code: Field,
    words: Vec<Field>,
    other_words: Vec<Field>,
    class: [Field; 3],
    measure: Field,
    item: Field,
    coverage: Field,
    limit: Field,
    days: Field,
    unit: Vec<Field>,
    other_units: Vec<Field>,
    perceived: Field,
    target: Field,
    direction: Field,
    minimum_base: Field,
    years: Vec<Year>,
    end: Vec<Field>,
    other_ends: Vec<Field>,
    meanwhile: Vec<Change>,
    secret: &'a str,
}

/// The fields of a year with a target of its own.
struct Year {
    legend: String,
    year: Field,
    target: Field,
}

/// The promise that is edited.
struct Standard;

/// `GET`: the promise as it stands, or empty fields with what is usual.
pub async fn show(desk: Desk, path: Path<(String, String)>) -> HttpResponse {
    let (office, number) = path.into_inner();
    let language = desk.language.clone();
    let typed = |charter: &Charter| match number.as_str() {
        "new" => Some(usual()),
        number => {
            let at = number.parse::<usize>().ok()?.checked_sub(1)?;
            charter.standards.get(at).map(|standard| as_typed(standard, &language))
        }
    };
    let outcome = open(&desk, &office, &Standard, typed).await;
    desk.visit.conclude(outcome)
}

/// `POST`: keeps it.
pub async fn save(order: Order, path: Path<(String, String)>) -> HttpResponse {
    let (office, _) = path.into_inner();
    let outcome = keep(&order, &office, &Standard).await;
    order.desk.visit.conclude(outcome)
}

/// What a new promise usually is.
fn usual() -> Posted {
    let fields =
        [("dimension", "effectiveness"), ("kind", "qualitative"), ("measure", "satisfied_share"), ("target", "80\u{a0}%")];
    Posted { fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(), files: Vec::new() }
}

impl Page for Standard {
    fn apply(&self, posted: &Posted, charter: &Charter, desk: &Desk) -> Result<Charter, Vec<Mistake>> {
        let standard = read(posted, &desk.language, &charter.languages)?;
        let was = Code::parse(posted.value("was"));
        let mut changed = charter.clone();
        // Where somebody else took it out meanwhile, it comes back as a new one.
        match was.and_then(|was| changed.standards.iter_mut().find(|own| own.code == was)) {
            Some(own) => *own = standard,
            None => changed.standards.push(standard),
        }
        Ok(changed)
    }

    fn mistake(&self, fault: &Fault, posted: &Posted, charter: &Charter, desk: &Desk) -> Mistake {
        mistake(fault, posted, &desk.language, charter.languages.first().unwrap_or(&desk.language))
    }

    fn show(&self, desk: &Desk, drafted: &Drafted, charter: &Charter, state: &Typed<'_>) -> HttpResponse {
        page(state.status, &StandardPage::new(desk, drafted, charter, state))
    }

    fn done(&self) -> (&'static str, &'static str) {
        ("staff-done-charter-goal", "goals")
    }
}

impl<'a> StandardPage<'a> {
    fn new(desk: &'a Desk, drafted: &Drafted, charter: &Charter, state: &Typed<'_>) -> Self {
        let make = Maker { area: "charters", language: &desk.language, posted: state.posted, mistakes: state.mistakes };
        let own = draft_address(drafted.checked.office.id);
        let was = state.posted.value("was").to_owned();
        let at = charter.standards.iter().position(|standard| standard.code.as_str() == was);
        let title = at.map(|at| drafted.reader(&desk.language, charter).text(&charter.standards[at].title));
        let heading = title.map_or_else(
            || desk.say("charters-new-goal"),
            |title| desk.say_with("charters-edit-goal", &[("title", title.into())]),
        );
        let [title, promise, formula, redress, unit] =
            [("title", "text"), ("promise", "long"), ("formula", "text"), ("redress", "long"), ("unit", "text")]
                .map(|(name, kind)| make.in_languages(name, kind, &charter.languages));
        let mut shown = Self {
            frame: desk.frame(heading, Area::Charters),
            all: ALL,
            action: format!("{own}/standards/{}", at.map_or_else(|| "new".to_owned(), |at| (at + 1).to_string())),
            own,
            revision: state.revision.to_string(),
            was,
            code: make.required("code"),
            words: [title.0, promise.0].concat(),
            other_words: [title.1, promise.1].concat(),
            class: class(&make, drafted, charter),
            measure: make.choice("measure", options(&make, "charters-measure-", WAYS.iter().map(|(word, _)| *word))),
            item: make.choice("item", items(&make, drafted, "item")),
            coverage: make.choice("coverage", options(&make, "charters-coverage-", COVERAGES.iter().map(|(word, _)| *word))),
            limit: make.text("limit"),
            days: make.choice("days", options(&make, "goal-", DAYS.iter().map(|(word, _)| *word))),
            unit: unit.0,
            other_units: unit.1,
            perceived: make.choice("perceived", items(&make, drafted, "perceived")),
            target: make.required("target"),
            direction: make.choice("direction", options(&make, "charters-", DIRECTIONS.iter().map(|(word, _)| *word))),
            minimum_base: make.text("minimum_base"),
            years: years(&make, state.posted),
            end: [formula.0, redress.0].concat(),
            other_ends: [formula.1, redress.1].concat(),
            meanwhile: Vec::new(),
            secret: desk.secret(),
        };
        shown.summarise(&make);
        shown.meanwhile.extend(state.meanwhile.iter().map(Change::clone));
        shown
    }

    fn summarise(&mut self, make: &Maker) {
        let [first, second, third] = &self.class;
        let single = [
            &self.code,
            first,
            second,
            third,
            &self.measure,
            &self.item,
            &self.coverage,
            &self.limit,
            &self.days,
            &self.perceived,
            &self.target,
            &self.direction,
            &self.minimum_base,
        ];
        let many = [&self.words, &self.other_words, &self.unit, &self.other_units, &self.end, &self.other_ends];
        let years = self.years.iter().flat_map(|year| [&year.year, &year.target]);
        let all: Vec<&Field> = single.into_iter().chain(many.into_iter().flatten()).chain(years).collect();
        make.summarise(&mut self.frame, all);
    }
}

fn options<'w>(make: &Maker, keys: &str, words: impl Iterator<Item = &'w str>) -> Vec<(String, String)> {
    words.map(|word| (word.to_owned(), crate::language::say(make.language, &format!("{keys}{word}")))).collect()
}

fn class(make: &Maker, drafted: &Drafted, charter: &Charter) -> [Field; 3] {
    let reader = drafted.reader(make.language, charter);
    let none = (String::new(), crate::language::say(make.language, "charters-none"));
    let factors = charter.factors.iter().map(|factor| (factor.code.to_string(), reader.text(&factor.label)));
    [
        make.choice("dimension", options(make, "goal-dimension-", DIMENSIONS.iter().map(|(word, _)| *word))),
        make.choice("kind", options(make, "goal-kind-", KINDS.iter().map(|(word, _)| *word))),
        make.choice("factor", std::iter::once(none).chain(factors).collect()),
    ]
}

/// The questions to choose from; what was chosen stays, though no questionnaire asks it.
fn items(make: &Maker, drafted: &Drafted, field: &str) -> Vec<(String, String)> {
    let language: &Language = make.language;
    let mut items = vec![(String::new(), crate::language::say(language, "charters-none-chosen"))];
    items.extend(drafted.forms.items(language));
    let chosen = make.posted.value(field);
    if !items.iter().any(|(code, _)| code == chosen) {
        items.push((chosen.to_owned(), say_with(language, "charters-item-unknown", &[("item", chosen.into())])));
    }
    items
}

/// The years that have a target of their own, and two rows for more.
fn years(make: &Maker, posted: &Posted) -> Vec<Year> {
    let row = |number: usize| Year {
        legend: say_with(make.language, "charters-year-number", &[("number", number.to_string().into())]),
        year: make.numbered("year", number),
        target: make.numbered("year_target", number),
    };
    (1..=years_typed(posted) + 2).map(row).collect()
}

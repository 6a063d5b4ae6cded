//! `.../languages/{language}`: every text beside its translation, with what is missing and what is older than its text.

use super::instead::{Instead, Shown, conclude, gone};
use super::places::places_in_words;
use super::save::{Deed, LookedAt, State, keep_looked_at};
use super::{ALL, draft_address, gather};
use crate::flows::design_form::Designed;
use crate::form::Form;
use crate::form::edit::{CannotEdit, Edited};
use crate::text::Language;
use crate::web::pages::WorkplaceFrame;
use crate::web::staff::field::language_name;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order, done};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use std::collections::HashMap;

/// The page.
#[derive(Template)]
#[template(path = "form_translate.html")]
struct TranslatePage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    action: String,
    language: String,
    language_name: String,
    first: String,
    /// What is missing or stale, or was written by two people at once.
    open: Vec<Row>,
    /// The others.
    finished: Vec<Row>,
    finished_words: String,
    /// What is missing or stale, in words.
    to_do: String,
    meanwhile: bool,
    problem: String,
    secret: &'a str,
}

struct Row {
    number: usize,
    /// Where the text stands: for the program, and in words.
    place: String,
    words: String,
    text: String,
    was: String,
    value: String,
    long: bool,
    missing: bool,
    stale: bool,
    /// Whether somebody else translated it meanwhile.
    theirs: String,
    /// Whether it was typed and is not kept.
    unsaved: bool,
}

/// Whether a text wants more than one line.
fn is_long(text: &str) -> bool {
    text.chars().count() > 80 || text.contains('\n')
}

/// `GET`.
pub async fn show(desk: Desk, path: Path<(String, String)>) -> HttpResponse {
    let outcome = show_it(&desk, &path.0, &path.1).await;
    conclude(&desk, outcome)
}

async fn show_it(desk: &Desk, draft: &str, typed: &str) -> Shown {
    let designed = gather(desk, draft).await?;
    let language = own_language(desk, &designed, typed).await?;
    Ok(shown(desk, &designed, &language, &State::fresh(&Posted::default())))
}

async fn own_language(desk: &Desk, designed: &Designed, typed: &str) -> Result<Language, Instead> {
    match designed.form.languages.iter().skip(1).find(|own| own.as_str() == typed) {
        Some(own) => Ok(own.clone()),
        None => Err(gone(desk, designed, "forms-gone-language").await),
    }
}

fn shown(desk: &Desk, designed: &Designed, language: &Language, state: &State<'_>) -> HttpResponse {
    let (form, stale, posted) = (&designed.form, designed.stale(), state.posted);
    let own = draft_address(designed.draft.id);
    let typed: HashMap<String, Typed> = Typed::read(posted).into_iter().map(|own| (own.place.clone(), own)).collect();
    let places = places_in_words(&desk.language, form);
    let rows: Vec<Row> = form
        .texts()
        .into_iter()
        .enumerate()
        .map(|(at, (place, texts))| {
            let text = texts.get(form.fallback(), form.fallback()).to_owned();
            let now = texts.own(language).unwrap_or_default().to_owned();
            let mine = typed.get(&place);
            let theirs = mine.filter(|own| own.was != now && own.value != now).map(|_| now.clone()).unwrap_or_default();
            Row {
                number: at + 1,
                long: is_long(&text) || is_long(&now),
                missing: now.is_empty(),
                stale: stale.has(&place, language),
                value: mine.map_or_else(|| now.clone(), |own| own.value.clone()),
                was: now,
                theirs,
                unsaved: mine.is_some_and(|own| own.value != own.was),
                text,
                words: places.get(&place).cloned().unwrap_or_default(),
                place,
            }
        })
        .collect();
    let count = |which: fn(&Row) -> bool| rows.iter().filter(|row| which(row)).count() as u64;
    let counted = |count: u64| crate::language::Argument::Count(count);
    let values = [("missing", counted(count(|row| row.missing))), ("stale", counted(count(|row| row.stale)))];
    let to_do = desk.say_with("forms-to-translate", &values);
    let (open, finished): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.missing || row.stale || row.unsaved || !row.theirs.is_empty());
    let problem = state.mistakes.first().map(|mistake| mistake.words.clone()).unwrap_or_default();
    let mut shown = TranslatePage {
        frame: desk.frame(desk.say_with("forms-translation", &[("language", language_name(language).into())]), Area::Forms),
        all: ALL,
        action: format!("{own}/languages/{language}"),
        own,
        language: language.to_string(),
        language_name: language_name(language),
        first: form.fallback().to_string(),
        to_do,
        open,
        finished_words: desk.say_with("forms-translated-count", &[("count", counted(finished.len() as u64))]),
        finished,
        meanwhile: state.meanwhile,
        problem,
        secret: desk.secret(),
    };
    state.tell(desk, &mut shown.frame);
    shown.frame.mend("form", &desk.say("forms-field-form"), &shown.problem);
    page(state.status, &shown)
}

/// What was typed for one text.
struct Typed {
    place: String,
    /// The text that the page showed.
    of: String,
    /// The translation that the page showed.
    was: String,
    value: String,
    /// Whether it is said to be right as it is.
    fits: bool,
}

impl Typed {
    fn read(posted: &Posted) -> Vec<Self> {
        let rows: usize = posted.value("rows").parse().unwrap_or(0);
        // A page has thousands of fields: looked for one by one, they would take longer than everything else.
        let fields: HashMap<&str, &str> = posted.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let field = |part: &str, number: usize| {
            let value = fields.get(format!("{part}_{number}").as_str()).copied().unwrap_or_default();
            value.trim().replace("\r\n", "\n")
        };
        (1..=rows.min(2_000))
            .map(|number| Self {
                place: field("place", number),
                of: field("of", number),
                was: field("was", number),
                value: field("text", number),
                fits: field("fits", number) == "yes",
            })
            .collect()
    }
}

/// `POST`: keeps what was typed. What somebody else translated meanwhile is overwritten only where it was seen.
pub async fn save(order: Order, path: Path<(String, String)>) -> HttpResponse {
    let outcome = save_it(&order, &path.0, &path.1).await;
    conclude(&order.desk, outcome)
}

async fn save_it(order: &Order, draft: &str, typed: &str) -> Shown {
    let Order { desk, posted } = order;
    let designed = gather(desk, draft).await?;
    let language = own_language(desk, &designed, typed).await?;
    let all = Typed::read(posted);
    let judged = all.iter().filter(|own| own.fits || own.value != own.was);
    let looked_at: LookedAt = judged.map(|own| ((own.place.clone(), language.clone()), own.of.clone())).collect();
    let changed: HashMap<String, Typed> =
        all.into_iter().filter(|own| own.value != own.was).map(|own| (own.place.clone(), own)).collect();
    let deed = Deed { what: "translated", about: language_name(&language), seen: None };
    let own = language.clone();
    let edit = move |form: &Form| translated(form, &own, &changed);
    let own = |now: &Designed| format!("{}/languages/{language}", draft_address(now.draft.id));
    let kept = keep_looked_at(order, draft, deed, "form", looked_at, edit).await?;
    kept.answer(
        posted,
        |now| done(&own(now), "staff-done-form-translated"),
        async |now, state| Ok(shown(desk, now, &language, state)),
    )
    .await
}

/// A form with other translations. What somebody else translated since the page showed it is not overwritten.
fn translated(form: &Form, language: &Language, changed: &HashMap<String, Typed>) -> Edited {
    let mut form = form.clone();
    for (place, texts) in form.texts_mut() {
        let Some(typed) = changed.get(&place) else { continue };
        let now = texts.own(language).unwrap_or_default().trim();
        if now != typed.was && now != typed.value {
            return Err(CannotEdit::Meanwhile);
        }
        if typed.value.is_empty() {
            texts.remove(language);
        } else {
            texts.set(language.clone(), typed.value.clone());
        }
    }
    Ok(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    #[test]
    fn a_translation_is_judged_by_the_form_that_it_is_written_into() {
        let form = parse("f", &catalog::form("faccine").unwrap()).unwrap();
        let english = Language::english();
        let was = form.title.own(&english).unwrap().to_owned();
        let typed = |value: &str| {
            let own =
                Typed { place: "title".to_owned(), of: String::new(), was: was.clone(), value: value.to_owned(), fits: false };
            HashMap::from([("title".to_owned(), own)])
        };
        let hers = translated(&form, &english, &typed("Hers")).unwrap();
        assert_eq!(hers.title.own(&english), Some("Hers"));
        // The page of the second showed the same, and the first was quicker.
        assert_eq!(translated(&hers, &english, &typed("His")), Err(CannotEdit::Meanwhile));
        assert_eq!(translated(&hers, &english, &typed("Hers")).as_ref(), Ok(&hers));
        assert_eq!(translated(&form, &english, &typed("")).unwrap().title.own(&english), None);
    }

    #[test]
    fn a_text_of_several_lines_is_not_written_on_one() {
        assert!(is_long("a\nb") && is_long(&"a".repeat(81)) && !is_long("a"));
    }
}

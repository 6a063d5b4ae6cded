//! `.../head`: title, introduction, thanks, languages, minutes, presentation, and the quality factors.

use super::instead::{Shown, conclude};
use super::question_rows::{count, lines, name, press, push, value};
use super::save::{Deed, State, back, keep, seen};
use super::{ALL, draft_address, gather};
use crate::flows::design_form::Designed;
use crate::form::edit::{Edited, Element, free_among};
use crate::form::{Factor, Form, Presentation};
use crate::language::say;
use crate::text::{Code, Language, Texts};
use crate::web::pages::WorkplaceFrame;
use crate::web::staff::field::{Field, Maker, Mistake, in_language, is_faulty, language_name};
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "form_head.html")]
struct HeadPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    mark: String,
    meanwhile: bool,
    problem: String,
    words: Vec<Field>,
    other_words: Vec<Field>,
    minutes: Field,
    presentation: Field,
    code: Field,
    /// That the first language stays, which it names.
    languages_about: String,
    /// Code, name, whether it is ticked.
    languages: Vec<(String, String, bool)>,
    rows: Vec<(usize, String, Field, bool)>,
    secret: &'a str,
}

/// `GET`.
pub async fn show(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = gather(&desk, &draft).await.map(|designed| {
        let posted = as_typed(&designed.form);
        shown(&desk, &designed, &State::fresh(&posted))
    });
    conclude(&desk, outcome)
}

/// `POST`: keeps it, or presses a button of its rows.
pub async fn save(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = save_it(&order, &draft).await;
    conclude(&order.desk, outcome)
}

fn as_typed(form: &Form) -> Posted {
    let mut posted = Posted::default();
    for (part, texts) in [("title", &form.title), ("introduction", &form.introduction), ("thanks", &form.thanks)] {
        for (language, text) in texts.iter() {
            posted.fields.push((in_language(part, language), text.to_owned()));
        }
    }
    posted.put("minutes", form.minutes.to_string());
    posted.put("code", form.code.to_string());
    posted.put("presentation", if form.presentation == Presentation::OnePage { "one_page" } else { "page_by_page" }.to_owned());
    form.languages.iter().for_each(|own| posted.fields.push(("languages".to_owned(), own.to_string())));
    for factor in &form.factors {
        let label = factor.label.own(form.fallback()).unwrap_or_default().to_owned();
        push(&mut posted, &[("row_code", factor.code.to_string()), ("row_text", label)]);
    }
    posted
}

fn shown(desk: &Desk, designed: &Designed, state: &State<'_>) -> HttpResponse {
    let (form, posted, language) = (&designed.form, state.posted, &desk.language);
    let make = Maker { area: "forms", language, posted, mistakes: state.mistakes };
    let mut words = Vec::new();
    let mut other_words = Vec::new();
    for (part, kind) in [("title", "text"), ("introduction", "long"), ("thanks", "long")] {
        let (first, others) = make.in_languages(part, kind, &form.languages);
        words.extend(first);
        other_words.extend(others);
    }
    let presentations = ["one_page", "page_by_page"].map(|word| (word.to_owned(), desk.say(&format!("forms-{word}"))));
    let mut known = crate::language::available();
    known.extend(form.languages.iter().filter(|own| !crate::language::available().contains(own)).cloned());
    let ticked = |own: &Language| posted.all("languages").any(|code| code == own.as_str());
    let rows = count(posted);
    let row = |number: usize| {
        let words = desk.say_with("forms-factor-number", &[("number", number.to_string().into())]);
        let field = Field { words, hint: String::new(), ..make.text(&name("row_text", number)) };
        (number, value(posted, "row_code", number).to_owned(), field, number == rows)
    };
    let mut shown = HeadPage {
        frame: desk.frame(desk.say("forms-head"), Area::Forms),
        all: ALL,
        own: draft_address(designed.draft.id),
        mark: state.mark(form, &Element::Head),
        meanwhile: state.meanwhile,
        problem: make.problem("form"),
        words,
        other_words,
        minutes: make.text("minutes"),
        presentation: make.choice("presentation", presentations.to_vec()),
        code: make.text("code"),
        languages_about: desk.say_with("forms-languages-about", &[("language", language_name(form.fallback()).into())]),
        languages: known
            .iter()
            .filter(|own| *own != form.fallback())
            .map(|own| (own.to_string(), language_name(own), ticked(own)))
            .collect(),
        rows: (1..=rows).map(row).collect(),
        secret: desk.secret(),
    };
    let fields: Vec<&Field> = shown
        .words
        .iter()
        .chain(&shown.other_words)
        .chain([&shown.minutes, &shown.code])
        .chain(shown.rows.iter().map(|(_, _, field, _)| field))
        .collect();
    make.summarise(&mut shown.frame, fields);
    state.tell(desk, &mut shown.frame);
    page(state.status, &shown)
}

async fn save_it(order: &Order, draft: &str) -> Shown {
    let Order { desk, posted } = order;
    let designed = gather(desk, draft).await?;
    let mut pressed = posted.without_files();
    if press(&mut pressed, posted.value("press")) {
        return Ok(shown(desk, &designed, &State::changed(&pressed)));
    }
    let head = match read(posted, &designed.form, &desk.language) {
        Ok(head) => head,
        Err(mistakes) => return Ok(shown(desk, &designed, &State::refused(posted, &mistakes))),
    };
    let deed = Deed { what: "head", about: String::new(), seen: seen(posted, Element::Head) };
    let kept = keep(order, draft, deed, "form", move |form| put(form, &head)).await?;
    kept.answer(posted, |now| back(now, "staff-done-form-head", ""), async |now, state| Ok(shown(desk, now, state))).await
}

/// What was typed.
struct Head {
    code: Code,
    title: Texts,
    introduction: Texts,
    thanks: Texts,
    minutes: u8,
    presentation: Presentation,
    languages: Vec<Language>,
    factors: Vec<Factor>,
}

fn read(posted: &Posted, form: &Form, language: &Language) -> Result<Head, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let first = form.fallback();
    let mut texts = |part: &str, required: bool| {
        let mut texts = Texts::default();
        for own in &form.languages {
            let typed = lines(posted, &in_language(part, own));
            if !typed.is_empty() {
                texts.set(own.clone(), typed);
            }
        }
        if !texts.has(first) && (required || !texts.is_empty()) {
            mistakes.push(Mistake { field: in_language(part, first), words: say(language, "refused-empty") });
        }
        texts
    };
    let (title, introduction, thanks) = (texts("title", true), texts("introduction", false), texts("thanks", false));
    let mut refuse = |field: &str, key: &str| mistakes.push(Mistake { field: field.to_owned(), words: say(language, key) });
    let minutes = posted.value("minutes").parse().ok().filter(|minutes| (1..=60).contains(minutes));
    if minutes.is_none() {
        refuse("minutes", "forms-no-minutes");
    }
    let code = Code::parse(posted.value("code"));
    if code.is_none() {
        refuse("code", "staff-wrong-code");
    }
    let mut factors: Vec<Factor> = Vec::new();
    for number in 1..=count(posted) {
        let (typed, text) = (Code::parse(value(posted, "row_code", number)), lines(posted, &name("row_text", number)));
        if text.is_empty() {
            if typed.is_some() {
                refuse(&name("row_text", number), "forms-row-empty");
            }
            continue;
        }
        let code = typed.unwrap_or_else(|| {
            free_among(&text, "fattore", |own| form.factor(own).is_some() || factors.iter().any(|factor| factor.code == *own))
        });
        let mut label = form.factor(&code).map(|own| own.label.clone()).unwrap_or_default();
        label.set(first.clone(), text);
        factors.push(Factor { code, label });
    }
    let ticked = posted.all("languages").filter_map(Language::parse).filter(|own| own != first);
    let languages: Vec<Language> = std::iter::once(first.clone()).chain(ticked).collect();
    match (code, minutes, mistakes.is_empty()) {
        (Some(code), Some(minutes), true) => {
            let by_page = posted.value("presentation") == "page_by_page";
            let presentation = if by_page { Presentation::PageByPage } else { Presentation::OnePage };
            Ok(Head { code, title, introduction, thanks, minutes, presentation, languages, factors })
        }
        _ => Err(mistakes),
    }
}

fn put(form: &Form, head: &Head) -> Edited {
    let mut form = Form {
        code: head.code.clone(),
        title: head.title.clone(),
        introduction: head.introduction.clone(),
        thanks: head.thanks.clone(),
        minutes: head.minutes,
        presentation: head.presentation,
        languages: head.languages.clone(),
        ..form.with_factors(head.factors.clone())?
    };
    let languages = form.languages.clone();
    form.texts_mut().into_iter().for_each(|(_, texts)| *texts = texts.only(&languages));
    Ok(form)
}

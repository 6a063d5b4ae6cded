//! `.../drafts/{draft}`: a questionnaire as it is being written: its pages and questions, what the adviser says, what is next.

use super::advice::{AdviceView, Goals, Subject, goals_apart, told};
use super::history;
use super::instead::{Shown, conclude};
use super::list::size;
use super::words::{kind_word, when_in_words};
use super::{ALL, NEW, draft_address, gather};
use crate::flows::design_form::{DRAFT_FILE, Designed};
use crate::form::edit::Element;
use crate::form::{Form, Kind, Page, Question};
use crate::language::say_with;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::session::{Area, Desk};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Path;
use askama::Template;

/// What is told when the last step was taken back.
pub(super) const UNDONE: &str = "staff-done-form-undone";

/// The page.
#[derive(Template)]
#[template(path = "form_draft.html")]
struct DraftPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    /// Where else a code stands in the address of something new.
    new: &'static str,
    own: String,
    revision: i32,
    size: String,
    introduction: String,
    pages: Vec<PageView>,
    scales: Vec<ScaleView>,
    /// Code and number of the page to which a question is added, where that was chosen.
    adds_to: Option<(String, usize)>,
    /// Whether throwing the draft away is in sight.
    to_discard: bool,
    /// The word and the words of the kinds that can be added.
    kinds: Vec<(&'static str, String)>,
    /// Code, name, and what is missing or stale in it, of the languages besides the first.
    languages: Vec<(String, String, String)>,
    /// What concerns the whole.
    advice: Vec<AdviceView>,
    /// Goals without a question, where they are many.
    goals: Vec<Goals>,
    /// How much advice there is, in words; "" for none.
    noted: String,
    may_undo: bool,
    secret: &'a str,
}

struct PageView {
    code: String,
    title: String,
    number: usize,
    when: String,
    first: bool,
    last: bool,
    questions: Vec<QuestionView>,
}

struct QuestionView {
    code: String,
    /// As it is seen: what is removed is what was seen.
    mark: String,
    text: String,
    kind: String,
    parts: Vec<String>,
    required: bool,
    when: String,
    first: bool,
    last: bool,
    advice: Vec<AdviceView>,
}

struct ScaleView {
    code: String,
    points: String,
    used: String,
    advice: Vec<AdviceView>,
}

/// `GET`.
pub async fn show(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = show_draft(&desk, &draft, StatusCode::OK, None).await;
    conclude(&desk, outcome)
}

/// `GET .../questionario.toml` (also `.json`, `.xlsx`): the draft as a file.
pub async fn download(desk: Desk, path: Path<(String, String)>) -> HttpResponse {
    let outcome = gather(&desk, &path.0).await.and_then(|designed| Ok(file(&designed.form, designed.draft.source, &path.1)?));
    conclude(&desk, outcome)
}

/// A form as a file of a kind: its own TOML, JSON by the published schema, an XLSForm workbook.
pub(super) fn file(form: &Form, source: String, kind: &str) -> Result<HttpResponse, Problem> {
    let (content_type, bytes) = match kind {
        "toml" => ("application/toml; charset=utf-8", source.into_bytes()),
        "json" => ("application/json", crate::form::json::write(form).into_bytes()),
        "xlsx" => {
            let workbook = crate::exchange::write_xlsform(form).map_err(Problem::internal)?;
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook)
        }
        _ => return Err(Problem::NoPage),
    };
    let name = DRAFT_FILE.trim_end_matches("toml");
    let reply = HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, content_type))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}{kind}\"")))
        .body(bytes);
    Ok(reply)
}

/// What was refused, and where.
pub(super) struct Told {
    /// The id of the place.
    pub at: String,
    pub label: String,
    pub words: String,
}

/// The page, perhaps with what was refused at one of its places.
pub(super) async fn show_draft(desk: &Desk, draft: &str, status: StatusCode, refused: Option<Told>) -> Shown {
    let designed = gather(desk, draft).await?;
    let form = &designed.form;
    let language = &desk.language;
    let mut told = told(desk, &designed.draft, &designed.form).await?;
    let noted = match told.count() {
        0 => String::new(),
        count => desk.say_with("forms-advice-count", &[("count", crate::language::Argument::Count(count as u64))]),
    };
    let mut frame = desk.frame(form.title.get(language, form.fallback()), Area::Forms);
    if desk.visit.asked("done") == Some(UNDONE)
        && let Some(undone) = history::undone(desk, &designed).await?
    {
        frame.done = desk.say_with("forms-undone", &[("step", undone.into())]);
    }
    let (goals, advice) = goals_apart(language, told.take(&Subject::Form));
    let to_discard = refused.as_ref().is_some_and(|refused| refused.at == "discard");
    if let Some(Told { at, label, words }) = refused {
        frame.mend(at, &label, &words);
    }
    // The page to which a question is added; none for the last.
    let adds_to = desk.visit.asked("page").and_then(|code| form.pages.iter().position(|page| page.code.as_str() == code));
    let shown = DraftPage {
        frame,
        all: ALL,
        new: NEW,
        own: draft_address(designed.draft.id),
        revision: designed.draft.revision,
        size: size(language, Some(form)),
        introduction: form.introduction.get(language, form.fallback()).to_owned(),
        pages: form.pages.iter().enumerate().map(|(at, own)| page_view(desk, form, at, own, &mut told)).collect(),
        scales: form
            .scales
            .iter()
            .map(|scale| ScaleView { advice: told.take(&Subject::Scale(scale.code.clone())), ..scale_view(desk, form, scale) })
            .collect(),
        adds_to: adds_to.map(|at| (form.pages[at].code.to_string(), at + 1)),
        to_discard,
        kinds: super::words::KINDS.map(|word| (word, desk.say(&format!("forms-kind-{word}")))).to_vec(),
        languages: languages(desk, &designed),
        advice,
        goals,
        noted,
        may_undo: designed.draft.stems_from > 1,
        secret: desk.secret(),
    };
    Ok(page(status, &shown))
}

fn page_view(desk: &Desk, form: &Form, at: usize, own: &Page, told: &mut super::advice::Told) -> PageView {
    let last = own.questions.len().saturating_sub(1);
    let mut question = |(number, question): (usize, &Question)| QuestionView {
        advice: told.take(&Subject::Question(question.code.clone())),
        first: at == 0 && number == 0,
        last: at + 1 == form.pages.len() && number == last,
        ..question_view(desk, form, question)
    };
    PageView {
        code: own.code.to_string(),
        title: own.title.get(&desk.language, form.fallback()).to_owned(),
        number: at + 1,
        when: own.show_if.as_ref().map(|when| when_in_words(&desk.language, form, when)).unwrap_or_default(),
        first: at == 0,
        last: at + 1 == form.pages.len(),
        questions: own.questions.iter().enumerate().map(&mut question).collect(),
    }
}

fn question_view(desk: &Desk, form: &Form, question: &Question) -> QuestionView {
    let (language, fallback) = (&desk.language, form.fallback());
    let parts = match &question.kind {
        Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
            choices.iter().map(|choice| choice.label.get(language, fallback).to_owned()).collect()
        }
        Kind::Matrix { items, .. } => items.iter().map(|item| item.text.get(language, fallback).to_owned()).collect(),
        _ => Vec::new(),
    };
    QuestionView {
        code: question.code.to_string(),
        mark: form.mark_of(&Element::Question(question.code.clone())).unwrap_or_default(),
        text: question.text.get(language, fallback).to_owned(),
        kind: desk.say(&format!("forms-kind-{}", kind_word(&question.kind))),
        parts,
        required: question.required,
        when: question.show_if.as_ref().map(|when| when_in_words(language, form, when)).unwrap_or_default(),
        first: false,
        last: false,
        advice: Vec::new(),
    }
}

fn scale_view(desk: &Desk, form: &Form, scale: &crate::form::Scale) -> ScaleView {
    let (language, fallback) = (&desk.language, form.fallback());
    let point = |point: &crate::form::Point| {
        let label = point.label.get(language, fallback);
        if label.is_empty() { point.value.to_string() } else { label.to_owned() }
    };
    let others =
        [&scale.dont_know, &scale.not_applicable].into_iter().flatten().map(|own| own.get(language, fallback).to_owned());
    let points: Vec<String> = scale.points.iter().map(point).chain(others).collect();
    let users = form.users_of_scale(&scale.code).len();
    let values = [("count", crate::language::Argument::Count(users as u64))];
    ScaleView {
        code: scale.code.to_string(),
        points: points.join(" · "),
        used: say_with(language, "forms-scale-used", &values),
        advice: Vec::new(),
    }
}

fn languages(desk: &Desk, designed: &Designed) -> Vec<(String, String, String)> {
    let form = &designed.form;
    let stale = designed.stale();
    let texts = form.texts();
    let row = |own: &crate::text::Language| {
        let missing = texts.iter().filter(|(_, texts)| !texts.has(own)).count();
        let count = |count: usize| crate::language::Argument::Count(count as u64);
        let values = [("missing", count(missing)), ("stale", count(stale.count(own)))];
        let words = if missing + stale.count(own) == 0 {
            desk.say("forms-translated")
        } else {
            say_with(&desk.language, "forms-to-translate", &values)
        };
        (own.to_string(), crate::web::staff::field::language_name(own), words)
    };
    form.languages.iter().skip(1).map(row).collect()
}

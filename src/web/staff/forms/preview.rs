//! `.../preview`: a questionnaire as citizens see it, on a phone, on a large screen, on the kiosk; it can be answered, and keeps nothing.

use super::instead::{Shown, conclude};
use super::{ALL, draft_address, gather};
use crate::flows::design_form::Designed;
use crate::form::{Condition, Form, Layout, Presentation, Question};
use crate::response::{RawAnswers, Refusal};
use crate::text::{Code, Language, Texts};
use crate::web::pages::{Frame, QuestionnairePage, Reading, Sheet, Wording, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::respond::progress;
use crate::web::staff::field::language_name;
use crate::web::staff::printed::{Around, on_paper};
use crate::web::staff::session::{Area, Desk};
use crate::web::steps::{SoFar, Step};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The devices, by their words.
const DEVICES: [&str; 3] = ["phone", "desktop", "kiosk"];

/// The page around the sheet.
#[derive(Template)]
#[template(path = "form_preview.html")]
struct PreviewPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    sheet: String,
    device: &'static str,
    /// Address, words, whether it is shown.
    devices: Vec<(String, String, bool)>,
    languages: Vec<(String, String, bool)>,
}

/// `GET .../preview?device=phone&in=de`.
pub async fn show(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = gather(&desk, &draft).await.map(|designed| shown(&desk, &designed));
    conclude(&desk, outcome)
}

fn shown(desk: &Desk, designed: &Designed) -> HttpResponse {
    let own = draft_address(designed.draft.id);
    let (device, language) = (device(desk), language(desk, designed));
    let address = |device: &str, language: &Language| format!("{own}/preview?device={device}&in={language}");
    let devices =
        DEVICES.map(|own| (address(own, &language), desk.say(&format!("forms-device-{own}")), own == device)).into_iter();
    let shown = PreviewPage {
        frame: desk.frame(desk.say("forms-preview"), Area::Forms),
        all: ALL,
        sheet: format!("{own}/preview/sheet?device={device}&in={language}"),
        device,
        devices: devices
            .chain([(format!("{own}/preview/paper?lang={language}"), desk.say("forms-device-paper"), false)])
            .collect(),
        languages: designed
            .form
            .languages
            .iter()
            .map(|own| (address(device, own), language_name(own), *own == language))
            .collect(),
        own,
    };
    page(StatusCode::OK, &shown)
}

fn device(desk: &Desk) -> &'static str {
    let asked = desk.visit.asked("device").unwrap_or_default();
    DEVICES.into_iter().find(|own| *own == asked).unwrap_or(DEVICES[0])
}

fn language(desk: &Desk, designed: &Designed) -> Language {
    let asked = desk.visit.asked("in").unwrap_or_default();
    designed.form.languages.iter().find(|own| own.as_str() == asked).unwrap_or_else(|| designed.form.fallback()).clone()
}

/// `GET .../preview/paper?lang=de`: on paper, to be printed as it is.
pub async fn paper(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = gather(&desk, &draft).await.map(|designed| {
        let back = (format!("{}/preview", draft_address(designed.draft.id)), desk.say("forms-back-to-preview"));
        let around = Around { back, closes_on: None, contact: "" };
        on_paper(&desk, &designed.form, &designed.form.languages, desk.frame(desk.say("forms-preview"), Area::Forms), around)
    });
    conclude(&desk, outcome)
}

/// `GET .../preview/sheet`: the first page as citizens see it.
pub async fn sheet(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = gather(&desk, &draft).await.map(|designed| {
        let answers = RawAnswers::default();
        questionnaire(&desk, &designed, (&answers, 0), None, None, Part::First)
    });
    conclude(&desk, outcome)
}

/// `POST .../preview/sheet`: goes on as the citizen's page would; at its end it begins again.
pub async fn walk(desk: Desk, draft: Path<String>, body: actix_web::web::Bytes) -> HttpResponse {
    let outcome = gather(&desk, &draft).await.and_then(|designed| walked(&desk, &designed, &body));
    conclude(&desk, outcome)
}

fn walked(desk: &Desk, designed: &Designed, body: &[u8]) -> Shown {
    let fields = crate::web::typed::pairs(body).ok_or(Problem::BrokenText)?;
    let first = |name: &str| crate::web::typed::first(&fields, name).map(str::to_owned);
    let at = first("_page").and_then(|page| page.parse().ok()).unwrap_or(0).min(designed.form.pages.len().saturating_sub(1));
    let going = first("_go");
    let answers = RawAnswers::bounded(fields).ok_or(Problem::TooLarge)?;
    let layout = Layout::of(&designed.form);
    let so_far = SoFar::new(&designed.form, &layout, &answers);
    if going.as_deref() == Some("back") {
        let before = so_far.before(at);
        return Ok(questionnaire(desk, designed, (&answers, before), None, None, Part::of(before)));
    }
    Ok(match so_far.go_on(&layout, at) {
        Step::Receive => {
            let language = language(desk, designed);
            let form = &designed.form;
            let mut paragraphs = vec![Wording::of(&form.thanks, &language, form.fallback())];
            paragraphs.push(Wording::own(desk.say("forms-preview-end")));
            let shown = crate::web::pages::MessagePage {
                frame: frame(desk, designed, &language),
                tone: "good",
                heading: crate::language::say(&language, "citizen-thanks"),
                paragraphs,
                actions: vec![(desk.say("forms-preview-again"), address(desk, designed))],
            };
            page(StatusCode::OK, &shown)
        }
        Step::Show(next) => questionnaire(desk, designed, (&answers, next), None, None, Part::of(next)),
        Step::Appeared(page, appeared) => questionnaire(desk, designed, (&answers, page), None, Some(appeared), Part::Further),
        Step::Mend(page, refusal) => questionnaire(desk, designed, (&answers, page), Some(&refusal), None, Part::Further),
    })
}

fn address(desk: &Desk, designed: &Designed) -> String {
    let own = draft_address(designed.draft.id);
    format!("{own}/preview/sheet?device={}&in={}", device(desk), language(desk, designed))
}

fn frame<'a>(desk: &'a Desk, designed: &Designed, language: &'a Language) -> Frame<'a> {
    let form = &designed.form;
    let mut frame = Frame::new(desk.visit.body(), language, form.title.get(language, form.fallback()));
    frame.kiosk = device(desk) == "kiosk";
    frame.restart = address(desk, designed);
    frame
}

/// A question alone, as citizens see it; an empty sheet where it is none yet.
pub(super) fn alone(desk: &Desk, designed: &Designed, code: Option<&Code>) -> HttpResponse {
    let asked = code.and_then(|code| designed.form.questions().find(|(_, question)| question.code == *code));
    let question = asked.map(|(_, question)| Question { show_if: None, ..question.clone() });
    let mut form = Form::clone(&designed.form);
    form.pages.truncate(1);
    form.pages[0].questions = question.into_iter().collect();
    (form.pages[0].title, form.pages[0].show_if, form.introduction) = (Texts::default(), None, Texts::default());
    form.presentation = Presentation::OnePage;
    let alone = Designed { draft: designed.draft.clone(), form: form.into() };
    questionnaire(desk, &alone, (&RawAnswers::default(), 0), None, None, Part::Alone)
}

/// What of a questionnaire is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Its first page, with the introduction.
    First,
    Further,
    /// One question, which is only looked at.
    Alone,
}

impl Part {
    fn of(page: usize) -> Self {
        if page == 0 { Self::First } else { Self::Further }
    }
}

fn questionnaire(
    desk: &Desk,
    designed: &Designed,
    (answers, at): (&RawAnswers, usize),
    refusal: Option<&Refusal>,
    appeared: Option<String>,
    part: Part,
) -> HttpResponse {
    let form = &designed.form;
    let language = language(desk, designed);
    let layout = Layout::of(form);
    let so_far = SoFar::new(form, &layout, answers);
    let holds = |condition: &Condition| so_far.holds(condition);
    let reading = Reading { form, language: &language, answers, refusal, holds: &holds, contact: "" };
    let visible = so_far.visible();
    let shown = QuestionnairePage {
        frame: frame(desk, designed, &language),
        heading: Wording::of(&form.title, &language, form.fallback()),
        sheet: Sheet::new(reading, so_far.together(at)),
        action: address(desk, designed),
        key: String::new(),
        introduction: (part == Part::First).then(|| Wording::of(&form.introduction, &language, form.fallback())),
        minutes: form.minutes,
        page: at,
        version: None,
        progress: progress(&language, form.presentation, &visible, at),
        last: visible.last() == Some(&at) && !so_far.may_lead_on(at),
        carried: so_far.carried(at),
        sends: part != Part::Alone,
        appeared,
        resumed: false,
        draft: String::new(),
        privacy: crate::web::privacy::notice(&language, desk.visit.body(), "", false),
    };
    page(if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &shown)
}

//! A citizen answers: the questionnaire is shown, sent, mended and received, on the web, by invitation and on the kiosk.

use super::doorway::{Address, Doorway};
use super::pages::{Frame, Progress, QuestionnairePage, Reading, Sheet};
use super::privacy;
use super::problem::Problem;
use super::steps::{SoFar, Step};
use super::visit::{Visit, page};
use super::{thanks, typed};
use crate::flows::Refused;
use crate::flows::receive_answers::{Submission, receive_answers};
use crate::form::Presentation;
use crate::language::{Argument, say, say_with};
use crate::office::Office;
use crate::response::{RawAnswers, Refusal, SubmissionKey};
use crate::text::Language;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use actix_web::{Error, HttpResponse};
use uuid::Uuid;

/// `GET`: the first page of the questionnaire.
pub async fn show(visit: Visit, address: Address) -> HttpResponse {
    let outcome = with_report(&visit, &address, show_first(&visit, &address).await).await;
    visit.conclude(outcome)
}

async fn show_first(visit: &Visit, address: &Address) -> Result<HttpResponse, Problem> {
    let door = address.clone();
    let (doorway, office, answered) = visit
        .block(move |site| {
            let doorway = door.find(site)?;
            doorway.admit(site, door.door())?;
            let answered = doorway.is_answered(site)?;
            let office = Doorway::office(&doorway.survey, site)?;
            Ok((doorway, office, answered))
        })
        .await?;
    if answered {
        return Err(Problem::Answered);
    }
    let answers = RawAnswers::default();
    let shown = Shown { visit, address, doorway: &doorway, office: &office, answers: &answers, key: Uuid::new_v4() };
    Ok(shown.page(0, Reason::Begin))
}

/// `POST`: goes on, goes back, changes the language, says what is missing, or receives the answers.
pub async fn receive(mut visit: Visit, address: Address, body: Result<Bytes, Error>) -> HttpResponse {
    let outcome = match read(body) {
        Ok(pairs) => {
            visit.choose(typed::first(&pairs, "_lang"));
            go_on(&visit, &address, pairs).await
        }
        Err(problem) => Err(problem),
    };
    let outcome = with_report(&visit, &address, outcome).await;
    visit.conclude(outcome)
}

/// Who comes too late is shown the way to the results, where they are published.
async fn with_report(visit: &Visit, address: &Address, outcome: Result<HttpResponse, Problem>) -> Result<HttpResponse, Problem> {
    let Err(Problem::Refused(Refused::Closed(day))) = outcome else { return outcome };
    let door = address.clone();
    match visit.block(move |site| door.find(site)?.report(site)).await? {
        Some(report) => Err(Problem::ClosedWithReport(day, report)),
        None => Err(Refused::Closed(day).into()),
    }
}

fn read(body: Result<Bytes, Error>) -> Result<Vec<(String, String)>, Problem> {
    let body = body.map_err(|error| Problem::of_body(&error))?;
    typed::pairs(&body).ok_or(Problem::BrokenText)
}

async fn go_on(visit: &Visit, address: &Address, pairs: Vec<(String, String)>) -> Result<HttpResponse, Problem> {
    let door = address.clone();
    let doorway = visit.block(move |site| door.find(site)).await?;
    doorway.admit(&visit.site, address.door())?;
    let typed_page = typed::first(&pairs, "_page").map(|typed| typed.parse().unwrap_or(0));
    let going = typed::first(&pairs, "_go").map(str::to_owned);
    let changes_language = typed::first(&pairs, "_lang").is_some();
    let key = typed::first(&pairs, "_key").and_then(|typed| Uuid::parse_str(typed).ok()).unwrap_or_else(Uuid::new_v4);
    let answers = RawAnswers::bounded(pairs).ok_or(Problem::TooLarge)?;
    let form = &doorway.version.form;
    let layout = &doorway.version.layout;
    let so_far = SoFar::new(form, layout, &answers);
    let at = typed_page.unwrap_or(0).min(form.pages.len().saturating_sub(1));
    let (to, reason) = match (typed_page, going.as_deref()) {
        _ if changes_language => (at, Reason::GoOn),
        (Some(_), Some("back")) => (so_far.before(at), Reason::GoOn),
        (Some(_), _) => match so_far.go_on(layout, at) {
            Step::Receive => return keep(visit, address, &doorway, answers, key).await,
            Step::Show(next) => (next, Reason::GoOn),
            Step::Appeared(page, first) => (page, Reason::Appeared(first)),
            Step::Mend(page, refusal) => (page, Reason::Refused(refusal)),
        },
        // Not from our page, hence with nothing still to show: a program that posts whole answers.
        (None, _) => match so_far.judge(layout) {
            Ok(()) => return keep(visit, address, &doorway, answers, key).await,
            Err(refusal) => (0, Reason::Refused(refusal)),
        },
    };
    let survey = doorway.survey.clone();
    let office = visit.block(move |site| Doorway::office(&survey, site)).await?;
    let shown = Shown { visit, address, doorway: &doorway, office: &office, answers: &answers, key };
    Ok(shown.page(to, reason))
}

async fn keep(
    visit: &Visit,
    address: &Address,
    doorway: &Doorway,
    answers: RawAnswers,
    key: Uuid,
) -> Result<HttpResponse, Problem> {
    let submission = Submission {
        survey: doorway.survey.clone(),
        door: address.door(),
        key: doorway.key.clone().unwrap_or(SubmissionKey::Page(key)),
        answers,
        place: doorway.place.clone(),
        batch: String::new(),
        answered_on: None,
    };
    let received = receive_answers(&visit.site, submission).await?;
    Ok(thanks::redirect(address, &language_of(visit, address, doorway), received))
}

/// The language of a page at a door.
pub fn language_of(visit: &Visit, address: &Address, doorway: &Doorway) -> Language {
    let offered = doorway.languages(&visit.site);
    if address.is_kiosk() { visit.language_on_kiosk(&offered) } else { visit.language(&offered) }
}

/// Why a page is shown.
enum Reason {
    /// The questionnaire begins.
    Begin,
    /// On the way.
    GoOn,
    /// Questions appeared; the first one's field.
    Appeared(String),
    /// Something is missing or wrong.
    Refused(Refusal),
}

/// A questionnaire on its way to the screen.
struct Shown<'a> {
    visit: &'a Visit,
    address: &'a Address,
    doorway: &'a Doorway,
    office: &'a Office,
    answers: &'a RawAnswers,
    key: Uuid,
}

impl Shown<'_> {
    fn page(&self, at: usize, reason: Reason) -> HttpResponse {
        let Self { visit, address, doorway, office, answers, .. } = self;
        let form = &doorway.version.form;
        let language = language_of(visit, address, doorway);
        let so_far = SoFar::new(form, &doorway.version.layout, answers);
        let holds = |condition: &crate::form::Condition| so_far.holds(condition);
        let (refusal, appeared) = match reason {
            Reason::Refused(refusal) => (Some(refusal), None),
            Reason::Appeared(first) => (None, Some(first)),
            Reason::Begin | Reason::GoOn => (None, None),
        };
        let reading =
            Reading { form, language: &language, answers, refusal: refusal.as_ref(), holds: &holds, contact: &office.contact };
        let visible = so_far.visible();
        let progress = progress(&language, form.presentation, &visible, at);
        let template = QuestionnairePage {
            frame: self.frame(&language, refusal.is_some(), progress.as_ref()),
            heading: form.title.get(&language, form.fallback()),
            sheet: Sheet::new(reading, so_far.together(at)),
            action: format!("{}?lang={language}", address.path()),
            key: if doorway.key.is_none() { self.key.to_string() } else { String::new() },
            // Who has to mend something has read it already.
            introduction: (at == 0 && refusal.is_none() && appeared.is_none())
                .then(|| form.introduction.get(&language, form.fallback())),
            minutes: form.minutes,
            page: at,
            progress,
            last: visible.last() == Some(&at) && !so_far.may_lead_on(at),
            carried: so_far.carried(at),
            appeared,
            privacy: if at == 0 { privacy::notice(&language, visit.body(), true) } else { Vec::new() },
        };
        page(if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &template)
    }

    fn frame<'f>(&'f self, language: &'f Language, refused: bool, progress: Option<&Progress>) -> Frame<'f> {
        let form = &self.doorway.version.form;
        let title = form.title.get(language, form.fallback());
        // A screen reader reads the title first: it says that something is missing.
        let title = if refused { format!("{}: {title}", say(language, "citizen-error-title")) } else { title.to_owned() };
        let title = progress.map_or(title.clone(), |progress| format!("{title} – {}", progress.words));
        let offered = self.doorway.languages(&self.visit.site);
        let mut frame = Frame::new(self.visit.body(), language, title).offering(&offered, &self.address.path());
        frame.office = self.office.name.clone();
        frame.simulated = self.doorway.survey.simulated;
        frame.form = Some("questionnaire");
        frame.kiosk = self.address.is_kiosk();
        frame.restart = self.address.path();
        frame
    }
}

fn progress(language: &Language, presentation: Presentation, visible: &[usize], at: usize) -> Option<Progress> {
    let place = visible.iter().position(|page| *page == at)? + 1;
    if presentation == Presentation::OnePage || visible.len() < 2 {
        return None;
    }
    let count = |number: usize| Argument::Count(u64::try_from(number).unwrap_or(u64::MAX));
    let words = say_with(language, "citizen-page-of", &[("at", count(place)), ("of", count(visible.len()))]);
    Some(Progress { at: place, of: visible.len(), words })
}

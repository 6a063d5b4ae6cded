//! A citizen answers: the questionnaire is shown, sent, mended and received, on the web, by invitation and on the kiosk.

use super::doorway::{Address, Doorway};
use super::drafts::{self, Leave};
use super::pages::{Frame, Progress, QuestionnairePage, Reading, Sheet, Wording};
use super::privacy;
use super::problem::Problem;
use super::steps::{SoFar, Step};
use super::visit::{Visit, page};
use super::{thanks, typed};
use crate::flows::keep_draft::find_draft;
use crate::flows::receive_answers::{Submission, receive_answers};
use crate::flows::{Outcome, Refused};
use crate::form::Presentation;
use crate::ids::FormVersionId;
use crate::language::{Argument, date, say, say_with};
use crate::office::Office;
use crate::response::{Draft, RawAnswers, Refusal, RefusalReason, SubmissionKey};
use crate::site::{Asking, FormVersion, Site};
use crate::store::StoreError;
use crate::text::Language;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use actix_web::{Error, HttpResponse};
use std::sync::Arc;
use uuid::Uuid;

/// `GET`: the first page of the questionnaire.
pub async fn show(mut visit: Visit, address: Address) -> HttpResponse {
    let outcome = show_first(&mut visit, &address).await;
    let outcome = with_report(&visit, &address, outcome).await;
    visit.conclude(outcome)
}

async fn show_first(visit: &mut Visit, address: &Address) -> Result<HttpResponse, Problem> {
    let door = address.clone();
    let (doorway, inside) = visit
        .block(move |site| {
            let doorway = door.find(site)?;
            let inside = look_inside(site, &doorway, &door);
            Ok((doorway, inside))
        })
        .await?;
    // Known before the door may turn out to be shut: the page that says so belongs to the survey too.
    visit.simulated = doorway.survey.simulated;
    visit.knows(doorway.language.clone());
    let Inside { asking, answered, draft, earlier } = inside?;
    if answered {
        return Err(Problem::Answered);
    }
    let (answers, page, reason) = match draft {
        Some(draft) => {
            visit.knows(Some(draft.language));
            (draft.answers, draft.page, Reason::Resume)
        }
        None => (RawAnswers::default(), 0, Reason::Begin),
    };
    let so_far = SoFar::new(&doorway.version.form, &doorway.version.layout, &answers);
    let page = so_far.nearest(earlier.map_or(page, |earlier| so_far.since(&earlier.form, page).0));
    let shown = Shown { visit, address, doorway: &doorway, office: &asking.office, answers: &answers, key: Uuid::new_v4() };
    Ok(shown.page(page, reason))
}

/// What is found behind a door that is open.
struct Inside {
    asking: Arc<Asking>,
    /// Whether the invitation was answered before.
    answered: bool,
    /// What was typed behind the invitation before.
    draft: Option<Draft>,
    /// What it was typed into, where the survey moved to another version since.
    earlier: Option<Arc<FormVersion>>,
}

fn look_inside(site: &Site, doorway: &Doorway, address: &Address) -> Outcome<Inside> {
    doorway.admit(site, address.door())?;
    let answered = doorway.is_answered(site)?;
    let draft = match &doorway.token {
        Some(token) if !answered => find_draft(site, doorway.survey.id, token)?,
        _ => None,
    };
    let earlier = match &draft {
        Some(draft) => earlier_version(site, &doorway.version, draft.version)?,
        None => None,
    };
    Ok(Inside { asking: site.asking(doorway.survey.edition)?, answered, draft, earlier })
}

/// The version that somebody was shown, where the survey asks another one of the same form by now.
fn earlier_version(site: &Site, asked: &FormVersion, shown: FormVersionId) -> Outcome<Option<Arc<FormVersion>>> {
    if shown == asked.id {
        return Ok(None);
    }
    match site.form_version(shown) {
        Ok(earlier) => Ok(Some(earlier).filter(|earlier| earlier.form.code == asked.form.code)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// `POST`: goes on, goes back, changes the language, says what is missing, or receives the answers.
pub async fn receive(mut visit: Visit, address: Address, body: Result<Bytes, Error>) -> HttpResponse {
    let outcome = match body {
        Ok(body) => {
            let (pairs, legible) = match typed::pairs(&body) {
                Some(pairs) => (pairs, true),
                None => (typed::pairs_with_gaps(&body), false),
            };
            visit.choose(typed::first(&pairs, "_lang"));
            visit.typed = pairs;
            go_on(&mut visit, &address, legible).await
        }
        Err(error) => Err(Problem::of_body(&error)),
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

async fn go_on(visit: &mut Visit, address: &Address, legible: bool) -> Result<HttpResponse, Problem> {
    let door = address.clone();
    let doorway = visit.block(move |site| door.find(site)).await?;
    visit.simulated = doorway.survey.simulated;
    visit.knows(doorway.language.clone());
    let visit = &*visit;
    doorway.admit(&visit.site, address.door())?;
    let key = typed::first(&visit.typed, "_key").and_then(|typed| Uuid::parse_str(typed).ok()).unwrap_or_else(Uuid::new_v4);
    let answers = RawAnswers::bounded(visit.typed.clone()).ok_or(Problem::TooLarge)?;
    let so_far = SoFar::new(&doorway.version.form, &doorway.version.layout, &answers);
    let shown = typed::first(&visit.typed, "_version").and_then(|typed| typed.parse().ok()).map(FormVersionId);
    let asked = doorway.version.clone();
    let earlier = match shown.filter(|shown| *shown != asked.id) {
        Some(shown) => visit.block(move |site| earlier_version(site, &asked, shown)).await?,
        None => None,
    };
    let (to, reason) = match next_of(visit, &doorway, &so_far, earlier.as_deref(), legible)? {
        Next::Receive => return keep(visit, address, &doorway, answers, key).await,
        Next::Show(to, reason) => (to, reason),
    };
    // What cannot be read is no answer to come back to.
    let saved = legible && drafts::keep(visit, address, &doorway, &so_far, to).await?;
    if let Some(leave) = Leave::parse(typed::first(&visit.typed, "_go")).filter(|_| saved) {
        return Ok(leave.reply(address, &language_of(visit, address, &doorway)));
    }
    let edition = doorway.survey.edition;
    let asking = visit.block(move |site| Ok(site.asking(edition)?)).await?;
    let shown = Shown { visit, address, doorway: &doorway, office: &asking.office, answers: &answers, key };
    Ok(shown.page(to, reason))
}

/// What comes after what was sent.
enum Next {
    /// The answers are whole.
    Receive,
    /// A page.
    Show(usize, Reason),
}

fn next_of(
    visit: &Visit,
    doorway: &Doorway,
    so_far: &SoFar<'_>,
    earlier: Option<&FormVersion>,
    legible: bool,
) -> Result<Next, Problem> {
    let typed = |name: &str| typed::first(&visit.typed, name);
    let typed_page = typed("_page").map(|typed| typed.parse().unwrap_or(0));
    let layout = &doorway.version.layout;
    let page = typed_page.unwrap_or(0);
    let (at, unseen) = match earlier {
        Some(earlier) => so_far.since(&earlier.form, page),
        None => (page.min(doorway.version.form.pages.len().saturating_sub(1)), None),
    };
    let (to, reason) = match (typed_page, typed("_go")) {
        _ if !legible => {
            let (page, refusal) = so_far.unreadable(typed::UNREADABLE).ok_or(Problem::BrokenText)?;
            (page, Reason::Refused(refusal))
        }
        _ if typed("_lang").is_some() => (at, Reason::GoOn),
        (_, going) if Leave::parse(going).is_some() => (at, Reason::GoOn),
        (Some(_), Some("back")) => (so_far.before(at), Reason::GoOn),
        (Some(_), _) if unseen.is_some() => (at, Reason::Appeared(unseen.unwrap_or_default())),
        (Some(_), _) => match so_far.go_on(layout, at) {
            Step::Receive => return Ok(Next::Receive),
            Step::Show(next) => (next, Reason::GoOn),
            Step::Appeared(page, first) => (page, Reason::Appeared(first)),
            Step::Mend(page, refusal) => (page, Reason::Refused(refusal)),
        },
        // Not from our page, hence with nothing still to show: a program that posts whole answers.
        (None, _) => match so_far.judge(layout) {
            Ok(()) => return Ok(Next::Receive),
            Err(refusal) => (0, Reason::Refused(refusal)),
        },
    };
    Ok(Next::Show(to, reason))
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
    /// It goes on from what was saved.
    Resume,
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
        let resumed = matches!(reason, Reason::Resume);
        let (refusal, appeared) = match reason {
            Reason::Refused(refusal) => (Some(refusal), None),
            Reason::Appeared(first) => (None, Some(first)),
            Reason::Begin | Reason::Resume | Reason::GoOn => (None, None),
        };
        let reading =
            Reading { form, language: &language, answers, refusal: refusal.as_ref(), holds: &holds, contact: &office.contact };
        let visible = so_far.visible();
        let progress = progress(&language, form.presentation, &visible, at);
        let template = QuestionnairePage {
            frame: self.frame(&language, refusal.is_some(), progress.as_ref()),
            heading: Wording::of(&form.title, &language, form.fallback()),
            sheet: Sheet::new(reading, so_far.together(at)),
            action: format!("{}?lang={language}", address.path()),
            key: if doorway.key.is_none() { self.key.to_string() } else { String::new() },
            // Who has to mend something has read it already.
            introduction: (at == 0 && refusal.is_none() && appeared.is_none())
                .then(|| Wording::of(&form.introduction, &language, form.fallback())),
            minutes: form.minutes,
            page: at,
            version: Some(doorway.version.id),
            progress,
            last: visible.last() == Some(&at) && !so_far.may_lead_on(at),
            sends: true,
            carried: so_far.carried(at),
            appeared,
            resumed,
            draft: self.draft_notice(&language),
            privacy: if at == 0 { self.privacy(&language) } else { Vec::new() },
        };
        page(refusal.as_ref().map_or(StatusCode::OK, status_of), &template)
    }

    /// That the answers stay in a draft until they are sent, and until when; "" where nothing ties them to anybody.
    fn draft_notice(&self, language: &Language) -> String {
        let until = date(language, self.doorway.survey.closes_on);
        let notice = || say_with(language, "draft-notice", &[("until", until.into())]);
        self.doorway.token.as_ref().map(|_| notice()).unwrap_or_default()
    }

    fn privacy(&self, language: &Language) -> Vec<(String, String)> {
        let mut parts = privacy::notice(language, self.visit.body(), &self.office.contact, true);
        if self.doorway.token.is_some() {
            // Before whom to turn to.
            parts.insert(parts.len().saturating_sub(1), privacy::of_draft(language));
        }
        parts
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

/// Broken text is a broken request; all else is for the reader to change.
fn status_of(refusal: &Refusal) -> StatusCode {
    let broken = refusal.reasons.iter().any(|(_, reason)| *reason == RefusalReason::Unreadable);
    if broken { StatusCode::BAD_REQUEST } else { StatusCode::UNPROCESSABLE_ENTITY }
}

pub(super) fn progress(language: &Language, presentation: Presentation, visible: &[usize], at: usize) -> Option<Progress> {
    let place = visible.iter().position(|page| *page == at)? + 1;
    if presentation == Presentation::OnePage || visible.len() < 2 {
        return None;
    }
    let count = |number: usize| Argument::Count(u64::try_from(number).unwrap_or(u64::MAX));
    let words = say_with(language, "citizen-page-of", &[("at", count(place)), ("of", count(visible.len()))]);
    Some(Progress { at: place, of: visible.len(), words })
}

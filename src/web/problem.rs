//! Every failure and the page it becomes: the only mapping from what went wrong to status and words.

use super::pages::{Frame, ProblemPage, SendAgain, StaffMessagePage, WorkplaceFrame};
use super::visit::{Visit, page};
use crate::flows::words::refusal_in_words;
use crate::flows::{Failed, Refused, Stop};
use crate::language::{date, say, say_with};
use crate::store::StoreError;
use crate::text::Language;
use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, HeaderValue, REFRESH, RETRY_AFTER};
use actix_web::{Error, HttpResponse};
use chrono::NaiveDate;

/// The id of the form that sends again what was typed.
const SEND_AGAIN: &str = "again";

/// What went wrong with a request.
#[derive(Debug)]
pub enum Problem {
    /// The person can change it.
    Refused(Refused),
    /// A survey that closed on that day, and the address of its published report.
    ClosedWithReport(NaiveDate, String),
    /// This invitation was answered before.
    Answered,
    /// There is no such page.
    NoPage,
    /// The page is there, but only for these methods.
    WrongMethod(&'static str),
    /// The body is longer than any form.
    TooLarge,
    /// The body is not UTF-8.
    BrokenText,
    /// The store has too much to do.
    Busy,
    /// The database cannot be reached or its disk is full; the number stands in the log beside the cause.
    Unavailable(String),
    /// We must act; the number stands in the log beside the cause.
    Internal(String),
}

impl Problem {
    /// An internal error; written to the log once, under a number that the page shows.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(logged(cause))
    }

    /// Of a body that could not be read: it is too large, or broken.
    pub fn of_body(error: &Error) -> Self {
        let status = error.as_response_error().status_code();
        if status == StatusCode::PAYLOAD_TOO_LARGE { Self::TooLarge } else { Self::BrokenText }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refused) => status_of(refused),
            // Nothing is wrong with the link; there is only nothing left to do.
            Self::Answered => StatusCode::OK,
            Self::ClosedWithReport(..) => StatusCode::GONE,
            Self::NoPage => StatusCode::NOT_FOUND,
            Self::WrongMethod(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BrokenText => StatusCode::BAD_REQUEST,
            Self::Busy | Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The area of its words in `problem.ftl`: `problem-AREA-heading` and `problem-AREA-text`.
    fn area(&self, today: NaiveDate) -> &'static str {
        match self {
            // A draft whose first day is over is still to be opened; what was ended early did not last to a day to come.
            Self::Refused(Refused::NotYet(day)) if *day <= today => "not-yet-undated",
            Self::Refused(Refused::Closed(day)) | Self::ClosedWithReport(day, _) if *day > today => "closed-undated",
            Self::Refused(refused) => match refused {
                Refused::UnknownLink => "unknown-link",
                Refused::RevokedLink => "revoked",
                Refused::RevokedInvitation => "revoked-invitation",
                Refused::NotYet(_) => "not-yet",
                Refused::Closed(_) => "closed",
                Refused::ChannelOff(_) => "channel-off",
                _ => "refused",
            },
            Self::Answered => "answered",
            Self::ClosedWithReport(..) => "closed-with-report",
            Self::NoPage => "no-page",
            Self::WrongMethod(_) => "wrong-method",
            Self::TooLarge => "too-large",
            Self::BrokenText => "broken-text",
            Self::Busy => "busy",
            Self::Unavailable(_) => "unavailable",
            Self::Internal(_) => "internal",
        }
    }

    /// Heading and text in a language.
    pub fn words(&self, language: &Language, today: NaiveDate) -> (String, String) {
        let area = self.area(today);
        let value = match self {
            Self::Refused(Refused::NotYet(day) | Refused::Closed(day)) | Self::ClosedWithReport(day, _) => date(language, *day),
            Self::Refused(refused) if area == "refused" => refusal_in_words(language, refused),
            Self::Unavailable(number) | Self::Internal(number) => number.clone(),
            _ => String::new(),
        };
        let heading = say(language, &format!("problem-{area}-heading"));
        (heading, say_with(language, &format!("problem-{area}-text"), &[("value", value.into())]))
    }

    /// Heading and text for who is at work: a citizen's advice about links and questionnaires is no help there.
    fn words_at_work(&self, language: &Language, today: NaiveDate) -> (String, String) {
        let area = match self {
            Self::Refused(Refused::MayNot) => "may-not",
            Self::Refused(Refused::UnknownLink) | Self::NoPage => "no-page",
            Self::Refused(refused) => return (say(language, "problem-refused-heading"), refusal_in_words(language, refused)),
            Self::WrongMethod(_) => "wrong-method",
            Self::TooLarge => "too-large",
            Self::BrokenText => "broken-text",
            Self::Busy => "busy",
            _ => return self.words(language, today),
        };
        let said = |part| say(language, &format!("staff-problem-{area}-{part}"));
        (said("heading"), said("text"))
    }

    fn page_at_work(&self, visit: &Visit) -> HttpResponse {
        let language = visit.complete_language();
        let (title, text) = self.words_at_work(&language, visit.site.clock.today());
        let frame = WorkplaceFrame::bare(visit, &language, title);
        let again = self.send_again(visit, &language, "multipart/form-data");
        let kept = if again.typed.is_empty() { String::new() } else { say(&language, "problem-typed-kept") };
        let at_forms = visit.path.starts_with("/staff/forms");
        self.with_headers(page(self.status(), &StaffMessagePage { frame, text, kept, again, at_forms }))
    }

    /// Says when the same may work, where waiting helps, and how, where another method does.
    pub fn with_headers(&self, mut response: HttpResponse) -> HttpResponse {
        let (name, value) = match self {
            Self::Busy => (RETRY_AFTER, "2"),
            Self::Unavailable(_) => (RETRY_AFTER, "60"),
            Self::WrongMethod(methods) => (ALLOW, *methods),
            _ => return response,
        };
        response.headers_mut().insert(name, HeaderValue::from_static(value));
        response
    }

    /// What was typed, where it could not be kept through no fault of who typed it: the page holds it and sends it again.
    fn send_again<'v>(&self, visit: &'v Visit, language: &Language, enctype: &'static str) -> SendAgain<'v> {
        let ours = matches!(self, Self::Busy | Self::Unavailable(_) | Self::Internal(_));
        let typed: &[_] = if ours { &visit.typed } else { &[] };
        SendAgain { id: SEND_AGAIN, action: visit.same_address(language), enctype, typed }
    }

    /// The page.
    pub fn page(&self, visit: &Visit) -> HttpResponse {
        if ["/staff", "/d/"].iter().any(|work| visit.path.starts_with(work)) {
            return self.page_at_work(visit);
        }
        let today = visit.site.clock.today();
        let language = match self.area(today) {
            _ if visit.path.starts_with("/k/") => visit.language_on_kiosk(&visit.body().languages),
            // What is refused in words of the flows is said only in the languages that have them.
            "refused" => visit.complete_language(),
            _ => visit.own_language(),
        };
        let (heading, text) = self.words(&language, today);
        let mut frame = visit.frame(&language, heading.clone());
        let again = self.send_again(visit, &language, "application/x-www-form-urlencoded");
        let mut paragraphs = vec![text];
        if !again.typed.is_empty() {
            paragraphs.push(say(&language, "problem-typed-kept"));
            // A link to another language would leave what was typed behind; the questionnaire takes it along.
            match visit.path.starts_with("/q/") || visit.path.starts_with("/i/") {
                true => frame.form = Some(SEND_AGAIN),
                false => frame.languages.clear(),
            }
        }
        let actions = self.actions(visit, &language, again.typed.is_empty(), &mut frame);
        let tone = match self {
            Self::Answered => "good",
            Self::Refused(_) | Self::ClosedWithReport(..) | Self::Busy => "calm",
            _ => "bad",
        };
        let shown = page(self.status(), &ProblemPage { frame, tone, heading, paragraphs, actions, again });
        let mut response = self.with_headers(shown);
        if visit.path.starts_with("/k/") {
            response.headers_mut().insert(REFRESH, HeaderValue::from_static("60"));
        }
        response
    }

    /// What one can do next, besides sending again: words and address.
    fn actions(&self, visit: &Visit, language: &Language, may_leave: bool, frame: &mut Frame) -> Vec<(String, String)> {
        if visit.path.starts_with("/k/") {
            // A kiosk shows no way out of its questionnaire, and looks again by itself.
            frame.kiosk = true;
            frame.languages.clear();
            return Vec::new();
        }
        let mut actions = Vec::new();
        if let Self::ClosedWithReport(_, address) = self {
            actions.push((say(language, "problem-read-report"), address.clone()));
        }
        if self.status() != StatusCode::SERVICE_UNAVAILABLE && may_leave {
            actions.push((say(language, "problem-home"), "/".to_owned()));
        }
        actions
    }
}

/// Writes a cause to the log under a number.
fn logged(cause: impl std::fmt::Display) -> String {
    let number = uuid::Uuid::new_v4().simple().to_string()[..8].to_owned();
    tracing::error!(number, "{cause}");
    number
}

fn status_of(refused: &Refused) -> StatusCode {
    match refused {
        Refused::UnknownLink | Refused::NotThere(_) => StatusCode::NOT_FOUND,
        Refused::RevokedLink | Refused::RevokedInvitation | Refused::Closed(_) => StatusCode::GONE,
        Refused::NotYet(_) | Refused::ChannelOff(_) | Refused::MayNot => StatusCode::FORBIDDEN,
        Refused::WrongState(_) | Refused::StillCollecting | Refused::Exists(_) => StatusCode::CONFLICT,
        Refused::SignIn => StatusCode::UNAUTHORIZED,
        Refused::TooManyAttempts => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl From<Stop> for Problem {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Refused(refused) => Self::Refused(refused),
            Stop::Failed(Failed::Store(StoreError::Busy)) => Self::Busy,
            Stop::Failed(Failed::Store(error @ (StoreError::Full | StoreError::Unreachable(_)))) => {
                Self::Unavailable(logged(error))
            }
            Stop::Failed(failed) => Self::internal(failed),
        }
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::thing;
    use crate::survey::{Channel, State};

    #[test]
    fn every_failure_has_its_status_and_words_in_every_language() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
        let refused = [
            (Refused::UnknownLink, 404),
            (Refused::RevokedLink, 410),
            (Refused::RevokedInvitation, 410),
            (Refused::NotYet(day), 403),
            (Refused::Closed(day), 410),
            (Refused::ChannelOff(Channel::Web), 403),
            (Refused::WrongState(State::Draft), 409),
            (Refused::StillCollecting, 409),
            (Refused::Faults(Vec::new()), 422),
            (Refused::Invalid("place", "refused-empty"), 422),
            (Refused::NotThere(thing::SURVEY), 404),
            (Refused::Exists(thing::SURVEY), 409),
            (Refused::SignIn, 401),
            (Refused::TooManyAttempts, 429),
            (Refused::MayNot, 403),
        ];
        let others = [
            (Problem::ClosedWithReport(day, "/report/urp/2026".to_owned()), 410),
            (Problem::Answered, 200),
            (Problem::NoPage, 404),
            (Problem::WrongMethod("GET"), 405),
            (Problem::TooLarge, 413),
            (Problem::BrokenText, 400),
            (Problem::Busy, 503),
            (Problem::Unavailable("1a2b3c4d".to_owned()), 503),
            (Problem::Internal("1a2b3c4d".to_owned()), 500),
        ];
        for (problem, status) in refused.map(|(refused, status)| (Problem::Refused(refused), status)).into_iter().chain(others) {
            assert_eq!(problem.status().as_u16(), status, "{problem:?}");
            for code in ["it", "en", "de", "fr", "sl"] {
                for today in [day.pred_opt().unwrap(), day, day.succ_opt().unwrap()] {
                    let (heading, text) = problem.words(&Language::parse(code).unwrap(), today);
                    assert!(!heading.starts_with("problem-") && !text.starts_with("problem-"), "{code}: {problem:?}");
                }
            }
        }
    }

    #[test]
    fn no_closed_page_names_a_day_to_come_and_none_that_opens_one_that_is_over() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let text = |problem: &Problem, today| problem.words(&Language::italian(), today).1;
        let closed = [Problem::Refused(Refused::Closed(day(5))), Problem::ClosedWithReport(day(5), String::new())];
        for problem in &closed {
            assert!(!text(problem, day(4)).contains("5 marzo") && text(problem, day(5)).contains("5 marzo"), "{problem:?}");
        }
        let early = Problem::Refused(Refused::NotYet(day(5)));
        assert!(text(&early, day(4)).contains("5 marzo") && !text(&early, day(5)).contains("5 marzo"));
    }

    #[test]
    fn a_busy_store_asks_to_come_back_and_any_other_failure_shows_its_number_only() {
        let busy = Problem::from(Stop::from(StoreError::Busy));
        assert!(matches!(busy, Problem::Busy));
        for cause in [StoreError::Full, StoreError::Unreachable("5432".to_owned()), StoreError::other("disk")] {
            let unavailable = !matches!(cause, StoreError::Other(_));
            let problem = Problem::from(Stop::from(cause));
            let (Problem::Unavailable(number) | Problem::Internal(number)) = &problem else { panic!("{problem:?}") };
            assert_eq!(problem.status() == StatusCode::SERVICE_UNAVAILABLE, unavailable, "{problem:?}");
            let (_, text) = problem.words(&Language::english(), NaiveDate::MIN);
            assert!(number.len() == 8 && text.contains(number) && !text.contains("disk") && !text.contains("5432"), "{text}");
        }
    }
}

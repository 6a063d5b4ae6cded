//! Refusals, failures and mistakes in files in words, for the terminal and for staff; the citizen's pages say it in their own way.

mod exchange;
mod fault;

pub use exchange::import_reason_in_words;
#[cfg(test)]
pub(crate) use fault::english;
pub use fault::{config_error_in_words, fault_in_words, faults_in_words, said_in_words};

use super::import_answers::RowProblem;
use super::{Failed, Refused, thing};
use crate::exchange::answers::CellProblem;
use crate::fault::Said;
use crate::language::{date, say, say_with};
use crate::response::RefusalReason;
use crate::store::StoreError;
use crate::text::Language;

/// What the person can change.
pub fn refusal_in_words(language: &Language, refused: &Refused) -> String {
    let on = |key: &str, day: &chrono::NaiveDate| say_with(language, key, &[("day", date(language, *day).into())]);
    match refused {
        Refused::UnknownLink => say(language, "refused-unknown-link"),
        Refused::RevokedLink | Refused::RevokedInvitation => say(language, "refused-revoked-link"),
        Refused::NotYet(day) => on("refused-not-yet", day),
        Refused::Closed(day) => on("refused-closed", day),
        Refused::ChannelOff(channel) => {
            let channel = say(language, &format!("channel-{}", channel.code()));
            say_with(language, "refused-channel-off", &[("channel", channel.into())])
        }
        Refused::Answers(refusal) => {
            let lines = refusal.reasons.iter().map(|(field, reason)| format!("{field}: {}", reason_in_words(language, reason)));
            lines.collect::<Vec<_>>().join("\n")
        }
        Refused::WrongState(state) => {
            let state = say(language, &format!("state-{}", state.code()));
            say_with(language, "refused-wrong-state", &[("state", state.into())])
        }
        Refused::StillCollecting => say(language, "refused-still-collecting"),
        Refused::Faults(faults) => faults_in_words(language, faults),
        Refused::Invalid(_, key) => say(language, key),
        Refused::NotThere(thing) => say_with(language, "refused-not-there", &[("thing", say(language, thing).into())]),
        Refused::Exists(thing) => {
            let key = if *thing == thing::SURVEY { "refused-survey-exists" } else { "refused-exists" };
            say_with(language, key, &[("thing", say(language, thing).into())])
        }
        Refused::SignIn => say(language, "refused-sign-in"),
        Refused::TooManyAttempts => say(language, "refused-too-many-attempts"),
        Refused::MayNot => say(language, "refused-may-not"),
    }
}

/// What we must act on. Nothing personal stands in it.
pub fn failure_in_words(language: &Language, failed: &Failed) -> String {
    let with = |key: &str, reason: String| say_with(language, key, &[("reason", reason.into())]);
    match failed {
        Failed::Store(error) => store_error_in_words(language, error),
        Failed::Keys(reason) => said_in_words(language, &Said::new("failed-keys").with("reason", reason)),
        Failed::KeyMissing(survey) => with("failed-key-missing", survey.to_string()),
        Failed::Broken(what) => with("failed-broken", what.clone()),
        Failed::Report(why) => with("failed-report", why.clone()),
    }
}

/// Why the database did not do what it was asked. The driver's own reasons are English.
pub fn store_error_in_words(language: &Language, error: &StoreError) -> String {
    let (key, reason) = match error {
        StoreError::NotFound => ("failed-store-not-found", String::new()),
        StoreError::Conflict => ("failed-store-conflict", String::new()),
        StoreError::Busy => ("failed-store-busy", String::new()),
        StoreError::Full => ("failed-store-full", String::new()),
        StoreError::Unreachable(reason) => ("failed-store-unreachable", reason.clone()),
        StoreError::NewerDatabase(version) => ("failed-store-newer", version.clone()),
        StoreError::WrongUrl(reason) => ("failed-store-address", reason.clone()),
        StoreError::Other(source) => ("failed-store-other", source.to_string()),
    };
    say_with(language, key, &[("reason", reason.into())])
}

/// What is wrong with one answer.
pub fn reason_in_words(language: &Language, reason: &RefusalReason) -> String {
    let count = |key: &str, most: u64| say_with(language, key, &[("most", most.into())]);
    match reason {
        RefusalReason::Missing => say(language, "reason-missing"),
        RefusalReason::UnknownField => say(language, "reason-unknown-field"),
        RefusalReason::UnknownAnswer => say(language, "reason-unknown-answer"),
        RefusalReason::TooMany(most) => count("reason-too-many", u64::from(*most)),
        RefusalReason::NotTogether => say(language, "reason-not-together"),
        RefusalReason::OutOfRange(least, most) => {
            let range = [("least", least.to_string().into()), ("most", most.to_string().into())];
            say_with(language, "reason-out-of-range", &range)
        }
        RefusalReason::TooLong(most) => count("reason-too-long", u64::from(*most)),
        RefusalReason::Unreadable => say(language, "reason-unreadable"),
    }
}

/// What is wrong with a cell or row of an imported file.
pub fn row_problem_in_words(language: &Language, problem: &RowProblem) -> String {
    let cell = |key: &str, cell: &str| say_with(language, key, &[("cell", cell.into())]);
    match problem {
        RowProblem::Answer(reason) => reason_in_words(language, reason),
        RowProblem::Cell(CellProblem::UnknownAnswer { said, known }) => {
            let known = known.iter().map(|own| say_with(language, "answers-quoted", &[("name", own.as_str().into())]));
            let known = known.collect::<Vec<_>>().join(", ");
            say_with(language, "row-unknown-answer", &[("cell", said.as_str().into()), ("known", known.into())])
        }
        RowProblem::Cell(CellProblem::Twice) => say(language, "row-twice"),
        RowProblem::Channel(typed) => cell("row-channel", typed),
        RowProblem::Day(typed) => cell("row-day", typed),
        RowProblem::DayOutside(day) => say_with(language, "row-day-outside", &[("day", date(language, *day).into())]),
        RowProblem::Year(typed) => cell("row-year", typed),
        RowProblem::NotTaken => say(language, "row-not-taken"),
        RowProblem::OpenQuote(until) => say_with(language, "row-open-quote", &[("until", until.to_string().into())]),
        RowProblem::TooManyCells => say(language, "row-too-many-cells"),
        RowProblem::TooLong => say(language, "row-too-long"),
    }
}

//! `/d/{survey}`: staff key in a paper sheet, or what a citizen says on the telephone or at the desk.
//!
//! The same form by the same renderer as the citizen's, but whole: every question is in sight, as on paper. What the routing
//! does not ask is passed over by the one gate.

use super::session::{Area, Desk, Order, see};
use crate::flows::receive_answers::{DAY, Received, Submission, receive_answers};
use crate::flows::{Outcome, Refused, Stop};
use crate::language::{Argument, read_day, say, say_with};
use crate::response::{RawAnswers, Refusal, SubmissionKey};
use crate::site::{FormVersion, Site};
use crate::store::{self, StoreError};
use crate::survey::{Channel, Door, Survey};
use crate::text::Language;
use crate::web::pages::{Reading, Sheet, TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::typed;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;
use std::sync::Arc;
use uuid::Uuid;

/// What staff can key in.
const KEYED_IN: [Channel; 3] = [Channel::Paper, Channel::Phone, Channel::Desk];
/// The longest name of a batch, in characters.
const MOST_BATCH: usize = 60;

/// The sheet to key in.
#[derive(Template)]
#[template(path = "key_in.html")]
struct KeyInPage<'a> {
    frame: WorkplaceFrame<'a>,
    /// Where it is sent.
    action: String,
    secret: &'a str,
    key: String,
    channel: TypedField,
    batch: TypedField,
    day: TypedField,
    /// What a blank on paper means.
    about_blanks: String,
    /// How many sheets the batch has so far, in words.
    so_far: String,
    sheet: Sheet<'a>,
}

/// Which pile one is working through.
#[derive(Clone)]
struct Pile {
    channel: Channel,
    batch: String,
    /// The day on the sheets, as typed.
    day: String,
}

/// A pile as it was named.
struct Named {
    channel: String,
    batch: String,
    day: String,
}

/// What is wrong with a sheet.
enum Wrong {
    Answers(Refusal),
    Day(String),
}

/// What stands behind the address.
struct Behind {
    survey: Survey,
    version: Arc<FormVersion>,
    /// The channels that may be keyed in today.
    channels: Vec<Channel>,
    pile: Pile,
    keyed_in: u64,
    today: NaiveDate,
}

/// `GET`: an empty sheet of the pile that the address names.
pub async fn show(desk: Desk, survey: Path<String>) -> HttpResponse {
    let asked = |name| desk.visit.asked(name).unwrap_or("").to_owned();
    let named = Named { channel: asked("channel"), batch: asked("batch"), day: asked("day") };
    let outcome = show_empty(&desk, survey.into_inner(), named).await;
    desk.visit.conclude(outcome)
}

/// `POST`: keeps the sheet and shows the next, or says what is wrong and keeps what was typed.
pub async fn keep(order: Order, survey: Path<String>) -> HttpResponse {
    let desk = order.desk.clone();
    let outcome = keep_sheet(order, survey.into_inner()).await;
    desk.visit.conclude(outcome)
}

async fn show_empty(desk: &Desk, survey: String, named: Named) -> Result<HttpResponse, Problem> {
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    let behind = desk.visit.block(move |site| find(site, &survey, named)).await?;
    Ok(behind.page(desk, &RawAnswers::default(), Uuid::new_v4(), None))
}

async fn keep_sheet(order: Order, survey: String) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let value = |name: &str| posted.value(name).to_owned();
    let named = Named { channel: value("_channel"), batch: value("_batch"), day: value(DAY) };
    let key = Uuid::parse_str(posted.value("_key")).unwrap_or_else(|_| Uuid::new_v4());
    let answers = RawAnswers::bounded(posted.fields).ok_or(Problem::TooLarge)?;
    let behind = desk.visit.block(move |site| find(site, &survey, named)).await?;
    let no_day = |key: &str| Wrong::Day(desk.say(key));
    // A page that names no day means today, as every door does.
    let day = match behind.pile.day.as_str() {
        "" => None,
        typed => match read_day(typed) {
            Some(day) => Some(day),
            None => return Ok(behind.page(&desk, &answers, key, Some(&no_day("staff-wrong-day")))),
        },
    };
    let submission = Submission {
        survey: behind.survey.clone(),
        door: door(behind.pile.channel),
        key: SubmissionKey::Page(key),
        answers: answers.clone(),
        place: String::new(),
        batch: behind.pile.batch.clone(),
        answered_on: day,
    };
    match receive_answers(&desk.visit.site, submission).await {
        Ok(received) => Ok(next(&behind, received)),
        Err(Stop::Refused(Refused::Answers(refusal))) => Ok(behind.page(&desk, &answers, key, Some(&Wrong::Answers(refusal)))),
        Err(Stop::Refused(Refused::Invalid(DAY, words))) => Ok(behind.page(&desk, &answers, key, Some(&no_day(words)))),
        Err(stop) => Err(stop.into()),
    }
}

/// Paper was filled in earlier; a conversation is now.
fn door(channel: Channel) -> Door {
    if channel == Channel::Paper { Door::Late(channel) } else { Door::Now(channel) }
}

/// An empty sheet of the same pile.
fn next(behind: &Behind, received: Received) -> HttpResponse {
    let done = match received {
        Received::New | Received::SameAgain => "results-done-sheet",
        Received::FirstKept => "results-done-sheet-first",
    };
    let Pile { channel, batch, day } = &behind.pile;
    let (batch, day) = (typed::encode(batch), typed::encode(day));
    let address = format!("/d/{}?channel={}&batch={batch}&day={day}", behind.survey.code, channel.code());
    see(&format!("{address}&done={done}"))
}

fn find(site: &Site, code: &str, named: Named) -> Outcome<Behind> {
    let survey = site.survey_by_code(code).map_err(|error| match error {
        StoreError::NotFound => Refused::UnknownLink.into(),
        other => Stop::from(other),
    })?;
    let today = site.clock.today();
    let mut channels = Vec::new();
    let mut why = None;
    for channel in KEYED_IN {
        match survey.admits(door(channel), today) {
            Ok(()) => channels.push(channel),
            // A door shut by the calendar says more than a channel that was never offered.
            Err(not) if survey.channels.contains(&channel) => why = Some(Refused::from(not)),
            Err(_) => {}
        }
    }
    let Some(first) = channels.first().copied() else {
        return Err(why.unwrap_or(Refused::ChannelOff(Channel::Paper)).into());
    };
    let channel = Channel::parse(&named.channel).filter(|channel| channels.contains(channel)).unwrap_or(first);
    let batch: String = named.batch.trim().chars().filter(|c| !c.is_control()).take(MOST_BATCH).collect();
    let keyed_in = site.store.read(|db| store::response::count_in_batch(db, survey.id, channel, &batch))?;
    let version = site.form_version(survey.form_version)?;
    let pile = Pile { channel, batch, day: named.day };
    Ok(Behind { survey, version, channels, pile, keyed_in, today })
}

impl Behind {
    fn page(&self, desk: &Desk, answers: &RawAnswers, key: Uuid, wrong: Option<&Wrong>) -> HttpResponse {
        let language = &desk.language;
        let form = &self.version.form;
        let (refusal, day_problem) = match wrong {
            Some(Wrong::Answers(refusal)) => (Some(refusal), ""),
            Some(Wrong::Day(words)) => (None, words.as_str()),
            None => (None, ""),
        };
        let always = |_: &crate::form::Condition| true;
        let reading = Reading { form, language, answers, refusal, holds: &always, contact: "" };
        let mut frame = desk.frame(form.title.get(language, form.fallback()), Area::Surveys);
        frame.simulated = self.survey.simulated;
        let sheet = Sheet::new(reading, 0..form.pages.len());
        for line in &sheet.summary {
            frame.mend(line.field.as_str(), &line.text, &line.problem);
        }
        frame.mend(DAY, &say(language, "results-day"), day_problem);
        let template = KeyInPage {
            frame,
            action: format!("/d/{}", self.survey.code),
            secret: desk.secret(),
            key: key.to_string(),
            channel: self.channel_field(language),
            batch: self.batch_field(language),
            day: self.day_field(language, day_problem),
            about_blanks: say(language, "results-blanks"),
            so_far: say_with(language, "results-batch-so-far", &[("count", Argument::Count(self.keyed_in))]),
            sheet,
        };
        page(if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &template)
    }

    fn channel_field(&self, language: &Language) -> TypedField {
        let words = |channel: &Channel| (channel.code().to_owned(), say(language, &format!("channel-{}", channel.code())));
        TypedField {
            name: "_channel",
            words: say(language, "results-channel"),
            value: self.pile.channel.code().to_owned(),
            options: self.channels.iter().map(words).collect(),
            ..TypedField::default()
        }
    }

    /// The day on the paper: the last one typed, else today, or the last day when paper arrives after it.
    fn day_field(&self, language: &Language, problem: &str) -> TypedField {
        let default = self.today.min(self.survey.closes_on).to_string();
        TypedField {
            name: DAY,
            words: say(language, "results-day"),
            kind: "date",
            value: if self.pile.day.is_empty() { default } else { self.pile.day.clone() },
            hint: say(language, "results-day-hint"),
            problem: problem.to_owned(),
            ..TypedField::default()
        }
    }

    fn batch_field(&self, language: &Language) -> TypedField {
        TypedField {
            name: "_batch",
            words: say(language, "results-batch"),
            kind: "text",
            value: self.pile.batch.clone(),
            hint: say(language, "results-batch-hint"),
            ..TypedField::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::flows::sign_in::{add_account, sign_in};
    use crate::office::Role;
    use crate::secret::Secret;
    use crate::store;
    use crate::survey::Channel;
    use crate::web::tests::Town;

    fn cookie_of(town: &Town, login: &str, role: Role) -> String {
        let password = Secret::new("correct horse");
        add_account(&town.site, login, "Ada", role, &password).unwrap();
        format!("ascolto={}", sign_in(&town.site, login, &password).unwrap().token.expose())
    }

    #[test]
    fn sheets_are_keyed_in_one_after_another_and_the_pile_stays() {
        let town = Town::annual();
        assert!(town.get("/d/urp").header("location").starts_with("/staff/sign-in?next="));
        let cookie = cookie_of(&town, "ada", Role::Staff);
        let empty = town.get_as(&cookie, "/d/urp?channel=paper&batch=Scatola+1");
        assert_eq!(empty.status, 200);
        assert!(empty.text.contains("name=\"overall\"") && empty.text.contains("value=\"Scatola 1\""), "{}", empty.text);
        assert!(!empty.text.contains(" hidden disabled"), "every question is in sight");
        let sheet = |overall: u8, key: &str| {
            let secret = empty.hidden("_secret");
            format!("_secret={secret}&_key={key}&_channel=paper&_batch=Scatola+1&overall={overall}&needs=other&other_need=Bus")
        };
        let first = sheet(4, &empty.hidden("_key"));
        for _ in 0..2 {
            let sent = town.post_as(&cookie, "/d/urp", first.as_bytes());
            assert_eq!(sent.header("location"), "/d/urp?channel=paper&batch=Scatola%201&day=&done=results-done-sheet");
        }
        let next = town.get_as(&cookie, "/d/urp?channel=paper&batch=Scatola%201&done=results-done-sheet");
        assert!(next.text.contains("value=\"Scatola 1\"") && next.text.contains("1 scheda"), "{}", next.text);
        town.post_as(&cookie, "/d/urp", sheet(2, &next.hidden("_key")).as_bytes());
        let count = town.site.store.read(|db| store::response::count_by_channel(db, town.survey)).unwrap();
        assert_eq!(count, [(Channel::Paper, 2)]);
    }

    #[test]
    fn a_sheet_that_is_refused_keeps_what_was_typed_and_who_only_reads_keys_in_nothing() {
        let town = Town::annual();
        let cookie = cookie_of(&town, "ada", Role::Staff);
        let secret = town.get_as(&cookie, "/d/urp").hidden("_secret");
        let body = format!("_secret={secret}&_channel=paper&_batch=B&courtesy=4&overall=9");
        let refused = town.post_as(&cookie, "/d/urp", body.as_bytes());
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("value=\"4\" checked") && refused.text.contains("<a href=\"#overall\">"));
        let empty = town.post_as(&cookie, "/d/urp", format!("_secret={secret}&_channel=paper&_batch=B").as_bytes());
        assert!(empty.status == 422 && empty.text.contains("<a href=\"#overall\">"), "an empty sheet is no answer");
        assert_eq!(town.post_as(&cookie, "/d/urp", b"overall=4").status, 403);
        let reader = cookie_of(&town, "eva", Role::Leadership);
        assert_eq!(town.get_as(&reader, "/d/urp").status, 403);
        assert_eq!(town.responses(), 0);
    }

    #[test]
    fn a_blank_on_paper_stays_blank_and_the_sheet_has_the_day_written_on_it() {
        let town = Town::annual();
        town.to_day(5);
        let cookie = cookie_of(&town, "ada", Role::Staff);
        let empty = town.get_as(&cookie, "/d/urp?channel=paper&batch=B");
        assert!(empty.text.contains("type=\"date\" value=\"2026-03-07\""), "today: {}", empty.text);
        let secret = empty.hidden("_secret");
        let send = |day: &str| {
            let body = format!("_secret={secret}&_channel=paper&_batch=B&_day={day}&courtesy=4");
            town.post_as(&cookie, "/d/urp", body.as_bytes())
        };
        for (day, words) in [("2026-03-02", "non è un giorno"), ("2026-03-08", "non è un giorno"), ("ieri", "Scriva il giorno")]
        {
            let refused = send(day);
            assert_eq!(refused.status, 422, "{day}");
            assert!(refused.text.contains(words) && refused.text.contains("href=\"#_day\""), "{day}: {}", refused.text);
            assert!(refused.text.contains("value=\"4\" checked") && refused.text.contains(&format!("value=\"{day}\"")));
        }
        assert_eq!(send("04/03/2026").status, 303, "as people write it");
        let kept = send("2026-03-04");
        assert_eq!(kept.header("location"), "/d/urp?channel=paper&batch=B&day=2026-03-04&done=results-done-sheet");
        assert!(
            town.get_as(&cookie, kept.header("location")).text.contains("value=\"2026-03-04\""),
            "the next sheet of the pile"
        );
        let table = town.site.store.read(|db| store::response::rows(db, town.survey)).unwrap();
        let by_day = town.site.store.read(|db| store::response::count_by_day(db, town.survey)).unwrap();
        assert_eq!((table.len(), by_day[0].0.to_string()), (2, "2026-03-04".to_owned()));
        let phone = format!("_secret={secret}&_channel=web&courtesy=4");
        assert_eq!(town.post("/q/urp", phone.as_bytes()).status, 422, "who answers can still be asked");
    }
}

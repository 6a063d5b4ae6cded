//! Making the example: every year goes through the same flows as a real one, on a clock that stands at its days.

use super::draw::{Wishes, draw_answers};
use super::measures::measure;
use super::next_form::design_next;
use super::story::{self, Year};
use crate::cli::Stop;
use crate::cli::site::open;
use crate::clock::Clock;
use crate::config::Config;
use crate::flows::adopt_charter::adopt_charter;
use crate::flows::close_survey::close_survey;
use crate::flows::forget_contacts::forget_contacts;
use crate::flows::import_contacts::import_contacts;
use crate::flows::moderate_comments::moderate_comment;
use crate::flows::open_survey::open_survey;
use crate::flows::place_kiosk::{kiosk_link, place_kiosk};
use crate::flows::plan_survey::{catalog_form, edition_of, found_office, plan_survey};
use crate::flows::publish_report::publish_report;
use crate::flows::queue_letters::queue_invitations;
use crate::flows::receive_answers::{Submission, invited_key, receive_answers_blocking, survey_key};
use crate::flows::record_figures::{conclude_action, promise_action};
use crate::flows::send_invitations::{invitation_token, send_all_due};
use crate::flows::sign_in::add_account;
use crate::follow_up::{ActionState, Moderation};
use crate::form::catalog;
use crate::ids::{AccountId, CharterId, EditionId, OfficeId, SurveyId};
use crate::language::{say, say_with};
use crate::mail::{Mailer, Memory};
use crate::office::Role;
use crate::response::SubmissionKey;
use crate::secret::Secret;
use crate::site::Site;
use crate::store;
use crate::store::improvement_action::NewAction;
use crate::store::survey::Draft;
use crate::survey::{Channel, Door, Groups, State, Survey, Universe};
use crate::text::{Code, Language};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use std::path::Path;

/// The demo's account. It guards made-up answers on this machine only.
const LOGIN: &str = "demo";
const PASSWORD: &str = "ascolto-demo";
const OFFICE: &str = "urp";
const PLACE: &str = "Sportello URP, piano terra";

/// The example's body.
pub fn describe(config: &mut Config) {
    config.body.name = "Provincia di Esempio".to_owned();
    // All that the shipped questionnaires are written in.
    config.body.languages = ["it", "en", "de", "fr", "sl"].into_iter().filter_map(Language::parse).collect();
}

/// Makes the whole example, telling each step.
pub fn make_example(config: &Config, base_url: &str, language: &Language) -> Result<(), Stop> {
    let today = Clock::system(config.body.time_zone).today();
    let clock = Clock::fixed(config.body.time_zone, noon(today));
    let mut past = open(config.clone(), clock.clone(), Some(base_url.to_owned()))?;
    let (office, charter, account) = found(&past, today.year())?;
    // The letters of past years go nowhere; only those of the year in the field reach the outbox.
    let outbox = std::mem::replace(&mut past.mailer, Mailer::Memory(Memory::default()).into());
    for year in story::YEARS.iter().filter(|year| year.years_ago > 0) {
        let number = today.year() - year.years_ago;
        tell(language, "demo-step-year", number);
        let edition = make_past_year(&past, &clock, office, charter, year, number)?;
        // Registers are complete once the year is over; the report follows.
        clock.set(noon(day(number + 1, 1, 15).min(today)));
        measure(&past, edition, year.column)?;
        tell(language, "demo-step-report", number);
        publish_report(&past, edition, "")?;
    }
    clock.set(noon(today));
    past.mailer = outbox;
    let Some(current) = story::YEARS.last() else { return Ok(()) };
    tell(language, "demo-step-current", today.year());
    make_current_year(&past, office, charter, current, today)?;
    design_next(&past, account, catalog_form(&past, "urp-annuale")?)
}

/// What can be clicked.
pub fn list_links(site: &Site, folder: &Path, language: &Language) -> Result<(), Stop> {
    let survey = newest_survey(site)?;
    let (kiosks, invitations) = if survey.state == State::Closed {
        // With its key went every link to it.
        (Vec::new(), Vec::new())
    } else {
        let found = site.store.read(|db| Ok((store::kiosk::list(db, survey.id)?, store::invitation::list(db, survey.id)?)));
        found?
    };
    let base = &site.base_url;
    println!("\n{}\n", say(language, "demo-links"));
    if survey.state == State::Closed {
        println!("  {}", say_with(language, "demo-closed", &[("survey", survey.title.as_str().into())]));
    } else {
        line(language, "demo-link-public", &format!("{base}/q/{}", survey.code));
    }
    if let Some(kiosk) = kiosks.first() {
        line(language, "demo-link-kiosk", &kiosk_link(site, kiosk)?);
    }
    if let Some(invitation) = invitations.first() {
        let token = invitation_token(&survey_key(site, survey.id).map_err(crate::flows::Stop::Failed)?, *invitation);
        line(language, "demo-link-invitation", &format!("{base}/i/{}", token.expose()));
    }
    line(language, "demo-link-staff", &format!("{base}/staff"));
    println!("  {}", say_with(language, "demo-credentials", &[("login", LOGIN.into()), ("password", PASSWORD.into())]));
    let year = last_published(site)?;
    line(language, "demo-link-report", &format!("{base}/report/{OFFICE}/{year}"));
    line(language, "demo-link-pdf", &format!("{base}/report/{OFFICE}/{year}/report-{year}.it.pdf"));
    println!();
    line(language, "demo-folder", &folder.display().to_string());
    line(language, "demo-outbox", &folder.join("outbox").display().to_string());
    println!("\n{}", say(language, "demo-simulated"));
    Ok(())
}

fn line(language: &Language, key: &str, what: &str) {
    println!("  {:<28} {what}", say(language, key));
}

fn tell(language: &Language, key: &str, year: i32) {
    eprintln!("  {}", say_with(language, key, &[("year", year.to_string().into())]));
}

fn noon(day: NaiveDate) -> chrono::NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(11, 0, 0).unwrap_or_default())
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The survey in the field, or the one that was last in it.
fn newest_survey(site: &Site) -> Result<Survey, Stop> {
    let surveys = site.store.read(store::survey::list_with_counts)?;
    let opened = surveys.into_iter().map(|(survey, _)| survey).filter(|survey| survey.state != State::Draft);
    opened.max_by_key(|survey| survey.opens_on).ok_or_else(|| Stop::Failed("the example has no survey: use --fresh".to_owned()))
}

fn last_published(site: &Site) -> Result<i32, Stop> {
    let newest = site.store.read(|db| {
        let office = store::office::find_by_code(db, &office_code())?;
        for edition in store::edition::list(db, office.id)? {
            if !store::publication::list(db, edition.id)?.is_empty() {
                return Ok(Some(edition.year));
            }
        }
        Ok(None)
    });
    newest?.ok_or_else(|| Stop::Failed("the example has no published report: use --fresh".to_owned()))
}

fn office_code() -> Code {
    Code::parse(OFFICE).expect("the example's code is one")
}

/// The office, its account and its charter.
fn found(site: &Site, this_year: i32) -> Result<(OfficeId, CharterId, AccountId), Stop> {
    let contact = "urp@provincia.example";
    let office = found_office(site, &office_code(), "Ufficio Relazioni con il Pubblico", contact)?;
    let account = add_account(site, LOGIN, "Utenza dimostrativa", Role::Administrator, &Secret::new(PASSWORD))?;
    let charter = catalog::charter("carta-urp").ok_or_else(|| Stop::Failed("the shipped charter is missing".to_owned()))?;
    // The shipped charter leaves act and first year to the body; the example's are made up.
    let first = this_year - 3;
    let charter = charter
        .replace("approved_on = 2024-01-15", &format!("approved_on = {first}-01-15"))
        .replace("valid_from = 2024", &format!("valid_from = {first}"))
        .replace("Atto di approvazione della Carta dei Servizi (da indicare)", "Deliberazione n. 12 (atto di esempio)");
    Ok((office, adopt_charter(site, office, "carta-urp.toml", &charter, "")?, account))
}

fn draft(site: &Site, edition: EditionId, charter: CharterId, year: i32, days: (NaiveDate, NaiveDate)) -> Result<Draft, Stop> {
    Ok(Draft {
        edition,
        code: Code::parse(&format!("urp_{year}")).expect("a year makes a code"),
        title: format!("Soddisfazione degli utenti URP {year}"),
        form_version: catalog_form(site, "urp-annuale")?,
        charter: Some(charter),
        opens_on: days.0,
        closes_on: days.1,
        collecting_days: 10,
        channels: vec![Channel::Email, Channel::Kiosk, Channel::Web, Channel::Phone, Channel::Paper],
        simulated: true,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 300,
    })
}

fn universe() -> Universe {
    let contacts = story::UNIVERSE.iter().map(|(channel, contacts)| (*channel, String::new(), *contacts)).collect();
    let code = |name: &str| Code::parse(name).expect("the story's codes are codes");
    let (question, groups) = story::GROUPS;
    let groups =
        Groups { question: code(question), contacts: groups.map(|(choice, contacts)| (code(choice), contacts)).to_vec() };
    Universe { contacts, groups: Some(groups) }
}

fn make_past_year(
    site: &Site,
    clock: &Clock,
    office: OfficeId,
    charter: CharterId,
    year: &Year,
    number: i32,
) -> Result<EditionId, Stop> {
    let (opens_on, closes_on) = (day(number, 10, 1), day(number, 10, 31));
    clock.set(noon(opens_on));
    let edition = edition_of(site, office, number)?;
    conclude_last_years_actions(site, edition, year.column)?;
    let survey = plan_survey(site, &draft(site, edition, charter, number, (opens_on, closes_on))?, &universe())?;
    open_survey(site, survey)?;
    place_kiosk(site, survey, PLACE)?;
    import_contacts(site, survey, addresses(year.invited, number).as_bytes())?;
    queue_invitations(site, survey)?;
    send_all_due(site)?;
    clock.set(noon(closes_on));
    collect(site, clock, survey, year, number, opens_on)?;
    clock.set(noon(closes_on + Days::new(12)));
    close_survey(site, survey)?;
    moderate(site, survey)?;
    promise(site, edition, year.column, number)?;
    clock.set(noon(closes_on + Days::new(50)));
    forget_contacts(site, survey)?;
    Ok(edition)
}

fn make_current_year(site: &Site, office: OfficeId, charter: CharterId, year: &Year, today: NaiveDate) -> Result<(), Stop> {
    let days = (today - Days::new(14), today + Days::new(45));
    let edition = edition_of(site, office, today.year())?;
    let survey = plan_survey(site, &draft(site, edition, charter, today.year(), days)?, &universe())?;
    open_survey(site, survey)?;
    place_kiosk(site, survey, PLACE)?;
    import_contacts(site, survey, addresses(year.invited, today.year()).as_bytes())?;
    queue_invitations(site, survey)?;
    send_all_due(site)?;
    measure(site, edition, year.column)?;
    collect(site, &site.clock, survey, year, today.year(), days.0)
}

/// Made-up contacts, every tenth of them German-speaking.
fn addresses(count: usize, year: i32) -> String {
    let rows = (1..=count).map(|number| {
        let language = if number % 10 == 0 { "de" } else { "it" };
        format!("utente{number}.{year}@example.org;;{language}\n")
    });
    std::iter::once("email;nome;lingua\n".to_owned()).chain(rows).collect()
}

/// Draws the year's answers and sends each through its door, spread over the first weeks.
fn collect(site: &Site, clock: &Clock, survey: SurveyId, year: &Year, number: i32, opens_on: NaiveDate) -> Result<(), Stop> {
    let found = site.survey(survey)?;
    let version = site.form_version(found.form_version)?;
    let doors: Vec<Channel> = year.responses.iter().flat_map(|(channel, count)| std::iter::repeat_n(*channel, *count)).collect();
    let mood = |person: usize| match doors[person] {
        Channel::Kiosk | Channel::Phone => 0.2,
        Channel::Web => -0.2,
        _ => 0.0,
    };
    let wishes = Wishes {
        satisfied: &|item| story::satisfied(item, year.column),
        weight: &story::weight,
        comments: story::COMMENTS.to_vec(),
        comment_share: 0.12,
    };
    let seed = u64::try_from(number).unwrap_or(0);
    let drawn = draw_answers(&version.form, doors.len(), &wishes, &mood, seed);
    let key = survey_key(site, survey).map_err(crate::flows::Stop::Failed)?;
    let mut invitations = site.store.read(|db| store::invitation::list(db, survey))?.into_iter();
    let last_day = clock.today();
    for (index, (answers, channel)) in drawn.into_iter().zip(&doors).enumerate() {
        let own_key = match channel {
            Channel::Email => invitations.next().map(|invitation| invited_key(&invitation_token(&key, invitation))),
            _ => None,
        };
        let submission = Submission {
            survey: found.clone(),
            door: if *channel == Channel::Paper { Door::Late(*channel) } else { Door::Now(*channel) },
            key: own_key.unwrap_or_else(|| SubmissionKey::Page(uuid::Uuid::new_v4())),
            answers,
            place: if *channel == Channel::Kiosk { PLACE.to_owned() } else { String::new() },
            batch: if *channel == Channel::Paper { "schede 1".to_owned() } else { String::new() },
            answered_on: Some(given_on(*channel, index, (opens_on, last_day))),
        };
        receive_answers_blocking(site, submission)?;
    }
    Ok(())
}

/// When an answer was given: by e-mail soon after the invitation or the reminder, else on any working day of the period.
fn given_on(channel: Channel, index: usize, (opens_on, last_day): (NaiveDate, NaiveDate)) -> NaiveDate {
    const AFTER_LETTERS: [u64; 12] = [0, 0, 0, 1, 1, 2, 3, 5, 16, 16, 17, 19];
    let span = u64::try_from((last_day - opens_on).num_days()).unwrap_or(0) + 1;
    let after = match channel {
        Channel::Email => AFTER_LETTERS[index % AFTER_LETTERS.len()],
        _ => u64::try_from(index).unwrap_or(0) * 7 % span,
    };
    let day = (opens_on + Days::new(after)).min(last_day);
    let is_closed = matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && channel != Channel::Email && channel != Channel::Web;
    let monday = day + Days::new(7 - u64::from(day.weekday().num_days_from_monday()));
    let friday = day - Days::new(u64::from(day.weekday().num_days_from_monday()).saturating_sub(4));
    match is_closed {
        false => day,
        true if friday >= opens_on => friday,
        true => monday.min(last_day),
    }
}

/// Two of three comments are approved, one is refused, the rest waits.
fn moderate(site: &Site, survey: SurveyId) -> Result<(), Stop> {
    let pending = site.store.read(|db| store::comment::list(db, survey, Moderation::Pending, 0, 30))?;
    for (index, comment) in pending.iter().enumerate() {
        let decision = match index % 6 {
            0..=3 => Moderation::Approved,
            4 => Moderation::Refused,
            _ => continue,
        };
        moderate_comment(site, survey, comment.id, Moderation::Pending, decision)?;
    }
    Ok(())
}

/// What each year's report promised: standard, what, who, and what the year after tells of it.
const ACTIONS: [&[(&str, &str, &str, &str)]; 3] = [
    &[
        (
            "online_services",
            "Rifare la pagina dei servizi online con le dieci pratiche più richieste in primo piano",
            "Ufficio Sistemi informativi",
            "Fatto in parte: la pagina nuova è in linea da marzo, i moduli saranno completati l'anno successivo",
        ),
        (
            "accessibility",
            "Installare la segnaletica tattile e un campanello di chiamata alla rampa",
            "Ufficio Patrimonio",
            "Rinviata all'anno successivo per mancanza di fondi",
        ),
    ],
    &[
        (
            "online_services",
            "Completare i moduli online e provarli con dieci utenti",
            "Ufficio Sistemi informativi",
            "Fatto: 24 moduli online, prove con dodici utenti; la soddisfazione è salita",
        ),
        (
            "accessibility",
            "Installare la segnaletica tattile e un campanello di chiamata alla rampa",
            "Ufficio Patrimonio",
            "Fatto in maggio",
        ),
    ],
    &[
        (
            "queue",
            "Sportello su appuntamento due mattine la settimana e una persona in più il lunedì",
            "Ufficio Relazioni con il Pubblico",
            "",
        ),
        ("opening_hours", "Apertura pomeridiana sperimentale il giovedì", "Ufficio Relazioni con il Pubblico", ""),
    ],
];

fn promise(site: &Site, edition: EditionId, column: usize, year: i32) -> Result<(), Stop> {
    for (standard, what, owner, _) in ACTIONS.get(column).copied().unwrap_or_default() {
        let action = NewAction {
            standard: (*standard).to_owned(),
            what: (*what).to_owned(),
            owner: (*owner).to_owned(),
            due_on: day(year + 1, 6, 30),
        };
        promise_action(site, edition, &action)?;
    }
    Ok(())
}

/// The actions promised the year before, with what the story tells of them.
fn conclude_last_years_actions(site: &Site, edition: EditionId, column: usize) -> Result<(), Stop> {
    let actions = site.store.read(|db| match store::edition::find(db, edition)?.compared_with {
        Some(before) => store::improvement_action::list(db, before),
        None => Ok(Vec::new()),
    })?;
    let promised = column.checked_sub(1).and_then(|before| ACTIONS.get(before)).copied().unwrap_or_default();
    for action in actions {
        if let Some((_, _, _, outcome)) = promised.iter().find(|(_, what, _, _)| *what == action.what) {
            let state = if outcome.starts_with("Fatto") { ActionState::Done } else { ActionState::Dropped };
            conclude_action(site, edition, action.id, ActionState::Planned, state, outcome)?;
        }
    }
    Ok(())
}

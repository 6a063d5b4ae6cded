//! What was typed in a form, in the words of its page: for whoever sees it again after signing in.

use super::charters::CarriedWords;
use super::forms;
use super::goals::items_of;
use super::plan_choice::look_at;
use super::plan_page::choices;
use super::plan_typed::{GROUP_FIELD, GROUP_QUESTION};
use super::posted::Posted;
use crate::flows::Outcome;
use crate::flows::read_results::read_outline;
use crate::flows::receive_answers::DAY;
use crate::form::{Choice, Form, Kind, Question};
use crate::ids::EditionId;
use crate::language::{date, read_day, say, say_with};
use crate::response::RawAnswers;
use crate::site::Site;
use crate::store;
use crate::survey::Channel;
use crate::text::{Code, Language, Texts};

/// Label and value.
type Line = (String, String);

/// What a page sends along without showing it, and what its buttons say.
const UNSEEN: [&str; 28] = [
    "again",
    "charter_name",
    "comment",
    "confirm",
    "answers_looked",
    "answers_text",
    "contacts_text",
    "refused_rows",
    "count",
    "do",
    "draw",
    "form_name",
    "from",
    "looked",
    "mark",
    "newest",
    "number",
    "press",
    "register_text",
    "revision",
    "rows",
    "run",
    "show",
    "simulated",
    "survey",
    "to",
    "was",
    "written",
];
/// What the page shows around the fields.
const AROUND: [&str; 2] = ["action", "standard"];

/// Whether somebody typed or chose what stands in a field.
pub(super) fn is_typed((name, value): &(String, String)) -> bool {
    let name = name.as_str();
    !name.starts_with('_') && !UNSEEN.contains(&name) && !AROUND.contains(&name) && !value.trim().is_empty()
}

/// The lines of a form that was sent to an address. Blocking.
///
/// # Errors
/// When the store fails, or what the address names is no longer there.
pub(super) fn in_words(site: &Site, address: &str, posted: &Posted, language: &Language) -> Outcome<Vec<Line>> {
    let parts: Vec<&str> = address.split(['/', '?']).skip(1).collect();
    match parts.as_slice() {
        ["d", survey, ..] => sheet(site, survey, posted, language),
        ["staff", "editions", edition, ..] => of_edition(site, edition.parse().unwrap_or_default(), posted, language),
        ["staff", "forms", ..] => forms::lines(site, address, posted, language),
        ["staff", "charters", ..] => of_charter(site, posted, language),
        _ => of_survey(site, posted, language),
    }
}

fn lines(
    posted: &Posted,
    language: &Language,
    label: impl Fn(&str) -> Option<String>,
    words: impl Fn(&str, &str) -> Option<String>,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let seen = |(name, value): &&(String, String)| {
        !name.starts_with('_') && !UNSEEN.contains(&name.as_str()) && !value.trim().is_empty()
    };
    for (name, typed) in posted.fields.iter().filter(seen) {
        let label = label(name).unwrap_or_else(|| label_of(language, name));
        let value = match name.as_str() {
            "opens_on" | "closes_on" | "due_on" | "as_of" => read_day(typed).map(|day| date(language, day)),
            "basis" => Some(say(language, &format!("contacts-basis-{typed}"))),
            name if name.starts_with("use_") => Some(say(language, &format!("contacts-use-{typed}"))),
            _ => words(name, typed),
        };
        let value = value.unwrap_or_else(|| typed.clone());
        match lines.last_mut().filter(|(own, _)| *own == label) {
            Some((_, values)) => *values = format!("{values}, {value}"),
            None => lines.push((label, value)),
        }
    }
    lines
}

/// The label that a field has on its page.
fn label_of(language: &Language, name: &str) -> String {
    if let Some(channel) = name.strip_prefix("universe_") {
        let channel = say(language, &format!("channel-{channel}"));
        return say_with(language, "staff-resume-users", &[("channel", channel.into())]);
    }
    if let Some(column) = name.strip_prefix("use_").or(name.strip_prefix("column_")).and_then(|number| number.parse::<u64>().ok())
    {
        return say_with(language, "contacts-look-column", &[("number", (column + 1).to_string().into())]);
    }
    let own = match name {
        "action" => "staff-action",
        "as_of" => "register-as-of",
        "basis" => "contacts-basis",
        "certified_too" => "contacts-look-certified-too",
        "language" => "sample-languages",
        "size" => "sample-size",
        name if name.starts_with("reason_") => "contacts-look-reason",
        "channel" => "results-channel",
        "order" => "answers-order",
        "contacts" => "contacts-year-number-of",
        "dkim_record" => "mail-check-record-field",
        "kind" => "contacts-year-kind",
        "missing_days_closed" => "register-missing-closed",

        "note" => "results-source",
        "standard" => "staff-goal",
        "state" => "results-outcome-state",
        "test_address" => "mail-check-address",
        "value" => "staff-resume-value",
        _ => "",
    };
    let pages = ["staff-plan-", "results-past-", "results-action-", "results-", "staff-kiosk-"];
    let keys = std::iter::once(own.to_owned()).chain(pages.iter().map(|page| format!("{page}{name}")));
    let said = keys.map(|key| (say(language, &key), key)).find(|(words, key)| words != key);
    said.map_or_else(|| name.to_owned(), |(words, _)| words)
}

fn find(options: &[Line], value: &str) -> Option<String> {
    options.iter().find(|(own, _)| own == value).map(|(_, words)| words.clone())
}

fn channel(language: &Language, typed: &str) -> Option<String> {
    Channel::parse(typed).map(|channel| say(language, &format!("channel-{}", channel.code())))
}

/// A plan, its adjustment, or the place of a kiosk.
fn of_survey(site: &Site, posted: &Posted, language: &Language) -> Outcome<Vec<Line>> {
    let (choices, chosen) = (choices(site, language)?, look_at(site, posted, language)?);
    let form = chosen.form.as_ref();
    let own = |texts: &Texts| form.map(|form| texts.get(language, form.fallback()).to_owned());
    let group_question = Code::parse(posted.value(GROUP_QUESTION));
    let group = |name: &str| {
        let code = name.strip_prefix(GROUP_FIELD)?;
        let choices: &[Choice] = form?.profile_choices(group_question.as_ref()?)?;
        own(&choices.iter().find(|choice| choice.code.as_str() == code)?.label)
    };
    let words = |name: &str, typed: &str| match name {
        "office" => find(&choices.offices, typed),
        "form" => find(&choices.forms, typed),
        "charter" => find(&choices.charters, typed),
        "channels" => channel(language, typed),
        GROUP_QUESTION => {
            let (question, _) = form?.profile_questions().find(|(question, _)| question.code.as_str() == typed)?;
            own(&question.text)
        }
        _ => None,
    };
    Ok(lines(posted, language, group, words))
}

/// Figures, causes, actions and what became of them.
fn of_edition(site: &Site, edition: i64, posted: &Posted, language: &Language) -> Outcome<Vec<Line>> {
    let outline = read_outline(site, EditionId(edition))?;
    let editions = [Some(outline.edition.id), outline.edition.compared_with];
    let actions = site.store.read(|db| {
        let lists = editions.into_iter().flatten().map(|edition| store::improvement_action::list(db, edition));
        Ok(lists.collect::<Result<Vec<_>, store::StoreError>>()?.concat())
    })?;
    let items = items_of(&outline.version.form, language);
    let goal = |typed: &str| {
        let charter = outline.charter.as_ref()?;
        let standard = charter.standards.iter().find(|standard| standard.code.as_str() == typed)?;
        Some(standard.title.get(language, &charter.languages[0]).to_owned())
    };
    let words = |name: &str, typed: &str| match name {
        "goal" | "standard" => goal(typed),
        "item" => find(&items, typed),
        "channel" => channel(language, typed),
        "state" => Some(say(language, &format!("report-action-{typed}"))),
        "action" => actions.iter().find(|action| action.id.to_string() == typed).map(|action| action.what.clone()),
        _ => None,
    };
    Ok(lines(posted, language, |_| None, words))
}

/// A charter that was being written.
fn of_charter(site: &Site, posted: &Posted, language: &Language) -> Outcome<Vec<Line>> {
    let own = CarriedWords::gather(site)?;
    Ok(lines(posted, language, |name| own.label(language, name), |name, typed| own.value(language, name, typed)))
}

/// A questionnaire that was being keyed in.
fn sheet(site: &Site, code: &str, posted: &Posted, language: &Language) -> Outcome<Vec<Line>> {
    let survey = site.survey_by_code(code)?;
    let version = site.form_version(survey.form_version)?;
    let day = read_day(posted.value(DAY)).map(|day| date(language, day)).unwrap_or_default();
    let pile = [
        ("results-channel", channel(language, posted.value("_channel")).unwrap_or_default()),
        ("results-batch", posted.value("_batch").to_owned()),
        ("results-day", day),
    ];
    let pile = pile.map(|(key, value)| (say(language, key), value));
    let answers = version.form.questions().flat_map(|(_, question)| answers(&version.form, question, posted, language));
    Ok(pile.into_iter().chain(answers).filter(|(_, value)| !value.trim().is_empty()).collect())
}

fn answers(form: &Form, question: &Question, posted: &Posted, language: &Language) -> Vec<Line> {
    let own = |texts: &Texts| texts.get(language, form.fallback()).to_owned();
    let on_scale = |field: &Code, scale: &Code| point(form, scale, posted.value(field.as_str()), language);
    let value = match &question.kind {
        Kind::Note => return Vec::new(),
        Kind::Matrix { scale, items, importance } => {
            let important = say(language, "citizen-how-important");
            let lines = items.iter().flat_map(|item| {
                let text = own(&item.text);
                let weighed = importance.as_ref().zip(item.importance_code());
                let weighed = weighed.map(|(scale, code)| (format!("{text} – {important}"), on_scale(&code, scale)));
                [Some((text, on_scale(&item.code, scale))), weighed].into_iter().flatten()
            });
            return lines.collect();
        }
        Kind::Rating { scale } => on_scale(&question.code, scale),
        Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
            let chosen = |choice: &&Choice| posted.all(question.code.as_str()).any(|typed| typed == choice.code.as_str());
            choices.iter().filter(chosen).map(|choice| own(&choice.label)).collect::<Vec<_>>().join(", ")
        }
        Kind::Number { .. } | Kind::OpenText { .. } => posted.value(question.code.as_str()).to_owned(),
    };
    vec![(own(&question.text), value)]
}

/// The words of a point, or its number where it has none.
fn point(form: &Form, scale: &Code, typed: &str, language: &Language) -> String {
    let texts = form.scale(scale).and_then(|scale| match typed {
        RawAnswers::DONT_KNOW => scale.dont_know.as_ref(),
        RawAnswers::NOT_APPLICABLE => scale.not_applicable.as_ref(),
        _ => scale.point(typed.parse().ok()?).map(|point| &point.label),
    });
    let words = texts.map_or("", |texts| texts.get(language, form.fallback()));
    if words.is_empty() { typed.to_owned() } else { words.to_owned() }
}

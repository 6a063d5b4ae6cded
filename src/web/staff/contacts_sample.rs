//! `/staff/surveys/{id}/contacts/sample`: a random sample of a part of the contacts is drawn, or taken back.

use super::session::{Area, Desk, Order, done, done_with_count};
use super::surveys::{address, find};
use crate::campaign::sample::LEAST_SAMPLE;
use crate::campaign::{Attribute, Condition, Segment};
use crate::flows::draw_sample::{Frame, draw_sample, look_at_segment, withdraw_sample};
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused};
use crate::ids::SampleId;
use crate::language::{Argument, available, date, integer, list, read_whole, say};
use crate::site::Site;
use crate::store;
use crate::store::sample::SamplePlan;
use crate::survey::Survey;
use crate::text::{Code, Language};
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::staff::posted::Posted;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The most values of an attribute to choose from: with more it makes no parts of a list.
const MOST_VALUES: usize = 40;

/// The page.
#[derive(Template)]
#[template(path = "staff_sample.html")]
struct SamplePage<'a> {
    frame: WorkplaceFrame<'a>,
    survey_address: String,
    contacts: String,
    own: String,
    survey: String,
    secret: &'a str,
    /// Among whom a sample would be drawn, line by line.
    lines: Vec<String>,
    groups: Vec<Group>,
    /// Attributes with too many values to choose from.
    too_many: Vec<String>,
    size: TypedField,
    may_work: bool,
}

/// The languages, or the values of one attribute.
struct Group {
    legend: String,
    name: String,
    choices: Vec<Choice>,
}

struct Choice {
    value: String,
    words: String,
    chosen: bool,
}

struct Gathered {
    survey: Survey,
    contacts: u64,
    languages: Vec<(Language, u64)>,
    attributes: Vec<Attribute>,
    values: Vec<(Code, String, u64)>,
}

/// `GET`: the form, with the whole list as the segment.
pub async fn show(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = show_with(&desk, survey.into_inner(), &Posted::default(), None).await;
    desk.visit.conclude(outcome)
}

/// `POST`: counts a segment, draws a sample, or takes one back.
pub async fn receive(order: Order, survey: Path<String>) -> HttpResponse {
    let typed = survey.into_inner();
    let (desk, posted) = (&order.desk, &order.posted);
    let outcome = match change(desk, posted, &typed).await {
        Ok(Some(response)) => Ok(response),
        Ok(None) => show_with(desk, typed, posted, None).await,
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => show_with(desk, typed, posted, Some(refused)).await,
        Err(problem) => Err(problem),
    };
    desk.visit.conclude(outcome)
}

async fn change(desk: &Desk, posted: &Posted, typed: &str) -> Result<Option<HttpResponse>, Problem> {
    let contacts = format!("/staff/surveys/{typed}/contacts");
    let name = typed.to_owned();
    if posted.has("withdraw") {
        let id = SampleId(posted.value("withdraw").parse().map_err(|_| Problem::NoPage)?);
        desk.visit.block(move |site| withdraw_sample(site, find(site, &name)?.id, id)).await?;
        return Ok(Some(done(&contacts, "staff-done-sample-withdrawn")));
    }
    if !posted.has("draw") {
        return Ok(None);
    }
    let size = read_whole(&desk.language, posted.value("size")).ok_or(Refused::Invalid("size", "sample-no-size"))?;
    let posted = posted.without_files();
    let plan = desk.visit.block(move |site| {
        let gathered = gather(site, &name)?;
        draw_sample(site, gathered.survey.id, &segment_of(&posted, &gathered), size)
    });
    Ok(Some(done_with_count(&contacts, "staff-done-sampled", plan.await?.size)))
}

fn gather(site: &Site, typed: &str) -> Outcome<Gathered> {
    let survey = find(site, typed)?;
    let id = survey.id;
    Ok(site.store.read(|db| {
        Ok(Gathered {
            contacts: store::contact::count(db, id)?,
            languages: store::contact::count_by_language(db, id)?,
            attributes: store::contact_attribute::list(db, id)?,
            values: store::contact_attribute::count_values(db, id)?,
            survey,
        })
    })?)
}

fn field_of(attribute: &Attribute) -> String {
    format!("of_{}", attribute.code)
}

/// The segment that is ticked; what is not on the page is no condition.
fn segment_of(posted: &Posted, gathered: &Gathered) -> Segment {
    let ticked = |name: &str| posted.all(name).map(str::to_owned).collect::<Vec<_>>();
    let languages = ticked("language").iter().filter_map(|code| Language::parse(code)).collect();
    let condition = |attribute: &Attribute| Condition {
        attribute: attribute.code.clone(),
        label: attribute.label.clone(),
        values: ticked(&field_of(attribute)),
    };
    let conditions = gathered.attributes.iter().map(condition).filter(|own| !own.values.is_empty()).collect();
    Segment { languages, conditions }
}

async fn show_with(desk: &Desk, typed: String, posted: &Posted, refused: Option<Refused>) -> Result<HttpResponse, Problem> {
    let own = posted.without_files();
    let (gathered, segment, frame_of) = desk
        .visit
        .block(move |site| {
            let gathered = gather(site, &typed)?;
            let segment = segment_of(&own, &gathered);
            let counted = look_at_segment(site, gathered.survey.id, &segment)?;
            Ok((gathered, segment, counted))
        })
        .await?;
    let problem = refused.as_ref().map(|refused| refusal_in_words(&desk.language, refused)).unwrap_or_default();
    let status = if problem.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut frame = desk.frame(desk.say("sample-title"), Area::Surveys);
    frame.simulated = gathered.survey.simulated;
    frame.mend("size", &desk.say("sample-size"), &problem);
    let (groups, too_many) = groups(desk, &gathered, &segment);
    let survey_address = address(gathered.survey.id);
    let shown = SamplePage {
        frame,
        contacts: format!("{survey_address}/contacts"),
        own: format!("{survey_address}/contacts/sample"),
        survey_address,
        survey: gathered.survey.title.clone(),
        secret: desk.secret(),
        lines: frame_lines(desk, &frame_of, segment.is_whole()),
        groups,
        too_many,
        size: TypedField {
            name: "size",
            words: desk.say("sample-size"),
            kind: "text",
            value: posted.value("size").to_owned(),
            hint: desk.say_with("sample-size-hint", &[("least", Argument::Count(LEAST_SAMPLE))]),
            problem,
            required: true,
            autocomplete: "off",
            options: Vec::new(),
        },
        may_work: desk.may_work(),
    };
    Ok(page(status, &shown))
}

fn frame_lines(desk: &Desk, frame: &Frame, whole: bool) -> Vec<String> {
    let mut lines = vec![counted(desk, "sample-frame-contacts", frame.contacts)];
    lines.push(counted(desk, if whole { "sample-frame-free" } else { "sample-frame-segment" }, frame.in_segment));
    if frame.eligible < frame.in_segment {
        lines.push(counted(desk, "sample-frame-recent", frame.in_segment - frame.eligible));
    }
    lines.push(counted(desk, "sample-frame-eligible", frame.eligible));
    lines
}

fn groups(desk: &Desk, gathered: &Gathered, segment: &Segment) -> (Vec<Group>, Vec<String>) {
    let mut groups = Vec::new();
    let mut too_many = Vec::new();
    let with_count = |words: String, count: u64| {
        desk.say_with("sample-value", &[("value", words.into()), ("number", integer(&desk.language, count).into())])
    };
    if gathered.languages.len() > 1 {
        let choice = |(language, count): &(Language, u64)| Choice {
            value: language.to_string(),
            words: with_count(language_name(language), *count),
            chosen: segment.languages.contains(language),
        };
        let choices = gathered.languages.iter().map(choice).collect();
        groups.push(Group { legend: desk.say("sample-languages"), name: "language".to_owned(), choices });
    }
    for attribute in &gathered.attributes {
        let own = gathered.values.iter().filter(|(code, _, _)| *code == attribute.code);
        let mut values: Vec<(String, u64)> = own.map(|(_, value, count)| (value.clone(), *count)).collect();
        let without = gathered.contacts.saturating_sub(values.iter().map(|(_, count)| count).sum());
        if without > 0 {
            values.push((String::new(), without));
        }
        if values.len() > MOST_VALUES {
            too_many.push(attribute.label.clone());
            continue;
        }
        let ticked = segment.conditions.iter().find(|own| own.attribute == attribute.code);
        let choice = |(value, count): (String, u64)| Choice {
            chosen: ticked.is_some_and(|own| own.values.contains(&value)),
            words: with_count(if value.is_empty() { desk.say("sample-no-value") } else { value.clone() }, count),
            value,
        };
        let choices = values.into_iter().map(choice).collect();
        groups.push(Group { legend: attribute.label.clone(), name: field_of(attribute), choices });
    }
    (groups, too_many)
}

fn language_name(language: &Language) -> String {
    if available().contains(language) { say(language, "language-name") } else { language.to_string() }
}

/// A sample in a sentence: how many, of how many, which, when, by which seed.
pub(super) fn plan_in_words(desk: &Desk, plan: &SamplePlan) -> String {
    let mut conditions: Vec<String> = Vec::new();
    if !plan.segment.languages.is_empty() {
        let names: Vec<String> = plan.segment.languages.iter().map(language_name).collect();
        conditions.push(desk.say_with("sample-plan-languages", &[("languages", list(&desk.language, &names).into())]));
    }
    for condition in &plan.segment.conditions {
        let value = |own: &String| if own.is_empty() { desk.say("sample-no-value") } else { own.clone() };
        let values: Vec<String> = condition.values.iter().map(value).collect();
        conditions.push(format!("{}: {}", condition.label, list(&desk.language, &values)));
    }
    let segment = if conditions.is_empty() { desk.say("sample-plan-whole") } else { conditions.join("; ") };
    let number = |count: u64| Argument::Text(integer(&desk.language, count));
    let values = [
        ("day", date(&desk.language, plan.drawn_on).into()),
        ("size", number(plan.size)),
        ("eligible", number(plan.eligible)),
        ("contacts", number(plan.contacts)),
        ("segment", segment.into()),
        ("seed", plan.seed.code().into()),
    ];
    desk.say_with("sample-plan", &values)
}

fn counted(desk: &Desk, key: &str, count: u64) -> String {
    let number = integer(&desk.language, count);
    desk.say_with(key, &[("count", Argument::Count(count)), ("number", number.into())])
}

//! `/staff/surveys/{id}/letters/{letter}/{language}`: one text is written, looked at, saved and restored.

use super::letters::letter_name;
use super::posted::Posted;
use super::session::{Area, Desk, Order, done};
use super::surveys::{address, find};
use crate::campaign::LETTER_STYLE;
use crate::campaign::letter_text::{LetterText, SUBJECT, Template as Typed};
use crate::fault::{Fault, Severity};
use crate::flows::words::{refusal_in_words, said_in_words};
use crate::flows::write_letters::{Letters, preview_letter, read_letters, restore_letter, save_letter};
use crate::flows::{Outcome, Refused, Stop};
use crate::language::{attributes, say};
use crate::site::Site;
use crate::text::Language;
use crate::web::CONTENT_SECURITY;
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::typed::first;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::web::Path;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The page.
#[derive(Template)]
#[template(path = "staff_letter.html")]
struct LetterPage<'a> {
    frame: WorkplaceFrame<'a>,
    survey: String,
    back: String,
    own: String,
    secret: &'a str,
    seen: i32,
    /// None for a text without one.
    subject: Option<TypedField>,
    body: TypedField,
    /// The attributes that name the language of the text.
    language: String,
    rows: u8,
    placeholders: Vec<PlaceholderRow>,
    preview: Result<Preview, Vec<String>>,
    about_results: bool,
    /// The text that somebody else saved meanwhile.
    theirs: Option<Typed>,
    restorable: bool,
}

struct PlaceholderRow {
    typed: String,
    meaning: String,
    needed: bool,
}

/// A letter as it would be sent.
struct Preview {
    subject: String,
    text: String,
    html: String,
    /// As a reader has it who prefers a dark ground.
    dark: String,
    to_look_at: Vec<String>,
}

/// Which text of which survey.
#[derive(Clone)]
struct Which {
    text: LetterText,
    language: Language,
}

type Place = Path<(String, String, String)>;

/// Besides the usual, the style of letters: the preview inherits the page's policy. Nothing else is let in, no script and no image.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = |style: &str| STANDARD.encode(Sha256::digest(style.as_bytes()));
    let own = format!("style-src 'self' 'sha256-{}' 'sha256-{}'", hash(LETTER_STYLE), hash(&DARK));
    CONTENT_SECURITY.replacen("style-src 'self'", &own, 1)
});

/// The style of letters as it is in the dark, whatever the reader of the page prefers.
static DARK: LazyLock<String> = LazyLock::new(|| LETTER_STYLE.replace("(prefers-color-scheme:dark)", "all"));

/// `GET`: the text that holds.
pub async fn show(desk: Desk, place: Place) -> HttpResponse {
    let outcome = show_text(&desk, place.into_inner()).await;
    desk.visit.conclude(outcome)
}

/// `POST`: saves or restores it; a text with faults stays on the page.
pub async fn save(order: Order, place: Place) -> HttpResponse {
    let outcome = keep(&order, place.into_inner()).await;
    order.desk.visit.conclude(outcome)
}

/// `POST`: the letter with what was typed. Saves nothing.
pub async fn preview(order: Order, place: Place) -> HttpResponse {
    let outcome = look_at(&order, place.into_inner()).await;
    order.desk.visit.conclude(outcome)
}

fn gather(site: &Site, (survey, text, language): &(String, String, String)) -> Outcome<(Letters, Which)> {
    let letters = read_letters(site, find(site, survey)?.id)?;
    let text = LetterText::parse(text);
    let language = letters.languages.iter().find(|own| own.as_str() == language).cloned();
    match text.zip(language) {
        Some((text, language)) => Ok((letters, Which { text, language })),
        None => Err(Refused::NotThere("letters-letter").into()),
    }
}

async fn show_text(desk: &Desk, place: (String, String, String)) -> Result<HttpResponse, Problem> {
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    let (letters, which) = desk.visit.block(move |site| gather(site, &place)).await?;
    let typed = letters.template(which.text, &which.language);
    let seen = letters.revision(which.text, &which.language);
    shown(desk, letters, which, typed, Beside { seen, refused: None, theirs: None }).await
}

async fn look_at(order: &Order, place: (String, String, String)) -> Result<HttpResponse, Problem> {
    let (letters, which) = order.desk.visit.block(move |site| gather(site, &place)).await?;
    let beside = Beside { seen: seen_in(&order.posted), refused: None, theirs: None };
    shown(&order.desk, letters, which, typed_in(&order.posted), beside).await
}

async fn keep(order: &Order, place: (String, String, String)) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let (letters, which) = desk.visit.block(move |site| gather(site, &place)).await?;
    let own = text_address(&letters, &which);
    let (survey, chosen, typed, seen) = (letters.survey.id, which.clone(), typed_in(posted), seen_in(posted));
    let (wanted, restores) = (typed.clone(), posted.has("restore"));
    let kept = desk.visit.block(move |site| {
        let (text, language) = (chosen.text, &chosen.language);
        if restores {
            restore_letter(site, survey, (text, language), seen)
        } else {
            save_letter(site, survey, (text, language), seen, &wanted)
        }
    });
    match kept.await {
        Ok(()) => Ok(done(&own, if restores { "staff-done-letter-restored" } else { "staff-done-letter-saved" })),
        // The preview names the faults of a text.
        Err(Problem::Refused(Refused::Faults(_))) => {
            shown(desk, letters, which, typed, Beside { seen, refused: None, theirs: None }).await
        }
        Err(Problem::Refused(meanwhile @ Refused::Invalid(..))) => {
            let id = letters.survey.id;
            let letters = desk.visit.block(move |site| read_letters(site, id)).await?;
            let seen = letters.revision(which.text, &which.language);
            let theirs = Some(letters.template(which.text, &which.language));
            let refused = Some(refusal_in_words(&desk.language, &meanwhile));
            shown(desk, letters, which, typed, Beside { seen, refused, theirs }).await
        }
        Err(problem) => Err(problem),
    }
}

/// As it was typed, but for what no letter can hold.
fn typed_in(posted: &Posted) -> Typed {
    let field = |name: &str| first(&posted.fields, name).unwrap_or("");
    Typed::typed(field("subject"), field("body"))
}

fn seen_in(posted: &Posted) -> i32 {
    posted.value("seen").parse().unwrap_or(0)
}

fn text_address(letters: &Letters, which: &Which) -> String {
    format!("{}/letters/{}/{}", address(letters.survey.id), which.text.code(), which.language)
}

/// What is shown beside a text.
struct Beside {
    seen: i32,
    /// Why it was not saved, where that is no fault of the text.
    refused: Option<String>,
    theirs: Option<Typed>,
}

async fn shown(desk: &Desk, letters: Letters, which: Which, typed: Typed, beside: Beside) -> Result<HttpResponse, Problem> {
    let (chosen, wanted) = (which.clone(), typed.clone());
    let (letters, written) = desk
        .visit
        .block(move |site| match preview_letter(site, &letters, (chosen.text, &chosen.language), &wanted) {
            Ok(written) => Ok((letters, Ok(written))),
            Err(Stop::Refused(Refused::Faults(faults))) => Ok((letters, Err(faults))),
            Err(stop) => Err(stop),
        })
        .await?;
    let mut faults = written.as_ref().err().cloned().unwrap_or_default();
    faults.retain(|fault| fault.severity == Severity::Error);
    let (subject_words, body_words) = (in_words(desk, &faults, true), in_words(desk, &faults, false));
    let mut frame = desk.frame(title(desk, &which), Area::Surveys);
    frame.simulated = letters.survey.simulated;
    let label = if which.text.has_subject() { "letters-body" } else { "letters-source-body" };
    frame.mend("subject", &desk.say("letters-subject"), &subject_words.join("\n"));
    let mut body_problem = body_words.join("\n");
    if let Some(refused) = &beside.refused {
        body_problem.clone_from(refused);
    }
    frame.mend("body", &desk.say(label), &body_problem);
    let field = |name: &'static str, label: &str, value: &str, problem: &str| TypedField {
        name,
        words: desk.say(label),
        kind: "text",
        value: value.to_owned(),
        problem: problem.replace('\n', " "),
        required: true,
        ..TypedField::default()
    };
    let body = field("body", label, &typed.body, &body_problem);
    let status = if frame.to_mend.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = LetterPage {
        frame,
        survey: letters.survey.title.clone(),
        back: address(letters.survey.id),
        own: text_address(&letters, &which),
        secret: desk.secret(),
        seen: beside.seen,
        subject: which.text.has_subject().then(|| field("subject", "letters-subject", &typed.subject, &subject_words.join(" "))),
        body: TypedField { hint: desk.say(&format!("{label}-hint")), ..body },
        language: attributes(&which.language, Some(&desk.language)),
        rows: if which.text.has_subject() { 18 } else { 5 },
        placeholders: placeholders(desk, which.text),
        preview: match written {
            Ok((written, warnings)) => Ok(Preview {
                subject: written.subject,
                text: written.text,
                dark: written.html.replacen(LETTER_STYLE, &DARK, 1),
                html: written.html,
                to_look_at: warnings.iter().map(|fault| fault_line(desk, fault)).collect(),
            }),
            Err(_) => Err([subject_words, body_words].concat()),
        },
        about_results: which.text == LetterText::Thanks,
        theirs: beside.theirs,
        restorable: beside.seen > 0,
    };
    let mut response = page(status, &view);
    if let Ok(policy) = HeaderValue::from_str(&POLICY) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

fn title(desk: &Desk, which: &Which) -> String {
    let values = [("letter", letter_name(desk, which.text).into()), ("language", say(&which.language, "language-name").into())];
    desk.say_with("letters-edit-title", &values)
}

fn placeholders(desk: &Desk, text: LetterText) -> Vec<PlaceholderRow> {
    let row = |own: &crate::campaign::letter_text::Placeholder| PlaceholderRow {
        typed: own.typed(),
        meaning: desk.say(&format!("letters-placeholder-{}", own.name())),
        needed: text.needed().contains(own),
    };
    text.placeholders().iter().map(row).collect()
}

/// The faults of the subject or of the rest, each in a line.
fn in_words(desk: &Desk, faults: &[Fault], of_subject: bool) -> Vec<String> {
    faults.iter().filter(|fault| (fault.file == SUBJECT) == of_subject).map(|fault| fault_line(desk, fault)).collect()
}

fn fault_line(desk: &Desk, fault: &Fault) -> String {
    let words = |said| said_in_words(&desk.language, said);
    let both = format!("{} {}", words(&fault.message), words(&fault.hint));
    if fault.file == SUBJECT {
        return both;
    }
    desk.say_with("letters-fault", &[("line", fault.line.to_string().into()), ("words", both.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_letter_lets_in_its_style_and_nothing_else() {
        let own: Vec<&str> = POLICY.split([' ', ';']).filter(|part| part.starts_with("'sha256-")).collect();
        assert_eq!(own.len(), 2);
        let without = own.iter().fold(POLICY.clone(), |policy, hash| policy.replacen(&format!(" {hash}"), "", 1));
        assert_eq!(without, CONTENT_SECURITY);
        assert_ne!(*DARK, LETTER_STYLE);
    }
}

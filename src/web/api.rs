//! For machines: answers as JSON, through the same door as the public questionnaire.
//!
//! `POST /api/v1/surveys/{survey}/responses`
//!
//! ```json
//! { "key": "0d9c1c1e-3f0c-4a52-9d3f-5b8f6a1c2e11", "answers": { "overall": 4, "needs": ["online", "updates"], "comment": "..." } }
//! ```
//!
//! `key` is a UUID of the caller's: the same again is one response, so a lost reply is sent again. Names and values are those of
//! the form file; `"?"` is "don't know", `"-"` "not applicable". 201 kept now, 200 kept before (`first_kept`: other answers stand
//! under this key), 422 with every reason, 404, 405, 403 or 410 where the survey takes none, 503 when it may be tried again.

use super::problem::Problem;
use super::visit::Visit;
use crate::flows::receive_answers::{Received, Submission, receive_answers};
use crate::flows::words::reason_in_words;
use crate::flows::{Refused, Stop};
use crate::language::{complete, say_with};
use crate::response::{RawAnswers, Refusal, RefusalReason, SubmissionKey};
use crate::store::StoreError;
use crate::survey::{Channel, Door};
use crate::text::Language;
use actix_web::HttpResponse;
use actix_web::http::header::ALLOW;
use actix_web::web::{Bytes, Path};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// How the reason of a refusal is worded.
pub(super) type ReasonInWords = fn(&Language, &RefusalReason) -> String;

/// The only method that is taken.
const METHOD: &str = "POST";

/// What a caller sends.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    key: String,
    answers: Map<String, Value>,
}

/// Receives one response.
pub async fn receive(visit: Visit, survey: Path<String>, body: Result<Bytes, actix_web::Error>) -> HttpResponse {
    let language = visit.language(&languages());
    receive_through(&visit, Channel::Web, survey.into_inner(), body, (&language, reason_in_words)).await
}

/// Receives one response through a channel; what is wrong is said in a language, each reason by its function.
pub(super) async fn receive_through(
    visit: &Visit,
    channel: Channel,
    survey: String,
    body: Result<Bytes, actix_web::Error>,
    (language, reason_in_words): (&Language, ReasonInWords),
) -> HttpResponse {
    let outcome = match body {
        Ok(body) => keep(visit, channel, survey, &body).await,
        Err(error) => Err(Fault::Problem(Problem::of_body(&error))),
    };
    match outcome {
        Ok(Received::New) => HttpResponse::Created().json(json!({ "outcome": "kept" })),
        Ok(Received::SameAgain) => HttpResponse::Ok().json(json!({ "outcome": "same_again" })),
        Ok(Received::FirstKept) => HttpResponse::Ok().json(json!({ "outcome": "first_kept" })),
        Err(Fault::Json(key, name)) => {
            let message = say_with(language, key, &[("name", name.into())]);
            HttpResponse::BadRequest().json(json!({ "error": "json", "message": message }))
        }
        Err(Fault::Answers(refusal)) => HttpResponse::UnprocessableEntity().json(reasons(language, &refusal, reason_in_words)),
        Err(Fault::Problem(problem)) => {
            let (heading, text) = problem.words(language, visit.site.clock.today());
            let told = HttpResponse::build(problem.status()).json(json!({ "error": heading, "message": text }));
            problem.with_headers(told)
        }
    }
}

/// Any method but the one that is taken.
pub async fn refuse_method(visit: Visit) -> HttpResponse {
    let message = say_with(&visit.language(&languages()), "api-method", &[("name", METHOD.into())]);
    HttpResponse::MethodNotAllowed().insert_header((ALLOW, METHOD)).json(json!({ "error": "method", "message": message }))
}

/// English first: a program that says nothing of its reader has most likely been written by somebody who reads that.
fn languages() -> Vec<Language> {
    let mut languages = complete().to_vec();
    languages.sort_by_key(|language| *language != Language::english());
    languages
}

/// Why a response was not kept.
enum Fault {
    /// The body is not what it should be: the key of the sentence, and the name of the answer that it is about.
    Json(&'static str, String),
    Answers(Refusal),
    Problem(Problem),
}

impl From<Stop> for Fault {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Refused(Refused::Answers(refusal)) => Self::Answers(refusal),
            other => Self::Problem(other.into()),
        }
    }
}

/// Broken JSON by its place; sound JSON of another shape by the shape it should have.
fn not_read(error: &serde_json::Error) -> Fault {
    if error.is_data() {
        return Fault::Json("api-shape", String::new());
    }
    Fault::Json("api-syntax", format!("{}:{}", error.line(), error.column()))
}

async fn keep(visit: &Visit, channel: Channel, code: String, body: &[u8]) -> Result<Received, Fault> {
    let sent: Sent = serde_json::from_slice(body).map_err(|error| not_read(&error))?;
    let key = Uuid::parse_str(&sent.key).map_err(|_| Fault::Json("api-key", sent.key.clone()))?;
    let answers = RawAnswers::bounded(pairs(sent.answers)?).ok_or(Fault::Problem(Problem::TooLarge))?;
    let survey = visit.block(move |site| match site.survey_by_code(&code) {
        Err(StoreError::NotFound) => Err(Refused::UnknownLink.into()),
        other => Ok(other?),
    });
    let submission = Submission {
        survey: survey.await.map_err(Fault::Problem)?,
        door: Door::Now(channel),
        key: SubmissionKey::Page(key),
        answers,
        place: String::new(),
        batch: String::new(),
        answered_on: None,
    };
    Ok(receive_answers(&visit.site, submission).await?)
}

/// Names and values as a form would post them; `null` is no answer.
fn pairs(answers: Map<String, Value>) -> Result<Vec<(String, String)>, Fault> {
    let mut pairs = Vec::new();
    for (name, value) in answers {
        let values = match value {
            Value::Array(values) => values,
            one => vec![one],
        };
        for value in values {
            let text = match value {
                Value::String(text) => text,
                Value::Number(number) => number.to_string(),
                Value::Null => continue,
                _ => return Err(Fault::Json("api-answer", name)),
            };
            pairs.push((name.clone(), text));
        }
    }
    Ok(pairs)
}

fn reasons(language: &Language, refusal: &Refusal, reason_in_words: ReasonInWords) -> Value {
    let reason = |(field, reason): &(String, _)| json!({ "field": field, "message": reason_in_words(language, reason) });
    json!({ "error": "answers", "reasons": refusal.reasons.iter().map(reason).collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::super::tests::Town;

    const KEY: &str = "0d9c1c1e-3f0c-4a52-9d3f-5b8f6a1c2e11";

    fn sent(answers: &str) -> Vec<u8> {
        format!("{{\"key\":\"{KEY}\",\"answers\":{answers}}}").into_bytes()
    }

    #[test]
    fn a_machine_sends_answers_and_a_lost_reply_is_sent_again() {
        let trial = Town::annual();
        let path = "/api/v1/surveys/urp/responses";
        let answers = sent(r#"{"overall":4,"needs":["online","updates"],"comment":"Bene","age":null}"#);
        assert_eq!(trial.post(path, &answers).status, 201);
        let again = trial.post(path, &answers);
        assert_eq!((again.status, again.text.as_str()), (200, r#"{"outcome":"same_again"}"#));
        let other = trial.post(path, &sent(r#"{"overall":1}"#));
        assert_eq!((other.status, other.text.as_str()), (200, r#"{"outcome":"first_kept"}"#));
        assert_eq!(trial.responses(), 1);
    }

    #[test]
    fn a_machine_that_asks_by_another_method_reads_json_too() {
        let trial = Town::annual();
        for wrong in [trial.get("/api/v1/surveys/urp/responses"), trial.put("/api/v1/surveys/urp/responses")] {
            assert_eq!((wrong.status, wrong.header("allow"), wrong.header("content-type")), (405, "POST", "application/json"));
            assert!(wrong.text.contains("\"error\":\"method\"") && wrong.text.contains("POST"), "{}", wrong.text);
        }
    }

    #[test]
    fn a_machine_is_told_what_is_wrong_and_nothing_is_kept() {
        let trial = Town::annual();
        let path = "/api/v1/surveys/urp/responses";
        let refused = trial.post(path, &sent(r#"{"overall":9,"nonsense":1}"#));
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("overall") && refused.text.contains("nonsense"), "{}", refused.text);
        for (body, wanted) in [
            (b"{".to_vec(), "1:1"),
            (b"{\"key\":1}".to_vec(), "not more"),
            (b"{\"key\":\"x\",\"answers\":{}}".to_vec(), "UUID"),
            (sent(r#"{"overall":{"a":1}}"#), "answers.overall"),
        ] {
            let refused = trial.post(path, &body);
            assert_eq!(refused.status, 400);
            assert!(refused.text.contains(wanted), "{}", refused.text);
        }
        assert_eq!(trial.post("/api/v1/surveys/none/responses", &sent(r#"{"overall":4}"#)).status, 404);
        assert_eq!(trial.responses(), 0);
    }
}

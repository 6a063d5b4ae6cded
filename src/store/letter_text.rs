//! What staff wrote in the place of the program's letters. Changed only by who saw the last state.

use super::columns::known;
use super::dialect::on_either;
use super::schema::letter_text;
use super::{Database, StoreError};
use crate::campaign::letter_text::{LetterText, OwnTexts, Template};
use crate::ids::SurveyId;
use crate::text::Language;
use chrono::NaiveDate;
use diesel::dsl::{exists, select};
use diesel::prelude::*;

/// A text as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedText {
    /// Which one.
    pub text: LetterText,
    /// Its language.
    pub language: Language,
    /// Subject and body.
    pub template: Template,
    /// How often it was saved, from 1.
    pub revision: i32,
    /// The day it was last saved.
    pub saved_on: NaiveDate,
    /// Whether the program's text holds again since. What was written stays with its revision, so that whoever saw an earlier one
    /// never meets the same number for another text.
    pub restored: bool,
}

type Stored = (String, String, String, String, i32, NaiveDate, bool);

/// The texts of a survey, those too in whose place the program's hold again.
pub fn list(database: &mut Database, of: SurveyId) -> Result<Vec<SavedText>, StoreError> {
    let stored: Vec<Stored> = letter_text::table
        .filter(letter_text::survey_id.eq(of.0))
        .order((letter_text::letter, letter_text::language))
        .select((
            letter_text::letter,
            letter_text::language,
            letter_text::subject,
            letter_text::body,
            letter_text::revision,
            letter_text::saved_on,
            letter_text::restored,
        ))
        .load(database)?;
    let read = |(text, language, subject, body, revision, saved_on, restored): Stored| {
        Ok(SavedText {
            text: known("letter_text.letter", LetterText::parse(&text))?,
            language: known("letter_text.language", Language::parse(&language))?,
            template: Template { subject, body },
            revision,
            saved_on,
            restored,
        })
    };
    stored.into_iter().map(read).collect()
}

/// The texts of a survey as letters are worded by them.
pub fn find_all(database: &mut Database, of: SurveyId) -> Result<OwnTexts, StoreError> {
    let own = list(database, of)?.into_iter().filter(|own| !own.restored);
    Ok(own.map(|own| ((own.text, own.language), own.template)).collect())
}

/// Saves a text over the revision that was seen, 0 for none; `false` when it was changed meanwhile.
pub fn save(
    database: &mut Database,
    of: SurveyId,
    (text, language): (LetterText, &Language),
    seen: i32,
    template: &Template,
    on: NaiveDate,
) -> Result<bool, StoreError> {
    let content = (
        letter_text::subject.eq(template.subject.clone()),
        letter_text::body.eq(template.body.clone()),
        letter_text::saved_on.eq(on),
        letter_text::restored.eq(false),
    );
    if seen > 0 {
        let own = letter_text::table.find((of.0, text.code(), language.as_str())).filter(letter_text::revision.eq(seen));
        let change = (content, letter_text::revision.eq(letter_text::revision + 1));
        return Ok(diesel::update(own).set(change).execute(database)? == 1);
    }
    let row = (
        letter_text::survey_id.eq(of.0),
        letter_text::letter.eq(text.code()),
        letter_text::language.eq(language.as_str().to_owned()),
        letter_text::revision.eq(1),
        content,
    );
    let added = on_either!(database, connection => {
        diesel::insert_into(letter_text::table).values(row).on_conflict_do_nothing().execute(connection)
    })?;
    Ok(added == 1)
}

/// Lets the program's text hold again in the place of the revision that was seen, 0 for none; `false` when it was changed meanwhile.
pub fn restore(
    database: &mut Database,
    of: SurveyId,
    (text, language): (LetterText, &Language),
    seen: i32,
) -> Result<bool, StoreError> {
    let own = || letter_text::table.find((of.0, text.code(), language.as_str()));
    if seen == 0 {
        return Ok(!select(exists(own())).get_result::<bool>(database)?);
    }
    let change = (letter_text::restored.eq(true), letter_text::revision.eq(letter_text::revision + 1));
    Ok(diesel::update(own().filter(letter_text::revision.eq(seen))).set(change).execute(database)? == 1)
}

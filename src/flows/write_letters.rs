//! Staff write the letters of a survey. What they leave alone, the program words; a text with a fault is never kept, so that none
//! can be met when letters are sent.

use super::{Outcome, Refused};
use crate::campaign::letter_text::{LetterText, OwnTexts, Template};
use crate::campaign::{LegalBasis, Occasion, Recipient, Written, write_letter};
use crate::fault::{Fault, Severity};
use crate::ids::SurveyId;
use crate::language::available;
use crate::office::Office;
use crate::site::Site;
use crate::store;
use crate::store::letter_text::SavedText;
use crate::survey::Survey;
use crate::text::Language;

/// The letters of a survey as they stand.
#[derive(Clone, Debug)]
pub struct Letters {
    /// The survey.
    pub survey: Survey,
    /// The languages that its people read: Italian first, which stands in for those without letters.
    pub languages: Vec<Language>,
    /// What staff have written, that too in whose place the program's text holds again.
    saved: Vec<SavedText>,
    office: Office,
    year: i32,
    basis: LegalBasis,
}

impl Letters {
    /// What staff have written of a text in a language and what holds.
    pub fn saved(&self, text: LetterText, language: &Language) -> Option<&SavedText> {
        self.kept(text, language).filter(|own| !own.restored)
    }

    /// The revision of a text in a language, which every change makes greater; 0 where nobody has ever written it.
    pub fn revision(&self, text: LetterText, language: &Language) -> i32 {
        self.kept(text, language).map_or(0, |own| own.revision)
    }

    fn kept(&self, text: LetterText, language: &Language) -> Option<&SavedText> {
        self.saved.iter().find(|own| own.text == text && own.language == *language)
    }

    /// What holds of a text in a language: their own, else the shipped one.
    pub fn template(&self, text: LetterText, language: &Language) -> Template {
        self.saved(text, language).map_or_else(|| text.shipped(self.basis, language), |own| own.template.clone())
    }
}

/// The letters of a survey.
///
/// # Errors
/// Only when the database fails.
pub fn read_letters(site: &Site, survey: SurveyId) -> Outcome<Letters> {
    let survey = site.survey(survey)?;
    let form = site.form_version(survey.form_version)?;
    let (office, year, imports, saved) = site.store.read(|db| {
        let edition = store::edition::find(db, survey.edition)?;
        let office = store::office::find(db, edition.office)?;
        let imports = store::contact_import::list(db, survey.id)?;
        Ok((office, edition.year, imports, store::letter_text::list(db, survey.id)?))
    })?;
    let there = available();
    let mut languages = vec![Language::italian()];
    for own in form.form.languages.iter().chain(&site.config.body.languages).filter(|own| there.contains(own)) {
        if !languages.contains(own) {
            languages.push(own.clone());
        }
    }
    let basis = imports.last().map(|import| import.basis).unwrap_or_default();
    Ok(Letters { survey, languages, saved, office, year, basis })
}

/// Saves a text over the revision that was seen, 0 for a text that nobody has written.
///
/// # Errors
/// Refused with the faults of the text, and where somebody else has changed it meanwhile.
pub fn save_letter(site: &Site, survey: SurveyId, which: (LetterText, &Language), seen: i32, typed: &Template) -> Outcome<()> {
    let mut faults = typed.check(which.0);
    faults.retain(is_error);
    if !faults.is_empty() {
        return Err(Refused::Faults(faults).into());
    }
    let (kept, today) = (typed.tidied(), site.clock.today());
    let saved = site.store.write(|db| store::letter_text::save(db, survey, which, seen, &kept, today))?;
    if saved { Ok(()) } else { Err(Refused::Invalid("body", "letters-changed").into()) }
}

/// Lets the program's text hold again, in the place of the revision that was seen.
///
/// # Errors
/// Refused where somebody else has changed it meanwhile.
pub fn restore_letter(site: &Site, survey: SurveyId, which: (LetterText, &Language), seen: i32) -> Outcome<()> {
    let restored = site.store.write(|db| store::letter_text::restore(db, survey, which, seen))?;
    if restored { Ok(()) } else { Err(Refused::Invalid("body", "letters-changed").into()) }
}

/// A letter to a made-up person with what was typed, which is not kept; what a reader should look at comes with it.
///
/// # Errors
/// Refused with the faults of the text.
pub fn preview_letter(
    site: &Site,
    letters: &Letters,
    (text, language): (LetterText, &Language),
    typed: &Template,
) -> Outcome<(Written, Vec<Fault>)> {
    let faults = typed.check(text);
    if faults.iter().any(is_error) {
        return Err(Refused::Faults(faults).into());
    }
    let written = letters.saved.iter().filter(|own| !own.restored);
    let mut own: OwnTexts = written.map(|own| ((own.text, own.language.clone()), own.template.clone())).collect();
    own.insert((text, language.clone()), typed.tidied());
    let words = text.words(&own, letters.basis, language);
    let recipient = Recipient {
        name: "Anna Bianchi".to_owned(),
        // As long as a real one, and none that is.
        link: format!("{}/i/ANTEPRIMA-ANTEPRIMA-AN", site.base_url),
        opt_out_link: format!("{}/u/ANTEPRIMA-ANTEPRIMA-AN", site.base_url),
    };
    let occasion = occasion(site, &letters.survey, &letters.office, letters.year)?;
    Ok((write_letter(&words, &occasion, &recipient), faults))
}

/// What the letters of a survey are about.
///
/// # Errors
/// Only when the database fails.
pub fn occasion(site: &Site, survey: &Survey, office: &Office, year: i32) -> Outcome<Occasion> {
    Ok(Occasion {
        body: site.config.body.name.clone(),
        office: office.name.clone(),
        contact: office.contact.clone(),
        minutes: site.form_version(survey.form_version)?.form.minutes.into(),
        closes_on: survey.closes_on,
        results: format!("{}/report/{}/{year}", site.base_url, office.code),
        simulated: survey.simulated,
    })
}

fn is_error(fault: &Fault) -> bool {
    fault.severity == Severity::Error
}

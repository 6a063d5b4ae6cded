//! The form and the charter that a plan chooses: looked at before anything is saved, so that staff see the goals and the groups.

use super::plan_typed::{CharterSource, FormSource, Mistake, chosen};
use super::posted::Posted;
use crate::charter::{self, Charter};
use crate::flows::adopt_charter::adopt_charter;
use crate::flows::publish_form::publish_form;
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused, Stop, thing};
use crate::form::{self, Form, catalog};
use crate::ids::{CharterId, FormVersionId, OfficeId};
use crate::site::Site;
use crate::store::{self, StoreError};
use crate::text::Language;

/// What was chosen, as far as it can be read; what is wrong with it.
#[derive(Default)]
pub(super) struct Chosen {
    /// The form.
    pub form: Option<Form>,
    /// The charter.
    pub charter: Option<Charter>,
    /// What is wrong with either.
    pub mistakes: Vec<Mistake>,
}

/// A file's name, for messages, and its text.
type Source = (String, String);

/// Reads the chosen form and charter and keeps nothing. Blocking.
///
/// # Errors
/// Only when the database fails; what is wrong with the files is in the answer.
pub(super) fn look_at(site: &Site, posted: &Posted, language: &Language) -> Outcome<Chosen> {
    let (form, charter, mistakes) = chosen(posted, language);
    let mut found = Chosen { mistakes, ..Chosen::default() };
    let form =
        form.map(|form| form_source(site, form).and_then(|(name, text)| Ok(form::parse(&name, &text).map_err(Refused::Faults)?)));
    found.form = found.take("form", form.transpose(), language)?;
    let charter = charter_source(site, charter)
        .and_then(|source| Ok(source.map(|(name, text)| charter::parse(&name, &text)).transpose().map_err(Refused::Faults)?));
    found.charter = found.take("charter", charter, language)?;
    Ok(found)
}

impl Chosen {
    fn take<T>(&mut self, field: &'static str, read: Outcome<Option<T>>, language: &Language) -> Outcome<Option<T>> {
        match read {
            Ok(read) => Ok(read),
            Err(Stop::Refused(refused)) => {
                self.mistakes.push(Mistake { field, words: refusal_in_words(language, &refused) });
                Ok(None)
            }
            Err(failed) => Err(failed),
        }
    }
}

fn form_source(site: &Site, form: FormSource) -> Outcome<Source> {
    let none = || Stop::from(Refused::NotThere(thing::FORM));
    match form {
        FormSource::Catalog(name) => {
            catalog::form(&name).map(|source| (format!("{name}.toml"), source.into_owned())).ok_or_else(none)
        }
        FormSource::Version(id) => match site.form_version(id) {
            Ok(version) => Ok((version.form.code.to_string(), version.source.clone())),
            Err(StoreError::NotFound) => Err(none()),
            Err(error) => Err(error.into()),
        },
        FormSource::File(name, text) => Ok((name, text)),
    }
}

fn charter_source(site: &Site, charter: CharterSource) -> Outcome<Option<Source>> {
    let none = || Stop::from(Refused::NotThere(thing::CHARTER));
    match charter {
        CharterSource::None => Ok(None),
        CharterSource::Catalog(name) => {
            catalog::charter(&name).map(|source| Some((format!("{name}.toml"), source.into_owned()))).ok_or_else(none)
        }
        CharterSource::Version(id) => match site.store.read(|db| store::charter::find(db, id)) {
            Ok(kept) => Ok(Some((kept.code.to_string(), kept.source))),
            Err(StoreError::NotFound) => Err(none()),
            Err(error) => Err(error.into()),
        },
        CharterSource::File(name, text) => Ok(Some((name, text))),
    }
}

/// Publishes the chosen form, or finds it where it is published already.
///
/// # Errors
/// Refused with every mistake of its file, and when there is no such form.
pub(super) fn keep_form(site: &Site, form: FormSource) -> Outcome<FormVersionId> {
    if let FormSource::Version(id) = form {
        return site.form_version(id).map(|version| version.id).map_err(|_| Refused::NotThere(thing::FORM).into());
    }
    let (name, source) = form_source(site, form)?;
    publish_form(site, &name, &source)
}

/// Adopts the chosen charter, or finds it where the office has it already.
///
/// # Errors
/// Refused with every mistake of its file, and when the office has no such charter.
pub(super) fn keep_charter(site: &Site, office: OfficeId, charter: CharterSource) -> Outcome<Option<CharterId>> {
    if let CharterSource::Version(id) = charter {
        let own = site.store.read(|db| store::charter::list(db, office))?;
        // Another office's charter is not this one's promise.
        let there = own.iter().any(|version| version.id == id);
        return if there { Ok(Some(id)) } else { Err(Refused::NotThere(thing::CHARTER).into()) };
    }
    let source = charter_source(site, charter)?;
    let adopted = source.map(|(name, source)| adopt_charter(site, office, &name, &source, "")).transpose();
    // A plan has no room for the reason of an amendment: the charter's own page has.
    adopted.map_err(|stop| match stop {
        Stop::Refused(Refused::Invalid("reason", _)) => Refused::Invalid("charter", "refused-charter-amends").into(),
        other => other,
    })
}

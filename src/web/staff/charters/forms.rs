//! The questionnaires that could measure a charter: what they ask, and what none of them asks.

use crate::charter::Charter;
use crate::flows::Outcome;
use crate::form::{self, Form, catalog};
use crate::language::say_with;
use crate::site::Site;
use crate::store;
use crate::survey::{Unmeasured, UnmeasuredReason, unmeasured, unperceived};
use crate::text::{Code, Language};
use crate::web::staff::goals::items_of;

/// The newest version of every published questionnaire; those of the catalog where none is published.
pub(super) struct Forms {
    forms: Vec<Form>,
    are_published: bool,
}

impl Forms {
    /// Gathers them. Blocking.
    ///
    /// # Errors
    /// When the store fails.
    pub fn gather(site: &Site) -> Outcome<Self> {
        let newest = site.store.read(store::form_version::list_newest)?;
        let published: Vec<Form> =
            newest.iter().filter_map(|version| form::parse(version.code.as_str(), &version.source).ok()).collect();
        let are_published = !published.is_empty();
        let shipped = || catalog::forms().into_iter().filter_map(|name| form::parse(&name, &catalog::form(&name)?).ok());
        let forms = if are_published { published } else { shipped().collect() };
        Ok(Self { forms, are_published })
    }

    /// The judged items of all of them, each code once: code and words.
    pub fn items(&self, language: &Language) -> Vec<(String, String)> {
        let mut items: Vec<(String, String)> = Vec::new();
        for (code, words) in self.forms.iter().flat_map(|form| items_of(form, language)) {
            if items.iter().all(|(own, _)| *own != code) {
                items.push((code, words));
            }
        }
        items
    }

    /// An item in the words of a questionnaire; its code where none asks it.
    pub fn name(&self, item: &Code, language: &Language) -> String {
        let found = self.items(language).into_iter().find(|(code, _)| code == item.as_str());
        found.map_or_else(|| item.to_string(), |(_, words)| words)
    }

    /// What no questionnaire can measure or set beside a promise: the promise and why, in words.
    pub fn lacking(&self, charter: &Charter, language: &Language) -> Vec<(Code, String)> {
        let measured = self.in_all(charter, |charter, form| unmeasured(&charter.standards, form));
        let perceived = self.in_all(charter, |charter, form| unperceived(&charter.standards, form));
        let worded = |key: &'static str| move |one: Unmeasured| (one.standard.clone(), self.in_words(&one, key, language));
        measured.into_iter().map(worded("unmeasured")).chain(perceived.into_iter().map(worded("unperceived"))).collect()
    }

    /// What every questionnaire lacks, for the reason of the one that comes nearest.
    fn in_all(&self, charter: &Charter, look: impl Fn(&Charter, &Form) -> Vec<Unmeasured>) -> Vec<Unmeasured> {
        let all: Vec<Vec<Unmeasured>> = self.forms.iter().map(|form| look(charter, form)).collect();
        let Some(first) = all.first() else { return Vec::new() };
        let lacked = first.iter().filter_map(|one| {
            let same = |other: &&Unmeasured| other.standard == one.standard;
            let reasons: Option<Vec<&Unmeasured>> = all.iter().map(|form| form.iter().find(same)).collect();
            let reasons = reasons?;
            let nearest = reasons.iter().find(|other| other.reason != UnmeasuredReason::NotAsked);
            nearest.or(reasons.first()).map(|nearest| (*nearest).clone())
        });
        lacked.collect()
    }

    fn in_words(&self, one: &Unmeasured, what: &str, language: &Language) -> String {
        let (reason, range) = match one.reason {
            UnmeasuredReason::NotAsked if self.are_published => ("not-asked", (0, 0)),
            UnmeasuredReason::NotAsked => ("not-in-catalog", (0, 0)),
            UnmeasuredReason::NotOnAScale => ("off-scale", (0, 0)),
            UnmeasuredReason::NothingSatisfied => ("nothing-satisfied", (0, 0)),
            UnmeasuredReason::TooFewPoints => ("top-is-all", (0, 0)),
            UnmeasuredReason::TargetOffScale(lowest, highest) => ("target-off-scale", (lowest, highest)),
        };
        let values =
            [("item", one.item.as_str().into()), ("lowest", range.0.to_string().into()), ("highest", range.1.to_string().into())];
        let why = say_with(language, &format!("charters-{reason}"), &values);
        say_with(language, &format!("charters-{what}"), &[("why", why.into())])
    }
}

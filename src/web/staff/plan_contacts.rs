//! The contacts that an office has on record, where it plans a survey: what the universe by channel can be made of.

use super::plan_typed::universe_field;
use super::posted::Posted;
use super::session::Desk;
use crate::flows::Outcome;
use crate::ids::OfficeId;
use crate::language::{integer, list};
use crate::site::Site;
use crate::store;
use crate::survey::{Channel, by_channel};

/// The contacts of a year by channel.
pub(super) struct KnownContacts {
    year: i32,
    contacts: Vec<(Channel, u64)>,
}

/// The contacts of the plan's year, or of the last year before it that has any on record; of the first office where none is
/// chosen. Blocking.
pub(super) fn known_contacts(site: &Site, posted: &Posted) -> Outcome<Option<KnownContacts>> {
    let Ok(year) = posted.value("year").parse::<i32>() else { return Ok(None) };
    let chosen = posted.value("office").parse().ok().map(OfficeId);
    let found = site.store.read(|db| {
        let first = match chosen {
            Some(office) => Some(office),
            None => store::office::list(db)?.first().map(|office| office.id),
        };
        let Some(office) = first else { return Ok(None) };
        let mut editions = store::edition::list(db, office)?;
        editions.retain(|edition| edition.year <= year);
        editions.sort_by_key(|edition| std::cmp::Reverse(edition.year));
        for edition in editions {
            let contacts = by_channel(&store::yearly_contact::list(db, edition.id)?);
            if !contacts.is_empty() {
                return Ok(Some(KnownContacts { year: edition.year, contacts }));
            }
        }
        Ok(None)
    });
    Ok(found?)
}

impl KnownContacts {
    /// Fills the fields of the universe with them.
    pub fn fill(&self, desk: &Desk, posted: &mut Posted) {
        for (channel, contacts) in &self.contacts {
            posted.put(universe_field(*channel), integer(&desk.language, *contacts));
        }
    }

    /// What is on record, a sentence or two.
    pub fn in_words(&self, desk: &Desk) -> String {
        let own = self.contacts.iter().map(|(channel, contacts)| {
            let name = desk.say(&format!("contacts-year-{}", channel.code()));
            format!("{name} {}", integer(&desk.language, *contacts))
        });
        let contacts = list(&desk.language, &own.collect::<Vec<_>>());
        desk.say_with("contacts-year-planned", &[("year", self.year.to_string().into()), ("contacts", contacts.into())])
    }
}

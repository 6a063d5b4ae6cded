//! Every contact is accounted for: how a campaign fares, what became of everybody, what happened to one person's invitation.
//!
//! Nothing here tells who answered, nor of reminders more than what is the same for everybody.

use super::import_contacts::suppression_hash;
use super::{Outcome, Refused};
use crate::campaign::{Address, Fate, Happening};
use crate::ids::SurveyId;
use crate::language::{date, say};
use crate::report::{Csv, guarded};
use crate::site::Site;
use crate::store::contact_import::ContactImport;
use crate::store::invitation_event::Event;
use crate::store::reconciliation::DomainCount;
use crate::store::sending::Pause;
use crate::store::{self, Database, StoreError};
use crate::survey::Channel;
use crate::text::Language;
use chrono::{NaiveDateTime, TimeDelta, TimeZone};
use std::collections::BTreeMap;

/// Rows of files that became no contact of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// The same address again, in the same file or an earlier one.
    pub duplicates: u64,
    /// Addresses that are not written to again.
    pub suppressed: u64,
    /// Certified mail.
    pub certified: u64,
    /// Rows to be mended.
    pub faulty: u64,
}

impl LeftOut {
    /// All of them.
    pub fn sum(&self) -> u64 {
        self.duplicates + self.suppressed + self.certified + self.faulty
    }
}

/// Everything that came in and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Rows of all files.
    pub rows: u64,
    /// Those that became no contact.
    pub left_out: LeftOut,
    /// Contacts.
    pub contacts: u64,
    /// How many contacts have each fate.
    pub fates: BTreeMap<Fate, u64>,
}

impl Account {
    /// Whether everything adds up, to the last one.
    pub fn balances(&self) -> bool {
        self.rows == self.left_out.sum() + self.contacts && self.contacts == self.fates.values().sum::<u64>()
    }

    /// How many contacts have a fate.
    pub fn count(&self, fate: Fate) -> u64 {
        self.fates.get(&fate).copied().unwrap_or(0)
    }
}

/// How a campaign fares at this moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// What became of everybody.
    pub account: Account,
    /// By receiving domain, the largest first, with the instant until which it is left alone.
    pub domains: Vec<(DomainCount, Option<NaiveDateTime>)>,
    /// Of those waiting, how many were put off before.
    pub deferred: u64,
    /// How many contacts asked not to be written to.
    pub opted_out: u64,
    /// Responses that came by e-mail.
    pub answers: u64,
    /// Invitations a minute, over the last ten.
    pub per_minute: f64,
    /// When the last one will be sent at this speed, UTC; `None` where nothing waits or nothing goes out.
    pub ends_at: Option<NaiveDateTime>,
    /// Why and since when it waits for a person.
    pub pause: Option<Pause>,
    /// When letters leave again, UTC, where they do not now.
    pub leaves_at: Option<NaiveDateTime>,
}

/// Over how long speed is measured.
const SPEED_OVER: TimeDelta = TimeDelta::minutes(10);
/// How many domains are told apart.
const MOST_DOMAINS: usize = 25;

/// Tells how a campaign fares.
///
/// # Errors
/// Only when the database fails.
pub fn follow_campaign(site: &Site, survey: SurveyId) -> Outcome<Progress> {
    let now = site.clock.now();
    let local = site.clock.local(now);
    let (opens, zone) = (site.config.mail.pace.opens_at(local), site.config.body.time_zone);
    Ok(site.store.read(|db| {
        let account = account(db, survey)?;
        let sent = store::reconciliation::count_sent_since(db, survey, now - SPEED_OVER)?;
        let waiting = account.count(Fate::Waiting);
        let left_alone: BTreeMap<String, NaiveDateTime> = store::sending::list_left_alone(db, now)?.into_iter().collect();
        let domains = store::reconciliation::count_by_domain(db, survey, MOST_DOMAINS)?;
        let by_channel = store::response::count_by_channel(db, survey)?;
        Ok(Progress {
            deferred: store::letter::count_deferred(db, survey)?,
            opted_out: store::contact::count_opted_out(db, survey)?,
            answers: by_channel.into_iter().find(|(channel, _)| *channel == Channel::Email).map_or(0, |(_, count)| count),
            per_minute: sent as f64 / SPEED_OVER.num_minutes() as f64,
            ends_at: ends_at(now, waiting, sent),
            pause: store::sending::find_pause(db, survey)?.filter(|pause| !pause.over),
            leaves_at: zone.from_local_datetime(&opens).earliest().map(|at| at.naive_utc()).filter(|_| opens > local),
            domains: domains.into_iter().map(|own| (own.clone(), left_alone.get(&own.domain).copied())).collect(),
            account,
        })
    })?)
}

/// When so many will be sent if as many leave from now on as of late.
fn ends_at(now: NaiveDateTime, waiting: u64, sent: u64) -> Option<NaiveDateTime> {
    if waiting == 0 || sent == 0 {
        return None;
    }
    let seconds = waiting as f64 / sent as f64 * SPEED_OVER.num_seconds() as f64;
    now.checked_add_signed(TimeDelta::try_seconds(seconds.min(1e9) as i64)?)
}

fn account(db: &mut Database, survey: SurveyId) -> Result<Account, StoreError> {
    let imports = store::contact_import::list(db, survey)?;
    let sum = |of: fn(&ContactImport) -> u64| imports.iter().map(of).sum();
    Ok(Account {
        rows: sum(|import| import.rows),
        left_out: LeftOut {
            duplicates: sum(|import| import.duplicates),
            suppressed: sum(|import| import.suppressed),
            certified: sum(|import| import.certified),
            faulty: sum(|import| import.faulty),
        },
        contacts: store::contact::count(db, survey)?,
        fates: store::reconciliation::count_fates(db, survey)?,
    })
}

/// Accounts for everybody.
///
/// # Errors
/// Only when the database fails.
pub fn account_for_contacts(site: &Site, survey: SurveyId) -> Outcome<Account> {
    Ok(site.store.read(|db| account(db, survey))?)
}

/// The account as CSV, a line for each contact and one for each kind of rows that became none: the column of counts adds up to the
/// rows of all files.
///
/// # Errors
/// Only when the database fails.
pub fn reconciliation_file(site: &Site, survey: SurveyId, language: &Language) -> Outcome<Vec<u8>> {
    let (account, contacts) = site.store.read(|db| Ok((account(db, survey)?, store::reconciliation::list(db, survey)?)))?;
    let mut csv = Csv::new();
    csv.line(["address", "fate", "count", "last", "words"].map(|name| say(language, &format!("sending-file-{name}"))));
    for one in contacts {
        let last = one.last.map(|at| site.clock.local(at));
        let last = last.map(|at| format!("{}, {}", date(language, at.date()), at.format("%H:%M:%S"))).unwrap_or_default();
        let fate = say(language, &format!("sending-fate-{}", one.fate.code()));
        csv.line([guarded(&one.address), fate, "1".to_owned(), last, guarded(&one.words)]);
    }
    let LeftOut { duplicates, suppressed, certified, faulty } = account.left_out;
    for (code, count) in [("duplicates", duplicates), ("suppressed", suppressed), ("certified", certified), ("faulty", faulty)] {
        if count > 0 {
            let what = say(language, &format!("sending-left-out-{code}"));
            csv.line([String::new(), what, count.to_string(), String::new(), String::new()]);
        }
    }
    Ok(csv.into_bytes())
}

/// What is known of a person's invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// What became of the contact; `None` for an address that is none of this survey's.
    pub fate: Option<Fate>,
    /// Whether the address is on the list of those not to be written to.
    pub suppressed: bool,
    /// What happened, in order.
    pub events: Vec<Event>,
}

/// Answers whether a person was invited, when, and what happened.
///
/// # Errors
/// Refused when it is no address.
pub fn history_of(site: &Site, survey: SurveyId, address: &str) -> Outcome<History> {
    let address = Address::parse(address).map_err(|_| Refused::Invalid("address", "sending-no-address"))?;
    let hash = suppression_hash(&site.keys.site(), &address);
    Ok(site.store.read(|db| {
        let found = store::reconciliation::find_invited(db, survey, address.key())?;
        let events = match found.and_then(|(_, invitation)| invitation) {
            Some(invitation) => store::invitation_event::list(db, invitation)?,
            None => Vec::new(),
        };
        let suppressed = !store::suppression::find_among(db, &[hash])?.is_empty();
        Ok(History { fate: found.map(|(fate, _)| fate), suppressed, events })
    })?)
}

/// What happened, as a text's name.
pub fn happening_key(what: Happening) -> String {
    format!("sending-event-{}", what.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_where_the_speed_of_late_leads() {
        let now = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(9, 0, 0).unwrap();
        assert_eq!(ends_at(now, 600, 100), Some(now + TimeDelta::hours(1)));
        assert_eq!(ends_at(now, 0, 100), None);
        assert_eq!(ends_at(now, 600, 0), None);
        assert!(ends_at(now, u64::MAX, 1).is_some_and(|end| end > now), "far away, and no panic");
    }

    #[test]
    fn an_account_balances_only_to_the_last_one() {
        let left_out = LeftOut { duplicates: 2, suppressed: 1, certified: 1, faulty: 1 };
        let fates = BTreeMap::from([(Fate::Sent, 3), (Fate::Waiting, 2)]);
        let account = Account { rows: 10, left_out, contacts: 5, fates };
        assert!(account.balances());
        assert!(!Account { rows: 11, ..account.clone() }.balances());
        assert!(!Account { contacts: 6, rows: 11, ..account }.balances());
    }
}

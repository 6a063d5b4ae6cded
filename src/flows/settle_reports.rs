//! Staff look at the messages that no rule could settle, and say what each means.

use super::stop_writing::{end_for_good, leave_in_peace, suppress};
use super::{Outcome, Refused, Stop, thing};
use crate::campaign::{Address, IncomingKind, SuppressionKind};
use crate::ids::MailReportId;
use crate::site::Site;
use crate::store::mail_report::{KeptReport, ListedReport};
use crate::store::{self, StoreError};
use chrono::Months;

/// How many are shown at once.
pub const AT_ONCE: u32 = 50;

/// The messages that wait and what came in of late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reports {
    /// The oldest of those that wait.
    pub waiting: Vec<ListedReport>,
    /// How many wait in all.
    pub count: u64,
    /// How many within twelve months were only counted, because too many waited.
    pub unkept: u64,
    /// What came in within twelve months, by kind.
    pub received: Vec<(IncomingKind, u64)>,
}

/// What a message means, as a person says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing is to be done.
    Nothing,
    /// This address does not exist.
    NoSuchAddress(String),
    /// This person wants no letters.
    WantsNone(String),
}

/// The messages that wait, from after that number.
///
/// # Errors
/// Only when the database fails.
pub fn list_reports(site: &Site, after: MailReportId) -> Outcome<Reports> {
    let today = site.clock.today();
    let since = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let reports = site.store.read(|db| -> Result<Reports, StoreError> {
        Ok(Reports {
            waiting: store::mail_report::list_kept(db, after, AT_ONCE)?,
            count: store::mail_report::count_kept(db)?,
            unkept: store::mail_report::count_unkept(db, since)?,
            received: store::mail_report::count_by_kind(db, since)?,
        })
    });
    Ok(reports?)
}

/// How many messages wait.
///
/// # Errors
/// Only when the database fails.
pub fn count_waiting(site: &Site) -> Outcome<u64> {
    Ok(site.store.read(store::mail_report::count_kept)?)
}

/// One message that waits. Our own addresses are nobody's whom it may be about.
///
/// # Errors
/// Refused when it waits no more.
pub fn look_at_report(site: &Site, id: MailReportId) -> Outcome<KeptReport> {
    let mut kept = match site.store.read(|db| store::mail_report::find(db, id)) {
        Err(StoreError::NotFound) => return Err(Refused::NotThere(thing::MAIL_REPORT).into()),
        kept => kept?,
    };
    let ours = [&site.config.mail.from, &site.config.mail.bounce_address];
    let plain = |address: &str| {
        let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
        format!("{}@{domain}", local.split('+').next().unwrap_or_default()).to_lowercase()
    };
    kept.shown.addresses.retain(|address| ours.iter().all(|own| plain(own) != plain(address)));
    Ok(kept)
}

/// Does what a message means and deletes it. An address that no survey knows is not written to either, when it comes.
///
/// # Errors
/// Refused when somebody else was first, or what was typed is no address.
pub fn settle_report(site: &Site, id: MailReportId, meaning: &Meaning) -> Outcome<()> {
    let typed = match meaning {
        Meaning::Nothing => None,
        Meaning::NoSuchAddress(typed) | Meaning::WantsNone(typed) => {
            Some(Address::parse(typed).map_err(|_| Refused::Invalid("address", "reports-no-address"))?)
        }
    };
    site.store.write(|db| -> Result<(), Stop> {
        if !store::mail_report::settle(db, id)? {
            return Err(Refused::NotThere(thing::MAIL_REPORT).into());
        }
        let Some(address) = typed else { return Ok(()) };
        let is_dead = matches!(meaning, Meaning::NoSuchAddress(_));
        for invitation in store::returned::list_of(db, address.key())? {
            let contact = store::invitation::find_recipient(db, invitation)?.contact;
            if is_dead {
                end_for_good(site, db, invitation, &contact, "")?;
            } else {
                leave_in_peace(site, db, invitation, &contact, SuppressionKind::OptOut)?;
            }
        }
        let kind = if is_dead { SuppressionKind::HardBounce } else { SuppressionKind::OptOut };
        Ok(suppress(site, db, address.as_str(), kind)?)
    })
}

//! Claims on letters: what was given back, what a dead or late sender left, and what a failing database must not lose.

use crate::support::campaign::{Campaign, campaign, token_in};
use crate::support::database::{Fresh, on_both_engines};
use ascolto::campaign::{Letter, LetterKind};
use ascolto::flows::queue_letters::{pause_letters, queue_invitations, queue_reminders, retry_uncertain};
use ascolto::flows::send_invitations::send_all_due;
use ascolto::mail::{Memory, Sent};
use ascolto::store::letter::{Limits, begin, claim_due, mark_later, release, take_over};
use ascolto::store::{self, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;
use std::collections::BTreeMap;

fn claim(campaign: &Campaign, limits: Limits) -> Vec<Letter> {
    let now = campaign.site.clock.now();
    campaign.site.store.write(|db| claim_due(db, now, now + TimeDelta::minutes(10), limits)).unwrap()
}

fn execute(fresh: &Fresh, sql: &str) {
    match fresh.url.strip_prefix("sqlite:") {
        Some(path) => diesel::sql_query(sql).execute(&mut SqliteConnection::establish(path).unwrap()),
        None => diesel::sql_query(sql).execute(&mut PgConnection::establish(&fresh.url).unwrap()),
    }
    .unwrap();
}

on_both_engines! {
    fn letters_given_back_leave_their_turn_to_others(fresh: &Fresh) {
        let campaign = campaign(fresh);
        campaign.import(30);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        let limits = Limits { most: 30, per_minute: 10, domain_per_minute: 12 };
        let claimed = claim(&campaign, limits);
        assert_eq!((claimed.len(), claim(&campaign, limits).len()), (10, 0));
        let now = campaign.site.clock.now();
        campaign.site.store.write(|db| release(db, &claimed[2..], now)).unwrap();
        assert_eq!(claim(&campaign, limits).len(), 8, "two were used up");
        campaign.advance(TimeDelta::seconds(59));
        assert_eq!(claim(&campaign, limits).len(), 0);
        campaign.advance(TimeDelta::seconds(7));
        assert_eq!(claim(&campaign, limits).len(), 10);
    }

    fn a_late_sender_changes_nothing_at_a_letter_that_a_person_had_sent_again(fresh: &Fresh) {
        let campaign = campaign(fresh);
        campaign.import(1);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        let late = claim(&campaign, Limits::at_most(5));
        let until = campaign.site.clock.now() + TimeDelta::minutes(10);
        campaign.site.store.write(|db| begin(db, late.clone(), until)).unwrap();
        campaign.advance(TimeDelta::minutes(11));
        let now = campaign.site.clock.now();
        let left = campaign.site.store.write(|db| take_over(db, now, now)).unwrap();
        assert_eq!(left.uncertain.len(), 1);
        assert_eq!(retry_uncertain(&campaign.site, campaign.survey).unwrap(), 1);
        let again = claim(&campaign, Limits::at_most(5));
        assert_eq!((again.len(), again[0].attempts), (1, late[0].attempts), "the attempts begin anew");
        let marked = campaign.site.store.write(|db| mark_later(db, &late[0], now, "too late"));
        assert!(!marked.unwrap());
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "sending"), 1)]), "the second sender still has it");
    }

    fn what_was_handed_over_is_known_although_the_next_part_cannot_be_begun(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        campaign.import(60);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        let memory = Memory::default();
        campaign.remail(&memory);
        let (make, drop) = if fresh.url.starts_with("sqlite:") {
            ("CREATE TRIGGER broken BEFORE UPDATE ON letter WHEN NEW.begun AND NEW.id > 30 BEGIN SELECT RAISE(ABORT, 'broken'); END",
             "DROP TRIGGER broken")
        } else {
            ("ALTER TABLE letter ADD CONSTRAINT broken CHECK (NOT (begun AND id > 30))", "ALTER TABLE letter DROP CONSTRAINT broken")
        };
        execute(fresh, make);
        assert!(send_all_due(&campaign.site).is_err());
        let gone = memory.sent().len() as u64;
        assert!(gone > 0 && gone <= 30, "{gone}");
        assert_eq!(campaign.letters()[&("invitation", "done")], gone, "nothing that went out is in doubt");
        execute(fresh, drop);
        campaign.advance(TimeDelta::minutes(11));
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "done"), 60)]));
        assert_eq!((memory.sent().len(), campaign.uncertain()), (60, 0), "nobody is written to twice");
    }

    fn a_reminder_leaves_nothing_at_the_domain_of_its_receiver(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        campaign.import(20);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        let memory = Memory::default();
        campaign.remail(&memory);
        send_all_due(&campaign.site).unwrap();
        campaign.answer(&token_in(&memory.sent()[0].text.to_string()));
        let left_alone = |campaign: &Campaign| {
            let now = campaign.site.clock.now();
            campaign.site.store.read(|db| store::sending::left_alone_at(db, now)).unwrap().len()
        };
        // Put off before: that a reminder is taken takes nothing away either.
        let now = campaign.site.clock.now() - TimeDelta::seconds(90);
        campaign.site.store.write(|db| store::sending::put_off(db, "example.org", now)).unwrap();
        for (answer, before) in [(Sent::Accepted(String::new()), 0), (Sent::Deferred("451 come again".to_owned()), 0)] {
            campaign.remail(&Memory::deciding(move |_| answer.clone()));
            campaign.advance(TimeDelta::days(7));
            let number = ascolto::flows::queue_letters::next_reminder(&campaign.site, campaign.survey).unwrap();
            queue_reminders(&campaign.site, campaign.survey, number).unwrap();
            send_all_due(&campaign.site).unwrap();
            assert_eq!(left_alone(&campaign), before);
        }
        let now = campaign.site.clock.now();
        let again = campaign.site.store.write(|db| -> Result<Vec<_>, StoreError> {
            store::sending::put_off(db, "example.org", now)?;
            store::sending::list_left_alone(db, now)
        });
        assert_eq!(again.unwrap()[0].1, now + TimeDelta::minutes(2), "it counts from the invitation, not from the reminders");
    }

    fn thanks_do_not_wait_for_a_campaign_that_was_paused(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        campaign.import(3);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        campaign.remail(&Memory::default());
        send_all_due(&campaign.site).unwrap();
        let (now, survey) = (campaign.site.clock.now(), campaign.survey);
        let queue = |kind| campaign.site.store.write(|db| store::letter::queue(db, survey, kind, 1, now)).unwrap().len();
        assert_eq!((queue(LetterKind::Reminder), queue(LetterKind::Thanks)), (3, 3));
        pause_letters(&campaign.site, survey, true).unwrap();
        let kinds: Vec<LetterKind> = claim(&campaign, Limits::at_most(9)).iter().map(|letter| letter.kind).collect();
        assert_eq!(kinds, [LetterKind::Thanks; 3]);
    }
}

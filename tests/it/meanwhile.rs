//! What two do at the same moment: the second begins while the first has written and not yet committed.

use crate::support::campaign::{Campaign, at, campaign, day, token_in};
use crate::support::database::{Fresh, on_both_engines};
use ascolto::flows::adjust_survey::adjust_survey;
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::queue_letters::{queue_invitations, queue_reminders, retry_bounced};
use ascolto::flows::receive_answers::{Submission, receive_answers_blocking};
use ascolto::flows::send_invitations::send_all_due;
use ascolto::flows::{Outcome, Refused, Stop};
use ascolto::mail::Memory;
use ascolto::response::{RawAnswers, SubmissionKey};
use ascolto::store::letter::Limits;
use ascolto::store::survey::Adjustment;
use ascolto::store::{self, Database, StoreError};
use ascolto::survey::{Channel, Door, State};
use chrono::TimeDelta;
use diesel::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use uuid::Uuid;

/// How many connections of the test's database wait for a lock of another.
fn waiting(fresh: &Fresh) -> i64 {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        waiting: i64,
    }
    let sql = "SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let count: Count = diesel::sql_query(sql).get_result(&mut PgConnection::establish(&fresh.url).unwrap()).unwrap();
    count.waiting
}

/// Runs `second` while `first` has written but not committed. On PostgreSQL the commit comes when the second waits for the first
/// or is over; on SQLite, where all writing waits, at once.
fn meanwhile<T>(
    fresh: &Fresh,
    campaign: &Campaign,
    first: impl FnOnce(&mut Database) -> Result<(), StoreError> + Send,
    second: impl FnOnce() -> T,
) -> T {
    let (written, begin) = channel();
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let committed = campaign.site.store.write(|db| -> Result<(), StoreError> {
                first(db)?;
                written.send(()).unwrap();
                while !fresh.is_sqlite() && waiting(fresh) == 0 && !over.load(Ordering::SeqCst) {}
                Ok(())
            });
            committed.unwrap();
        });
        begin.recv().unwrap();
        let outcome = second();
        over.store(true, Ordering::SeqCst);
        outcome
    })
}

/// Runs `second` while the survey closes.
fn while_closing<T>(fresh: &Fresh, campaign: &Campaign, second: impl FnOnce() -> T) -> T {
    let close = |db: &mut Database| {
        assert!(store::survey::close(db, campaign.survey, State::Open, campaign.site.clock.today())?);
        store::letter::cancel_all(db, campaign.survey)?;
        store::response::rewrite_under_random_ids(db, campaign.survey)?;
        Ok(())
    };
    meanwhile(fresh, campaign, close, second)
}

fn is_closed<T: std::fmt::Debug>(outcome: &Outcome<T>) -> bool {
    matches!(outcome, Err(Stop::Refused(Refused::WrongState(State::Closed))))
}

on_both_engines! {
    fn a_reminder_that_is_planned_while_the_survey_closes_goes_to_nobody_who_answered(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let memory = Memory::default();
        campaign.remail(&memory);
        campaign.import(3);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        for message in memory.sent() {
            campaign.answer(&token_in(&message.text.to_string()));
        }
        queue_reminders(&campaign.site, campaign.survey, 1).unwrap();
        // A sender claimed them and died: closing leaves them as they are, and the next sender takes them over.
        let now = campaign.site.clock.now();
        let died = campaign.site.store.write(|db| store::letter::claim_due(db, now, now + TimeDelta::minutes(1), Limits::at_most(10))).unwrap();
        assert_eq!(died.len(), 3);
        campaign.advance(TimeDelta::minutes(2));
        while_closing(fresh, &campaign, || send_all_due(&campaign.site)).unwrap();
        assert_eq!(memory.sent().len(), 3, "only the invitations went out");
        campaign.advance(TimeDelta::days(1));
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters()[&("reminder", "cancelled")], 3);
        assert_eq!(memory.sent().len(), 3);
    }

    fn a_round_that_is_begun_while_the_survey_closes_queues_nothing(fresh: &Fresh) {
        let campaign = campaign(fresh);
        campaign.import(3);
        let queued = while_closing(fresh, &campaign, || queue_invitations(&campaign.site, campaign.survey));
        assert!(is_closed(&queued), "{queued:?}");
        for late in [
            queue_invitations(&campaign.site, campaign.survey),
            queue_reminders(&campaign.site, campaign.survey, 1),
            retry_bounced(&campaign.site, campaign.survey),
        ] {
            assert!(is_closed(&late), "{late:?}");
        }
        assert!(campaign.letters().is_empty());
    }

    fn contacts_that_arrive_while_the_survey_closes_are_not_kept(fresh: &Fresh) {
        let campaign = campaign(fresh);
        let file = b"email\na@example.org\n";
        let added = while_closing(fresh, &campaign, || import_contacts(&campaign.site, campaign.survey, file));
        assert!(is_closed(&added), "{added:?}");
        assert_eq!(campaign.site.store.read(|db| store::contact::count(db, campaign.survey)).unwrap(), 0);
    }

    fn an_answer_that_was_let_in_just_before_closing_is_told_that_the_survey_is_closed(fresh: &Fresh) {
        let campaign = campaign(fresh);
        let survey = campaign.site.survey(campaign.survey).unwrap();
        close_survey(&campaign.site, campaign.survey).unwrap();
        let answered = receive_answers_blocking(&campaign.site, Submission {
            survey,
            door: Door::Now(Channel::Email),
            key: SubmissionKey::Page(Uuid::new_v4()),
            answers: RawAnswers::bounded(vec![("overall".to_owned(), "3".to_owned())]).unwrap(),
            place: String::new(),
            batch: String::new(),
            answered_on: None,
        });
        assert!(matches!(answered, Err(Stop::Refused(Refused::Closed(_)))), "{answered:?}");
    }

    fn who_adjusts_beside_another_does_not_take_the_plan_back_without_a_reason(fresh: &Fresh) {
        let campaign = campaign(fresh);
        let adjustment = |planned_responses| Adjustment {
            title: "URP 2026".to_owned(),
            closes_on: day(4, 9),
            collecting_days: 7,
            charter: None,
            weighting: Default::default(),
            privacy_threshold: 5,
            planned_responses,
        };
        campaign.site.clock.set(at(day(3, 10), 9));
        let first = |db: &mut Database| store::survey::adjust(db, campaign.survey, State::Open, &adjustment(200)).map(|_| ());
        let unchanged = adjustment(0);
        let second = || adjust_survey(&campaign.site, campaign.survey, &unchanged, "");
        let adjusted = meanwhile(fresh, &campaign, first, second);
        assert!(matches!(adjusted, Err(Stop::Refused(Refused::Invalid("reason", _)))), "{adjusted:?}");
        let plan = campaign.site.store.read(|db| store::survey::plan(db, campaign.survey)).unwrap();
        assert_eq!(plan.planned_responses, 200);
    }
}

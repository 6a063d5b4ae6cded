//! What the server does beside its pages: letters, the calendar, forgetting. None holds up another.

use crate::support::campaign::{Campaign, at, campaign, day, token_in};
use crate::support::database::{Fresh, on_both_engines};
use ascolto::cli::serve::do_what_is_due;
use ascolto::flows::close_survey::{close_survey, follow_calendar};
use ascolto::flows::forget_contacts::forget_due_contacts;
use ascolto::flows::opt_out::{find_opt_out_at, opt_out_at};
use ascolto::flows::queue_letters::queue_invitations;
use ascolto::flows::send_invitations::send_all_due;
use ascolto::mail::{Memory, Sent};
use ascolto::store::{self, survey::Adjustment};
use ascolto::survey::State;
use chrono::TimeDelta;
use std::sync::mpsc::channel;

/// A campaign with more letters than one step sends, and beside it a survey whose last day is over.
fn busy(fresh: &Fresh, mail: &Memory) -> (Campaign, ascolto::ids::SurveyId) {
    let mut campaign = campaign(fresh);
    campaign.remail(mail);
    campaign.import(2_000);
    queue_invitations(&campaign.site, campaign.survey).unwrap();
    let over = campaign.another_survey("altra2026");
    let first_day_only = Adjustment {
        title: "Altra".to_owned(),
        closes_on: day(3, 9),
        collecting_days: 7,
        charter: None,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    };
    campaign.site.store.write(|db| store::survey::adjust(db, over, State::Open, &first_day_only)).unwrap();
    campaign.site.clock.set(at(day(3, 10), 9));
    (campaign, over)
}

on_both_engines! {
    fn neither_stopping_nor_the_calendar_waits_for_a_campaign(fresh: &Fresh) {
        let (mut campaign, over) = busy(fresh, &Memory::default());
        let clock = campaign.site.clock.clone();
        // Two thousand letters would take twenty seconds; a step begins no part after five.
        let mail = Memory::deciding(move |_| {
            clock.set(clock.now() + TimeDelta::milliseconds(10));
            Sent::Accepted(String::new())
        });
        campaign.remail(&mail);
        let (stop, stopped) = channel();
        drop(stop);
        do_what_is_due(&campaign.site, &stopped);
        assert!((1..2_000).contains(&mail.sent().len()), "{} letters were sent after the word to stop", mail.sent().len());
        assert_eq!(campaign.site.survey(over).unwrap().state, State::Collecting);
    }

    fn a_panic_in_one_work_ends_no_other(fresh: &Fresh) {
        let dying = Memory::deciding(|_| -> Sent { panic!("a mistake in the program") });
        let (campaign, over) = busy(fresh, &dying);
        let (stop, stopped) = channel();
        drop(stop);
        do_what_is_due(&campaign.site, &stopped);
        assert_eq!(campaign.site.survey(over).unwrap().state, State::Collecting);
    }

    fn a_closing_that_cannot_be_finished_holds_up_no_other_survey(fresh: &Fresh) {
        let campaign = campaign(fresh);
        let other = campaign.another_survey("altra2026");
        // Nothing can be written where the new key file would be made.
        let in_the_way = campaign.site.config.key_file.with_extension("keys-new");
        std::fs::create_dir(&in_the_way).unwrap();
        assert!(close_survey(&campaign.site, campaign.survey).is_err());
        campaign.site.clock.set(at(day(4, 10), 9));
        assert!(follow_calendar(&campaign.site).is_err(), "the failure is told");
        let state = |id| campaign.site.survey(id).unwrap().state;
        assert_eq!((state(campaign.survey), state(other)), (State::Closed, State::Collecting));
        std::fs::remove_dir(&in_the_way).unwrap();
        follow_calendar(&campaign.site).unwrap();
        assert_eq!(campaign.site.keys.survey(campaign.survey), None);
    }

    fn contacts_are_forgotten_on_schedule_and_old_links_still_lead_somewhere(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let memory = Memory::default();
        campaign.remail(&memory);
        campaign.import(4);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        let token = token_in(&memory.sent()[0].text.to_string());
        campaign.site.clock.set(at(day(4, 20), 9));
        assert_eq!(forget_due_contacts(&campaign.site).unwrap(), 0, "an open survey keeps its contacts");
        let closed = campaign.site.store.write(|db| store::survey::close(db, campaign.survey, State::Open, day(4, 20)));
        assert!(closed.unwrap());
        campaign.site.clock.set(at(day(5, 19), 9));
        assert_eq!(forget_due_contacts(&campaign.site).unwrap(), 0);
        campaign.site.clock.set(at(day(5, 20), 9));
        assert_eq!(forget_due_contacts(&campaign.site).unwrap(), 4);
        assert_eq!(forget_due_contacts(&campaign.site).unwrap(), 0);
        let behind = find_opt_out_at(&campaign.site, token.expose()).unwrap();
        assert_eq!((behind.survey, behind.address_deleted), (campaign.survey, true));
        assert!(opt_out_at(&campaign.site, token.expose()).unwrap().address_deleted, "nothing is noted, and the page says so");
        assert_no_address_is_left(fresh);
    }

    fn the_key_goes_even_where_old_copies_cannot_go_yet(fresh: &Fresh) {
        // On PostgreSQL nothing that reads keeps the closing from its end.
        if !fresh.is_sqlite() {
            return;
        }
        let campaign = campaign(fresh);
        assert!(campaign.site.keys.survey(campaign.survey).is_some());
        // Somebody reads on and on: the log cannot be emptied.
        let closed = campaign.site.store.read(|db| {
            store::contact::count(db, campaign.survey)?;
            Ok(close_survey(&campaign.site, campaign.survey))
        });
        assert!(closed.unwrap().is_err());
        assert!(campaign.site.keys.survey(campaign.survey).is_none(), "the key waits for nobody");
        assert_eq!(campaign.site.store.read(store::survey::list_to_purge).unwrap(), [campaign.survey]);
        follow_calendar(&campaign.site).unwrap();
        assert!(campaign.site.store.read(store::survey::list_to_purge).unwrap().is_empty());
    }

    fn forgetting_that_was_interrupted_is_finished_by_the_calendar(fresh: &Fresh) {
        let campaign = campaign(fresh);
        campaign.import(4);
        close_survey(&campaign.site, campaign.survey).unwrap();
        let contacts_file = || (!fresh.is_sqlite()).then(|| table_file(&campaign));
        let before = contacts_file();
        let forgotten = campaign.site.store.write(|db| store::contact::forget(db, campaign.survey));
        assert_eq!(forgotten.unwrap(), 4);
        follow_calendar(&campaign.site).unwrap();
        assert!(campaign.site.store.read(store::survey::list_to_purge).unwrap().is_empty());
        if !fresh.is_sqlite() {
            assert_ne!(contacts_file(), before, "the contacts' table lies in a new file");
        }
        assert_no_address_is_left(fresh);
    }
}

fn assert_no_address_is_left(fresh: &Fresh) {
    for file in fresh.sqlite_files() {
        let (bytes, address) = (std::fs::read(file).unwrap(), b"n0@example.org");
        assert!(!bytes.windows(address.len()).any(|window| window == address), "nothing is left in the files");
    }
}

/// The file in which PostgreSQL keeps the contacts.
fn table_file(campaign: &Campaign) -> String {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct File {
        #[diesel(sql_type = diesel::sql_types::Text)]
        path: String,
    }
    let query = "SELECT pg_relation_filepath('contact')::text AS path";
    let file: File = campaign.site.store.read(|db| Ok(diesel::sql_query(query).get_result(db)?)).unwrap();
    file.path
}

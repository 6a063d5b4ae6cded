//! The known traps of two databases behind one store, each reproduced.

use super::*;
use crate::support::database::on_both_engines;
use ascolto::campaign::{LegalBasis, LetterKind};
use ascolto::charter::register::Case;
use ascolto::store::contact::NewContact;
use ascolto::store::letter::Limits;
use ascolto::survey::YearlyContacts;
use ascolto::text::Language;
use diesel::prelude::*;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn an_address_that_is_no_url_is_refused_and_makes_no_file() {
    for wrong in ["host=localhost dbname=x", "x.db", "mysql://localhost/x", "sqlite:", "sqlite::memory:"] {
        let refused = Store::open(wrong).map(drop).unwrap_err();
        assert!(matches!(refused, StoreError::WrongUrl(_)), "{wrong}: {refused:?}");
        assert!(!Path::new(wrong).exists());
    }
}

#[test]
fn a_server_that_is_down_is_unreachable_and_makes_no_file() {
    let url = "postgres://nobody@127.0.0.1:1/x";
    let down = Store::open(url).map(drop).unwrap_err();
    assert!(matches!(down, StoreError::Unreachable(_)), "{down:?}");
    assert!(!Path::new(url).exists() && !Path::new("postgres:").exists());
}

#[test]
fn a_file_in_a_folder_that_is_not_there_is_unreachable_by_name() {
    let down = Store::open("sqlite:/no/such/folder/ascolto.db").map(drop).unwrap_err();
    assert!(matches!(&down, StoreError::Unreachable(reason) if reason.contains("/no/such/folder/ascolto.db")), "{down:?}");
}

#[test]
fn a_file_that_is_no_database_is_not_touched() {
    let fresh = Fresh::sqlite();
    let file = fresh.folder.path().join("ascolto.db");
    let letter = "Gentile Signora, questo è un testo e non una banca dati. ".repeat(40);
    std::fs::write(&file, &letter).unwrap();
    assert!(Store::open(&fresh.url).is_err());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), letter);
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let fresh = Fresh::sqlite();
    let _furnished = Furnished::new(&fresh);
    assert_eq!(fresh.sqlite_files().len(), 3);
    for file in fresh.sqlite_files() {
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0, "{}", file.display());
    }
}

on_both_engines! {
    fn eight_threads_that_read_and_then_write_lose_nothing(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    // A store of its own, as another process has: within one store writers take turns anyway.
                    let store = Store::open(&fresh.url).unwrap();
                    for _ in 0..25 {
                        let written = store.write(|db| {
                            store::survey::find(db, furnished.survey)?;
                            store::kiosk::insert(db, furnished.survey, "hall")
                        });
                        written.unwrap();
                    }
                });
            }
        });
        assert_eq!(furnished.read(|db| store::kiosk::list(db, furnished.survey)).len(), 200);
    }

    fn eight_who_look_for_the_next_number_at_the_same_moment_all_find_one(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let furnished = &furnished;
        let eight = |work: &(dyn Fn(&mut Database, usize) -> Result<i64, StoreError> + Sync)| {
            let mut found: Vec<i64> = std::thread::scope(|scope| {
                let begin = |number| scope.spawn(move || furnished.write(|db| work(db, number)));
                let threads: Vec<_> = (0..8).map(begin).collect();
                threads.into_iter().map(|thread| thread.join().unwrap()).collect()
            });
            found.sort_unstable();
            found.dedup();
            found.len()
        };
        let keep = |db: &mut Database, source: &str| {
            Ok(store::form_version::keep(db, &code("short"), "layout", source, source)?.0)
        };
        assert_eq!(eight(&|db, _| keep(db, "the same")), 1, "one file is one version");
        assert_eq!(eight(&|db, number| keep(db, &number.to_string())), 8);
        assert_eq!(eight(&|db, _| Ok(store::edition::keep(db, furnished.office, 2030)?.0)), 1);
        let publish = |db: &mut Database| store::publication::insert(db, furnished.edition, day(2026, 5, 1), "hash", &[]);
        assert_eq!(eight(&|db, _| Ok(publish(db)?.number.into())), 8);
    }

    fn of_files_that_come_at_the_same_moment_the_last_one_stays_whole(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let (furnished, standard) = (&furnished, &code("three_rings"));
        let case = |line| Case { line, happened_on: day(2026, 3, 2), settled_on: None, value: Some(1.0), kept: None, note: String::new() };
        let contacts = |thread: u64, row: u64| YearlyContacts {
            channel: Some(Channel::Phone),
            reason: format!("reason {thread} {row}"),
            kind: String::new(),
            contacts: thread,
        };
        std::thread::scope(|scope| {
            for thread in 1..=8 {
                scope.spawn(move || {
                    for _ in 0..5 {
                        let cases: Vec<Case> = (0..thread * 20).map(case).collect();
                        furnished.write(|db| store::register::replace(db, furnished.edition, standard, &cases));
                        let rows: Vec<YearlyContacts> = (0..10).map(|row| contacts(thread, row)).collect();
                        furnished.write(|db| store::yearly_contact::replace_all(db, furnished.edition, &rows));
                    }
                });
            }
        });
        assert_eq!(furnished.read(|db| store::register::list(db, furnished.edition, standard)).len() % 20, 0);
        let kept = furnished.read(|db| store::yearly_contact::list(db, furnished.edition));
        assert!(kept.len() == 10 && kept.iter().all(|row| row.contacts == kept[0].contacts), "{kept:?}");
    }

    fn of_eight_who_close_a_survey_one_does(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let closed = std::thread::scope(|scope| {
            let closing = || furnished.write(|db| store::survey::close(db, furnished.survey, State::Open, day(2026, 4, 1)));
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(closing)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).filter(|closed| *closed).count()
        });
        assert_eq!(closed, 1);
    }

    fn eight_who_plan_surveys_at_the_same_moment_all_succeed(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let furnished = &furnished;
                scope.spawn(move || {
                    for number in 0..5 {
                        let new = draft(furnished.edition, furnished.form_version, &format!("survey_{thread}_{number}"));
                        furnished.write(|db| store::survey::insert(db, &new));
                        furnished.store.keep_response_blocking(furnished.response(&[thread, number])).unwrap();
                    }
                });
            }
        });
        assert_eq!(furnished.read(|db| store::survey::list_in(db, State::Draft)).len(), 40);
        assert_eq!(furnished.read(|db| store::response::count(db, furnished.survey)), 40);
    }

    fn a_letter_is_claimed_by_one_sender_only(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let contact = |number| NewContact {
            address: format!("user{number}@example.org"),
            key: format!("user{number}@example.org"),
            name: String::new(),
            language: Language::italian(),
        };
        let contacts: Vec<NewContact> = (0..200).map(contact).collect();
        furnished.write(|db| {
            store::contact::insert_under(db, furnished.survey, LegalBasis::default(), &contacts)?;
            store::invitation::create_missing(db, furnished.survey)?;
            store::letter::queue(db, furnished.survey, LetterKind::Invitation, 1, at(8))
        });
        let taken = AtomicUsize::new(0);
        let claim = || {
            let mut mine = Vec::new();
            loop {
                let claimed = furnished.write(|db| store::letter::claim_due(db, at(9), at(10), Limits::at_most(7)));
                if claimed.is_empty() && taken.load(Ordering::SeqCst) == 200 {
                    return mine;
                }
                taken.fetch_add(claimed.len(), Ordering::SeqCst);
                mine.extend(claimed.into_iter().map(|letter| letter.id));
            }
        };
        let mut claimed: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(claim)).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(claimed.len(), 200);
        claimed.sort_unstable();
        claimed.dedup();
        assert_eq!(claimed.len(), 200);
    }

    fn an_instant_comes_back_as_the_same_microsecond(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let fine = day(2026, 3, 5).and_hms_nano_opt(10, 0, 0, 123_456_789).unwrap();
        let whole = day(2026, 3, 5).and_hms_nano_opt(10, 0, 0, 123_456_000).unwrap();
        furnished.write(|db| store::seal::append(db, furnished.survey, "hash", "opening", "{}", fine));
        assert_eq!(furnished.read(|db| store::seal::list(db, furnished.survey))[0].sealed_at, whole);
    }

    fn codes_are_in_the_order_of_their_bytes_whatever_the_language_of_the_server(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        for name in ["a_b", "ab", "a1", "abc", "a_c"] {
            furnished.write(|db| store::office::insert(db, &code(name), "", ""));
        }
        let offices = furnished.read(store::office::list);
        let codes: Vec<&str> = offices.iter().map(|office| office.code.as_str()).collect();
        assert_eq!(codes, ["a1", "a_b", "a_c", "ab", "abc", "urp"]);
    }

    fn a_reader_cannot_write_and_sees_one_picture(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let written = furnished.store.read(|db| store::kiosk::insert(db, furnished.survey, "hall"));
        assert!(matches!(written, Err(StoreError::Other(_))), "{written:?}");
        furnished.read(|db| {
            let before = store::kiosk::list(db, furnished.survey)?.len();
            std::thread::scope(|scope| {
                scope.spawn(|| furnished.write(|db| store::kiosk::insert(db, furnished.survey, "hall")));
            });
            assert_eq!(store::kiosk::list(db, furnished.survey)?.len(), before);
            Ok(())
        });
        assert_eq!(furnished.read(|db| store::kiosk::list(db, furnished.survey)).len(), 1);
    }

    fn work_that_fails_or_panics_leaves_nothing_behind(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let failed = furnished.store.write(|db| {
            store::kiosk::insert(db, furnished.survey, "hall")?;
            Err::<(), StoreError>(StoreError::Busy)
        });
        assert!(matches!(failed, Err(StoreError::Busy)));
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            furnished.write(|db| -> Result<(), StoreError> {
                store::kiosk::insert(db, furnished.survey, "hall")?;
                panic!("in the middle of a write");
            })
        }));
        assert!(panicked.is_err());
        assert_eq!(furnished.read(|db| store::kiosk::list(db, furnished.survey)).len(), 0);
        furnished.write(|db| store::kiosk::insert(db, furnished.survey, "hall"));
    }

    fn foreign_keys_hold(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let nowhere = furnished.store.write(|db| store::kiosk::insert(db, SurveyId(999), "hall"));
        assert!(matches!(nowhere, Err(StoreError::Other(_))), "{nowhere:?}");
    }
}

#[test]
fn a_connection_that_was_cut_is_replaced() {
    let Some(fresh) = Fresh::postgres() else { return };
    let furnished = Furnished::new(&fresh);
    let cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
               WHERE pid <> pg_backend_pid() AND datname = current_database()";
    furnished.write(|db| Ok(diesel::sql_query(cut).execute(db)?));
    assert_eq!(furnished.store.keep_response_blocking(furnished.response(&[1])).unwrap(), Kept::New);
    assert_eq!(furnished.read(|db| store::response::count(db, furnished.survey)), 1);
}

#[test]
fn a_program_that_hangs_in_a_transaction_does_not_hold_its_locks_for_ever() {
    #[derive(QueryableByName)]
    struct Setting {
        #[diesel(sql_type = diesel::sql_types::Text)]
        limit: String,
    }
    let Some(fresh) = Fresh::postgres() else { return };
    let query = "SELECT current_setting('idle_in_transaction_session_timeout') AS limit";
    let setting: Setting = Furnished::new(&fresh).read(|db| Ok(diesel::sql_query(query).get_result(db)?));
    assert_eq!(setting.limit, "1min");
}

#[test]
fn a_write_inside_a_write_is_refused_rather_than_waiting_for_itself() {
    let fresh = Fresh::sqlite();
    let furnished = Furnished::new(&fresh);
    let inner = furnished.write(|_| Ok(furnished.store.write(|_| Ok::<(), StoreError>(()))));
    assert!(matches!(inner, Err(StoreError::Other(_))));
}

#[test]
fn a_database_that_went_away_while_in_use_is_unreachable_and_nothing_is_acknowledged() {
    let Some(fresh) = Fresh::postgres() else { return };
    let furnished = Furnished::new(&fresh);
    fresh.drop_database();
    let kept = furnished.store.keep_response_blocking(furnished.response(&[1]));
    assert!(matches!(kept, Err(StoreError::Unreachable(_))), "{kept:?}");
    let read = furnished.store.read(store::office::list);
    assert!(matches!(&read, Err(StoreError::Unreachable(reason)) if reason.contains("does not exist")), "{read:?}");
}

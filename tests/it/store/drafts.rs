//! Drafts of invited answers: each in one place, none beside its answer.

use super::*;
use crate::support::database::on_both_engines;
use ascolto::ids::DraftId;
use ascolto::store::DraftKept;
use std::sync::atomic::{AtomicBool, Ordering};

/// An answer with its draft's number.
fn invited(furnished: &Furnished) -> (NewResponse, DraftId) {
    let draft = DraftId(random_bytes());
    (NewResponse { draft: Some(draft), channel: Channel::Email, ..furnished.response(&[1]) }, draft)
}

fn keep(furnished: &Furnished, (response, draft): &(NewResponse, DraftId), body: &[u8]) -> DraftKept {
    furnished.write(|db| store::response_draft::keep(db, furnished.survey, *draft, response.id, body))
}

fn find(furnished: &Furnished, draft: DraftId) -> Option<Vec<u8>> {
    furnished.read(|db| store::response_draft::find(db, furnished.survey, draft))
}

fn count(furnished: &Furnished) -> u64 {
    furnished.read(|db| store::response_draft::count(db, furnished.survey))
}

on_both_engines! {
    fn a_draft_takes_the_place_of_the_one_before(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let (one, other) = (invited(&furnished), invited(&furnished));
        assert_eq!(find(&furnished, one.1), None);
        for body in [&b"first"[..], b"second"] {
            assert_eq!(keep(&furnished, &one, body), DraftKept::Kept);
            assert_eq!(find(&furnished, one.1).as_deref(), Some(body));
        }
        assert_eq!(keep(&furnished, &other, b"other"), DraftKept::Kept);
        assert_eq!((count(&furnished), find(&furnished, one.1).as_deref()), (2, Some(&b"second"[..])));
    }

    fn a_draft_goes_with_its_answer_and_none_comes_after_it(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let (one, other) = (invited(&furnished), invited(&furnished));
        keep(&furnished, &one, b"one");
        keep(&furnished, &other, b"other");
        assert_eq!(furnished.store.keep_response_blocking(one.0.clone()).unwrap(), Kept::New);
        assert_eq!((find(&furnished, one.1), find(&furnished, other.1).as_deref()), (None, Some(&b"other"[..])));
        assert_eq!(keep(&furnished, &one, b"late"), DraftKept::Answered);
        assert_eq!(furnished.store.keep_response_blocking(one.0).unwrap(), Kept::SameAgain);
        assert_eq!(count(&furnished), 1);
    }

    fn no_draft_stays_behind_that_is_saved_while_its_answer_is_sent(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        for _ in 0..20 {
            let own = invited(&furnished);
            let begun = AtomicBool::new(false);
            std::thread::scope(|scope| {
                scope.spawn(|| {
                    while keep(&furnished, &own, b"draft") == DraftKept::Kept {
                        begun.store(true, Ordering::SeqCst);
                    }
                });
                while !begun.load(Ordering::SeqCst) {
                    std::thread::yield_now();
                }
                // Another process, which takes no turns with this one.
                let elsewhere = Store::open(&fresh.url).unwrap();
                assert_eq!(elsewhere.keep_response_blocking(own.0.clone()).unwrap(), Kept::New);
            });
            assert_eq!(count(&furnished), 0);
        }
    }

    fn a_survey_that_is_not_open_keeps_no_draft(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let own = invited(&furnished);
        keep(&furnished, &own, b"draft");
        furnished.write(|db| store::survey::change_state(db, furnished.survey, State::Open, State::Collecting));
        assert_eq!(keep(&furnished, &own, b"later"), DraftKept::SurveyNotOpen);
        assert_eq!(furnished.write(|db| store::response_draft::remove_all(db, furnished.survey)), 1);
        assert_eq!(count(&furnished), 0);
    }

    fn closing_leaves_no_draft_and_no_trace_of_one(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let drafts: Vec<_> = (0..50).map(|_| invited(&furnished)).collect();
        let body = random_bytes::<32>();
        for own in &drafts {
            keep(&furnished, own, &body.repeat(128));
        }
        // Some were sent, the others never.
        for own in &drafts[..20] {
            furnished.store.keep_response_blocking(own.0.clone()).unwrap();
        }
        let place = (!fresh.is_sqlite()).then(|| super::closing::table_file(&furnished, "response_draft"));
        furnished.write(|db| {
            assert!(store::survey::close(db, furnished.survey, State::Open, day(2026, 4, 1))?);
            store::response::rewrite_under_random_ids(db, furnished.survey)
        });
        furnished.store.purge().unwrap();
        assert_eq!(count(&furnished), 0);
        match place {
            Some(place) => assert_ne!(super::closing::table_file(&furnished, "response_draft"), place, "they lay in another file"),
            None => {
                let bytes: Vec<u8> = fresh.sqlite_files().iter().flat_map(|file| std::fs::read(file).unwrap()).collect();
                assert!(!bytes.windows(32).any(|window| window == body), "a draft is still in the files");
                assert!(drafts.iter().all(|(_, id)| !bytes.windows(16).any(|window| window == id.0)), "an id is still there");
            }
        }
    }
}

//! Accounts, contacts, invitations, letters, suppression.

use super::*;
use crate::support::database::on_both_engines;
use ascolto::campaign::{LegalBasis, LetterKind, LetterState, SuppressionKind};
use ascolto::ids::InvitationId;
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::store::contact::NewContact;
use ascolto::store::letter::Limits;
use ascolto::text::Language;

fn contact(address: &str) -> NewContact {
    NewContact { address: address.into(), key: address.to_lowercase(), name: "Anna".into(), language: Language::italian() }
}

/// A survey with these contacts, invited and queued.
fn invited(fresh: &Fresh, contacts: usize) -> (Furnished, Vec<InvitationId>) {
    let furnished = Furnished::new(fresh);
    let contacts: Vec<NewContact> = (0..contacts).map(|number| contact(&format!("user{number}@example.org"))).collect();
    let invitations = furnished.write(|db| {
        store::contact::insert_under(db, furnished.survey, LegalBasis::default(), &contacts)?;
        let invitations = store::invitation::create_missing(db, furnished.survey)?;
        for invitation in &invitations {
            assert!(store::invitation::set_token_hash(db, *invitation, &hash_of(*invitation))?);
        }
        assert_eq!(store::letter::queue(db, furnished.survey, LetterKind::Invitation, 1, at(8))?, invitations);
        Ok(invitations)
    });
    (furnished, invitations)
}

fn hash_of(invitation: InvitationId) -> [u8; 32] {
    [u8::try_from(invitation.0).unwrap(); 32]
}

fn is_absent<T>(outcome: Result<T, StoreError>) -> bool {
    matches!(outcome, Err(StoreError::NotFound))
}

on_both_engines! {
    fn an_account_signs_in_until_its_session_ends(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let hash = Secret::new("$argon2id$...");
        let anna = furnished.write(|db| store::account::insert(db, "Anna.Rossi", "Anna Rossi", &hash, Role::Staff));
        let (account, kept) = furnished.read(|db| store::account::find_by_login(db, "ANNA.rossi"));
        assert_eq!((account.id, account.login.as_str(), account.role, account.active), (anna, "anna.rossi", Role::Staff, true));
        assert!(kept == hash);
        let twice = furnished.store.write(|db| store::account::insert(db, "anna.rossi", "", &hash, Role::Staff));
        assert!(matches!(twice, Err(StoreError::Conflict)), "{twice:?}");
        assert!(is_absent(furnished.store.read(|db| store::account::find_by_login(db, "nobody"))));

        let session = [7; 32];
        let find = |hour| furnished.store.read(|db| store::account::find_session(db, &session, at(hour)));
        let begin = || furnished.write(|db| store::account::begin_session(db, &session, anna, &Secret::new("form"), at(12)));
        begin();
        assert_eq!(find(11).unwrap().0.id, anna);
        assert!(find(11).unwrap().1 == Secret::new("form"));
        assert!(is_absent(find(12)));
        assert_eq!(furnished.write(|db| store::account::forget_expired_sessions(db, at(11))), 0);
        assert_eq!(furnished.write(|db| store::account::forget_expired_sessions(db, at(12))), 1);
        begin();
        assert!(furnished.write(|db| store::account::end_session(db, &session)));
        assert!(!furnished.write(|db| store::account::end_session(db, &session)));
    }

    fn a_new_password_and_switching_off_end_every_session(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let anna = furnished.write(|db| store::account::insert(db, "anna", "Anna", &Secret::new("old"), Role::Staff));
        let session = [7; 32];
        let find = || furnished.store.read(|db| store::account::find_session(db, &session, at(11)));
        let begin = || furnished.write(|db| store::account::begin_session(db, &session, anna, &Secret::new("form"), at(12)));
        begin();
        furnished.write(|db| store::account::set_active(db, anna, false));
        assert!(is_absent(find()));
        furnished.write(|db| store::account::set_active(db, anna, true));
        assert!(is_absent(find()), "what was ended stays ended");
        begin();
        furnished.write(|db| store::account::set_password(db, anna, &Secret::new("new")));
        assert!(is_absent(find()));
        assert!(furnished.read(|db| store::account::find_by_login(db, "anna")).1 == Secret::new("new"));
        let accounts = furnished.read(store::account::list);
        assert_eq!((accounts.len(), accounts[0].name.as_str(), accounts[0].role), (1, "Anna", Role::Staff));
        assert_eq!(accounts[0].id, anna);
    }

    fn contacts_are_merged_by_address_and_the_first_counts(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let survey = furnished.survey;
        let mut second = contact("ANNA@example.org");
        second.name = "Other".into();
        let new = [contact("Anna@example.org"), second, contact("b@example.org")];
        assert_eq!(furnished.write(|db| store::contact::insert_under(db, survey, LegalBasis::default(), &new)), 2);
        let invited = furnished.write(|db| store::invitation::create_missing(db, survey));
        let recipient = |place: usize| furnished.read(|db| store::invitation::find_recipient(db, invited[place])).contact;
        assert_eq!((recipient(0).address.as_str(), recipient(0).name.as_str()), ("Anna@example.org", "Anna"));
        assert_eq!(furnished.write(|db| store::contact::insert_under(db, survey, LegalBasis::default(), &[contact("c@example.org")])), 1);
        let id = recipient(1).id;
        assert!(furnished.write(|db| store::contact::opt_out(db, id)));
        assert!(!furnished.write(|db| store::contact::opt_out(db, id)));
        assert_eq!(furnished.read(|db| store::contact::count(db, survey)), 3);
        assert_eq!(furnished.read(|db| store::contact::count_opted_out(db, survey)), 1);
        let queued = furnished.write(|db| store::letter::queue(db, survey, LetterKind::Invitation, 1, at(8)));
        assert_eq!((invited.len(), queued.len()), (2, 1), "who opted out is not written to");
        assert_eq!(furnished.write(|db| store::invitation::create_missing(db, survey)).len(), 1);
        assert!(furnished.write(|db| store::invitation::create_missing(db, survey)).is_empty());
    }

    fn contacts_are_forgotten_only_after_closing_and_old_links_still_open(fresh: &Fresh) {
        let (furnished, invitations) = invited(fresh, 3);
        let survey = furnished.survey;
        assert_eq!(furnished.write(|db| store::contact::forget(db, survey)), 0);
        let recipient = furnished.read(|db| store::invitation::find_recipient(db, invitations[0]));
        assert_eq!((recipient.contact.address.as_str(), recipient.opted_out), ("user0@example.org", false));
        furnished.write(|db| store::survey::close(db, survey, State::Open, day(2026, 4, 1)));
        assert_eq!(furnished.write(|db| store::contact::forget(db, survey)), 3);
        assert_eq!(furnished.read(|db| store::contact::count(db, survey)), 0);
        let behind = furnished.read(|db| store::invitation::find_by_token(db, &hash_of(invitations[0])));
        assert_eq!((behind.id, behind.survey), (invitations[0], survey));
        assert!(is_absent(furnished.store.read(|db| store::invitation::find_recipient(db, invitations[0]))));
        assert_eq!(furnished.read(|db| store::invitation::count(db, survey)), 3);
    }

    fn a_token_is_set_once(fresh: &Fresh) {
        let (furnished, invitations) = invited(fresh, 2);
        assert!(!furnished.write(|db| store::invitation::set_token_hash(db, invitations[0], &[99; 32])));
        assert!(is_absent(furnished.store.read(|db| store::invitation::find_by_token(db, &[99; 32]))));
        assert_eq!(furnished.read(|db| store::invitation::list(db, furnished.survey)), invitations);
    }

    fn a_letter_goes_its_way(fresh: &Fresh) {
        let (furnished, _) = invited(fresh, 5);
        let survey = furnished.survey;
        assert!(furnished.write(|db| store::letter::claim_due(db, at(7), at(8), Limits::at_most(9))).is_empty(), "not due yet");
        let claimed = furnished.write(|db| store::letter::claim_due(db, at(8), at(9), Limits::at_most(4)));
        assert_eq!(claimed.len(), 4);
        assert!(claimed.iter().all(|letter| letter.attempts == 1 && letter.kind == LetterKind::Invitation));
        furnished.write(|db| {
            assert_eq!(store::letter::mark_sent(db, &[&claimed[0]])?, [claimed[0].id].into());
            assert!(store::letter::mark_sent(db, &[&claimed[0]])?.is_empty(), "done once");
            assert!(store::letter::mark_bounced(db, &claimed[1], LetterState::BouncedHard, "550 no such user")?);
            assert!(store::letter::mark_later(db, &claimed[2], at(20), "450 later")?);
            assert!(store::letter::mark_over(db, &claimed[3], LetterState::Cancelled)?);
            Ok(())
        });
        let counts = furnished.read(|db| store::letter::count_by_state(db, survey));
        let of = |state, count| (LetterKind::Invitation, state, count);
        let expected =
            [of(LetterState::Waiting, 2), of(LetterState::Done, 1), of(LetterState::BouncedHard, 1), of(LetterState::Cancelled, 1)];
        assert_eq!(counts, expected);
        let remind = || furnished.write(|db| store::letter::queue(db, survey, LetterKind::Reminder, 1, at(12)));
        assert_eq!(remind().len(), 1, "only who got the first letter");
        assert!(remind().is_empty());
        assert_eq!(furnished.write(|db| store::letter::cancel_of(db, claimed[0].invitation)), 1);
        assert_eq!(furnished.write(|db| store::letter::cancel_all(db, survey)), 2);
        assert!(furnished.write(|db| store::letter::claim_due(db, at(23), at(23), Limits::at_most(9))).is_empty(), "nothing waits");
    }

    fn what_a_dead_sender_had_not_begun_waits_again_and_what_it_had_is_uncertain(fresh: &Fresh) {
        let (furnished, _) = invited(fresh, 2);
        let claim = |hour| furnished.write(|db| store::letter::claim_due(db, at(hour), at(hour + 1), Limits::at_most(9)));
        let take_over = |hour| furnished.write(|db| store::letter::take_over(db, at(hour), at(hour + 1)));
        let uncertain = || furnished.read(|db| store::letter::count_uncertain(db, furnished.survey));
        let first = claim(8);
        assert_eq!((first.len(), take_over(9).released), (2, 0), "the lease still holds");
        assert_eq!((take_over(10).released, uncertain()), (2, 0));
        let second = claim(10);
        assert_eq!((second.len(), second[0].attempts), (2, 2));
        assert!(furnished.write(|db| store::letter::mark_sent(db, &[&first[0]])).is_empty(), "another has it");
        let begun = furnished.write(|db| store::letter::begin(db, vec![first[1].clone(), second[0].clone()], at(12)));
        assert_eq!(begun, [second[0].clone()], "what another took over is not begun");
        let left = take_over(13);
        assert_eq!((left.released, left.uncertain, left.reminders.len()), (1, vec![second[0].invitation], 0));
        assert_eq!((claim(13).len(), uncertain()), (1, 1), "an uncertain letter is not sent again by itself");
        let retried = furnished.write(|db| store::letter::retry(db, furnished.survey, LetterKind::Invitation, &[LetterState::Uncertain], at(14)));
        assert_eq!((retried, claim(14).len()), (vec![second[0].invitation], 1));
    }

    fn a_domain_that_puts_off_is_left_alone_and_none_gets_more_than_its_share(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let domains = ["a.example", "a.example", "a.example", "b.example", "c.example"];
        let contacts: Vec<NewContact> = domains.iter().enumerate().map(|(at, domain)| contact(&format!("n{at}@{domain}"))).collect();
        furnished.write(|db| {
            store::contact::insert_under(db, furnished.survey, LegalBasis::default(), &contacts)?;
            store::invitation::create_missing(db, furnished.survey)?;
            store::letter::queue(db, furnished.survey, LetterKind::Invitation, 1, at(8))?;
            store::sending::put_off(db, "b.example", at(8))
        });
        let claim = |minute: i64, limits| {
            let now = at(8) + chrono::TimeDelta::minutes(minute);
            let claimed = furnished.write(|db| store::letter::claim_due(db, now, now + chrono::TimeDelta::hours(9), limits));
            claimed.into_iter().map(|letter| letter.domain).collect::<Vec<_>>()
        };
        let slow = Limits { most: 9, per_minute: 3, domain_per_minute: 2 };
        assert_eq!(claim(0, slow), ["a.example", "a.example", "c.example"]);
        assert!(claim(0, slow).is_empty());
        assert_eq!(claim(2, slow), ["a.example", "b.example"]);
    }

    fn a_suppressed_address_is_found_among_others(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let add = |kind, on| furnished.write(|db| store::suppression::add(db, &[1; 16], kind, on));
        assert!(add(SuppressionKind::HardBounce, day(2026, 3, 5)));
        assert!(!add(SuppressionKind::HardBounce, day(2026, 4, 5)));
        assert!(add(SuppressionKind::OptOut, day(2026, 4, 5)), "for another reason too");
        let asked = [vec![1; 16], vec![2; 16]];
        assert_eq!(furnished.read(|db| store::suppression::find_among(db, &asked)), [vec![1; 16]].into());
        let kinds = furnished.read(store::suppression::count_by_kind);
        assert_eq!(kinds, [(SuppressionKind::HardBounce, 1), (SuppressionKind::OptOut, 1)]);
    }
}

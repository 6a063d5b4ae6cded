//! From a file of contacts to the last reminder: nobody is lost or written to twice silently, whatever breaks in between.

use crate::support::campaign::{at, campaign, day, receivers, token_in};
use crate::support::database::{Fresh, on_both_engines};
use crate::support::smtp::{Answer, Manners, SmtpServer};
use ascolto::campaign::Happening;
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::opt_out::{find_opt_out_at, opt_out_at};
use ascolto::flows::queue_letters::{next_reminder, queue_invitations, queue_reminders, retry_bounced, retry_uncertain};
use ascolto::flows::read_results::read_results;
use ascolto::flows::send_invitations::{send_all_due, send_due_letters};
use ascolto::flows::{Refused, Stop};
use ascolto::mail::{Mailer, Memory, Sent, Settings, SmtpServer as Server, Transport};
use ascolto::secret::Token;
use ascolto::store;
use ascolto::survey::Channel;
use chrono::TimeDelta;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// In how many ways the reminders' rows differ, but for their numbers and those that were cancelled. A trace is random bytes
/// to who has no key.
fn distinct_ends(fresh: &Fresh) -> i64 {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        ways: i64,
    }
    let sql = "SELECT count(*) AS ways FROM (SELECT DISTINCT state, due_at, attempts, claim, uncertain, problem, lease_until, \
               length(trace) FROM letter WHERE kind = 'reminder') AS ends";
    let query = diesel::sql_query(sql);
    let count: Count = match fresh.url.strip_prefix("sqlite:") {
        Some(path) => query.get_result(&mut SqliteConnection::establish(path).unwrap()),
        None => query.get_result(&mut PgConnection::establish(&fresh.url).unwrap()),
    }
    .unwrap();
    count.ways
}

/// Kills the sender at that letter, goes on after the lease, and reconciles: nobody is lost, nobody is written to twice, and whom it may
/// have written to or not is named.
fn kill_and_go_on(fresh: &Fresh, dies_at: usize) {
    let mut campaign = campaign(fresh);
    campaign.import(50);
    queue_invitations(&campaign.site, campaign.survey).unwrap();
    let sent = Arc::new(AtomicUsize::new(0));
    let dying = Memory::deciding(move |_| {
        assert!(sent.fetch_add(1, Ordering::SeqCst) != dies_at, "the process is killed here");
        Sent::Accepted(String::new())
    });
    campaign.remail(&dying);
    let killed = catch_unwind(AssertUnwindSafe(|| send_all_due(&campaign.site)));
    assert!(killed.is_err());

    let survivor = Memory::default();
    campaign.remail(&survivor);
    // Before the lease ends, only what nobody holds is sent.
    send_all_due(&campaign.site).unwrap();
    let held = campaign.letters().get(&("invitation", "sending")).copied().unwrap_or(0);
    assert!(held > 0);
    campaign.advance(TimeDelta::minutes(11));
    send_all_due(&campaign.site).unwrap();
    let uncertain = campaign.uncertain();
    assert!(uncertain > 0 && uncertain <= 32, "{uncertain}");
    let done = BTreeMap::from([(("invitation", "done"), 50 - uncertain), (("invitation", "uncertain"), uncertain)]);
    assert_eq!(campaign.letters(), done, "killed at {dies_at}");

    let (before, after) = (receivers(&dying), receivers(&survivor));
    assert!(before.values().chain(after.values()).all(|times| *times == 1), "nobody is written to twice");
    assert!(before.keys().all(|to| !after.contains_key(to)), "nobody is written to twice");
    assert!((before.len() + after.len()) as u64 >= 50 - uncertain, "nobody is lost");
    // A person who says so has them sent.
    retry_uncertain(&campaign.site, campaign.survey).unwrap();
    send_all_due(&campaign.site).unwrap();
    assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "done"), 50)]));
}

on_both_engines! {
    fn a_messy_file_becomes_letters_that_reach_everybody_once_over_smtp(fresh: &Fresh) {
        let server = SmtpServer::answering(Manners::default(), |to| match to {
            "gone@example.org" => Answer::AtReceiver("550 5.1.1 no such user"),
            _ => Answer::Take,
        });
        let transport = Transport::Smtp(vec![Server::plain("127.0.0.1", server.port())]);
        let settings = Settings { transport, ..Settings::plain("urp@provincia.example", "URP") };
        let campaign = campaign(fresh).mailing(Mailer::open(&settings).unwrap());
        let file = "Cognome;Lingua;E-mail;Nome\r\nRossi;it;m.rossi@example.org;Maria\r\nBianchi;;L.Bianchi@example.org;Luca\r\n\
                    Rossi;it;M.ROSSI@example.org;Maria\r\nVerdi;en;verdi(at)example.org;Anna\r\nGone;;gone@example.org;\r\n;;;\r\n";
        let report = import_contacts(&campaign.site, campaign.survey, file.as_bytes()).unwrap();
        assert_eq!((report.rows, report.added, report.merged, report.faults.len()), (5, 3, 1, 1));
        let again = import_contacts(&campaign.site, campaign.survey, file.as_bytes()).unwrap();
        assert_eq!((again.added, again.already_there), (0, 3));

        assert_eq!(queue_invitations(&campaign.site, campaign.survey).unwrap(), 3);
        assert_eq!(queue_invitations(&campaign.site, campaign.survey).unwrap(), 0, "again queues nobody twice");
        let round = send_all_due(&campaign.site).unwrap();
        assert_eq!((round.claimed, round.done, round.refused), (3, 2, 1));
        assert_eq!(send_all_due(&campaign.site).unwrap().claimed, 0);
        assert_eq!(server.arrived().len(), 2);
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "done"), 2), (("invitation", "bounced_hard"), 1)]));

        for arrived in server.arrived() {
            // The links are 75 characters with the host at most; quoted-printable breaks longer lines, never these.
            let token = token_in(&arrived.data.replace("=\r\n", ""));
            let behind = find_opt_out_at(&campaign.site, token.expose()).unwrap();
            assert_eq!((behind.survey, behind.address_deleted), (campaign.survey, false));
            assert!(format!("https://ascolto.example.org/i/{}", token.expose()).len() < 80);
        }
    }

    fn what_a_bare_reply_means_depends_on_what_was_refused(fresh: &Fresh) {
        let server = SmtpServer::answering(Manners::default(), |to| match to {
            "unknown@example.org" => Answer::AtReceiver("550 no such user here"),
            "filtered@example.org" => Answer::AtContent("550 no such user here"),
            _ => Answer::Take,
        });
        let transport = Transport::Smtp(vec![Server::plain("127.0.0.1", server.port())]);
        let settings = Settings { transport, ..Settings::plain("urp@provincia.example", "URP") };
        let own = campaign(fresh).mailing(Mailer::open(&settings).unwrap());
        let file = b"email\nanna@example.org\nunknown@example.org\nfiltered@example.org\n";
        import_contacts(&own.site, own.survey, file).unwrap();
        queue_invitations(&own.site, own.survey).unwrap();
        send_all_due(&own.site).unwrap();
        let states = ["done", "bounced_hard", "bounced_soft"].map(|state| (("invitation", state), 1));
        assert_eq!(own.letters(), BTreeMap::from(states));
    }

    fn a_reminder_goes_to_those_who_have_not_answered_and_the_database_does_not_tell_who_did(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let memory = Memory::default();
        campaign.remail(&memory);
        campaign.import(60);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        let invited = memory.sent();
        assert_eq!(invited.len(), 60);
        for message in &invited[..20] {
            campaign.answer(&token_in(&message.text.to_string()));
        }
        for message in &invited[20..25] {
            opt_out_at(&campaign.site, token_in(&message.text.to_string()).expose()).unwrap();
        }

        // Every fourth reminder is deferred once, every seventh is refused: no row may show it afterwards.
        let tries = Arc::new(AtomicUsize::new(0));
        let own = Arc::clone(&tries);
        let moody = Memory::deciding(move |_| match own.fetch_add(1, Ordering::SeqCst) % 28 {
            0 | 4 | 8 | 12 | 16 | 20 | 24 => Sent::Later("451".to_owned()),
            7 | 14 | 21 => Sent::Refused("550".to_owned()),
            _ => Sent::Accepted(String::new()),
        });
        campaign.remail(&moody);
        campaign.advance(TimeDelta::days(7));
        assert_eq!(next_reminder(&campaign.site, campaign.survey).unwrap(), 1);
        assert_eq!(queue_reminders(&campaign.site, campaign.survey, 1).unwrap(), 55, "those who opted out get none");
        assert_eq!(queue_reminders(&campaign.site, campaign.survey, 1).unwrap(), 0, "a second click queues nobody twice");
        assert_eq!(next_reminder(&campaign.site, campaign.survey).unwrap(), 2);
        for _ in 0..9 {
            send_all_due(&campaign.site).unwrap();
            assert_eq!(distinct_ends(fresh), 1, "all reminders look alike at any time");
            campaign.advance(TimeDelta::days(1));
        }
        let reminded = receivers(&moody);
        let answered: Vec<&str> = invited[..25].iter().map(|message| message.to.as_str()).collect();
        assert!(answered.iter().all(|to| !reminded.contains_key(*to)), "nobody who answered or opted out is written to");
        assert!(reminded.values().all(|times| *times == 1));
        assert_eq!(campaign.letters()[&("reminder", "done")], 55);
        assert_eq!(campaign.letters().len(), 2, "{:?}", campaign.letters());
    }

    fn reminders_that_were_tried_and_put_off_are_done_when_the_survey_closes(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let memory = Memory::default();
        campaign.remail(&memory);
        campaign.import(6);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        campaign.answer(&token_in(&memory.sent()[0].text.to_string()));
        queue_reminders(&campaign.site, campaign.survey, 1).unwrap();
        let greylisting = Memory::deciding(|message| match message.to.as_str() {
            "n1@example.org" => Sent::Later("451 4.7.1 come again".to_owned()),
            _ => Sent::Accepted(String::new()),
        });
        campaign.remail(&greylisting);
        for _ in 0..2 {
            send_all_due(&campaign.site).unwrap();
            campaign.advance(TimeDelta::hours(1));
        }
        assert_eq!(campaign.letters()[&("reminder", "sending")], 6, "they wait for the last of them");
        assert_eq!(greylisting.sent().len(), 4, "nobody is reminded twice meanwhile");
        close_survey(&campaign.site, campaign.survey).unwrap();
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "done"), 6), (("reminder", "done"), 6)]));
        assert_eq!(distinct_ends(fresh), 1);
    }

    fn a_mail_server_that_refuses_everybody_costs_nobody_the_invitation(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        campaign.remail(&Memory::deciding(|_| Sent::Refused("554 no spam here".to_owned())));
        campaign.import(40);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "waiting"), 40)]));
        let mended = Memory::deciding(|message| match message.to.as_str() {
            "n0@example.org" => Sent::Refused("550 5.1.1 unknown".to_owned()),
            _ => Sent::Accepted(String::new()),
        });
        campaign.remail(&mended);
        campaign.advance(TimeDelta::hours(1));
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "done"), 39), (("invitation", "bounced_hard"), 1)]));
    }

    fn dead_addresses_at_the_head_of_a_list_are_known_at_once_but_refusing_everybody_is_about_us(fresh: &Fresh) {
        const SAID: [(&str, &str); 5] = [
            ("550 5.1.1 no such user", "bounced_hard"),
            ("550 5.4.1 recipient address rejected: access denied", "bounced_hard"),
            ("554 5.7.1 relay access denied", "waiting"),
            ("550 5.1.0 sender address rejected: user unknown", "waiting"),
            ("550 no such user here", "waiting"),
        ];
        let server = SmtpServer::answering(Manners::default(), |to| match to.split_once("@case").map(|(_, rest)| &rest[..1]) {
            Some(case) => Answer::AtReceiver(SAID[case.parse::<usize>().unwrap()].0),
            None => Answer::Take,
        });
        let transport = Transport::Smtp(vec![Server::plain("127.0.0.1", server.port())]);
        let settings = Settings { transport, ..Settings::plain("urp@provincia.example", "URP") };
        let mut own = campaign(fresh).mailing(Mailer::open(&settings).unwrap());
        for (case, (said, state)) in SAID.into_iter().enumerate() {
            own.survey = own.another_survey(&format!("case{case}"));
            let refused: String = (0..6).map(|person| format!("n{person}@case{case}.example\n")).collect();
            import_contacts(&own.site, own.survey, format!("email\n{refused}").as_bytes()).unwrap();
            queue_invitations(&own.site, own.survey).unwrap();
            send_all_due(&own.site).unwrap();
            assert_eq!(own.letters(), BTreeMap::from([(("invitation", state), 6)]), "{said}");
        }
    }

    fn refused_invitations_can_be_tried_again(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        campaign.remail(&Memory::deciding(|_| Sent::Refused("550 5.1.1 our own mistake".to_owned())));
        campaign.import(3);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "bounced_hard"), 3)]));
        let mended = Memory::default();
        campaign.remail(&mended);
        assert_eq!(retry_bounced(&campaign.site, campaign.survey).unwrap(), 3);
        assert_eq!(retry_bounced(&campaign.site, campaign.survey).unwrap(), 0, "a second press tries nothing twice");
        send_all_due(&campaign.site).unwrap();
        assert_eq!((campaign.letters(), mended.sent().len()), (BTreeMap::from([(("invitation", "done"), 3)]), 3));
    }

    fn only_who_was_written_to_counts_as_invited(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        campaign.remail(&Memory::deciding(|message| match message.to.as_str() {
            "n0@example.org" => Sent::Refused("550 5.1.1 unknown".to_owned()),
            "n1@example.org" => Sent::Later("451 4.3.0 busy".to_owned()),
            _ => Sent::Accepted(String::new()),
        }));
        campaign.import(5);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        campaign.site.clock.set(at(day(4, 10), 9));
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters()[&("invitation", "cancelled")], 1);
        close_survey(&campaign.site, campaign.survey).unwrap();
        let edition = campaign.site.survey(campaign.survey).unwrap().edition;
        let results = read_results(&campaign.site, edition).unwrap();
        let channels = &results.findings.sample().channels;
        let mail = channels.iter().find(|own| own.channel == Channel::Email).unwrap();
        assert_eq!((mail.invited, mail.undelivered), (Some(4), Some(1)));
    }

    fn two_spellings_of_a_domain_are_one_contact(fresh: &Fresh) {
        let campaign = campaign(fresh);
        let import = |file: &str| import_contacts(&campaign.site, campaign.survey, file.as_bytes()).unwrap();
        assert_eq!(import("email\nurp@città.example\n").added, 1);
        let again = import("email\nURP@xn--citt-3na.example\n");
        assert_eq!((again.added, again.already_there), (0, 1));
    }

    fn a_sender_killed_at_its_first_letter_loses_nobody(fresh: &Fresh) {
        kill_and_go_on(fresh, 0);
    }

    fn a_sender_killed_in_the_middle_of_a_round_loses_nobody(fresh: &Fresh) {
        kill_and_go_on(fresh, 5);
    }

    fn a_sender_killed_in_its_second_round_loses_nobody(fresh: &Fresh) {
        kill_and_go_on(fresh, 40);
    }

    fn a_letter_that_cannot_leave_is_tried_again_at_growing_distances_and_then_given_up(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let tries = Arc::new(AtomicUsize::new(0));
        let own = Arc::clone(&tries);
        campaign.remail(&Memory::deciding(move |_| {
            own.fetch_add(1, Ordering::SeqCst);
            Sent::Later("451 4.3.0 busy".to_owned())
        }));
        campaign.import(1);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        let mut attempts_by_hour = Vec::new();
        for _ in 0..24 * 7 {
            send_all_due(&campaign.site).unwrap();
            attempts_by_hour.push(tries.load(Ordering::SeqCst));
            campaign.advance(TimeDelta::hours(1));
        }
        assert_eq!(attempts_by_hour[0], 1, "not again within the same round");
        assert_eq!(attempts_by_hour.last(), Some(&8));
        assert!(attempts_by_hour[24 * 2] < 8, "two days of a broken server cost nobody the invitation");
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "bounced_soft"), 1)]));
    }

    fn an_unclear_letter_is_sent_again_only_when_a_person_says_so(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let tries = AtomicUsize::new(0);
        let memory = Memory::deciding(move |_| match tries.fetch_add(1, Ordering::SeqCst) {
            0 => Sent::Unclear("connection lost".to_owned()),
            _ => Sent::Accepted(String::new()),
        });
        campaign.remail(&memory);
        campaign.import(1);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        for _ in 0..3 {
            send_all_due(&campaign.site).unwrap();
            assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "uncertain"), 1)]));
            campaign.advance(TimeDelta::days(1));
        }
        assert_eq!(retry_uncertain(&campaign.site, campaign.survey).unwrap(), 1);
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "done"), 1)]));
        assert_eq!((campaign.uncertain(), memory.sent().len()), (1, 2));
        assert_eq!(memory.sent()[0].identifier, memory.sent()[1].identifier, "a mail program can tell that it is the same letter");
    }

    fn who_opts_out_gets_nothing_more_and_is_not_imported_again(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let memory = Memory::default();
        campaign.remail(&memory);
        campaign.import(2);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        let token = token_in(&memory.sent()[0].text.to_string());
        campaign.advance(TimeDelta::days(1));
        queue_reminders(&campaign.site, campaign.survey, 1).unwrap();
        for _ in 0..3 {
            opt_out_at(&campaign.site, token.expose()).unwrap();
        }
        let noted = campaign.site.store.read(|db| {
            let invitation = store::invitation::find_by_token(db, &token.hash())?;
            store::invitation_event::list(db, invitation.id)
        });
        let noted = noted.unwrap().into_iter().filter(|event: &store::invitation_event::Event| event.what == Happening::OptedOut);
        assert_eq!(noted.count(), 1, "whoever sends the form again and again fills no ledger");
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters()[&("reminder", "suppressed")], 1);
        assert_eq!(receivers(&memory), BTreeMap::from([("n0@example.org".to_owned(), 1), ("n1@example.org".to_owned(), 2)]));
        // A spelling of the same address counts as the same.
        let report = import_contacts(&campaign.site, campaign.survey, b"email\nN0@EXAMPLE.org\nnew@example.org\n").unwrap();
        assert_eq!((report.suppressed, report.added), (1, 1));
        let unknown = opt_out_at(&campaign.site, Token::random().expose());
        assert!(matches!(unknown, Err(Stop::Refused(Refused::UnknownLink))));
    }

    fn letters_wait_for_the_first_day_and_end_with_the_last(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let memory = Memory::default();
        campaign.remail(&memory);
        campaign.site.clock.set(at(day(3, 1), 12));
        campaign.import(3);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        assert_eq!(send_due_letters(&campaign.site).unwrap().claimed, 0);
        // Eight in Rome is seven in UTC in winter.
        campaign.site.clock.set(at(day(3, 9), 7));
        assert_eq!(send_all_due(&campaign.site).unwrap().done, 3);
        queue_reminders(&campaign.site, campaign.survey, 1).unwrap();
        campaign.site.clock.set(at(day(4, 10), 7));
        assert_eq!(send_all_due(&campaign.site).unwrap().cancelled, 3);
        assert_eq!(memory.sent().len(), 3);
        let late = queue_reminders(&campaign.site, campaign.survey, 2);
        assert!(matches!(late, Err(Stop::Refused(Refused::Closed(_)))));
    }
}

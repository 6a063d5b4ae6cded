//! What comes back after letters were sent, through a real mail server and out of a real mailbox.

use crate::corpora::corpora;
use crate::support::campaign::{Campaign, at, campaign, day};
use crate::support::database::{Fresh, on_both_engines};
use crate::support::mail_hub::{MailHub, wait_until};
use crate::support::street::{Browser, Served, form_of};
use ascolto::campaign::{Happening, IncomingKind, LetterKind};
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::queue_letters::{queue_invitations, queue_reminders, retry_bounced};
use ascolto::flows::read_reports::{Polled, Received, forget_old_reports, poll_reports, receive_report};
use ascolto::flows::send_invitations::{return_tag, send_all_due};
use ascolto::flows::settle_reports::{Meaning, count_waiting, list_reports, look_at_report, settle_report};
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::ids::{InvitationId, MailReportId, SurveyId};
use ascolto::mail::intake;
use ascolto::mail::report::Rules;
use ascolto::mail::{Mailer, Memory, Settings, SmtpServer, Transport};
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::store;
use chrono::TimeDelta;
use std::collections::BTreeMap;
use std::io::Write;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::sync::Arc;

/// A campaign whose letters leave through the hub and whose reports come back into its mailbox.
fn mailing(fresh: &Fresh, hub: &MailHub, from: intake::Settings) -> Campaign {
    let mut own = campaign(fresh);
    let mut mail = Settings::plain("urp@office.example", "URP");
    mail.bounce_address = "office@office.example".to_owned();
    mail.transport = Transport::Smtp(vec![SmtpServer::plain("127.0.0.1", hub.smtp_port)]);
    let mut config = (*own.site.config).clone();
    config.mail = mail.clone();
    config.mail_reports = from;
    own.site.config = Arc::new(config);
    own.site.mailer = Arc::new(Mailer::open(&mail).unwrap());
    own
}

fn mailing_from(mut own: Campaign, from: intake::Settings) -> Campaign {
    let mut config = (*own.site.config).clone();
    config.mail_reports = from;
    own.site.config = Arc::new(config);
    own
}

fn from_the_maildir(hub: &MailHub) -> intake::Settings {
    intake::Settings { maildir: Some(hub.maildir()), ..intake::Settings::default() }
}

/// Ten people at each of the domains, and what is known of each invitation afterwards.
fn invite_forty(own: &Campaign) {
    let domains = ["good", "bounces", "full", "refuses"];
    let rows: String = (0..40).map(|person| format!("n{person}@{}.example\n", domains[person % 4])).collect();
    import_contacts(&own.site, own.survey, format!("email\n{rows}").as_bytes()).unwrap();
    assert_eq!(queue_invitations(&own.site, own.survey).unwrap(), 40);
    send_all_due(&own.site).unwrap();
}

pub(super) fn invitation_of(own: &Campaign, survey: SurveyId, address: &str) -> InvitationId {
    let found = own.site.store.read(|db| {
        let all = store::invitation::list(db, survey)?;
        let mut found = None;
        for invitation in all {
            if store::invitation::find_recipient(db, invitation)?.contact.address == address {
                found = Some(invitation);
            }
        }
        Ok(found)
    });
    found.unwrap().unwrap_or_else(|| panic!("{address} is not invited"))
}

pub(super) fn happened(own: &Campaign, address: &str) -> Vec<(&'static str, String)> {
    let invitation = invitation_of(own, own.survey, address);
    let events = own.site.store.read(|db| store::invitation_event::list(db, invitation)).unwrap();
    events.into_iter().map(|event| (event.what.code(), event.words)).collect()
}

pub(super) fn what(own: &Campaign, address: &str) -> Vec<&'static str> {
    happened(own, address).into_iter().map(|(what, _)| what).filter(|what| *what != Happening::Queued.code()).collect()
}

pub(super) fn suppressed(own: &Campaign) -> BTreeMap<&'static str, u64> {
    let counts = own.site.store.read(store::suppression::count_by_kind).unwrap();
    counts.into_iter().map(|(kind, count)| (kind.code(), count)).collect()
}

pub(super) fn invitations(own: &Campaign) -> BTreeMap<&'static str, u64> {
    let letters = own.letters().into_iter();
    letters.filter(|((kind, _), _)| *kind == LetterKind::Invitation.code()).map(|((_, state), count)| (state, count)).collect()
}

/// The return path of somebody's letters.
pub(super) fn return_path(own: &Campaign, address: &str) -> String {
    let tag = return_tag(&own.site.keys.site(), invitation_of(own, own.survey, address));
    format!("office+{tag}@office.example")
}

/// The report of a mail server that an address does not exist.
pub(super) fn dead(sent_to: &str, recipient: &str, message_id: &str) -> String {
    bounce(sent_to, recipient, message_id, "5.1.1", "550 5.1.1 user unknown")
}

pub(super) fn bounce(sent_to: &str, recipient: &str, message_id: &str, status: &str, said: &str) -> String {
    format!(
        "From: MAILER-DAEMON@far.example\nTo: {sent_to}\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n\
         --b\nContent-Type: text/plain\n\nI could not deliver it to <{recipient}>.\n\n\
         --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; far.example\n\n\
         Final-Recipient: rfc822; {recipient}\nAction: failed\nStatus: {status}\nDiagnostic-Code: smtp; {said}\n\n\
         --b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{message_id}>\nTo: {recipient}\n\n--b--\n"
    )
}

pub(super) fn complaint(return_path: &str, kind: &str) -> String {
    format!(
        "From: fbl@provider.example\nTo: abuse@office.example\nSubject: FW: La Sua opinione\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=feedback-report; boundary=\"b\"\n\n\
         --b\nContent-Type: text/plain\n\nThis is an email abuse report.\n\n\
         --b\nContent-Type: message/feedback-report\n\nFeedback-Type: {kind}\nUser-Agent: SomeGenerator/1.0\nVersion: 1\n\
         Original-Mail-From: <{return_path}>\n\n\
         --b\nContent-Type: message/rfc822\n\nFrom: <urp@office.example>\nSubject: La Sua opinione\n\nciao\n\n--b--\n"
    )
}

const AWAY: &str = "From: n0@good.example\nTo: office@office.example\nSubject: Fuori ufficio: La Sua opinione\nAuto-Submitted: auto-replied\n\
    Precedence: bulk\n\nSono in ferie, il segreto del mio ufficio.\n";

const LETTER_OF_A_PERSON: &str = "From: Anna <n4@good.example>\nTo: office@office.example\nSubject: Una domanda\n\n\
    Non scrivetemi, per favore: n4@good.example\n";

fn waits_for_a_person(own: &Campaign, hub: &MailHub) {
    for message in [&complaint(&return_path(own, "n0@good.example"), "abuse"), AWAY, LETTER_OF_A_PERSON] {
        let before = hub.count();
        hub.put(message);
        wait_until("the message is in the mailbox", || hub.count() > before);
    }
    let polled = poll_reports(&own.site).unwrap();
    assert_eq!((polled.acted, polled.counted, polled.kept, polled.known), (1, 1, 1, 0));
    assert_eq!(what(own, "n0@good.example"), ["sent", "complained"]);
    assert_eq!(suppressed(own)["complaint"], 1);
    let reports = list_reports(&own.site, MailReportId(0)).unwrap();
    assert_eq!((reports.count, reports.waiting.len()), (1, 1));
    assert_eq!(reports.waiting[0].subject, "Una domanda");
    assert!(reports.received.contains(&(IncomingKind::AutomaticReply, 1)), "{:?}", reports.received);
}

/// What is true when every report has been read, and stays so.
fn all_reports_are_read(own: &Campaign, hub: &MailHub) {
    assert_eq!(invitations(own), [("done", 10), ("bounced_hard", 20), ("bounced_soft", 10)].into());
    assert_eq!(suppressed(own), [("hard_bounce", 20)].into());
    assert_eq!(what(own, "n1@bounces.example"), ["sent", "bounced_hard"]);
    assert_eq!(what(own, "n2@full.example"), ["sent", "bounced_soft"]);
    assert_eq!(what(own, "n3@refuses.example"), ["bounced_hard"]);
    assert_eq!(what(own, "n0@good.example"), ["sent"]);
    let (_, words) = happened(own, "n1@bounces.example").pop().unwrap();
    assert!(words.contains("5.1.1") && words.contains("no such user far away"), "{words}");
    assert!(!words.contains("n1") && !words.contains('@'), "{words}");
    assert_eq!(hub.count(), 20, "nothing is deleted");
}

on_both_engines! {
    fn letters_that_come_back_are_read_over_imap_and_act_once(fresh: &Fresh) {
        let Some(hub) = MailHub::start() else { return };
        let mut own = mailing(fresh, &hub, hub.mailbox());
        invite_forty(&own);
        assert_eq!(invitations(&own), [("done", 30), ("bounced_hard", 10)].into(), "only what is refused at once is known");
        wait_until("twenty letters are back", || hub.count() == 20);
        let polled = poll_reports(&own.site).unwrap();
        assert_eq!((polled.acted, polled.counted, polled.kept, polled.known), (20, 0, 0, 0));
        all_reports_are_read(&own, &hub);
        assert_eq!(poll_reports(&own.site).unwrap(), Polled::default(), "seen is seen");
        // As if the program had been killed between keeping and marking.
        hub.forget_what_was_seen();
        let again = poll_reports(&own.site).unwrap();
        assert_eq!((again.acted, again.known), (0, 20));
        all_reports_are_read(&own, &hub);
        waits_for_a_person(&own, &hub);

        let later = own.another_survey("later");
        let rows = "email\nn1@bounces.example\nn2@full.example\nn0@good.example\nn8@good.example\n";
        assert_eq!(import_contacts(&own.site, later, rows.as_bytes()).unwrap().suppressed, 2);
        let memory = Memory::default();
        own.remail(&memory);
        queue_invitations(&own.site, later).unwrap();
        send_all_due(&own.site).unwrap();
        let receivers: Vec<String> = memory.sent().into_iter().map(|message| message.to).collect();
        assert_eq!(receivers, ["n2@full.example", "n8@good.example"]);
    }

    fn letters_that_come_back_are_read_from_a_maildir_and_act_once(fresh: &Fresh) {
        let Some(hub) = MailHub::start() else { return };
        let own = mailing(fresh, &hub, from_the_maildir(&hub));
        invite_forty(&own);
        wait_until("twenty letters are back", || hub.count() == 20);
        assert_eq!(poll_reports(&own.site).unwrap().acted, 20);
        all_reports_are_read(&own, &hub);
        assert_eq!(poll_reports(&own.site).unwrap(), Polled::default());
        hub.forget_what_was_seen();
        assert_eq!(poll_reports(&own.site).unwrap().known, 20);
        all_reports_are_read(&own, &hub);
        waits_for_a_person(&own, &hub);
    }

    fn a_mailbox_that_refuses_or_says_nothing_is_no_failure(fresh: &Fresh) {
        let Some(hub) = MailHub::start() else { return };
        let mut wrong = hub.mailbox();
        wrong.imap.as_mut().unwrap().sign_in.password = Secret::new("wrong");
        let own = mailing(fresh, &hub, wrong);
        assert_eq!(poll_reports(&own.site).unwrap(), Polled::default());
        let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let mut mute = hub.mailbox();
        (mute.imap.as_mut().unwrap().port, mute.imap.as_mut().unwrap().timeout_seconds) = (silent.local_addr().unwrap().port(), 1);
        let own = mailing_from(own, mute);
        assert_eq!(poll_reports(&own.site).unwrap(), Polled::default());
    }

    fn a_forged_report_stops_nobodys_letters(fresh: &Fresh) {
        let (own, memory) = delivered_into(fresh, &["a@example.org", "b@example.org"]);
        let letter = own.site.store.read(|db| store::returned::invitation_of(db, ascolto::ids::LetterId(1))).unwrap();
        assert!(letter.is_some(), "the first letter has the number 1");
        let stranger = dead("office@office.example", "x@example.org", "urp2026-invitation-1@office.example");
        assert_eq!(receive_report(&own.site, stranger.as_bytes()).unwrap(), Received::Kept);
        let tag = return_path(&own, "a@example.org").replace('+', "+9");
        let made_up = dead(&tag, "a@example.org", "nothing@office.example");
        assert_eq!(receive_report(&own.site, made_up.as_bytes()).unwrap(), Received::Kept);
        assert_eq!(invitations(&own), [("done", 2)].into());
        assert!(suppressed(&own).is_empty());
        // Who knows an address and guesses the number of its letter stops no letters, and complains for nobody.
        let first = own.site.store.read(|db| store::invitation::find_recipient(db, letter.unwrap())).unwrap().contact.address;
        for guessed in ["urp2026-invitation-1@office.example", "urp2026-invitation-1-0123456789abcdef@office.example"] {
            let complained = complaint("x@y.example", "abuse")
                .replace("Original-Mail-From", &format!("Original-Rcpt-To: {first}\nOriginal-Mail-From"))
                .replace("Subject: La Sua opinione\n\nciao", &format!("Message-ID: <{guessed}>\nTo: {first}\n\nciao"));
            for forged in [dead("office@office.example", &first, guessed), complained] {
                assert_eq!(receive_report(&own.site, forged.as_bytes()).unwrap(), Received::Kept, "{forged}");
            }
        }
        assert!(suppressed(&own).is_empty());
        assert_eq!(invitations(&own), [("done", 2)].into());
        // A server that has rewritten the return path still names letter and address.
        let sent = memory.sent();
        let identifier = |address: &str| {
            let letter = sent.iter().find(|letter| letter.to == address).expect("it was sent");
            format!("{}@office.example", letter.identifier)
        };
        let other = ["a@example.org", "b@example.org"].into_iter().find(|address| *address != first).unwrap();
        let of_another = dead("office@office.example", &first, &identifier(other));
        assert_eq!(receive_report(&own.site, of_another.as_bytes()).unwrap(), Received::Kept, "another's letter names another");
        let honest = dead("office@office.example", &first, &identifier(&first));
        assert_eq!(receive_report(&own.site, honest.as_bytes()).unwrap(), Received::Acted);
        assert_eq!(suppressed(&own), [("hard_bounce", 1)].into());
    }

    fn staff_may_try_a_dead_address_again_but_nobody_who_wants_no_letters(fresh: &Fresh) {
        let mut own = delivered(fresh, &["a@example.org", "b@example.org", "c@example.org"]);
        for address in ["a@example.org", "b@example.org"] {
            let report = dead(&return_path(&own, address), address, "x@y");
            assert_eq!(receive_report(&own.site, report.as_bytes()).unwrap(), Received::Acted);
        }
        let unwanted = complaint(&return_path(&own, "b@example.org"), "abuse");
        assert_eq!(receive_report(&own.site, unwanted.as_bytes()).unwrap(), Received::Acted);
        let out = complaint(&return_path(&own, "c@example.org"), "opt-out");
        assert_eq!(receive_report(&own.site, out.as_bytes()).unwrap(), Received::Acted);
        assert_eq!(receive_report(&own.site, complaint("x@y.example", "abuse").as_bytes()).unwrap(), Received::Kept);
        assert_eq!(suppressed(&own), [("complaint", 1), ("hard_bounce", 2), ("opt_out", 1)].into());
        let memory = Memory::default();
        own.remail(&memory);
        assert_eq!(retry_bounced(&own.site, own.survey).unwrap(), 2);
        assert_eq!(suppressed(&own), [("complaint", 1), ("opt_out", 1)].into());
        send_all_due(&own.site).unwrap();
        assert_eq!(memory.sent().into_iter().map(|message| message.to).collect::<Vec<_>>(), ["a@example.org"]);
        let noted = happened(&own, "a@example.org");
        let retried = noted.iter().find(|(what, _)| *what == "retried").unwrap();
        assert_eq!(retried.1, ascolto::flows::send_invitations::LIFTED);
        assert_eq!(what(&own, "c@example.org"), ["sent", "opted_out"]);
    }

    fn what_comes_back_after_a_reminder_tells_nothing_but_the_end(fresh: &Fresh) {
        let own = delivered(fresh, &["a@example.org", "b@example.org", "c@example.org"]);
        own.advance(TimeDelta::days(7));
        assert_eq!(queue_reminders(&own.site, own.survey, 1).unwrap(), 3);
        send_all_due(&own.site).unwrap();
        let before = what(&own, "a@example.org");
        let full = bounce(&return_path(&own, "a@example.org"), "a@example.org", "x@y", "5.2.2", "552 5.2.2 mailbox full");
        assert_eq!(receive_report(&own.site, full.as_bytes()).unwrap(), Received::Counted);
        let late = full.replace("failed", "delayed").replace("5.2.2", "4.2.2").replace("552", "452");
        assert_eq!(receive_report(&own.site, late.as_bytes()).unwrap(), Received::Counted);
        assert_eq!(what(&own, "a@example.org"), before);
        assert_eq!(invitations(&own), [("done", 3)].into());
        let gone = dead(&return_path(&own, "b@example.org"), "b@example.org", "urp2026-reminder-5@office.example");
        assert_eq!(receive_report(&own.site, gone.as_bytes()).unwrap(), Received::Acted);
        assert_eq!(invitations(&own), [("done", 2), ("bounced_hard", 1)].into());
        assert_eq!(queue_reminders(&own.site, own.survey, 2).unwrap(), 2, "the dead address gets no further one");
        let (reported, hashes) = own.site.store.read(|db| {
            Ok((store::mail_report::count_by_kind(db, day(3, 1))?, store::mail_report::count_kept(db)?))
        }).unwrap();
        let expected = [(IncomingKind::Delay, 1), (IncomingKind::HardBounce, 1), (IncomingKind::SoftBounce, 1)];
        assert_eq!((reported.as_slice(), hashes), (&expected[..], 0));
    }

    fn rules_of_an_administrator_hold_at_sending_and_for_reports(fresh: &Fresh) {
        let mut own = delivered(fresh, &["a@example.org", "b@example.org"]);
        let mut config = (*own.site.config).clone();
        config.mail_reports.rules = Rules::parse(["5.2.2 = hard", "5.1.1 = ignore"]).unwrap();
        own.site.config = Arc::new(config);
        let full = bounce(&return_path(&own, "a@example.org"), "a@example.org", "x@y", "5.2.2", "552 5.2.2 mailbox full");
        assert_eq!(receive_report(&own.site, full.as_bytes()).unwrap(), Received::Acted);
        let ignored = dead(&return_path(&own, "b@example.org"), "b@example.org", "x@y");
        assert_eq!(receive_report(&own.site, ignored.as_bytes()).unwrap(), Received::Acted);
        assert_eq!(invitations(&own), [("bounced_hard", 1), ("done", 1)].into());
        assert_eq!(what(&own, "b@example.org"), ["sent", "bounced_soft"]);
        assert_eq!(suppressed(&own), [("hard_bounce", 1)].into());
    }

    fn a_person_says_what_a_message_means_and_it_is_deleted(fresh: &Fresh) {
        let own = delivered(fresh, &["a@example.org", "n4@good.example"]);
        let kept = |text: &str| assert_eq!(receive_report(&own.site, text.as_bytes()).unwrap(), Received::Kept);
        kept(LETTER_OF_A_PERSON);
        kept("From: x@example.org\nSubject: gone\n\nNobody reads a@example.org any more.\n");
        kept("From: x@example.org\nSubject: grazie\n\nGrazie!\n");
        let long = format!("From: x@example.org\nSubject: long\n\n{}\n", "x".repeat(intake::MOST_BYTES));
        kept(&long);
        assert_eq!(receive_report(&own.site, long.as_bytes()).unwrap(), Received::Known);
        let reports = list_reports(&own.site, MailReportId(0)).unwrap();
        assert_eq!((reports.count, reports.waiting[3].subject.as_str()), (4, "long"));
        assert!(look_at_report(&own.site, reports.waiting[3].id).unwrap().shown.text.len() <= 40_000);
        let ids: Vec<MailReportId> = reports.waiting.iter().map(|report| report.id).collect();
        assert_eq!(look_at_report(&own.site, ids[0]).unwrap().shown.addresses, ["n4@good.example"]);
        assert!(settle_report(&own.site, ids[0], &Meaning::WantsNone("nessuno".to_owned())).is_err());
        settle_report(&own.site, ids[0], &Meaning::WantsNone("N4@good.example".to_owned())).unwrap();
        settle_report(&own.site, ids[1], &Meaning::NoSuchAddress("a@example.org".to_owned())).unwrap();
        settle_report(&own.site, ids[2], &Meaning::Nothing).unwrap();
        assert!(settle_report(&own.site, ids[2], &Meaning::Nothing).is_err(), "somebody else was first");
        assert_eq!(what(&own, "n4@good.example"), ["sent", "opted_out"]);
        assert_eq!(what(&own, "a@example.org"), ["sent", "bounced_hard"]);
        assert_eq!(suppressed(&own), [("hard_bounce", 1), ("opt_out", 1)].into());
        assert_eq!(count_waiting(&own.site).unwrap(), 1);
        // The survey collects until the 16th of April; a month later goes what nobody looked at, with the contacts.
        own.site.clock.set(at(day(5, 15), 9));
        assert_eq!(forget_old_reports(&own.site).unwrap(), 0);
        own.site.clock.set(at(day(5, 16), 9));
        assert_eq!(forget_old_reports(&own.site).unwrap(), 1);
        assert_eq!(count_waiting(&own.site).unwrap(), 0);
        assert_eq!(receive_report(&own.site, long.as_bytes()).unwrap(), Received::Known, "what is forgotten stays counted");
    }

    fn real_reports_of_many_systems_are_all_received(fresh: &Fresh) {
        let own = delivered(fresh, &["a@example.org"]);
        let Some(folder) = corpora().map(|folder| folder.join("sisimai-set-of-emails/maildir")) else { return };
        let (mut all, mut counts) = (0, BTreeMap::new());
        for kind in ["bsd", "not"] {
            for entry in std::fs::read_dir(folder.join(kind)).unwrap() {
                let message = std::fs::read(entry.unwrap().path()).unwrap();
                let received = receive_report(&own.site, &message).unwrap();
                *counts.entry(format!("{received:?}")).or_insert(0_u64) += 1;
                all += 1;
            }
        }
        println!("{all} messages: {counts:?}");
        let known = counts.get("Known").copied().unwrap_or(0);
        assert!(!counts.contains_key("Acted") && !counts.contains_key("Early"), "none is about a letter of ours: {counts:?}");
        let reported = own.site.store.read(|db| store::mail_report::count_by_kind(db, day(1, 1))).unwrap();
        assert_eq!(reported.iter().map(|(_, count)| count).sum::<u64>(), all - known, "none is lost");
        assert_eq!(count_waiting(&own.site).unwrap(), counts["Kept"]);
        let mut after = MailReportId(0);
        let mut shown = 0;
        loop {
            let page = list_reports(&own.site, after).unwrap().waiting;
            let Some(last) = page.last() else { break };
            after = last.id;
            shown += page.len() as u64;
        }
        assert_eq!(shown, counts["Kept"], "every one of them can be looked at");
    }
}

/// A campaign whose letters to these have gone out, without a mail server.
pub(super) fn delivered(fresh: &Fresh, people: &[&str]) -> Campaign {
    delivered_into(fresh, people).0
}

fn delivered_into(fresh: &Fresh, people: &[&str]) -> (Campaign, Memory) {
    let mut own = campaign(fresh);
    let memory = Memory::default();
    own.remail(&memory);
    import_contacts(&own.site, own.survey, format!("email\n{}\n", people.join("\n")).as_bytes()).unwrap();
    assert_eq!(queue_invitations(&own.site, own.survey).unwrap(), people.len());
    send_all_due(&own.site).unwrap();
    assert_eq!(invitations(&own), [("done", people.len() as u64)].into());
    (own, memory)
}

/// A desk at which staff look at what came in.
pub(super) fn served(own: &Campaign) -> (Browser, String, String, Served) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let password = Secret::new("una frase abbastanza lunga");
    add_account(&own.site, "anna", "Anna", Role::Staff, &password).unwrap();
    let cookie = format!("ascolto={}", sign_in(&own.site, "anna", &password).unwrap().token.expose());
    let served = Served::start(own.site.clone(), listener);
    (Browser::new(), base, cookie, served)
}

on_both_engines! {
    fn staff_look_at_a_message_as_plain_text_and_say_what_it_means(fresh: &Fresh) {
        let own = delivered(fresh, &["a@example.org", "n4@good.example"]);
        let (browser, base, cookie, _served) = served(&own);
        let get = |path: &str| browser.get_as(&format!("{base}{path}"), &cookie);
        let nothing = get("/staff/reports");
        assert!(nothing.status == 200 && nothing.text.contains("Nessun messaggio da guardare"), "{}", nothing.text);
        assert!(!get("/staff").text.contains("/staff/reports"));
        assert_eq!(receive_report(&own.site, LETTER_OF_A_PERSON.as_bytes()).unwrap(), Received::Kept);
        let html = "From: x@example.org\nSubject: <script>alert(1)</script>\nContent-Type: text/html\n\n<p>Ciao <img src=\"http://x.example/p.png\"></p>\n";
        assert_eq!(receive_report(&own.site, html.as_bytes()).unwrap(), Received::Kept);
        assert!(get("/staff").text.contains("2 messaggi di ritorno da guardare"));
        let list = get("/staff/reports");
        assert!(list.text.contains("Una domanda") && list.text.contains("Anna") && !list.text.contains("<script>alert"), "{}", list.text);
        let waiting = list_reports(&own.site, MailReportId(0)).unwrap().waiting;
        let strange = get(&format!("/staff/reports/{}", waiting[1].id));
        assert!(strange.text.contains("Ciao") && !strange.text.contains("<img"), "{}", strange.text);
        let path = format!("/staff/reports/{}", waiting[0].id);
        let shown = get(&path);
        assert!(shown.text.contains("Non scrivetemi") && shown.text.contains("16 maggio 2026"), "{}", shown.text);
        let press = |typed: &[(&str, &str)]| browser.post_as(&format!("{base}{path}"), &cookie, &form_of(&shown, "address", typed));
        let wrong = press(&[("meaning", "peace"), ("address", "nessuno")]);
        assert!(wrong.status == 422 && wrong.text.contains("Scriva un indirizzo come nome@dominio"), "{}", wrong.text);
        // The key that ends a line in the field of the address sends the form as it stands: nothing is chosen, and nothing is deleted.
        for meaning in [None, Some(""), Some("all")] {
            let mut typed = vec![("address", "altro@example.org")];
            typed.extend(meaning.map(|meaning| ("meaning", meaning)));
            let asked = press(&typed);
            assert!(asked.status == 422 && asked.text.contains("Scelga che cosa significa"), "{meaning:?} {}", asked.text);
            assert!(asked.text.contains("value=\"altro@example.org\""), "what was typed stays: {}", asked.text);
        }
        let both = press(&[("meaning", "nothing"), ("address", "altro@example.org")]);
        assert!(both.status == 422 && both.text.contains("Ha scritto un indirizzo"), "{}", both.text);
        assert!(both.text.contains("value=\"altro@example.org\"") && both.text.contains("value=\"nothing\" checked"), "{}", both.text);
        assert_eq!(count_waiting(&own.site).unwrap(), 2);
        assert_eq!(press(&[("meaning", "peace"), ("offered", "n4@good.example")]).status, 303);
        assert_eq!(what(&own, "n4@good.example"), ["sent", "opted_out"]);
        assert_eq!(get(&path).status, 404);
        let other = format!("/staff/reports/{}", waiting[1].id);
        let nothing = browser.post_as(&format!("{base}{other}"), &cookie, &form_of(&strange, "address", &[("meaning", "nothing")]));
        assert_eq!((nothing.status, get(&other).status), (303, 404));
        assert!(get("/staff/reports?done=staff-done-report-peace").text.contains("non riceverà più messaggi"));
    }
}

#[test]
fn a_mail_server_hands_a_message_over_and_keeps_it_while_the_database_is_away() {
    let fresh = Fresh::sqlite();
    let own = delivered(&fresh, &["a@example.org"]);
    let receive = |url: &str, message: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_ascolto"))
            .arg("receive-report")
            .env("ASCOLTO_DATABASE_URL", url)
            .env("ASCOLTO_DATABASE_KEY_FILE", fresh.folder.path().join("ascolto.keys"))
            .env("ASCOLTO_MAIL_FOLDER", fresh.folder.path().join("outbox"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        program.stdin.take().unwrap().write_all(message.as_bytes()).unwrap();
        let output = program.wait_with_output().unwrap();
        assert!(output.stdout.is_empty());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let report = dead(&return_path(&own, "a@example.org"), "a@example.org", "x@y");
    for away in ["postgres://nobody@127.0.0.1:1/none", "no such url"] {
        let (code, told) = receive(away, &report);
        assert!(code == Some(75) && !told.is_empty(), "{code:?} {told}");
    }
    assert_eq!(invitations(&own), [("done", 1)].into());
    assert_eq!(receive(&fresh.url, &report), (Some(0), String::new()));
    assert_eq!(invitations(&own), [("bounced_hard", 1)].into());
    assert_eq!(receive(&fresh.url, &report).0, Some(0), "the same again does nothing");
    let long = format!("Subject: long\n\n{}", "x".repeat(3 << 20));
    assert_eq!(receive(&fresh.url, &long), (Some(0), String::new()));
    assert_eq!(count_waiting(&own.site).unwrap(), 1);
}

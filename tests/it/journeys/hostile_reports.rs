//! Strangers write to the address for reports too: messages that no reader survives, more than anybody can look at, and forged ones.

use super::reports::{bounce, dead, delivered, invitations, return_path};
use crate::support::campaign::{Campaign, day};
use crate::support::database::on_both_engines;
use ascolto::flows::read_reports::{MOST_WAITING, Received, receive_report};
use ascolto::flows::settle_reports::{Meaning, count_waiting, list_reports, look_at_report, settle_report};
use ascolto::ids::MailReportId;
use ascolto::store;

/// A reader that began with a message and was killed by it.
fn die_of(own: &Campaign, message: &str) -> i32 {
    let hash = own.site.keys.site().derive("mail report", message.as_bytes());
    let begun = own.site.store.write(|db| store::mail_report::begin(db, &hash, day(3, 2), day(5, 16)));
    begun.unwrap().expect("it was never read to the end").times
}

fn letter_of_a_person(number: u64) -> String {
    format!("From: p{number}@example.org\nSubject: domanda {number}\n\nBuongiorno.\n")
}

on_both_engines! {
    fn a_message_that_kills_its_reader_is_looked_at_only_so_often(fresh: &Fresh) {
        let own = delivered(fresh, &["a@example.org", "b@example.org"]);
        // Power that fails kills a reader too: what is brought again acts all the same.
        let honest = dead(&return_path(&own, "a@example.org"), "a@example.org", "x@y");
        assert_eq!(die_of(&own, &honest), 1);
        assert_eq!(count_waiting(&own.site).unwrap(), 0, "what is being read waits for nobody");
        assert_eq!(receive_report(&own.site, honest.as_bytes()).unwrap(), Received::Acted);
        assert_eq!(receive_report(&own.site, honest.as_bytes()).unwrap(), Received::Known);

        let deadly = dead(&return_path(&own, "b@example.org"), "b@example.org", "x@y");
        assert_eq!([1, 2, 3].map(|_| die_of(&own, &deadly)), [1, 2, 3]);
        assert_eq!(receive_report(&own.site, deadly.as_bytes()).unwrap(), Received::Kept, "it is not read a fourth time");
        assert_eq!(receive_report(&own.site, deadly.as_bytes()).unwrap(), Received::Known);
        assert_eq!(invitations(&own), [("done", 1), ("bounced_hard", 1)].into(), "nothing was done by it");
        let [waiting] = list_reports(&own.site, MailReportId(0)).unwrap().waiting.try_into().unwrap();
        assert_eq!(waiting.subject, "Undelivered Mail Returned to Sender");
        assert_eq!(look_at_report(&own.site, waiting.id).unwrap().shown.text, "");
        settle_report(&own.site, waiting.id, &Meaning::Nothing).unwrap();
        // One that is never brought again goes in its time.
        let left = letter_of_a_person(1);
        die_of(&own, &left);
        let forgotten = own.site.store.write(|db| store::mail_report::forget(db, day(5, 16), day(3, 1)));
        assert_eq!(forgotten.unwrap(), 1);
        assert_eq!(receive_report(&own.site, left.as_bytes()).unwrap(), Received::Known);
    }

    fn a_campaign_whose_letters_come_back_waits_for_a_person(fresh: &Fresh) {
        let people: Vec<String> = (0..24).map(|number| format!("n{number}@example.org")).collect();
        let mut own = delivered(fresh, &people.iter().map(String::as_str).collect::<Vec<_>>());
        std::sync::Arc::make_mut(&mut own.site.config).mail.pace.pause_at_percent = 20;
        let waits = |own: &Campaign| own.site.store.read(|db| store::sending::find_pause(db, own.survey)).unwrap();
        for (number, to) in people[..5].iter().enumerate() {
            assert_eq!(waits(&own), None, "{number} of 24 are not yet a fifth");
            let report = dead(&return_path(&own, to), to, "x@y");
            assert_eq!(receive_report(&own.site, report.as_bytes()).unwrap(), Received::Acted);
        }
        assert_eq!(waits(&own).map(|pause| (pause.reason, pause.over)), Some(("failures".to_owned(), false)));
    }

    fn signs_that_no_database_takes_are_received_all_the_same(fresh: &Fresh) {
        let own = delivered(fresh, &["a@example.org"]);
        let odd = bounce(&return_path(&own, "a@example.org"), "a@example.org", "x@y", "5.2.2", "552 5.2.2 full\0\u{1b}[2J");
        assert_eq!(receive_report(&own.site, odd.as_bytes()).unwrap(), Received::Acted);
        let odd = "From: x\0y <x@example.org>\nSubject: a\0b\n\none\0two\n";
        assert_eq!(receive_report(&own.site, odd.as_bytes()).unwrap(), Received::Kept);
        let [waiting] = list_reports(&own.site, MailReportId(0)).unwrap().waiting.try_into().unwrap();
        assert_eq!(waiting.subject, "ab");
    }

    fn more_than_a_person_can_look_at_is_counted_and_told(fresh: &Fresh) {
        let own = delivered(fresh, &["a@example.org"]);
        for number in 0..MOST_WAITING {
            assert_eq!(receive_report(&own.site, letter_of_a_person(number).as_bytes()).unwrap(), Received::Kept);
        }
        let more = letter_of_a_person(MOST_WAITING);
        assert_eq!(receive_report(&own.site, more.as_bytes()).unwrap(), Received::Counted);
        assert_eq!(receive_report(&own.site, more.as_bytes()).unwrap(), Received::Known);
        let reports = list_reports(&own.site, MailReportId(0)).unwrap();
        assert_eq!((reports.count, reports.unkept), (MOST_WAITING, 1));
        let honest = dead(&return_path(&own, "a@example.org"), "a@example.org", "x@y");
        assert_eq!(receive_report(&own.site, honest.as_bytes()).unwrap(), Received::Acted, "what needs nobody acts");
        settle_report(&own.site, reports.waiting[0].id, &Meaning::Nothing).unwrap();
        let next = letter_of_a_person(MOST_WAITING + 1);
        assert_eq!(receive_report(&own.site, next.as_bytes()).unwrap(), Received::Kept, "there is room again");
    }

    fn what_waits_for_a_person_holds_no_letter_of_ours_and_no_link(fresh: &Fresh) {
        let own = delivered(fresh, &["a@example.org"]);
        let secret = "AbCdEfGhIjKlMnOpQrStUv";
        let answer = format!(
            "From: a@example.org\nTo: urp@office.example\nSubject: Re: La Sua opinione\nIn-Reply-To: <urp2026-reminder-7-0a@x>\n\
             References: <urp2026-reminder-7-0a@x>\n\nNon ho tempo.\n> {}/i/{secret}\n",
            own.site.base_url
        );
        let returned = bounce("office@office.example", "z@example.org", "urp2026-reminder-8-0a@x", "5.1.1", "550 5.1.1 unknown")
            .replace("Message-ID:", "Subject: Ancora pochi giorni\nMessage-ID:");
        let long = format!("{answer}{}", "x".repeat(100_000));
        for message in [&answer, &returned, &long] {
            assert_eq!(receive_report(&own.site, message.as_bytes()).unwrap(), Received::Kept);
        }
        for waiting in list_reports(&own.site, MailReportId(0)).unwrap().waiting {
            let kept = look_at_report(&own.site, waiting.id).unwrap();
            let all = format!("{:?}", kept.shown);
            assert!(!all.contains(secret) && !all.contains("reminder") && !all.contains("Ancora"), "{all}");
            assert!(kept.shown.text.len() <= 40_000 && !kept.shown.addresses.is_empty());
        }
    }
}

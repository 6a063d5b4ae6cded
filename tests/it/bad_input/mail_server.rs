//! A mail server that is not there when letters are due.

use super::{Town, assert_says};
use crate::support::database::on_both_engines;
use crate::support::smtp::{Answer, Manners, SmtpServer};
use crate::support::street::{form_of, multipart};
use ascolto::flows::send_invitations::send_all_due;
use ascolto::mail::{SmtpServer as Server, Transport};
use chrono::TimeDelta;
use std::net::TcpListener;

on_both_engines! {
    fn letters_stay_queued_staff_read_why_and_a_later_round_sends_them(fresh: &Fresh) {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let transport = Transport::Smtp(vec![Server::plain("127.0.0.1", port)]);
        let town = Town::with(fresh, false, |config| config.mail.transport = transport);
        let (cookie, secret) = town.sign_in();
        let own = town.url(&format!("/staff/surveys/{}/contacts", town.survey));
        let part = |rest: &str| format!("--b\r\nContent-Disposition: form-data; {rest}\r\n");
        let file = "name=\"file\"; filename=\"c.csv\"\r\nContent-Type: text/csv\r\n\r\nemail\na@example.org\nb@example.org\nc@example.org\n";
        let body = format!("{}{}--b--\r\n", part(&format!("name=\"_secret\"\r\n\r\n{secret}")), part(file));
        let send = |body: &[u8]| town.browser.send(&own, &cookie, "multipart/form-data; boundary=b", body);
        let looked = send(body.as_bytes());
        assert_eq!(send(&multipart(&form_of(&looked, "looked", &[("confirm", "yes")]), None)).status, 200);
        let press = [("_secret".to_owned(), secret)];
        let invited = town.browser.post_as(&format!("{own}/invite"), &cookie, &press);
        assert!(invited.location.ends_with("done=staff-done-invited&count=3"), "{}", invited.location);

        let round = send_all_due(&town.site).unwrap();
        assert_eq!((round.claimed, round.later, round.refused), (3, 3, 0));
        let waiting = ["Perché alcuni messaggi non sono partiti", "il server di posta non è raggiungibile", "3 marzo 2026, 10:05", ">3<"];
        assert_says(&town.browser.get_as(&format!("{own}?lang=it"), &cookie), 200, "it", &waiting);
        let waiting = ["Why some letters did not go out", "the mail server cannot be reached", "3 March 2026, 10:05", ">3<"];
        assert_says(&town.browser.get_as(&format!("{own}?lang=en"), &cookie), 200, "en", &waiting);
        assert_eq!(send_all_due(&town.site).unwrap().claimed, 0, "not again at once");

        let listener = TcpListener::bind(("127.0.0.1", port)).unwrap();
        let mail = SmtpServer::listening(listener, Manners::default(), |_| Answer::Take);
        town.site.clock.set(town.site.clock.now() + TimeDelta::minutes(5));
        assert_eq!(send_all_due(&town.site).unwrap().done, 3);
        let mut receivers: Vec<String> = mail.arrived().into_iter().map(|letter| letter.to).collect();
        receivers.sort();
        assert_eq!(receivers, ["a@example.org", "b@example.org", "c@example.org"]);
        assert!(!town.browser.get_as(&own, &cookie).text.contains("non è raggiungibile"));
    }
}

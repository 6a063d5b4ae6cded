//! Staff follow a campaign on its page: what goes out, what does not and why; one person's invitation; the account that adds up.

use crate::support::campaign::day;
use crate::support::database::{Fresh, on_both_engines};
use crate::support::office::{self, answer, code, draft, open};
use crate::support::street::{Browser, Page, Served, form_of};
use ascolto::flows::account_for_contacts::account_for_contacts;
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::opt_out::opt_out_at;
use ascolto::flows::plan_survey::found_office;
use ascolto::flows::publish_report::publish_report;
use ascolto::flows::queue_letters::{queue_invitations, queue_reminders};
use ascolto::flows::send_invitations::{send_all_due, send_due_letters};
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::flows::thank_invited::queue_thanks;
use ascolto::ids::SurveyId;
use ascolto::mail::{Mailer, Memory, Sent};
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use std::net::TcpListener;
use std::sync::Arc;

struct Desk {
    site: Site,
    survey: SurveyId,
    url: String,
    cookie: String,
    browser: Browser,
    mail: Memory,
    _served: Served,
}

impl Desk {
    fn open(fresh: &Fresh) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let mut site = office::site(fresh, &base);
        let mail = Memory::deciding(|message| match message.to.rsplit_once('@').unwrap().1 {
            "gone.example" => Sent::Refused("550 5.1.1 no such user".to_owned()),
            "later.example" => Sent::Deferred("450 4.2.0 come again".to_owned()),
            "cut.example" => Sent::Unclear("connection closed".to_owned()),
            "ends.example" if message.identifier.contains("-thanks-") => Sent::Unclear("connection closed".to_owned()),
            _ => Sent::Accepted("250 2.0.0 Ok: queued as 4XyZ".to_owned()),
        });
        site.mailer = Arc::new(Mailer::Memory(mail.clone()));
        let office = found_office(&site, &code("urp"), "URP", "urp@example.org").unwrap();
        let survey = open(&site, &draft(&site, office, None, "urp_2026"), 900);
        let password = Secret::new("una frase abbastanza lunga");
        add_account(&site, "anna", "Anna", Role::Staff, &password).unwrap();
        let cookie = format!("ascolto={}", sign_in(&site, "anna", &password).unwrap().token.expose());
        let served = Served::start(site.clone(), listener);
        let url = format!("{base}/staff/surveys/{survey}/sending");
        Self { site, survey, url, cookie, browser: Browser::new(), mail, _served: served }
    }

    fn get(&self) -> Page {
        self.browser.get_as(&self.url, &self.cookie)
    }

    fn press(&self, button: &str, typed: &[(&str, &str)]) -> Page {
        let form = form_of(&self.get(), button, &[typed, &[(button, "yes")]].concat());
        self.browser.post_as(&self.url, &self.cookie, &form)
    }

    /// Twelve good addresses, two that do not exist, one put off, one cut off, one twice, one without an address, one PEC.
    fn import(&self) {
        let good: String = (0..12).map(|person| format!("n{person}@good.example\n")).collect();
        let file = format!(
            "email\n{good}a@gone.example\nb@gone.example\nc@later.example\nd@cut.example\nN1@good.example\nnessuno\nente@pec.it\n"
        );
        import_contacts(&self.site, self.survey, file.as_bytes()).unwrap();
    }
}

fn says(page: &Page, status: u16, parts: &[&str]) {
    let text = page.text.replace("&#39;", "'").replace("&#34;", "\"");
    assert_eq!(page.status, status, "{text}");
    for part in parts {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
}

fn fact(name: &str, value: &str) -> String {
    format!("<dt>{name}</dt><dd>{value}</dd>")
}

on_both_engines! {
    fn staff_see_a_campaign_live_and_every_row_is_accounted_for(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let nothing = desk.get();
        says(&nothing, 200, &["Nessun invito è in coda", "Nessun file di destinatari"]);
        assert!(!nothing.text.contains("sending.js"));
        desk.import();
        queue_invitations(&desk.site, desk.survey).unwrap();
        let going = desk.get();
        says(&going, 200, &["Gli inviti stanno partendo", &fact("Da inviare", "16"), "I conti tornano", "Numeri letti il 10 marzo 2026, 10:00:00."]);
        assert!(going.text.contains("data-every=\"5\"") && going.text.contains("/sending.js"), "a browser reads it anew");
        send_all_due(&desk.site).unwrap();
        let page = desk.get();
        says(&page, 200, &[
            &fact("Da inviare", "1"), &fact("Rinviati", "1"), &fact("Inviati", "12"), &fact("Non recapitati", "2"),
            &fact("Incerti", "1"), &fact("Risposte arrivate per email", "0"), "1,2 al minuto", "Fine prevista",
            "later.example", "ha chiesto di aspettare", "I conti tornano",
        ]);
        let account = account_for_contacts(&desk.site, desk.survey).unwrap();
        assert!(account.balances(), "{account:?}");
        assert_eq!((account.rows, account.contacts, account.left_out.duplicates, account.left_out.faulty), (19, 16, 1, 1));

        let file = desk.browser.get_as(&format!("{}/file", desk.url), &desk.cookie);
        let lines: Vec<Vec<&str>> = file.text.trim_start_matches('\u{feff}').lines().map(|line| line.split(';').collect()).collect();
        let total: u64 = lines[1..].iter().map(|cells| cells[2].parse::<u64>().unwrap()).sum();
        assert_eq!(total, 19, "the counts of the file add up to the rows that came in");
        let gone = lines.iter().find(|cells| cells[0] == "a@gone.example").unwrap();
        assert!(gone[1].contains("la casella non esiste") && gone[4].contains("no such user"), "{gone:?}");
        assert!(lines.iter().any(|cells| cells[0].is_empty() && cells[1] == "PEC lasciate fuori" && cells[2] == "1"));

        // The address that does not exist is on the list; a person takes it off by trying again.
        let nothing = form_of(&desk.get(), "bounced", &[]);
        assert_eq!(desk.browser.post_as(&desk.url, &desk.cookie, &nothing).status, 200, "what nobody asks for sends nothing");
        says(&desk.get(), 200, &[&fact("Da inviare", "1"), &fact("Non recapitati", "2")]);
        assert_eq!(desk.press("bounced", &[]).status, 303);
        assert_eq!(desk.press("uncertain", &[]).status, 303);
        says(&desk.get(), 200, &[&fact("Da inviare", "4"), &fact("Incerti", "0"), &fact("Non recapitati", "0")]);
    }

    fn a_paused_campaign_sends_nothing_until_a_person_lets_it_go_on(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        desk.import();
        queue_invitations(&desk.site, desk.survey).unwrap();
        assert_eq!(desk.press("pause", &[]).status, 303);
        says(&desk.get(), 200, &["Invio sospeso dal personale dal 10 marzo 2026", "Riprendi l'invio"]);
        assert!(!desk.get().text.contains("sending.js"), "nothing moves that could be followed");
        assert_eq!((send_due_letters(&desk.site).unwrap().claimed, desk.mail.sent().len()), (0, 0));
        assert_eq!(desk.press("resume", &[]).status, 303);
        assert_eq!(send_all_due(&desk.site).unwrap().claimed, 16);
    }

    fn uncertain_thanks_are_sent_again_only_by_a_person(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        import_contacts(&desk.site, desk.survey, b"email\na@ends.example\nb@good.example\n").unwrap();
        queue_invitations(&desk.site, desk.survey).unwrap();
        send_all_due(&desk.site).unwrap();
        (0..12).for_each(|_| answer(&desk.site, desk.survey, &[("overall", "4")]));
        close_survey(&desk.site, desk.survey).unwrap();
        publish_report(&desk.site, desk.site.survey(desk.survey).unwrap().edition, "").unwrap();
        assert_eq!(queue_thanks(&desk.site, desk.survey).unwrap(), 2);
        assert!(!desk.get().text.contains("ringraziamento incerto"));
        send_all_due(&desk.site).unwrap();
        send_all_due(&desk.site).unwrap();
        let thanked = || desk.mail.sent().iter().filter(|message| message.identifier.contains("-thanks-") && message.to == "a@ends.example").count();
        assert_eq!(thanked(), 1, "not again by itself");
        says(&desk.get(), 200, &["Rimanda 1 ringraziamento incerto", "Un ringraziamento è incerto quando", &fact("Incerti", "0")]);
        let pressed = desk.press("thanks", &[]);
        assert!(pressed.location.ends_with("done=staff-done-thanks-retried&count=1"), "{}", pressed.location);
        says(&desk.press("find", &[("address", "a@ends.example")]), 200, &["rimesso in coda dal personale (il ringraziamento)"]);
        assert!(!desk.get().text.contains("ringraziamento incerto"), "it waits");
        send_all_due(&desk.site).unwrap();
        assert_eq!(thanked(), 2);
    }

    fn the_page_of_the_survey_leads_to_letters_and_to_sending(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let survey = desk.url.trim_end_matches("/sending");
        let [letters, sending] = ["letters", "sending"].map(|rest| format!("/staff/surveys/{}/{rest}\"", desk.survey));
        let before = desk.browser.get_as(survey, &desk.cookie).text;
        assert!(before.contains(&letters) && !before.contains(&sending), "{before}");
        desk.import();
        queue_invitations(&desk.site, desk.survey).unwrap();
        assert!(desk.browser.get_as(survey, &desk.cookie).text.contains(&sending));
    }

    fn one_person_is_found_with_all_that_happened_and_nothing_of_answering(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        desk.import();
        queue_invitations(&desk.site, desk.survey).unwrap();
        send_all_due(&desk.site).unwrap();
        let found = desk.press("find", &[("address", "N3@GOOD.example")]);
        says(&found, 200, &["È tra i destinatari", "Invito: Inviato", "invito messo in coda", "accettato dal server di posta", "queued as 4XyZ"]);
        assert!(!found.text.contains("invito è in coda"));
        says(&desk.press("find", &[("address", "a@gone.example")]), 200, &["la casella non esiste", "550 5.1.1 no such user"]);
        says(&desk.press("find", &[("address", "mai@good.example")]), 200, &["Non è tra i destinatari"]);
        let wrong = desk.press("find", &[("address", "nessuno")]);
        says(&wrong, 422, &["Scriva un indirizzo email intero", "value=\"nessuno\"", "href=\"#address\""]);

        let letter = desk.mail.sent().into_iter().find(|message| message.to == "n3@good.example").unwrap();
        let token = ascolto::secret::Token::parse(letter.opt_out_url.rsplit_once('/').unwrap().1).unwrap();
        opt_out_at(&desk.site, token.expose()).unwrap();
        queue_reminders(&desk.site, desk.survey, 1).unwrap();
        says(&desk.press("find", &[("address", "n3@good.example")]), 200, &["non ricevere altri messaggi", "elenco di chi non riceve più"]);
        let reminded = desk.press("find", &[("address", "n4@good.example")]);
        says(&reminded, 200, &["promemoria in coda per tutti quelli che non hanno risposto"]);
        says(&desk.get(), 200, &[&fact("Non vogliono più messaggi", "1"), "I conti tornano"]);
        assert_eq!(desk.site.clock.today(), day(3, 10));
    }
}

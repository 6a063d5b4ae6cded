//! The letters of a survey through the staff's pages and over SMTP: staff write them and see them before they go; each arrives in
//! its reader's language; and thanks with the results go to everybody who was invited, once.

use crate::support::database::{Fresh, on_both_engines};
use crate::support::office::{self, answer, code, draft, open};
use crate::support::smtp::{Arrived, SmtpServer};
use crate::support::street::{Browser, Page, Served, form_of};
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::opt_out::opt_out_at;
use ascolto::flows::plan_survey::found_office;
use ascolto::flows::publish_report::publish_report;
use ascolto::flows::queue_letters::{queue_invitations, queue_reminders};
use ascolto::flows::receive_answers::{Submission, invited_key, receive_answers_blocking};
use ascolto::flows::send_invitations::send_all_due;
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::ids::SurveyId;
use ascolto::mail::{Mailer, Settings, SmtpServer as Server, Transport};
use ascolto::office::Role;
use ascolto::response::RawAnswers;
use ascolto::secret::{Secret, Token};
use ascolto::site::Site;
use ascolto::store;
use ascolto::survey::{Channel, Door};
use std::net::TcpListener;
use std::sync::Arc;

/// An office in March with a survey in the field, a mail server that takes everything, and somebody at the desk.
struct Desk {
    // Dropped first: the last to hold a mailer that speaks SMTP may not be a server's thread.
    _served: Served,
    site: Site,
    survey: SurveyId,
    base: String,
    cookie: String,
    browser: Browser,
    mail: SmtpServer,
}

impl Desk {
    fn open(fresh: &Fresh) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let mut site = office::site(fresh, &base);
        let mail = SmtpServer::start();
        let transport = Transport::Smtp(vec![Server::plain("127.0.0.1", mail.port())]);
        let settings = Settings { transport, ..Settings::plain("urp@provincia.example", "URP") };
        site.mailer = Arc::new(Mailer::open(&settings).unwrap());
        let office = found_office(&site, &code("urp"), "Sportello di Prova", "urp@example.org").unwrap();
        let survey = open(&site, &draft(&site, office, None, "urp_2026"), 900);
        let file = "email;nome;lingua\nanna@example.org;Anna Bianchi;it\nhans@example.org;Hans Gruber;de\njohn@example.org;John Smith;en\n";
        import_contacts(&site, survey, file.as_bytes()).unwrap();
        let password = Secret::new("una frase abbastanza lunga");
        add_account(&site, "anna", "Anna", Role::Staff, &password).unwrap();
        let cookie = format!("ascolto={}", sign_in(&site, "anna", &password).unwrap().token.expose());
        let served = Served::start(site.clone(), listener);
        Self { _served: served, site, survey, base, cookie, browser: Browser::new(), mail }
    }

    fn url(&self, rest: &str) -> String {
        format!("{}/staff/surveys/{}{rest}", self.base, self.survey)
    }

    fn get(&self, rest: &str) -> Page {
        self.browser.get_as(&self.url(rest), &self.cookie)
    }

    /// Sends the form of a letter with this subject and body, as it was shown, to itself or to one of its buttons.
    fn send(&self, shown: &Page, letter: &str, button: &str, subject: &str, body: &str) -> Page {
        let body = body.replace('\n', "\r\n");
        let fields = form_of(shown, "body", &[("subject", subject), ("body", &body)]);
        self.browser.post_as(&self.url(&format!("/letters/{letter}{button}")), &self.cookie, &fields)
    }

    fn save(&self, letter: &str, subject: &str, body: &str) -> Page {
        self.send(&self.get(&format!("/letters/{letter}")), letter, "", subject, body)
    }

    /// Presses the button of the thanks as it stood on a page.
    fn thank(&self, shown: &Page) -> String {
        let secret = form_of(&self.get("/letters/thanks/it"), "seen", &[]);
        let fields = if shown.text.contains("/contacts/thank\"") { secret } else { panic!("no button in {}", shown.text) };
        self.browser.post_as(&self.url("/contacts/thank"), &self.cookie, &fields).location
    }

    /// Sends what is due; what arrived by it, with the receivers.
    fn deliver(&self) -> Vec<(String, String)> {
        let before = self.mail.arrived().len();
        send_all_due(&self.site).unwrap();
        let mut arrived: Vec<(String, String)> =
            self.mail.arrived()[before..].iter().map(|own| (own.to.clone(), read(own))).collect();
        arrived.sort();
        arrived
    }

    fn opted_out(&self) -> u64 {
        self.site.store.read(|db| store::contact::count_opted_out(db, self.survey)).unwrap()
    }
}

/// A message as a person reads it: quoted-printable resolved, lines joined.
fn read(arrived: &Arrived) -> String {
    let whole = arrived.data.replace("=\r\n", "");
    let mut bytes = Vec::with_capacity(whole.len());
    let mut rest = whole.as_bytes();
    while let [first, others @ ..] = rest {
        let coded = (*first == b'=' && others.len() >= 2).then(|| std::str::from_utf8(&others[..2]).ok()).flatten();
        match coded.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &others[2..];
            }
            None => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
}

fn says(text: &str, parts: &[&str]) {
    let text = text.replace("&#39;", "'").replace("&#34;", "\"");
    for part in parts {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
}

/// The plain text of a preview, as it stands on a page.
fn previewed(page: &Page) -> String {
    let text = page.text.split("<pre class=\"letter-text\"").nth(1).and_then(|rest| rest.split_once('>')).unwrap().1;
    text.split("</pre>").next().unwrap().replace("&#39;", "'").replace("&#34;", "\"").replace("&#38;", "&")
}

/// The 22 signs after this path in a text.
fn token_after<'t>(text: &'t str, path: &str) -> &'t str {
    &text.split_once(path).unwrap_or_else(|| panic!("no {path} in {text}")).1[..22]
}

const ITALIAN: &str = "{saluto}\n\nabbiamo cambiato gli orari e ora vogliamo sapere com'è andata.\n\nEntro il {scadenza}, in {durata}:\n\n{questionario}\n\n{ufficio}";
const GERMAN: &str = "{saluto}\n\nbitte sagen Sie uns bis {scadenza} Ihre Meinung:\n\n{questionario}\n\n{ente}";

on_both_engines! {
    fn a_faulty_text_is_refused_and_stays_on_the_page_and_a_sound_one_is_shown_as_it_is_sent(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let list = desk.get("/letters");
        assert_eq!(list.status, 200);
        says(&list.text, &["Invito", "Primo promemoria", "Ringraziamento", "Deutsch", "del programma"]);
        assert!(!list.text.contains("Suo, del"));
        assert_eq!(desk.get("/letters/invitation/xx").status, 404);

        let faulty = desk.save("invitation/it", "Una domanda", "Gentile {nome},\n\nrisponda qui: {questionario}\n\nLa parola <b>resta</b>.");
        assert_eq!(faulty.status, 422);
        says(&faulty.text, &[
            "Riga 1: «nome» non è un segnaposto.", "Riga 3: {questionario} non è in un paragrafo a sé.", "Manca {scadenza}.",
            "aria-invalid=\"true\"", "e-body", "La parola &#60;b&#62;resta&#60;/b&#62;.", "value=\"Una domanda\"",
        ]);
        let lines = desk.save("invitation/it", "Una\r\ndomanda", ITALIAN);
        assert_eq!(lines.status, 422);
        says(&lines.text, &["più di una riga", "e-subject"]);

        let shown = desk.get("/letters/invitation/it");
        let looked = desk.send(&shown, "invitation/it", "/preview", "Una domanda da {ufficio}", ITALIAN);
        assert_eq!(looked.status, 200);
        assert!(looked.header("content-security-policy").contains("'sha256-") && looked.text.contains("sandbox=\"\""));
        says(&looked.text, &["Una domanda da Sportello di Prova", "abbiamo cambiato gli orari"]);
        assert!(!desk.get("/letters").text.contains("Suo, del"), "a preview keeps nothing");

        assert_eq!(desk.send(&shown, "invitation/it", "", "Una domanda da {ufficio}", ITALIAN).status, 303);
        let meanwhile = desk.send(&shown, "invitation/it", "", "Altro", &ITALIAN.replace("orari", "uffici"));
        assert_eq!(meanwhile.status, 422);
        says(&meanwhile.text, &["Un'altra persona ha cambiato questo testo", "abbiamo cambiato gli uffici", "abbiamo cambiato gli orari"]);
        says(&desk.get("/letters").text, &["Suo, del 10 marzo 2026"]);

        queue_invitations(&desk.site, desk.survey).unwrap();
        let anna = desk.deliver().into_iter().find(|(to, _)| to == "anna@example.org").unwrap().1;
        let link = token_after(&anna, "/i/").to_owned();
        let expected = previewed(&looked).replace("ANTEPRIMA-ANTEPRIMA-AN", &link);
        assert!(anna.contains(expected.trim()), "{expected}\n is not what arrived:\n{anna}");
        says(&anna, &["Subject: Una domanda da Sportello di Prova", "prefers-color-scheme:dark"]);
    }

    fn each_letter_arrives_in_the_words_of_its_language_and_reminders_differ(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        assert_eq!(desk.save("invitation/it", "Una domanda", ITALIAN).status, 303);
        assert_eq!(desk.save("invitation/de", "Eine Frage", GERMAN).status, 303);
        assert_eq!(desk.save("source/it", "", "L'indirizzo viene dal registro di {ufficio}.").status, 303);
        queue_invitations(&desk.site, desk.survey).unwrap();
        // What is in the queue already goes with the newest words.
        assert_eq!(desk.save("invitation/de", "Noch eine Frage", GERMAN).status, 303);
        let [(_, anna), (_, hans), (_, john)] = &desk.deliver()[..] else { panic!("three letters") };
        says(anna, &["Subject: Una domanda", "abbiamo cambiato gli orari", "viene dal registro di Sportello di Prova", "Gentile Anna Bianchi,"]);
        says(hans, &["Subject: Noch eine Frage", "bitte sagen Sie uns bis 31.", "Ihre Adresse gehört", "vernichtet"]);
        says(john, &["Subject: Sportello di Prova: your opinion", "Dear John Smith,", "Your address is among"]);

        // Restored, the program's text holds again.
        let own = desk.get("/letters/invitation/it");
        let fields = form_of(&own, "body", &[("restore", "yes"), ("body", "non conta")]);
        assert_eq!(desk.browser.post_as(&desk.url("/letters/invitation/it"), &desk.cookie, &fields).status, 303);
        says(&desk.get("/letters/invitation/it").text, &["Lei ha utilizzato i nostri servizi"]);

        // Whoever saw the text before that overwrites nothing that was written since, and restores nothing that he has not seen.
        assert_eq!(desk.save("invitation/it", "Scritta dopo", ITALIAN).status, 303);
        let late = desk.send(&own, "invitation/it", "", "Scritta prima", ITALIAN);
        assert_eq!(late.status, 422);
        says(&late.text, &["Scritta dopo", "Scritta prima"]);
        let unwritten = desk.get("/letters/invitation/en");
        assert_eq!(desk.save("invitation/en", "Written meanwhile", &ITALIAN.replace("Entro il", "By")).status, 303);
        for seen in [&own, &unwritten] {
            let (at, subject) = if std::ptr::eq(seen, &own) { ("it", "Scritta dopo") } else { ("en", "Written meanwhile") };
            let path = desk.url(&format!("/letters/invitation/{at}"));
            let fields = form_of(seen, "body", &[("restore", "yes")]);
            assert_eq!(desk.browser.post_as(&path, &desk.cookie, &fields).status, 422, "{at}");
            says(&desk.get(&format!("/letters/invitation/{at}")).text, &[subject]);
        }

        let reminded = [1, 2].map(|number| {
            queue_reminders(&desk.site, desk.survey, number).unwrap();
            desk.deliver().into_iter().find(|(to, _)| to == "john@example.org").unwrap().1
        });
        says(&reminded[0], &["Some time ago we asked", "no page shows our staff"]);
        says(&reminded[1], &["once more", "no page shows our staff"]);
    }

    fn thanks_go_to_everybody_once_after_publishing_and_their_opt_out_works_without_the_key(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        queue_invitations(&desk.site, desk.survey).unwrap();
        let invited = desk.deliver();
        let token = |to: &str| {
            let letter = &invited.iter().find(|(own, _)| own == to).unwrap().1;
            Token::parse(token_after(letter, "/i/")).unwrap()
        };
        let submission = Submission {
            survey: desk.site.survey(desk.survey).unwrap(),
            door: Door::Now(Channel::Email),
            key: invited_key(&token("anna@example.org")),
            answers: RawAnswers::bounded(vec![("overall".to_owned(), "3".to_owned())]).unwrap(),
            place: String::new(),
            batch: String::new(),
            answered_on: None,
        };
        receive_answers_blocking(&desk.site, submission).unwrap();
        opt_out_at(&desk.site, token("john@example.org").expose()).unwrap();
        (0..12).for_each(|_| answer(&desk.site, desk.survey, &[("overall", "4")]));

        let button = "/contacts/thank\"";
        let too_early = form_of(&desk.get("/letters/thanks/it"), "seen", &[]);
        let refused = desk.browser.post_as(&desk.url("/contacts/thank"), &desk.cookie, &too_early);
        assert!(refused.status >= 400 && refused.status < 500, "{}", refused.status);
        assert!(!desk.get("/contacts").text.contains(button));
        close_survey(&desk.site, desk.survey).unwrap();
        assert!(!desk.get("/contacts").text.contains(button), "nothing is published yet");
        publish_report(&desk.site, desk.site.survey(desk.survey).unwrap().edition, "").unwrap();
        assert!(desk.site.keys.survey(desk.survey).is_none());

        let page = desk.get("/contacts");
        says(&page.text, &[button, "Ringrazia e manda i risultati", "2 persone invitate"]);
        assert!(desk.thank(&page).ends_with("done=staff-done-thanked&count=2"));
        assert!(desk.thank(&page).ends_with("done=staff-done-thanked&count=0"), "pressed twice it thanks once");
        assert!(!desk.get("/contacts").text.contains(button));
        let thanked = desk.deliver();
        let to: Vec<&str> = thanked.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(to, ["anna@example.org", "hans@example.org"], "who answered and who did not, but not who opted out");
        let [(_, anna), (_, hans)] = &thanked[..] else { panic!("two letters") };
        says(anna, &[&format!("{}/report/urp/2026", desk.base), "a tutte le persone invitate", "Gentile Anna Bianchi,"]);
        says(hans, &["Zu den Ergebnissen", "wer geantwortet hat und wer nicht"]);
        assert!(!anna.contains("/i/"));
        assert_eq!(desk.browser.get(&format!("{}/report/urp/2026", desk.base)).status, 200);

        let link = anna.split_once(&format!("{}/u/", desk.base)).unwrap().1;
        let link: String = link.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        says(anna, &[&format!("List-Unsubscribe: <{}/u/{link}>", desk.base)]);
        let address = |link: &str| format!("{}/u/{link}", desk.base);
        assert_eq!(desk.browser.get(&address(&link)).status, 200);
        assert_eq!(desk.opted_out(), 1, "a look changes nothing");
        let one_click = [("List-Unsubscribe".to_owned(), "One-Click".to_owned())];
        assert_eq!(desk.browser.post(&address(&link), &one_click).status, 200);
        assert_eq!(desk.opted_out(), 2);
        let (number, proof) = link.split_once('-').unwrap();
        let another = format!("{}-{proof}", number.parse::<i64>().unwrap() + 1);
        assert_eq!(desk.browser.post(&address(&another), &one_click).status, desk.browser.get(&address("unknown")).status);
        assert_eq!(desk.opted_out(), 2, "a link opens for its own person alone");
        assert!(desk.deliver().is_empty());
    }
}

//! One year of an office, from a messy file of contacts to the PDF; every count is the same wherever it stands.

use crate::support::absent::skip;
use crate::support::database::{Fresh, on_both_engines};
use crate::support::smtp::{Answer, Manners, SmtpServer};
use crate::support::street::{Browser, Served, fields_of, link_in};
use ascolto::analysis::Shown;
use ascolto::clock::Clock;
use ascolto::config::Config;
use ascolto::flows::adopt_charter::adopt_charter;
use ascolto::flows::close_survey::{close_survey, follow_calendar};
use ascolto::flows::import_contacts::{ImportReport, import_contacts};
use ascolto::flows::make_report::{make_report, report_files};
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::place_kiosk::{kiosk_link, place_kiosk};
use ascolto::flows::plan_survey::{catalog_form, edition_of, found_office, plan_survey};
use ascolto::flows::queue_letters::{queue_invitations, queue_reminders};
use ascolto::flows::read_results::{Results, read_results};
use ascolto::flows::send_invitations::send_all_due;
use ascolto::flows::sign_in::add_account;
use ascolto::form::catalog;
use ascolto::ids::{EditionId, SurveyId};
use ascolto::keys::Keys;
use ascolto::language::say;
use ascolto::mail::{Mailer, SmtpServer as Server, Transport};
use ascolto::office::Role;
use ascolto::report::Document;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store::{self, Store, survey::Draft};
use ascolto::survey::{Channel, State, Universe};
use ascolto::text::{Code, Language};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::net::TcpListener;
use std::process::Command;

const PEOPLE: usize = 200;
const WITHOUT_MAILBOX: usize = 4;
const AT_THE_KIOSK: usize = 40;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// As an office's old program writes it: `;`, Windows-1252, columns in its own order, people twice, rows that are none.
fn contacts_file() -> Vec<u8> {
    let mut text = "Lingua;Cognome;Note;E-Mail;Nome\r\n".to_owned();
    for person in 0..PEOPLE {
        let language = ["", "it", "inglese", "DE"][person % 4];
        text.push_str(&format!("{language};Forlì {person};\"dice; forse è\";persona{person}@example.org;Niccolò\r\n"));
        if person % 16 == 0 {
            // Once more, in another spelling.
            text.push_str(&format!(";FORLÌ;; PERSONA{person}@Example.ORG ;\r\n"));
        }
        if person % 40 == 7 {
            text.push_str(";Senza indirizzo;;;Zoë\r\n;;;non è un indirizzo;Pia\r\n;;;;;\r\n");
        }
    }
    text.push_str("klingon;Worf;;worf@example.org;Worf\r\n");
    text.push_str(";Troppe;celle;troppe@example.org;Eva;qui;ancora\r\n");
    encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()
}

/// An office with its charter and a survey in the field.
struct Year {
    site: Site,
    edition: EditionId,
    survey: SurveyId,
    mail: SmtpServer,
    browser: Browser,
    _served: Served,
}

fn open_year(fresh: &Fresh) -> Year {
    let mail = SmtpServer::answering(Manners::default(), |to| match to.trim_start_matches("persona").split('@').next() {
        Some("3" | "50" | "97" | "199") => Answer::AtReceiver("550 5.1.1 no such mailbox"),
        _ => Answer::Take,
    });
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut config = Config::in_folder(fresh.folder.path());
    config.database_url = Secret::new(fresh.url.clone());
    config.mail.transport = Transport::Smtp(vec![Server::plain("127.0.0.1", mail.port())]);
    let clock = Clock::fixed(config.body.time_zone, day(3, 2).and_hms_opt(9, 0, 0).unwrap());
    let store = Store::open(config.database_url.expose()).unwrap();
    let keys = Keys::open(&config.key_file).unwrap();
    let mailer = Mailer::open(&config.mail).unwrap();
    let site = Site::new(config, &format!("http://{}", listener.local_addr().unwrap()), clock, store, keys, mailer);
    let (edition, survey) = plan(&site);
    open_survey(&site, survey).unwrap();
    let served = Served::start(site.clone(), listener);
    Year { site, edition, survey, mail, browser: Browser::new(), _served: served }
}

fn plan(site: &Site) -> (EditionId, SurveyId) {
    let office =
        found_office(site, &Code::parse("urp").unwrap(), "Ufficio Relazioni con il Pubblico", "urp@example.org").unwrap();
    add_account(site, "anna", "Anna", Role::Staff, &Secret::new("una frase abbastanza lunga".to_owned())).unwrap();
    let charter = adopt_charter(site, office, "carta-urp.toml", &catalog::charter("carta-urp").unwrap(), "").unwrap();
    let edition = edition_of(site, office, 2026).unwrap();
    let draft = Draft {
        edition,
        code: Code::parse("urp_2026").unwrap(),
        title: "URP 2026".to_owned(),
        form_version: catalog_form(site, "urp-annuale").unwrap(),
        charter: Some(charter),
        opens_on: day(3, 2),
        closes_on: day(3, 31),
        collecting_days: 7,
        channels: vec![Channel::Email, Channel::Kiosk, Channel::Web],
        simulated: false,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 100,
    };
    let contacts = vec![(Channel::Email, String::new(), 3_000), (Channel::Kiosk, String::new(), 900)];
    (edition, plan_survey(site, &draft, &Universe { contacts, groups: None }).unwrap())
}

/// What a citizen ticks; every sixth writes something too.
fn answers(citizen: usize) -> Vec<(&'static str, String)> {
    let mut answers =
        vec![("overall", overall_of(citizen).to_string()), ("courtesy", "5".to_owned()), ("needs", "online".to_owned())];
    if citizen.is_multiple_of(6) {
        answers.push(("comment", format!("Osservazione numero {citizen}: più sedie, perché si aspetta.")));
    }
    answers
}

fn overall_of(citizen: usize) -> i64 {
    [5, 4, 4, 3, 1][citizen % 5]
}

/// How far each citizen goes, by the place of the letter among those that arrived.
fn answers_it(letter: usize) -> bool {
    letter.is_multiple_of(3)
}

fn opts_out(letter: usize) -> bool {
    letter.is_multiple_of(10)
}

impl Year {
    fn letters(&self) -> BTreeMap<(&'static str, &'static str), u64> {
        let counts = self.site.store.read(|db| store::letter::count_by_state(db, self.survey)).unwrap();
        counts.into_iter().map(|(kind, state, count)| ((kind.code(), state.code()), count)).collect()
    }

    fn opted_out(&self) -> u64 {
        self.site.store.read(|db| store::contact::count_opted_out(db, self.survey)).unwrap()
    }

    /// Follows every link of the letters that arrived; some opt out, some answer, some of those twice.
    fn follow_all_letters(&self) {
        for (number, letter) in self.mail.arrived().iter().enumerate() {
            let (answering, leaving) = (link_in(letter, "/i/"), link_in(letter, "/u/"));
            if opts_out(number) {
                let before = self.opted_out();
                assert_eq!(self.browser.get(&leaving).status, 200);
                assert_eq!(self.opted_out(), before, "a mail scanner that opens the link changes nothing");
                assert_eq!(self.browser.post(&leaving, &[]).status, 200);
                assert_eq!(self.opted_out(), before + 1);
            }
            let shown = self.browser.get(&answering);
            assert_eq!(shown.status, 200, "every link shows the questionnaire, also to who gets no more letters");
            if answers_it(number) {
                let fields = fields_of(&shown, &answers(number));
                assert_thanked(&self.browser.post(&answering, &fields), false);
                self.answer_again(number, &answering, &fields);
            }
        }
    }

    fn answer_again(&self, number: usize, link: &str, fields: &[(String, String)]) {
        match number % 9 {
            // A second tap.
            0 => assert_thanked(&self.browser.post(link, fields), false),
            // Another opinion in a second window: the first one stays, and the page says so.
            3 => {
                let other: Vec<_> = fields.iter().filter(|(name, _)| name != "overall").cloned().collect();
                let other = [other, vec![("overall".to_owned(), "2".to_owned())]].concat();
                assert_thanked(&self.browser.post(link, &other), true);
            }
            _ => assert_ne!(self.browser.get(link).text.find("<main"), None),
        }
    }

    fn stand_at_the_kiosk(&self) {
        let kiosk = place_kiosk(&self.site, self.survey, "Atrio").unwrap();
        let kiosk =
            self.site.store.read(|db| store::kiosk::list(db, self.survey)).unwrap().into_iter().find(|own| own.id == kiosk);
        let link = kiosk_link(&self.site, &kiosk.unwrap()).unwrap();
        for visitor in 0..AT_THE_KIOSK {
            let shown = self.browser.get(&link);
            let fields = fields_of(&shown, &answers(visitor));
            assert_thanked(&self.browser.post(&link, &fields), false);
            if visitor % 8 == 0 {
                assert_thanked(&self.browser.post(&link, &fields), false);
            }
        }
    }

    fn remind(&self) -> usize {
        self.site.clock.set(day(3, 12).and_hms_opt(9, 0, 0).unwrap());
        let before = self.mail.arrived().len();
        queue_reminders(&self.site, self.survey, 1).unwrap();
        send_all_due(&self.site).unwrap();
        self.mail.arrived().len() - before
    }

    fn close(&self) {
        self.site.clock.set(day(4, 1).and_hms_opt(9, 0, 0).unwrap());
        follow_calendar(&self.site).unwrap();
        assert_eq!(self.site.survey(self.survey).unwrap().state, State::Collecting);
        close_survey(&self.site, self.survey).unwrap();
        assert_eq!(self.site.survey(self.survey).unwrap().state, State::Closed);
    }

    fn responses(&self) -> Vec<(Channel, u64)> {
        self.site.store.read(|db| store::response::count_by_channel(db, self.survey)).unwrap()
    }
}

fn assert_thanked(page: &crate::support::street::Page, first_kept: bool) {
    assert_eq!(page.status, 303, "{}", page.text);
    assert_eq!(page.location.contains("first=kept"), first_kept, "{}", page.location);
}

on_both_engines! {
    fn every_count_of_a_year_is_the_same_from_the_contacts_to_the_pdf(fresh: &Fresh) {
        let year = open_year(fresh);

        let file = contacts_file();
        let ImportReport { rows, added, already_there, suppressed, merged, faults, .. } =
            import_contacts(&year.site, year.survey, &file).unwrap();
        let left_out = faults.iter().filter(|fault| !fault.reason.keeps_the_row()).count() as u64;
        assert_eq!((added, already_there, suppressed, merged), (PEOPLE as u64 + 1, 0, 0, 13));
        assert_eq!((left_out, faults.len()), (11, 12), "{faults:?}");
        assert_eq!(rows, added + merged + left_out, "every row is accounted for");
        let again = import_contacts(&year.site, year.survey, &file).unwrap();
        assert_eq!((again.added, again.already_there), (0, added), "the same file again adds nobody");

        assert_eq!(queue_invitations(&year.site, year.survey).unwrap() as u64, added);
        send_all_due(&year.site).unwrap();
        let arrived = year.mail.arrived();
        let delivered = PEOPLE + 1 - WITHOUT_MAILBOX;
        assert_eq!(arrived.len(), delivered);
        assert_eq!(
            year.letters(),
            BTreeMap::from([(("invitation", "done"), delivered as u64), (("invitation", "bounced_hard"), WITHOUT_MAILBOX as u64)])
        );
        let links: std::collections::BTreeSet<String> = arrived.iter().map(|letter| link_in(letter, "/i/")).collect();
        assert_eq!(links.len(), delivered, "everybody has a link of their own");

        year.follow_all_letters();
        year.stand_at_the_kiosk();
        let answered: Vec<usize> = (0..delivered).filter(|number| answers_it(*number)).collect();
        let gone = (0..delivered).filter(|number| opts_out(*number)).count();
        let neither = (0..delivered).filter(|number| !answers_it(*number) && !opts_out(*number)).count();
        assert!(answered.iter().any(|number| opts_out(*number)), "some answer after opting out");
        assert_eq!(year.opted_out(), gone as u64);
        assert_eq!(year.remind(), neither, "a reminder for who neither answered nor opted out");
        let by_channel = vec![(Channel::Email, answered.len() as u64), (Channel::Kiosk, AT_THE_KIOSK as u64)];
        assert_eq!(year.responses(), by_channel);

        year.close();
        assert_eq!(year.responses(), by_channel, "closing loses nobody and doubles nobody");
        let late = year.browser.get(links.first().unwrap());
        assert_eq!(late.status, 410, "{}", late.text);

        let results = read_results(&year.site, year.edition).unwrap();
        let report = make_report(&year.site, &results, &Language::italian()).unwrap();
        check_findings(&results, &answered);
        check_report(&report, fresh, [added, WITHOUT_MAILBOX as u64, answered.len() as u64]);
    }
}

fn check_findings(results: &Results, answered: &[usize]) {
    let findings = &results.findings;
    let all = (answered.len() + AT_THE_KIOSK) as u64;
    assert_eq!((findings.rows(), findings.sample().responses), (all, all));
    assert_eq!(findings.sample().universe, 3_900);
    let mut expected: BTreeMap<i64, u64> = (1..=5).map(|point| (point, 0)).collect();
    for citizen in answered.iter().copied().chain(0..AT_THE_KIOSK) {
        *expected.get_mut(&overall_of(citizen)).unwrap() += 1;
    }
    let Some(Shown::Full(overall)) = findings.item("overall") else { panic!("the overall judgement is shown") };
    assert_eq!(overall.counts, expected.iter().map(|(point, count)| (*point, *count)).collect::<Vec<_>>());
    let satisfied = overall.satisfied.expect("the scale says who is satisfied");
    assert_eq!((satisfied.count, satisfied.base), (expected[&4] + expected[&5], all));
    let groups: u64 = findings.groups("overall", "channel").iter().map(|(_, shown)| base_of(shown)).sum();
    assert_eq!(groups, all);
}

fn base_of(shown: &Shown<&ascolto::analysis::GroupFinding>) -> u64 {
    match shown {
        Shown::Full(group) | Shown::CountsOnly(group) => group.base.valid,
        Shown::Suppressed => 0,
    }
}

/// The row of a channel: universe, invited, undelivered, responses.
fn check_report(report: &Document, fresh: &Fresh, [invited, undelivered, by_mail]: [u64; 3]) {
    let written = (0..200)
        .filter(|n| answers_it(*n) && *n < PEOPLE + 1 - WITHOUT_MAILBOX)
        .chain(0..AT_THE_KIOSK)
        .filter(|n| n % 6 == 0)
        .count();
    let all = by_mail + AT_THE_KIOSK as u64;
    let rows = [
        vec![
            say(&Language::italian(), "channel-email"),
            "3.000".into(),
            invited.to_string(),
            undelivered.to_string(),
            by_mail.to_string(),
        ],
        vec![say(&Language::italian(), "channel-kiosk"), "900".into(), AT_THE_KIOSK.to_string()],
        vec![
            say(&Language::italian(), "report-total"),
            "3.900".into(),
            invited.to_string(),
            undelivered.to_string(),
            all.to_string(),
        ],
    ];
    let table = report.tables().find(|table| table.caption == say(&Language::italian(), "report-sample-caption")).unwrap();
    let told = table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("  "));
    assert_in_lines("the document", told.collect(), &rows);
    let files = report_files(report, 2026).unwrap();
    let file = |ending: &str| files.iter().find(|file| file.name.ends_with(ending)).unwrap();
    let page = String::from_utf8(file(".html").body.clone()).unwrap();
    let (text, comments) = (without_tags(&page), format!("{written} "));
    assert_in_lines("the page", text.lines().map(str::to_owned).collect(), &rows);
    assert!(text.lines().any(|line| line.contains(&comments) && line.contains("osservazioni")), "{written} remarks\n{text}");
    let path = fresh.folder.path().join("report.pdf");
    std::fs::write(&path, &file(".pdf").body).unwrap();
    match Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output() {
        Ok(told) => {
            assert_in_lines("the PDF", String::from_utf8(told.stdout).unwrap().lines().map(str::to_owned).collect(), &rows)
        }
        Err(error) => skip("pdftotext", &error.to_string()),
    }
}

/// One line for each row of a table, blanks between its cells.
fn without_tags(page: &str) -> String {
    let broken =
        page.replace("</tr>", "\n").replace("</p>", "\n").replace("</li>", "\n").replace("</th>", "  ").replace("</td>", "  ");
    let mut text = String::new();
    for part in broken.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    text
}

/// Each row's cells stand in this order in one line, as whole words.
fn assert_in_lines(place: &str, lines: Vec<String>, rows: &[Vec<String>]) {
    for row in rows {
        let holds = |line: &String| {
            let mut words = line.split_whitespace().map(str::to_lowercase);
            row.iter().flat_map(|cell| cell.split_whitespace()).all(|wanted| words.any(|word| word == wanted.to_lowercase()))
        };
        assert!(lines.iter().any(holds), "{row:?} is in no line of {place}:\n{}", lines.join("\n"));
    }
}

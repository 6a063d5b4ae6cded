//! An office looks whether its letters can leave and arrive: on the page, with the command, through real mail servers.

use crate::support::database::{Fresh, on_both_engines};
use crate::support::mail_hub::{MailHub, wait_until};
use crate::support::office::{self, site_in};
use crate::support::program::Program;
use crate::support::signature::{Verifier, signing_key};
use crate::support::smtp::{Answer, Manners, SmtpServer, certificate};
use crate::support::street::{Browser, Page, Served, form_of};
use ascolto::flows::check_mail::{Asked, Checked, Section, SetUp, State, check_mail, in_words};
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::mail::{Dkim, Security, Settings, SignIn, SmtpServer as Server, Transport};
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::text::Language;
use chrono::NaiveDate;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

const PASSWORD: &str = "segretissima";

fn settings(servers: Vec<Server>) -> Settings {
    Settings { transport: Transport::Smtp(servers), ..Settings::plain("urp@office.example", "URP") }
}

fn signing_in(mut server: Server, password: &str) -> Server {
    server.sign_in = Some(SignIn { user: "urp".to_owned(), password: Secret::new(password), token_command: Vec::new() });
    server.timeout_seconds = 10;
    server
}

fn check(mail: &Settings, language: &Language, to: Option<&str>) -> (Checked, Vec<Section>) {
    let now = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(9, 0, 0).unwrap();
    let set_up = SetUp { mail, base_url: "https://ascolto.example.org", body: "Provincia di Esempio", now };
    let checked = check_mail(&set_up, &Asked { record: None, to, language }).unwrap();
    let sections = in_words(language, &set_up, &checked);
    (checked, sections)
}

/// The states of a way's steps, and the words and hint of the one that failed.
fn steps(section: &Section) -> (String, String) {
    let sign = |state| match state {
        State::Passed => '+',
        State::NotNeeded => '/',
        State::Failed => '!',
        State::NotReached => '-',
        State::Advice => '?',
    };
    let told = section.lines.iter().map(|line| format!("{}{}", sign(line.state), line.code)).collect::<Vec<_>>().join(" ");
    let failed = section.lines.iter().find(|line| line.state == State::Failed);
    (told, failed.map(|line| format!("{} {}", line.words, line.hint)).unwrap_or_default())
}

/// What is told of one server in both languages.
fn assert_told(server: Server, expected: &str, italian: &[&str], english: &[&str]) {
    let mail = settings(vec![server]);
    for (language, parts) in [(Language::italian(), italian), (Language::english(), english)] {
        let (checked, sections) = check(&mail, &language, None);
        let (told, words) = steps(&sections[0]);
        assert_eq!((told.as_str(), checked.is_good()), (expected, !expected.contains('!')), "{words}");
        for part in parts {
            assert!(words.contains(part), "{part} is missing in {words}");
        }
        assert!(!format!("{sections:?}").contains(PASSWORD), "{sections:?}");
    }
}

fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

#[test]
fn each_step_of_a_server_says_whether_it_works_and_what_to_change() {
    assert_told(
        Server::plain("127.0.0.1", closed_port()),
        "!connection -greeting -protection -sign_in -sender",
        &["il server di posta non è raggiungibile", "mail.smtp_host e mail.smtp_port", "firewall"],
        &["the mail server cannot be reached", "mail.smtp_host and mail.smtp_port"],
    );

    let open = SmtpServer::start();
    assert_told(Server::plain("127.0.0.1", open.port()), "+connection +greeting /protection /sign_in +sender", &[], &[]);
    let upgraded = Server { security: Security::StartTls, ..Server::plain("localhost", open.port()) };
    let halted = "+connection +greeting !protection -sign_in -sender";
    assert_told(upgraded, halted, &["non offre STARTTLS", "di solito 587"], &["does not offer STARTTLS", "587 as a rule"]);
    let at_once = Server { security: Security::Tls, timeout_seconds: 10, ..Server::plain("localhost", open.port()) };
    let halted = "+connection !protection -greeting -sign_in -sender";
    assert_told(at_once, halted, &["mail.smtp_security = \"starttls\""], &["mail.smtp_security = \"starttls\""]);
    assert_eq!(open.arrived().len(), 0, "a test without a letter sends none");

    let stranger = SmtpServer::answering(
        Manners { at_sender: Some("553 5.7.1 urp@office.example is not yours"), ..Manners::default() },
        |_| Answer::Take,
    );
    let halted = "+connection +greeting /protection /sign_in !sender";
    let plain = Server::plain("127.0.0.1", stranger.port());
    assert_told(plain, halted, &["553 5.7.1", "Forse il server vuole un accesso"], &["553 5.7.1", "Perhaps the server wants"]);
}

#[test]
fn a_refused_sign_in_is_told_without_the_password() {
    let locked = || Manners { login: Some(("urp", "giusta")), ..Manners::default() };
    let server = SmtpServer::answering(locked(), |_| Answer::Take);
    let plain = || Server::plain("127.0.0.1", server.port());
    let halted = "+connection +greeting /protection !sign_in -sender";
    let (italian, english) = (["535 5.7.8", "mail.smtp_password"], ["535 5.7.8", "mail.smtp_user and mail.smtp_password"]);
    assert_told(signing_in(plain(), PASSWORD), halted, &italian, &english);
    assert_told(signing_in(plain(), "giusta"), "+connection +greeting /protection +sign_in +sender", &[], &[]);
    let halted = "+connection +greeting /protection /sign_in !sender";
    assert_told(plain(), halted, &["530 5.7.0", "vuole un accesso"], &["530 5.7.0", "wants a sign-in"]);

    let mut by_token = signing_in(plain(), PASSWORD);
    by_token.sign_in.as_mut().unwrap().token_command = vec!["false".to_owned()];
    let halted = "+connection +greeting /protection !sign_in -sender";
    assert_told(by_token, halted, &["mail.smtp_token_command"], &["mail.smtp_token_command by hand"]);
    let open = SmtpServer::start();
    let needless = signing_in(Server::plain("127.0.0.1", open.port()), PASSWORD);
    assert_told(needless, halted, &["non offre l'accesso"], &["offers no sign-in"]);
}

#[test]
fn a_strange_certificate_and_one_of_another_name_are_told_apart() {
    let (config, authority) = certificate();
    for (tls_at_once, security, halted) in [
        (true, Security::Tls, "+connection !protection -greeting -sign_in -sender"),
        (false, Security::StartTls, "+connection +greeting !protection -sign_in -sender"),
    ] {
        let manners = Manners { tls: Some(Arc::clone(&config)), tls_at_once, ..Manners::default() };
        let server = SmtpServer::answering(manners, |_| Answer::Take);
        let line = Server { security, timeout_seconds: 10, ..Server::plain("localhost", server.port()) };
        assert_told(line.clone(), halted, &["autorità", "mail.smtp_authority"], &["authority", "mail.smtp_authority"]);
        let trusted = Server { authority_pem: Some(authority.clone()), ..line };
        let elsewhere = Server { host: "127.0.0.1".to_owned(), ..trusted.clone() };
        assert_told(elsewhere, halted, &["un altro nome", "mail.smtp_host"], &["another name", "mail.smtp_host"]);
        let passed = steps(&check(&settings(vec![trusted]), &Language::italian(), None).1[0]).0;
        assert!(passed.contains("+protection") && passed.ends_with("/sign_in +sender"), "{passed}");
    }
}

#[test]
fn a_letter_goes_by_the_stand_in_where_the_usual_server_is_away_and_the_test_says_both() {
    let stand_in = SmtpServer::start();
    let mail = settings(vec![Server::plain("127.0.0.1", closed_port()), Server::plain("127.0.0.1", stand_in.port())]);
    let (checked, sections) = check(&mail, &Language::english(), Some("me@example.org"));
    assert!(!checked.is_good(), "the usual server is away");
    assert!(sections[1].title.starts_with("Stand-in server") && steps(&sections[1]).0.ends_with("+sender"), "{sections:?}");
    let letter = &sections.iter().find(|section| section.code == "letter").unwrap().lines[0];
    assert!(letter.state == State::Passed && letter.words.contains("250 2.0.0 taken"), "{letter:?}");
    let [arrived] = stand_in.arrived().try_into().unwrap();
    assert_eq!((arrived.from.as_str(), arrived.to.as_str()), ("urp+test@office.example", "me@example.org"));
    for line in [
        "List-Unsubscribe: <https://ascolto.example.org/u/test-letter>\r\n",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
        "Content-Language: en\r\n",
        "Auto-Submitted: auto-generated\r\n",
    ] {
        assert!(arrived.data.contains(line), "{line} is missing in\n{}", arrived.data);
    }
}

#[test]
fn what_becomes_of_a_letter_is_told_without_its_address() {
    let server = SmtpServer::answering(Manners::default(), |to| match to {
        "gone@example.org" => Answer::AtReceiver("550 5.1.1 <gone@example.org>: no such user"),
        "later@example.org" => Answer::AtContent("451 4.3.0 come again"),
        "cut@example.org" => Answer::TakeAndHangUp,
        _ => Answer::Take,
    });
    let mail = settings(vec![Server::plain("127.0.0.1", server.port())]);
    for (to, state, words) in [
        ("me@example.org", State::Passed, "l'ha presa in carico: 250"),
        ("gone@example.org", State::Failed, "l'ha rifiutata: 550 5.1.1 no such user"),
        ("later@example.org", State::Failed, "non l'ha presa adesso: 451 4.3.0"),
        ("cut@example.org", State::Failed, "si è interrotto alla fine"),
    ] {
        let (checked, sections) = check(&mail, &Language::italian(), Some(to));
        let letter = &sections.iter().find(|section| section.code == "letter").unwrap().lines[0];
        assert!(letter.state == state && letter.words.contains(words), "{letter:?}");
        assert_eq!(checked.is_good(), state == State::Passed);
        assert!(!format!("{sections:?}").contains(to), "{sections:?}");
    }
}

/// Runs the command with nothing of the environment but the language and these settings.
fn command(arguments: &[&str], locale: &str, settings: &[(&str, String)], input: &str) -> Output {
    let mut process = Command::new(env!("CARGO_BIN_EXE_ascolto"))
        .arg("mail")
        .args(arguments)
        .env_clear()
        .env("LANG", locale)
        .envs(settings.iter().map(|(name, value)| (format!("ASCOLTO_{name}"), value)))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program was built for this test");
    // It may have ended without reading.
    let _ = std::io::Write::write_all(&mut process.stdin.take().unwrap(), input.as_bytes());
    process.wait_with_output().unwrap()
}

fn told(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

/// A database that is nowhere, so that whoever opened one would fail.
fn environment(folder: &Path, more: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    let mut settings = vec![
        ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing".to_owned()),
        ("DATABASE_KEY_FILE", folder.join("ascolto.keys").display().to_string()),
        ("MAIL_FOLDER", folder.join("outbox").display().to_string()),
        ("MAIL_FROM", "urp@office.example".to_owned()),
    ];
    settings.extend(more.iter().cloned());
    settings
}

fn over_smtp(folder: &Path, port: u16, more: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    let own =
        [("MAIL_TRANSPORT", "smtp".to_owned()), ("MAIL_SMTP_HOST", "127.0.0.1".to_owned()), ("MAIL_SMTP_PORT", port.to_string())];
    environment(folder, &[&own, more].concat())
}

#[test]
fn the_command_needs_no_database_leaves_nothing_behind_and_ends_with_what_it_found() {
    let folder = tempfile::tempdir().unwrap();
    let plain = environment(folder.path(), &[]);
    let output = command(&["--check"], "it_IT.UTF-8", &plain, "");
    let (said, refused) = told(&output);
    assert_eq!((output.status.code(), refused.as_str()), (Some(0), ""), "{said}");
    for part in ["Si può scrivere nella cartella", "nessuna viene spedita", "Nessuna chiave in mail.dkim_key", "funziona"] {
        assert!(said.contains(part), "{part} is missing in {said}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);

    let locked = SmtpServer::answering(Manners { login: Some(("urp", "x")), ..Manners::default() }, |_| Answer::Take);
    let sign_in = [("MAIL_SMTP_USER", "urp".to_owned()), ("MAIL_SMTP_PASSWORD", PASSWORD.to_owned())];
    let wrong = over_smtp(folder.path(), locked.port(), &sign_in);
    for (locale, words, summary) in [
        ("it_IT.UTF-8", "Controlli mail.smtp_user e mail.smtp_password", "Non tutto funziona"),
        ("C", "Check mail.smtp_user and mail.smtp_password", "Not everything works"),
    ] {
        let output = command(&["--check"], locale, &wrong, "");
        let (said, refused) = told(&output);
        assert!(said.contains(words) && refused.contains(summary), "{said}{refused}");
        assert!(output.status.code() == Some(1) && !said.contains(PASSWORD) && !refused.contains(PASSWORD), "{said}{refused}");
    }
    let output = command(&["--check", "--json"], "C", &wrong, "");
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((found["good"].as_bool(), output.status.code()), (Some(false), Some(1)));
    let step = &found["sections"][0]["lines"][3];
    assert_eq!((step["code"].as_str(), step["state"].as_str()), (Some("sign_in"), Some("failed")), "{found}");

    for (arguments, italian) in [
        (&[][..], "Manca: --check"),
        (&["--check", "--to", "a@example.org,b@example.org"], "Scriva un solo indirizzo email"),
        (&["--check", "--dkim-record", "-"], "Non c'è una chiave con cui confrontare"),
    ] {
        let output = command(arguments, "it_IT.UTF-8", &plain, "v=DKIM1; p=x");
        let (said, refused) = told(&output);
        assert!(format!("{said}{refused}").contains(italian) && output.status.code() == Some(1), "{said}{refused}");
    }
    let unsafe_password =
        over_smtp(folder.path(), 25, &[&sign_in[..], &[("MAIL_SMTP_HOST", "mail.example".to_owned())]].concat());
    let (_, refused) = told(&command(&["--check"], "C", &unsafe_password, ""));
    assert!(refused.contains("set mail.smtp_security to starttls or tls"), "{refused}");
}

#[test]
fn a_test_letter_arrives_signed_through_a_real_mail_server() {
    let Some(hub) = MailHub::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let Some((key, record)) = signing_key(folder.path()) else { return };
    let Some(verifier) = Verifier::find(&record) else { return };
    let signed = [
        ("MAIL_DKIM_KEY", key.display().to_string()),
        ("MAIL_BOUNCE_ADDRESS", "office@office.example".to_owned()),
        ("SERVER_BASE_URL", "https://ascolto.office.example".to_owned()),
        ("BODY_NAME", "Provincia di Esempio".to_owned()),
    ];
    let settings = over_smtp(folder.path(), hub.smtp_port, &signed);
    // As `dig` prints it: in pieces of 255 characters at most.
    let (begin, end) = record.split_at(250);
    let published = folder.path().join("record.txt");
    std::fs::write(&published, format!("\"{begin}\" \"{end}\"\n")).unwrap();
    let to = ["--to", "anna@good.example"];
    let record_file = published.display().to_string();
    let output = command(&[&["--check", "--dkim-record", &record_file], &to[..]].concat(), "C", &settings, "");
    let (said, refused) = told(&output);
    assert_eq!((output.status.code(), refused.as_str()), (Some(0), ""), "{said}");
    for part in [
        "holds this key",
        "has taken it over: 250 2.0.0",
        "Everything that was tested works",
        "ascolto._domainkey.office.example TXT v=DKIM1",
    ] {
        assert!(said.contains(part), "{part} is missing in {said}");
    }
    assert!(!said.contains("anna") && !said.contains("[mail_reports]"), "{said}");
    wait_until("the letter is delivered", || hub.delivered().len() == 1);
    let [letter] = hub.delivered().try_into().unwrap();
    assert!(verifier.holds(letter.as_bytes()), "{letter}");
    assert!(!verifier.holds(letter.replacen("Subject: ", "Subject: Re ", 1).as_bytes()), "what was altered is told apart");
    for part in ["Return-Path: <office+test@office.example>", "List-Unsubscribe: <https://ascolto.office.example/u/test-letter>"]
    {
        assert!(letter.contains(part), "{part} is missing in {letter}");
    }

    for (given, words) in [
        (begin.to_owned(), "The record is cut off"),
        (String::new(), "There is nothing under the name ascolto._domainkey.office.example"),
        (record.replace("MIIBIj", "MIIBIk"), "The record holds another key"),
    ] {
        let output = command(&["--check", "--dkim-record", &given], "C", &settings, "");
        let (said, _) = told(&output);
        assert!(output.status.code() == Some(1) && said.contains(words), "{words} is missing in {said}");
    }
    let refused = command(&["--check", "--to", "anna@refuses.example"], "C", &settings, "");
    let (said, _) = told(&refused);
    assert!(refused.status.code() == Some(1) && said.contains("has refused it: 550 5.1.1"), "{said}");
}

/// Staff at the page of a site.
struct Desk {
    url: String,
    cookie: String,
    browser: Browser,
    _served: Served,
}

impl Desk {
    fn open(fresh: &Fresh, role: Role, mail: Settings) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let mut site = office::site(fresh, &base);
        let mut config = (*site.config).clone();
        config.mail = mail;
        config.body.languages = ["it", "en", "de", "fr", "sl"].map(|code| Language::parse(code).unwrap()).to_vec();
        site.config = Arc::new(config);
        let cookie = account(&site, role);
        let served = Served::start(site, listener);
        Self { url: format!("{base}/staff/mail"), cookie, browser: Browser::new(), _served: served }
    }

    fn get(&self) -> Page {
        self.browser.get_as(&self.url, &self.cookie)
    }

    fn press(&self, typed: &[(&str, &str)]) -> Page {
        let form = form_of(&self.get(), "run", typed);
        self.browser.post_as(&self.url, &self.cookie, &form)
    }
}

fn account(site: &Site, role: Role) -> String {
    let password = Secret::new("una frase abbastanza lunga");
    add_account(site, "anna", "Anna", role, &password).unwrap();
    format!("ascolto={}", sign_in(site, "anna", &password).unwrap().token.expose())
}

fn says(page: &Page, status: u16, parts: &[&str]) {
    let text = page.text.replace("&#39;", "'").replace("&#34;", "\"").replace("&#60;", "<").replace("&#62;", ">");
    assert_eq!(page.status, status, "{text}");
    for part in parts {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
}

fn with_key(mut mail: Settings, folder: &Path) -> Option<(Settings, String)> {
    let (key, record) = signing_key(folder)?;
    let key_pem = Secret::new(std::fs::read_to_string(key).unwrap());
    mail.dkim = Some(Dkim { domain: "office.example".to_owned(), selector: "ascolto".to_owned(), key_pem });
    Some((mail, record))
}

on_both_engines! {
    fn staff_see_the_settings_and_only_their_button_connects(fresh: &Fresh) {
        let server = SmtpServer::answering(Manners { login: Some(("urp", PASSWORD)), ..Manners::default() }, |_| Answer::Take);
        let mail = settings(vec![signing_in(Server::plain("127.0.0.1", server.port()), PASSWORD)]);
        let Some((mail, record)) = with_key(mail, fresh.folder.path()) else { return };
        let desk = Desk::open(fresh, Role::Staff, mail);
        let shown = desk.get();
        says(&shown, 200, &["Posta in uscita", "URP <urp@office.example>", "127.0.0.1", "ascolto._domainkey.office.example", &record, "dig +short TXT"]);
        assert!(!shown.text.contains(PASSWORD) && !shown.text.contains("id=\"result\""));
        assert_eq!(server.connections(), 0, "looking connects to nothing");
        let list = desk.browser.get_as(&desk.url.replace("/mail", ""), &desk.cookie);
        assert!(list.text.contains("/staff/mail"));

        let tried = desk.press(&[("dkim_record", &record), ("test_address", "io@example.org")]);
        says(&tried, 200, &["Tutto ciò che è stato provato funziona", "L'utente urp è entrato", "contiene questa chiave", "l'ha presa in carico: 250", "value=\"io@example.org\""]);
        assert!(!tried.text.contains(PASSWORD));
        let [letter] = server.arrived().try_into().unwrap();
        assert!(letter.to == "io@example.org" && letter.data.starts_with("DKIM-Signature: "), "{}", letter.data);
        assert!(letter.data.contains("Content-Language: it"));

        let english = desk.browser.post_as(&format!("{}?lang=en", desk.url), &desk.cookie, &form_of(&desk.get(), "run", &[("dkim_record", "v=DKIM1; p=")]));
        says(&english, 200, &["Something does not work", "The record says that the key is revoked", "Publish the content shown"]);
        assert_eq!(server.arrived().len(), 1, "no address, no letter");
    }

    fn a_mistake_stands_at_its_field_and_nothing_is_tried(fresh: &Fresh) {
        let server = SmtpServer::start();
        let Some((mail, _)) = with_key(settings(vec![Server::plain("127.0.0.1", server.port())]), fresh.folder.path()) else { return };
        let desk = Desk::open(fresh, Role::Administrator, mail);
        let several = desk.press(&[("test_address", "a@example.org; b@example.org"), ("dkim_record", "v=DKIM1")]);
        says(&several, 422, &["Scriva un solo indirizzo email", "href=\"#test_address\"", "value=\"a@example.org; b@example.org\"", "v=DKIM1</textarea>"]);
        let long = desk.press(&[("dkim_record", &"x".repeat(5000))]);
        says(&long, 422, &["troppo lungo per un record DKIM", "href=\"#dkim_record\""]);
        let form: Vec<(String, String)> = form_of(&desk.get(), "run", &[("_secret", "another")]);
        assert_eq!(desk.browser.post_as(&desk.url, &desk.cookie, &form).status, 403);
        assert_eq!(server.connections(), 0);
    }

    fn who_only_reads_results_does_not_see_how_mail_is_set_up(fresh: &Fresh) {
        let desk = Desk::open(fresh, Role::Leadership, settings(vec![Server::plain("127.0.0.1", closed_port())]));
        assert_eq!(desk.get().status, 403);
        let base = desk.url.replace("/staff/mail", "");
        for path in ["/staff", "/staff/reports"] {
            assert!(!desk.browser.get_as(&format!("{base}{path}"), &desk.cookie).text.contains("/staff/mail"), "{path}");
        }
    }

    fn the_opt_out_link_of_a_test_letter_says_so_and_does_nothing(fresh: &Fresh) {
        let desk = Desk::open(fresh, Role::Staff, settings(vec![Server::plain("127.0.0.1", closed_port())]));
        let link = desk.url.replace("/staff/mail", "/u/test-letter");
        for (language, words) in [
            ("it", "viene da una lettera di prova"),
            ("en", "comes from a test letter"),
            ("de", "aus einem Probeschreiben"),
            ("fr", "vient d'une lettre d'essai"),
            ("sl", "iz poskusnega pisma"),
        ] {
            says(&desk.browser.get(&format!("{link}?lang={language}")), 200, &[words]);
        }
        // As a mail program presses the button (RFC 8058).
        let pressed = [("List-Unsubscribe".to_owned(), "One-Click".to_owned())];
        says(&desk.browser.post(&link, &pressed), 200, &["lettera di prova"]);
        assert_eq!(desk.browser.get(&format!("{link}s")).status, 404);
    }
}

#[test]
fn the_address_of_a_test_letter_is_in_no_log_and_in_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let server = SmtpServer::start();
    let cookie = account(&site_in(folder.path()), Role::Staff);
    let settings = [
        ("LOG_LEVEL", "debug".to_owned()),
        ("MAIL_TRANSPORT", "smtp".to_owned()),
        ("MAIL_SMTP_HOST", "127.0.0.1".to_owned()),
        ("MAIL_SMTP_PORT", server.port().to_string()),
    ];
    let mut program = Program::serve_with(folder.path(), &settings);
    let (browser, url) = (Browser::new(), format!("{}/staff/mail", program.base));
    let form = form_of(&browser.get_as(&url, &cookie), "run", &[("test_address", "particolare@example.org")]);
    let tried = browser.post_as(&url, &cookie, &form);
    assert!(tried.status == 200 && tried.location.is_empty() && server.arrived().len() == 1, "{}", tried.text);
    let log = program.kill();
    assert!(!log.contains("particolare"), "{log}");
    for entry in std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
        let bytes = std::fs::read(&entry).unwrap();
        assert!(!bytes.windows(11).any(|some| some == b"particolare"), "{}", entry.display());
    }
}

//! `ascolto serve`: the pages, and beside them the work that is due: letters, reports about them, the calendar, forgetting.

use super::Stop;
use super::log;
use super::site::{Settings, open};
use super::terminal::terminal_language;
use crate::clock::Clock;
use crate::fault::Said;
use crate::flows;
use crate::flows::close_survey::follow_calendar;
use crate::flows::forget_contacts::forget_due_contacts;
use crate::flows::limit_asking::forget_old_askings;
use crate::flows::read_reports::{forget_old_reports, poll_reports};
use crate::flows::send_invitations::send_due_letters;
use crate::flows::words::said_in_words;
use crate::site::Site;
use crate::web;
use std::net::TcpListener;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Serves the pages of citizens and staff.
#[derive(clap::Args)]
pub struct Serve {
    /// Print the documented defaults of every setting and stop.
    #[arg(long)]
    print_defaults: bool,
    #[command(flatten)]
    settings: Settings,
}

/// How long between looks at what is due.
const ROUND: Duration = Duration::from_secs(10);

/// How long between looks into the mailboxes of reports.
const REPORTS_ROUND: Duration = Duration::from_secs(60);

impl Serve {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        if self.print_defaults {
            print!("{}", crate::config::DEFAULTS);
            return Ok(());
        }
        let config = self.settings.read()?;
        log::start(&config.log_level, config.log_json);
        let address = config.address;
        let listener = TcpListener::bind(address).map_err(|error| {
            let said = Said::new("fault-listen").with("address", address.to_string()).with("reason", &error);
            Stop::Refused(said_in_words(&terminal_language(), &said))
        })?;
        let listening = listener.local_addr().map_err(|error| Stop::Failed(error.to_string()))?;
        let clock = Clock::system(config.body.time_zone);
        let site = open(config, clock, Some(format!("http://{listening}")))?;
        eprintln!("Ascolto: http://{listening}");
        serve_until_stopped(site, listener)
    }
}

/// Serves until the process is told to stop; what is due is done on a thread beside.
pub fn serve_until_stopped(site: Site, listener: TcpListener) -> Result<(), Stop> {
    let (stop, stopped) = channel();
    let worker_site = site.clone();
    let worker = std::thread::Builder::new()
        .name("due".to_owned())
        .spawn(move || do_what_is_due(&worker_site, &stopped))
        .map_err(|error| Stop::Failed(error.to_string()))?;
    // Not waited for at the end: a mailbox's server may be slow, and who is stopped at any moment loses no report.
    let (stop_reports, reports_stopped) = channel();
    let reports_site = site.clone();
    std::thread::Builder::new()
        .name("reports".to_owned())
        .spawn(move || read_what_comes_in(&reports_site, &reports_stopped))
        .map_err(|error| Stop::Failed(error.to_string()))?;
    let served = web::run(site, listener).map_err(|error| Stop::Failed(format!("the server: {error}")));
    drop((stop, stop_reports));
    if worker.join().is_err() {
        return Err(Stop::Failed("the thread for due work broke off".to_owned()));
    }
    served
}

/// One round after another until the server stops. A round sends one step of letters, so that neither stopping nor the calendar
/// waits for a whole campaign. A failure is logged and tried again in the next round.
pub fn do_what_is_due(site: &Site, stopped: &Receiver<()>) {
    loop {
        let letters = attempt("letters", || send_due_letters(site)).map_or(0, |round| round.claimed);
        attempt("calendar", || follow_calendar(site));
        attempt("forgetting", || forget_due_contacts(site));
        attempt("old months", || forget_old_askings(site));
        attempt("old reports", || forget_old_reports(site));
        match stopped.recv_timeout(if letters > 0 { Duration::ZERO } else { ROUND }) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Looks into the mailboxes of reports until the server stops: on a thread of its own, so that no letter waits for a mailbox.
pub fn read_what_comes_in(site: &Site, stopped: &Receiver<()>) {
    let from = &site.config.mail_reports;
    if from.maildir.is_none() && from.imap.is_none() {
        return;
    }
    loop {
        let more = attempt("reports", || poll_reports(site)).is_some_and(|polled| polled.more);
        match stopped.recv_timeout(if more { Duration::ZERO } else { REPORTS_ROUND }) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// One piece of work; a panic in it ends neither the others nor the thread.
fn attempt<T>(work: &'static str, run: impl FnOnce() -> flows::Outcome<T>) -> Option<T> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(Ok(done)) => return Some(done),
        Ok(Err(flows::Stop::Failed(failed))) => tracing::error!(work, %failed, "due work failed"),
        Ok(Err(flows::Stop::Refused(_))) => tracing::warn!(work, "due work was refused"),
        Err(_) => tracing::error!(work, "due work broke off: this is a mistake in the program"),
    }
    None
}

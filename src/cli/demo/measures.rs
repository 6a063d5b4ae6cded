//! What the example's office measures besides asking: its registers and the year's contacts, through the flows of the pages.

use super::registers::{CONTACTS, Span, calls, letters, opening_days};
use crate::charter::{Days, WorkingDays};
use crate::cli::Stop;
use crate::flows::import_register::{BroughtRegister, import_register, look_at_register};
use crate::flows::import_yearly_contacts::import_yearly_contacts;
use crate::flows::read_results::read_outline;
use crate::ids::EditionId;
use crate::site::Site;
use crate::text::{Code, Language};

/// The cases of a year and how many of them break the promise, by column of the story.
const CALLS: [(u64, u64); 4] = [(60, 6), (60, 4), (60, 1), (22, 1)];
const EMAILS: [(u64, u64); 4] = [(1_540, 230), (1_630, 175), (1_720, 118), (1_380, 90)];
const COMPLAINTS: [(u64, u64); 4] = [(46, 5), (49, 2), (52, 0), (35, 1)];
/// Working days on which the desk stayed closed.
const CLOSED: [usize; 4] = [2, 0, 0, 0];

/// Imports the registers of a year as they stand on the clock's day.
pub fn measure(site: &Site, edition: EditionId, column: usize) -> Result<(), Stop> {
    let outline = read_outline(site, edition)?;
    let calendar: WorkingDays = outline
        .charter
        .and_then(|charter| charter.calendar)
        .ok_or_else(|| Stop::Failed("the shipped charter has no calendar".to_owned()))?;
    let span = Span { year: outline.edition.year, as_of: site.clock.today(), calendar: &calendar };
    let so_far = |(cases, failures): (u64, u64)| (span.so_far(cases), span.so_far(failures));
    let (cases, failures) = so_far(CALLS[column]);
    for (standard, file) in [
        ("three_rings", calls(span, cases, failures)),
        ("email_reply", letters(span, so_far(EMAILS[column]), 3, Days::Working)),
        ("complaints_closed", letters(span, so_far(COMPLAINTS[column]), 30, Days::Calendar)),
        ("opening_days", opening_days(span, CLOSED[column])),
    ] {
        // In the first days of a year there is nothing to count.
        if cases > 0 {
            let brought = BroughtRegister {
                standard: Code::parse(standard).expect("the example's codes are codes"),
                bytes: file.into_bytes(),
                as_of: span.as_of,
                missing_days_closed: false,
            };
            if look_at_register(site, edition, &brought)?.has_cases() {
                import_register(site, edition, &brought, &Language::italian())?;
            }
        }
    }
    import_yearly_contacts(site, edition, CONTACTS.as_bytes())?;
    Ok(())
}

//! Advice on questions that work badly, as warnings beside the faults.

use super::Form;
use super::file::Places;
use crate::fault::typed::Source;

/// Notes every warning about a form.
pub(super) fn advise(form: &Form, places: &Places, source: &Source<'_>) {
    let required = form.questions().filter(|(_, question)| question.required).count();
    if required > 3 {
        let message = format!("{required} questions are required.");
        source.warn(
            places.values().next().cloned().unwrap_or(0..0),
            message,
            "Each required question loses answers: ask for the overall judgement only.",
        );
    }
}

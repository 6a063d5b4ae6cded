//! Changing the scales of a form: those that questions use stay.

use super::edit::{CannotEdit, Edited};
use super::{Form, Kind, Question, Scale};
use crate::text::Code;

impl Form {
    /// Adds a scale, or puts another in the place of the one of that code.
    pub fn with_scale(&self, instead_of: Option<&Code>, scale: Scale) -> Edited {
        let mut form = self.clone();
        if instead_of != Some(&scale.code) && form.scale(&scale.code).is_some() {
            return Err(CannotEdit::CodeTaken(scale.code));
        }
        let Some(before) = instead_of else {
            form.scales.push(scale);
            return Ok(form);
        };
        let own = form.scales.iter_mut().find(|own| own.code == *before).ok_or(CannotEdit::Gone)?;
        let code = scale.code.clone();
        *own = scale;
        form.rename_scale(before, &code);
        Ok(form)
    }

    /// Takes a scale away that no question uses.
    pub fn without_scale(&self, code: &Code) -> Edited {
        let users = self.users_of_scale(code);
        if !users.is_empty() {
            return Err(CannotEdit::UsedBy(users));
        }
        let mut form = self.clone();
        let before = form.scales.len();
        form.scales.retain(|scale| scale.code != *code);
        if form.scales.len() == before { Err(CannotEdit::Gone) } else { Ok(form) }
    }

    /// The questions that are answered on a scale.
    pub fn users_of_scale(&self, code: &Code) -> Vec<Code> {
        let uses = |question: &Question| match &question.kind {
            Kind::Rating { scale } => scale == code,
            Kind::Matrix { scale, importance, .. } => scale == code || importance.as_ref() == Some(code),
            _ => false,
        };
        self.questions().filter(|(_, question)| uses(question)).map(|(_, question)| question.code.clone()).collect()
    }

    fn rename_scale(&mut self, from: &Code, to: &Code) {
        for question in self.pages.iter_mut().flat_map(|page| &mut page.questions) {
            match &mut question.kind {
                Kind::Rating { scale } if scale == from => *scale = to.clone(),
                Kind::Matrix { scale, importance, .. } => {
                    [Some(scale), importance.as_mut()]
                        .into_iter()
                        .flatten()
                        .filter(|own| *own == from)
                        .for_each(|own| *own = to.clone());
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{catalog, parse};
    use super::*;

    #[test]
    fn a_scale_in_use_stays() {
        let form = parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        let scale = form.scales[0].code.clone();
        assert_eq!(form.without_scale(&scale), Err(CannotEdit::UsedBy(form.users_of_scale(&scale))));
    }
}

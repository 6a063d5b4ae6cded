//! Header fields and the like: `Name: value`, folded over lines, in blocks with empty lines between.

/// How many fields a block is read up to: headers have tens, and fifty recipients in one block some hundreds.
const MOST_FIELDS: usize = 1_000;
/// How much of a value is looked at, in bytes.
const MOST_VALUE: usize = 16_000;

/// A block of fields in order; the names are in small letters. Bounded, whoever wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads a block; lines that are no field are passed over.
    pub(super) fn read(block: &str) -> Self {
        Self::of_lines(block.lines())
    }

    fn of_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut fields = Self::default();
        for line in lines {
            let is_full = fields.0.len() == MOST_FIELDS;
            match (line.starts_with([' ', '\t']), fields.0.last_mut()) {
                (true, Some((_, value))) if value.len() < MOST_VALUE => {
                    value.push(' ');
                    value.push_str(beginning(line.trim(), MOST_VALUE.saturating_sub(value.len())));
                }
                (true, Some(_)) => {}
                _ if is_full => break,
                _ => fields.0.extend(field(line)),
            }
        }
        fields
    }

    /// Adds a field.
    pub(super) fn push(&mut self, name: &str, value: &str) {
        if self.0.len() == MOST_FIELDS {
            return;
        }
        let value = beginning(value, MOST_VALUE).split_whitespace().collect::<Vec<_>>().join(" ");
        self.0.push((name.to_ascii_lowercase(), value));
    }

    /// The first value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The first value of a name in small letters; empty without one.
    pub(super) fn lower(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().to_lowercase()
    }

    /// Whether it has a field of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Cuts the block before each further field of a name: some forget the empty line between two recipients.
    pub(super) fn cut_at(self, name: &str) -> Vec<Self> {
        let mut cut: Vec<Self> = vec![Self::default()];
        for (own, value) in self.0 {
            if own == name && cut.last().is_some_and(|last| last.has(name)) {
                cut.push(Self::default());
            }
            if let Some(last) = cut.last_mut() {
                last.0.push((own, value));
            }
        }
        cut
    }

    /// Whether it has no field.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Splits a line into a field's name and value.
pub(super) fn field(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_end();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    is_name.then(|| (name.to_ascii_lowercase(), beginning(value.trim(), MOST_VALUE).to_owned()))
}

/// So many bytes of a text, or a little less: no letter is cut in two.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    &text[..end]
}

/// The blocks of a text, cut at empty lines; each is read when it is asked for.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = Fields> {
    let is_empty = |line: &&str| line.trim().is_empty();
    let mut lines = text.lines().peekable();
    let next = std::iter::from_fn(move || {
        while lines.next_if(is_empty).is_some() {}
        lines.peek()?;
        let block: Vec<&str> = std::iter::from_fn(|| lines.next_if(|line| !is_empty(line))).collect();
        Some(Fields::of_lines(block.into_iter()))
    });
    next.filter(|fields| !fields.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_fields_are_joined_and_names_are_small() {
        let fields = Fields::read("Status: 5.1.1\nDIAGNOSTIC-Code: smtp;\n  550 no\n\tsuch user\nnot a field\nStatus : 4.0.0");
        assert_eq!(fields.get("status"), Some("5.1.1"));
        assert_eq!(fields.get("diagnostic-code"), Some("smtp; 550 no such user"));
        assert_eq!(fields.all("status").count(), 2);
        assert!(!fields.has("not a field"));
    }

    #[test]
    fn a_block_is_cut_before_the_second_field_of_a_name() {
        let cut = Fields::read("A: 0\nB: 1\nC: 2\nB: 3").cut_at("b");
        assert_eq!(cut, [Fields::read("A: 0\nB: 1\nC: 2"), Fields::read("B: 3")]);
    }

    #[test]
    fn blocks_are_cut_at_empty_lines() {
        let found: Vec<Fields> = blocks("A: 1\n\n \nB: 2\nC: 3\n\nwords\n").collect();
        assert_eq!(found.len(), 2);
        assert!(found[1].has("c"));
    }
}

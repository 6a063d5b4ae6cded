//! A form of a page as a browser would send it: what stands in its fields, read from the page's text.

/// Fields in their order; several may have one name.
pub type Fields = Vec<(String, String)>;

/// The form of a page that is sent to an address, without the tag that begins it.
pub fn sent_to<'p>(page: &'p str, action: &str) -> Option<&'p str> {
    page.split(&format!("action=\"{action}\"")).nth(1)?.split("</form>").next()
}

/// The form of a page that has a field.
pub fn having<'p>(page: &'p str, field: &str) -> Option<&'p str> {
    let at = page.find(&format!("name=\"{field}\""))?;
    page[page[..at].rfind("<form")?..].split("</form>").next()
}

/// What stands in a form: hidden, typed, ticked and selected.
pub fn fields_of(form: &str) -> Fields {
    let mut fields = Vec::new();
    for (at, _) in form.match_indices('<') {
        // A value may hold a "greater than" sign only as an entity.
        let tag = form[at..].split('>').next().unwrap_or_default();
        let Some(name) = attribute(tag, "name") else { continue };
        let inside = |end: &str| form[at + tag.len() + 1..].split(end).next().unwrap_or_default();
        let ticks = tag.contains("\"checkbox\"") || tag.contains("\"radio\"");
        if tag.starts_with("<input") && (!ticks || tag.contains(" checked")) && !tag.contains("type=\"file\"") {
            fields.push((name, attribute(tag, "value").unwrap_or_default()));
        } else if tag.starts_with("<textarea") {
            let text = inside("</textarea>");
            fields.push((name, unescaped(text.strip_prefix('\n').unwrap_or(text))));
        } else if tag.starts_with("<select") {
            // Where none is selected, a browser selects the first.
            let mut options = inside("</select>").split("<option").skip(1);
            let first = options.clone().next();
            let option = options.find(|option| option.contains(" selected")).or(first);
            fields.push((name, option.and_then(|option| attribute(option, "value")).unwrap_or_default()));
        }
    }
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(unescaped(rest.split('"').next()?))
}

/// A text of a page as it is read.
pub fn unescaped(text: &str) -> String {
    let signs = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}

/// Fields with others in the place of those of the same name.
pub fn with(mut fields: Fields, typed: &[(&str, &str)]) -> Fields {
    fields.retain(|(own, _)| !typed.iter().any(|(name, _)| name == own));
    fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields
}

/// Fields and perhaps a file, as a browser sends them together with `multipart/form-data; boundary=b`.
pub fn multipart(fields: &[(String, String)], file: Option<(&str, &str, &[u8])>) -> Vec<u8> {
    let part = |name: &str, more: &str| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("{}{value}\r\n", part(name, "")).bytes());
    }
    if let Some((field, name, bytes)) = file {
        body.extend(part(field, &format!("; filename=\"{name}\"")).bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--b--\r\n");
    body
}

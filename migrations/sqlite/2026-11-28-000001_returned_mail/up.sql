-- A message is written down before it is read: how often reading it was begun and not ended; 0 when it was ended. What a person has to
-- look at stands here as a person reads it, not as it came: subject, who sent it, addresses it names (one a line), text in `content`.
-- `unkept`: it would have waited for a person, but too many did already.
ALTER TABLE mail_report ADD COLUMN begun INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mail_report ADD COLUMN unkept BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE mail_report ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_report ADD COLUMN sender TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_report ADD COLUMN addresses TEXT NOT NULL DEFAULT '';

-- The program's text holds again; the row stays, so that its revisions go on.
ALTER TABLE letter_text ADD COLUMN restored BOOLEAN NOT NULL DEFAULT FALSE;

DELETE FROM letter_text WHERE restored;
ALTER TABLE letter_text DROP COLUMN restored;
ALTER TABLE mail_report DROP COLUMN addresses;
ALTER TABLE mail_report DROP COLUMN sender;
ALTER TABLE mail_report DROP COLUMN subject;
ALTER TABLE mail_report DROP COLUMN unkept;
ALTER TABLE mail_report DROP COLUMN begun;

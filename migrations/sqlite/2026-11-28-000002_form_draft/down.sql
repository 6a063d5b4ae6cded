DROP TABLE form_step;
DROP TABLE form_draft;

# The annual report: page, PDF and spreadsheet.
report-page = Page
report-page-of = of

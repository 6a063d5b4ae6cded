# The annual report: page, PDF and spreadsheet.
report-page = Pagina
report-page-of = di

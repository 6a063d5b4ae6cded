# The annual report: page, PDF and spreadsheet.
report-page = Page
report-page-of = of
report-chart-data = The figures behind the chart
report-contents = Contents
report-csv-table = table
report-csv-row = row
report-csv-column = column
report-csv-value = value
report-csv-shown = as shown
report-csv-channel = Channel
report-csv-channel-few = other channels
report-csv-importance = { $item } – importance
report-csv-dont-know = don't know
report-csv-not-applicable = not applicable
report-csv-not-asked = not asked

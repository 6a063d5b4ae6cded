# The annual report: page, PDF and spreadsheet.
report-page = Pagina
report-page-of = di
report-chart-data = I dati del grafico
report-contents = Indice
report-csv-table = tabella
report-csv-row = riga
report-csv-column = colonna
report-csv-value = valore
report-csv-shown = come mostrato
report-csv-channel = Canale
report-csv-channel-few = altri canali
report-csv-importance = { $item } – importanza
report-csv-dont-know = non so
report-csv-not-applicable = non applicabile
report-csv-not-asked = non chiesto

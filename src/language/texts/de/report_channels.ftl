# The overall judgement by channel, in the report.
report-channels-chart = { $item }, Kanal für Kanal
report-channels-chart-range = { $item }: { $least } bis { $most } negative Urteile, je nach Kanal

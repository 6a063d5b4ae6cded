# The overall judgement by channel, in the report.
report-channels-chart = { $item }, channel by channel
report-channels-chart-range = { $item }: { $least } to { $most } negative judgements, depending on the channel

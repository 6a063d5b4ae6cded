# Il giudizio complessivo secondo il canale, nella relazione.
report-channels-chart = { $item }, canale per canale
report-channels-chart-range = { $item }: giudizi negativi dal { $least } al { $most }, a seconda del canale

# Shared by every page, letter and report.
language-name = Français
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
# The months as they stand in a date; the order of its parts; and 1234.5 as it is written.
date-of-year = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
date-whole = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
number-example = 1 234,5
list-and = { $first } et { $last }
answers-counted = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}
channel-email = courriel
channel-kiosk = borne
channel-web = web
channel-desk = guichet
channel-phone = téléphone
channel-paper = papier

# Shared by every page, letter and report.
language-name = Deutsch
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
# The months as they stand in a date; the order of its parts; and 1234.5 as it is written.
date-of-year = { $day }. { $month }
date-whole = { $day }. { $month } { $year }
number-example = 1.234,5
list-and = { $first } und { $last }
answers-counted = { $count ->
    [one] { $count } Antwort
   *[other] { $count } Antworten
}
channel-email = E-Mail
channel-kiosk = Terminal
channel-web = Web
channel-desk = Schalter
channel-phone = Telefon
channel-paper = Papier

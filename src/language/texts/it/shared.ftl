# Shared by every page, letter and report.
language-name = Italiano
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre
# The months as they stand in a date; the order of its parts; and 1234.5 as it is written.
date-of-year = { $day ->
    [1] 1º
   *[other] { $day }
} { $month }
date-whole = { $day ->
    [1] 1º
   *[other] { $day }
} { $month } { $year }
number-example = 1.234,5
list-and = { $first } e { $last }
answers-counted = { $count ->
    [one] { $count } risposta
   *[other] { $count } risposte
}
channel-email = e-mail
channel-kiosk = totem
channel-web = web
channel-desk = sportello
channel-phone = telefono
channel-paper = carta

# Shared by every page, letter and report.
language-name = Slovenščina
month-1 = januar
month-2 = februar
month-3 = marec
month-4 = april
month-5 = maj
month-6 = junij
month-7 = julij
month-8 = avgust
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
# The months as they stand in a date; the order of its parts; and 1234.5 as it is written.
date-of-year = { $day }. { $month }
date-whole = { $day }. { $month } { $year }
number-example = 1.234,5
list-and = { $first } in { $last }
answers-counted = { $count ->
    [one] { $count } odgovor
    [two] { $count } odgovora
    [few] { $count } odgovori
   *[other] { $count } odgovorov
}
channel-email = e-pošta
channel-kiosk = terminal
channel-web = splet
channel-desk = okence
channel-phone = telefon
channel-paper = papir

# Shared by every page, letter and report.
language-name = English
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
# The months as they stand in a date; the order of its parts; and 1234.5 as it is written.
date-of-year = { $day } { $month }
date-whole = { $day } { $month } { $year }
number-example = 1,234.5
list-and = { $first } and { $last }
answers-counted = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
channel-email = e-mail
channel-kiosk = kiosk
channel-web = web
channel-desk = desk
channel-phone = telephone
channel-paper = paper

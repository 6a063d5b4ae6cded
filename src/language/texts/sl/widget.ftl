# The rating widget on the pages of a body's own web sites: what its visitors read.
channel-widget = ocena na spletnem mestu
widget-star = { $count ->
    [one] { $count } zvezdica od { $of }
    [two] { $count } zvezdici od { $of }
    [few] { $count } zvezdice od { $of }
   *[other] { $count } zvezdic od { $of }
}
widget-at-most-characters = Največ { $most } znakov, brez imen ali drugih osebnih podatkov.
widget-send = Pošlji
widget-sending = Pošiljanje…
widget-anonymous = Ocena je anonimna: ne uporabljamo piškotkov in ne beležimo, kdo obišče stran.
widget-privacy = Obvestilo o zasebnosti
widget-lost = Ne vemo, ali je odgovor prispel: morda se je povezava prekinila. Zapisano je še tukaj in se lahko pošlje znova: isti odgovor šteje samo enkrat.
widget-elsewhere = Odgovor na strani vprašalnika
widget-off = Ta stran še ne more sprejemati ocen: njeno spletno mesto ni med dovoljenimi.
# For whoever looks after the page or sends by a program.
widget-console = Ascolto: spletno mesto %s ni med dovoljenimi. Dodati ga je treba v widget_origins v razdelku [server] nastavitev programa Ascolto.
widget-other-form = Vprašalnika te ankete ni mogoče postaviti na strani spletnega mesta: začeti se mora s presojo na petih stopnjah, od katere so odvisna druga vprašanja.
widget-refused = S tega spletnega mesta ({ $origin }) se odgovori ne sprejemajo. Dodati ga je treba v widget_origins v razdelku [server] nastavitev.

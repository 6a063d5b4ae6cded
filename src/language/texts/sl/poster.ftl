# Plakat in letaki, ki vodijo do vprašalnika.
poster-heading = Povejte nam, kako je bilo
poster-invitation = { $count ->
    [one] Vaše mnenje nam pomaga izboljšati storitve: dovolj je približno { $count } minuta, odgovori so anonimni, sodelovanje je prostovoljno.
    [two] Vaše mnenje nam pomaga izboljšati storitve: dovolj sta približno { $count } minuti, odgovori so anonimni, sodelovanje je prostovoljno.
    [few] Vaše mnenje nam pomaga izboljšati storitve: dovolj so približno { $count } minute, odgovori so anonimni, sodelovanje je prostovoljno.
   *[other] Vaše mnenje nam pomaga izboljšati storitve: dovolj je približno { $count } minut, odgovori so anonimni, sodelovanje je prostovoljno.
}
poster-until = Odgovorite lahko do { $to }
poster-period = Odgovorite lahko od { $from } do { $to }
poster-scan = Skenirajte kodo s telefonom ali odprite ta naslov:
poster-code = Koda QR, ki odpre vprašalnik na naslovu { $address }
poster-simulated = Predstavitev: anketa in odgovori so izmišljeni.

# Judgements compared between groups or years, in pictures.
chart-battery-compared = { $count ->
    [one] Geteilter Balken einer Gruppe oder eines Jahres: links der Mitte die negativen, rechts die positiven Urteile.
   *[other] Geteilte Balken, { $count } im Vergleich: links der Mitte die negativen, rechts die positiven Urteile.
}

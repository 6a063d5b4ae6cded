# Giudizi a confronto fra gruppi o fra anni, nelle figure.
chart-battery-compared = { $count ->
    [one] Barra divergente di un gruppo o anno: a sinistra del centro i giudizi negativi, a destra i positivi.
   *[other] Barre divergenti, { $count } a confronto: a sinistra del centro i giudizi negativi, a destra i positivi.
}

# Judgements compared between groups or years, in pictures.
chart-battery-compared = { $count ->
    [one] Diverging bar of one group or year: negative judgements left of the centre, positive ones right.
   *[other] Diverging bars, { $count } compared: negative judgements left of the centre, positive ones right.
}

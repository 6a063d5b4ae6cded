# The rating widget on the pages of a body's own web sites: what its visitors read.
channel-widget = rating on the web site
widget-star = { $count ->
    [one] { $count } star out of { $of }
   *[other] { $count } stars out of { $of }
}
widget-at-most-characters = At most { $most } characters, without names or other personal data.
widget-send = Send
widget-sending = Sending…
widget-anonymous = The rating is anonymous: we use no cookies and do not record who visits the page.
widget-privacy = Privacy notice
widget-lost = We do not know whether the answer arrived: perhaps the line broke. What was written is still here and can be sent again: the same answer counts only once.
widget-elsewhere = Answer on the page of the questionnaire
widget-off = This page cannot take ratings yet: its site is not among those that may.
# For whoever looks after the page or sends by a program.
widget-console = Ascolto: the site %s is not among those that may ask. Add it to widget_origins in the section [server] of Ascolto's configuration.
widget-other-form = The questionnaire of this survey cannot be asked on the pages of a site: it has to begin with a judgement on five points, on which the other questions depend.
widget-refused = No answers are taken from this site ({ $origin }). Add it to widget_origins in the section [server] of the configuration.

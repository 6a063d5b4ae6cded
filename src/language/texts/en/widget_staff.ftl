# The rating widget: for those who plan it, put it on a page or configure it.
staff-widget = Rating on the pages of the web site
staff-widget-about = To ask for a rating on a page of the web site, copy this code to where the box should appear. It uses no cookies and does not tell which page was being read: to tell pages or services apart, plan a survey for each.
staff-widget-code = Code to copy into the page
staff-widget-no-link = Who browses without scripts will see nothing: to offer them the link to the questionnaire, add the channel web.
staff-widget-sites = Sites that may ask: { $sites }.
staff-widget-no-sites = No site may ask yet. Let whoever runs the program name the site in widget_origins, in the section [server] of the configuration, for example widget_origins = ["https://www.provincia.example.it"].
staff-widget-language = The box speaks the language of the page (the attribute lang) if the questionnaire is written in it; another is chosen by adding, for example, data-lang="en" to the code.
staff-widget-policy = If the site restricts scripts by a Content-Security-Policy, script-src and connect-src have to include { $site }.
refused-widget-form = The questionnaire cannot be asked on the pages of the web site: it has to begin with a required judgement on five points, without "don't know", on which the other questions (choices or free text) depend. Take the channel "rating on the web site" away or choose a questionnaire like "Rating a page of our web site".
report-method-widget = The rating on the web site measures the page that its visitor was reading, not the whole service, and cannot prevent the same person from answering several times, like the public link.
fault-origin = "{ $typed }" is not the origin of a web site.
fault-hint-origin-meant = Write "{ $meant }": scheme and name of the site, without a path or a final slash, as the browser writes them.
fault-hint-origin = Write scheme and name of the site, for example "https://www.example.org"; each site is named by itself, wildcards are not used.

# L'affiche et les dépliants qui mènent au questionnaire.
poster-heading = Dites-nous comment cela s'est passé
poster-invitation = { $count ->
    [one] Votre avis nous aide à améliorer nos services : une minute environ suffit, les réponses sont anonymes et la participation est facultative.
   *[other] Votre avis nous aide à améliorer nos services : { $count } minutes environ suffisent, les réponses sont anonymes et la participation est facultative.
}
poster-until = Vous pouvez répondre jusqu'au { $to }
poster-period = Vous pouvez répondre du { $from } au { $to }
poster-scan = Scannez le code avec votre téléphone ou ouvrez cette adresse :
poster-code = Code QR qui ouvre le questionnaire à l'adresse { $address }
poster-simulated = Démonstration : l'enquête et les réponses sont inventées.

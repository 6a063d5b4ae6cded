# What an uploaded file of contacts may lack.
contacts-file-empty = The file is empty. Choose a CSV file with one address at least.
contacts-file-not-text = The file is not a CSV. Open the spreadsheet and save it as CSV.
contacts-file-no-address-column = No column holds the addresses: in the first row, head the column "email". The other columns may be called "name", "surname" and "language".
contacts-row = Line { $line }: { $reason }
contacts-row-open-quote = the quotation marks stay open until line { $until }. Close or remove them and upload the file again: these lines were not imported.
contacts-row-too-many-cells = there are more cells than columns, perhaps because of a separator within a name. Put the text in quotation marks: the line was not imported.
contacts-row-language = the language "{ $typed }" is not known; the contact was imported with the usual language.
contacts-address-empty = the address is missing; the line was not imported.
contacts-address-no-at = the address does not look like name@domain; the line was not imported.
contacts-address-blank = there is a blank or an invisible character in the address; the line was not imported.
contacts-address-several = there is more than one address: write one per line; the line was not imported.
contacts-address-local = the part before the @ holds a character or a dot that does not belong there; the line was not imported.
contacts-address-domain = the part after the @ is not a valid domain; the line was not imported.
contacts-address-too-long = the address is too long; the line was not imported.

"""Documents that are no pages: docx, pdf, old .doc, plain text."""

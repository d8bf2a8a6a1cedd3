"""The text of a telegram: paragraphs, headings, summary, comment, signature, footer."""

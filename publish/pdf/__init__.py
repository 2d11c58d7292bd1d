"""Make PDF files of the pages for paper."""

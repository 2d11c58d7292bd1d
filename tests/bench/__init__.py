"""Only for `make bench`, `make bench-checks` and `make lighthouse`: no part of `make test`."""

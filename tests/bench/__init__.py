"""Only for `make bench-checks`: no part of `make test`."""

"""Drive Chromium and WebKit, and prove that a state is on."""

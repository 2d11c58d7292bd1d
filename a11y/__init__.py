"""Accessibility checks of any folder of static HTML: states, engines, checks, exemptions."""

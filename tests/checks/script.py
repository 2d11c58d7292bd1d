"""With scripts and without: the same words and the same links, and no control that does nothing."""

from itertools import zip_longest

from lxml import html
from selenium.webdriver import Chrome

from tests.browser.states import NARROW, NO_SCRIPT, State
from tests.checks import PageCheck, SiteCheck
from tests.exemptions import Finding
from tests.links import leads_to
from tests.site import NOT_FOUND, Page, Site

# What a script puts in the place of words, and those words.
INSTEAD = {"Copy link to": "Link to", "Print it": "To print it, press Ctrl and P. On a Mac, press Command and P."}
# What is one thing with scripts and another without. test_area_postcode_box.py looks at both.
DIFFERENT = ["[data-postcodes]"]
XPATH_DIFFERENT = "descendant-or-self::*[@data-postcodes]"

"""What publish/ has to know of this site's pages: addresses, classes and marks of the templates."""

# A link with this attribute tells of a move: the attribute has the old address, and the link leads
# to the new one.
MOVED = "data-moved"
# Ids of drawings are not for links. Letters of an A to Z come and go with its words.
IDS_NOT_FOR_LINKS = ("art-", "letter-")
SEARCH_PAGE = "/search/"
OPEN_DATA_FOLDER = "api"

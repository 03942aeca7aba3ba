"""Settings of the example site, read top to bottom; publishconf.py says what differs on the web.

Every name is one of Pelican's own (https://docs.getpelican.com) but for the last two groups.
"""

# Who and where
SITENAME = "Les soirées de la Lanterne"
SITESUBTITLE = "Ce qui s’est dit, et qui était là"
SITEURL = "https://lanterne.example"
AUTHOR = "Marie-Ève Lantier"
TIMEZONE = "America/Montreal"
DEFAULT_LANG = "fr"

# Where the texts are: recaps and pages are Markdown, lists and people are YAML
PATH = "content"
ARTICLE_PATHS = ["recaps"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["extra"]  # pictures are published where a text, a cover or a person needs them
EXTRA_PATH_METADATA = {
    "extra/favicon.ico": {"path": "favicon.ico"},
    "extra/favicon.svg": {"path": "favicon.svg"},
}
IGNORE_FILES = [".*", "*~", "#*#", "*.bak", "*.swp", "Thumbs.db", "__pycache__"]
DEFAULT_CATEGORY = "Soirées"
USE_FOLDER_AS_CATEGORY = False  # a folder holds a recap and its pictures

# Addresses: a folder each, without a date, and the same for ever
ARTICLE_URL = "recaps/{slug}/"
ARTICLE_SAVE_AS = "recaps/{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/recaps/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/recaps/{slug}/index.html"
DRAFT_URL = "drafts/{slug}/"
DRAFT_SAVE_AS = "drafts/{slug}/index.html"
DRAFT_LANG_URL = "{lang}/drafts/{slug}/"
DRAFT_LANG_SAVE_AS = "{lang}/drafts/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
DRAFT_PAGE_URL = "drafts/pages/{slug}/"
DRAFT_PAGE_SAVE_AS = "drafts/pages/{slug}/index.html"
DRAFT_PAGE_LANG_URL = "{lang}/drafts/pages/{slug}/"
DRAFT_PAGE_LANG_SAVE_AS = "{lang}/drafts/pages/{slug}/index.html"
CATEGORY_URL = "categories/{slug}/"
CATEGORY_SAVE_AS = "categories/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
AUTHOR_URL = "authors/{slug}/"
AUTHOR_SAVE_AS = "authors/{slug}/index.html"
DIRECT_TEMPLATES = ["index", "archives", "categories", "tags", "authors", "404"]
ARCHIVES_URL = "archives/"
ARCHIVES_SAVE_AS = "archives/index.html"
CATEGORIES_URL = "categories/"
CATEGORIES_SAVE_AS = "categories/index.html"
TAGS_URL = "tags/"
TAGS_SAVE_AS = "tags/index.html"
AUTHORS_URL = "authors/"
AUTHORS_SAVE_AS = "authors/index.html"

# Links inside the site are relative here, so that it can be looked at from any server and port
RELATIVE_URLS = True

# Lists of recaps
DEFAULT_PAGINATION = 12
PAGINATED_TEMPLATES = {"index": None, "category": None, "tag": None, "author": None}
# Pelican's own pattern lets page 6 of the tag "t4" replace the tag "t46".
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

# Feeds: Atom, RSS and JSON Feed, whole texts; EVENT_RECAP["feeds"] below says which of them are written
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_ALL_RSS = "feeds/all.rss.xml"
FEED_ALL_JSON = "feeds/all.json"
TRANSLATION_FEED_ATOM = "feeds/{lang}.atom.xml"
TRANSLATION_FEED_RSS = "feeds/{lang}.rss.xml"
TRANSLATION_FEED_JSON = "feeds/{lang}.json"
CATEGORY_FEED_ATOM = "feeds/categories/{slug}.atom.xml"
CATEGORY_FEED_RSS = "feeds/categories/{slug}.rss.xml"
CATEGORY_FEED_JSON = "feeds/categories/{slug}.json"
AUTHOR_FEED_ATOM = "feeds/authors/{slug}.atom.xml"
AUTHOR_FEED_RSS = "feeds/authors/{slug}.rss.xml"
AUTHOR_FEED_JSON = "feeds/authors/{slug}.json"
FEED_MAX_ITEMS = 50  # older recaps stand in archives, to which readers find their way

# Look
THEME = "theme"
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
LOCALE = "C"  # dates are worded by language, never by the machine
DISPLAY_PAGES_ON_MENU = True

# The plugin, and where its pages are
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["event_recap"]
PELICAN_CLASS = "event_recap.Pelican"  # ends at once where nothing changed
EVENT_URL = "events/{slug}/"
EVENT_SAVE_AS = "events/{slug}/index.html"
EVENTS_URL = "events/"
EVENTS_SAVE_AS = "events/index.html"
PERSON_URL = "people/{slug}/"
PERSON_SAVE_AS = "people/{slug}/index.html"
PEOPLE_URL = "people/"
PEOPLE_SAVE_AS = "people/index.html"

# What the site chose for its recaps; docs/reference/settings.md lists everything
EVENT_RECAP = {
    "share_networks": ["x", "mastodon", "bluesky", "linkedin", "facebook", "email"],
    "share_via": "",
    "feeds": {"person": ["atom"]},
    "feed_icon": "extra/icon.png",
    "comments_email": "bonjour@lanterne.example",
    "privacy_contact": "mailto:bonjour@lanterne.example",
    "feed_rights": "© Les soirées de la Lanterne; un portrait est à la personne qu’il montre",
}

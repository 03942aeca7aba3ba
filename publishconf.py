"""Settings for the web: everything of pelicanconf.py, and what differs there."""

import sys
from pathlib import Path

# Pelican runs this file by its path: the folder that holds both is not on the search path by itself.
sys.path.append(str(Path(__file__).parent))
from pelicanconf import *

# The address of the site, without a slash at the end: feeds, share links and search engines need it
SITEURL = "https://lanterne.example"
RELATIVE_URLS = False

# Where `make publish` takes the site; docs/how-to/publish.md has a part on each host. Such as:
# {"to": "folder", "target": "../www"}            {"to": "rsync", "target": "you@host.example:/var/www/site/"}
# {"to": "s3", "target": "s3://my-site"}          {"to": "cloudflare-pages", "target": "my-site"}
# {"to": "netlify"}    {"to": "github-pages"}     {"to": "gitlab-pages"}
EVENT_RECAP_PUBLISH = {}

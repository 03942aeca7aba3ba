"""Settings for the web: everything of pelicanconf.py, and what differs there."""

import sys
from pathlib import Path

# Pelican runs this file by its path: the folder that holds both is not on the search path by itself.
sys.path.append(str(Path(__file__).parent))
from pelicanconf import *

# The address of the site, without a slash at the end: feeds, share links and search engines need it
SITEURL = "https://lanterne.example"
RELATIVE_URLS = False

"""Takes somebody who asks for it out of every file of a site, and keeps them out."""

"""What the site holds on one person, to be sent to them."""

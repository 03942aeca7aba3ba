"""Pictures as bytes: without what they tell beside what is seen, and with faces covered."""

"""What is on the web, fetched once into files that the site keeps."""

"""What the site's own pages, forms and messages say."""

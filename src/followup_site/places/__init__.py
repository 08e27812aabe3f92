"""The places of the place field: cities, regions, countries and zones, by all names that people give them."""

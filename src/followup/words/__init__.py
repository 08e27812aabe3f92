"""How steps, moments, days and names are said."""

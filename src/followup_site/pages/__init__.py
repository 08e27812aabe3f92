"""What fills the pages."""

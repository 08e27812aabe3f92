"""Forms made from the questions of the tools."""

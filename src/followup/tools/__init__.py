"""One module a tool: the questions it asks and the answer it gives."""

"""A host's own folder: its settings, pages, rules, letters and words, and how they come to stand above ours."""

"""Content in and out: one JSON object a line, as docs/content-format.md says."""

"""The eco-design budgets of the platform; a kilobyte is 1,000 bytes, and sizes are before compression."""

HTML_BYTES = 60_000
MEDIAN_HTML_BYTES = 25_000
STYLE_BYTES = 20_000
SCRIPT_BYTES = 10_000
REQUESTS = 10
FIRST_VIEW_BYTES = 200_000
NODES = 800

"""The documents as a site: `make site`. `pages` lays them out, mkdocs-material builds them, `links` follows every link."""

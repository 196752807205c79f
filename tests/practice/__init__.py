"""The checks of practice."""

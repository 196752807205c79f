"""Practice under test."""

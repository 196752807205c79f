"""Practice: questions made from the atlas, when to ask them, and where answers are kept. Knows no screen."""

"""Texts of the screen that stand in tables rather than in calls, so that a translation finds them. Knows no Streamlit."""

VIEWS = {"patient": "Plain words", "student": "For students"}
"""The two voices, as the switch names them."""

Leaf = tuple[str, str, str, str]
"""File, title, icon and what the page is for."""

EVIDENCE: tuple[Leaf, ...] = (
    ("muscles", "Muscles by root", "grid_on", "Which roots serve which muscle, and how many sources say so."),
    ("maps", "Sensory maps", "layers", "The great maps of the skin on one leg: where they agree, where they part."),
    ("variation", "Variation", "alt_route", "How people differ: the plexus a step higher or lower, and vertebrae counted differently."),
    ("audit", "Back and knee", "fact_check", "The claims of the post from which this atlas began, one by one."),
    ("sources", "Sources", "menu_book", "Everything that was read, by kind."),
    ("data", "Data", "download", "The whole atlas to take away, and how to cite it."),
)
"""The pages behind Evidence."""

LEARN: tuple[Leaf, ...] = (
    ("practice", "Practice", "exercise", "Ten minutes a day: questions made from the atlas, and what you get wrong comes back."),
    ("progress", "Progress", "insights", "What you know, what is shaky, what comes next; your code, your data."),
    ("localise", "Find the lesion", "my_location", "Work a case: from what was found to the place that explains it, and why."),
    ("lesions", "Lesion simulator", "healing", "Choose a lesion, see what it takes and what it spares; lay a second one beside it."),
)
"""The pages behind Learn."""

TEXTS = [
    *VIEWS.values(),
    *(text for _, title, _, what in (*EVIDENCE, *LEARN) for text in (title, what)),
    *(
        "and",
        "Voice",
        "Language",
        "Both",
        "Left",
        "Right",
        "both",
        "left",
        "right",
        "left side",
        "right side",
        "front",
        "back",
        "Front",
        "Back",
    ),
    *(
        "Served by",
        "Felt (measured)",
        "Numb (maps)",
        "Top of the foot",
        "Sole of the foot",
        "disc",
        "nerve",
        "plexus",
        "muscle",
        "joint",
        "reflex",
    ),
]
"""All of them."""

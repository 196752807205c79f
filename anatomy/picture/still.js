// Where is it? Presses mark places; several stay marked. Marks are told to Python as ids and a side.
export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".where");
  const [r, g, b] = (getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor.match(/\d+/g) ?? [255, 255, 255]).map(Number);
  root.dataset.theme = 0.3 * r + 0.6 * g + 0.1 * b < 128 ? "dark" : "light";
  root.tell = (marks) => requestAnimationFrame(() => setTimeout(() => setStateValue("marks", marks)));
  if (!root.body) root.body = new Body(root);
  root.body.hear(data ?? {});
}

class Body {
  constructor(root) {
    this.root = root;
    this.places = [...root.querySelectorAll(".place")];
    this.marked = new Set();
    this.side = "both";
    this.names = new Map(this.places.map((one) => [one.dataset.id, one.dataset.name]));
    this.places[0].setAttribute("tabindex", "0");
    root.addEventListener("click", ({ target }) => this.press(target));
    root.addEventListener("keydown", (event) => this.key(event));
  }

  hear({ push, places = [], side = "both" }) {
    if (push === this.heard) return;
    this.heard = push;
    this.marked = new Set(places.filter((one) => this.names.has(one)));
    this.side = side;
    this.show();
  }

  press(target) {
    const one = target.closest(".place, .side, .clear, .mark");
    if (!one) return;
    if (one.matches(".side")) this.side = one.dataset.side;
    else if (one.matches(".clear")) this.marked.clear();
    else if (this.marked.has(one.dataset.id)) this.marked.delete(one.dataset.id);
    else {
      this.marked.add(one.dataset.id);
      if (this.side === "both" && ["left", "right"].includes(one.dataset.side)) this.side = one.dataset.side;
    }
    this.show();
    this.root.tell({ places: [...this.marked], side: this.side });
  }

  show() {
    for (const one of this.places) {
      const here = this.side === "both" || one.dataset.side === "either" || one.dataset.side === this.side;
      one.classList.toggle("off", !here && this.side !== "both");
      one.classList.toggle("on", here && this.marked.has(one.dataset.id));
      one.setAttribute("aria-pressed", String(here && this.marked.has(one.dataset.id)));
    }
    for (const one of this.root.querySelectorAll(".side")) one.setAttribute("aria-pressed", String(one.dataset.side === this.side));
    const told = this.root.querySelector(".told");
    told.textContent = [...this.marked].map((id) => this.names.get(id)).join(", ") || told.dataset.none;
    this.root.querySelector(".chosen").replaceChildren(...[...this.marked].map((id) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "mark", textContent: `${this.names.get(id)} ×` });
      button.dataset.id = id;
      return button;
    }));
    this.root.dataset.painted = `${[...this.marked].join(",")}:${this.side}`;
  }

  key(event) {
    const here = event.target.closest(".place");
    if (!here) return;
    if (["Enter", " "].includes(event.key)) this.press(here);
    else {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const open = this.places.filter((one) => !one.classList.contains("off"));
      const next = open[(open.indexOf(here) + step + open.length) % open.length];
      here.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

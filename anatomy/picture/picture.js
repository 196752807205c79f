// The picture's script: lights a choice at once, then tells Python. Runs again at each rerun, so it sets up once.

export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".nerveline");
  // Told after the next frame: the reader sees the answer before the server hears of the press.
  root.tell = (choice) => requestAnimationFrame(() => setTimeout(() => setStateValue("choice", choice)));
  if (!root.picture) root.picture = new Picture(root);
  root.picture.hear(data ?? {});
}

class Picture {
  constructor(root) {
    this.root = root;
    this.pack = JSON.parse(root.querySelector("script").textContent);
    this.strands = [...root.querySelectorAll(".strand")];
    this.picks = [...root.querySelectorAll(".pick")];
    this.byId = new Map();
    for (const pick of this.picks) this.byId.set(pick.dataset.id, [...(this.byId.get(pick.dataset.id) ?? []), pick]);
    this.choice = { id: null, zone: null, side: "both", layer: "served" };
    this.family = "all";
    this.heard = null;
    this.theme();
    this.tabStops();
    root.addEventListener("click", (event) => this.press(event.target));
    root.addEventListener("keydown", (event) => this.key(event));
    for (const type of ["pointerover", "focusin"]) root.addEventListener(type, (event) => this.hint(event.target));
    new ResizeObserver(() => { this.route(); this.labels(); }).observe(root);
    root.addEventListener("pointerleave", () => this.hint(null));
  }

  // What Python pushed (a link, the search box); the same push is heard once, so it never undoes a newer press.
  hear({ push, id = null, zone = null, side = "both", layer = "served", way = null, lesion = null }) {
    this.theme();
    if (push === this.heard) return;
    this.heard = push;
    this.way = way;
    this.taken = lesion;
    this.choice = { id: this.pack.lit[id] ? id : null, zone, side, layer };
    this.show();
  }

  theme() {
    const [r, g, b] = (getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor.match(/\d+/g) ?? [255, 255, 255]).map(Number);
    this.root.dataset.theme = 0.3 * r + 0.6 * g + 0.1 * b < 128 ? "dark" : "light";
  }

  press(target) {
    const one = target.closest("[data-id], .side, .clear, [data-zone], .zone, .layer, .family");
    if (!one) return;
    if (one.matches(".clear")) return this.choose(null);
    if (one.matches(".zone")) return this.offer(one.dataset.area);
    if (one.matches(".family")) { this.family = one.dataset.family; return this.show(); }
    if (one.matches(".layer")) this.choice.layer = one.dataset.layer;
    else if (one.matches(".side")) this.choice.side = one.dataset.side;
    else if (one.dataset.zone) this.choice.zone = this.choice.zone === one.dataset.zone ? null : one.dataset.zone;
    else {
      if (one.matches(".pick")) this.stop(one);
      return this.choose(one.dataset.id === this.choice.id ? null : one.dataset.id);
    }
    this.show();
    this.root.tell({ ...this.choice });
  }

  choose(id) {
    this.way = null;
    this.choice = { ...this.choice, id, zone: null };
    this.show();
    this.root.tell({ ...this.choice });
  }

  show() {
    const { id, zone, side, layer } = this.choice;
    const lit = this[layer](zone ? `${id}:${zone}` : id);
    const { root } = this;
    root.dataset.layer = layer;
    if (this.way) root.dataset.way = this.way.stops.length; else delete root.dataset.way;
    const level = this.pack.kinds[id] === "level" ? id : this.only(id, zone);
    root.style.setProperty("--lit", level ? `var(--${level})` : "var(--many)");
    root.dataset.side = side;
    if (id) root.dataset.chosen = id; else delete root.dataset.chosen;
    for (const strand of root.querySelectorAll(".strand.lit")) strand.classList.remove("lit");
    for (const pick of root.querySelectorAll(".pick.lit, .pick.chosen")) {
      pick.classList.remove("lit", "chosen", "m", "c", "r", "felt", "few", "lost", "weaker", "spared", "firm", "fading", "shaky");
      pick.setAttribute("aria-pressed", "false");
      pick.removeAttribute("aria-description");
    }
    for (const i of lit.pieces) this.strands[i].classList.add("lit");
    for (const [one, share] of lit.shares) for (const pick of this.byId.get(one) ?? []) {
      pick.classList.add("lit", share);
      pick.setAttribute("aria-description", this.taken ? (this.taken.told[one] ?? share) : this.pack.words[layer === "numb" ? `agreed_${share}` : `share_${share}`]);
    }
    for (const [place, percent, low, high, k, n] of lit.felt ?? []) for (const region of this.pack.places[place][1]) for (const pick of this.byId.get(region) ?? []) {
      pick.classList.add("lit", "felt");
      pick.classList.toggle("few", n < this.pack.few);
      pick.style.setProperty("--felt", `${percent}%`);
      pick.setAttribute("aria-description", `${this.pack.places[place][0]}: ${percent}% (${low}–${high}%), ${k} / ${n}`);
    }
    for (const pick of this.byId.get(id) ?? []) { pick.classList.add("chosen", "lit"); pick.setAttribute("aria-pressed", "true"); }
    for (const word of root.querySelectorAll(".word")) word.setAttribute("aria-pressed", String(word.dataset.id === id));
    for (const one of root.querySelectorAll(".side")) one.setAttribute("aria-pressed", String(one.dataset.side === side));
    for (const one of root.querySelectorAll(".layer")) one.setAttribute("aria-pressed", String(one.dataset.layer === layer));
    for (const one of root.querySelectorAll(".family")) one.setAttribute("aria-pressed", String(one.dataset.family === this.family));
    for (const one of root.querySelectorAll("[data-for]")) one.hidden = one.dataset.for !== layer;
    root.querySelector(".clear").disabled = !id;
    this.drawn = lit.felt ?? [];
    this.marks();
    this.labels();
    this.say();
    this.bulge();
    this.hint(null);
    root.dataset.painted = `${id ?? ""}:${zone ?? ""}:${side}:${layer}:${this.way?.stops.length ?? ""}`;
    this.route();
  }

  // What is measured of a choice: figures by place; nothing else is lit.
  felt(key) {
    return { pieces: [], shares: [], felt: this.pack.felt[key] ?? [] };
  }

  // What a lesion loses, weakens and spares; the pieces of line that it cuts off.
  lesion() {
    return { pieces: this.taken.pieces, shares: Object.entries(this.taken.states).flatMap(([state, ids]) => ids.map((one) => [one, state])) };
  }

  // A question: nothing is lit, so that the picture does not tell.
  asked() {
    return { pieces: [], shares: [] };
  }

  // The mark at the site of a lesion, and the key in words.
  marks() {
    for (const old of this.root.querySelectorAll(".site-mark, .lesion-key")) old.remove();
    if (!this.taken) return;
    for (const [view, points] of Object.entries(this.taken.marks)) for (const [x, y] of points) {
      const mark = document.createElementNS("http://www.w3.org/2000/svg", "g");
      mark.setAttribute("class", "site-mark");
      mark.innerHTML = `<circle cx="${x}" cy="${y}" r="9"/><path d="M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8"/>`;
      this.root.querySelector(`svg.${view}`).append(mark);
    }
    const key = element("ul", { className: "key lesion-key" });
    for (const [state, words] of Object.entries(this.taken.key)) key.append(element("li", { textContent: words })), key.lastChild.prepend(element("i", { className: state }));
    if (this.taken.here) key.append(element("li", { textContent: this.taken.here })), key.lastChild.prepend(element("i", { className: "site", textContent: "✕" }));
    this.root.querySelector(".hint").before(key);
  }

  // What sensory maps give a level: one family, or how far all families agree.
  numb() {
    const { id, zone } = this.choice;
    const level = this.pack.kinds[id] === "level" ? id : this.only(id, zone);
    return { pieces: [], shares: Object.entries(this.pack.maps[this.family]?.[level] ?? {}).flatMap(([share, ids]) => ids.map((one) => [one, share])) };
  }

  // One label a place, in the view that shows most of it: per cent, inside the leg where it fits, else beside it.
  labels() {
    for (const old of this.root.querySelectorAll(".felt-label")) old.remove();
    if (!this.drawn?.length) return;
    const svg = [...this.root.querySelectorAll("svg.picture")].find((one) => one.clientWidth);
    if (!svg) return;
    const leg = this.choice.side === "right" ? "right" : "left", placed = [];
    for (const [place, percent] of this.drawn) {
      const boxes = new Map();
      for (const id of this.pack.places[place][1]) for (const pick of svg.querySelectorAll(`.region[data-id="${id}"][data-side="${leg}"]`)) {
        const { view } = pick.dataset, shape = pick.querySelector(".skin").getBBox();
        const box = boxes.get(view) ?? { x0: Infinity, x1: -Infinity, y0: Infinity, y1: -Infinity, area: 0 };
        boxes.set(view, { x0: Math.min(box.x0, shape.x), x1: Math.max(box.x1, shape.x + shape.width), y0: Math.min(box.y0, shape.y), y1: Math.max(box.y1, shape.y + shape.height), area: box.area + shape.width * shape.height });
      }
      const box = [...boxes.values()].sort((a, b) => b.area - a.area)[0];
      if (!box) continue;
      const x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
      if (placed.some(([px, py]) => Math.abs(px - x) < 34 && Math.abs(py - y) < 15)) continue; // told in words below
      placed.push([x, y]);
      const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
      const tight = box.area / (box.y1 - box.y0) < 40, outer = this.outer(svg, box, leg);
      text.setAttribute("class", "felt-label");
      text.setAttribute("x", tight ? (outer > 0 ? box.x1 + 3 : box.x0 - 3) : (box.x0 + box.x1) / 2);
      text.setAttribute("y", y + 4);
      text.setAttribute("text-anchor", tight ? (outer > 0 ? "start" : "end") : "middle");
      text.textContent = `${percent}%`;
      svg.append(text);
    }
  }

  // To which side of its own leg a box lies: -1 or 1.
  outer(svg, box, leg) {
    const middle = [...svg.querySelectorAll(`.region[data-side="${leg}"] .skin`)].map((one) => one.getBBox()).filter((one) => one.y < box.y1 && one.y + one.height > box.y0 && Math.abs(one.x - box.x0) < 90);
    const x0 = Math.min(...middle.map((one) => one.x)), x1 = Math.max(...middle.map((one) => one.x + one.width));
    return (box.x0 + box.x1) / 2 > (x0 + x1) / 2 ? 1 : -1;
  }

  // The layer in words, for every reader: the figures drawn, or that none has been published.
  say() {
    const { id, zone, layer } = this.choice, note = this.root.querySelector(".layer-note");
    note.hidden = ["served", "lesion", "asked"].includes(layer);
    if (layer === "felt") {
      const most = [...this.drawn].sort((a, b) => b[1] - a[1]).slice(0, 4), more = this.drawn.length - most.length;
      const told = most.map(([place, percent, low, high, k, n]) => `${this.pack.places[place][0]} ${percent}% (${low}–${high}%; ${k} / ${n})`);
      note.textContent = !id ? this.pack.words.felt_first : told.length ? `${this.pack.words.felt_some} ${told.join(" · ")}${more > 0 ? ` · + ${more}` : ""}.` : this.pack.words.no_figure;
    }
    if (layer === "numb") note.textContent = this.pack.kinds[id] === "level" || this.only(id, zone) ? this.pack.words.numb_some : this.pack.words.numb_first;
  }

  // What a choice lights: the pieces of its triples, and each id on their ways by its strongest share.
  served(key) {
    if (this.way) return { pieces: this.pack.triples[this.way.triple][4], shares: this.way.stops.map((one) => [one, "m"]) };
    const pieces = new Set(), shares = new Map(), order = "mcr";
    const add = (id, share) => { if (!shares.has(id) || order.indexOf(share) < order.indexOf(shares.get(id))) shares.set(id, share); };
    for (const i of this.pack.lit[key] ?? []) {
      const [root, target, share, routes, drawn] = this.pack.triples[i];
      for (const piece of drawn) pieces.add(piece);
      for (const id of [root, target, ...routes.flatMap((route) => this.pack.routes[route])]) add(id, share);
    }
    return { pieces, shares };
  }

  only(id, zone) {
    const met = zone ? this.pack.met[id]?.[zone] : null;
    return met?.length === 1 ? met[0] : null;
  }

  bulge() {
    const box = this.root.querySelector(".bulge");
    const met = this.pack.met[this.choice.id];
    box.hidden = !met;
    if (!met) return;
    box.replaceChildren(element("span", { textContent: `${this.pack.words.where_bulge} ` }), ...Object.keys(met).map((zone) => {
      const button = element("button", { type: "button", textContent: this.pack.zones[zone] ?? zone });
      button.dataset.zone = zone;
      button.setAttribute("aria-pressed", String(zone === this.choice.zone));
      return button;
    }));
  }

  // On a phone: the chosen thing's own route, level to ending, as a list whose lines are the strands.
  route() {
    const box = this.root.querySelector(".route");
    const { id, zone } = this.choice;
    if (!box.parentElement.offsetParent) return; // a wide window shows the map instead
    if (box.dataset.shown === this.root.dataset.painted) return;
    box.dataset.shown = this.root.dataset.painted;
    if (this.way) {
      const stops = element("ol");
      for (const stop of this.way.stops) stops.append(element("li")), stops.lastChild.append(element("span", { className: "stop", textContent: this.pack.names[stop] }));
      return box.replaceChildren(stops);
    }
    if (!id || this.choice.layer !== "served") return box.replaceChildren();
    const tree = { stops: new Map(), ends: [] };
    for (const i of this.pack.lit[zone ? `${id}:${zone}` : id] ?? []) {
      const [root, target, share, routes] = this.pack.triples[i];
      for (const route of routes) {
        let at = tree;
        for (const stop of [root, ...this.pack.routes[route]]) {
          if (!at.stops.has(stop)) at.stops.set(stop, { stops: new Map(), ends: [] });
          at = at.stops.get(stop);
        }
        if (!at.ends.some(([one]) => one === target)) at.ends.push([target, share]);
      }
    }
    box.replaceChildren(element("h3", { textContent: `${this.pack.words.way_of} ${this.pack.names[id]}` }), this.list(tree));
  }

  list(tree) {
    const list = element("ol");
    for (const [stop, below] of tree.stops) {
      const item = element("li");
      item.append(element("span", { className: "stop", textContent: this.pack.names[stop] ?? stop }));
      if (below.ends.length) {
        const ends = element("div", { className: "ends" });
        for (const [target, share] of below.ends) ends.append(this.chip(target, share));
        item.append(ends);
      }
      if (below.stops.size) item.append(this.list(below));
      list.append(item);
    }
    return list;
  }

  chip(id, share = "") {
    const button = element("button", { type: "button", className: share, textContent: this.pack.names[id] });
    button.dataset.id = id;
    if (share) button.title = this.pack.words[`share_${share}`];
    return button;
  }

  // A press on a part of the leg offers its places, each big enough for a thumb.
  offer(area) {
    const box = this.root.querySelector(".places");
    box.hidden = false;
    box.replaceChildren(element("h3", { textContent: this.pack.areaNames[area] }), ...this.pack.areas[area].map((id) => this.chip(id)));
    box.scrollIntoView({ block: "nearest" });
  }

  hint(target) {
    const id = target?.closest?.("[data-id]")?.dataset.id ?? this.choice.id;
    const hint = this.root.querySelector(".hint");
    if (this.taken) return void (hint.textContent = id && this.taken.told ? (this.taken.told[id] ?? `${this.pack.names[id]}. ${this.taken.beyond}`) : this.taken.press);
    if (!id) return void (hint.textContent = this.pack.words.press);
    hint.replaceChildren(element("b", { textContent: this.pack.names[id] }), ` · ${this.pack.lines[id]}`);
  }

  // Keyboard: one tab stop; up and down within a kind, left and right to the next kind.
  tabStops() {
    for (const svg of this.root.querySelectorAll("svg.picture")) {
      const first = svg.querySelector(".level");
      first?.setAttribute("tabindex", "0");
    }
  }

  stop(pick) {
    for (const one of pick.closest("svg").querySelectorAll(".pick[tabindex='0']")) one.setAttribute("tabindex", "-1");
    pick.setAttribute("tabindex", "0");
  }

  key(event) {
    if (event.key === "Escape" && this.choice.id) { event.stopPropagation(); return this.choose(null); }
    const zone = event.target.closest(".zone");
    if (zone && ["Enter", " "].includes(event.key)) { event.preventDefault(); return this.offer(zone.dataset.area); }
    const pick = event.target.closest(".pick");
    if (!pick) return;
    if (["Enter", " "].includes(event.key)) { event.preventDefault(); event.stopPropagation(); return this.press(pick); }
    const next = this.next(pick, event.key);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    this.stop(next);
    next.focus();
  }

  next(pick, key) {
    const kinds = ["level", "disc", "plexus", "nerve", "skin-end", "muscle", "joint", "region"];
    const of = (kind) => [...pick.closest("svg").querySelectorAll(`.pick.${kind}`)].filter((one) => !one.closest(".shown"));
    const kind = kinds.find((one) => pick.classList.contains(one));
    const here = of(kind);
    const i = here.indexOf(pick);
    if (key === "ArrowDown") return here[(i + 1) % here.length];
    if (key === "ArrowUp") return here[(i - 1 + here.length) % here.length];
    if (key === "Home") return here[0];
    if (key === "End") return here.at(-1);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return null;
    const filled = kinds.filter((one) => of(one).length);
    return of(filled[(filled.indexOf(kind) + step + filled.length) % filled.length])[0];
  }
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}

// The sheet of sensory maps: a level shows on every map at once; a patch tells what each map says of it.
export default function ({ parentElement, setStateValue }) {
  const root = parentElement.querySelector(".sheet");
  theme(root);
  if (root.dataset.ready) return;
  root.dataset.ready = "yes";
  const patches = [...root.querySelectorAll(".patch")];
  root.querySelector('[data-family="overlay"] .patch')?.setAttribute("tabindex", "0");

  const level = (wanted) => {
    const one = root.dataset.level === wanted ? null : wanted;
    if (one) root.dataset.level = one; else delete root.dataset.level;
    for (const patch of patches) patch.classList.toggle("has", patch.dataset.roots.split(" ").includes(one));
    for (const word of root.querySelectorAll(".word")) word.setAttribute("aria-pressed", String(word.dataset.level === one));
  };

  const choose = (id) => {
    const told = new Map();
    for (const patch of patches) {
      patch.classList.toggle("chosen", patch.dataset.id === id);
      const figure = patch.closest("figure");
      if (patch.dataset.id === id) told.set(figure.querySelector("strong").textContent, [patch.dataset.name, patch.dataset.words]);
    }
    const line = root.querySelector(".told");
    line.replaceChildren(Object.assign(document.createElement("b"), { textContent: [...told.values()][0][0] }));
    for (const [family, [, words]] of told) line.append(Object.assign(document.createElement("span"), { textContent: `${family}: ${words}` }));
    requestAnimationFrame(() => setTimeout(() => setStateValue("patch", id)));
  };

  root.addEventListener("click", ({ target }) => {
    if (target.matches(".word")) level(target.dataset.level);
    if (target.matches(".patch")) choose(target.dataset.id);
  });
  root.addEventListener("keydown", (event) => {
    if (!event.target.matches(".patch")) return;
    const here = [...event.target.closest("svg").querySelectorAll(".patch")], i = here.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (["Enter", " "].includes(event.key)) choose(event.target.dataset.id);
    else if (step) {
      const next = here[(i + step + here.length) % here.length];
      event.target.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function theme(root) {
  const [r, g, b] = (getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor.match(/\d+/g) ?? [255, 255, 255]).map(Number);
  root.dataset.theme = 0.3 * r + 0.6 * g + 0.1 * b < 128 ? "dark" : "light";
}

// Suggestions while typing, an ARIA combobox. site.js loads this when a search field gets the focus;
// without it the field is a plain search field.
const PAUSE = 150;

export function attach(input) {
  if (input.role === "combobox") return;
  const box = Object.assign(document.createElement("div"), { className: "suggestions", hidden: true });
  const status = Object.assign(document.createElement("div"), { className: "visually-hidden", role: "status" });
  const id = `suggestions-${document.querySelectorAll(".suggestions").length}`;
  let timer, active = -1, turn = 0;
  const options = () => [...box.querySelectorAll("[role=option]")];

  input.form.append(box, status);
  input.role = "combobox";
  input.autocomplete = "off";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", id);
  input.setAttribute("aria-expanded", "false");

  function close() {
    turn += 1;
    clearTimeout(timer);
    box.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(place) {
    active = place;
    options().forEach((option, number) => option.setAttribute("aria-selected", number === place));
    const option = options()[place];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  async function suggest() {
    const mine = (turn += 1);
    const query = new URLSearchParams({ q: input.value.trim() });
    const response = await fetch(`${input.dataset.suggest}?${query}`, { credentials: "omit" }).catch(() => null);
    const found = response?.ok ? await response.text() : "";
    if (mine !== turn || document.activeElement !== input) return;
    box.innerHTML = found;
    const list = box.firstElementChild;
    if (!list) return close();
    list.id = id;
    options().forEach((option, number) => (option.id = `${id}-${number}`));
    Object.assign(box.style, {
      top: `${input.offsetTop + input.offsetHeight}px`, left: `${input.offsetLeft}px`, width: `${input.offsetWidth}px`,
    });
    box.hidden = false;
    input.setAttribute("aria-expanded", "true");
    status.textContent = list.dataset.status;
    choose(-1);
  }

  function typed(event) {
    clearTimeout(timer);
    if (event?.isComposing) return;
    if (input.value.trim()) timer = setTimeout(suggest, PAUSE);
    else close();
  }

  input.addEventListener("input", typed);
  input.addEventListener("compositionend", typed);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || box.hidden) return;
    const count = options().length;
    if (event.key === "ArrowDown") choose(active + 1 < count ? active + 1 : -1);
    else if (event.key === "ArrowUp") choose(active >= 0 ? active - 1 : count - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) location.assign(options()[active].dataset.href);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  // The focus stays in the field, or the list would close before the click.
  box.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
  // What was typed while this file came.
  if (input.value !== input.defaultValue) typed();
}

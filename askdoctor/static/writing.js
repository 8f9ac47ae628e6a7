// What makes writing a reply nicer: rows of sources without a round trip, and the reply as readers
// will see it, made by the site itself. Without this file the buttons do it.
const form = document.getElementById("reply");

function rowsOfSources(box) {
  const count = form.elements["sources-TOTAL_FORMS"], most = Number(form.elements["sources-MAX_NUM_FORMS"].value);
  const button = box.querySelector("[data-add-row]");
  button.hidden = Number(count.value) >= most;

  function add() {
    const number = Number(count.value);
    if (number >= most) return;
    const rows = box.querySelectorAll(".source-row"), row = rows[rows.length - 1].cloneNode(true);
    row.setAttribute("aria-label", row.getAttribute("aria-label").replace(/\d+/, number + 1));
    for (const fault of row.querySelectorAll(".invalid-feedback")) fault.remove();
    for (const field of row.querySelectorAll("input, label")) {
      for (const name of ["name", "id", "for"]) {
        const value = field.getAttribute(name);
        if (value) field.setAttribute(name, value.replace(/sources-\d+/, `sources-${number}`));
      }
      for (const name of ["aria-invalid", "aria-describedby", "value"]) field.removeAttribute(name);
      field.classList.remove("is-invalid");
      if (field.matches("input")) field.value = "";
    }
    rows[rows.length - 1].after(row);
    count.value = number + 1;
    button.hidden = number + 1 >= most;
    return row;
  }

  button.addEventListener("click", (event) => {
    event.preventDefault();
    add()?.querySelector("input").focus();
  });
  // A text that comes back from this browser may have more rows than the page.
  form.addEventListener("fill", ({ detail }) => {
    const wanted = Number(new Map(detail).get("sources-TOTAL_FORMS") ?? 0);
    while (Number(count.value) < Math.min(wanted, most)) add();
  });
}

const sources = form?.querySelector("#sources");
if (sources) rowsOfSources(sources);

// A phrase goes where the cursor is, not to the end.
function putPhrases(list) {
  for (const button of form.querySelectorAll("button[name=into]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const field = form.elements[button.value];
      const gap = /\S$/.test(field.value.slice(0, field.selectionStart)) ? " " : "";
      field.setRangeText(gap + list.selectedOptions[0].dataset.text, field.selectionStart, field.selectionEnd, "end");
      field.focus();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}

const phrases = form?.querySelector("#id_phrase");
if (phrases) putPhrases(phrases);

function showWhatReadersSee(region) {
  const PAUSE = 700; // milliseconds after the last key
  const shown = region.querySelector("[data-shown]");
  let timer, request = new AbortController();

  async function ask() {
    request.abort();
    request = new AbortController();
    const typed = [...new FormData(form)].filter(([, value]) => typeof value === "string");
    try {
      const response = await fetch(region.dataset.address, {
        method: "POST", body: new URLSearchParams(typed), redirect: "error", signal: request.signal,
      });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      renew("[data-why-read]", page);
      shown.replaceChildren(...page.querySelectorAll("[data-hints], .card.reply"));
    } catch {
      // Not reached, or outdated: the button shows it as well.
    }
  }

  // Of the form. What says the same is left alone, so that it is not read out again.
  function renew(part, page) {
    const here = form.querySelector(part), now = page.querySelector(part);
    if (here && here.textContent !== now.textContent) here.replaceChildren(...now.childNodes);
  }

  const later = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };
  form.addEventListener("input", later);
  form.addEventListener("fill", later);
  region.hidden = false;
  if (form.elements.text.value.trim()) ask();
}

const live = document.getElementById("live");
if (live) showWhatReadersSee(live);

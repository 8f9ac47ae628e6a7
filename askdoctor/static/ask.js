// Shows answers that are close to a question while it is typed. Without this file they come later, as a
// step of their own.
"use strict";

// In milliseconds after the last key; and how long a title has to be to say something.
const PAUSE = 600, LENGTH = 12;
const region = document.querySelector("[data-similar]");
const form = document.querySelector(".ask-form");
// Right below the title, where who types sees it, and the only thing that is read out.
const said = document.createElement("p");
said.className = "meta said";
said.setAttribute("role", "status");
form.elements.title.after(said);
let timer, request = new AbortController(), shown = "";

// A Chinese character says as much as three letters.
const isEnough = (title) => title.length + 2 * (title.match(/\p{Script=Han}/gu) ?? []).length >= LENGTH;

function show(html) {
  if (html === shown) return; // nothing to be read out again
  region.innerHTML = shown = html;
  said.replaceChildren(...(region.querySelector("[data-said]")?.childNodes ?? []));
  region.querySelector("[data-said]")?.remove();
}

async function ask() {
  request = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  try {
    const response = await fetch(region.dataset.similar, { method: "POST", body, signal: request.signal });
    if (response.ok) show((await response.text()).trim());
  } catch {
    // Not reached, or outdated: the step without a script comes anyway.
  }
}

function typed(event) {
  if (event?.isComposing) return;
  clearTimeout(timer);
  request.abort();
  if (isEnough(form.elements.title.value.trim())) timer = setTimeout(ask, PAUSE);
  else show("");
}

for (const field of [form.elements.title, form.elements.body]) {
  field.addEventListener("input", typed);
  field.addEventListener("compositionend", typed);
}
// What was typed before, on another visit of the page or while this file came.
typed();

// Asks before a page is left whose text nobody has saved. All else works without it.
"use strict";

const reply = document.getElementById("reply");
if (reply) {
  // What was typed while this file came: nobody has it yet, and draft.js, which comes next, saves it.
  const isChanged = (field) => "defaultValue" in field &&
    (field.value !== field.defaultValue || field.checked !== field.defaultChecked);
  if ([...reply.elements].some(isChanged)) reply.dataset.unsaved = "";
  const typed = () => new URLSearchParams(new FormData(reply)).toString();
  const shown = typed();
  let isSending = false;
  reply.addEventListener("submit", (event) => { isSending = !event.defaultPrevented; });
  addEventListener("pageshow", () => { isSending = false; });
  addEventListener("beforeunload", (event) => {
    const isUnsaved = !("saved" in reply.dataset) && ("unsaved" in reply.dataset || typed() !== shown);
    if (isUnsaved && !isSending) event.preventDefault();
  });
}

// Everything works without this file: it only shows what a script alone can do.
"use strict";

document.querySelectorAll("[data-needs-script]").forEach((element) => {
  const action = element.dataset.needsScript;
  if (action === "share" && !navigator.share) return;
  if (action === "copy" && !navigator.clipboard) return;
  element.hidden = false;
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-needs-script]");
  if (!button) return;
  const url = button.dataset.copy || document.querySelector("link[rel=canonical]")?.href || location.href;
  if (button.dataset.needsScript === "print") window.print();
  if (button.dataset.needsScript === "share") {
    // Closing the system's sheet is no error.
    navigator.share({ title: document.title, url }).catch(() => {});
  }
  if (button.dataset.needsScript === "copy") {
    await navigator.clipboard.writeText(url);
    document.getElementById(button.getAttribute("aria-controls")).textContent = button.dataset.done;
  }
});

async function offerSuggestions(field) {
  if (field?.dataset.suggest) (await import(field.dataset.script)).attach(field);
}
document.addEventListener("focusin", ({ target }) => offerSuggestions(target));
// The field that got the focus while this file came.
offerSuggestions(document.activeElement);

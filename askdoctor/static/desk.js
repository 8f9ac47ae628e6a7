// Asks before a page is left whose text nobody has saved. All else works without it.
"use strict";

const reply = document.getElementById("reply");
if (reply) {
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

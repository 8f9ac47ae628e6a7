// Completes the name of a tag from those that moderators know. Without this file it is typed whole.
"use strict";

document.querySelectorAll("input[data-names]").forEach((input) => {
  const list = document.createElement("datalist");
  list.id = `names-of-${input.id}`;
  input.after(list);
  input.setAttribute("list", list.id);
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const term = input.value.trim();
      if (!term) return;
      const query = new URLSearchParams({ term, app_label: "questions", model_name: "synonym", field_name: "tag" });
      const response = await fetch(`${input.dataset.names}?${query}`);
      if (!response.ok || term !== input.value.trim()) return;
      const { results } = await response.json();
      list.replaceChildren(...results.map(({ text }) => new Option(text, text)));
    }, 200);
  });
});

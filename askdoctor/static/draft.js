// Keeps a reply while it is typed: on the site two seconds after the last key, and in this browser until the
// site has it. A copy belongs to one account, and to one question or one correction. Without this file the button saves.
const PAUSE = 2_000, LONGEST = 15_000, PATIENCE = 15_000, DAYS_KEPT = 14; // milliseconds, but for the last
const KEEPALIVE_BYTES = 60_000; // what a browser still sends of a page that is being left
const { user, forget: forgetSentence } = document.querySelector("script[data-user]").dataset;
const form = document.getElementById("reply");

// The copies in this browser. Unlike localStorage, IndexedDB has written them when it says so.

const database = new Promise((resolve, reject) => {
  const request = indexedDB.open("drafts", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("copies", { keyPath: "id" });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
database.catch(() => {}); // told when a copy cannot be written

async function inStore(mode, act) {
  const transaction = (await database).transaction("copies", mode);
  const request = act(transaction.objectStore("copies"));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  return request.result;
}

const allCopies = () => inStore("readonly", (store) => store.getAll()).catch(() => []);
const deleteCopy = (id) => inStore("readwrite", (store) => store.delete(id)).catch(() => {});
const randomKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)),
  (byte) => byte.toString(16).padStart(2, "0")).join("");

// Signing out leaves nothing behind for whoever comes next.

for (const signOut of document.querySelectorAll('form[action$="/logout/"]')) {
  signOut.addEventListener("submit", async (event) => {
    event.preventDefault();
    const mine = (await allCopies()).filter((copy) => copy.user === user);
    if (mine.length && !confirm(forgetSentence)) return;
    await Promise.all(mine.map((copy) => deleteCopy(copy.id)));
    signOut.submit();
  });
}

function keepWhileTyping() {
  const OURS = new Set(["csrfmiddlewaretoken", "draft_version", "draft_key", "is_second"]);
  const NOT_TYPED = new Set([...OURS, "phrase"]);
  const line = form.querySelector(".saved"), says = line.querySelector("[data-says]"), signIn = line.querySelector("a");
  const until = form.querySelector("[data-until]"); // each save prolongs the lease
  const unread = form.querySelector("[data-unread]"); // of the question
  const choice = form.querySelector(".two-texts");
  const question = form.dataset.question, address = form.dataset.draft;
  const id = `${user}:${question}:${randomKey()}`; // of this page: another tab has a copy of its own
  const versionField = form.elements.draft_version;
  // Hours as the site writes them, of its own zone, wherever this browser is.
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: line.dataset.zone });
  let timer, saving, tries = 0, unsavedSince = 0, isSending = false, isKept = true;
  let hasChoice = "stale" in form.dataset;
  let sent = []; // keys of what was sent and never answered: the site may have it or not
  let adopted = []; // copies of pages that are gone, now in these fields

  const entries = () => [...new FormData(form)].filter(([name, value]) => !NOT_TYPED.has(name) && typeof value === "string");
  const snapshot = () => JSON.stringify(entries());
  let stored = "unsaved" in form.dataset ? "" : snapshot();
  let other = versionField.value; // the version that stands beside this text while there is a choice
  if (hasChoice) versionField.value = "0"; // until then it counts as not seen

  function say(what, values = {}) {
    let text = line.dataset[what];
    for (const [name, value] of Object.entries(values)) text = text.replace(`{${name}}`, value);
    if (!isKept && what !== "saved") text = line.dataset.lost;
    if (says.textContent !== text) says.textContent = text; // what stands there already is not read out again
    signIn.hidden = what !== "signedOut";
  }

  async function keep() {
    const copy = { id, user, question, fields: snapshot(), version: versionField.value, sent, adopted, at: Date.now() };
    isKept = await inStore("readwrite", (store) => store.put(copy)).then(() => true, () => false);
  }

  async function forget() {
    await Promise.all([id, ...adopted].map(deleteCopy));
    adopted = [];
  }

  function touched() {
    delete form.dataset.saved;
    unsavedSince ||= Date.now();
    const kept = keep();
    if (!address) kept.then(() => say("refused", { sentence: form.dataset.why }));
    if (hasChoice) showMine();
    clearTimeout(timer);
    timer = setTimeout(save, Date.now() - unsavedSince > LONGEST ? 0 : PAUSE);
    return kept;
  }

  // To the site. One request at a time, so that of two the later text is stored.

  function save() {
    clearTimeout(timer);
    // While a button's form is on its way nothing may overtake it.
    if (!address || hasChoice || isSending) return Promise.resolve(false);
    return saving ??= send().finally(() => { saving = undefined; });
  }

  // true: the site has it all. "again": there is more by now. "refused": it will say why to the form
  // itself. false: not now.
  async function send(isRenewed = false) {
    const fields = snapshot(), key = randomKey();
    if (fields === stored && !sent.length) { await forget(); return isSaved(); }
    sent = [...sent, key];
    keep();
    let response, answer;
    try {
      response = await post(key);
      answer = await response.json();
    } catch {
      return notReached(response, isRenewed);
    }
    tries = 0;
    if (response.status === 409 && sent.includes(answer.key)) return ownText(answer);
    if (response.status === 409) return choose(answer);
    if (response.status === 401) return later("signedOut");
    if (!response.ok) return refused(answer);
    [versionField.value, sent, stored] = [answer.version, [], fields];
    unsavedSince = 0;
    if (unread) unread.hidden = !answer.is_unread;
    if (until && answer.until) until.textContent = until.dataset.until.replace("{time}", answer.until);
    if (snapshot() === fields) await forget();
    if (snapshot() === fields) return isSaved(answer.saved);
    touched();
    return "again";
  }

  function post(key) {
    const body = new URLSearchParams(entries());
    for (const name of OURS) body.set(name, form.querySelector(`[name=${name}]`)?.value ?? ""); // the key stands there twice
    body.set("draft_key", key);
    const keepalive = String(body).length < KEEPALIVE_BYTES;
    return fetch(address, { method: "POST", body, keepalive, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
  }

  // Leaving a field says "change" though its text may be saved since its last key.
  function changed() {
    if (hasChoice || unsavedSince || sent.length || snapshot() !== stored) touched();
  }

  function isSaved(time) {
    unsavedSince = 0;
    form.dataset.saved = "";
    if (time) say("saved", { time });
    return true;
  }

  // An answer got lost: the site has what this page sent before, and the page goes on from there.
  function ownText(answer) {
    versionField.value = answer.version;
    sent = [answer.key];
    return send();
  }

  function refused(answer) {
    say("refused", { sentence: answer.sentence });
    return "refused";
  }

  function later(what) {
    say(what);
    timer = setTimeout(save, Math.min(30_000, PAUSE * 2 ** tries++));
    return false;
  }

  async function notReached(response, isRenewed) {
    // Signing in again changes the key of every form.
    if (response?.status === 403 && !isRenewed) return (await renewed()) && send(true);
    if (response?.type === "opaqueredirect") return later("signedOut");
    return later(response ? "server" : "offline");
  }

  async function renewed() {
    try {
      const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
      const answer = await response.json();
      if (!response.ok) return later("signedOut");
      if (answer.user !== user) return later("stranger");
      for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = answer.token;
      return true;
    } catch {
      return later("server");
    }
  }

  // Two texts and a choice.

  function showMine() {
    for (const part of choice.querySelectorAll("[data-mine]")) part.textContent = form.elements[part.dataset.mine].value;
    const texts = (side) => [...choice.querySelectorAll(`.as-typed[data-${side}]`)].map((part) => part.textContent);
    choice.querySelector("[data-same]").hidden = String(texts("mine")) !== String(texts("other"));
  }

  function choose(answer) {
    hasChoice = true;
    other = answer.version;
    sent = [];
    for (const part of choice.querySelectorAll("[data-other]")) part.textContent = answer[part.dataset.other];
    showMine();
    choice.hidden = false;
    say("stale");
    choice.scrollIntoView({ block: "nearest" });
    return false;
  }

  choice.querySelector("[data-keep]").addEventListener("click", (event) => {
    event.preventDefault();
    hasChoice = false;
    choice.hidden = true;
    versionField.value = other;
    form.elements.text.focus();
    touched();
    save();
  });

  choice.querySelector("[data-take]").addEventListener("click", async (event) => {
    event.preventDefault();
    form.dataset.saved = "";
    await forget();
    location.assign(event.target.href);
  });

  // From a page that is gone: closed, killed or without a connection.

  function fill(fields) {
    form.dispatchEvent(new CustomEvent("fill", { detail: fields })); // writing.js makes room for rows
    for (const field of form.elements) {
      if (!field.name || NOT_TYPED.has(field.name) || field.type === "file") continue;
      const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
  }

  async function restore() {
    const copies = await allCopies();
    const oldest = Date.now() - DAYS_KEPT * 24 * 3_600_000;
    for (const copy of copies) if (copy.at < oldest) deleteCopy(copy.id);
    const mine = copies.filter((copy) => copy.user === user && copy.question === question && copy.id !== id);
    mine.sort((one, other) => other.at - one.at);
    for (const copy of mine) {
      if (adopted.includes(copy.id)) continue;
      if (copy.fields === snapshot()) deleteCopy(copy.id);
      else if (!hasChoice && !unsavedSince) adopt(copy);
    }
  }

  function adopt(copy) {
    const here = { version: versionField.value, key: form.elements.draft_key.value, saved: line.dataset.savedAt };
    for (const name of ["text", "explanation"]) here[name] = form.elements[name].value;
    const isSeen = copy.version === here.version || copy.sent.includes(here.key);
    if (!isSeen) versionField.value = copy.version;
    fill(JSON.parse(copy.fields));
    adopted = [...adopted, copy.id, ...copy.adopted]; // those it came from are in it
    if (!isSeen) choose(here);
    else say("restored", { time: clock.format(copy.at) });
    touched();
  }

  form.addEventListener("input", touched);
  form.addEventListener("change", changed);
  form.addEventListener("submit", async (event) => {
    if (isSending) return;
    event.preventDefault();
    const { submitter } = event;
    if (saving) await saving;
    let answer = !address;
    if (address) do answer = await save(); while (answer === "again");
    if (isSending || !answer) return;
    isSending = true;
    sent = [form.elements.draft_key.value = randomKey()];
    if (!address) await keep(); // by this key the page to come knows that it has this text
    form.requestSubmit(submitter);
  });
  addEventListener("pageshow", () => { isSending = false; });
  addEventListener("online", save);
  addEventListener("focus", () => { if (unsavedSince) save(); });
  addEventListener("pagehide", () => { if (unsavedSince) save(); });
  document.addEventListener("visibilitychange", () => { if (unsavedSince) save(); });

  if ("unsaved" in form.dataset) touched();
  restore();
}

if (form) keepWhileTyping();

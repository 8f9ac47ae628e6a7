// The button works from here on: allauth's script listens to it in the same moment.
document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("passkey_button");
  if (button) button.hidden = false;
});
// Says on the page, and not in the console alone, that the browser could not use a passkey.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.getElementById("passkey_error").hidden = false;
});

/* Links to a § and ready citations: a button puts the text on the clipboard and says so. */

const SAID_FOR = 2000;

export function setUpCopyButtons(document) {
  if (!navigator.clipboard) {
    // There is none over plain http: a button that does nothing is worse than none.
    for (const button of document.querySelectorAll("[data-copy]")) button.remove();
    return;
  }
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(textOf(button, document));
    } catch {
      said.textContent = "Det gick inte att kopiera";
      return;
    }
    said.textContent = "Kopierat";
    button.classList.add("is-copied");
    setTimeout(() => {
      said.textContent = "";
      button.classList.remove("is-copied");
    }, SAID_FOR);
  });
}

function textOf(button, document) {
  const what = button.dataset.copy;
  if (what.startsWith("#")) return new URL(what, document.location.href).href;
  return document.getElementById(what).textContent.replace(/\s+/g, " ").trim();
}

/* The main menu on a narrow screen: a real button that says whether the menu is open. */

export function setUpMenu(document) {
  const button = document.querySelector("[data-menu-button]");
  const menu = document.getElementById(button?.getAttribute("aria-controls"));
  if (!menu) return;

  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("is-open", open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    show(false);
    button.focus();
  });
}

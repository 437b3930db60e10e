/* Light or dark: the page follows the system until somebody chooses, and only a choice is stored. */

const KEY = "samrum-theme";

export function setUpThemeSwitch(document) {
  const button = document.querySelector("[data-theme-button]");
  if (!button) return;

  const system = matchMedia("(prefers-color-scheme: dark)");
  const ofSystem = () => (system.matches ? "dark" : "light");
  const current = () => document.documentElement.dataset.theme ?? ofSystem();
  const label = () => {
    button.querySelector("[data-theme-label]").textContent =
      current() === "dark" ? "Ljust läge" : "Mörkt läge";
  };

  button.addEventListener("click", () => {
    const chosen = current() === "dark" ? "light" : "dark";
    // Choosing what the system says anyway is to follow the system again: nothing is kept.
    if (chosen === ofSystem()) {
      delete document.documentElement.dataset.theme;
      localStorage.removeItem(KEY);
    } else {
      document.documentElement.dataset.theme = chosen;
      localStorage.setItem(KEY, chosen);
    }
    label();
  });
  system.addEventListener("change", label);
  label();
}

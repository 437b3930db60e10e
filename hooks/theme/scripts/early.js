(function (root) {
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("samrum-theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  } catch (refused) {
    // A browser that refuses storage follows the system.
  }
})(document.documentElement);

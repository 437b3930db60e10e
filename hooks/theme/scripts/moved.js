/* Takes along the § that an old address points at, before the page's refresh would leave it out. */
if (location.hash) {
  location.replace(document.querySelector("[data-moved-to] a").href + location.hash);
}

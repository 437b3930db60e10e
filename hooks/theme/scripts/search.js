/* The search page: Pagefind's own interface, in Swedish, begun with the words of the address. */

const place = document.getElementById("search");
const words = new URLSearchParams(location.search).get("q") ?? "";

const search = new window.PagefindUI({
  element: place,
  bundlePath: new URL(place.dataset.bundle, location.href).pathname,
  showImages: false,
  showSubResults: true,
  resetStyles: false,
  translations: { placeholder: "Sök i arkivet" },
});
if (words) search.triggerSearch(words);
place.querySelector("input")?.focus();

/* What the index holds -> what a reader sees: the signs that search/marks.py put in are taken away. */

const NBSP = "\u00a0";
const HIDDEN = /\{[^}]*\}/g;

export function readable(text) {
  return text
    .replace(HIDDEN, "")
    .replace(/§\^(\d+)q/g, `§${NBSP}$1`)
    .replaceAll("^", NBSP)
    .replaceAll("~", "");
}

/* Whether a word of the index is one that nobody reads: "{20211015}". */
export function isHidden(word) {
  return word.startsWith("{");
}

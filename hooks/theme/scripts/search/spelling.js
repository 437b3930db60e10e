/* The words of the archive -> whether a word that is typed is among them, and which are like it. */
import { fold } from "./letters.js";

const SHORTEST = 4;
const LONG = 6;
const MOST_SUGGESTIONS = 3;
const ENDINGS = (
  "arnas ernas ornas andes heten heter ades arna erna orna ande aren aste ade are ast ens ern " +
  "ad an ar as at en er es et na or te a e n s t"
).split(" ");

/* The words of a front-coded list: a digit for the letters shared with the word before. */
export function decoded(text) {
  const words = [];
  let word = "";
  for (const line of text ? text.split("\n") : []) {
    word = word.slice(0, Number.parseInt(line[0], 36)) + line.slice(1);
    words.push(word);
  }
  return words;
}

export class Spelling {
  constructor(words) {
    this.entries = words
      .map((word) => ({ word, folded: fold(word) }))
      .sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
  }

  /* Whether the word, or one of the same stem, begins a word of the archive. */
  knows(word) {
    const folded = fold(word);
    if (folded.length < SHORTEST || /\d/.test(folded) || this.begins(folded)) return true;
    if (folded.includes("-")) return folded.split("-").every((part) => this.knows(part));
    return ENDINGS.some((ending) => {
      const stem = folded.slice(0, -ending.length);
      return folded.endsWith(ending) && stem.length >= SHORTEST && this.begins(stem);
    });
  }

  begins(folded) {
    return this.entries[this.place(folded)]?.folded.startsWith(folded) ?? false;
  }

  place(folded) {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.entries[middle].folded < folded) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /* The ways in which the archive writes a word that is typed without dots: "vard", "vård". */
  dotted(word) {
    const [whole, begun] = [new Set(), new Set()];
    for (let at = this.place(word); this.entries[at]?.folded.startsWith(word); at++) {
      const entry = this.entries[at];
      (entry.folded === word ? whole : begun).add(entry.word.slice(0, word.length));
    }
    const found = whole.size ? whole : begun;
    return found.size ? [...found] : [word];
  }

  /* The words most like a misspelt one, the likeliest first. */
  near(word) {
    const typed = fold(word);
    const most = typed.length < LONG ? 1 : 2;
    return this.entries
      .filter(({ folded }) => Math.abs(folded.length - typed.length) <= most)
      .map((entry) => ({ ...entry, slips: slips(typed, entry.folded, most) }))
      .filter((one) => one.slips <= most)
      .sort((a, b) => cost(a, typed) - cost(b, typed) || a.folded.localeCompare(b.folded))
      .slice(0, MOST_SUGGESTIONS)
      .map((one) => one.word);
  }
}

/* People seldom miss the first letter, and rather leave one out or double it than change it. */
function cost({ folded, slips }, typed) {
  const first = folded[0] === typed[0] ? 0 : 0.5;
  return slips + first + (sorted(folded) === sorted(typed) ? -0.25 : 0);
}

function sorted(word) {
  return [...new Set(word)].sort().join("");
}

/* Letters to put in, take out, change or swap; more than `most` when it is more. */
export function slips(a, b, most) {
  let [before, line] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(line[j] + 1, next[j - 1] + 1, line[j - 1] + same);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, line] = [line, next];
  }
  return line[b.length];
}

/* A document and where its words stand -> what a hit shows: the § to go to, and a sentence. */

const MOST_WORDS = 34;
const WORDS_BEFORE = 8;
const WORDS_IN_DATE = 3;
const MOST_OTHERS = 3;
const LETTERS_OF_A_STEM = 5;
const FEWEST_WORDS = 4;
const TERSE = 0.4;
const NBSP = "\u00a0";
const HIDDEN = /\{[^}]*\}/g;

/* `{ address, title, within, sentence, others }`: title and sentence are pieces `{ text, marked }`,
   `within` is the page that a § stands in, `others` are more §§ that hold the words. */
export function shown({ raw_url: url, content, meta, anchors, weighted_locations: locations }) {
  const words = content.split(/\s+/);
  const marks = visible(words, locations);
  const sections = sectionsOf(words.length, meta.title, anchors);
  for (const section of sections) {
    const inside = locations.filter(({ location: at }) => at >= section.start && at < section.end);
    const sum = inside.reduce((sum, one) => sum + one.balanced_score, 0);
    section.score = sum * different(inside.map(({ location }) => words[location])) ** 2;
  }
  const hit = sections.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  const best = hit[0] ?? sections[0];
  return {
    address: url + hash(best),
    title: unended(pieces(words.slice(best.start, best.text), marks, best.start), best.title),
    within: best.id ? readable(meta.title) : "",
    sentence: sentence(words, best, marks),
    others: hit
      .slice(1, 1 + MOST_OTHERS)
      .filter((section) => section.id && section.score > best.score / 8)
      .sort((a, b) => a.start - b.start)
      .map((section) => ({ address: url + hash(section), title: readable(section.title) })),
  };
}

function hash(section) {
  return section.id ? `#${section.id}` : "";
}

/* The page's own part and every §: where it starts, where the text after its heading does, its end. */
function sectionsOf(length, title, anchors) {
  const headings = anchors
    .filter(({ element, text }) => /^h\d$/i.test(element) && text?.trim())
    .sort((a, b) => a.location - b.location)
    .map(({ id, text, location }) => ({ id, title: text, start: location }));
  const all = [{ id: "", title, start: 0 }, ...headings];
  return all.map((section, place) => ({
    ...section,
    text: section.start + section.title.trim().split(/\s+/).length,
    end: all[place + 1]?.start ?? length,
  }));
}

/* The places of the words to mark; for a date in digits that nobody sees, those of its words. */
function visible(words, locations) {
  const marks = new Set();
  for (const { location } of locations) {
    if (!isHidden(words[location] ?? "")) marks.add(location);
    else for (let back = 1; back <= WORDS_IN_DATE; back++) marks.add(location + back);
  }
  return marks;
}

/* The sentence with the most different words to mark, or else the first; a long one is cut. */
function sentence(words, section, marks) {
  const sentences = [];
  let start = section.text;
  for (let at = start; at < section.end; at++) {
    if (!/[.!?]$/.test(words[at]) && at < section.end - 1) continue;
    const inside = range(start, at + 1).filter((place) => marks.has(place));
    const isTelling = at + 1 - start >= FEWEST_WORDS;
    const score = different(inside.map((place) => words[place])) * (isTelling ? 1 : TERSE);
    sentences.push({ start, end: at + 1, first: inside[0] ?? start, score });
    start = at + 1;
  }
  const best = sentences.reduce((a, b) => (b.score > a.score ? b : a), sentences[0]);
  if (!best) return [];
  let { start: from, end: to } = best;
  if (to - from > MOST_WORDS && best.first - from > WORDS_BEFORE) from = best.first - WORDS_BEFORE;
  if (to - from > MOST_WORDS) to = from + MOST_WORDS;
  const found = pieces(words.slice(from, to), marks, from);
  if (from > best.start) found.unshift({ text: "… ", marked: false });
  if (to < best.end) found.push({ text: " …", marked: false });
  return found;
}

/* A title without the full stop that Pagefind ends every block with. */
function unended(pieces, title) {
  const last = pieces.at(-1);
  if (last?.text.endsWith(".") && !/\.\s*$/.test(title)) last.text = last.text.slice(0, -1);
  return pieces;
}

/* How many words there are that are not forms of each other. */
function different(words) {
  return new Set(words.map((word) => word.toLowerCase().slice(0, LETTERS_OF_A_STEM))).size;
}

/* Words as text, neighbours of one sort together. */
function pieces(words, marks, offset) {
  const found = [];
  words.forEach((word, place) => {
    const text = readable(word);
    if (!text) return;
    const marked = marks.has(offset + place);
    const last = found.at(-1);
    const space = last && !/^[.,]$/.test(text) ? " " : "";
    if (last && last.marked === marked) last.text += space + text;
    else found.push({ text: last && !marked ? space + text : text, marked, space });
  });
  // A space stands outside the mark that follows it.
  found.forEach((piece, place) => {
    if (piece.marked && piece.space && place) found[place - 1].text += piece.space;
    delete piece.space;
  });
  return found;
}

function range(from, to) {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/* A text without the signs that search/marks.py put into it. */
export function readable(text) {
  return text
    .replace(HIDDEN, "")
    .replace(/§\^(\d+)q/g, `§${NBSP}$1`)
    .replaceAll("^", NBSP)
    .replaceAll("~", "");
}

/* Whether a word of the index is one that nobody reads: "{20211015}". */
function isHidden(word) {
  return word.startsWith("{");
}

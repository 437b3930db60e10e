/* Pagefind's answers to several queries -> one list of documents, the likeliest first. */

import { fold } from "./letters.js";

const FAR = 0.5;
const NEAR = 30;
const IS_NAMED = 5;
const IS_OF_KIND = 1.3;
const IS_OF_DAY = 3;

/* Every document once, with the best of its scores. */
export function merged(answers) {
  const found = new Map();
  for (const { weight, results } of answers) {
    for (const { id, score, data, words } of results) {
      const known = found.get(id);
      if (!known || known.score < score * weight) {
        found.set(id, { id, score: score * weight, data, words });
      }
    }
  }
  return [...found.values()];
}

/* What a document's score counts for, beside its words: what it is, how near each other the words
   stand, and whether it is the very thing that was named or of the kind that was asked for. */
export function weigher(table, queries) {
  const texts = queries.map(({ text }) => fold(text).split(" "));
  const most = Math.max(...texts.map((words) => words.length), 1);
  const named = new Set(texts.map((words) => words.toSorted().join(" ")));
  const kinds = new Set(texts[0] ?? []);
  const days = (texts[0] ?? []).filter((word) => /^(?:19|20)\d{4}(?:\d\d)?$/.test(word));
  return ({ id, words }) => {
    const row = table.row(id);
    if (row === undefined) return undefined;
    let weight = table.weight(row) * (FAR + (1 - FAR) * nearness(words, most));
    if (named.has(table.name(row))) weight *= IS_NAMED;
    if (table.kinds(row).some((kind) => kinds.has(kind))) weight *= IS_OF_KIND;
    if (days.some((day) => table.isMeetingOf(row, day))) weight *= IS_OF_DAY;
    return { row, weight, day: table.day(row) };
  };
}

/* 1 when so many of the words stand side by side somewhere, towards 0 when they never do. */
function nearness(places, count) {
  if (count < 2 || places.length < count) return 1;
  const sorted = Uint32Array.from(places).sort();
  let span = Infinity;
  for (let at = count - 1; at < sorted.length; at++) {
    span = Math.min(span, sorted[at] - sorted[at - count + 1]);
  }
  return Math.exp(-Math.max(span - count, 0) / NEAR);
}

/* Documents that have some of the things looked for: more of them counts most. */
export function partial(lists) {
  const found = new Map();
  for (const list of lists) {
    for (const { id, score, data, words } of list) {
      const known = found.get(id) ?? { id, data, words: [], best: 0, sum: 0, parts: 0 };
      if (score > known.best) Object.assign(known, { best: score, data });
      known.words.push(...words);
      known.sum += score;
      known.parts += 1;
      found.set(id, known);
    }
  }
  return [...found.values()].map(({ id, data, words, sum, parts }) => ({
    id,
    data,
    words,
    score: sum * (parts / lists.length) ** 2,
  }));
}

/* The documents that the table knows, with their rows, in the order that is asked for. */
export function ranked(hits, weight, order) {
  const known = hits.flatMap((hit) => {
    const known = weight(hit);
    return known ? [{ ...hit, ...known, score: hit.score * known.weight }] : [];
  });
  const byDate = (a, b) => b.day - a.day;
  const byScore = (a, b) => b.score - a.score;
  const [first, second] = order === "date" ? [byDate, byScore] : [byScore, byDate];
  return known.sort((a, b) => first(a, b) || second(a, b) || (a.id < b.id ? -1 : 1));
}

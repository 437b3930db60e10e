/* What somebody typed -> slots, each a thing to be found and what else it can be called; and slots
   -> the few queries that Pagefind is asked. */
import { bare, fold, tells } from "./letters.js";

const ALSO_A_NAME = 0.9;
const ALSO_A_SYNONYM = 0.45;
const ALSO_IN_WORDS = 0.25;
const MOST_QUERIES = 8;

const MONTHS = [
  ...["januari", "februari", "mars", "april", "maj", "juni"],
  ...["juli", "augusti", "september", "oktober", "november", "december"],
];
const MONTH = MONTHS.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join("|");

/* Each pattern with what it stands for; the first that fits a place holds. */
const PATTERNS = [
  [/(?<![\d:])(\d{4})-(\d\d)-(\d\d)(?!\d)/, ([, year, month, day]) => date(year, month, day)],
  [/(?<![\d:-])(\d{4})-(\d\d)(?![-\d])/, ([, year, month]) => date(year, month)],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?::?e|:a)? (${MONTH}) (\\d{4})(?!\\d)`),
    ([, day, name, year]) => date(year, monthOf(name), day),
  ],
  [/(?<!\d)(\d{1,2})\/(\d{1,2})[ -](\d{4})(?!\d)/, ([, day, month, year]) => date(year, month, day)],
  [
    new RegExp(`(?<![\\p{L}\\d])(${MONTH}) (\\d{4})(?!\\d)`, "u"),
    ([, name, year]) => date(year, monthOf(name)),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?::?e|:a)? (${MONTH})(?!\\p{L})`, "u"),
    ([, day, name]) => slot([`${day} ${MONTHS[monthOf(name) - 1]}`, 1]),
  ],
  [/(?:§+ ?|(?<!\p{L})paragraf(?:en)? )(\d+)/u, ([, number]) => slot([`${number}q`, 1])],
  // A diary number: the letters before it are the body's, and the spaces are anybody's.
  [
    /(?:(?<!\p{L})\p{L}{2,5} ?)?(?<!\d)(\d+) ?: ?(\d+)(?: ?[-–] ?(\d{4}))?(?!\d)/u,
    ([, one, two, year]) => slot([one + two + (year ?? ""), 1]),
  ],
  [
    /(?<!\d)(\d{1,3}(?:[ .]\d{3})+)(?!\d)(?: ?(?:kr|kronor|sek)(?!\p{L})|:-)?/u,
    ([, sum]) => slot([sum.replace(/\D/g, ""), 1]),
  ],
  [/(?<!\d)(\d{4,}) ?(?:kr|kronor|sek)(?!\p{L})|(?<!\d)(\d{4,}):-/u, ([, a, b]) => slot([a ?? b, 1])],
  // A party after a name, "(s)", is no word to look for.
  [/\(\p{L}{1,3}\)/u, () => null],
];

/* The slots of a query: `{ choices: [{ text, weight }], word }`, where `word` is set for what can be
   misspelt. The lexicon has `names`, pairs of abbreviation and full name, and `synonyms`. */
export function slots(query, lexicon) {
  let rest = query.normalize("NFC").toLowerCase().replace(/[\s"”“]+/g, " ").trim();
  const found = [];
  for (const [pattern, make] of PATTERNS) {
    for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
      const made = make(match);
      if (made) found.push(made);
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    }
  }
  const told = [...slotsOfWords(rest, lexicon), ...found];
  const isTelling = ({ word }) => word === undefined || tells(word);
  return told.some(isTelling) ? told.filter(isTelling) : told;
}

/* The queries for the slots, the likeliest first: one choice of every slot each. */
export function queries(slots) {
  let found = [{ text: "", weight: 1 }];
  for (const { choices } of slots) {
    found = found.flatMap((one) =>
      choices.map(({ text, weight }) => ({
        text: `${one.text} ${text}`.trim(),
        weight: one.weight * weight,
      })),
    );
  }
  return found
    .filter(({ text }) => text)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_QUERIES);
}

/* A slot with another word in the place of a misspelt one. */
export function respelt(slot, word, lexicon) {
  return { ...slotOfWord(word, lexicon), typed: slot.word };
}

function slotsOfWords(text, lexicon) {
  let words = text.split(/[\s,;!?()]+/).map(bare).filter(Boolean);
  const found = [];
  for (const [short, name] of lexicon.names) {
    const parts = name.split(" ").map(bare);
    const at = places(words, parts);
    if (at < 0) continue;
    found.push(slot([inWords(name), 1], [short, ALSO_A_NAME]));
    words = words.toSpliced(at, parts.length);
  }
  for (const [said, others] of Object.entries(lexicon.synonyms)) {
    const parts = said.split(" ");
    const at = parts.length > 1 ? places(words, parts) : -1;
    if (at < 0) continue;
    found.push(slot([inWords(said), 1], ...others.map((one) => [inWords(one), ALSO_A_SYNONYM])));
    words = words.toSpliced(at, parts.length);
  }
  return [...found, ...words.map((word) => slotOfWord(word, lexicon))];
}

function slotOfWord(word, lexicon) {
  const choices = [[word, 1]];
  for (const [short, name] of lexicon.names) {
    if (short === word) choices.push([inWords(name), ALSO_A_NAME]);
  }
  for (const other of lexicon.synonyms[word] ?? []) choices.push([inWords(other), ALSO_A_SYNONYM]);
  const isPlain = choices.length === 1 && !/\d/.test(word);
  return { ...slot(...choices), word: isPlain ? word : undefined };
}

function slot(...choices) {
  return { choices: choices.map(([text, weight]) => ({ text, weight })) };
}

/* The index has whole dates as eight digits, so that a month is the start of its days. */
function date(year, month, day) {
  const name = MONTHS[month - 1];
  const number = [year, month, day].map((part) => part && String(part).padStart(2, "0")).join("");
  if (!name) return slot([number, 1]);
  const said = [day && Number(day), name, year].filter(Boolean).join(" ");
  return slot([number, 1], [said, ALSO_IN_WORDS]);
}

function monthOf(name) {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
}

/* A name in the words that it is found by: "samråd vård omsorg". */
export function inWords(name) {
  return name.toLowerCase().split(" ").map(bare).filter(tells).join(" ");
}

function places(words, parts) {
  const same = (word, part) => fold(word) === fold(part);
  return words.findIndex((_, at) => parts.every((part, i) => same(words[at + i] ?? "", part)));
}

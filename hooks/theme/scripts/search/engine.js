/* What is typed and chosen -> hits and counts: asks Pagefind and the table beside it.

   Pagefind is never given filters, a sort or null: each of them loads the whole index. */
import { merged, partial, ranked, weigher } from "./hits.js";
import { queries, respelt, slots } from "./query.js";
import { shown as told } from "./sentence.js";
import { decoded, Spelling } from "./spelling.js";
import { Table } from "./table.js";

const FEW = 3;
const SMALL = 500;

/* What a browser fetches at once from a host: the first hits need not wait for those after them. */
const FIRST = 6;

/* Titles weigh as headings already; Pagefind's own weight of 5 makes too much of chance likenesses. */
export const RANKING = { metaWeights: { title: 0.5 } };

export class Engine {
  constructor(pagefind, data) {
    this.pagefind = pagefind;
    this.lexicon = data.lexicon;
    this.table = new Table(data);
    this.spelling = new Spelling(decoded(data.words));
    // The words of a small archive are in one file: it may as well be here before the first key.
    if (this.table.rows.length < SMALL) pagefind.preload("a");
  }

  /* For a query and what is chosen: how many documents there are with it and without, the first of
     them as they are shown, and what was made of the query. `begin` is given the same with the
     very first hits, as soon as they are here. */
  async answer(query, chosen, order, { literally, shown, begin = () => {} }) {
    const { wanted, respelt, unknown, near } = this.understood(query, literally);
    const whole = await this.hits(wanted);
    const some = whole.length < FEW && wanted.length > 1 ? await this.someOf(wanted) : [];
    const ids = new Set(whole.map(({ id }) => id));
    const rest = some.filter(({ id }) => !ids.has(id));
    const weight = weigher(this.table, queries(wanted));
    const found = [...ranked(whole, weight, order), ...ranked(rest, weight, order)];
    const rows = found.map(({ row }) => row);
    const narrowed = new Set(this.table.narrowed(rows, chosen));
    const hits = found.filter(({ row }) => narrowed.has(row));
    const answer = {
      count: hits.length,
      partial: hits.filter(({ id }) => !ids.has(id)).length,
      total: found.length,
      counts: this.table.counts(rows, chosen),
      respelt,
      unknown,
      near,
    };
    const opened = hits.slice(0, shown).map((one) => this.open(one));
    if (opened.length > FIRST) begin({ ...answer, hits: await Promise.all(opened.slice(0, FIRST)) });
    return { ...answer, hits: await Promise.all(opened) };
  }

  /* The slots of a query, misspelt words put right and those that no text holds left out. */
  understood(query, literally) {
    const found = { wanted: [], respelt: [], unknown: [], near: [] };
    for (const slot of slots(query, this.lexicon)) {
      if (!slot.word || this.spelling.knows(slot.word)) {
        found.wanted.push(this.known(slot));
        continue;
      }
      const near = this.spelling.near(slot.word);
      found.near.push(...near);
      if (near.length && !literally) {
        found.respelt.push({ typed: slot.word, meant: near[0] });
        found.wanted.push(respelt(slot, near[0], this.lexicon));
      } else found.unknown.push(slot.word);
    }
    return found;
  }

  /* A slot without what no text holds, as long as something is left; Pagefind would guess. */
  known(slot) {
    const isKnown = ({ text }) => text.split(" ").every((word) => this.spelling.knows(word));
    const choices = slot.choices.filter(isKnown);
    const kept = (choices.length ? choices : slot.choices).flatMap(({ text, weight }) =>
      this.spelling.dotted(text).map((dotted) => ({ text: dotted, weight })),
    );
    return { ...slot, choices: kept };
  }

  async hits(wanted) {
    const asked = wanted.length ? queries(wanted) : [];
    const answers = await Promise.all(
      asked.map(async ({ text, weight }) => {
        const { results } = await this.pagefind.search(text);
        return { weight, results };
      }),
    );
    return merged(answers);
  }

  async someOf(wanted) {
    return partial(await Promise.all(wanted.map((slot) => this.hits([slot]))));
  }

  /* What a hit shows: its § and sentence, and what the table knows of it. */
  async open(hit) {
    return { ...told(await hit.data()), ...this.table.about(hit.row) };
  }
}

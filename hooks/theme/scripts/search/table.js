/* What is known of every document beside its words -> who is narrowed down to, and how many. */

import { FACETS } from "./address.js";
import { fold } from "./letters.js";
import { inWords } from "./query.js";

const ORGANIZATION = "Organ";
const MEETINGS = ["Protokoll", "Möte i kalendern"];

export class Table {
  constructor(data) {
    this.data = data;
    const rows = data.ids.split(" ").map((start, row) => ({ start: `sv_${start}`, row }));
    this.rows = rows.sort((a, b) => (a.start < b.start ? -1 : 1));
    this.told = new Map();
    this.days = data.date.map((date) => (date ? day(date) : 0));
    const days = this.days.filter(Boolean).sort((a, b) => a - b);
    [this.first, this.last] = [days[0] ?? 0, days.at(-1) ?? 1];
  }

  /* The row of a document by Pagefind's id; undefined in a table that is older than the index. */
  row(id) {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.rows[middle].start <= id) low = middle + 1;
      else high = middle;
    }
    const found = this.rows[low - 1];
    return found && id.startsWith(found.start) ? found.row : undefined;
  }

  about(row) {
    const { data } = this;
    const [status, tone] = data.statuses[data.status[row]];
    return {
      label: data.labels[data.label[row]],
      bodies: this.values("body", row),
      date: data.date[row],
      status,
      tone,
    };
  }

  /* What a document's score counts for: its kind, whether it still holds, and a little its age. */
  weight(row) {
    const span = Math.max(this.last - this.first, 1);
    const newness = this.days[row] ? (this.days[row] - this.first) / span : 0;
    return (this.data.rank[row] / 100) * (1 + 0.06 * newness);
  }

  /* The words of the organization that a document is about, sorted; "" for any other document. */
  name(row) {
    if (!this.is(row, [ORGANIZATION])) return "";
    return fold(inWords(this.values("body", row)[0])).split(" ").toSorted().join(" ");
  }

  /* Whether a document is of one of the kinds. */
  is(row, kinds) {
    const { values, sets, of } = this.data.facets.kind;
    return kinds.includes(values[sets[of[row]][0]]);
  }

  /* What somebody calls such a document: "protokoll", "strategi". */
  kinds(row) {
    const { label, labels, facets } = this.data;
    const key = `${facets.kind.of[row]} ${label[row]}`;
    if (!this.told.has(key)) {
      const kinds = [...this.values("kind", row), labels[label[row]]];
      this.told.set(key, kinds.map((kind) => fold(kind.toLowerCase())));
    }
    return this.told.get(key);
  }

  /* Whether a document tells of a meeting on a day, or in a month, given in digits. */
  isMeetingOf(row, day) {
    return this.is(row, MEETINGS) && this.data.date[row].replaceAll("-", "").startsWith(day);
  }

  day(row) {
    return this.days[row];
  }

  values(facet, row) {
    const { values, sets, of } = this.data.facets[facet];
    return sets[of[row]].map((value) => values[value]);
  }

  /* The rows that have one of the chosen values of every facet in which some are chosen. */
  narrowed(rows, chosen, but) {
    const tests = FACETS.filter((facet) => facet !== but && chosen[facet]?.length).map((facet) => {
      const { values, sets, of } = this.data.facets[facet];
      const wanted = new Set(chosen[facet].map((value) => values.indexOf(value)));
      const fits = sets.map((set) => set.some((value) => wanted.has(value)));
      return (row) => fits[of[row]];
    });
    return tests.length ? rows.filter((row) => tests.every((fits) => fits(row))) : rows;
  }

  /* For every facet its values with how many rows there would be if that one were chosen too. */
  counts(rows, chosen) {
    return Object.fromEntries(
      FACETS.map((facet) => {
        const { values, sets, of } = this.data.facets[facet];
        const ofSets = new Array(sets.length).fill(0);
        for (const row of this.narrowed(rows, chosen, facet)) ofSets[of[row]] += 1;
        const counts = new Array(values.length).fill(0);
        sets.forEach((set, at) => set.forEach((value) => (counts[value] += ofSets[at])));
        return [facet, values.map((value, at) => ({ value, count: counts[at] }))];
      }),
    );
  }
}

/* The first day of a date as far as it is known, in a number that grows with time. */
export function day(date) {
  const [year, month, dayOfMonth] = date.split("-");
  const first = month === "höst" ? 7 : Number(month) || 1;
  return Number(year) * 372 + first * 31 + Number(dayOfMonth ?? 1);
}

/* Hits, facets and what is said about them -> elements of the page. Texts are only ever texts. */
import { FACETS } from "./address.js";

const LABELS = {
  kind: "Slag",
  body: "Organ",
  year: "År",
  topic: "Ämne",
  municipality: "Kommun",
  type: "Typ av beslut",
  status: "Läge",
};
const BY_COUNT = new Set(["body", "topic", "municipality"]);
const MOST_VALUES = 6;
const MONTHS = new Intl.DateTimeFormat("sv", { month: "long", timeZone: "UTC" });

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== "" && child != null));
  return made;
}

export function hit(found, root) {
  const { address, title, within, sentence, others, label, bodies, date, status, tone } = found;
  const href = (to) => root + to.replace(/^\//, "");
  const isOwn = title.map(({ text }) => text).join("") === bodies.join(", ");
  const about = within ? [label, within] : [label, isOwn ? "" : bodies.join(", "), date && when(date)];
  return element(
    "li",
    { className: "hit" },
    element(
      "p",
      { className: "hit-about" },
      ...about.filter(Boolean).map((text, at) => element("span", at ? {} : { className: "hit-kind" }, text)),
      status && element("span", { className: `badge badge-${tone}` }, status),
    ),
    element("h3", { className: "hit-title" }, element("a", { href: href(address) }, ...marked(title))),
    sentence.length ? element("p", { className: "hit-text" }, ...marked(sentence)) : "",
    others.length
      ? element(
          "p",
          { className: "hit-others" },
          element("span", {}, "Också i "),
          ...others.flatMap((other, at) => [
            at ? ", " : "",
            element("a", { href: href(other.address) }, other.title),
          ]),
        )
      : "",
  );
}

/* A date as far as it is known, as a reader says it. */
export function when(date) {
  const [year, month, day] = date.split("-");
  if (!month) return year;
  if (Number.isNaN(Number(month))) return `${month}en ${year}`;
  const name = MONTHS.format(Date.UTC(2000, month - 1));
  return [day && Number(day), name, year].filter(Boolean).join(" ");
}

function marked(pieces) {
  return pieces.flatMap(({ text, marked }) => {
    if (!marked) return [text];
    const [, before, word, after] = /^([^\p{L}\d§]*)(.*?)([^\p{L}\d]*)$/su.exec(text);
    return [before, element("mark", {}, word), after].filter(Boolean);
  });
}

/* The facets as groups of boxes; those that would leave nothing are not shown unless chosen. */
export class Facets {
  constructor(place, onChange) {
    this.place = place;
    this.onChange = onChange;
    this.open = new Set();
    this.groups = new Map();
  }

  show(counts, chosen) {
    for (const facet of FACETS) {
      const values = counts[facet].filter(({ value, count }) => count || chosen[facet].includes(value));
      const isUseful = values.length > 1 || chosen[facet].length > 0;
      if (!isUseful) {
        this.groups.get(facet)?.element.remove();
        this.groups.delete(facet);
        continue;
      }
      const group = this.groups.get(facet) ?? this.group(facet);
      this.fill(group, facet, values, chosen[facet]);
    }
    const order = FACETS.map((facet) => this.groups.get(facet)?.element).filter(Boolean);
    order.forEach((one, at) => {
      if (this.place.children[at] !== one) this.place.insertBefore(one, this.place.children[at] ?? null);
    });
  }

  group(facet) {
    const list = element("ul", {});
    const more = element("button", { type: "button", className: "facet-more" });
    const group = {
      element: element("fieldset", { className: "facet" }, element("legend", {}, LABELS[facet]), list, more),
      list,
      more,
      boxes: new Map(),
    };
    more.addEventListener("click", () => {
      if (!this.open.delete(facet)) this.open.add(facet);
      this.limit(group, facet);
    });
    this.groups.set(facet, group);
    return group;
  }

  fill(group, facet, values, chosen) {
    const ordered = BY_COUNT.has(facet) ? values.toSorted((a, b) => b.count - a.count) : values;
    const kept = new Set(ordered.map(({ value }) => value));
    for (const [value, box] of group.boxes) {
      if (kept.has(value)) continue;
      box.item.remove();
      group.boxes.delete(value);
    }
    ordered.forEach(({ value, count }, at) => {
      const box = group.boxes.get(value) ?? this.box(group, facet, value);
      box.input.checked = chosen.includes(value);
      box.count.textContent = count;
      if (group.list.children[at] !== box.item) {
        const focused = box.input === document.activeElement;
        group.list.insertBefore(box.item, group.list.children[at] ?? null);
        if (focused) box.input.focus();
      }
    });
    this.limit(group, facet);
  }

  box(group, facet, value) {
    const input = element("input", { type: "checkbox", name: facet, value });
    const count = element("span", { className: "facet-count" });
    const label = element("label", {}, input, element("span", { className: "facet-value" }, value), count);
    const box = { input, count, item: element("li", {}, label) };
    input.addEventListener("change", () => this.onChange(facet, value, input.checked));
    group.boxes.set(value, box);
    return box;
  }

  limit(group, facet) {
    const items = [...group.list.children];
    const isOpen = this.open.has(facet);
    items.forEach((item, at) => {
      item.hidden = !isOpen && at >= MOST_VALUES && !item.querySelector("input").checked;
    });
    group.more.hidden = items.length <= MOST_VALUES;
    group.more.textContent = isOpen ? "Visa färre" : `Visa alla ${items.length}`;
    group.more.setAttribute("aria-expanded", String(isOpen));
    group.more.setAttribute("aria-label", `${group.more.textContent}: ${LABELS[facet].toLowerCase()}`);
  }
}

/* Buttons that take away what is chosen. */
export function chips(chosen, onRemove) {
  return FACETS.flatMap((facet) =>
    chosen[facet].map((value) => {
      const chip = element(
        "button",
        { type: "button", className: "chip", "aria-label": `Ta bort ${LABELS[facet].toLowerCase()}: ${value}` },
        value,
      );
      chip.addEventListener("click", () => onRemove(facet, value));
      return element("li", {}, chip);
    }),
  );
}

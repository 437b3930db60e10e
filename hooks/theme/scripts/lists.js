/* Lists of records: narrow them down and sort them. What is chosen stands in the address. */

const FACETS = [
  ["kind", "Slag"],
  ["body", "Organ"],
  ["year", "År"],
  ["topic", "Ämne"],
  ["municipality", "Kommun"],
];
const swedish = new Intl.Collator("sv", { numeric: true });

export function setUpLists(document) {
  for (const table of document.querySelectorAll("table[data-filterable]")) setUp(table, document);
}

function setUp(table, document) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 2) return;
  const { form, selects, count } = filters(rows, document);
  table.closest(".table-scroll").before(form);
  const headings = sortButtons(table, document);

  const show = () => {
    const chosen = selects.filter((select) => select.value);
    const shown = rows.filter((row) => {
      const fits = chosen.every((select) => values(row, select.name).includes(select.value));
      row.hidden = !fits;
      return fits;
    });
    count.textContent =
      shown.length === rows.length
        ? `${rows.length} poster`
        : `${shown.length} av ${rows.length} poster`;
  };
  const sort = (place, direction) => {
    headings.forEach((heading, at) => {
      if (at === place) heading.setAttribute("aria-sort", direction);
      else heading.removeAttribute("aria-sort");
    });
    const sign = direction === "descending" ? -1 : 1;
    const sorted =
      place === null
        ? rows
        : [...rows].sort((a, b) => sign * swedish.compare(key(a, place), key(b, place)));
    table.tBodies[0].append(...sorted);
  };
  const address = (place, direction) => {
    const query = new URLSearchParams();
    for (const select of selects) if (select.value) query.set(select.name, select.value);
    if (place !== null) query.set("sort", `${place}-${direction}`);
    const text = query.toString();
    history.replaceState(null, "", text ? `?${text}` : location.pathname);
  };

  let order = [null, "ascending"];
  form.addEventListener("change", () => {
    show();
    address(...order);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  headings.forEach((heading, place) =>
    heading.querySelector("button").addEventListener("click", () => {
      const turn = heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      order = [place, turn];
      sort(...order);
      address(...order);
    }),
  );

  const query = new URLSearchParams(location.search);
  for (const select of selects) select.value = query.get(select.name) ?? "";
  for (const select of selects) if (select.selectedIndex < 0) select.value = "";
  const [, place, direction] = /^(\d+)-((?:a|de)scending)$/.exec(query.get("sort") ?? "") ?? [];
  if (Number(place) < headings.length) {
    order = [Number(place), direction];
    sort(...order);
  }
  show();
}

function filters(rows, document) {
  const form = document.createElement("form");
  form.className = "filters";
  form.setAttribute("aria-label", "Begränsa listan");
  const selects = FACETS.flatMap(([name, label]) => {
    const all = [...new Set(rows.flatMap((row) => values(row, name)))].sort(swedish.compare);
    if (all.length < 2) return [];
    const select = document.createElement("select");
    select.name = name;
    select.append(new Option("Alla", ""), ...all.map((value) => new Option(value, value)));
    const field = document.createElement("label");
    field.append(label, select);
    form.append(field);
    return [select];
  });
  const count = document.createElement("output");
  count.setAttribute("role", "status");
  form.append(count);
  return { form, selects, count };
}

function sortButtons(table, document) {
  const headings = [...table.tHead.rows[0].cells];
  for (const heading of headings) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...heading.childNodes);
    heading.append(button);
  }
  return headings;
}

function values(row, name) {
  return (row.dataset[name] ?? "").split("|").filter(Boolean);
}

function key(row, place) {
  const cell = row.cells[place];
  return cell.dataset.sort ?? cell.textContent.trim();
}

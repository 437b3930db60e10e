/* The address -> what is typed and chosen, and back again: a search can be sent to somebody. */

export const FACETS = ["kind", "body", "year", "topic", "municipality", "type", "status"];
export const PAGE_SIZE = 10;

export function parsed(search) {
  const given = new URLSearchParams(search);
  const chosen = Object.fromEntries(
    FACETS.map((facet) => [facet, [...new Set(given.getAll(facet))].filter(Boolean)]),
  );
  const shown = Number.parseInt(given.get("shown") ?? "", 10);
  return {
    query: given.get("q") ?? "",
    chosen,
    order: given.get("sort") === "date" ? "date" : "relevance",
    literally: given.has("literally"),
    shown: shown > PAGE_SIZE ? shown : PAGE_SIZE,
  };
}

export function written({ query, chosen, order, literally, shown }) {
  const said = new URLSearchParams();
  if (query.trim()) said.set("q", query.trim());
  for (const facet of FACETS) for (const value of chosen[facet]) said.append(facet, value);
  if (order === "date") said.set("sort", "date");
  if (literally) said.set("literally", "1");
  if (shown > PAGE_SIZE) said.set("shown", shown);
  const text = said.toString();
  return text && `?${text}`;
}

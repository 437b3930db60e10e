/* The worker behind client.js: is given the files of the search, and answers questions. */
import * as pagefind from "../../pagefind/pagefind.js";
import { Engine, RANKING } from "./engine.js";
// What these import, too, so that everything is asked for at once.
import "./hits.js";
import "./letters.js";
import "./query.js";
import "./sentence.js";
import "./spelling.js";
import "./table.js";

const CHUNK = /\/(?:index|fragment)\/[^/]+$/;

const places = new Map();
let latest = 0;

/* Where a file that is given, or will be, can be waited for. */
function place(name) {
  if (!places.has(name)) {
    const made = {};
    made.file = new Promise((resolve) => (made.give = resolve));
    places.set(name, made);
  }
  return places.get(name);
}

/* Pagefind asks for its files itself; those that the page has asked for already wait here. */
const fetched = self.fetch;
self.fetch = async (address) => {
  const { pathname } = new URL(address);
  if (CHUNK.test(pathname)) return fetched(address);
  return new Response(await place(pathname.split("/").at(-1)).file);
};

async function start() {
  await pagefind.options({ ranking: RANKING });
  await pagefind.init();
  const data = await new Response(await place("samrum-table.json").file).json();
  place("pagefind-entry.json").give(JSON.stringify(data.entry));
  return new Engine(pagefind, data);
}

const engine = start();

async function answer({ id, query, chosen, order, literally, shown }) {
  latest = id;
  try {
    const ready = await engine;
    // Whoever types on is not kept waiting for what stood there before.
    await new Promise((resolve) => setTimeout(resolve));
    if (id !== latest) return;
    const begin = (first) => self.postMessage({ id, first });
    const answer = await ready.answer(query, chosen, order, { literally, shown, begin });
    self.postMessage({ id, answer });
  } catch (error) {
    self.postMessage({ id, error });
  }
}

self.addEventListener("message", ({ data }) => {
  if (data.name) place(data.name).give(data.content);
  else answer(data);
});

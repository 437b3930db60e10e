/* The search page: hits as you type. What is typed and chosen stands in the address. */
import { PAGE_SIZE, parsed, written } from "./search/address.js";
import { ask } from "./search/client.js";
import { chips, element, Facets, hit } from "./search/view.js";

/* How long to wait for the next letter: few begin to look for what begins with one or two. */
const PAUSE = 60;
const PAUSE_AFTER_LITTLE = 300;
const LITTLE = 3;
const PAUSE_BEFORE_SAYING = 400;

const page = document.querySelector("[data-search]");
const part = (name) => page.querySelector(`[data-${name}]`);
const [form, field, order, status, said, note, list, more] = [
  ...["form", "field", "order", "status", "said", "note", "hits", "more"].map(part),
];
const root = page.dataset.root;

let state = parsed(location.search);
let isTyping = false;
let latest = 0;
let saying;

const facets = new Facets(part("facets"), pick);

/* Choose a value of a facet, or take it away; others chosen meanwhile stay chosen. */
function pick(facet, value, isChosen) {
  const others = state.chosen[facet].filter((one) => one !== value);
  choose({ chosen: { ...state.chosen, [facet]: isChosen ? [...others, value] : others } });
}

/* A choice is a step of its own in the history; the letters of a word are one step together. */
function choose(change) {
  isTyping = false;
  state = { ...state, shown: PAGE_SIZE, ...change };
  history.pushState(null, "", written(state) || location.pathname);
  return show();
}

function type() {
  const isNew = !isTyping;
  isTyping = true;
  state = { ...state, query: field.value, literally: false, shown: PAGE_SIZE };
  const address = written(state) || location.pathname;
  if (isNew) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  const turn = ++latest;
  const pause = state.query.trim().length < LITTLE ? PAUSE_AFTER_LITTLE : PAUSE;
  setTimeout(() => turn === latest && show(), pause);
}

function readAddress() {
  isTyping = false;
  state = parsed(location.search);
  field.value = state.query;
  return show();
}

async function show() {
  const turn = ++latest;
  const { query, chosen, literally, shown } = state;
  order.value = state.order;
  page.dataset.asked = query.trim() ? "something" : "nothing";
  if (!query.trim()) {
    list.replaceChildren();
    delete page.dataset.answer;
    return say("");
  }
  const waiting = setTimeout(() => turn === latest && say("Söker …"), PAUSE_BEFORE_SAYING);
  let drawn = 0;
  const begin = (first) => {
    // Hits that stand there already are replaced once, by all that take their place.
    if (turn !== latest || list.children.length) return;
    clearTimeout(waiting);
    draw(first);
    drawn = list.children.length;
  };
  try {
    const answer = await ask({ query, chosen, order: state.order, literally, shown }, begin);
    clearTimeout(waiting);
    if (turn !== latest) return undefined;
    draw(answer, drawn);
    list.dataset.query = query;
    return undefined;
  } catch (error) {
    clearTimeout(waiting);
    if (turn !== latest) return undefined;
    console.error(error);
    page.dataset.answer = "failed";
    return say("Sökningen kunde inte laddas. Ladda om sidan, eller bläddra i listorna.");
  }
}

/* Shows an answer; so many lines of its hits may have been drawn already. */
function draw(found, drawn = 0) {
  const { chosen, shown } = state;
  const { count } = found;
  const lines = [...listed(found)].slice(drawn);
  if (drawn) list.append(...lines);
  else list.replaceChildren(...lines);
  list.dataset.shown = state.query;
  facets.show(found.counts, chosen);
  part("chips").replaceChildren(
    ...chips(chosen, (facet, value) => {
      pick(facet, value, false);
      field.focus();
    }),
  );
  more.hidden = count <= shown;
  more.textContent = `Visa ${Math.min(PAGE_SIZE, count - shown)} till`;
  note.replaceChildren(...notes(found));
  page.dataset.answer = count ? "hits" : "none";
  const narrowed = count < found.total ? ` av ${found.total}` : "";
  say(count ? `${count}${narrowed} ${(narrowed ? found.total : count) === 1 ? "träff" : "träffar"}` : "Inga träffar");
}

/* The hits, and before those that have some of the words a line that says so. */
function* listed({ hits, count, partial }) {
  const whole = count - partial;
  for (const [place, one] of hits.entries()) {
    if (partial && place === whole) {
      const label = whole ? "Träffar på några av orden" : "Ingen sida har alla orden. Här är några av dem";
      yield element("li", { className: "hits-partial" }, label);
    }
    yield hit(one, root);
  }
}

/* What was changed in the query, what the archive does not know, and what to try. */
function* notes({ respelt, unknown, near, count, total }) {
  if (respelt.length) {
    const meant = respelt.map((one) => one.meant).join(" ");
    const literally = element("button", { type: "button", className: "as-link" }, "Sök precis som jag skrev");
    literally.addEventListener("click", () => {
      choose({ literally: true });
      field.focus();
    });
    yield element("p", {}, "Visar träffar på ", element("strong", {}, meant), ". ", literally);
  }
  if (unknown.length) {
    const words = unknown.map((word) => `”${word}”`).join(" och ");
    yield element("p", {}, `${words} finns inte i arkivet.`);
  }
  if (unknown.length && near.length) {
    const words = near.map((word) => element("li", {}, link(word, { query: word, literally: false })));
    yield element("p", {}, "Menade du?");
    yield element("ul", { className: "near" }, ...words);
  }
  if (!count && total) {
    const all = link("Visa alla träffar", { chosen: parsed("").chosen });
    yield element("p", {}, `Det finns ${total} träffar utan urvalet. `, all);
  } else if (!count) {
    yield element("p", {}, "Pröva färre eller andra ord, eller bläddra i listorna nedan.");
  }
}

/* A link to a search, which is done without leaving the page. */
function link(text, change) {
  const made = element("a", { href: written({ ...state, ...change }) || "./" }, text);
  made.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if ("query" in change) field.value = change.query;
    choose(change);
    field.focus();
  });
  return made;
}

/* The count is seen at once, and told to screen readers when typing has paused. */
function say(text) {
  said.textContent = text;
  clearTimeout(saying);
  saying = setTimeout(() => {
    status.textContent = text;
  }, PAUSE_BEFORE_SAYING);
}

field.addEventListener("input", type);
field.addEventListener("change", () => (isTyping = false));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  choose({ query: field.value });
});
order.addEventListener("change", () => choose({ order: order.value }));
more.addEventListener("click", async () => {
  const first = state.shown;
  state = { ...state, shown: first + PAGE_SIZE };
  history.replaceState(null, "", written(state));
  await show();
  list.querySelectorAll(".hit")[first]?.querySelector("a").focus();
});
part("narrow").addEventListener("click", ({ currentTarget: button }) => {
  const isOpen = page.classList.toggle("is-narrowing");
  button.setAttribute("aria-expanded", String(isOpen));
});
addEventListener("popstate", readAddress);
readAddress();
if (!state.query) field.focus({ preventScroll: true });

/* A question -> its answer, from the worker that searches. The worker and the files that it needs are
   asked for as soon as this is here: all at once, where Pagefind would ask for one after the other. */

const FILES = ["wasm.sv.pagefind", "pagefind.sv.pf_meta", "samrum-table.json"];

const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
let asked = 0;
let latest;
let failure;

/* What `answer` in worker.js makes of a question; `begin` is given what there is of it before all is
   there. Only the latest question is ever answered. */
export function ask(question, begin) {
  return new Promise((resolve, reject) => {
    latest = { id: ++asked, begin, resolve, reject };
    if (failure) reject(failure);
    else worker.postMessage({ ...question, id: latest.id });
  });
}

function fail(error) {
  failure = error;
  latest?.reject(error);
}

async function hand(name) {
  // An index that has changed must not be read by what is left of the one before.
  const address = new URL(`../../pagefind/${name}`, import.meta.url);
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  const content = await answer.arrayBuffer();
  worker.postMessage({ name, content }, [content]);
}

worker.addEventListener("message", ({ data: { id, first, answer, error } }) => {
  if (id !== latest.id) return;
  if (first) latest.begin(first);
  else if (error) latest.reject(error);
  else latest.resolve(answer);
});
worker.addEventListener("error", () => fail(new Error("The search does not start")));
for (const name of FILES) hand(name).catch(fail);

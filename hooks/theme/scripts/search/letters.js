/* Words without dots and rings, as somebody on another keyboard types them: "hälsa" is "halsa". */

export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

/* Words that nearly every text holds: they tell nothing, and would spoil the order of the hits. */
const EMPTY = new Set(
  `och i på av för att en ett den det de som med till om är var går gick finns fanns kommer vad vem vilka vilken vilket hur när
  där vid från gör göra ska skall kan har hade inte eller mot länge mycket många åt ur få får man jag
  vi ni sig sin sitt sina dess detta denna dessa då nu blir bli blev under enligt samt hos kl dnr
  diarienummer`.split(/\s+/),
);

export function tells(word) {
  return !EMPTY.has(word);
}

/* A word without the signs around it. */
export function bare(word) {
  return word.replace(/^[^\p{L}\d§]+|[^\p{L}\d]+$/gu, "");
}

// How well the real client finds what questions ask for: `node relevance.mjs index queries.jsonl qrels.tsv docs.jsonl`.
import { readFile } from "node:fs/promises";
import { runInThisContext } from "node:vm";

runInThisContext(await readFile(new URL("../../templates/assets/search-core.js", import.meta.url), "utf8"));
const { Index } = globalThis.searchCore;

const [folder, queriesFile, qrelsFile, documentsFile] = process.argv.slice(2);
const lines = async (file) => (await readFile(file, "utf8")).split("\n").filter(Boolean);
const documents = (await lines(documentsFile)).map((line) => JSON.parse(line).id);
const numberOf = new Map(documents.map((id, i) => [id, i]));
const queries = (await lines(queriesFile)).map((line) => JSON.parse(line));
const relevant = new Map((await lines(qrelsFile)).slice(1).map((line) => line.split("\t")).map(([q, d]) => [q, numberOf.get(d)]));
const manifest = JSON.parse(await readFile(`${folder}/index.json`, "utf8"));
const index = new Index(manifest, async (path) => JSON.parse(await readFile(`${folder}/${path}`, "utf8")));

/** A word of five letters or more with one typo, chosen by the question's number. */
function mistyped(text, seed) {
  const found = [...text.matchAll(/[a-zà-ÿœ]{5,}/giu)];
  if (!found.length) return text;
  const word = found[seed % found.length];
  const at = 1 + ((seed * 7) % (word[0].length - 2));
  const w = word[0];
  const typo = [w.slice(0, at) + w.slice(at + 1), w.slice(0, at) + w[at + 1] + w[at] + w.slice(at + 2), w.slice(0, at) + "e" + w.slice(at + 1)][seed % 3];
  return text.slice(0, word.index) + typo + text.slice(word.index + w.length);
}

const kinds = {
  "as asked": (text) => text,
  "without accents": (text) => text.normalize("NFD").replace(/\p{M}/gu, ""),
  "one typo": mistyped,
};
for (const [name, change] of Object.entries(kinds)) {
  let [gain, first, inTen, none] = [0, 0, 0, 0];
  const start = performance.now();
  for (const [i, { id, text }] of queries.entries()) {
    const { results } = await index.search(change(text, i), false);
    if (!results.length) none++;
    const rank = results.slice(0, 10).findIndex(({ document }) => document === relevant.get(id));
    if (rank >= 0) { gain += 1 / Math.log2(rank + 2); first += 1 / (rank + 1); inTen++; }
  }
  const n = queries.length;
  console.log(`${name}: nDCG@10 ${(gain / n).toFixed(4)}, MRR@10 ${(first / n).toFixed(4)}, R@10 ${(inTen / n).toFixed(4)}, no result ${none} of ${n}, ${((performance.now() - start) / n).toFixed(2)} ms a query`);
}

// Finds documents in an index that was made beforehand: words are folded and looked up, and their scores added.
// Every file is fetched when it is needed first, and once.

/** Words with an apostrophe of their own, and acronyms with dots: both are put together before a text is cut. */
const JOINED = /(aujourd)['’ʼ](?=hui)|(presqu)['’ʼ](?=[iî]l)|(prud)['’ʼ](?=hom)/giu;
const ACRONYM = /(?<![\p{L}\p{N}.])(?:[a-z]\.){2,}(?:[a-z](?![\p{L}\p{N}]))?/giu;
const WORD = /[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[\p{L}\p{Nd}\p{Mn}\p{Mc}\p{Cf}]+?(?=[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\p{L}\p{Nd}\p{Mn}\p{Mc}\p{Cf}]|$)/gu;
const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l", þ: "th", ı: "i" };

/** A word in the form in which words are compared: no accents, no ligatures, lower case. */
export function fold(word) {
  return word.toLowerCase().normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").replace(/[œæßøđłþı]/g, (c) => LIGATURES[c]).toLowerCase();
}

/** The words of a text as [folded, start, end]; single letters are none. */
export function words(text) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]);
    if (folded && !/^[a-z]$/.test(folded)) found.push([folded, match.index, match.index + match[0].length]);
  }
  return found;
}

/** Puts together what would be cut: the places of other words change, so this is for queries. */
export const joined = (text) =>
  text.replace(JOINED, "$1$2$3").replace(ACRONYM, (acronym) => acronym.replaceAll(".", ""));

const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => c !== '"' && c !== "\\");
const DIGITS = new Int16Array(128).fill(-1);
ALPHABET.forEach((character, digit) => { DIGITS[character.charCodeAt(0)] = digit; });

/** The numbers of a text in base 46. */
export function numbers(text) {
  const all = [];
  let number = 0;
  let weight = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = DIGITS[text.charCodeAt(i)];
    number += (digit % 46) * weight;
    if (digit >= 46) weight *= 46;
    else { all.push(number); number = 0; weight = 1; }
  }
  return all;
}

/** The words of a front-coded list. */
export function unpacked(text) {
  const all = [];
  let last = "";
  for (const [, shared, rest] of text.matchAll(/([A-Z])([^A-Z]*)/g)) {
    last = last.slice(0, shared.charCodeAt(0) - 65) + rest;
    all.push(last);
  }
  return all;
}

/** The last place whose value isn't greater, in a list in order; -1 where all are. */
function place(list, value) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1; else high = middle;
  }
  return low - 1;
}

/** Damerau's restricted distance, or more than `limit` where it is greater. */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2] + 1);
      next.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[b.length];
}

const EXPANSIONS = 40;
const PREFIX = 0.75;
const CORRECTION = 0.6;
const FLOOR = 0.2;

/** An index, read through a function that gives the JSON of a file by its path. */
export class Index {
  /** @param {object} manifest @param {(path: string) => Promise<object>} read */
  constructor(manifest, read) {
    this.count = manifest.n;
    this.keys = unpacked(manifest.keys);
    this.letters = manifest.letters;
    this.stop = new Set(manifest.stop.split(" "));
    this.read = read;
    this.files = new Map();
  }

  file(path, prepare) {
    if (!this.files.has(path)) {
      const promise = this.read(path).then(prepare);
      promise.catch(() => this.files.delete(path));
      this.files.set(path, promise);
    }
    return this.files.get(path);
  }

  shard(number) {
    return this.file(`t/${number}.json`, (json) => {
      const stems = [];
      let next = 0;
      for (const reference of numbers(json.r)) {
        if (reference === 0) stems.push(next++);
        else if (reference % 2) stems.push(next - 1 - (reference - 1) / 2);
        else stems.push([json.a[reference - 2], json.a[reference - 1]]);
      }
      return { forms: unpacked(json.f), stems, packed: json.p.split(" "), postings: [] };
    });
  }

  /** The postings of a stem of a shard: documents, levels, idf. */
  postings(shard, stem) {
    if (!shard.postings[stem]) {
      const values = numbers(shard.packed[stem]);
      const scale = 2 ** ((values.shift() - 8) / 8);
      const documents = new Int32Array(values.length);
      const levels = new Float32Array(values.length);
      let last = -1;
      values.forEach((value, i) => {
        last += (values.length > 1 ? Math.floor(value / 15) : value) + 1;
        documents[i] = last;
        levels[i] = (values.length > 1 ? (value % 15 + 1) / 15 : 1) * scale;
      });
      const idf = Math.log(1 + (this.count - values.length + 0.5) / (values.length + 0.5));
      shard.postings[stem] = { documents, levels, idf };
    }
    return shard.postings[stem];
  }

  /** The postings of forms, at places of a shard, wherever their stems stand. */
  async lists(shard, places) {
    return Promise.all(places.map(async (at) => {
      const stem = shard.stems[at];
      if (typeof stem === "number") return this.postings(shard, stem);
      return this.postings(await this.shard(stem[0]), stem[1]);
    }));
  }

  /** The postings for a word, each with the share of its scores that counts. */
  async lookup(word, isPrefix) {
    const number = Math.max(place(this.keys, word), 0);
    const found = { word, lists: [] };
    if (!this.keys.length) return found;
    const shard = await this.shard(number);
    const at = place(shard.forms, word);
    const isExact = shard.forms[at] === word;
    if (isExact) found.lists.push([...(await this.lists(shard, [at])), 1]);
    if (isPrefix && word.length > 2) {
      const places = [];
      for (let i = at + (isExact ? 1 : 1); i < shard.forms.length && shard.forms[i].startsWith(word); i++) {
        if (typeof shard.stems[i] === "number" && places.length < EXPANSIONS) places.push(i);
      }
      for (const list of await this.lists(shard, places)) found.lists.push([list, PREFIX]);
    }
    return found;
  }

  /** The form nearest to a word that no document holds; nothing where none is near. */
  async nearest(word) {
    const limit = word.length > 8 ? 2 : word.length > 4 ? 1 : 0;
    const letter = (c) => (/[a-z]/.test(c) ? c : /[0-9]/.test(c) ? "0" : "_");
    if (!limit) return undefined;
    const letters = new Set([letter(word[0]), letter(word[1])].filter((c) => this.letters.includes(c)));
    let best;
    for (const name of letters) {
      const forms = await this.file(`v/${name}.json`, (json) => unpacked(json.f));
      for (const form of forms) {
        const far = distance(word, form, best ? Math.min(limit, best.far) : limit);
        if (far > limit) continue;
        let shared = 0;
        while (shared < word.length && word[shared] === form[shared]) shared++;
        if (!best || far < best.far || (far === best.far && shared > best.shared)) best = { form, far, shared };
      }
      if (best) break;
    }
    return best?.form;
  }

  /**
   * Documents by their scores, best first, and what became of each word.
   * @param {string} query
   * @param {boolean} isTyped whether the last word may go on
   */
  async search(query, isTyped = true) {
    const asked = [...new Set(words(joined(query.slice(0, 200))).map(([word]) => word))].filter((word) => !this.stop.has(word));
    const found = await Promise.all(asked.map(async (word, i) => {
      const own = await this.lookup(word, isTyped && i === asked.length - 1);
      if (own.lists.length) return own;
      const near = await this.nearest(word);
      if (!near) return { ...own, isMissing: true };
      const other = await this.lookup(near, false);
      return { word, correction: near, lists: other.lists.map(([list]) => [list, CORRECTION]) };
    }));
    const scores = new Map();
    let mass = 0;
    for (const { lists } of found) {
      const best = new Map();
      let idf = 0;
      for (const [{ documents, levels, idf: own }, share] of lists) {
        if (share !== PREFIX || !idf) idf = Math.max(idf, own);
        documents.forEach((document, i) => {
          const score = levels[i] * share;
          if (score > (best.get(document) ?? 0)) best.set(document, score);
        });
      }
      mass += idf;
      for (const [document, score] of best) {
        const sum = scores.get(document) ?? [0, 0];
        sum[0] += score;
        sum[1] += idf;
        scores.set(document, sum);
      }
    }
    const results = [...scores].filter(([, [, held]]) => held >= FLOOR * mass).map(([document, [score]]) => ({ document, score }));
    results.sort((a, b) => b.score - a.score || a.document - b.document);
    return { results, words: found };
  }
}

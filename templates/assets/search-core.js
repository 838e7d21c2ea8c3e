"use strict";
// Finds documents in an index that was made beforehand: words are folded and looked up, and their scores added.
// Every file is fetched when it is needed first, and once. Nothing here touches a page, so that it runs in Node too.
{
  const SIGNS = "[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Cf}]";
  const IDEOGRAPH = "[\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3134f}]";
  // Letters and formats of Unicode that separate all the same: an apostrophe, spaces without width.
  const LETTER = `(?!${IDEOGRAPH}|[\\u02bc\\u200b\\u2010-\\u206f])${SIGNS}`;
  const ACRONYM = "(?:[a-z]\\.){2,}(?:[a-z](?![\\p{L}\\p{Nd}])|(?![a-z]))";
  const JOINED = "(?:aujourd['’ʼ]hui|presqu['’ʼ][iî]l|prud['’ʼ]hom)";
  const WORD = new RegExp(
    `(?<!${LETTER})(?:${ACRONYM}|${JOINED}(?:${LETTER})*)|${IDEOGRAPH}|(?:${LETTER})+`, "giu");
  const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l", þ: "th", ı: "i" };
  const WORD_LENGTH = 40;
  const QUERY_LENGTH = 200;
  const VERSION = 1;

  /** A word in the form in which words are compared: no accents, no ligatures, lower case. */
  const fold = (word) =>
    word.toLowerCase().normalize("NFKD").replace(/[\p{M}\p{Cf}\u0027\u2019\u02bc.]/gu, "")
      .replace(/[œæßøđłþı]/g, (letter) => LIGATURES[letter]).toLowerCase().slice(0, WORD_LENGTH);

  /** @type {(text: string) => [string, number, number][]} The folded words of a text, and where each starts and ends. */
  const words = (text) => {
    const found = [];
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const folded = fold(word);
      if (folded && !/^[a-z]$/.test(folded)) found.push([folded, index, index + word.length]);
    }
    return found;
  };

  // The printable signs of ASCII without those that JSON escapes; the first half of them ends a number.
  const DIGITS = {};
  for (let code = 33, digit = 0; code < 127; code++) {
    const sign = String.fromCharCode(code);
    if (sign !== '"' && sign !== "\\") DIGITS[sign] = digit++;
  }
  const BASE = 46;

  /** @type {(text: string) => number[]} */
  const numbers = (text) => {
    const all = [];
    let [number, weight] = [0, 1];
    for (const sign of text) {
      const digit = DIGITS[sign];
      number += (digit % BASE) * weight;
      weight *= BASE;
      if (digit < BASE) {
        all.push(number);
        [number, weight] = [0, 1];
      }
    }
    return all;
  };

  /** @type {(text: string) => string[]} The words of a front-coded list: a capital says how much of the last one stays. */
  const unpacked = (text) => {
    let last = "";
    return [...text.matchAll(/([A-Z])([^A-Z]*)/g)].map(
      ([, shared, rest]) => (last = last.slice(0, shared.charCodeAt(0) - 65) + rest));
  };

  /** The last place whose value isn't greater, in a list in order; -1 where all are. */
  const place = (list, value) => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  /** How many letters two words begin with alike. */
  const sharedLength = (a, b) => {
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    return length;
  };

  /** Damerau's restricted distance, or more than `limit` where it is greater. */
  const distance = (a, b, limit) => {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
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
  };

  const EXPANSIONS = 40;
  const PREFIX = 0.75;
  const CORRECTION = 0.6;
  const FLOOR = 0.2;
  // Scores differ by a hundred thousandth at least; there are at most so many documents.
  const SCORE_STEPS = 1e5;
  const PLACES = 2 ** 24;
  // How many letters, and what share of both words, those have in common that begin alike.
  const [ALIKE, ALIKE_SHARE] = [4, 0.6];
  // Shorter beginnings of words tell too little to be worth a file.
  const PREFIX_LENGTH = 3;

  /** An index, read through a function that gives the JSON of a file by its path. */
  class Index {
    /** @param {object} manifest @param {(path: string) => Promise<object>} read */
    constructor(manifest, read) {
      this.count = manifest.n;
      this.keys = unpacked(manifest.keys);
      this.letters = manifest.letters;
      this.stop = new Set(manifest.stop.split(" "));
      this.read = read;
      this.files = new Map();
    }

    file(path, prepare = (json) => json) {
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
      return (shard.postings[stem] ??= (() => {
        const [step, ...values] = numbers(shard.packed[stem]);
        const scale = 2 ** ((step - 8) / 8);
        const isOnly = values.length === 1;
        let last = -1;
        const documents = values.map((value) => (last += (isOnly ? value : Math.floor(value / 15)) + 1));
        const levels = values.map((value) => (isOnly ? 1 : (value % 15 + 1) / 15) * scale);
        return { documents, levels, idf: Math.log(1 + (this.count - values.length + 0.5) / (values.length + 0.5)) };
      })());
    }

    /**
     * The postings for a word, each with the share of its scores that counts, and the forms that texts may have of it.
     * @param {"" | "if unknown" | "always"} expansion when the word also stands for those that begin with it
     */
    async lookup(word, expansion) {
      const found = { word, lists: [], forms: new Set([word]) };
      if (!this.keys.length) return found;
      const number = Math.max(place(this.keys, word), 0);
      const shard = await this.shard(number);
      const add = async (shard, at, share) => {
        let stem = shard.stems[at];
        if (typeof stem !== "number") [shard, stem] = [await this.shard(stem[0]), stem[1]];
        found.lists.push([this.postings(shard, stem), share]);
        shard.stems.forEach((other, i) => {
          if (other === stem) found.forms.add(shard.forms[i]);
        });
      };
      const at = place(shard.forms, word);
      const isKnown = shard.forms[at] === word;
      if (isKnown) await add(shard, at, 1);
      if (!expansion || word.length < PREFIX_LENGTH || (isKnown && expansion !== "always")) return found;
      const expand = async (shard, from) => {
        let to = from;
        while (to < from + EXPANSIONS && shard.forms[to]?.startsWith(word)) {
          // A form whose stem stands elsewhere would cost a file.
          if (typeof shard.stems[to] === "number") await add(shard, to, PREFIX);
          to++;
        }
        return to === shard.forms.length;
      };
      // Words that begin so may stand in the next file only.
      if ((await expand(shard, at + 1)) && this.keys[number + 1]?.startsWith(word)) {
        await expand(await this.shard(number + 1), 0);
      }
      return found;
    }

    /** The words that a misspelt one may begin as: with its first letter, or its second where the two changed places. */
    async *vocabularies(word) {
      const letter = (sign = "") => (/[a-z]/.test(sign) ? sign : /[0-9]/.test(sign) ? "0" : "_");
      for (const name of new Set([letter(word[0]), letter(word[1])])) {
        if (this.letters.includes(name)) yield this.file(`v/${name}.json`, (json) => unpacked(json.f));
      }
    }

    /**
     * The form nearest to a word that no document holds; nothing where none is near. Where none is a slip away, it is
     * the one that begins most like it: another form of a word whose stems differ.
     */
    async nearest(word) {
      const limit = word.length > 8 ? 2 : word.length > 4 ? 1 : 0;
      if (!limit) return undefined;
      let alike;
      for await (const forms of this.vocabularies(word)) {
        let best;
        for (const form of forms) {
          const shared = sharedLength(word, form);
          const far = distance(word, form, best?.far ?? limit);
          if (far <= limit && (!best || far < best.far || (far === best.far && shared > best.shared))) {
            best = { form, far, shared };
          }
          const least = Math.max(ALIKE, ALIKE_SHARE * word.length, ALIKE_SHARE * form.length, alike?.shared ?? 0);
          if (shared >= least && (!alike || shared > alike.shared || form.length < alike.form.length)) alike = { form, shared };
        }
        if (best) return best.form;
      }
      return alike?.form;
    }

    /** @type {(word: string, count: number) => Promise<string[]>} Words that are too far to stand for one, but may help. */
    async near(word, count) {
      for await (const forms of this.vocabularies(word)) {
        return forms.map((form) => [form, sharedLength(word, form) - distance(word, form, 6) / 2])
          .filter(([, score]) => score > 1).sort((a, b) => b[1] - a[1]).slice(0, count).map(([form]) => form);
      }
      return [];
    }

    /** @type {(names: string[]) => Promise<object>} The documents of each value of some facets. */
    async facets(names) {
      const files = await Promise.all(names.map((name) => this.file(`f/${name}.json`, (values) => {
        for (const [value, gaps] of Object.entries(values)) {
          let last = -1;
          values[value] = numbers(gaps).map((gap) => (last += gap + 1));
        }
        return values;
      })));
      return Object.fromEntries(names.map((name, place) => [name, files[place]]));
    }

    /** @type {(query: string, isTyped?: boolean) => string[]} The words of a query that are looked for, each once. */
    wanted(query, isTyped) {
      const text = query.slice(0, QUERY_LENGTH).normalize();
      const all = words(text);
      if (isTyped && all.at(-1)?.[0].length < PREFIX_LENGTH) all.pop();
      // Stop words are told by their accents: « mais » is one, « maïs » isn't.
      const kept = all.filter(([, start, end]) => !this.stop.has(text.slice(start, end).toLowerCase()));
      return [...new Set(kept.map(([word]) => word))];
    }

    /**
     * Documents by their scores, best first, and what became of each word.
     * @param {string} query
     * @param {boolean} isTyped whether the last word is still being typed: it isn't looked for while it is short
     * @param {"if unknown" | "always"} expansion when the last word stands for those that begin with it too
     */
    async search(query, isTyped = false, expansion = isTyped ? "always" : "if unknown") {
      const asked = this.wanted(query, isTyped);
      const found = await Promise.all(asked.map(async (word, index) => {
        const own = await this.lookup(word, index < asked.length - 1 ? "" : expansion);
        if (own.lists.length) return own;
        const correction = await this.nearest(word);
        if (!correction) return { ...own, isMissing: true };
        const other = await this.lookup(correction, "");
        return { ...other, word, correction, lists: other.lists.map(([list]) => [list, CORRECTION]) };
      }));
      // By document: sums, and the idf of the words it holds. Arrays, since common words stand in thousands of documents.
      const scores = new Float64Array(this.count);
      const held = new Float64Array(this.count);
      let mass = 0;
      for (const word of found) {
        const best = new Float64Array(this.count);
        word.idf = 0;
        for (const [{ documents, levels, idf }, share] of word.lists) {
          if (share !== PREFIX || !word.idf) word.idf = Math.max(word.idf, idf);
          for (let at = 0; at < documents.length; at++) {
            const score = levels[at] * share;
            if (score > best[documents[at]]) best[documents[at]] = score;
          }
        }
        mass += word.idf;
        for (let document = 0; document < this.count; document++) {
          if (!best[document]) continue;
          scores[document] += best[document];
          held[document] += word.idf;
        }
      }
      // Score and place in one number each: numbers alone are sorted ten times faster than by a function.
      const keys = new Float64Array(this.count);
      let length = 0;
      for (let document = 0; document < this.count; document++) {
        if (scores[document] && held[document] >= FLOOR * mass) {
          keys[length++] = Math.round(scores[document] * SCORE_STEPS) * PLACES + (PLACES - 1 - document);
        }
      }
      const results = Array.from(keys.subarray(0, length).sort().reverse(), (key) => {
        const document = PLACES - 1 - (key % PLACES);
        return { document, score: scores[document] };
      });
      return { results, words: found };
    }
  }

  const SNIPPET_LENGTH = 220;
  const SNIPPET_LEAD = 50;

  /** @type {(text: string, found: object[]) => {start: number, end: number, word: object}[]} Where a text holds the words. */
  const hits = (text, found) =>
    words(text).flatMap(([form, start, end]) => {
      const word = found.find(({ forms }) => forms.has(form));
      return word ? [{ start, end, word }] : [];
    });

  /** What words weigh, each counted once. */
  const weight = (hits) => [...new Set(hits.map(({ word }) => word))].reduce((sum, { idf }) => sum + idf, 0);

  /** @type {(text: string, hits: object[], start?: number, end?: number) => [string, boolean][]} A text in parts, and which to mark. */
  const parts = (text, hits, start = 0, end = text.length) => {
    const all = [];
    for (const hit of hits) {
      if (hit.start < start || hit.end > end) continue;
      all.push([text.slice(start, hit.start), false], [text.slice(hit.start, hit.end), true]);
      start = hit.end;
    }
    return [...all, [text.slice(start, end), false]].filter(([part]) => part);
  };

  /** A text with its words marked. */
  const marked = (text, found) => parts(text, hits(text, found));

  /** The section of a document that holds most of the words, the first of equals, and what it says around them. */
  const excerpt = (sections, found) => {
    let best;
    for (const [anchor, heading, text] of sections) {
      const own = hits(text, found);
      const total = weight([...own, ...hits(heading, found)]);
      if (!best || total > best.total) best = { anchor, heading, text, own, total };
    }
    if (!best) return undefined;
    const { anchor, heading, text, own } = best;
    let [first, most] = [0, 0];
    own.forEach(({ start }, index) => {
      const inside = own.slice(index, index + 20).filter(({ end }) => end < start + SNIPPET_LENGTH - SNIPPET_LEAD);
      const total = weight(inside) + inside.length / 100;
      if (total > most) [first, most] = [index, total];
    });
    const near = Math.max(0, (own[first]?.start ?? 0) - SNIPPET_LEAD);
    const start = near && text.indexOf(" ", near) + 1;
    const far = start + SNIPPET_LENGTH;
    const space = text.lastIndexOf(" ", far);
    const end = far >= text.length ? text.length : space > start ? space : far;
    const snippet = parts(text, own, start, end);
    if (start) snippet.unshift(["… ", false]);
    if (end < text.length) snippet.push([" …", false]);
    return { anchor, heading, snippet };
  };

  /** Tells of corrected words how a text writes them: the index has them without accents. */
  const learn = (found, texts) => {
    const unknown = found.filter(({ correction, written }) => correction && !written);
    for (const text of unknown[0] ? texts : []) {
      for (const [form, start, end] of words(text)) {
        for (const word of unknown) if (word.correction === form) word.written ??= text.slice(start, end).toLowerCase();
      }
    }
  };

  /** @type {(root: URL, address: string) => string | undefined} A page of this site; no other address that a file may hold. */
  const inside = (root, address) => {
    const { href } = new URL(address, root);
    return href.startsWith(root.href) ? href : undefined;
  };

  const opened = {};
  /**
   * The index at an address, `…/index.json`. A copy on disk has `index.js` beside it, since files there can't be fetched.
   * @type {(address: string) => Promise<{index: Index, manifest: object}>}
   */
  const open = (address) => {
    const read = async (path, options) => {
      const copy = globalThis.searchFiles;
      if (copy) return copy[path] ?? Promise.reject(new Error(path));
      const answer = await fetch(new URL(path, address), options);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer.json();
    };
    const start = async () => {
      if (globalThis.location?.protocol === "file:") await addScript(new URL("index.js", address));
      const manifest = await read("index.json", { cache: "no-cache" });
      if (manifest.v !== VERSION) throw new Error(`format ${manifest.v}`);
      return { manifest, index: new Index(manifest, (path) => read(`${manifest.hash}/${path}`)) };
    };
    opened[address] ??= start();
    opened[address].catch(() => delete opened[address]);
    return opened[address];
  };

  globalThis.searchCore = { Index, open, fold, words, numbers, unpacked, distance, marked, excerpt, learn, inside };
}

// Every sentence of the preview's own interface, in each language it speaks.

const french = {
  preview: "Aperçu Terreau",
  problems: "Problèmes à corriger",
  lastGoodSite: "Le site que vous voyez est la dernière version sans erreur.",
  reading: (/** @type {number} */ minutes) => `${minutes}\u{a0}min de lecture`,
  words: (/** @type {number} */ count) => `${number("fr", count)}\u{a0}mot${count > 1 ? "s" : ""}`,
  weight: (/** @type {number} */ bytes) => `${number("fr", Math.max(1, Math.round(bytes / 1000)))}\u{a0}ko`,
  counts: (/** @type {Counts} */ { errors, warnings, notes }) => list([
    errors && `${errors}\u{a0}erreur${errors > 1 ? "s" : ""}`,
    warnings && `${warnings}\u{a0}avertissement${warnings > 1 ? "s" : ""}`,
    notes && `${notes}\u{a0}remarque${notes > 1 ? "s" : ""}`,
  ]),
  severities: { error: "Erreur", warning: "Avertissement", note: "Remarque" },
  copy: (/** @type {string} */ text) => `Copier «\u{a0}${text}\u{a0}»`,
  copied: "Copié",
  fold: "Replier",
  foldBanner: "Replier le bandeau de l’aperçu",
  unfoldBanner: "Déplier le bandeau de l’aperçu",
  mended: "Tout est corrigé.",
  lost: "Aperçu interrompu, en attente de reprise…",
  missing: "Il n’y a pas de page à cette adresse.",
  missingAdvice: "Elle a peut-être été déplacée, ou l’adresse a été mal saisie.",
  near: "Adresses proches",
  comesBack: "Cette page s’affichera d’elle-même dès que le site sera prêt.",
};

/** @type {typeof french} */
const english = {
  preview: "Terreau preview",
  problems: "Problems to mend",
  lastGoodSite: "The site you see is the last version without errors.",
  reading: (minutes) => `${minutes}\u{a0}min read`,
  words: (count) => `${number("en", count)}\u{a0}word${count === 1 ? "" : "s"}`,
  weight: (bytes) => `${number("en", Math.max(1, Math.round(bytes / 1000)))}\u{a0}kB`,
  counts: ({ errors, warnings, notes }) => list([
    errors && `${errors}\u{a0}error${errors > 1 ? "s" : ""}`,
    warnings && `${warnings}\u{a0}warning${warnings > 1 ? "s" : ""}`,
    notes && `${notes}\u{a0}note${notes > 1 ? "s" : ""}`,
  ]),
  severities: { error: "Error", warning: "Warning", note: "Note" },
  copy: (text) => `Copy “${text}”`,
  copied: "Copied",
  fold: "Fold",
  foldBanner: "Fold the preview’s banner",
  unfoldBanner: "Unfold the preview’s banner",
  mended: "Everything is mended.",
  lost: "Preview interrupted, waiting for it to come back…",
  missing: "There is no page at this address.",
  missingAdvice: "It may have moved, or the address was mistyped.",
  near: "Addresses near to it",
  comesBack: "This page will show itself as soon as the site is ready.",
};

/** @typedef {{errors: number, warnings: number, notes: number}} Counts */
/** @typedef {typeof french} Texts */

function number(/** @type {string} */ language, /** @type {number} */ value) {
  return new Intl.NumberFormat(language).format(value);
}

function list(/** @type {(string | number)[]} */ parts) {
  return parts.filter(Boolean).join(", ");
}

/**
 * @param {string | undefined} language BCP 47; French unless it is English.
 * @returns {Texts}
 */
export function textsFor(language) {
  return language?.toLowerCase().startsWith("en") ? english : french;
}

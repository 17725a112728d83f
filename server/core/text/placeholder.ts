/** Words that stand where something is to be written, without accents, in lower case. */
const words: ReadonlySet<string> = new Set([
  'todo',
  'to do',
  'tbd',
  'tbc',
  'fixme',
  'a completer',
  'a remplir',
  'a renseigner',
  'a definir',
  'a preciser',
  'a venir',
  'a faire',
  'en attente',
  'to be completed',
  'to be defined',
  'to fill in',
  'n/a',
  'na',
  'null',
  'vide',
]);

/** Whether a text says nothing yet: empty, dots or marks only, `TODO`, « à compléter », `XXX`, `x.y.z`, `<nom>`. */
export function isPlaceholder(text: string): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
  const bare = plain.replace(/^[\s"'«»“”()[\]{}<>_*-]+|[\s"'«»“”()[\]{}<>_*.!…:-]+$/gu, '');
  if (!/[\p{L}\p{N}]/u.test(bare)) return true;
  if (/^<[^<>]*>$/.test(plain) || /^x{2,}$/.test(bare) || /^[xyzn](?:\.[xyzn])+$/.test(bare)) return true;
  return words.has(bare) || /^todo\b/.test(bare);
}

/** Words that stand where something is to be written, or that say that there is nothing, without accents, in lower case. */
const words: ReadonlySet<string> = new Set(
  (
    'todo|to do|tbd|tbc|tba|fixme|wip|a completer|a remplir|a renseigner|a definir|a preciser|a venir|a faire|en attente|' +
    'to be completed|to be defined|to fill in|n/a|n.a|na|null|vide|non|no|oui|yes|ok|neant|aucun|aucune|none|nothing|rien|sans|nsp|' +
    'inconnu|inconnue|unknown|undefined|placeholder|lorem ipsum|denomination sociale|raison sociale|nom de l editeur|' +
    'nom de l’editeur|nom de votre societe|nom du logiciel|nom de votre logiciel|name of the vendor|name of the software'
  ).split('|'),
);

/** Words with which people put off what they have to write: what follows them is a note to themselves. */
const putOff =
  /^(?:todo|tbd|tba|tbc|fixme|wip|a (?:completer|faire|remplir|definir|preciser|justifier|renseigner|rediger|fournir|documenter|determiner|confirmer|venir|suivre|voir)|to (?:do|be (?:done|defined|completed|written|filled|confirmed)|complete|fill|write))(?![\p{L}\p{N}])/u;

/**
 * Whether a text says nothing yet: empty, dots or marks only, `TODO`, « à compléter », `N/A`, `XXX`, `x.y.z`, `<nom>`,
 * `[motif : à compléter]`. A single letter, a number or a word may well be a name or a version.
 */
export function isPlaceholder(text: string): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
  const bare = plain.replace(
    /^[\s"'«»“”()[\]{}<>_*-]+|(?<![\s"'«»“”()[\]{}<>_*.!…:-])[\s"'«»“”()[\]{}<>_*.!…:-]+$/gu,
    '',
  );
  if (!/[\p{L}\p{N}]/u.test(bare)) return true;
  if (/^<[^<>]*>$/.test(plain) || /^x[x ]*x$/.test(bare) || /^[xyzn](?:[. ][xyzn])+$/.test(bare)) return true;
  // `[justification : à compléter]`, as this tool's own drafts have it.
  const behind = /^\[[^\]:]*:(.*)\]$/.exec(plain)?.[1];
  return words.has(bare) || putOff.test(bare) || (behind !== undefined && isPlaceholder(behind));
}

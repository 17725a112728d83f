/** Words that a writer leaves where something is still to be written, as they stand in a document. */
const leftOpen =
  /(?<![\p{L}\p{N}_]|^(?:not )?ok [^\r\n]{0,200}# |(?<![\p{L}\p{N}])(?:[Ll]es|[Dd]es|de|[Dd]u|[Aa]ux|[NnVvCc]os|[Cc]es|[Ll]eurs|[Ss]ans|[Uu]ne?|[Tt]he|of|an?|[Nn]o) )(?:TODO|TBD|FIXME)(?![\p{L}\p{N}_]|[ \t]*(?:->|→|=>|\/|\|))|[Ll]orem [Ii]psum|LOREM IPSUM|(?:[[<({]|:[ \t])[ \t]*[àÀ] (?:compléter|renseigner|remplir|définir|préciser|rédiger|COMPL[ÉE]TER|RENSEIGNER|REMPLIR|D[ÉE]FINIR|PR[ÉE]CISER|R[ÉE]DIGER)[ \t]*(?=[\])>}.\r\n]|$)/gmu;

/** The most that is kept of one document. */
const most = 5;

/**
 * What is left open in a running text: `TODO`, `TBD` (not « les TODO », nor a column of a board, nor a directive of TAP), `[à compléter]`, « Date : à compléter », `lorem ipsum`. The instruction of
 * a form (« à compléter par l’éditeur ») is none. Linear in the length of the text.
 * @returns each as it is written, once, in the order of the text
 */
export function findLeftOpen(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [written] of text.normalize('NFC').matchAll(leftOpen)) {
    found.add(written.replace(/^[[<({:\s]+/u, '').trim());
    if (found.size >= most) break;
  }
  return [...found];
}

import { groupOf } from '../text/group-of';

/** What a document says of itself in a line of its own: « Logiciel : X », « Éditeur : Y ». */
export interface DeclaredName {
  readonly kind: 'software' | 'vendor';
  readonly name: string;
}

const label =
  /^[ \t\u00a0*_#•-]*(?:(Logiciel(?: (?:candidat|test[ée]|[ée]valu[ée]|pr[ée]sent[ée]|concern[ée]))?|Nom (?:du|de votre) (?:logiciel|produit)|Nom de la solution|Solution logicielle|Software(?: name)?|Product name)|([ÉE]diteur(?: du logiciel)?|Nom de l[’']?[ ]?[ée]diteur|(?:Software )?vendor(?: name)?))[ \t\u00a0\u202f*_]*:[ \t\u00a0\u202f*_]*(?![ \t\u00a0\u202f*_])([^\r\n\t\u2028:;|<>{}[\]"]{2,80}?)[ \t\u00a0*_.;]*$/gimu;
/** What is written where no name is. */
const unnamed =
  /^(?:oui|non|n[ée]ant|aucune?|sans|inconnue?|n\/?a|none|unknown|idem|variable|divers|tous|toutes|autres?|libre|indiff[ée]rent|sans objet|saas|web|mobile|client lourd|on premise|progiciel|lgc|lgo|lps|dpi|ris|sgl|sil|pme|tpe|eti|sas|sarl)$|^(?:dr|pr|m|mme|mr|docteur)\.? \p{Lu}|^(?:voir|cf\.?|à|ci-(?:dessus|dessous|joint)|d[ée]signe|non (?:renseign|applicable|concern)[ée]*)(?![\p{L}\p{N}])|^l[’']/iu;
const most = 20;

/** Characters. What is longer is no report or form about one software. */
const longest = 200_000;

/**
 * The names of software and vendor that a document declares, label and value alone on a line. Placeholders, ends of
 * sentences and what a mail quotes (`> `) are none.
 */
export function findDeclared(text: string): readonly DeclaredName[] {
  if (text.length > longest) return [];
  const found: DeclaredName[] = [];
  for (const match of text.matchAll(label)) {
    const name = groupOf(match, 3).trim();
    if (!/^[\p{Lu}\p{N}]/u.test(name) || name.split(/\s+/).length > 6 || /[.…_]{3}/.test(name) || unnamed.test(name))
      continue;
    const kind = match[1] === undefined ? 'vendor' : 'software';
    if (!found.some((one) => one.kind === kind && one.name === name)) found.push({ kind, name });
    if (found.length >= most) break;
  }
  return found;
}

import { groupOf } from '../text/group-of';

/** A version that stands directly beside a name: which name it is, the reader knows. */
export interface NamedVersion {
  /** What stands before it on its line, the last characters of it; ends with the name. */
  readonly before: string;
  /** Numbers and dots: `12.3.1`. */
  readonly version: string;
  /** It is called a version, or has three numbers: nothing else is written so after a name. */
  readonly sure: boolean;
}

/** Characters kept before a version: a name, and the word before it. */
const kept = 60;
const most = 100;

const called = /(?<![\p{L}\p{N}])(?:version|release|ver\.?|v\.?)[ \u00a0\u202f_-]?(\d{1,4}(?:\.\d{1,6}){0,3})/giu;
const beside = /(?<=\p{L}\d{0,2}[ \u00a0\u202f_/-]{1,2})(\d{1,4}(?:\.\d{1,6}){1,3})/gu;
/** Another number, a unit, a bound (« 12.3 ou supérieure »), or where a change starts (« 12.3 vers 12.4 », `12.3 -> 12.4`). */
const notEnded =
  /^(?:\p{L}(?!\p{L}*[ \u00a0])|\p{N}|[.,:/]\p{N}|\.[xX*](?!\p{L})|[ \u00a0\u202f]?(?:[%€°$+]|[kKMGT]?[ob]\b|[kKMGT]i?[oB]\b|m?s\b|px\b|min\b|(?:EUR|euros?|HT|TTC|millions?|milliards?|milliers?|secondes?|minutes?|heures?|jours?|mois|ans?|points?|[MG]Hz)\b|et (?:ant[ée]rieur|pr[ée]c[ée]dent)|(?:vers|à|to|puis)[ \u00a0\u202f](?:la |version |v\.? ?)*\d|(?:->|=>|→|⇒|➜)|et plus|et suivant|et ult[ée]rieur|ou plus|ou sup[ée]rieur|ou ult[ée]rieur|minimum|or (?:later|above|higher)|and (?:later|above|higher)))/iu;
/**
 * Name and version told apart: two lines of a form, two neighbours of JSON, two attributes of an element. A version of two
 * numbers may be that of the document there.
 */
const apart: readonly RegExp[] = [
  /^[ \t\u00a0*_#•-]*(?:Logiciel(?: (?:candidat|test[ée]|[ée]valu[ée]|pr[ée]sent[ée]))?|Nom (?:du|de votre) (?:logiciel|produit)|Application|Produit|Software|Product)[ \t\u00a0\u202f*_]*:[ \t\u00a0\u202f*_]*(?![ \t\u00a0\u202f*_])([^\r\n\u2028:;|<>{}[\]"]{2,60}?)[ \t\u00a0*_.;]*(?:\r?\n|\u2028)[ \t\u00a0*_#•-]*(?:N(?:um[ée]ro|°) de )?Version( (?:du logiciel|logicielle|candidate|test[ée]e|install[ée]e|pr[ée]sent[ée]e))?[ \t\u00a0\u202f*_]*:[ \t\u00a0\u202f*_]*v?(\d{1,4}(?:\.\d{1,6}){1,3})(?![\p{N}.]*\p{N}|\p{L})/gimu,
  /"(?:application|app|appName|logiciel|software|product|produit)"\s{0,5}:\s{0,5}"([^"\\\r\n]{2,60})"\s{0,20},\s{0,20}"(?:app|software)?()version"\s{0,5}:\s{0,5}"v?(\d{1,4}(?:\.\d{1,6}){1,3})"/giu,
  /\s(?:application|logiciel|software|product|produit)="([^"<>\r\n]{2,60})"\s{1,20}()version="v?(\d{1,4}(?:\.\d{1,6}){1,3})"/giu,
];
const spaces = /(?<![ \u00a0\u202f])[ \u00a0\u202f]+$/u;

/**
 * Versions directly beside a name, in text, titles and names of files: `MonCabinet 12.3.1`, `MonCabinet (version 12.3)`,
 * `MonCabinet/12.3.1`, `MonCabinet-v12.3`. A bound (« 12.3 ou supérieure ») is none. Linear in the length of the text.
 * @returns the first 100, each name and version once
 */
export function findVersions(text: string): readonly NamedVersion[] {
  const found = new Map<string, NamedVersion>();
  for (const form of [called, beside]) {
    for (const match of text.matchAll(form)) {
      const version = groupOf(match, 1);
      const end = match.index + match[0].length;
      if (notEnded.test(text.slice(end, end + 20))) continue;
      const before = beforeOf(text, match.index);
      if (!/\p{L}\p{N}*(?: \d{1,2})?$/u.test(before)) continue;
      const sure = form === called || version.split('.').length > 2;
      const key = `${before.replace(/^[^]*[ _]/, '')} ${version}`;
      if (!found.has(key)) found.set(key, { before, version, sure });
      if (found.size >= most) return [...found.values()];
    }
  }
  for (const form of /version/i.test(text) ? apart : []) {
    for (const match of text.matchAll(form)) {
      const [name, qualified, version] = [groupOf(match, 1), groupOf(match, 2), groupOf(match, 3)];
      const key = `apart ${name} ${version}`;
      const before = name.trim();
      if (!found.has(key)) found.set(key, { before, version, sure: qualified !== '' || version.split('.').length > 2 });
      if (found.size >= most) return [...found.values()];
    }
  }
  return [...found.values()];
}

function beforeOf(text: string, at: number): string {
  const line = text.slice(Math.max(0, at - kept - 8), at).replace(/^[^]*[\r\n\t\u2028\u2029<>|"]/u, '');
  // What joins the two: spaces, and one sign.
  const name = line
    .replace(spaces, '')
    .replace(/[_/(,–-]$/u, '')
    .replace(spaces, '');
  return name.slice(-kept).trimStart();
}

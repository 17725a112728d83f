import type { NamedVersion } from './find-versions';

/** Words after which a version is a bound or history, not what is shown. */
const bounds =
  /(?:^| )(?:(?:disponible|introduit|apparu|ajoute|livre|constate|corrige|present|absent|supprime|modifie|observe|signale|reproduit)e?s? (?:dans|en|avec|sur|par)|(?:version|mouture) (?:precedente|anterieure|ancienne|initiale|remplacee)|par rapport a|(?:defaut|anomalie|bug|bogue|regression)s? d[eu]|auparavant|anciennement|a la place de|depuis|a partir de|a partir du|des|jusqu ?a|avant|apres|since|from|until|before|after|minimum|compatible(?: avec)?|with|remplace|replaces|ancien(?:ne)?|migration d[eu]|mise a (?:jour|niveau) d[eu]|passage d[eu]|upgrad(?:e|ing)(?: from)?|venant de|successeur de)(?: la| le| l)?$/;
/** What has versions of its own though it bears the name of the software. */
const parts =
  /(?:^| )(?:api|apk|plug-?in|module|connecteur|connector|client|clients|sdk|service|services|extension|pilote|driver|base|schema|docker|image|chart|application mobile|mobile|manuel|guide|documentation|notice|cahier|protocole|format|interface|ws|web ?service|librairie|library|bibliotheque|greffon|installateur|installeur|composant|modele|template|referentiel|theme|base de donnees|licence)(?:(?: [a-z]{2,15}){0,2} d[eu]| of)?(?: la| le| l)?$/;

/** Papers, which count their own editions beside the name of the software: « PSSI MonCabinet version 2.0 ». */
const papers =
  /^(?:cg[uv]s?|conditions|politique|charte|plan|cahier|pssi|pas|pca|pra|guide|manuel|notice|mode d emploi|proc(?:edure)?|fiche|contrat|licence|convention|formulaire|dsft|dat|annexe|reference|document(?:ation)?|specifications?|specs|presentation|brochure|plaquette|offre|modop|matrice|registre|theme|lot|chapitre|tableau|figure|fig)(?: |$)/;

/** A name as it is compared: without accents, case and signs between its words. */
export function foldedName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whether a version stands beside this name as that of the software itself. A name of fewer than five letters is compared with
 * its capitals: it may be a word.
 */
export function isVersionOf(name: string, { before, version }: NamedVersion): boolean {
  const wanted = foldedName(name);
  if (wanted.replace(/[^\p{L}]/gu, '').length < 3) return false;
  if (wanted.length < 5 && !before.trimEnd().endsWith(name.trim())) return false;
  const folded = foldedName(before);
  if (folded !== wanted && !folded.endsWith(` ${wanted}`)) return false;
  const preceding = folded.slice(0, folded.length - wanted.length).trim();
  // « Module : MonCabinet 12.3.1 » is a label, and what follows it the software.
  const isLabelled = /:\s*$/.test(before.trimEnd().slice(0, -name.trim().length));
  const clause = foldedName(before.slice(0, -name.trim().length).replace(/^[^]*(?:[;!?]|[.,:] )/, ''));
  // Editions of papers have one or two numbers.
  if (papers.test(clause) && version.split('.').length < 3) return false;
  return !bounds.test(preceding) && (isLabelled || !parts.test(preceding));
}

/**
 * Whether a text names the candidate version, beside the software or not: « version installée : 12.4.0 ». Two numbers are too
 * common to say so without a word.
 */
export function namesVersion(candidate: string, { version, before }: NamedVersion): boolean {
  const wanted = numbersOf(candidate)?.join('.');
  if (wanted === undefined || numbersOf(version)?.join('.') !== wanted || !version.includes('.')) return false;
  return wanted.split('.').length > 2 || /(?:^| )(?:version|release|candidate?|v)(?: |$)/.test(foldedName(before));
}

/** The numbers of a version; undefined when it is not made of numbers (`Printemps`). */
function numbersOf(version: string): readonly number[] | undefined {
  const found = /^\s*(?:version |v\.? ?)?(\d+(?:\.\d+)*)/i.exec(version)?.[1];
  return found?.split('.').map(Number);
}

/**
 * Whether two versions cannot be the same: 12.4 may be 12.4.0, and 12.4.0.118 a build of it. What looks like a date or an
 * address of the network is no version.
 * @param found numbers and dots
 */
export function isOtherVersion(found: string, candidate: string): boolean {
  const [one, other] = [numbersOf(found), numbersOf(candidate)];
  if (!one || !other) return false;
  const isDate = /^(?:\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d\.\d{1,2}\.\d{1,2})$/.test(found);
  if (isDate && !/^(?:19|20)\d\d$/.test(String(other[0]))) return false;
  // A telephone number, and numbers of a fixed width, which nobody says how to read: 08.20 may be 8.2.0.
  if (/^0\.\d{3}\.\d{3}\.\d{3}$/.test(found)) return false;
  if (/^0\d/.test(found) && one[0] === other[0]) return false;
  if (one.length === 4 && one.every((part) => part < 256) && [10, 127, 172, 192].some((first) => first === one[0]))
    return false;
  const common = Math.min(one.length, other.length);
  return one.slice(0, common).some((part, index) => part !== other[index]);
}

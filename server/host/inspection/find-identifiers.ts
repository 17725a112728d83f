import type { IdentifierSighting } from '../../core/evidence/inspection';
import { insLikelihood, isIns } from '../../core/identifiers/ins';

/** How a caller bounds and places a search. */
export interface IdentifierSearch {
  /** Line of the file where the text starts, 1-based; 1 by default. `null` when the text has no lines of the file. */
  readonly firstLine?: number | null;
  /** Most sightings returned; 200 by default. */
  readonly max?: number;
}

interface Match {
  readonly at: number;
  readonly value: string;
  readonly system?: string;
}

const matricule = String.raw`[1-478]\d{4}(?:\d{2}|2[ABab])\d{6}`;
const oid = String.raw`\d+(?:\.\d+){3,20}`;

/** 15 characters in one piece, no letter or digit against them. */
const compact = new RegExp(String.raw`(?<![0-9A-Za-zÀ-ÿ])${matricule}\d{2}(?![0-9A-Za-zÀ-ÿ])`, 'g');
/** The matricule, then its key: `2790351215189 89`, `2790351215189 (clé 89)`. */
const apart = new RegExp(
  String.raw`(?<![0-9A-Za-zÀ-ÿ])(${matricule})(?:[ \t\u00a0\u202f/|-]|cl[ée]|:|\(){1,10}(\d{2})(?![0-9A-Za-zÀ-ÿ])`,
  'gi',
);
/** As printed on cards: `2 79 03 51 215 189 89`. */
const grouped = new RegExp(
  String.raw`(?<![0-9A-Za-zÀ-ÿ])([1-478])([ .\u00a0\u202f])(\d{2})\2(\d{2})\2(\d{2}|2[ABab])\2(\d{3})\2(\d{3})[ .\u00a0\u202f/|(-]{1,3}(\d{2})(?![0-9A-Za-zÀ-ÿ])`,
  'g',
);
/** Fields S1 and S2 of the INS datamatrix, which nothing separates. */
const datamatrix = new RegExp(String.raw`S1(${matricule}\d{2})S2(${oid})`, 'g');

const nearBefore = 60;
const naming =
  /(?<![A-Za-zÀ-ÿ])(?:INS|NIR|NIA|NSS|matricule|s[ée]curit[ée] sociale|NumIdentifiant|patientId)(?![a-zà-ÿ])/i;

/**
 * INS and NIR in a text: 13 characters and the key that they need, with the structure of a civil-status number. Parts of
 * longer numbers, OIDs, decimals and amounts are left out; a form that numbers take by chance (key set apart, rare month)
 * counts only after a word that names it (INS, NIR, matricule…) or with the OID of an authority. Each value is given once
 * for each OID, at its first place.
 * @param where what the caller calls this text; kept in each sighting
 */
export function findIdentifiers(
  text: string,
  where: string | undefined,
  { firstLine = 1, max = 200 }: IdentifierSearch = {},
): IdentifierSighting[] {
  const found = [...compactMatches(text), ...apartMatches(text), ...groupedMatches(text), ...datamatrixMatches(text)];
  found.sort((first, second) => first.at - second.at);
  const seen = new Set<string>();
  const sightings: IdentifierSighting[] = [];
  const lines = new LineCounter(text, firstLine ?? 1);
  for (const { at, value, system } of found) {
    const key = `${value} ${system ?? ''}`;
    if (seen.has(key)) continue;
    if (sightings.length >= max) break;
    seen.add(key);
    sightings.push({
      value,
      ...(system !== undefined && { system }),
      ...(where !== undefined && { where }),
      ...(firstLine !== null && { line: lines.lineAt(at) }),
    });
  }
  return sightings;
}

function* compactMatches(text: string): Generator<Match> {
  for (const match of text.matchAll(compact)) {
    const value = match[0].toUpperCase();
    if (!isIns(value) || insideNumber(text, match.index, match[0].length)) continue;
    const system = systemAround(text, match.index, match[0].length);
    const likelihood = insLikelihood(value);
    const credible = likelihood === 'usual' || (likelihood === 'rare' && isNamed(text, match.index));
    if (system !== undefined || credible) yield { at: match.index, value, ...(system !== undefined && { system }) };
  }
}

function* apartMatches(text: string): Generator<Match> {
  for (const match of text.matchAll(apart)) {
    const value = `${match[1] ?? ''}${match[2] ?? ''}`.toUpperCase();
    if (!isIns(value) || insideNumber(text, match.index, match[0].length)) continue;
    const named = /cl[ée]/i.test(match[0]) || isNamed(text, match.index);
    if (named && insLikelihood(value) !== 'none') yield { at: match.index, value };
  }
}

function* groupedMatches(text: string): Generator<Match> {
  for (const match of text.matchAll(grouped)) {
    const [, sex = '', , year = '', month = '', department = '', place = '', order = '', key = ''] = match;
    const value = (sex + year + month + department + place + order + key).toUpperCase();
    if (!isIns(value) || insideNumber(text, match.index, match[0].length)) continue;
    const likelihood = insLikelihood(value);
    const alone = likelihood === 'usual' && !insideRow(text, match.index, match[0].length);
    if (alone || (likelihood !== 'none' && isNamed(text, match.index))) yield { at: match.index, value };
  }
}

function* datamatrixMatches(text: string): Generator<Match> {
  for (const match of text.matchAll(datamatrix)) {
    const value = (match[1] ?? '').toUpperCase();
    // The field that follows the OID starts with a letter, or with a separator.
    const [, , system = ''] = match;
    if (isIns(value)) yield { at: match.index, value, system };
  }
}

/** A part of an OID or of a decimal. */
function insideNumber(text: string, at: number, length: number): boolean {
  const end = at + length;
  return /\d[.,+-]$/.test(text.slice(Math.max(0, at - 2), at)) || /^[.,+-]\d/.test(text.slice(end, end + 2));
}

/** A part of a longer row of numbers. */
function insideRow(text: string, at: number, length: number): boolean {
  const end = at + length;
  const space = /[ \u00a0\u202f]/;
  const digits = /\d/;
  return (
    (space.test(text.charAt(at - 1)) && digits.test(text.charAt(at - 2))) ||
    (space.test(text.charAt(end)) && digits.test(text.charAt(end + 1)))
  );
}

function isNamed(text: string, at: number): boolean {
  return naming.test(text.slice(Math.max(0, at - nearBefore), at));
}

/** The OID that qualifies the value: CX of HL7 and XDS (`…^^^&OID&ISO`, escaped or not), or identifier of FHIR in JSON. */
function systemAround(text: string, at: number, length: number): string | undefined {
  const after = text.slice(at + length, at + length + 160);
  const before = text.slice(Math.max(0, at - 160), at);
  const found =
    /^\^\^\^[^&^~|\s<"]{0,60}(?:&amp;|&)([\d.]{5,64})(?:&amp;|&)ISO/.exec(after) ??
    /"system"\s*:\s*"urn:oid:([\d.]{5,64})"\s*,\s*"value"\s*:\s*"$/.exec(before) ??
    /^"\s*,\s*"system"\s*:\s*"urn:oid:([\d.]{5,64})"/.exec(after);
  return found?.[1];
}

/** Line numbers for places given in order. Lines end with LF, CR LF or CR. */
class LineCounter {
  #at = 0;
  readonly #text: string;
  #line: number;

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#line = firstLine;
  }

  lineAt(place: number): number {
    for (; this.#at < place; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 10 || (code === 13 && this.#text.charCodeAt(this.#at + 1) !== 10)) this.#line++;
    }
    return this.#line;
  }
}

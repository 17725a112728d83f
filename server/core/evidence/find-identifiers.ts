import { groupOf } from '../text/group-of';
import { lineCounter } from '../text/line-counter';
import { insKey, insLikelihood, isIns } from '../identifiers/ins';
import { isNamedHere, namesIns, namesInsStrictly } from './identity-words';
import type { IdentifierSighting } from './inspection';
import { plainSpelling } from './plain-spelling';
import { isInsSystem } from './test-identities';

/** How a caller bounds and places a search. */
export interface IdentifierSearch {
  /** Line of the file where the text starts, 1-based; 1 by default. `null` when the text has no lines of the file. */
  readonly firstLine?: number | null;
  /** Most sightings returned; 200 by default. */
  readonly max?: number;
  /** Name of the field, column or element that holds the text: it may say that a number is an INS. */
  readonly context?: string;
  /** OID that the record around the text gives to its value. */
  readonly system?: string;
}

interface Match {
  readonly at: number;
  readonly value: string;
  readonly system?: string;
  readonly unnamed?: true;
  readonly key?: 'wrong' | 'missing';
}

const matricule = String.raw`[1-478]\d{4}(?:\d{2}|2[ABab])\d{6}`;
const oid = String.raw`\d+(?:\.\d+){3,20}`;
/** What must not stand against a number; a word that names it may. */
const before = String.raw`(?<![0-9A-Za-zÀ-ÿ])(?:INS|NIR|NIA|NSS)?`;
const after = String.raw`(?![0-9A-Za-zÀ-ÿ])`;

/** What stands between the groups of a number. */
const gap = String.raw`[ .\u00a0\u202f_-]`;
/** What leads from a matricule to its key, when it is set apart: signs, « clé », « clé de contrôle ». */
const keyLead = String.raw`(?:[ .\t\u00a0\u202f/|;,"'=:(_&*-]|[Cc][Ll][eéEÉ][Ff]?|[Kk]ey|KEY|[Dd][Ee] [Cc][Oo][Nn][Tt][Rr][OoÔô][Ll][Ee]|NIR|INS){1,16}`;

/** In every spelling: a wide one, or the number of an escaped character. */
const anyDigit = /[\d\uff10-\uff19]/;
/** What every form below begins with: a text without it has none, and is not searched for each. */
const candidate = new RegExp(String.raw`[1-478](?:${gap}?\d){4}${gap}?(?:\d${gap}?\d|2[ABab])(?:${gap}?\d){6}`);

/** 15 characters in one piece, no letter or digit against them. */
const compact = new RegExp(String.raw`${before}(${matricule}\d{2})${after}`, 'g');
/** The matricule, then its key: `2790351215189 89`, `2790351215189 (clé 89)`, `2790351215189;89`, `…189, cle=89`. */
const apart = new RegExp(String.raw`${before}(${matricule})${keyLead}(\d{2})${after}`, 'g');
/** As printed on cards: `2 79 03 51 215 189 89`, `2-79-03-51-215-189-89`, `2 79 03 51 215 189 clé 89`. */
const grouped = new RegExp(
  String.raw`${before}([1-478])(${gap})(\d{2})\2(\d{2})\2(\d{2}|2[ABab])\2(\d{3})\2(\d{3})(${keyLead})(\d{2})${after}`,
  'g',
);
/** What stands on a card before the key. */
const cardLead = /^[ .\u00a0\u202f/|(_-]{1,3}$/;
/** The same groups without the key. */
const groupedShort = new RegExp(
  String.raw`${before}([1-478](${gap})\d{2}\2\d{2}\2(?:\d{2}|2[ABab])\2\d{3}\2\d{3})${after}`,
  'g',
);
/** 15 characters in any groups: only a word before it, or before its key, makes it an INS. */
const loose = new RegExp(
  String.raw`${before}([1-478](?:${gap}?\d){4}${gap}?(?:\d${gap}?\d|2[ABab])(?:${gap}?\d){6})(${keyLead})?(\d${gap}?\d)${after}`,
  'g',
);
/** The matricule without its key. */
const short = new RegExp(String.raw`${before}(${matricule})${after}`, 'g');
/** Fields S1 and S2 of the INS datamatrix, which nothing separates. */
const datamatrix = new RegExp(String.raw`S1(${matricule}\d{2})S2(${oid})`, 'g');

/** The longest line that is one record: in a longer one only what stands near says something of a number. */
const longestRecord = 2000;
const nearby = 160;

/**
 * INS and NIR in a text: 13 characters and the key that they need, with the structure of a civil-status number. Parts of
 * longer numbers, OIDs, decimals and amounts are left out; a form that numbers take by chance (key set apart, rare month)
 * counts only after a word that names it (INS, NIR, matricule…) or with the OID of an authority, looked for in the same
 * record. Under an OID of the INS a number counts even when its key is wrong or missing. Escapes (percent, entities, those
 * of JSON) are undone first. Each value is given once for each OID, at its first place.
 * @param where what the caller calls this text; kept in each sighting
 */
export function findIdentifiers(
  text: string,
  where: string | undefined,
  { firstLine = 1, max = 200, context, system }: IdentifierSearch = {},
): IdentifierSighting[] {
  if (!anyDigit.test(text)) return [];
  const plain = plainSpelling(text);
  if (!candidate.test(plain)) return [];
  const around = { named: context !== undefined && namesIns(context), context, system };
  const found = withoutChance([...allMatches(plain, around)], plain);
  found.sort((first, second) => first.at - second.at || Number(first.unnamed ?? 0) - Number(second.unnamed ?? 0));
  const seen = new Set<string>();
  const sightings: IdentifierSighting[] = [];
  const lineAt = lineCounter(plain, firstLine ?? 1);
  for (const { at, ...match } of found) {
    const key = `${match.value} ${match.system ?? ''}`;
    if (seen.has(key)) continue;
    if (sightings.length >= max) break;
    seen.add(key);
    sightings.push({
      ...match,
      ...(where !== undefined && { where }),
      ...(firstLine !== null && { line: lineAt(at) }),
    });
  }
  return sightings;
}

interface Around {
  readonly named: boolean;
  readonly context: string | undefined;
  readonly system: string | undefined;
}

function* allMatches(text: string, around: Around): Generator<Match> {
  yield* compactMatches(text, around);
  yield* apartMatches(text, around);
  yield* groupedMatches(text, around);
  yield* looseMatches(text, around);
  yield* shortMatches(text, around);
  yield* datamatrixMatches(text);
}

function* compactMatches(text: string, around: Around): Generator<Match> {
  for (const match of text.matchAll(compact)) {
    const value = groupOf(match, 1).toUpperCase();
    if (insideNumber(text, match.index, match[0].length)) continue;
    const likelihood = insLikelihood(value);
    const sound = isIns(value);
    // A look around costs more than a key: most numbers are none, and have no OID.
    if (!sound && likelihood === 'none') continue;
    if (!sound) {
      const said = around.system ?? systemAgainst(text, match.index, match[0].length);
      if (said !== undefined && isInsSystem(said)) yield { at: match.index, value, system: said, key: 'wrong' };
      continue;
    }
    const system = around.system ?? systemAround(text, match.index, match[0].length);
    const found = { at: match.index, value, ...(system !== undefined && { system }) };
    const named = around.named || /^[IN]/.test(match[0]) || isNamed(text, match.index) || isPatientAddress(text, match);
    if (system !== undefined || (named && likelihood !== 'none')) yield found;
    else if (likelihood === 'usual') yield { ...found, unnamed: true };
  }
}

function* apartMatches(text: string, around: Around): Generator<Match> {
  for (const match of text.matchAll(apart)) {
    const value = `${groupOf(match, 1)}${groupOf(match, 2)}`.toUpperCase();
    if (!isIns(value) || insideNumber(text, match.index, match[0].length)) continue;
    const named = around.named || namesKey(match[0]) || isNamed(text, match.index);
    const alone = insLikelihood(value) === 'usual' && followsBirth(text, match.index, match[0]);
    if (!(named && insLikelihood(value) !== 'none') && !alone) continue;
    const system = around.system ?? systemAround(text, match.index, match[0].length);
    yield {
      at: match.index,
      value,
      ...(system !== undefined && { system }),
      ...(!named && { unnamed: true as const }),
    };
  }
}

/** Whether a line that is a day only stands before matricule and key on a line of their own: birth, then NIR, as HPRIM has it. */
function followsBirth(text: string, at: number, written: string): boolean {
  const next = text.charAt(at + written.length);
  if (!/^\d{13} ?\d\d$/.test(written) || !['', '\n', '\r'].includes(next)) return false;
  return /(?:^|[\r\n])[ \t]*\d\d?[/.-]\d\d?[/.-](?:19|20)\d\d[ \t]*(?:\r\n?|\n)$/.test(
    text.slice(Math.max(0, at - 20), at),
  );
}

function* groupedMatches(text: string, around: Around): Generator<Match> {
  for (const match of text.matchAll(grouped)) {
    // Sex, year, month, department, place, order and key, without the sign between them.
    const value = [1, 3, 4, 5, 6, 7, 9]
      .map((group) => groupOf(match, group))
      .join('')
      .toUpperCase();
    const lead = groupOf(match, 8);
    if (!isIns(value) || insideNumber(text, match.index, match[0].length)) continue;
    const likelihood = insLikelihood(value);
    // Of other leads than those of a card, only a word says that the number goes on.
    const alone = likelihood === 'usual' && cardLead.test(lead) && !insideRow(text, match.index, match[0].length);
    const named = around.named || namesKey(lead) || isNamed(text, match.index);
    if (!alone && !(likelihood !== 'none' && named)) continue;
    const system = around.system ?? systemAround(text, match.index, match[0].length);
    yield { at: match.index, value, ...(system !== undefined && { system }) };
  }
}

function* looseMatches(text: string, around: Around): Generator<Match> {
  for (const match of text.matchAll(loose)) {
    const [written, lead, key] = [groupOf(match, 1), groupOf(match, 2), groupOf(match, 3)];
    const value = (written + key).replace(/[ .\u00a0\u202f_-]/g, '').toUpperCase();
    if (value === (written + lead + key).toUpperCase() || !isIns(value) || insLikelihood(value) === 'none') continue;
    if (insideNumber(text, match.index, match[0].length) || insideRow(text, match.index, match[0].length)) continue;
    if (!around.named && !namesKey(lead) && !isNamed(text, match.index)) continue;
    const system = around.system ?? systemAround(text, match.index, match[0].length);
    yield { at: match.index, value, ...(system !== undefined && { system }) };
  }
}

/** Whether what stands between a matricule and two digits says that they are its key. */
function namesKey(lead: string): boolean {
  return /cl[ée]|key/i.test(lead);
}

/** Thirteen characters: under an OID of the INS, or just after a word that means nothing else. */
function* shortMatches(text: string, around: Around): Generator<Match> {
  for (const match of text.matchAll(short)) {
    const value = groupOf(match, 1).toUpperCase();
    if (insLikelihood(value) !== 'usual' || insideNumber(text, match.index, match[0].length)) continue;
    if (keyFollows(text, match.index + match[0].length, value)) continue;
    const system = around.system ?? systemAgainst(text, match.index, match[0].length);
    const byOid = system !== undefined && isInsSystem(system);
    const strict = around.context !== undefined && namesInsStrictly(around.context);
    if (!byOid && !strict && !justNamed(text, match.index)) continue;
    yield { at: match.index, value, ...(system !== undefined && { system }), key: 'missing' };
  }
  for (const match of namesOne.test(text) ? text.matchAll(groupedShort) : []) {
    const value = groupOf(match, 1)
      .replace(/[ .\u00a0\u202f_-]/g, '')
      .toUpperCase();
    const { index, 0: all } = match;
    if (insLikelihood(value) !== 'usual' || insideNumber(text, index, all.length) || insideRow(text, index, all.length))
      continue;
    if (!justNamed(text, index) || keyFollows(text, index + all.length, value)) continue;
    const system = around.system ?? systemAgainst(text, index, all.length);
    yield { at: index, value, ...(system !== undefined && { system }), key: 'missing' };
  }
}

function* datamatrixMatches(text: string): Generator<Match> {
  for (const match of text.matchAll(datamatrix)) {
    const value = groupOf(match, 1).toUpperCase();
    // The field that follows the OID starts with a letter, or with a separator.
    if (isIns(value)) yield { at: match.index, value, system: groupOf(match, 2) };
  }
}

/** Numbers of the same form with a wrong key, for one with a right key, from which the right one is chance. */
const chanceRatio = 20;

/**
 * Of numbers in the form of an INS, one in 97 has a right key by chance: where a text is full of such numbers, those that
 * nothing names are left out.
 */
function withoutChance(matches: readonly Match[], text: string): Match[] {
  const unnamed = new Set(matches.flatMap(({ value, unnamed: alone }) => (alone ? [value] : [])));
  if (unnamed.size === 0) return [...matches];
  const wrong = new Set<string>();
  for (const match of text.matchAll(compact)) {
    const upper = groupOf(match, 1).toUpperCase();
    if (insLikelihood(upper) === 'usual' && !isIns(upper)) wrong.add(upper);
    if (wrong.size >= chanceRatio * unnamed.size) return matches.filter(({ unnamed: alone }) => !alone);
  }
  return [...matches];
}

/** Whether the key of a matricule stands after it, set apart: another form then counts. */
function keyFollows(text: string, end: number, value: string): boolean {
  const next = /^[^0-9\r\n]{1,16}(\d{2})(?!\d)/.exec(text.slice(end, end + 20));
  return next?.[1] === insKey(value);
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

const nearBefore = 60;

function isNamed(text: string, at: number): boolean {
  return namesIns(text.slice(Math.max(0, at - nearBefore), at));
}

/** The address of a patient's own mailbox is made of the INS. */
function isPatientAddress(text: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length;
  return text.startsWith('@patient.', end);
}

/** Without such a word nowhere a number is named. */
const namesOne = /NIR|NIA|NSS|INS|nir|nss|ins|[sS][ée]cu/;
const justBefore = 30;

function justNamed(text: string, at: number): boolean {
  return isNamedHere(text.slice(Math.max(0, at - justBefore), at));
}

const qualifier = /(?<![\d.])1\.2\.250\.1\.213\.1\.4\.\d{1,2}(?![\d]|\.\d)/g;

/**
 * The OID that qualifies the value: in a CX of HL7 or XDS (`…^^^&OID&ISO`), a token (`urn:oid:OID|…`), the identifier of FHIR,
 * else the only INS OID of the same record.
 */
function systemAround(text: string, at: number, length: number): string | undefined {
  return systemAgainst(text, at, length) ?? onlyQualifier(text, at, length);
}

/** The OID that is written with the value: only it says that a number with another key is an INS too. */
function systemAgainst(text: string, at: number, length: number): string | undefined {
  const next = text.slice(at + length, at + length + nearby);
  const last = text.slice(Math.max(0, at - nearby), at);
  const found =
    /^\^\^\^[^&^~|\s<"]{0,60}&([\d.]{5,64})&ISO/.exec(next) ??
    /(?<![\d.])(\d+(?:\.\d+){4,20})\|$/.exec(last) ??
    /"system"\s*:\s*"urn:oid:([\d.]{5,64})"\s*,\s*"value"\s*:\s*"$/.exec(last) ??
    /^"\s*,\s*"system"\s*:\s*"urn:oid:([\d.]{5,64})"/.exec(next);
  return found?.[1];
}

/** The INS OID of the record, when all of them in it are the same. */
function onlyQualifier(text: string, at: number, length: number): string | undefined {
  const start = recordStart(text, at);
  const end = recordEnd(text, at + length);
  const whole = end - start <= longestRecord;
  const record = whole ? text.slice(start, end) : nearText(text, at, length, start, end);
  const systems = new Set(Array.from(record.matchAll(qualifier), ([system]) => system));
  const [system] = systems;
  return systems.size === 1 ? system : undefined;
}

/** In one long line, what stands between the brackets or tags around a number. */
function nearText(text: string, at: number, length: number, start: number, end: number): string {
  const head = text.slice(Math.max(start, at - nearby), at);
  const tail = text.slice(at + length, Math.min(end, at + length + nearby));
  const opened = Math.max(head.lastIndexOf('{'), head.lastIndexOf('\x1d'), head.lastIndexOf('}'));
  const ends = ['{', '}', '\x1d'].map((mark) => tail.indexOf(mark)).filter((end) => end >= 0);
  const closed = Math.min(tail.length, ...ends);
  return head.slice(opened + 1) + tail.slice(0, closed);
}

function recordStart(text: string, at: number): number {
  const from = Math.max(0, at - longestRecord);
  const head = text.slice(from, at);
  return from + Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
}

function recordEnd(text: string, end: number): number {
  const tail = text.slice(end, end + longestRecord);
  return end + (/[\r\n]/.exec(tail)?.index ?? tail.length);
}

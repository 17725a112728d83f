import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { scalarText } from '../manifest/scalar-text';
import type { Sentence, SentenceArguments } from '../messages/say';
import { proofKey } from '../submission/filed-state';
import { gitConflicts } from '../text/conflict-markers';
import { pairsOf, scalarIn } from '../text/data-nodes';
import { readData } from '../text/read-data';
import { unreadSentences } from '../text/unread';
import { isCalendarDate } from '../time/calendar-date';
import type { UploadItem } from './upload-list';

/** Name of the file in which ticks are kept, beside the packages. It never leaves. */
export const uploadLogName = 'suivi-depot.yaml';

/** A piece that somebody has filed in its slot. */
export interface UploadTick {
  readonly requirement?: string;
  readonly scenario?: string;
  readonly proof?: string;
  readonly kind: UploadItem['kind'];
  /** Path in the dossier, link or number. */
  readonly value: string;
  /** Of the file that was filed, lower-case hexadecimal. */
  readonly sha256?: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** Initials or a role. */
  readonly by?: string;
}

/** Something of the file that was not understood: nothing is written while there is one. */
export interface LogProblem {
  readonly sentence: Sentence;
  readonly args: SentenceArguments;
}

/** What the file says, and where, so that it can be written again with all that is in it. */
export interface UploadLog {
  /** As it stands in the file. */
  readonly raw: string;
  /** Without the mark of byte order. */
  readonly text: string;
  /** By candidature (`candidatureOf`). */
  readonly ticks: ReadonlyMap<string, readonly PlacedTick[]>;
  readonly problems: readonly LogProblem[];
  /** Where `depots` has its keys; undefined while there are none. */
  readonly sections: ReadonlyMap<string, Section>;
  readonly hasDepots: boolean;
}

interface PlacedTick {
  readonly tick: UploadTick;
  /** Lines of the text, 0-based; the second one is not of it. */
  readonly lines: readonly [number, number];
}

interface Section {
  /** Line of its key. */
  readonly line: number;
  readonly margin: string;
}

const problems = {
  yaml: {
    fr: 'ligne {line} : ce YAML ne se lit pas ({detail})',
    en: 'line {line}: this YAML cannot be read ({detail})',
  },
  deep: behindLine(unreadSentences.deep),
  errors: behindLine(unreadSentences.errors),
  entries: behindLine(unreadSentences.entries),
  several: {
    fr: 'ligne {line} : ce fichier contient plusieurs documents YAML (séparés par ---) ; un seul est lu',
    en: 'line {line}: this file holds several YAML documents (with --- between them); only one is read',
  },
  keys: { fr: 'ligne {line} : des clés sont attendues ({keys})', en: 'line {line}: keys are expected ({keys})' },
  conflict: {
    fr: 'ligne {line} : un conflit de fusion git est resté. Gardez les lignes des deux côtés et ôtez les marques : chaque ligne est une pièce déposée.',
    en: 'line {line}: a git merge conflict is left. Keep the lines of both sides and take the marks away: each line is a filed piece.',
  },
  version: {
    fr: 'ligne {line} : seule la version 1 de ce fichier est connue',
    en: 'line {line}: only version 1 of this file is known',
  },
  key: { fr: 'ligne {line} : « {key} » n’est pas une clé ({keys})', en: 'line {line}: “{key}” is no key ({keys})' },
  shape: {
    fr: 'ligne {line} : une liste est attendue ici, une pièce par ligne',
    en: 'line {line}: a list is expected here, a piece a line',
  },
  tick: {
    fr: 'ligne {line} : il faut une pièce (fichier, declaration, lien ou execution), son exigence ou son scénario, et depose_le (AAAA-MM-JJ)',
    en: 'line {line}: a piece is needed (fichier, declaration, lien or execution), its exigence or scenario, and depose_le (YYYY-MM-DD)',
  },
} satisfies Record<string, Sentence>;

function behindLine({ fr, en }: Sentence): Sentence {
  return { fr: `ligne {line} : ${fr}`, en: `line {line}: ${en}` };
}

const topKeys = 'version, depots';
const kinds = ['fichier', 'declaration', 'lien', 'execution'] as const;
const tickKeys = ['exigence', 'scenario', 'preuve', ...kinds, 'sha256', 'depose_le', 'par'] as const;

/** Reads what was filed. An empty text is a file that is not there yet. Nothing in a text makes this throw. */
export function readUploadLog(text: string): UploadLog {
  return { raw: text, ...new LogReader(text.replace(/^\ufeff/, '')).read() };
}

class LogReader {
  readonly #problems: LogProblem[] = [];
  readonly #ticks = new Map<string, PlacedTick[]>();
  readonly #sections = new Map<string, Section>();
  readonly #starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  read(): Omit<UploadLog, 'raw'> {
    const hasDepots = this.#root();
    return {
      text: this.text,
      ticks: this.#ticks,
      problems: this.#problems,
      sections: this.#sections,
      hasDepots,
    };
  }

  #root(): boolean {
    const { text } = this;
    const [conflict] = gitConflicts(text);
    if (conflict) {
      this.#tell('conflict', this.#lineAt(conflict.marker.start));
      return false;
    }
    const { document, several, unread } = readData(text);
    const [error] = document?.errors ?? [];
    if (error) this.#tell('yaml', this.#lineAt(error.pos[0]), { detail: error.code });
    else if (unread) this.#tell(unread.reason, this.#lineAt(unread.at));
    else if (several) this.#tell('several', 0);
    if (this.#problems.length > 0) return false;
    const root = document?.contents;
    if (!root || isEmpty(root)) return false;
    if (!isMap(root)) {
      this.#tell('keys', 0, { keys: topKeys });
      return false;
    }
    let hasDepots = false;
    let version: string | undefined;
    for (const { key, value } of pairsOf(root)) {
      const name = scalarIn(key);
      if (name === 'version') version = scalarIn(value);
      else if (name === 'depots') {
        hasDepots = true;
        this.#depots(value);
      } else this.#tell('key', this.#lineOf(key), { key: name, keys: topKeys });
    }
    if (version !== '1') this.#tell('version', 0);
    return hasDepots;
  }

  #depots(node: Node | null): void {
    if (isEmpty(node)) return;
    if (!isMap(node) || node.flow === true) {
      this.#tell('shape', this.#lineOf(node));
      return;
    }
    for (const { key, value } of pairsOf(node)) {
      const of = scalarIn(key);
      const line = this.#lineOf(key);
      const margin = /^[ ]*/.exec(this.text.slice(this.#starts[line]))?.[0] ?? '';
      const list = this.#ticks.get(of) ?? [];
      this.#ticks.set(of, list);
      this.#sections.set(of, { line, margin });
      if (isEmpty(value)) continue;
      if (!isSeq(value) || value.flow === true) {
        this.#tell('shape', line);
        continue;
      }
      for (const item of value.items as (Node | null)[]) this.#item(item, list);
    }
  }

  #item(item: Node | null, into: PlacedTick[]): void {
    const line = this.#lineOf(item);
    if (!isMap(item)) {
      this.#tell('tick', line);
      return;
    }
    const values = new Map<string, string>();
    for (const { key, value } of pairsOf(item)) {
      const name = scalarIn(key);
      if (!(tickKeys as readonly string[]).includes(name))
        this.#tell('key', this.#lineOf(key), { key: name, keys: tickKeys.join(', ') });
      else if (!isEmpty(value)) values.set(name, scalarIn(value));
    }
    const tick = tickOf(values);
    const start = this.#starts[line] ?? 0;
    if (!tick) this.#tell('tick', line);
    else if (!/^ *- /.test(this.text.slice(start, start + 200))) this.#tell('shape', line);
    else into.push({ tick, lines: [line, this.#lineAt(Math.max(start, (item.range?.[1] ?? start) - 1)) + 1] });
  }

  #tell(kind: keyof typeof problems, line: number, args: SentenceArguments = {}): void {
    this.#problems.push({ sentence: problems[kind], args: { ...args, line: line + 1 } });
  }

  #lineOf(node: Node | null): number {
    return this.#lineAt(node?.range?.[0] ?? 0);
  }

  #lineAt(offset: number): number {
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

function tickOf(values: ReadonlyMap<string, string>): UploadTick | undefined {
  const own = kinds.filter((kind) => values.has(kind));
  const [kind] = own;
  const [requirement, scenario, proof] = [values.get('exigence'), values.get('scenario'), values.get('preuve')];
  const on = values.get('depose_le') ?? '';
  const value = kind && values.get(kind);
  if (own.length !== 1 || !kind || !value || !isCalendarDate(on)) return undefined;
  if (requirement === undefined && scenario === undefined) return undefined;
  const sha256 = values.get('sha256')?.toLowerCase();
  const by = values.get('par');
  return {
    ...(requirement === undefined ? {} : { requirement }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(proof === undefined ? {} : { proof }),
    kind,
    value,
    ...(sha256 === undefined ? {} : { sha256 }),
    on,
    ...(by === undefined ? {} : { by }),
  };
}

/** Which piece a tick is of. */
export function tickKey(tick: Omit<UploadTick, 'on' | 'by'>): string {
  return [proofKey(tick), tick.kind, tick.value.normalize('NFC')].join('\n');
}

/** What ticking and unticking makes of a log. */
export interface LogChange {
  /** Candidature (`candidatureOf`). */
  readonly of: string;
  readonly add: readonly UploadTick[];
  readonly remove: readonly Omit<UploadTick, 'on' | 'by'>[];
}

/**
 * The text with ticks added and taken away: a line each, in the order of their ids, so that the changes of two people meet
 * rarely; every other line stays as it is. A piece that is ticked again has one line, the new one.
 * @returns undefined for a log with problems, or one that is written in a way that cannot be kept
 */
export function changedUploadLog(log: UploadLog, change: LogChange): string | undefined {
  if (log.problems.length > 0) return undefined;
  const text = textAfter(log, change);
  const read = readUploadLog(text);
  const now = new Map((read.ticks.get(change.of) ?? []).map(({ tick }) => [tickKey(tick), source(tick)]));
  const changed = changedKeys(change);
  const before = (log.ticks.get(change.of) ?? []).filter(({ tick }) => !changed.has(tickKey(tick)));
  const wanted = [...before.map(({ tick }) => tick), ...change.add];
  const isKept = wanted.every((tick) => now.get(tickKey(tick)) === source(tick));
  const others = [...log.ticks].every(([of, list]) => of === change.of || list.length === read.ticks.get(of)?.length);
  const isWhole = now.size === new Set(wanted.map(tickKey)).size;
  return read.problems.length === 0 && isKept && isWhole && others ? text : undefined;
}

function changedKeys({ add, remove }: LogChange): ReadonlySet<string> {
  return new Set([...add, ...remove].map(tickKey));
}

function textAfter(log: UploadLog, change: LogChange): string {
  const { of, add } = change;
  const gone = changedKeys(change);
  const present = log.ticks.get(of) ?? [];
  const eol = log.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = log.text === '' ? [] : log.text.replace(/\r?\n$/, '').split(/\r?\n/);
  const drop = new Set<number>();
  const kept: PlacedTick[] = [];
  for (const one of present) {
    if (gone.has(tickKey(one.tick))) for (let at = one.lines[0]; at < one.lines[1]; at += 1) drop.add(at);
    else kept.push(one);
  }
  const head = headFor(log, of);
  const margin = /^ */.exec(lines[kept[0]?.lines[0] ?? present[0]?.lines[0] ?? -1] ?? `${head.margin}  `)?.[0] ?? '';
  /** Lines that come before a line of the text. */
  const before = new Map<number, string[]>();
  const sorted = [...add].sort((a, b) => order(a, b));
  const end = Math.max(head.at, ...present.map((one) => one.lines[1]));
  for (const tick of sorted) {
    const next = kept.find((one) => order(one.tick, tick) > 0);
    const at = next?.lines[0] ?? end;
    before.set(at, [...(before.get(at) ?? []), `${margin}- ${source(tick)}`]);
  }
  const text: string[] = [];
  for (let at = 0; at <= lines.length; at += 1) {
    if (at === head.at) text.push(...(add.length > 0 ? head.lines : []));
    text.push(...(before.get(at) ?? []));
    const line = lines[at];
    if (line !== undefined && !drop.has(at)) text.push(line);
  }
  return text.length === 0 ? '' : text.join(eol) + eol;
}

const notice =
  '# Ce qui a été déposé sur Convergence, une pièce par ligne. Reste chez vous : ce fichier ne part dans aucun dépôt.';

/** Where the list of a candidature begins, and the lines that have to be written for it first. */
function headFor(
  log: UploadLog,
  of: string,
): { readonly at: number; readonly margin: string; readonly lines: string[] } {
  const section = log.sections.get(of);
  if (section) return { at: section.line + 1, margin: section.margin, lines: [] };
  const key = `${scalarText(of)}:`;
  const [other] = log.sections.values();
  const count = log.text === '' ? 0 : log.text.replace(/\r?\n$/, '').split('\n').length;
  const isNew = log.ticks.size === 0 && !log.hasDepots;
  const margin = other?.margin ?? '  ';
  if (!isNew) {
    // A new candidature stands first: what comes after `depots` need not be looked for.
    const at = log.text.split('\n').findIndex((line) => /^depots\s*:/.test(line)) + 1;
    return { at, margin, lines: [`${margin}${key}`] };
  }
  const hasVersion = /^version\s*:/m.test(log.text);
  const first = [...(count === 0 ? [notice] : []), ...(hasVersion ? [] : ['version: 1'])];
  return { at: count, margin, lines: [...first, 'depots:', `${margin}${key}`] };
}

function order(one: UploadTick, other: UploadTick): number {
  const [a, b] = [tickKey(one), tickKey(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function source(tick: UploadTick): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['exigence', tick.requirement],
    ['scenario', tick.scenario],
    ['preuve', tick.proof],
    [tick.kind, tick.value],
    ['sha256', tick.sha256],
    ['depose_le', tick.on],
    ['par', tick.by],
  ];
  const written = fields.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${key === 'depose_le' ? value : scalarText(value)}`],
  );
  return `{ ${written.join(', ')} }`;
}

function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && scalarIn(node) === '');
}

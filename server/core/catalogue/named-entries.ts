import type { Catalogue, ExpectedProof, Requirement, Scenario } from './catalogue';
import { comparable, withoutExtension } from './id-in-name';

/** An entry of a catalogue under an id that a name may bear. */
export interface NamedEntry {
  /** As the catalogue writes it. */
  readonly id: string;
  /** The requirement it is, or stands under; a core-business scenario has none. */
  readonly requirement?: Requirement;
  readonly scenario?: Scenario;
  readonly proof?: ExpectedProof;
}

/** What one id in a name may stand for: several entries where the REM prints it several times. */
export interface Mention {
  /** The id in the form of {@link idKey}. */
  readonly key: string;
  readonly entries: readonly NamedEntry[];
}

/** The form in which an id and a name are compared: without the base prefix, one way of writing suffixes and separators. */
export function idKey(text: string): string {
  return comparable(text)
    .replace(/^(?:sc|ch)\.(?=[a-z])/, '')
    .replace(/(\d)[-.]?(bis|ter)(?![\p{L}\p{N}])/gu, '$1.$2');
}

/** Ids of one catalogue, found in the names of files. Made once per catalogue. */
export class NamedEntries {
  readonly #entries = new Map<string, NamedEntry[]>();
  /** Requirements by their id with every separator written alike. */
  readonly #dashed = new Map<string, NamedEntry[]>();

  constructor(catalogue: Catalogue) {
    for (const requirement of catalogue.requirements) {
      const { id, printedId, socleId, waveOneIds, scenarios } = requirement;
      for (const name of new Set([printedId ?? id, ...(socleId === undefined ? [] : [socleId]), ...waveOneIds])) {
        this.#add(name, { id: name, requirement });
        put(this.#dashed, dashed(idKey(name)), { id: name, requirement });
      }
      for (const scenario of scenarios) this.#addScenario(scenario, requirement);
    }
    for (const scenario of catalogue.coreScenarios) this.#addScenario(scenario);
  }

  #addScenario(scenario: Scenario, requirement?: Requirement): void {
    const within = requirement ? { requirement } : {};
    const id = scenario.printedId ?? scenario.id;
    this.#add(id, { id, ...within, scenario });
    for (const proof of scenario.proofs) {
      const name = proof.printedId ?? proof.id;
      this.#add(name, { id: name, ...within, scenario, proof });
    }
  }

  #add(name: string, entry: NamedEntry): void {
    put(this.#entries, idKey(name), entry);
  }

  /**
   * The ids that stand in the name of a file as words of their own, the longest at each place. A short one-word id
   * (`DOC.01`) counts in the catalogue's own letter case only: `doc.01.pdf` is a first document.
   */
  inFileName(fileName: string): readonly Mention[] {
    const written = withoutExtension(fileName).normalize('NFC');
    const name = idKey(written);
    const found = mentions(name, this.#entries, (key, entries) => isTelling(key, entries, written));
    if (found.length > 0) return found;
    // Dots written as hyphens: `INS-va1-56-01`. What follows the requirement may as well count the captures.
    return mentions(dashed(name), this.#dashed, (key) => key.split('-').length > 3 || /(?:^|-)va1-/.test(key));
  }
}

function mentions(
  name: string,
  table: ReadonlyMap<string, readonly NamedEntry[]>,
  counts: (key: string, entries: readonly NamedEntry[]) => boolean,
): Mention[] {
  const found: Mention[] = [];
  for (let start = 0; start < name.length;) {
    const match = isStart(name, start) ? longestAt(name, start, table) : undefined;
    if (match && counts(match.key, match.entries)) found.push(match);
    start += match?.key.length ?? 1;
  }
  return found;
}

function longestAt(
  name: string,
  start: number,
  table: ReadonlyMap<string, readonly NamedEntry[]>,
): Mention | undefined {
  for (let end = Math.min(name.length, start + longestId); end > start; end--) {
    if (!isEnd(name, end)) continue;
    const key = name.slice(start, end);
    const entries = table.get(key);
    if (entries) return { key, entries };
  }
  return undefined;
}

/** No id of the field's documents is as long. */
const longestId = 60;

function isStart(name: string, at: number): boolean {
  // `SCN_DB/CO.01` is a scenario, known or not, and not requirement `DB/CO.01`.
  return !/[\p{L}\p{N}.]$/u.test(name.slice(Math.max(0, at - 2), at)) && !/(?:^|-)scn-$/.test(name.slice(0, at));
}

function isEnd(name: string, at: number): boolean {
  return !/^(?:[\p{L}\p{N}]|\.\d|\.(?:bis|ter)(?![\p{L}\p{N}]))/u.test(name.slice(at, at + 6));
}

function isTelling(key: string, entries: readonly NamedEntry[], written: string): boolean {
  const oneWord = !key.includes('-') && key.split('.').length < 4;
  return !oneWord || entries.some(({ id }) => written.includes(id));
}

function dashed(key: string): string {
  return key.replaceAll('.', '-');
}

function put(table: Map<string, NamedEntry[]>, key: string, entry: NamedEntry): void {
  const known = table.get(key);
  if (known) known.push(entry);
  else table.set(key, [entry]);
}

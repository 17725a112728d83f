import { normaliseId } from '../../core/catalogue/identifiers';

/** What a place of a manifest, or of a catalogue, speaks of. `known`: its id is the catalogue's own, not only what is written. */
export type Subject =
  | { readonly kind: 'requirement'; readonly id: string; readonly known: boolean }
  /** Without `within` a core-business one. */
  | { readonly kind: 'scenario'; readonly id: string; readonly known: boolean; readonly within?: string }
  | {
      readonly kind: 'proof';
      readonly id: string;
      readonly known: boolean;
      readonly scenario: string;
      readonly within?: string;
    }
  | { readonly kind: 'chapter'; readonly id: string; readonly known: boolean }
  /** `id`: its path in its normal form, from the folder of the dossier. */
  | { readonly kind: 'file'; readonly id: string; readonly known: boolean };

/** What is looked for, and the folder that its path starts from where it is a file. */
export interface Searched {
  readonly subject: Subject;
  readonly rootUri: string;
}

const kinds: ReadonlySet<unknown> = new Set<Subject['kind']>(['requirement', 'scenario', 'proof', 'chapter', 'file']);

/** What comes back from a client, as it was given to it; undefined where it is anything else. */
export function readSearched(value: unknown): Searched | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { subject, rootUri } = value as Partial<Record<keyof Searched, unknown>>;
  if (typeof subject !== 'object' || subject === null || typeof rootUri !== 'string') return undefined;
  const { kind, id, scenario, within } = subject as Record<string, unknown>;
  const isName = (one: unknown) => one === undefined || typeof one === 'string';
  if (!kinds.has(kind) || typeof id !== 'string' || !isName(scenario) || !isName(within)) return undefined;
  if (kind === 'proof' && scenario === undefined) return undefined;
  return { subject: subject as Subject, rootUri };
}

/** Whether two places speak of the same. Files are compared by path: those of one folder only may be. */
export function isSameSubject(a: Subject, b: Subject): boolean {
  if (a.kind === 'scenario' && b.kind === 'scenario') return sameId(a, b) && sameName(a.within, b.within);
  if (a.kind === 'proof' && b.kind === 'proof') {
    return sameId(a, b) && sameName(a.scenario, b.scenario) && sameName(a.within, b.within);
  }
  if (a.kind !== b.kind) return false;
  if (a.kind === 'file' || a.kind === 'chapter') return a.id === b.id;
  return sameId(a, b);
}

function sameId(a: Subject, b: Subject): boolean {
  return a.id === b.id || (!(a.known && b.known) && normaliseId(a.id) === normaliseId(b.id));
}

/** Of two catalogues' namesakes nothing tells more than the names. */
function sameName(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && normaliseId(a) === normaliseId(b));
}

import { slotIds, type Slot } from '../attach/slots';

/** A piece that a run of tests brought, so that the next run replaces it and nothing else. */
export interface LedgerEntry {
  /** Which test, and which of its attachments. */
  readonly test: string;
  readonly slot: Pick<Slot, 'proof' | 'scenario' | 'requirement'>;
  /** Relative to the dossier's folder. */
  readonly path: string;
  readonly sha256: string;
  /**
   * Of the content that it took the place of. The ledger is written before the files and the manifests: after a run that was
   * interrupted, or an edit that was taken back, this is what they still have.
   */
  readonly former?: string;
  /** The file was copied there for it: a new one may take its place. Else somebody else brought it. */
  readonly copied: boolean;
}

export type Ledger = readonly LedgerEntry[];

/** How the name of its file ends. */
export const ledgerEnd = '.collecte.json';

/** Name of the file in which a dossier keeps it. @param manifest name of the main manifest */
export function ledgerName(manifest: string): string {
  return `${manifest.replace(/\.preuves\.ya?ml$/i, '')}${ledgerEnd}`;
}

/** @returns undefined for what is no ledger: nothing in it is ours to replace then */
export function readLedger(text: string): Ledger | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null || !('pieces' in value) || !Array.isArray(value.pieces))
    return undefined;
  const pieces = value.pieces as readonly unknown[];
  const entries = pieces.map(readEntry);
  return entries.every((one) => one !== undefined) ? entries : undefined;
}

function readEntry(value: unknown): LedgerEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text = (key: string): string | undefined => {
    const found = (value as Readonly<Record<string, unknown>>)[key];
    return typeof found === 'string' && found !== '' ? found : undefined;
  };
  const [test, proof, scenario, path, sha256] = ['test', 'preuve', 'scenario', 'chemin', 'sha256'].map(text);
  if (test === undefined || proof === undefined || scenario === undefined || path === undefined || sha256 === undefined)
    return undefined;
  const requirement = text('exigence');
  const former = text('precedent');
  const copied = (value as { readonly copie?: unknown }).copie === true;
  return {
    test,
    slot: { proof, scenario, ...(requirement === undefined ? {} : { requirement }) },
    path,
    sha256: sha256.toLowerCase(),
    ...(former === undefined ? {} : { former: former.toLowerCase() }),
    copied,
  };
}

/** The same entries give the same bytes, whatever the order in which they came. */
export function ledgerText(ledger: Ledger): string {
  const pieces = ledger
    .map(({ test, slot, path, sha256, former, copied }) => {
      const { proof, scenario, requirement } = slotIds({ ...slot, pieces: 0 });
      const above = requirement === undefined ? {} : { exigence: requirement };
      const before = former === undefined ? {} : { precedent: former };
      const own = copied ? { copie: true } : {};
      return { test, ...above, scenario, preuve: proof, chemin: path, sha256, ...before, ...own };
    })
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return `${JSON.stringify({ version: 1, pieces }, undefined, 2)}\n`;
}

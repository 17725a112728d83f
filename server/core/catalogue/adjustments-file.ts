import type { NonApplicableFile } from './catalogue-file';

/** Content of a valid `*.ajustements.yaml`, as schemas/ajustements.schema.json describes it. */
export interface AdjustmentsFile {
  readonly version: 1;
  readonly preuves?: Readonly<Record<string, ProofAdjustment>>;
  readonly exigences?: Readonly<Record<string, { readonly non_applicable?: NonApplicableFile }>>;
}

export interface ProofAdjustment {
  readonly types?: readonly string[];
  readonly condition?: string;
  readonly obligatoire?: boolean;
  readonly preuves?: readonly ProofPart[];
}

export interface ProofPart {
  readonly id: string;
  readonly attendu?: string;
  readonly types?: readonly string[];
  readonly condition?: string;
}

const catalogueEnd = '.rem.yaml';
export const adjustmentsEnd = '.ajustements.yaml';

/** Path or URI of the overlay that lies beside a catalogue; undefined for a name that is no catalogue's. */
export function adjustmentsBeside(catalogue: string): string | undefined {
  return catalogue.endsWith(catalogueEnd) ? catalogue.slice(0, -catalogueEnd.length) + adjustmentsEnd : undefined;
}

/** Path or URI of the catalogue that an overlay lies beside; undefined for any other file. */
export function catalogueBeside(adjustments: string): string | undefined {
  return adjustments.endsWith(adjustmentsEnd) ? adjustments.slice(0, -adjustmentsEnd.length) + catalogueEnd : undefined;
}

import { dispositifs } from '../catalogue/dispositifs.generated';
import type { Analysis } from '../engine/analyse';

/** A dossier of a portfolio, checked. */
export interface Holding {
  /** Path of its main manifest, relative to the portfolio: what it is known by. */
  readonly path: string;
  readonly analysis: Analysis;
}

/** Name of the software; undefined where the dossier does not give it. */
export function productOf({ analysis }: Holding): string | undefined {
  const name = analysis.dossier.main.parsed.software?.facts.name?.value.trim() ?? '';
  return name === '' ? undefined : name;
}

/** Wave of its dispositif; undefined where it is not known. */
export function waveOf({ analysis: { dossier } }: Holding): number | undefined {
  const { catalogue, main } = dossier;
  if (catalogue.kind === 'loaded' && catalogue.catalogue.dispositif.wave !== undefined)
    return catalogue.catalogue.dispositif.wave;
  const id = main.parsed.dossier?.facts.dispositif?.value;
  return dispositifs.find((one) => one.id === id)?.wave;
}

import { shift, type Located } from '../text/offset-range';
import type { ParsedManifest } from './parse-manifest';

/** Section that a path of the way stands in; also the category of the rules about it. */
export type PieceSection = 'parcours' | 'administratif' | 'financement' | 'portabilite';

/** Every path that the sections of the way cite, with absolute ranges. */
export function citedPieces(parsed: ParsedManifest): readonly (Located<string> & { readonly section: PieceSection })[] {
  const flat = (section: PieceSection, placed: ParsedManifest['administrative']) =>
    (placed?.facts.values ?? []).flatMap(({ kind, value, range }) =>
      kind === 'path' && value !== '' ? [{ section, value, range: shift(range, placed?.base ?? 0) }] : [],
    );
  return [
    ...(parsed.journey?.facts.steps ?? []).flatMap(({ evidence }) =>
      evidence
        ? [
            {
              section: 'parcours' as const,
              value: evidence.value,
              range: shift(evidence.range, parsed.journey?.base ?? 0),
            },
          ]
        : [],
    ),
    ...flat('administratif', parsed.administrative),
    ...flat('financement', parsed.financing),
    ...parsed.orders.flatMap(({ base, facts }) =>
      flat('financement', { base, facts: { key: facts.range, values: facts.values } }),
    ),
    ...flat('portabilite', parsed.portability),
  ];
}

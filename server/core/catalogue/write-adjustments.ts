import { stringify } from 'yaml';
import type { AdjustmentsFile, ProofAdjustment } from './adjustments-file';

/** An overlay written anew from what was read of it: the keys of its own format alone, and no comment. */
export function writeAdjustments({ preuves, exigences }: AdjustmentsFile): string {
  const proofs = Object.entries(preuves ?? {}).map(([id, one]) => [id, proofOf(one)] as const);
  const requirements = Object.entries(exigences ?? {}).map(([id, { non_applicable: form }]) => [
    id,
    form === undefined ? {} : { non_applicable: { forme: form.forme, source: form.source } },
  ]);
  const file = {
    version: 1,
    ...(proofs.length === 0 ? {} : { preuves: Object.fromEntries(proofs) }),
    ...(requirements.length === 0 ? {} : { exigences: Object.fromEntries(requirements) as object }),
  };
  return stringify(file, { lineWidth: 0, compat: 'yaml-1.1' });
}

function proofOf({ types, condition, obligatoire, preuves }: ProofAdjustment): object {
  return {
    ...(types && { types: [...types] }),
    ...(condition !== undefined && { condition }),
    ...(obligatoire !== undefined && { obligatoire }),
    ...(preuves && {
      preuves: preuves.map(({ id, attendu, types: own, condition: when }) => ({
        id,
        ...(attendu !== undefined && { attendu }),
        ...(own && { types: [...own] }),
        ...(when !== undefined && { condition: when }),
      })),
    }),
  };
}

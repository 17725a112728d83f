import type { ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import { insertUnder } from '../fixes/insert-under';
import { textOf } from '../fixes/manifest-text';
import { fingerprintStub } from '../fixes/stub';
import { scenarioFingerprint } from '../revision/scenario-fingerprint';
import type { Draft } from './draft';
import type { WrittenProof } from './make-place';

/** A requirement, or a core-business scenario. */
type Top = ResolvedRequirement | ResolvedScenario;

/** How many pieces and declarations stand under an entry. */
export function evidenceOf(top: Top): number {
  const scenarios = 'scenarios' in top ? top.scenarios : [top];
  const declared = [top.facts, ...scenarios.map(({ facts }) => facts)].filter(({ notApplicable }) => notApplicable);
  return declared.length + scenarios.flatMap(({ proofs }) => proofs.flatMap(({ facts }) => facts.evidence)).length;
}

/** Says for which text the first evidence of an entry is accepted, unless that is said. */
export function writeFingerprint({ uri, entry, top }: Pick<WrittenProof, 'uri' | 'entry' | 'top'>, draft: Draft): void {
  if (top.facts.fingerprint) return;
  const known = 'scenarios' in top ? top.requirement?.fingerprint : top.scenario && scenarioFingerprint(top.scenario);
  const text = textOf(draft.dossier, uri);
  if (known === undefined || text === undefined) return;
  const change = insertUnder({ uri, text, entry, path: [], stub: fingerprintStub(known) });
  // Where it can not be written the piece stays: `exigence/sans-empreinte` tells of it.
  if (change) draft.apply([change]);
}

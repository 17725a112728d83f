import type { Dossier } from '../../dossier/dossier';
import type { NotApplicableFacts } from '../../manifest/facts';
import { shift, type OffsetRange } from '../../text/offset-range';
import type { BlockerKind, Place } from './blocker';

/**
 * Tells to which row of the gate's table an error belongs, by the value that it stands at: whatever rule found it, what is
 * wrong with a SIRET keeps the dossier back as one without SIRET would.
 */
export function rowsByPlace(dossier: Dossier): (place: Place, isAboutProof: boolean) => BlockerKind {
  const rows = new Map<string, BlockerKind>();
  const add = (kind: BlockerKind, uri: string, base: number, ranges: readonly (OffsetRange | undefined)[]) => {
    for (const range of ranges) if (range) rows.set(keyOf({ uri, range: shift(range, base) }), kind);
  };
  const { uri, parsed } = dossier.main;
  const { vendor, software } = parsed;
  if (vendor) add('identity', uri, vendor.base, [vendor.facts.name?.range, vendor.facts.siret?.range]);
  if (software) add('identity', uri, software.base, [software.facts.name?.range, software.facts.version?.range]);
  for (const { base, facts } of parsed.approvals) {
    const { teleservice, state, evidence, exemption } = facts;
    const papers = [evidence?.range, exemption?.key, exemption?.reason?.range, exemption?.evidence?.range];
    add('approval', uri, base, [teleservice?.range, state?.range, ...papers]);
  }
  for (const { uri: at, base, value } of dossier.requirements) {
    add('setAside', at, base, rangesOf(value.facts.notApplicable));
    for (const { facts } of value.scenarios) add('setAside', at, base, rangesOf(facts.notApplicable));
  }
  for (const { uri: at, base, value } of dossier.coreScenarios)
    add('setAside', at, base, rangesOf(value.facts.notApplicable));
  return (place, isAboutProof) => (isAboutProof ? 'finding' : (rows.get(keyOf(place)) ?? 'finding'));
}

function keyOf({ uri, range }: Place): string {
  return `${uri}\n${range.start}`;
}

function rangesOf(facts: NotApplicableFacts | undefined): (OffsetRange | undefined)[] {
  return facts ? [facts.key, facts.justification?.range, facts.declaration?.range] : [];
}

import type { Analysis } from '../../core/engine/analyse';
import type { ThreadSubject } from '../../core/threads/thread';
import type { OffsetRange } from '../../core/text/offset-range';

/**
 * What a thread that is begun at a line is about: the proof, scenario or requirement that the line is of. On the line of a key, the
 * key; elsewhere the narrowest that holds the line. Ids of the catalogue where it knows them.
 * @param line offsets of its beginning and end, in the text that was analysed
 */
export function threadSubjectAt({ dossier }: Analysis, uri: string, line: OffsetRange): ThreadSubject | undefined {
  const touches = (base: number, { start, end }: OffsetRange) => base + start <= line.end && line.start <= base + end;
  const requirement = dossier.requirements.find((one) => one.uri === uri && touches(one.base, one.value.facts.range));
  const core = requirement
    ? undefined
    : dossier.coreScenarios.find((one) => one.uri === uri && touches(one.base, one.value.facts.range));
  const found = requirement ?? core;
  if (!found) return undefined;
  const { base } = found;
  const scenarios = requirement ? requirement.value.scenarios : core ? [core.value] : [];
  // The last that touches: a line break at the end of one is the beginning of the next.
  const scenario = scenarios.findLast(
    ({ facts }) => touches(base, facts.range) && base + facts.range.start <= line.end,
  );
  const proof = scenario?.proofs.findLast(({ facts }) => touches(base, facts.range));
  const own = requirement?.value;
  return {
    ...(own ? { requirement: own.requirement?.id ?? own.facts.id.value } : {}),
    ...(scenario ? { scenario: scenario.scenario?.id ?? scenario.facts.id.value } : {}),
    ...(proof ? { proof: proof.proof?.id ?? proof.facts.id.value } : {}),
  };
}

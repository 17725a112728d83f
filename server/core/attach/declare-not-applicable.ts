import type { Entry, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import type { Analysis } from '../engine/analyse';
import { insertUnder } from '../fixes/insert-under';
import { textOf } from '../fixes/manifest-text';
import { scalarText } from '../manifest/scalar-text';
import type { Locale } from '../messages/say';
import { brokenManifest, type BrokenManifest } from './broken-manifest';
import { Draft, type EditedFile } from './draft';
import { evidenceOf, writeFingerprint } from './first-evidence';
import { placeStep } from './make-place';
import { slotsOf, type Slot } from './slots';

/** A requirement, a scenario of it, or a core-business scenario, by the catalogue's ids. */
export interface DeclaredEntry {
  readonly requirement?: string;
  readonly scenario?: string;
}

export type DeclareOutcome =
  | { readonly kind: 'planned'; readonly files: readonly EditedFile[] }
  /** It is said already. */
  | { readonly kind: 'declared' }
  /** No such entry expects anything in this dossier. */
  | { readonly kind: 'unknown' }
  /** The manifest is written in a way that nothing can be added to there. */
  | { readonly kind: 'unwritable' }
  | BrokenManifest;

/** Works out what the manifests become when an entry is declared not applicable. Writes nothing. */
export function declareNotApplicable(
  analysis: Analysis,
  wanted: DeclaredEntry,
  justification: string,
  locale: Locale,
): DeclareOutcome {
  const broken = brokenManifest(analysis);
  if (broken) return broken;
  const slot = slotsOf(analysis.dossier).find(
    ({ requirement, scenario }) =>
      requirement === wanted.requirement && (wanted.scenario === undefined || scenario === wanted.scenario),
  );
  if (!slot || (wanted.requirement === undefined && wanted.scenario === undefined)) return { kind: 'unknown' };
  const draft = new Draft(analysis);
  // The requirement, then its scenario.
  for (let steps = 0; steps <= 2; steps++) {
    const place = placeOf(draft, wanted, slot);
    if (place) return declareIn(draft, place, wanted, justification);
    const step = placeStep(slot, draft.dossier, locale);
    if (step.kind === 'there' || !draft.apply(step.changes)) return { kind: 'unwritable' };
  }
  return { kind: 'unwritable' };
}

interface Place {
  readonly top: Entry<ResolvedRequirement | ResolvedScenario>;
  readonly entry: ResolvedRequirement | ResolvedScenario;
  /** Keys from the value of `top` down to the entry. */
  readonly path: readonly string[];
}

function placeOf({ dossier }: Draft, wanted: DeclaredEntry, slot: Slot): Place | undefined {
  const isScenario = ({ scenario, facts }: ResolvedScenario): boolean =>
    (scenario?.id ?? facts.id.value) === slot.scenario;
  if (wanted.requirement === undefined) {
    const top = dossier.coreScenarios.find(({ value }) => isScenario(value));
    return top && { top, entry: top.value, path: [] };
  }
  const tops = dossier.requirements.filter(
    ({ value }) => (value.requirement?.id ?? value.facts.id.value) === wanted.requirement,
  );
  if (wanted.scenario === undefined) {
    const [top] = tops;
    return top && { top, entry: top.value, path: [] };
  }
  // Written twice, the one that has the scenario counts.
  return tops.flatMap((top) => {
    const entry = top.value.scenarios.find(isScenario);
    return entry ? [{ top, entry, path: ['scenarios', entry.facts.id.value] }] : [];
  })[0];
}

function declareIn(draft: Draft, place: Place, wanted: DeclaredEntry, justification: string): DeclareOutcome {
  const { top, entry, path } = place;
  if (entry.facts.notApplicable) return { kind: 'declared' };
  const { uri, base, value } = top;
  const range = { start: base + value.facts.range.start, end: base + value.facts.range.end };
  const isFirst = evidenceOf(value) === 0;
  const change = insertUnder({
    uri,
    text: textOf(draft.dossier, uri) ?? '',
    entry: range,
    path,
    stub: { key: 'non_applicable', children: [{ key: 'justification', value: scalarText(justification) }] },
    after: ['empreinte'],
  });
  if (!change || !draft.apply([change])) return { kind: 'unwritable' };
  const slot = { proof: '', scenario: wanted.scenario ?? '', pieces: 0 };
  const after = placeOf(draft, wanted, slot);
  // Whatever the text looked like: it is declared now.
  if (!after?.entry.facts.notApplicable) return { kind: 'unwritable' };
  if (isFirst) {
    const { facts } = after.top.value;
    const whole = { start: after.top.base + facts.range.start, end: after.top.base + facts.range.end };
    writeFingerprint({ uri, entry: whole, top: after.top.value }, draft);
  }
  return { kind: 'planned', files: draft.files() };
}

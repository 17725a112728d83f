import type { Analysis } from '../engine/analyse';
import { insertUnder } from '../fixes/insert-under';
import { textOf } from '../fixes/manifest-text';
import { scalarText } from '../manifest/scalar-text';
import type { Locale } from '../messages/say';
import { Draft, type EditedFile } from './draft';
import { evidenceOf, writeFingerprint } from './first-evidence';
import { placeStep, writtenEntry, type EntryIds, type WrittenEntry } from './make-place';
import { slotsOf } from './slots';

export type DeclareOutcome =
  | { readonly kind: 'planned'; readonly files: readonly EditedFile[] }
  /** It is said already. */
  | { readonly kind: 'declared' }
  /** No such entry expects anything in this dossier. */
  | { readonly kind: 'unknown' }
  /** The manifest is written in a way that nothing can be added to there. */
  | { readonly kind: 'unwritable' };

/** Works out what the manifests become when an entry is declared not applicable. Writes nothing. */
export function declareNotApplicable(
  analysis: Analysis,
  wanted: EntryIds,
  justification: string,
  locale: Locale,
): DeclareOutcome {
  const slot = slotsOf(analysis.dossier).find(
    ({ requirement, scenario }) =>
      requirement === wanted.requirement && (wanted.scenario === undefined || scenario === wanted.scenario),
  );
  if (!slot || (wanted.requirement === undefined && wanted.scenario === undefined)) return { kind: 'unknown' };
  const draft = new Draft(analysis);
  // The requirement, then its scenario.
  for (let steps = 0; steps <= 2; steps++) {
    const place = writtenEntry(wanted, draft.dossier);
    if (place) return declareIn(draft, place, wanted, justification);
    const step = placeStep(slot, draft.dossier, locale);
    if (step.kind === 'there' || !draft.apply(step.changes)) return { kind: 'unwritable' };
  }
  return { kind: 'unwritable' };
}

function declareIn(draft: Draft, place: WrittenEntry, wanted: EntryIds, justification: string): DeclareOutcome {
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
  const after = writtenEntry(wanted, draft.dossier);
  // Whatever the text looked like: it is declared now.
  if (!after?.entry.facts.notApplicable) return { kind: 'unwritable' };
  if (isFirst) {
    const { facts } = after.top.value;
    const whole = { start: after.top.base + facts.range.start, end: after.top.base + facts.range.end };
    writeFingerprint({ uri, entry: whole, top: after.top.value }, draft);
  }
  return { kind: 'planned', files: draft.files() };
}

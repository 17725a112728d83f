import type { RegimeRules } from '../regimes/regime-rules';
import type { DraftField, DraftValue, ProofDraft, RequirementDraft, ScenarioDraft } from './drafts';
import type { Doubts } from './import-report';
import { foldedId } from './namesakes';
import { addProofs, oneSpelling, sameText, withoutSpaces } from './row-cells';
import { plainWords } from './cell-text';
import { readNature } from './vocabulary';

/** What makes two rows of one id two requirements, in the form in which it is compared; empty where the row does not say. */
interface Signature {
  readonly text: string;
  readonly nature: string;
  readonly profiles: string;
  readonly chapter: string;
}

interface Variant {
  signature: Signature;
  /** Positions of its drafts. */
  readonly members: number[];
}

/**
 * Puts the drafts of one requirement together. Rows with the same id are the same requirement unless they say another
 * statement, nature, profile or chapter; what a row leaves blank agrees with everything. Which rows go together does not
 * depend on their order, but where a blank could stand for several requirements: there the nearest row above counts.
 *
 * @param drafts of the rows, in their order
 * @returns one draft for each requirement, in the order in which they first appear
 */
export function uniteRequirements(
  drafts: readonly RequirementDraft[],
  doubts: Doubts,
  regimes: RegimeRules,
): RequirementDraft[] {
  const groups = new Map<string, number[]>();
  drafts.forEach(({ id }, at) => {
    const group = groups.get(foldedId(id));
    if (group) group.push(at);
    else groups.set(foldedId(id), [at]);
  });
  const variants = [...groups.values()].flatMap((group) => variantsOf(group, drafts, doubts, regimes));
  return variants
    .map(({ members }) => members.sort((one, other) => one - other))
    .sort(([one = 0], [other = 0]) => one - other)
    .map((members) =>
      unite(
        members.flatMap((at) => drafts[at] ?? []),
        doubts,
        regimes,
      ),
    );
}

function variantsOf(
  group: readonly number[],
  drafts: readonly RequirementDraft[],
  doubts: Doubts,
  regimes: RegimeRules,
): Variant[] {
  const rows = group.flatMap((at) => {
    const draft = drafts[at];
    return draft ? [{ at, draft, signature: signatureOf(draft, regimes) }] : [];
  });
  // Those that say most come first: what a blank may stand for is known when its row is looked at.
  const order = [...rows].sort(
    (one, other) =>
      filled(other.signature) - filled(one.signature) || compare(spelt(one.signature), spelt(other.signature)),
  );
  const variants: Variant[] = [];
  for (const { at, draft, signature } of order) {
    const fitting = variants.filter((variant) => fits(variant.signature, signature));
    const [variant] = fitting.length > 1 ? [nearestAbove(at, fitting)] : fitting;
    if (variant === undefined) {
      variants.push({ signature, members: [at] });
      continue;
    }
    if (fitting.length > 1) doubts.add('ligne-ambigue', draft.place, '', { id: draft.id });
    variant.members.push(at);
    variant.signature = filledIn(variant.signature, signature);
  }
  return variants;
}

/** The variant of the nearest row above; the first by what it says where none is above. */
function nearestAbove(at: number, variants: readonly Variant[]): Variant | undefined {
  const above = ({ members }: Variant): number => Math.max(-1, ...members.filter((member) => member < at));
  return [...variants].sort(
    (one, other) => above(other) - above(one) || compare(spelt(one.signature), spelt(other.signature)),
  )[0];
}

function signatureOf({ values, profiles }: RequirementDraft, regimes: RegimeRules): Signature {
  const chapter = values.get('chapter') ?? values.get('section');
  return {
    text: withoutSpaces(values.get('text')?.text ?? ''),
    nature: natureForm(values.get('nature')?.text ?? '', regimes),
    profiles: profilesForm(profiles),
    chapter: withoutSpaces(chapter?.text ?? ''),
  };
}

const parts = ['text', 'nature', 'profiles', 'chapter'] as const;

function fits(one: Signature, other: Signature): boolean {
  return parts.every((part) => one[part] === other[part] || one[part] === '' || other[part] === '');
}

function filledIn(one: Signature, other: Signature): Signature {
  return {
    text: one.text || other.text,
    nature: one.nature || other.nature,
    profiles: one.profiles || other.profiles,
    chapter: one.chapter || other.chapter,
  };
}

function filled(signature: Signature): number {
  return parts.filter((part) => signature[part] !== '').length;
}

function spelt(signature: Signature): string {
  return parts.map((part) => signature[part]).join('\n');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function natureForm(word: string, regimes: RegimeRules): string {
  return readNature(word, regimes) ?? plainWords(word);
}

function profilesForm(profiles: readonly string[]): string {
  return [...new Set(profiles.map(plainWords))].sort().join('\n');
}

/** Whether two words of the nature column say the same (`Obligatoire` and `EXIGENCE`). */
export function sameNature(one: string, other: string, regimes: RegimeRules): boolean {
  return natureForm(one, regimes) === natureForm(other, regimes);
}

/** Whether two lists name the same profiles, in any order. */
export function sameProfiles(one: readonly string[], other: readonly string[]): boolean {
  return profilesForm(one) === profilesForm(other);
}

function unite(drafts: readonly RequirementDraft[], doubts: Doubts, regimes: RegimeRules): RequirementDraft {
  const [first, ...more] = drafts;
  if (first === undefined) throw new Error('no draft to unite');
  for (const draft of more) {
    for (const [field, value] of draft.values) takeValue(first, field, value, doubts, regimes);
    if (first.profiles.length === 0) first.profiles.push(...draft.profiles);
    for (const scenario of draft.scenarios) addScenario(first.scenarios, scenario);
  }
  const id = drafts.map((draft) => draft.id).reduce(oneSpelling);
  const other = drafts.find((draft) => draft.id !== id);
  if (other) doubts.add('graphies-differentes', other.place, other.id, { id, other: other.id });
  return { ...first, id };
}

/** Takes a value where there is none; another one than that which is there is a doubt. */
export function takeValue(
  draft: RequirementDraft,
  field: DraftField,
  value: DraftValue,
  doubts: Doubts,
  regimes: RegimeRules,
): void {
  const before = draft.values.get(field);
  if (before === undefined) {
    draft.values.set(field, value);
    return;
  }
  const same =
    field === 'nature'
      ? sameNature(before.text, value.text, regimes)
      : withoutSpaces(before.text) === withoutSpaces(value.text);
  if (same) return;
  const args = { id: draft.id, header: value.header, first: before.place.row };
  doubts.add('valeur-contradictoire', value.place, value.raw, args);
}

/**
 * Puts a scenario with those of its requirement: with the one of the same id, unless both have a text and it is another;
 * without id, with the one of the same text; without either, with the last one, to which its proofs belong.
 */
export function addScenario(into: ScenarioDraft[], scenario: ScenarioDraft): void {
  const { id, text } = scenario;
  const fitting = into.filter((one) => isSameScenario(one, scenario));
  // A row without text adds to the nearest one above.
  const known = text === undefined ? fitting.at(-1) : fitting[0];
  const target = known ?? (id === undefined && text === undefined ? into.at(-1) : undefined);
  if (target === undefined) {
    into.push({ ...scenario, proofs: withoutRepeats(scenario.proofs) });
    return;
  }
  target.text ??= text;
  if (target.id !== undefined && id !== undefined) target.id = oneSpelling(target.id, id);
  addProofs(target.proofs, scenario.proofs);
}

function isSameScenario(one: ScenarioDraft, { id, text }: ScenarioDraft): boolean {
  if (id === undefined) return text !== undefined && one.text !== undefined && sameText(one.text, text);
  if (one.id === undefined || foldedId(one.id) !== foldedId(id)) return false;
  return text === undefined || one.text === undefined || sameText(one.text, text);
}

function withoutRepeats(proofs: readonly ProofDraft[]): ProofDraft[] {
  const once: ProofDraft[] = [];
  addProofs(once, proofs);
  return once;
}

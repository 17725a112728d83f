import type { Requirement, Scenario } from '../../core/catalogue/catalogue';
import { entryWritten } from '../../core/catalogue/find-entry';
import type { CatalogueIndex } from '../../core/catalogue/index-catalogue';
import { safePath } from '../../core/evidence/evidence-path';
import type { BlockPage } from '../../core/manifest/block-list';
import { citedPieces } from '../../core/manifest/cited-pieces';
import {
  approvalPaths,
  evidencePath,
  type EvidenceItem,
  type ProofFacts,
  type RequirementFacts,
  type ScenarioFacts,
} from '../../core/manifest/facts';
import { pageFacts } from '../../core/manifest/page-facts';
import type { ParsedManifest } from '../../core/manifest/parse-manifest';
import { shift, type Located, type OffsetRange } from '../../core/text/offset-range';
import { pagesWithin } from '../pages-within';
import type { Subject } from './subject';

/** A place of a manifest that names something. */
export interface Mention {
  /** Of the id or path as it is written, quotes included. */
  readonly range: OffsetRange;
  readonly written: string;
  readonly subject: Subject;
  /** `entry`: what is said of it stands under it. */
  readonly role: 'entry' | 'use';
  /** What the place stands under, outermost first. */
  readonly under: readonly Subject[];
  /** From the entry's key to its end; the same as `range` for a use. */
  readonly whole: OffsetRange;
}

interface Kept {
  readonly index: CatalogueIndex | undefined;
  readonly mentions: readonly Mention[];
}

/** By page of a manifest: after an edit only the page around it is looked through again. Ranges from the start of the page. */
const kept = new WeakMap<BlockPage, Kept>();

/**
 * Everything that a manifest names, in text order within its entries, then the rest; ranges are absolute.
 * @param within where only these are wanted; some that stand near it come along
 */
export function manifestMentions(
  parsed: ParsedManifest,
  index: CatalogueIndex | undefined,
  within?: OffsetRange,
): readonly Mention[] {
  const found = pagesWithin(parsed, within).flatMap(({ page, start }) => placedAt(pageMentions(page, index), start));
  return [...found, ...headMentions(parsed, index)];
}

/** What stands under an offset, at its first or last character too. */
export function mentionAt(
  parsed: ParsedManifest,
  index: CatalogueIndex | undefined,
  offset: number,
): Mention | undefined {
  const here = { start: offset, end: offset };
  return manifestMentions(parsed, index, here).find(({ range }) => range.start <= offset && offset <= range.end);
}

function placedAt(mentions: readonly Mention[], by: number): readonly Mention[] {
  if (by === 0) return mentions;
  return mentions.map((one) => ({ ...one, range: shift(one.range, by), whole: shift(one.whole, by) }));
}

function pageMentions(page: BlockPage, index: CatalogueIndex | undefined): readonly Mention[] {
  const before = kept.get(page);
  if (before && before.index === index) return before.mentions;
  const { requirements, coreScenarios } = pageFacts(page);
  const mentions = [
    ...requirements.flatMap(({ base, facts }) => placedAt(ofRequirement(facts, index), base)),
    ...coreScenarios.flatMap(({ base, facts }) =>
      placedAt(ofScenario(facts, index?.coreScenario(facts.id.value), undefined), base),
    ),
  ];
  kept.set(page, { index, mentions });
  return mentions;
}

function ofRequirement(facts: RequirementFacts, index: CatalogueIndex | undefined): readonly Mention[] {
  const known = index?.requirement(facts.id.value)?.requirement;
  const subject: Subject = { kind: 'requirement', ...idOf(known, facts.id) };
  return [
    entry(facts.id, subject, facts.range, []),
    ...statement(facts, [subject]),
    ...facts.scenarios.flatMap((scenario) =>
      ofScenario(scenario, known && entryWritten(known.scenarios, scenario.id.value), { subject, known }),
    ),
  ];
}

interface Parent {
  readonly subject: Subject;
  readonly known: Requirement | undefined;
}

function ofScenario(facts: ScenarioFacts, known: Scenario | undefined, parent: Parent | undefined): readonly Mention[] {
  const within = parent ? { within: parent.subject.id } : {};
  const subject: Subject = { kind: 'scenario', ...idOf(known, facts.id), ...within };
  const above = parent ? [parent.subject] : [];
  const under = [...above, subject];
  const proofOf = (id: Located<string>): Subject => ({
    kind: 'proof',
    ...idOf(known && entryWritten(known.proofs, id.value), id),
    scenario: subject.id,
    ...within,
  });
  const use = (id: Located<string>): Mention => useOf(id, proofOf(id), under);
  return [
    entry(facts.id, subject, facts.range, above),
    ...statement(facts, under),
    ...facts.proofs.flatMap((proof) => ofProof(proof, proofOf(proof.id), under)),
    ...(facts.instruction ?? []).map(({ proof }) => use(proof)),
    ...(facts.proofFollowUps ?? []).map(({ proof }) => use(proof)),
  ];
}

function ofProof({ id, evidence, range }: ProofFacts, subject: Subject, under: readonly Subject[]): readonly Mention[] {
  const below = [...under, subject];
  return [entry(id, subject, range, under), ...evidence.flatMap((item) => ofItem(item, below))];
}

function ofItem(item: EvidenceItem, under: readonly Subject[]): readonly Mention[] {
  const path = evidencePath(item);
  return path ? fileUse(path, under) : [];
}

function statement(
  { notApplicable }: Pick<ScenarioFacts, 'notApplicable'>,
  under: readonly Subject[],
): readonly Mention[] {
  return notApplicable?.declaration ? fileUse(notApplicable.declaration, under) : [];
}

/** What stands outside the entries: paths of the head, approvals and pieces of the way, chapters. */
function headMentions(parsed: ParsedManifest, index: CatalogueIndex | undefined): readonly Mention[] {
  const found: Mention[] = [];
  const { dossier } = parsed;
  const addPath = (path: Located<string> | undefined, base: number) => {
    if (path) found.push(...placedAt(fileUse(path, []), base));
  };
  if (dossier) {
    addPath(dossier.facts.catalogue, dossier.base);
    for (const { file } of dossier.facts.testIdentities ?? []) addPath(file, dossier.base);
    for (const fragment of dossier.facts.fragments)
      if (!/[*?[\]{}()!]/.test(fragment.value)) addPath(fragment, dossier.base);
  }
  for (const { base, facts } of parsed.approvals) for (const path of approvalPaths(facts)) addPath(path, base);
  for (const path of citedPieces(parsed)) addPath(path, 0);
  const names = new Set(index?.catalogue.chapters.map(({ name }) => name));
  for (const { base, facts } of parsed.chapters) {
    const chapter: Subject = { kind: 'chapter', id: facts.name.value, known: names.has(facts.name.value) };
    found.push(...placedAt([entry(facts.name, chapter, facts.name.range, [])], base));
    for (const { proof } of facts.history ?? []) {
      const subject = proof && namedProof(proof, index);
      if (proof && subject) found.push(...placedAt([useOf(proof, subject, [chapter])], base));
    }
  }
  return found;
}

/** A proof named without the scenario that it stands under. */
function namedProof({ value }: Located<string>, index: CatalogueIndex | undefined): Subject | undefined {
  const found = index?.proof(value);
  if (!found) return undefined;
  const within = found.requirement ? { within: found.requirement.id } : {};
  return { kind: 'proof', id: found.proof.id, known: true, scenario: found.scenario.id, ...within };
}

function idOf(known: { readonly id: string } | undefined, { value }: Located<string>) {
  return { id: known?.id ?? value, known: known !== undefined };
}

function entry(
  { value, range }: Located<string>,
  subject: Subject,
  whole: OffsetRange,
  under: readonly Subject[],
): Mention {
  return {
    range,
    written: value,
    subject,
    role: 'entry',
    under,
    whole: { start: Math.min(range.start, whole.start), end: Math.max(range.end, whole.end) },
  };
}

function useOf({ value, range }: Located<string>, subject: Subject, under: readonly Subject[]): Mention {
  return { range, written: value, subject, role: 'use', under, whole: range };
}

/** A path that leads out of the dossier names nothing. */
function fileUse(path: Located<string>, under: readonly Subject[]): readonly Mention[] {
  const normal = safePath(path.value);
  return normal === undefined ? [] : [useOf(path, { kind: 'file', id: normal, known: true }, under)];
}

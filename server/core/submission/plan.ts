import type { Analysis } from '../engine/analyse';
import { evidencePath, type EvidenceItem } from '../manifest/facts';
import type { ScenarioCompliance } from '../status/compliance';
import type { EvidenceFile } from '../evidence/evidence-file';
import { isOwnFile } from '../evidence/own-file';
import { workingKind } from '../evidence/working-file';
import { commonPath, piecePathFault, safePiecePath } from '../evidence/evidence-path';
import { defaultLayout, entryPath, reservedNames, type EntryLayout } from '../configuration/entry-layout';
import { UniqueNames } from '../configuration/entry-names';
import { chaptersInScope, coreScenariosInScope, type Scope } from './scope';
import { unexpectedEvidence, type UnexpectedProof } from './unexpected-evidence';
import { fileNameOf } from '../text/file-name';

/** One piece of evidence in the slot it is filed in. */
export interface PlannedEvidence {
  /** Path in the package's payload, `01 Chapitre/INS va1.56/INS va1.56.02/INS va1.56.02.01 – nom.mp4` unless configured. */
  readonly name: string;
  /** Path in the dossier, in its normal form; behind `commun:` that in the common folder of its portfolio. */
  readonly source: string;
  readonly slot: Slot;
  /** Digest pinned in the manifest, lower case, when there is one. */
  readonly pinned?: string;
}

/** Evidence without a file: a permanent link or an execution number. */
export interface PlannedReference {
  readonly kind: 'lien' | 'execution';
  readonly value: string;
  readonly slot: Slot;
}

export interface Slot {
  readonly chapter: string;
  /** Absent for core-business scenarios. */
  readonly requirement?: string;
  readonly scenario: string;
  readonly proof: string;
  readonly title?: string;
  readonly comment?: string;
  readonly date?: string;
  readonly version?: string;
}

/** What goes into a package, in order. */
export interface SubmissionPlan {
  readonly evidence: readonly PlannedEvidence[];
  readonly references: readonly PlannedReference[];
  /** Statements of non-applicability. */
  readonly statements: readonly PlannedEvidence[];
}

/** Chapter under which core-business scenarios are filed. */
export const coreChapter = 'Scénarios cœur de métier';

/** Chapter under which evidence is filed that belongs to no chapter of the catalogue. */
export const unknownChapter = 'Hors catalogue';

/**
 * What is filed, in chapter / requirement / scenario / proof order; what the catalogue does not expect comes after what it
 * expects of the same requirement, under its own ids. Same dossier, same plan. Paths that leave the dossier are left out:
 * they are findings.
 */
export function submissionPlan(analysis: Analysis, scope: Scope = {}): SubmissionPlan {
  const state = analysis.compliance();
  const builder = new PlanBuilder(analysis.configuration.layout ?? defaultLayout, (source) =>
    analysis.evidenceFile(source),
  );
  const beside = unexpectedEvidence(analysis, scope);
  const unexpected = new ByRequirement(beside.filed);
  const statements = new ByRequirement(beside.statements);
  const chapters = state?.chapters ?? [];
  const numbers = new Map(chapters.map(({ name }, index) => [name, index + 1]));
  for (const { name, requirements } of state ? chaptersInScope(state, scope) : []) {
    for (const { requirement, entries, scenarios } of requirements) {
      const place = { number: numbers.get(name) ?? 0, chapter: name, requirement: requirement.id };
      for (const { value } of entries) {
        const declaration = value.facts.notApplicable?.declaration?.value;
        if (declaration !== undefined) builder.statement(place, '', declaration);
      }
      for (const scenario of scenarios) builder.scenario(place, scenario);
      const own = { chapter: name, requirement: requirement.id };
      for (const { scenario, path } of statements.take(own)) builder.statement(place, scenario ?? '', path);
      for (const one of unexpected.take(own)) builder.unexpected(place, one);
    }
  }
  const core = { number: chapters.length + 1, chapter: coreChapter };
  for (const scenario of state ? coreScenariosInScope(state, scope) : []) builder.scenario(core, scenario);
  const placeOf = ({ requirement }: Pick<UnexpectedProof, 'requirement'>): Above =>
    requirement === undefined ? core : { number: chapters.length + 2, chapter: unknownChapter, requirement };
  for (const one of statements.rest) builder.statement(placeOf(one), one.scenario ?? '', one.path);
  for (const one of unexpected.rest) builder.unexpected(placeOf(one), one);
  return builder.plan;
}

/** What the catalogue does not expect, by the requirement that it stands under. */
class ByRequirement<T extends Pick<UnexpectedProof, 'chapter' | 'requirement'>> {
  readonly #left = new Map<string, T[]>();

  constructor(all: readonly T[]) {
    for (const one of all) {
      const key = keyOf(one);
      const list = this.#left.get(key);
      if (list) list.push(one);
      else this.#left.set(key, [one]);
    }
  }

  take(place: Pick<T, 'chapter' | 'requirement'>): readonly T[] {
    const key = keyOf(place);
    const found = this.#left.get(key) ?? [];
    this.#left.delete(key);
    return found;
  }

  /** What no requirement of the catalogue took. */
  get rest(): readonly T[] {
    return [...this.#left.values()].flat();
  }
}

function keyOf({ chapter, requirement }: Pick<UnexpectedProof, 'chapter' | 'requirement'>): string {
  return `${chapter ?? ''}\n${requirement ?? ''}`;
}

/** What stands above a scenario. */
interface Above {
  /** Of the chapter, from 1. */
  readonly number: number;
  readonly chapter: string;
  readonly requirement?: string;
}

/**
 * Paths out of the dossier, its own files, files of keys and what the tool wrote for the team are told by rules, and go into
 * no package, not even a draft.
 */
function mayBeFiled(path: string, file: EvidenceFile | undefined): boolean {
  const plain = commonPath(path) ?? path;
  const isOfTheHouse = file?.state === 'file' && file.inspection?.ofTheHouse !== undefined;
  return piecePathFault(path) === undefined && !isOwnFile(plain) && workingKind(plain) !== 'secret' && !isOfTheHouse;
}

class PlanBuilder {
  readonly #names = new UniqueNames();
  readonly #evidence: PlannedEvidence[] = [];
  readonly #references: PlannedReference[] = [];
  readonly #statements: PlannedEvidence[] = [];

  constructor(
    readonly layout: EntryLayout,
    readonly fileOf: (source: string) => EvidenceFile | undefined,
  ) {
    for (const name of reservedNames) this.#names.take(name);
  }

  get plan(): SubmissionPlan {
    return { evidence: this.#evidence, references: this.#references, statements: this.#statements };
  }

  /** @param scenario id; empty for a statement about a whole requirement */
  statement(above: Above, scenario: string, path: string): void {
    const source = safePiecePath(path);
    if (source === undefined || !mayBeFiled(path, this.fileOf(source))) return;
    const name = this.#name(above, scenario, 'Déclaration', source);
    this.#statements.push({ name, source, slot: slotOf(above, scenario, '') });
  }

  scenario(above: Above, state: ScenarioCompliance): void {
    const id = state.scenario.id;
    const declaration = state.entry?.value.facts.notApplicable?.declaration?.value;
    if (declaration !== undefined) this.statement(above, id, declaration);
    for (const { proof, entry } of state.proofs) this.#pieces(above, id, proof.id, entry?.value.facts.evidence ?? []);
  }

  unexpected(above: Above, { scenario, proof, entry }: UnexpectedProof): void {
    this.#pieces(above, scenario, proof, entry.value.facts.evidence);
  }

  #pieces(above: Above, scenario: string, proof: string, items: readonly EvidenceItem[]): void {
    for (const item of items) {
      const slot: Slot = {
        ...slotOf(above, scenario, proof),
        ...(item.title && { title: item.title.value }),
        ...(item.comment && { comment: item.comment.value }),
        ...(item.date && { date: item.date.value }),
        ...(item.version && { version: item.version.value }),
      };
      if (item.link) this.#references.push({ kind: 'lien', value: item.link.value, slot });
      else if (item.execution) this.#references.push({ kind: 'execution', value: item.execution.value, slot });
      else {
        const path = evidencePath(item)?.value;
        const source = path === undefined ? undefined : safePiecePath(path);
        if (path === undefined || source === undefined || !mayBeFiled(path, this.fileOf(source))) continue;
        const name = this.#name(above, scenario, proof, source);
        this.#evidence.push({ name, source, slot, ...(item.sha256 && { pinned: item.sha256.value.toLowerCase() }) });
      }
    }
  }

  #name({ number, chapter, requirement = '' }: Above, scenario: string, proof: string, source: string): string {
    const path = entryPath(this.layout, {
      ordre: String(number).padStart(2, '0'),
      chapitre: chapter,
      exigence: requirement,
      scenario,
      preuve: proof,
      nom: fileNameOf(commonPath(source) ?? source),
    });
    return this.#names.take(path);
  }
}

function slotOf({ chapter, requirement }: Above, scenario: string, proof: string): Slot {
  return { chapter, ...(requirement === undefined ? {} : { requirement }), scenario, proof };
}

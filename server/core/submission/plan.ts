import type { Analysis } from '../dossier/analyse';
import { evidencePath } from '../manifest/facts';
import type { ScenarioCompliance } from '../status/compliance';
import { normalisePath, pathFault } from '../workspace/evidence-path';
import { portableName, UniqueNames } from './entry-names';
import { chaptersInScope, coreScenariosInScope, type Scope } from './gate';

/** One piece of evidence in the slot it is filed in. */
export interface PlannedEvidence {
  /** Path in the package's payload, `01 Chapitre/INS va1.56/INS va1.56.02/INS va1.56.02.01 – nom.mp4`. */
  readonly name: string;
  /** Path in the dossier. */
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

/**
 * What is filed, in chapter / requirement / scenario / proof order. Same dossier, same plan. Paths that leave the
 * dossier are left out: they are findings.
 */
export function submissionPlan(analysis: Analysis, scope: Scope = {}): SubmissionPlan {
  const state = analysis.compliance();
  const builder = new PlanBuilder();
  if (!state) return builder.plan;
  const numbers = new Map(state.chapters.map(({ name }, index) => [name, index + 1]));
  for (const { name, requirements } of chaptersInScope(state, scope)) {
    const folder = numbered(numbers.get(name) ?? 0, name);
    for (const { requirement, entries, scenarios } of requirements) {
      const slot = { chapter: name, requirement: requirement.id };
      for (const { value } of entries) {
        const declaration = value.facts.notApplicable?.declaration?.value;
        if (declaration !== undefined) {
          builder.statement(`${folder}/${portableName(requirement.id, longestFolder)}`, declaration, {
            ...slot,
            scenario: '',
            proof: '',
          });
        }
      }
      for (const scenario of scenarios)
        builder.scenario(`${folder}/${portableName(requirement.id, longestFolder)}`, scenario, slot);
    }
  }
  const coreFolder = numbered(state.chapters.length + 1, coreChapter);
  for (const scenario of coreScenariosInScope(state, scope))
    builder.scenario(coreFolder, scenario, { chapter: coreChapter });
  return builder.plan;
}

function numbered(number: number, name: string): string {
  return portableName(`${String(number).padStart(2, '0')} ${name}`, longestFolder);
}

/** Many Windows programs take paths of 260 characters at most, the folder that a package is unpacked in included. */
const longestFolder = 45;
const longestFile = 80;

class PlanBuilder {
  readonly #names = new UniqueNames();
  readonly #evidence: PlannedEvidence[] = [];
  readonly #references: PlannedReference[] = [];
  readonly #statements: PlannedEvidence[] = [];

  get plan(): SubmissionPlan {
    return { evidence: this.#evidence, references: this.#references, statements: this.#statements };
  }

  statement(folder: string, path: string, slot: Slot): void {
    if (pathFault(path) !== undefined) return;
    const source = normalisePath(path);
    const name = this.#names.take(`${folder}/${portableName(`Déclaration – ${baseName(source)}`, longestFile)}`);
    this.#statements.push({ name, source, slot });
  }

  scenario(folder: string, state: ScenarioCompliance, above: { chapter: string; requirement?: string }): void {
    const id = state.scenario.id;
    const declaration = state.entry?.value.facts.notApplicable?.declaration?.value;
    if (declaration !== undefined)
      this.statement(`${folder}/${portableName(id, longestFolder)}`, declaration, {
        ...above,
        scenario: id,
        proof: '',
      });
    for (const { proof, entry } of state.proofs) {
      for (const item of entry?.value.facts.evidence ?? []) {
        const slot: Slot = {
          ...above,
          scenario: id,
          proof: proof.id,
          ...(item.title && { title: item.title.value }),
          ...(item.comment && { comment: item.comment.value }),
          ...(item.date && { date: item.date.value }),
          ...(item.version && { version: item.version.value }),
        };
        if (item.link) this.#references.push({ kind: 'lien', value: item.link.value, slot });
        else if (item.execution) this.#references.push({ kind: 'execution', value: item.execution.value, slot });
        else {
          const path = evidencePath(item)?.value;
          if (path === undefined || pathFault(path) !== undefined) continue;
          const source = normalisePath(path);
          const name = this.#names.take(
            `${folder}/${portableName(id, longestFolder)}/${portableName(`${proof.id} – ${baseName(source)}`, longestFile)}`,
          );
          this.#evidence.push({ name, source, slot, ...(item.sha256 && { pinned: item.sha256.value.toLowerCase() }) });
        }
      }
    }
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

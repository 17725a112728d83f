import type { Requirement, Scenario } from '../catalogue/catalogue';
import { idLabel, printedId } from '../catalogue/printed-id';
import { statusWords } from '../status/status-words';
import type { ProofCompliance, RequirementCompliance, ScenarioCompliance } from '../status/compliance';
import type { Status } from '../status/status';
import { proofKey } from '../instruction/proof-key';
import { answersIn, type AnsweredRequest } from './answered-requests';
import { chaptersInScope, coreScenariosInScope } from './scope';
import type { PackageFacts } from './package-content';
import { coreChapter, type PlannedEvidence, type PlannedReference, type Slot } from './plan';

/** A sheet as the spreadsheet writer takes it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/** Columns of ANS's template for importing into Convergence, in its order, one row per proof; then what is filed. */
const columns: Table['columns'] = [
  { header: 'Périmètre', width: 13 },
  { header: 'ID', width: 14 },
  { header: 'Chapitre', width: 30 },
  { header: 'Fonction', width: 30 },
  { header: 'Exigence', width: 60 },
  { header: 'Commentaire', width: 30 },
  { header: 'Profil', width: 16 },
  { header: 'N° scénario', width: 18 },
  { header: 'Scénario de conformité', width: 60 },
  { header: 'N° preuve', width: 18 },
  { header: 'Preuve', width: 50 },
  { header: 'Profil historique', width: 16 },
  { header: 'Criticité', width: 12 },
  { header: 'Ordre', width: 8 },
  { header: 'Statut', width: 16 },
  { header: 'Fichier', width: 60 },
  { header: 'SHA-256', width: 66 },
  { header: 'Lien', width: 40 },
  { header: 'N° d’exécution', width: 16 },
  { header: 'Commentaire de l’éditeur', width: 40 },
  { header: 'Note', width: 50 },
];

/** At the end of the table of a package of answers. */
const answerColumns: Table['columns'] = [
  { header: 'Demandée le', width: 14 },
  { header: 'Demande de modification', width: 60 },
];

/** The words that the template uses; another word stays as the REM has it. */
const criticalities: Readonly<Record<string, string>> = {
  MINOR: 'Mineure',
  MAJOR: 'Majeure',
  CRITICAL: 'Critique',
  UNDEFINED: '',
};

type Row = (string | number | undefined)[];

/**
 * The table of a package (`depot.xlsx`). Several pieces of one proof stand in one row, a line each. *Profil historique*
 * is not in a REM and stays empty; *Ordre* numbers the rows.
 */
export function depositTable(facts: PackageFacts): Table {
  const state = facts.analysis.compliance();
  const { catalogue } = facts.analysis.dossier;
  const rows: Row[] = [];
  if (state && catalogue.kind === 'loaded') {
    const { wave } = catalogue.catalogue.dispositif;
    const builder = new Rows(facts, wave === undefined ? '' : `Vague ${wave}`, rows);
    for (const chapter of chaptersInScope(state, facts.options.scope)) {
      for (const one of chapter.requirements) builder.requirement(chapter.name, one);
    }
    for (const one of coreScenariosInScope(state, facts.options.scope)) builder.scenario(coreChapter, undefined, one);
    builder.rest();
  } else new Rows(facts, '', rows).rest();
  const isAnswer = facts.options.scope.proofs !== undefined;
  return { name: 'Exigences', columns: isAnswer ? [...columns, ...answerColumns] : columns, rows };
}

class Rows {
  readonly #files: ReadonlyMap<string, readonly PlannedEvidence[]>;
  readonly #references: ReadonlyMap<string, readonly PlannedReference[]>;
  readonly #shown = new Set<string>();
  readonly #answers: readonly AnsweredRequest[] | undefined;

  constructor(
    readonly facts: PackageFacts,
    readonly perimeter: string,
    readonly rows: Row[],
  ) {
    const { evidence, statements, references } = facts.plan;
    this.#files = bySlot([...evidence, ...statements]);
    this.#references = bySlot(references);
    this.#answers = answersIn(facts.analysis, facts.options.scope);
  }

  requirement(chapter: string, one: RequirementCompliance): void {
    for (const scenario of one.scenarios) this.scenario(chapter, one.requirement, scenario);
    const declared = one.entries.some((entry) => entry.value.facts.notApplicable !== undefined);
    if (declared) this.#row(chapter, one.requirement, undefined, undefined, one.status);
  }

  scenario(chapter: string, requirement: Requirement | undefined, one: ScenarioCompliance): void {
    if (one.entry?.value.facts.notApplicable !== undefined)
      this.#row(chapter, requirement, one.scenario, undefined, one.status);
    else for (const proof of one.proofs) this.#row(chapter, requirement, one.scenario, proof, proof.status);
  }

  /** What is filed beside what is expected, under the ids that it is written under. */
  rest(): void {
    const { evidence, statements, references } = this.facts.plan;
    for (const { slot } of [...evidence, ...statements, ...references]) {
      const key = slotKey(slot);
      if (this.#shown.has(key)) continue;
      this.#shown.add(key);
      const files = this.#files.get(key) ?? [];
      const links = this.#references.get(key) ?? [];
      const row: Row = [this.perimeter, slot.requirement, slot.chapter, ...Array<undefined>(4).fill(undefined)];
      row.push(slot.scenario, undefined, slot.proof, ...Array<undefined>(3).fill(undefined), this.rows.length + 1);
      this.rows.push([...row, 'hors catalogue', ...this.#filed(files, links), '']);
    }
  }

  #row(
    chapter: string,
    requirement: Requirement | undefined,
    scenario: Scenario | undefined,
    proof: ProofCompliance | undefined,
    status: Status,
  ): void {
    const key = slotKey({
      ...(requirement ? { requirement: requirement.id } : {}),
      scenario: scenario?.id ?? '',
      proof: proof?.proof.id ?? '',
    });
    const files = this.#files.get(key) ?? [];
    const references = this.#references.get(key) ?? [];
    const named = [requirement, scenario, proof?.proof].filter((one) => one !== undefined);
    this.#shown.add(key);
    this.rows.push([
      this.perimeter,
      requirement ? printedId(requirement) : scenario?.covers.map(this.#printedOf).join('\n'),
      chapter,
      requirement?.fonction,
      requirement?.text,
      requirement?.comment,
      (requirement ?? scenario)?.profiles.join('\n'),
      scenario && printedId(scenario),
      scenario && scenarioText(scenario),
      proof && printedId(proof.proof),
      proof?.proof.expected,
      undefined,
      requirement?.criticality && (criticalities[requirement.criticality] ?? requirement.criticality),
      this.rows.length + 1,
      statusWords[status].fr,
      ...this.#filed(files, references),
      named
        .filter((one) => one.printedId !== undefined)
        .map((one) => idLabel(one, 'fr'))
        .join('\n'),
      ...this.#requested(requirement, scenario, proof),
    ]);
  }

  #filed(files: readonly PlannedEvidence[], references: readonly PlannedReference[]): string[] {
    const comments = [...files, ...references].map(({ slot }) => slot.comment);
    return [
      files.map(({ name }) => name).join('\n'),
      files.map((file) => this.facts.written(file)?.sha256 ?? '').join('\n'),
      valuesOf(references, 'lien'),
      valuesOf(references, 'execution'),
      comments.filter((comment) => comment !== undefined).join('\n'),
    ];
  }

  /** A covered requirement as the REM prints it. */
  readonly #printedOf = (id: string): string => {
    const { catalogue } = this.facts.analysis.dossier;
    const found = catalogue.kind === 'loaded' ? catalogue.index.requirement(id)?.requirement : undefined;
    return found?.id === id ? printedId(found) : id;
  };

  /** What was asked of a proof, or of anything that a statement stands for. */
  #requested(
    requirement: Requirement | undefined,
    scenario: Scenario | undefined,
    proof: ProofCompliance | undefined,
  ): string[] {
    if (!this.#answers) return [];
    const scenarios = scenario ? [scenario] : (requirement?.scenarios ?? []);
    const keys = scenarios.flatMap(({ id, proofs }) =>
      proofs.filter((one) => !proof || one === proof.proof).map((one) => proofKey(id, one.id)),
    );
    const asked = this.#answers.filter(({ proofs }) => keys.some((key) => proofs.has(key)));
    return [
      asked.map(({ request }) => request.on ?? '').join('\n'),
      asked.map(({ request }) => request.comment ?? '').join('\n'),
    ];
  }
}

function bySlot<T extends { readonly slot: Slot }>(all: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const one of all) {
    const key = slotKey(one.slot);
    const list = map.get(key);
    if (list) list.push(one);
    else map.set(key, [one]);
  }
  return map;
}

function slotKey({ requirement, scenario, proof }: Pick<Slot, 'requirement' | 'scenario' | 'proof'>): string {
  return [requirement ?? '', scenario, proof].join('\n');
}

function scenarioText({ name, text, steps }: Scenario): string {
  return [name, text, ...steps.map((step) => step.text)].filter((part) => part !== undefined && part !== '').join('\n');
}

function valuesOf(references: readonly PlannedReference[], kind: PlannedReference['kind']): string {
  return references
    .filter((one) => one.kind === kind)
    .map((one) => one.value)
    .join('\n');
}

import { keyOf, slotsOf } from '../attach/slots';
import type { CellSlot } from '../cells/cell';
import { pieceDigest } from '../cells/piece-digest';
import type { Dossier, ResolvedScenario } from '../dossier/dossier';
import type { Analysis } from '../engine/analyse';
import type { EvidenceItem, RequirementFacts, ScenarioFacts } from '../manifest/facts';
import type { FollowUpFacts } from '../manifest/follow-up-facts';
import { cellForm } from '../workbook/cell-form';
import type { Field } from './fields';

export type Level = 'requirement' | 'scenario' | 'proof';

/** What a row of the workbook speaks of. */
export type RowTarget =
  | { readonly kind: 'entry'; readonly level: Level; readonly slot: CellSlot }
  | {
      readonly kind: 'piece';
      readonly slot: CellSlot;
      /** Which piece of the proof, 0-based. */
      readonly piece: number;
      readonly item: EvidenceItem;
    };

export type Values = Readonly<Partial<Record<Field, string>>>;

/** A requirement, a scenario, a proof or a piece with the values that may be edited. */
export interface EditableRow {
  /** Of one dossier only, the same while ids and citation stay; of the form of a cell. */
  readonly key: string;
  readonly target: RowTarget;
  /** The fields that it has, as written; empty where nothing is. */
  readonly values: Values;
  /** Of the file as it is now, lower-case hexadecimal; empty where it is not a file, or is not known. */
  readonly digest: string;
}

/** Fields of a row. */
export const followFields = ['responsable', 'pour_le', 'travail'] as const satisfies readonly Field[];
export const entryFields = [...followFields, 'commentaire', 'note_interne'] as const satisfies readonly Field[];
export const pieceFields = [
  'date',
  'version',
  'commentaire',
  'note_interne',
  'revue.par',
  'revue.le',
  'revue.avis',
] as const satisfies readonly Field[];

/**
 * Everything of a dossier that may be edited in a workbook: the entries of the catalogue, each followed by those under it,
 * then the pieces. The values are read from the places that `cells` writes.
 */
export function editableRows(analysis: Analysis): readonly EditableRow[] {
  const { dossier } = analysis;
  const written = new WrittenValues(dossier);
  return [...entryRows(dossier, written), ...pieceRows(analysis, written)];
}

function entryRows({ catalogue }: Dossier, written: WrittenValues): EditableRow[] {
  if (catalogue.kind !== 'loaded') return [];
  const { requirements, coreScenarios } = catalogue.catalogue;
  const row = (level: Level, slot: CellSlot, values: Values): EditableRow => {
    const { requirement = '', scenario = '', proof } = slot;
    const key = cellForm(JSON.stringify([level, requirement, scenario, level === 'proof' ? proof : '']));
    return { key, target: { kind: 'entry', level, slot }, values, digest: '' };
  };
  const scenarioRows = ({ id, proofs }: (typeof coreScenarios)[number], requirement?: string): EditableRow[] => {
    const above = { scenario: id, ...(requirement === undefined ? {} : { requirement }) };
    return [
      row('scenario', { proof: id, ...above }, entryValues(written.scenario(above))),
      ...proofs.map((proof) => {
        const slot = { proof: proof.id, ...above };
        return row('proof', slot, followValues(written.proofFollowUp(slot)));
      }),
    ];
  };
  return [
    ...requirements.flatMap(({ id, scenarios }) => [
      row('requirement', { proof: id, requirement: id }, entryValues(written.requirement(id))),
      ...scenarios.flatMap((scenario) => scenarioRows(scenario, id)),
    ]),
    ...coreScenarios.flatMap((scenario) => scenarioRows(scenario)),
  ];
}

function pieceRows(analysis: Analysis, written: WrittenValues): EditableRow[] {
  const cited = slotsOf(analysis.dossier).flatMap(({ proof, scenario, requirement }) => {
    const slot = { proof, scenario, ...(requirement === undefined ? {} : { requirement }) };
    return written.pieces(slot).map((item, piece) => {
      const parts = ['piece', requirement ?? '', scenario, proof, ...citation(item)];
      return { key: cellForm(JSON.stringify(parts)), slot, item, piece };
    });
  });
  const totals = new Map<string, { total: number }>();
  const counted = cited.map((one) => {
    const of = totals.get(one.key) ?? { total: 0 };
    totals.set(one.key, of);
    return { ...one, nth: ++of.total, of };
  });
  return counted.map(({ key, slot, item, piece, nth, of: { total } }): EditableRow => {
    return {
      // The same file may be cited twice, for other cases. Which is which is known as long as they are as many.
      key: total === 1 ? key : cellForm(JSON.stringify([key, nth, total])),
      target: { kind: 'piece', slot, piece, item },
      values: pieceValues(item),
      digest: pieceDigest(item, analysis) ?? '',
    };
  });
}

function citation({ file, link, execution, declaration }: EvidenceItem): readonly [kind: string, value: string] {
  if (file) return ['fichier', file.value];
  if (link) return ['lien', link.value];
  if (execution) return ['execution', execution.value];
  return declaration ? ['declaration', declaration.value] : ['', ''];
}

function pieceValues({ date, version, comment, internalNote, review }: EvidenceItem): Values {
  return {
    date: date?.value ?? '',
    version: version?.value ?? '',
    commentaire: comment?.value ?? '',
    note_interne: internalNote?.value ?? '',
    'revue.par': review?.by?.value ?? '',
    'revue.le': review?.on?.value ?? '',
    'revue.avis': review?.opinion?.value ?? '',
  };
}

function followValues(said: FollowUpFacts | undefined): Values {
  return {
    responsable: said?.responsible?.value ?? '',
    pour_le: said?.dueOn?.value ?? '',
    travail: said?.work?.value ?? '',
  };
}

function entryValues(facts: RequirementFacts | ScenarioFacts | undefined): Values {
  return {
    ...followValues(facts?.followUp),
    commentaire: facts?.comment?.value ?? '',
    note_interne: facts?.internalNote?.value ?? '',
  };
}

type ScenarioIds = Pick<CellSlot, 'requirement'> & { readonly scenario: string };

/** What manifests say of entries; of one that is written twice, the place that counts. */
class WrittenValues {
  readonly #requirements = new Map<string, RequirementFacts>();
  readonly #scenarios = new Map<string, ResolvedScenario>();
  readonly #pieces = new Map<string, readonly EvidenceItem[]>();

  constructor({ requirements, coreScenarios }: Dossier) {
    for (const { value } of requirements) {
      const id = value.requirement?.id ?? value.facts.id.value;
      setFirst(this.#requirements, id, value.facts);
      for (const scenario of value.scenarios) this.#add(scenario, id);
    }
    for (const { value } of coreScenarios) this.#add(value, undefined);
  }

  requirement(id: string): RequirementFacts | undefined {
    return this.#requirements.get(id);
  }

  scenario(ids: ScenarioIds): ScenarioFacts | undefined {
    return this.#scenarios.get(scenarioKey(ids))?.facts;
  }

  proofFollowUp(slot: CellSlot & ScenarioIds): FollowUpFacts | undefined {
    const scenario = this.#scenarios.get(scenarioKey(slot));
    const written = scenario?.proofs.find(({ proof, facts }) => (proof?.id ?? facts.id.value) === slot.proof);
    const id = written?.facts.id.value ?? slot.proof;
    return scenario?.facts.proofFollowUps?.find(({ proof }) => proof.value === id);
  }

  pieces(slot: CellSlot & { readonly scenario: string }): readonly EvidenceItem[] {
    return this.#pieces.get(keyOf(slot)) ?? [];
  }

  #add(one: ResolvedScenario, requirement: string | undefined): void {
    const ids = { scenario: one.scenario?.id ?? one.facts.id.value, ...(requirement === undefined ? {} : { requirement }) }; // prettier-ignore
    setFirst(this.#scenarios, scenarioKey(ids), one);
    for (const { proof, facts } of one.proofs)
      setFirst(this.#pieces, keyOf({ ...ids, proof: proof?.id ?? facts.id.value }), facts.evidence);
  }
}

function setFirst<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}

function scenarioKey({ scenario, requirement = '' }: ScenarioIds): string {
  return JSON.stringify([requirement, scenario]);
}

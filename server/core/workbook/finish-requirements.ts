import type { ExpectedProof, Nature, Requirement, Scenario } from '../catalogue/catalogue';
import { compact } from '../catalogue/compact';
import { fingerprint } from '../catalogue/fingerprint';
import { domainOfSection } from './domain-of-section';
import type { DraftField, ProofDraft, RequirementDraft, ScenarioDraft } from './drafts';
import { guessEvidenceTypes } from './guess-evidence-types';
import { guessProofCase, guessScenarioName, scenariosAreAlternatives, type ProofCase } from './guess-cases';
import { guessTestCases } from './guess-test-cases';
import type { Doubts, Place } from './import-report';
import { followsId, freeId, withoutBasePrefix } from './requirement-id';
import { readCriticality, readNature } from './vocabulary';

/** Which columns the workbook has, so that a missing column is not reported once per row. */
export interface KnownColumns {
  readonly nature: boolean;
  readonly profile: boolean;
  readonly chapter: boolean;
}

/** A clause in the statement itself: "si le système…", "si l'industriel… ALORS". */
const clause =
  /\b(?:si|lorsque|lorsqu['’]|dans le cas où)\s*(?:le système|l['’]industriel|le logiciel|la solution|l['’]éditeur)\b/i;

/** Turns drafts into requirements: missing ids are made, words read, types and cases guessed. */
export class RequirementFinisher {
  readonly #doubts: Doubts;
  readonly #columns: KnownColumns;
  /** Where each scenario id and proof id is first used, in the whole REM. */
  readonly #scenarioPlaces = new Map<string, Place>();
  readonly #proofPlaces = new Map<string, Place>();
  #chapterAbove: string | undefined;

  /** @param drafts all of them: ids that are made must not be ids that a later row uses */
  constructor(doubts: Doubts, columns: KnownColumns, drafts: readonly RequirementDraft[]) {
    this.#doubts = doubts;
    this.#columns = columns;
    for (const scenario of drafts.flatMap((draft) => draft.scenarios)) {
      this.#remember(this.#scenarioPlaces, scenario.id, scenario.place);
      this.rememberProofs(scenario.proofs);
    }
  }

  /** Proofs whose ids are taken, before any is made. */
  rememberProofs(proofs: readonly ProofDraft[]): void {
    for (const proof of proofs) this.#remember(this.#proofPlaces, proof.id, proof.place);
  }

  finish(draft: RequirementDraft): Requirement {
    const value = (field: DraftField): string | undefined => draft.values.get(field)?.text;
    const text = value('text');
    const { place, id } = draft;
    if (text === undefined) this.#doubts.add('exigence-sans-enonce', place, '', { id });
    if (draft.profiles.length === 0 && this.#columns.profile) this.#doubts.add('profil-absent', place, '', { id });
    const domain = domainOfSection(id, value('sectionId'));
    const unnamed = this.#scenarios(draft);
    const alternatives = scenariosAreAlternatives({ text, scenarios: unnamed });
    const scenarios = unnamed.map((scenario): Scenario => ({
      ...scenario,
      mode: alternatives ? 'au_moins_un' : 'tous',
    }));
    return compact<Requirement>({
      id,
      socleId: /^SC\./.test(id) ? id : undefined,
      waveOneIds: [],
      domain: domain.id,
      chapter: this.#chapter(draft),
      // In wave 1 the section's name is the chapter and its code the section.
      section: value('sectionId') ?? (value('chapter') === undefined ? undefined : value('section')),
      block: value('block'),
      fonction: value('fonction'),
      profiles: draft.profiles,
      nature: this.#nature(draft, scenarios),
      text,
      comment: value('comment'),
      criticality: this.#criticality(draft),
      hasClause: text !== undefined && clause.test(text) ? true : undefined,
      fingerprint: text === undefined ? undefined : fingerprint({ text, scenarios }),
      sourceState: value('publication'),
      note: note(draft),
      confidence: 'importe',
      sheetRow: { sheet: place.sheet, row: place.row },
      scenarios,
    });
  }

  /** Wave 2 says chapter, wave 1 section. */
  #chapter(draft: RequirementDraft): string {
    const own = draft.values.get('chapter') ?? draft.values.get('section');
    const chapter = own?.text ?? this.#chapterAbove ?? draft.values.get('sectionId')?.text ?? 'Sans chapitre';
    if (own === undefined && this.#columns.chapter) {
      this.#doubts.add('chapitre-absent', draft.place, '', { id: draft.id, chapter });
    }
    this.#chapterAbove = chapter;
    return chapter;
  }

  /**
   * Without a nature column (Convergence import), a requirement with proofs is an EXIGENCE, for in ANS's export code a
   * préconisation has neither scenario nor proof; nothing tells the others apart.
   */
  #nature(draft: RequirementDraft, scenarios: readonly Scenario[]): Nature {
    const cell = draft.values.get('nature');
    if (cell === undefined && !this.#columns.nature) {
      return scenarios.some((scenario) => scenario.proofs.length > 0) ? 'EXIGENCE' : 'INCONNUE';
    }
    const nature = readNature(cell?.text ?? '');
    if (nature !== undefined) return nature;
    this.#doubts.add('nature-inconnue', { ...draft.place, row: cell?.row ?? draft.place.row }, cell?.text ?? '', {
      id: draft.id,
    });
    return 'INCONNUE';
  }

  #criticality(draft: RequirementDraft): string | undefined {
    const cell = draft.values.get('criticality');
    if (cell === undefined) return undefined;
    const known = readCriticality(cell.text);
    if (known === undefined) {
      this.#doubts.add('criticite-inconnue', { ...draft.place, row: cell.row }, cell.text, { id: draft.id });
    }
    return known ?? cell.text;
  }

  #scenarios(draft: RequirementDraft): Scenario[] {
    const parent = withoutBasePrefix(draft.id);
    const scenarios = draft.scenarios.map((scenario, i) => {
      const id = scenario.id ?? freeId(parent, i + 1, this.#scenarioPlaces);
      if (scenario.id === undefined) {
        this.#doubts.add('scenario-sans-numero', scenario.place, scenario.text ?? '', { id });
        this.#remember(this.#scenarioPlaces, id, scenario.place);
      } else {
        this.#checkTwice(this.#scenarioPlaces, id, scenario.place);
        if (!followsId(id, draft.id)) {
          this.#doubts.add('numero-scenario-atypique', scenario.place, id, { id, parent: draft.id });
        }
      }
      if (scenario.text === undefined) this.#doubts.add('scenario-sans-texte', scenario.place, '', { id });
      return this.#scenario(id, scenario, draft.id);
    });
    // Exports list them in any order (`.02` before `.01`): by number, an export in another order is no other text.
    const numbered = scenarios.every(({ id }) => followsId(id, draft.id));
    return numbered ? scenarios.sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)) : scenarios;
  }

  #scenario(id: string, draft: ScenarioDraft, requirementId: string): Scenario {
    return compact<Scenario>({
      id,
      name: draft.text === undefined ? undefined : guessScenarioName(draft.text),
      text: draft.text,
      steps: [],
      covers: [requirementId],
      profiles: [],
      mode: 'tous',
      mandatory: true,
      derivedId: draft.id === undefined ? true : undefined,
      proofs: this.proofs(id, draft.proofs),
    });
  }

  /** @param parent id of the scenario or step that the proofs are numbered after */
  proofs(parent: string, drafts: readonly ProofDraft[]): ExpectedProof[] {
    const cases = drafts.map((draft) => guessProofCase(draft.expected));
    return drafts.map((draft, i) => this.#proof(draft.step ?? parent, draft, i, cases));
  }

  #proof(parent: string, draft: ProofDraft, i: number, cases: readonly ProofCase[]): ExpectedProof {
    const id = draft.id ?? freeId(parent, draft.index ?? i + 1, this.#proofPlaces);
    const atypical =
      draft.id !== undefined && !(id.startsWith(parent) && /^\.\d{2,3}p?$/.test(id.slice(parent.length)));
    if (draft.id === undefined) {
      this.#doubts.add('preuve-sans-numero', draft.place, draft.expected, { id });
      this.#remember(this.#proofPlaces, id, draft.place);
    } else {
      this.#checkTwice(this.#proofPlaces, id, draft.place);
      if (atypical) this.#doubts.add('numero-preuve-atypique', draft.place, id, { id, parent });
    }
    if (draft.expected === '') this.#doubts.add('preuve-sans-texte', draft.place, id, { id });
    const own = cases[i] ?? { dependsOnCase: false };
    // A case label makes alternatives, so it needs a proof of another case beside it.
    const labels = new Set(cases.map((one) => one.openingCase).filter((label) => label !== undefined));
    const label = labels.size > 1 ? own.openingCase : undefined;
    return compact<ExpectedProof>({
      id,
      expected: draft.expected,
      types: guessEvidenceTypes(draft.expected),
      case: label,
      dependsOnCase: own.dependsOnCase && label === undefined ? true : undefined,
      condition: own.condition,
      testCases: guessTestCases(draft.expected),
      atypicalId: atypical ? true : undefined,
      derivedId: draft.id === undefined ? true : undefined,
      step: draft.step,
    });
  }

  #remember(places: Map<string, Place>, id: string | undefined, place: Place): void {
    if (id !== undefined && !places.has(id)) places.set(id, place);
  }

  #checkTwice(places: ReadonlyMap<string, Place>, id: string, place: Place): void {
    const first = places.get(id);
    if (first !== undefined && first !== place)
      this.#doubts.add('numero-en-double', place, id, { id, first: first.row });
  }
}

/** Columns that the catalogue has no place for, kept in words. */
function note(draft: RequirementDraft): string | undefined {
  const parts = (
    [
      ['perimeter', 'Périmètre'],
      ['previousVersion', 'VA N-1'],
      ['historicalProfile', 'Profil historique'],
    ] as const
  ).flatMap(([field, label]) => {
    const value = draft.values.get(field)?.text;
    return value === undefined ? [] : [`${label} : ${value}`];
  });
  return parts.length === 0 ? undefined : parts.join(' ; ');
}

import type { ExpectedProof, Nature, Requirement, Scenario, Step } from '../catalogue/catalogue';
import { compact } from '../catalogue/compact';
import { fingerprint } from '../catalogue/fingerprint';
import type { RegimeRules } from '../regimes/regime-rules';
import { domainOfSection } from './domain-of-section';
import type { CoreDraft, DraftField, ProofDraft, RequirementDraft, ScenarioDraft, StepDraft } from './drafts';
import type { EntryKeys } from './entry-keys';
import { guessEvidenceTypes } from './guess-evidence-types';
import { guessProofCase, guessScenarioName, scenariosAreAlternatives, type ProofCase } from './guess-cases';
import { guessTestCases } from './guess-test-cases';
import { holdsSeveralIds } from './id-range';
import type { Doubts } from './import-report';
import { followsId, type ReferenceResolver } from './requirement-id';
import { readCriticality, readNature } from './vocabulary';

/** Which columns the workbook has, so that a missing column is not reported once per row. */
export interface KnownColumns {
  readonly nature: boolean;
  /** Some requirement has a profile, too. */
  readonly profile: boolean;
  readonly chapter: boolean;
}

/** A clause in the statement itself: "si le système…", "si l'industriel… ALORS". */
const clause =
  /\b(?:si|lorsque|lorsqu['’]|dans le cas où)\s*(?:le système|l['’]industriel|le logiciel|la solution|l['’]éditeur)\b/i;

/** Turns drafts into the entries of a catalogue: words read, types and cases guessed. */
export class RequirementFinisher {
  #chapterAbove: string | undefined;

  /** @param keys of every draft that is finished */
  constructor(
    readonly doubts: Doubts,
    readonly columns: KnownColumns,
    readonly keys: EntryKeys,
    readonly regimes: RegimeRules,
  ) {}

  finish(draft: RequirementDraft): Requirement {
    const value = (field: DraftField): string | undefined => draft.values.get(field)?.text;
    const text = value('text');
    const { place } = draft;
    const { id, printedId } = this.keys.of(draft);
    if (text === undefined) this.doubts.add('exigence-sans-enonce', place, '', { id });
    const domain = domainOfSection(draft.id, value('sectionId'));
    const unnamed = this.#scenarios(draft);
    const alternatives = scenariosAreAlternatives({ text, scenarios: unnamed });
    const scenarios = unnamed.map((scenario): Scenario => ({
      ...scenario,
      mode: alternatives ? 'au_moins_un' : 'tous',
    }));
    const nature = this.#nature(draft, scenarios);
    if (draft.profiles.length === 0 && this.columns.profile) {
      const isLost = owesProof(nature, scenarios);
      this.doubts.add(isLost ? 'profil-absent' : 'profil-absent-sans-preuve', place, '', { id });
    }
    return compact<Requirement>({
      id,
      printedId,
      socleId: /^SC\./.test(draft.id) ? draft.id : undefined,
      waveOneIds: [],
      domain: domain.id,
      chapter: this.#chapter(draft),
      // In wave 1 the section's name is the chapter and its code the section.
      section: value('sectionId') ?? (value('chapter') === undefined ? undefined : value('section')),
      block: value('block'),
      fonction: value('fonction'),
      profiles: draft.profiles,
      nature,
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
    if (own === undefined && this.columns.chapter) {
      this.doubts.add('chapitre-absent', draft.place, '', { id: draft.id, chapter });
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
    if (cell === undefined && !this.columns.nature) {
      return scenarios.some((scenario) => scenario.proofs.length > 0) ? 'EXIGENCE' : 'INCONNUE';
    }
    const nature = readNature(cell?.text ?? '', this.regimes);
    if (nature !== undefined) return nature;
    this.doubts.add('nature-inconnue', { ...draft.place, row: cell?.place.row ?? draft.place.row }, cell?.text ?? '', {
      id: draft.id,
    });
    return 'INCONNUE';
  }

  #criticality(draft: RequirementDraft): string | undefined {
    const cell = draft.values.get('criticality');
    if (cell === undefined) return undefined;
    const known = readCriticality(cell.text);
    if (known === undefined) {
      this.doubts.add('criticite-inconnue', { ...draft.place, row: cell.place.row }, cell.text, { id: draft.id });
    }
    return known ?? cell.text;
  }

  #scenarios(draft: RequirementDraft): Scenario[] {
    const requirement = this.keys.of(draft).id;
    const scenarios = draft.scenarios.map((scenario) => {
      const { id } = this.keys.of(scenario);
      if (scenario.id === undefined) {
        this.doubts.add('scenario-sans-numero', scenario.place, scenario.text ?? '', { id });
      } else if (!followsId(scenario.id, draft.id, this.regimes)) {
        const code = scenario.id === draft.id ? 'numero-du-parent' : 'numero-scenario-atypique';
        this.doubts.add(code, scenario.place, scenario.id, { id: scenario.id, parent: draft.id });
      }
      if (scenario.id !== undefined && holdsSeveralIds(scenario.id))
        this.doubts.add('plusieurs-numeros', scenario.place, scenario.id, { id: scenario.id });
      if (scenario.text === undefined) this.doubts.add('scenario-sans-texte', scenario.place, '', { id });
      return { printed: scenario.id ?? id, scenario: this.#scenario(scenario, requirement) };
    });
    const isChild = (id: string, parent: string) => followsId(id, parent, this.regimes);
    const numbered = scenarios.every(({ printed }) => isChild(printed, draft.id) || isChild(printed, requirement));
    // Exports list them in any order (`.02` before `.01`): by number, an export in another order is no other text.
    const order = ({ id }: Scenario, other: Scenario): number => (id < other.id ? -1 : 1);
    const list = scenarios.map(({ scenario }) => scenario);
    return numbered ? list.sort(order) : list;
  }

  #scenario(draft: ScenarioDraft, requirementId: string): Scenario {
    const { id, printedId, derived } = this.keys.of(draft);
    return compact<Scenario>({
      id,
      printedId,
      name: draft.text === undefined ? undefined : guessScenarioName(draft.text),
      text: draft.text,
      steps: [],
      covers: [requirementId],
      profiles: [],
      mode: 'tous',
      mandatory: true,
      derivedId: derived,
      proofs: this.#proofs(printedId ?? id, draft.proofs),
    });
  }

  /** @param references over the requirements of the workbook */
  coreScenario(draft: CoreDraft, references: ReferenceResolver): Scenario {
    const { id, printedId } = this.keys.of(draft);
    const steps = draft.steps.map((step) => this.#step(step, references));
    return compact<Scenario>({
      id,
      printedId,
      name: draft.name === '' ? undefined : draft.name,
      text: draft.text === '' ? undefined : draft.text,
      steps,
      covers: [...new Set(steps.flatMap((step) => step.covers))],
      profiles: draft.profiles,
      mode: 'tous',
      mandatory: draft.mandatory ?? true,
      proofs: this.#proofs(printedId ?? id, draft.proofs),
    });
  }

  #step(step: StepDraft, references: ReferenceResolver): Step {
    const covers = step.cites.flatMap(({ reference, column }) => {
      const known = references.resolve(reference);
      if (known.length > 0) return known;
      const args = { id: step.id ?? '', reference };
      this.doubts.add('reference-inconnue', { ...step.place, column }, reference, args);
      return [reference];
    });
    return compact<Step>({ id: step.id, text: step.text, covers: [...new Set(covers)] });
  }

  /** @param parent printed id of the scenario or step that the proofs are numbered after */
  #proofs(parent: string, drafts: readonly ProofDraft[]): ExpectedProof[] {
    const read = drafts.map((draft) => ({ draft, own: guessProofCase(draft.expected) }));
    const cases = read.map(({ own }) => own);
    return read.map(({ draft, own }) => this.#proof(draft.step ?? parent, draft, own, cases));
  }

  #proof(parent: string, draft: ProofDraft, own: ProofCase, cases: readonly ProofCase[]): ExpectedProof {
    const { id, printedId, derived } = this.keys.of(draft);
    const atypical = draft.id !== undefined && !followsId(draft.id, parent, this.regimes);
    if (draft.id === undefined) this.doubts.add('preuve-sans-numero', draft.place, draft.expected, { id });
    else if (atypical) {
      const code = draft.id === parent ? 'numero-du-parent' : 'numero-preuve-atypique';
      this.doubts.add(code, draft.place, draft.id, { id: draft.id, parent });
    }
    if (draft.expected === '') this.doubts.add('preuve-sans-texte', draft.place, draft.id ?? id, { id });
    const types = guessEvidenceTypes(draft.expected);
    if (draft.expected !== '' && types.length === 0)
      this.doubts.add('preuve-sans-type', draft.place, draft.expected, { id });
    if (own.partly === true) this.doubts.add('condition-partielle', draft.place, draft.expected, { id });
    // A case label makes alternatives, so it needs a proof of another case beside it.
    const labels = new Set(cases.map((one) => one.openingCase).filter((label) => label !== undefined));
    const label = labels.size > 1 ? own.openingCase : undefined;
    return compact<ExpectedProof>({
      id,
      printedId,
      expected: draft.expected,
      types,
      case: label,
      dependsOnCase: own.dependsOnCase && label === undefined ? true : undefined,
      condition: own.condition,
      testCases: guessTestCases(draft.expected),
      atypicalId: atypical ? true : undefined,
      derivedId: derived,
      step: draft.step,
    });
  }
}

/** Whether a requirement of this nature would be asked for a proof, if it applies. */
function owesProof(nature: Nature, scenarios: readonly Scenario[]): boolean {
  return nature !== 'PRECONISATION' && nature !== 'SUPPRIMEE' && scenarios.some(({ proofs }) => proofs.length > 0);
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

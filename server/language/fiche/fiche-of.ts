import { foldersOf } from '../../core/dossier/piece-uri';
import type { FicheRelated, FicheView } from '../../../protocol/requests/fiche';
import type { Requirement, Scenario } from '../../core/catalogue/catalogue';
import { idLabel } from '../../core/catalogue/printed-id';
import { readOnlyWords } from '../../core/cells/cell-words';
import { readOnlyReason } from '../../core/cells/read-only';
import type { Entry, ResolvedScenario } from '../../core/dossier/dossier';
import type { Analysis } from '../../core/engine/analyse';
import type { FindingWords } from '../../core/engine/render-finding';
import { openRequests } from '../../core/instruction/open-requests';
import { proofKey } from '../../core/instruction/proof-key';
import type { FollowUpFacts } from '../../core/manifest/follow-up-facts';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { applicability } from '../../core/status/applicability';
import type { Compliance, RequirementCompliance, ScenarioCompliance } from '../../core/status/compliance';
import {
  evidenceIn,
  owedFor,
  owedForScenario,
  setAsideIn,
  type EntryOf,
  type Owed,
} from '../../core/status/expectation';
import { followed } from '../../core/status/follow-up';
import { requirementStatus } from '../../core/status/requirement-words';
import type { Status } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import { shift } from '../../core/text/offset-range';
import { describeCatalogue, describeOrigin, natureWords } from '../catalogue-words';
import type { Places } from '../compliance/places';
import { describeState } from '../hover/describe-state';
import { expectation, requirementFacts } from '../hover/describe';
import { labelAndValue, unmarked } from '../markdown';
import { threadsAbout, type PlacedThread } from '../../core/threads/place-threads';
import { threadView } from '../threads/thread-views';
import { lateSlots } from '../../core/status/owed-tasks';
import { peopleOf } from '../../core/status/people';
import type { FicheContext } from './fiche-context';
import { historyOf } from './history';
import { PlacedFindings } from './placed-findings';
import { notApplicableView, scenarioView, type ShownScenario } from './scenario-view';
import type { CoreSubject, RequirementSubject, Subject } from './subject';

const words = {
  core: { fr: 'Scénario cœur de métier', en: 'Core-business scenario' },
  unknown: { fr: 'Inconnue du catalogue', en: 'Unknown to the catalogue' },
  oneProof: { fr: 'Une de ces preuves suffit : {ids}.', en: 'One of these proofs is enough: {ids}.' },
  oneCondition: {
    fr: 'Chaque preuve dépend de ce qu’est le logiciel : fournissez celles dont la condition est remplie ({ids}), ou déclarez le scénario non applicable.',
    en: 'Each proof depends on what the software is: provide those whose condition holds ({ids}), or declare the scenario not applicable.',
  },
  oneScenario: {
    fr: 'Un de ces scénarios suffit : {ids}.',
    en: 'One of these scenarios is enough: {ids}.',
  },
  missing: { fr: 'À fournir : {id}, {what}', en: 'To provide: {id}, {what}' },
  missingId: { fr: 'À fournir : {id}', en: 'To provide: {id}' },
} satisfies Record<string, Sentence>;

export interface FicheInput {
  readonly locale: Locale;
  readonly words: FindingWords;
  readonly places: Places;
  /** Threads of the dossier. */
  readonly threads?: readonly PlacedThread[];
}

/** All that is known of a subject. Checks nothing: what is said is what the analysis found. */
export function ficheOf(analysis: Analysis, subject: Subject, input: FicheInput): FicheView {
  const { dossier, context } = analysis;
  const { main } = dossier;
  const state = analysis.compliance();
  const head = main.parsed.software?.facts;
  const reason = readOnlyReason(dossier);
  const own =
    subject.kind === 'requirement'
      ? requirementPart(analysis, subject, state, input)
      : corePart(analysis, subject, state, input);
  return {
    uri: main.uri,
    dossier: head?.name?.value ?? main.path,
    ...(head?.version ? { version: head.version.value } : {}),
    today: context.today,
    people: peopleOf(analysis.dossier),
    ...(subject.focus === undefined ? {} : { focus: subject.focus }),
    ...(reason ? { readOnly: readOnlyWords(reason, input.locale) } : {}),
    ...own,
  };
}

type OwnPart = Omit<FicheView, 'uri' | 'dossier' | 'version' | 'today' | 'people' | 'focus' | 'readOnly'>;

function requirementPart(
  analysis: Analysis,
  { id, requirement, entries }: RequirementSubject,
  state: Compliance | undefined,
  input: FicheInput,
): OwnPart {
  const { locale, places } = input;
  const {
    dossier,
    context: { index, profiles },
  } = analysis;
  const [first] = entries;
  const facts = first?.value.facts;
  const standing = requirement && requirementState(state, requirement);
  const status: Status = standing?.status ?? 'unknown';
  const context = contextOf(analysis, input, status, standing?.scenarios ?? []);
  const written = entries.flatMap(({ uri, base, value }) =>
    value.scenarios.map((scenario) => ({ uri, base, value: scenario, above: value.facts.followUp })),
  );
  const shown = shownScenarios(id, requirement, written, facts?.followUp);
  const core = index && requirement ? index.coreScenariosOf(requirement.id) : [];
  const scenarios = shown.map((one) => scenarioView(one, context));
  const declared = entries.find(({ value }) => value.facts.notApplicable);
  const notApplicable = declared?.value.facts.notApplicable;
  const entryOf: EntryOf = (scenario) => written.find(({ value }) => value.scenario === scenario)?.value;
  const isOwed = requirement && notApplicable === undefined && applicability(requirement, profiles) === 'applies';
  const explanation = requirement
    ? describeState(requirement, core, {
        locale,
        catalogue: dossier.catalogue,
        dossier: { main: dossier.main.parsed, mainUri: dossier.main.uri, files: [dossier.main, ...dossier.fragments] },
      })
    : describeCatalogue(dossier.catalogue, locale);
  const place = first ? places.at(first.uri, first.base, first.value.facts.id.range) : places.section('exigences');
  return {
    key: `requirement:${id}`,
    subject: 'requirement',
    slot: { proof: id, requirement: id },
    title: requirement ? idLabel(requirement, locale) : id,
    nature: say(requirement ? natureWords[requirement.nature] : words.unknown, locale),
    ...(requirement?.text === undefined ? {} : { statement: requirement.text }),
    remarks: [requirement?.comment, requirement?.note].filter((one) => one !== undefined),
    origin: requirement
      ? describeOrigin(requirement, dossier.catalogue, locale)
      : describeCatalogue(dossier.catalogue, locale),
    facts: requirement ? requirementFacts(requirement, core, locale).map(labelAndValue) : [],
    status,
    statusLabel: standing ? requirementStatus(standing, locale) : say(statusWords[status], locale),
    ...(explanation === undefined ? {} : { explanation: unmarked(explanation) }),
    owed: isOwed
      ? owedFor(requirement, evidenceIn(entryOf), setAsideIn(entryOf)).map((one) => owedWords(one, locale))
      : [],
    ...(declared && notApplicable ? { notApplicable: notApplicableView(notApplicable, declared, context) } : {}),
    notes: {
      ...(facts?.comment ? { comment: facts.comment.value } : {}),
      ...(facts?.internalNote ? { internalNote: facts.internalNote.value } : {}),
      follow: followed([facts?.followUp, undefined]),
    },
    scenarios,
    related: core.map((scenario): FicheRelated => {
      const where = state?.coreScenarios.find((one) => one.scenario === scenario);
      return {
        slot: { proof: scenario.id, scenario: scenario.id },
        title: idLabel(scenario, locale),
        text: scenario.name ?? scenario.text ?? scenario.steps[0]?.text ?? '',
        ...(where ? { statusLabel: say(statusWords[where.status], locale) } : {}),
      };
    }),
    history: historyOf(analysis, written, requirement?.chapter, proofIds(shown), places),
    ...context.threadsAbout({ requirement: id }),
    findings: entries.flatMap(({ uri, base, value }) => context.findings.take(uri, shift(value.facts.range, base))),
    place,
  };
}

function corePart(
  analysis: Analysis,
  { id, scenario, entry }: CoreSubject,
  state: Compliance | undefined,
  input: FicheInput,
): OwnPart {
  const { locale, places } = input;
  const {
    dossier,
    context: { index },
  } = analysis;
  const standing = state?.coreScenarios.find((one) => one.scenario === scenario);
  const status: Status = standing?.status ?? (scenario && state ? 'notApplicable' : 'unknown');
  const context = contextOf(analysis, input, status, standing ? [standing] : []);
  const shown: ShownScenario = { scenario, entry, alternatives: [] };
  const covered = scenario && index ? index.requirementsCoveredBy(scenario) : [];
  const isAside = entry?.value.facts.notApplicable !== undefined;
  const owed =
    scenario && standing && scenario.mandatory && !isAside
      ? owedForScenario(
          scenario,
          evidenceIn(() => entry?.value),
        )
      : [];
  const view = scenarioView(shown, context);
  const place = view.place ?? places.section('scenarios');
  const catalogue = describeCatalogue(dossier.catalogue, locale);
  return {
    key: `scenario:${id}`,
    subject: 'scenario',
    slot: view.slot,
    title: view.title,
    nature: say(scenario ? words.core : words.unknown, locale),
    ...(scenario?.name === undefined ? {} : { statement: scenario.name }),
    remarks: [],
    origin: catalogue,
    facts: [],
    status,
    statusLabel: say(statusWords[status], locale),
    ...(scenario ? {} : { explanation: catalogue }),
    owed: owed.map((one) => owedWords(one, locale)),
    scenarios: [view],
    related: covered.map((requirement): FicheRelated => {
      const where = requirementState(state, requirement);
      return {
        slot: { proof: requirement.id, requirement: requirement.id },
        title: idLabel(requirement, locale),
        text: requirement.text ?? '',
        ...(where ? { statusLabel: requirementStatus(where, locale) } : {}),
      };
    }),
    history: historyOf(analysis, entry ? [entry] : [], undefined, proofIds([shown]), places),
    findings: [],
    place,
  };
}

type WrittenScenario = Entry<ResolvedScenario> & { readonly above: FollowUpFacts | undefined };

/** Scenarios of the catalogue, then those that only the manifests know. */
function shownScenarios(
  id: string,
  requirement: Requirement | undefined,
  written: readonly WrittenScenario[],
  otherwise: FollowUpFacts | undefined,
): ShownScenario[] {
  const known = requirement?.scenarios ?? [];
  const alternatives = known.filter(({ mode }) => mode === 'au_moins_un');
  const shown = known.map((scenario): ShownScenario => {
    const entry = written.find(({ value }) => value.scenario === scenario);
    return { scenario, entry, requirement: id, alternatives, above: entry ? entry.above : otherwise };
  });
  const strangers = written.filter(({ value }) => value.scenario === undefined);
  return [
    ...shown,
    ...strangers.map((entry) => ({ scenario: undefined, entry, requirement: id, alternatives, above: entry.above })),
  ];
}

function proofIds(shown: readonly ShownScenario[]): ReadonlySet<string> {
  return new Set(
    shown.flatMap(({ scenario, entry }) => [
      ...(scenario?.proofs ?? []).flatMap(({ id, printedId }) => [id, ...(printedId === undefined ? [] : [printedId])]),
      ...(entry?.value.proofs ?? []).map(({ facts }) => facts.id.value),
    ]),
  );
}

function contextOf(
  analysis: Analysis,
  { locale, words: findingWords, places, threads = [] }: FicheInput,
  otherwise: Status,
  scenarios: readonly ScenarioCompliance[],
): FicheContext {
  const { today } = analysis.context;
  const scenarioState = (scenario: Scenario) => scenarios.find((one) => one.scenario === scenario);
  const requests = openRequests(analysis, today);
  return {
    locale,
    ...foldersOf(analysis.dossier),
    places,
    otherwise,
    findings: new PlacedFindings(analysis.findings, findingWords, places, locale),
    requested: new Set(
      requests.flatMap(({ scenario, proof }) => (proof === undefined ? [] : [proofKey(scenario ?? '', proof)])),
    ),
    threadsAbout: (slot) => {
      const own = threadsAbout(threads, slot)
        .sort((a, b) => Number(b.thread.isOpen) - Number(a.thread.isOpen))
        .map((one) => threadView(one, { locale, places }));
      return own.length === 0 ? {} : { threads: own };
    },
    late: lateSlots(analysis.compliance(), today),
    evidenceFile: (path) => analysis.evidenceFile(path),
    scenarioState,
    proofState: (scenario, proof) => scenarioState(scenario)?.proofs.find((one) => one.proof === proof),
  };
}

function requirementState(state: Compliance | undefined, requirement: Requirement): RequirementCompliance | undefined {
  const chapter = state?.chapters.find(({ name }) => name === requirement.chapter);
  return chapter?.requirements.find((one) => one.requirement === requirement);
}

function owedWords(owed: Owed, locale: Locale): string {
  switch (owed.kind) {
    case 'proof': {
      const { id } = owed.proof;
      const what = expectation(owed.proof, locale);
      return what === '' ? say(words.missingId, locale, { id }) : say(words.missing, locale, { id, what });
    }
    case 'oneProofOf': {
      const ids = owed.proofs.map(({ id }) => id).join(', ');
      return say(owed.conditional ? words.oneCondition : words.oneProof, locale, { ids });
    }
    case 'oneScenarioOf':
      return say(words.oneScenario, locale, { ids: owed.scenarios.map(({ id }) => id).join(', ') });
  }
}

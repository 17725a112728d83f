import { foldersOf } from '../../core/dossier/piece-uri';
import { labelled } from '../labelled';
import type { DossierView, ViewCounts, ViewNode } from '../../../protocol/compliance-view';
import type { ComplianceParams } from '../../../protocol/requests/compliance';
import type { Analysis } from '../../core/engine/analyse';
import type { CatalogueState } from '../../core/dossier/dossier';
import { chapterStates, chapterStateText } from '../../core/instruction/chapter-states';
import { openRequests } from '../../core/instruction/open-requests';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { wholeOf, type Compliance } from '../../core/status/compliance';
import type { PlacedThread } from '../../core/threads/place-threads';
import { openThreads, threadTally } from '../../core/threads/thread-tally';
import { threadWords } from '../../core/threads/thread-words';
import { lateSummary } from '../../core/report/tasks/task-words';
import { countLate, lateSlots, owedTasks } from '../../core/status/owed-tasks';
import { noTally, tallyWords, uncountedTally, type UncountedTally } from '../../core/status/requirement-words';
import { isUncounted, totalOf, type Counts, type Status } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import { countAnswerable } from '../../core/submission/answered-requests';
import { filingOf } from '../../core/submission/gate';
import { filingState, filingSummary } from '../../core/submission/gate/filing-words';
import { describeCatalogue } from '../catalogue-words';
import { standing } from '../code-lens';
import { bullets, plain } from '../markdown';
import { coreScenariosWord, groupsOf, type Group } from './groups';
import { Places } from './places';
import { requestsNode } from './request-nodes';
import { requirementNode, scenarioNode, type NodeContext } from './requirement-nodes';

export interface ComplianceViewContext {
  readonly groupBy: ComplianceParams['groupBy'];
  readonly locale: Locale;
  /** Threads of the dossier. */
  readonly threads?: readonly PlacedThread[];
}

interface GroupContext extends NodeContext {
  readonly chapterStates: ReturnType<typeof chapterStates>;
}

/** Requirements put into words between two pauses. */
const atOnce = 100;

/**
 * One dossier as the *Conformité* tree shows it.
 * @param pause called now and then: a large dossier has tens of thousands of rows, and the user goes on typing
 */
export async function complianceView(
  analysis: Analysis,
  context: ComplianceViewContext,
  pause: () => Promise<void>,
): Promise<DossierView> {
  const { dossier } = analysis;
  const { locale } = context;
  const name = dossier.main.parsed.software?.facts.name?.value ?? dossier.main.path;
  const catalogue = describeCatalogue(dossier.catalogue, locale);
  const state = analysis.compliance();
  const uri = dossier.main.uri;
  const children = state ? await groupNodes(analysis, state, context, pause) : [];
  const problem = problemOf(dossier.catalogue);
  if (problem) children.unshift(problemNode(catalogue, say(problem, locale), analysis, context));
  const places = new Places(dossier);
  const requests = requestsNode(openRequests(analysis, analysis.context.today), { locale, places });
  if (requests) children.unshift(requests);
  const toAnswer = countAnswerable(analysis);
  const filing = filingOf(analysis);
  const text = filingSummary(filing, locale);
  const status: Status = state?.status ?? 'unknown';
  const head = dossier.main.parsed.dossier?.facts.dispositif?.value ?? dossier.main.path;
  const proofs = state ? standing(state.status, state.counts, locale) : catalogue;
  // All proofs are there, and that is not all: only the gate says that a dossier is complete.
  const isKeptBack = status === 'provided' && !filing.isPossible;
  const figures = isKeptBack ? `${proofs} · ${filingState(filing, locale).toLowerCase()}` : proofs;
  return {
    uri,
    catalogue,
    ...teamOf(analysis, context),
    ...(toAnswer === 0 ? {} : { toAnswer }),
    filing: { possible: filing.isPossible, text },
    summary: labelled(head, figures, locale),
    root: {
      id: `dossier:${uri}`,
      kind: 'dossier',
      label: name,
      description: state ? `${head} · ${figures}` : head,
      tooltip: `${catalogue}\n\n${plain(text)}`,
      ...(isKeptBack
        ? { status: 'incomplete', statusLabel: filingState(filing, locale).toLowerCase() }
        : statusOf(status, locale)),
      // Why nothing is known is said with it: a broken dossier must not look like one of which nothing is expected.
      ...(status === 'unknown' ? { statusLabel: labelled(say(statusWords.unknown, locale), catalogue, locale) } : {}),
      ...(state ? { counts: viewCounts(state.counts) } : {}),
      place: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
      children,
    },
  };
}

async function groupNodes(
  analysis: Analysis,
  state: Compliance,
  context: ComplianceViewContext,
  pause: () => Promise<void>,
): Promise<ViewNode[]> {
  const { catalogue } = analysis.dossier;
  if (catalogue.kind !== 'loaded') return [];
  const nodeContext: GroupContext = {
    locale: context.locale,
    ...foldersOf(analysis.dossier),
    places: new Places(analysis.dossier),
    chapterStates: chapterStates(analysis.dossier.main.parsed),
    late: lateSlots(state, analysis.context.today),
    threads: openThreads(context.threads ?? []),
    evidenceFile: (path) => analysis.evidenceFile(path),
    requested: new Set(openRequests(analysis, analysis.context.today).flatMap(({ proof }) => proof ?? [])),
  };
  const groups = groupsOf(state, catalogue.catalogue, context.groupBy);
  const nodes: ViewNode[] = [];
  for (const group of groups) {
    const requirements: ViewNode[] = [];
    for (const [index, requirement] of group.requirements.entries()) {
      if (index % atOnce === atOnce - 1) await pause();
      requirements.push(requirementNode(requirement, nodeContext));
    }
    nodes.push(groupNode(group, requirements, analysis, nodeContext));
  }
  if (state.coreScenarios.length > 0) nodes.push(coreNode(state, nodeContext));
  return nodes;
}

function groupNode(
  group: Group,
  requirements: readonly ViewNode[],
  analysis: Analysis,
  context: GroupContext,
): ViewNode {
  const { locale } = context;
  const { main } = analysis.dossier;
  const chapter = main.parsed.chapters.find(({ facts }) => facts.name.value === group.name);
  const said = context.chapterStates.get(group.name);
  const place = chapter && context.places.at(main.uri, chapter.base, chapter.facts.name.range);
  const tally = uncountedTally(group.requirements);
  const tooltip = bullets(tallyWords(tally, locale).map(plain));
  return {
    id: group.id,
    kind: 'chapter',
    label: group.name,
    description: [...groupStanding(group, tally, locale), ...(said ? [chapterStateText(said)] : [])].join(' · '),
    ...(tooltip === undefined ? {} : { tooltip }),
    ...statusOf(group.status, locale),
    counts: viewCounts(group.counts),
    ...(place ? { place } : {}),
    children: requirements,
  };
}

/** The figures of a group, and the requirements that they do not show: all of them when nothing is counted. */
function groupStanding({ status, counts }: Group, tally: UncountedTally, locale: Locale): string[] {
  if (totalOf(counts) === 0) {
    const words = tallyWords(tally, locale);
    return words.length > 0 && isUncounted(status) ? words : [standing(status, counts, locale), ...words];
  }
  const { requiredWithoutProof } = tally;
  return [standing(status, counts, locale), ...tallyWords({ ...noTally, requiredWithoutProof }, locale)];
}

function coreNode(state: Compliance, context: NodeContext): ViewNode {
  const { status, counts } = wholeOf(state.coreScenarios);
  const section = context.places.section('scenarios');
  return {
    id: 'coreScenarios',
    kind: 'chapter',
    label: say(coreScenariosWord, context.locale),
    description: standing(status, counts, context.locale),
    ...statusOf(status, context.locale),
    counts: viewCounts(counts),
    place: section,
    children: state.coreScenarios.map((one) => scenarioNode(one, section, context)),
  };
}

/** What the team is late with and has not done talking about. */
function teamOf(
  analysis: Analysis,
  { locale, threads = [] }: ComplianceViewContext,
): Pick<DossierView, 'late' | 'openThreads' | 'team'> {
  const at = analysis.context.today;
  const state = analysis.compliance();
  const late = state ? countLate(owedTasks(state, at)) : 0;
  const { open, troubled } = threadTally(threads);
  const team = [
    ...(late === 0 ? [] : [lateSummary({ late, at }, locale)]),
    ...(open === 0 ? [] : [say(threadWords.openCount, locale, { count: open })]),
    ...(troubled === 0 ? [] : [say(threadWords.troubled, locale, { count: troubled })]),
  ];
  return {
    ...(late === 0 ? {} : { late }),
    ...(open === 0 ? {} : { openThreads: open }),
    ...(team.length === 0 ? {} : { team }),
  };
}

const toImport: Sentence = {
  fr: 'Importez le REM officiel pour suivre la conformité.',
  en: 'Import the official REM to follow compliance.',
};

/** What to tell when there is nothing to measure against. */
function problemOf(state: CatalogueState): Sentence | undefined {
  switch (state.kind) {
    case 'loaded':
      return state.catalogue.requirements.length === 0 ? toImport : undefined;
    case 'unknownDispositif':
      return state.dispositif === undefined
        ? { fr: 'Indiquez le dispositif visé dans `dossier`.', en: 'Give the targeted dispositif in `dossier`.' }
        : { fr: 'Corrigez le dispositif, ou importez son REM.', en: 'Correct the dispositif, or import its REM.' };
    case 'notFound':
    case 'outside':
    case 'unread':
      return { fr: 'Corrigez `dossier.catalogue`.', en: 'Correct `dossier.catalogue`.' };
    case 'invalid':
      return { fr: 'Importez de nouveau le REM.', en: 'Import the REM again.' };
  }
}

function problemNode(label: string, advice: string, analysis: Analysis, context: ComplianceViewContext): ViewNode {
  const { main, catalogue } = analysis.dossier;
  const head = main.parsed.dossier;
  const range = head?.facts.catalogue?.range ?? head?.facts.dispositif?.range ?? head?.facts.key;
  const places = new Places(analysis.dossier);
  const place = head && range ? places.at(main.uri, head.base, range) : places.at(main.uri, 0, { start: 0, end: 0 });
  const details = catalogue.kind === 'invalid' ? catalogue.problems.map((problem) => problem[context.locale]) : [];
  return {
    id: 'problem',
    kind: 'problem',
    label,
    description: advice,
    tooltip: [advice, ...details.slice(0, 5)].join('\n\n'),
    ...statusOf('incomplete', context.locale),
    place,
    children: [],
  };
}

function statusOf(status: Status, locale: Locale): Pick<ViewNode, 'status' | 'statusLabel'> {
  return { status, statusLabel: say(statusWords[status], locale) };
}

function viewCounts(counts: Counts): ViewCounts {
  return { ...counts, total: totalOf(counts) };
}

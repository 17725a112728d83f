import type { CommonFolder } from '../../core/ports/evidence-files';
import { pieceUri } from '../../core/dossier/piece-uri';
import type { ViewNode } from '../../../protocol/compliance-view';
import type { ViewPlace } from '../../../protocol/view-place';
import type { ExpectedProof, Scenario } from '../../core/catalogue/catalogue';
import { idLabel } from '../../core/catalogue/printed-id';
import type { Entry, ResolvedProof } from '../../core/dossier/dossier';
import { evidencePath, type EvidenceItem } from '../../core/manifest/facts';
import type { FollowUpFacts } from '../../core/manifest/follow-up-facts';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import type { ProofCompliance, RequirementCompliance, ScenarioCompliance } from '../../core/status/compliance';
import { followed, followUpsOf } from '../../core/status/follow-up';
import { proofKey } from '../../core/status/effect-map';
import { requirementStatus } from '../../core/status/requirement-words';
import { totalOf, type Status } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { examinedOf } from '../../core/evidence/examined';
import { examinedWords, extentWords } from '../../core/evidence/examined-words';
import { safePiecePath } from '../../core/evidence/evidence-path';
import { threadKey } from '../../core/threads/place-threads';
import type { ThreadSubject } from '../../core/threads/thread';
import { threadWords } from '../../core/threads/thread-words';
import { natureWords, typeLabels } from '../catalogue-words';
import { requirementStanding, standing } from '../code-lens';
import { evidenceName } from '../document-symbols';
import { expectation } from '../hover/describe';
import { shorten } from '../../core/text/shorten';
import { paragraphs, plain } from '../markdown';
import type { Places } from './places';

export interface NodeContext {
  /** Proofs whose day is over, by `proofKey`. */
  readonly late: ReadonlySet<string>;
  /** Open threads, by `threadKey`. */
  readonly threads: ReadonlyMap<string, number>;
  /** Ids of the proofs of which ANS waits for a change. */
  readonly requested: ReadonlySet<string>;
  readonly locale: Locale;
  readonly rootUri: string;
  readonly common?: CommonFolder;
  readonly places: Places;
  /** What is known of a cited path. */
  evidenceFile(path: string): EvidenceFile | undefined;
}

export function requirementNode(state: RequirementCompliance, context: NodeContext): ViewNode {
  const { requirement, entries, status, counts } = state;
  const { locale } = context;
  const [entry] = entries;
  const place = entry
    ? context.places.at(entry.uri, entry.base, entry.value.facts.id.range)
    : context.places.section('exigences');
  const text = requirement.text ?? requirement.fonction;
  return {
    id: `requirement:${requirement.id}`,
    kind: 'requirement',
    label: text === undefined ? requirement.id : `${requirement.id} ${shorten(text, 60)}`,
    ...talkedOf(requirementStanding(state, locale), { requirement: requirement.id }, context),
    tooltip: paragraphs(
      `**${plain(idLabel(requirement, locale))}** · ${say(natureWords[requirement.nature], locale)}`,
      text !== undefined && plain(shorten(text, 500)),
      ...state.coveredBy.map(({ id }) => plain(id)),
    ),
    status,
    statusLabel: requirementStatus(state, locale),
    counts: { ...counts, total: totalOf(counts) },
    place,
    children: state.scenarios.map((scenario) => scenarioNode(scenario, place, context, entry?.value.facts.followUp)),
  };
}

/**
 * @param otherwise place shown for a scenario that is not written yet
 * @param above what is said of the requirement it stands under
 */
export function scenarioNode(
  state: ScenarioCompliance,
  otherwise: ViewPlace,
  context: NodeContext,
  above?: FollowUpFacts,
): ViewNode {
  const { scenario, entry, status, counts } = state;
  const facts = entry?.value.facts;
  const place = entry ? context.places.at(entry.uri, entry.base, entry.value.facts.id.range) : otherwise;
  const text = scenario.name ?? scenario.text ?? scenario.steps[0]?.text;
  return {
    id: `scenario:${scenario.id}`,
    kind: 'scenario',
    label: text === undefined ? scenario.id : `${scenario.id} ${shorten(text, 60)}`,
    ...talkedOf(standing(status, counts, context.locale), { scenario: scenario.id }, context),
    ...tooltipOf(scenario, text, context.locale),
    ...words(status, context.locale),
    counts: { ...counts, total: totalOf(counts) },
    place,
    children: state.proofs.map((proof) => {
      const id = proof.entry?.value.facts.id.value ?? proof.proof.id;
      const { responsible } = followed(followUpsOf(id, facts, above));
      return proofNode(proof, place, context, scenario.id, {
        ...(responsible === undefined ? {} : { responsible }),
        ...(context.late.has(proofKey(scenario.id, proof.proof.id)) ? { late: true } : {}),
      });
    }),
  };
}

function tooltipOf(scenario: Scenario, text: string | undefined, locale: Locale): Pick<ViewNode, 'tooltip'> {
  const tooltip = paragraphs(namesake(scenario, locale), text !== undefined && plain(shorten(text, 500)));
  return tooltip === '' ? {} : { tooltip };
}

/** Says that the REM prints the id for others too; false where it does not. */
function namesake(entry: Scenario | ExpectedProof, locale: Locale): string | false {
  return entry.printedId !== undefined && plain(idLabel(entry, locale));
}

/** @param follow who is to provide it, and whether its day is over */
function proofNode(
  state: ProofCompliance,
  otherwise: ViewPlace,
  context: NodeContext,
  scenario: string,
  follow: Pick<ViewNode, 'responsible' | 'late'>,
): ViewNode {
  const { proof, entry, status } = state;
  const { locale } = context;
  const place = entry ? context.places.at(entry.uri, entry.base, entry.value.facts.id.range) : otherwise;
  const expected = expectation(proof, locale);
  return {
    id: `proof:${proof.id}`,
    kind: 'proof',
    label: expected === '' ? proof.id : `${proof.id} ${shorten(expected, 60)}`,
    ...talkedOf(say(statusWords[status], locale), { scenario, proof: proof.id }, context),
    tooltip: paragraphs(
      namesake(proof, locale),
      plain(expected),
      proof.types.length > 0 && plain(typeLabels(proof.types, locale)),
    ),
    ...follow,
    ...(context.requested.has(proof.id) ? { requested: true } : {}),
    ...words(status, locale),
    place,
    children: entry
      ? entry.value.facts.evidence.map((item, index) => evidenceNode(item, index, entry, status, context))
      : [],
  };
}

/** What stands beside an entry: where it stands, and how many open threads are about it. */
function talkedOf(
  standing: string,
  slot: ThreadSubject,
  { threads, locale }: NodeContext,
): Pick<ViewNode, 'description' | 'threads'> {
  const count = threads.get(threadKey(slot));
  if (count === undefined) return { description: standing };
  return { description: `${standing} · ${say(threadWords.openCount, locale, { count })}`, threads: count };
}

function evidenceNode(
  item: EvidenceItem,
  index: number,
  entry: Entry<ResolvedProof>,
  status: Status,
  context: NodeContext,
): ViewNode {
  const path = evidencePath(item)?.value;
  const safe = path === undefined ? undefined : safePiecePath(path);
  const fileUri = safe === undefined ? undefined : pieceUri(context, safe);
  const place = context.places.at(entry.uri, entry.base, item.range);
  return {
    id: `evidence:${index}:${evidenceName(item)}`,
    kind: 'evidence',
    label: item.title?.value ?? evidenceName(item),
    ...lookedInto(item, safe, context),
    ...words(status, context.locale),
    place,
    ...(fileUri === undefined ? {} : { fileUri }),
    children: [],
  };
}

/** Beside a name of the user's own, that of the file; and how far it was looked into, unless that is to its end. */
function lookedInto(
  item: EvidenceItem,
  path: string | undefined,
  context: NodeContext,
): Pick<ViewNode, 'description' | 'tooltip'> {
  const { locale } = context;
  const file = path === undefined ? undefined : context.evidenceFile(path);
  const examined = file?.state === 'file' ? examinedOf(file) : undefined;
  const left = examined && examined.extent !== 'whole' ? examined : undefined;
  const description = [item.title && evidenceName(item), left && extentWords[left.extent][locale]].filter(Boolean);
  return {
    ...(description.length === 0 ? {} : { description: description.join(' · ') }),
    ...(left ? { tooltip: say(examinedTooltip, locale, { value: plain(examinedWords(left, locale)) }) } : {}),
  };
}

const examinedTooltip: Sentence = { fr: 'Examen : {value}', en: 'Examined: {value}' };

function words(status: Status, locale: Locale): Pick<ViewNode, 'status' | 'statusLabel'> {
  return { status, statusLabel: say(statusWords[status], locale) };
}

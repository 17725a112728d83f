import type { Analysis } from '../../engine/analyse';
import type { Finding } from '../../findings/finding';
import { proofKey } from '../../instruction/proof-key';
import type { Sentence } from '../../messages/say';
import {
  isUnknownButDue,
  type Compliance,
  type RequirementCompliance,
  type ScenarioCompliance,
} from '../../status/compliance';
import { countOf, rollUp, sumCounts, totalOf, type Counts, type Status } from '../../status/status';
import { statusWords } from '../../status/status-words';
import { clipList } from '../../rules/clip';
import { shift } from '../../text/offset-range';
import { chaptersInScope, coreScenariosInScope, type Scope } from '../scope';
import { unexpectedEvidence, type UnexpectedProof } from '../unexpected-evidence';
import { bothSay, type Blocker, type Place } from './blocker';
import { headOf, placeOf } from './places';

const messages = {
  requirement: {
    fr: 'L’exigence {id} est {statusFr} : preuves fournies : {n} sur {total}.',
    en: 'Requirement {id} is {statusEn}: proofs provided: {n} of {total}.',
  },
  scenario: {
    fr: 'Le scénario {id} est {statusFr} : preuves fournies : {n} sur {total}.',
    en: 'Scenario {id} is {statusEn}: proofs provided: {n} of {total}.',
  },
  unknown: {
    fr: 'Ce catalogue, une reconstitution partielle, ne connaît pas les preuves d’exigences qui s’appliquent : {ids}. Importez le REM officiel pour savoir ce qui est attendu.',
    en: 'This catalogue, a partial reconstruction, does not know the proofs of requirements that apply: {ids}. Import the official REM to know what is expected.',
  },
  unexpected: {
    fr: 'La preuve {id}, que le catalogue n’attend pas, est {statusFr} : corrigez ses pièces, ou retirez-les.',
    en: 'Proof {id}, which the catalogue does not expect, is {statusEn}: mend its evidence, or remove it.',
  },
} satisfies Record<string, Sentence>;

/** Statuses that an examiner would send back. */
const unfinished: ReadonlySet<Status> = new Set(['incomplete', 'toReview', 'toProvide']);

/**
 * What is to provide, incomplete, to review or not known of what is filed.
 * @param said ids of what is declared not applicable in a way that blocks by itself
 */
export function statusBlockers(
  analysis: Analysis,
  state: Compliance,
  scope: Scope,
  said: ReadonlySet<string>,
): Blocker[] {
  const head = headOf(analysis.dossier);
  const answered = scope.proofs ? answeredByFiling(analysis.findings) : none;
  const list: Blocker[] = [];
  for (const { requirements } of chaptersInScope(state, scope)) {
    for (const one of requirements.flatMap((held) => withoutSaid(withAnswers(held, answered), said)))
      if (unfinished.has(ownStatus(one))) list.push(requirementBlocker(one, head));
  }
  const unknown = scope.proofs ? [] : chaptersInScope(state, scope).flatMap(({ requirements }) => requirements);
  list.push(...unknownBlockers(unknown.filter(isUnknownButDue), head));
  for (const one of coreScenariosInScope(state, scope).map((held) => scenarioWithAnswers(held, answered))) {
    if (unfinished.has(one.status) && !isSaid(one, said)) list.push(scenarioBlocker(one, head));
  }
  for (const one of unexpectedEvidence(analysis, scope).filed) list.push(...unexpectedBlocker(one, analysis));
  return list;
}

const none: ReadonlySet<string> = new Set();

function isSaid({ scenario, entry }: ScenarioCompliance, said: ReadonlySet<string>): boolean {
  return entry?.value.facts.notApplicable !== undefined && said.has(scenario.id);
}

/** A requirement without what is told of it already: that it, or some of its scenarios, are not set aside rightly. */
function withoutSaid(one: RequirementCompliance, said: ReadonlySet<string>): RequirementCompliance[] {
  if (said.size === 0) return [one];
  const isAside = one.entries.some(({ value }) => value.facts.notApplicable !== undefined);
  if (isAside && said.has(one.requirement.id)) return [];
  const told = one.scenarios.filter((scenario) => isSaid(scenario, said));
  return told.length === 0
    ? [one]
    : [{ ...one, counts: told.reduce((rest, { counts }) => minus(rest, counts), one.counts) }];
}

function minus(a: Counts, b: Counts): Counts {
  return {
    incomplete: a.incomplete - b.incomplete,
    toReview: a.toReview - b.toReview,
    toProvide: a.toProvide - b.toProvide,
    provided: a.provided - b.provided,
  };
}

/**
 * Proofs that only have to be looked at again because ANS asked for it: the package that answers must not wait for the
 * note that it was answered.
 */
function answeredByFiling(findings: readonly Finding[]): ReadonlySet<string> {
  const asked = new Set<string>();
  const otherwise = new Set<string>();
  for (const { settledByFiling, effect, target } of findings) {
    if (effect === undefined || target?.scenario === undefined || target.proof === undefined) continue;
    (settledByFiling ? asked : otherwise).add(proofKey(target.scenario, target.proof));
  }
  return new Set([...asked].filter((key) => !otherwise.has(key)));
}

function withAnswers(one: RequirementCompliance, answered: ReadonlySet<string>): RequirementCompliance {
  if (answered.size === 0 || one.scenarios.length === 0) return one;
  const scenarios = one.scenarios.map((scenario) => scenarioWithAnswers(scenario, answered));
  return { ...one, scenarios, counts: sumCounts(scenarios.map(({ counts }) => counts)) };
}

function scenarioWithAnswers(one: ScenarioCompliance, answered: ReadonlySet<string>): ScenarioCompliance {
  if (answered.size === 0) return one;
  const statuses = one.proofs.map(({ proof, status }) =>
    status === 'toReview' && answered.has(proofKey(one.scenario.id, proof.id)) ? 'provided' : status,
  );
  return { ...one, status: rollUp(statuses), counts: sumCounts(statuses.map(countOf)) };
}

/** Without the core-business scenarios that cover it, which are listed apart. */
function ownStatus({ counts }: Pick<RequirementCompliance, 'counts'>): Status {
  if (counts.incomplete > 0) return 'incomplete';
  if (counts.toReview > 0) return 'toReview';
  return counts.toProvide > 0 ? 'toProvide' : 'provided';
}

function requirementBlocker(one: RequirementCompliance, head: Place): Blocker {
  const { id } = one.requirement;
  const message = bothSay(messages.requirement, { id, ...figures(ownStatus(one), one.counts) });
  return { kind: 'status', reason: { message }, about: id, ...(placeOf(one.entries[0]) ?? head) };
}

function scenarioBlocker(one: ScenarioCompliance, head: Place): Blocker {
  const { id } = one.scenario;
  // The words of a status agree with « preuve » and « exigence »; « scénario » is masculine.
  const masculine = one.status === 'incomplete' ? { statusFr: 'incomplet' } : {};
  const message = bothSay(messages.scenario, { id, ...figures(one.status, one.counts), ...masculine });
  return { kind: 'status', reason: { message }, about: id, ...(placeOf(one.entry) ?? head) };
}

/** One for all: they are mended together. */
function unknownBlockers(unknown: readonly RequirementCompliance[], head: Place): Blocker[] {
  if (unknown.length === 0) return [];
  const ids = clipList(unknown.map(({ requirement }) => requirement.id));
  return [{ kind: 'status', reason: { message: bothSay(messages.unknown, { ids }) }, ...head }];
}

/** What is filed beside what is expected is counted nowhere, but is no better for it. */
function unexpectedBlocker({ proof: id, entry }: UnexpectedProof, analysis: Analysis): Blocker[] {
  const { scenario, parent, facts } = entry.value;
  const effects = analysis.effects();
  const onProof = effects.onProof(scenario?.id ?? '', id);
  const found =
    onProof ?? (scenario && effects.onScenario(scenario.id)) ?? (parent && effects.onRequirement(parent.id));
  if (found === undefined) return [];
  const message = bothSay(messages.unexpected, { id, ...words(found === 'incomplete' ? 'incomplete' : 'toReview') });
  const range = shift(facts.id.range, entry.base);
  return [{ kind: 'status', reason: { message }, about: id, uri: entry.uri, range }];
}

function figures(status: Status, counts: Counts): Readonly<Record<string, string | number>> {
  return { ...words(status), n: counts.provided, total: totalOf(counts) };
}

function words(status: Status): { readonly statusFr: string; readonly statusEn: string } {
  return { statusFr: statusWords[status].fr, statusEn: statusWords[status].en };
}

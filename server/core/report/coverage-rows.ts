import type { Catalogue } from '../catalogue/catalogue';
import { evidenceType } from '../catalogue/evidence-types';
import type { Locale } from '../messages/say';
import type { Compliance, ProofCompliance, RequirementCompliance, ScenarioCompliance } from '../status/compliance';
import { concernsDossier } from '../status/compliance';
import { requirementStatus } from '../status/requirement-words';
import { statusWords } from '../status/status-words';
import type { CoverageProof, CoverageRow, ReportOptions } from './report';
import { words } from './words';

/** The matrix: every requirement that concerns the dossier beside the proofs that it expects. */
export function coverageRows(state: Compliance, catalogue: Catalogue, options: ReportOptions): CoverageRow[] {
  const domains = new Map(catalogue.domains.map(({ id, name }) => [id, name]));
  const requirements = state.chapters.flatMap(({ name, requirements }) =>
    requirements.filter(concernsDossier).map((one) => requirementRow(one, name, domains, options)),
  );
  return [...requirements, ...state.coreScenarios.map((one) => coreRow(one, options))];
}

function requirementRow(
  one: RequirementCompliance,
  chapter: string,
  domains: ReadonlyMap<string, string>,
  { locale, forAns }: ReportOptions,
): CoverageRow {
  const { requirement, status, counts, scenarios, coveredBy } = one;
  const facts = one.entries.map(({ value }) => value.facts);
  const inScenarios = scenarios.reduce((sum, scenario) => sum + scenario.counts.toProvide, 0);
  return {
    chapter,
    domain: domains.get(requirement.domain) ?? requirement.domain,
    id: requirement.id,
    isCore: false,
    text: requirement.text ?? '',
    nature: requirement.nature,
    profiles: requirement.profiles,
    coveredBy: coveredBy.map(({ id }) => id),
    status,
    state: requirementStatus(one, locale),
    counts,
    oneScenarioOwed: counts.toProvide > inScenarios && status !== 'notApplicable',
    proofs: scenarios.flatMap((scenario) => proofsOf(scenario, locale)),
    ...notes(facts, forAns),
  };
}

function coreRow(one: ScenarioCompliance, { locale, forAns }: ReportOptions): CoverageRow {
  const { scenario, status, counts, entry } = one;
  return {
    chapter: words.coreScenarios[locale],
    domain: words.coreScenarios[locale],
    id: scenario.id,
    isCore: true,
    text: scenario.name ?? scenario.text ?? '',
    nature: '',
    profiles: scenario.profiles,
    coveredBy: [],
    status,
    state: statusWords[status][locale],
    counts,
    oneScenarioOwed: false,
    proofs: proofsOf(one, locale),
    ...notes(entry ? [entry.value.facts] : [], forAns),
  };
}

function proofsOf(scenario: ScenarioCompliance, locale: Locale): CoverageProof[] {
  const { proofs, counts } = scenario;
  // A case that is owed is counted by the scenario, not by any one of its proofs.
  const caseOwed = counts.toProvide > proofs.filter(({ status }) => status === 'toProvide').length;
  const conformity = scenario.entry?.value.facts.conformity?.text?.value;
  return proofs.map(({ proof, status, entry }: ProofCompliance) => ({
    scenario: scenario.scenario.id,
    ...(conformity ? { conformity } : {}),
    id: proof.id,
    expected: proof.expected,
    types: proof.types.map((type) => evidenceType(type)?.label[locale] ?? type),
    status,
    oneOf: caseOwed && status === 'nothingExpected' && proof.condition === undefined,
    evidence: entry?.value.facts.evidence.length ?? 0,
  }));
}

interface Notes {
  readonly comment?: { readonly value: string };
  readonly internalNote?: { readonly value: string };
}

function notes(facts: readonly Notes[], forAns: boolean): Pick<CoverageRow, 'comment' | 'internalNote'> {
  const comment = joined(facts.map((one) => one.comment?.value));
  const internalNote = forAns ? '' : joined(facts.map((one) => one.internalNote?.value));
  return { ...(comment ? { comment } : {}), ...(internalNote ? { internalNote } : {}) };
}

function joined(texts: readonly (string | undefined)[]): string {
  return texts.filter(Boolean).join('\n');
}

import type { ExpectedProof, Requirement, Scenario } from '../../../catalogue/catalogue';
import { closestIds } from '../../../catalogue/closest-ids';
import type { ResolvedScenario } from '../../../dossier/dossier';
import type { FindingData } from '../../../findings/finding';
import type { Severity } from '../../../findings/severity';
import { applicability, concerns } from '../../../status/applicability';
import { evidenceIn, owedFor, owedForScenario, setAsideIn, type EntryOf, type Owed } from '../../../status/expectation';
import type { OffsetRange } from '../../../text/offset-range';
import { shift } from '../../../text/offset-range';
import { isFilingNear } from '../../filing-day';
import { clip, clipList } from '../../clip';
import type { DossierContext, Report, Rule } from '../../rule';
import { sources } from '../../sources';
import { missingFixes } from './fixes';

export const rule: Rule = {
  meta: {
    id: 'preuve/manquante',
    defaultSeverity: 'info',
    fixable: true,
    since: '0.1.0',
    summary: { fr: 'Une preuve attendue n’a aucune pièce.', en: 'An expected proof has no evidence.' },
    why: {
      fr: 'Un chapitre n’est examiné que complet : une preuve oubliée le retarde en entier. Ce qui reste à faire n’est pas un défaut : c’est une information jusqu’à 30 jours avant le dépôt visé (`dossier.depot_vise`), et un avertissement ensuite. `depot.preavis` de segur.config.yaml change ce nombre de jours ; sans dépôt visé, c’est toujours une information.',
      en: 'A chapter is examined only when complete: one forgotten proof delays all of it. What is still to do is no fault: it is information until 30 days before the planned filing (`dossier.depot_vise`), and a warning from then on. `depot.preavis` of segur.config.yaml changes that number of days; without a planned filing it is always information.',
    },
    avoid: 'INS/va1.56.02:\n  preuves:\n    INS/va1.56.02.01: []',
    prefer:
      'INS/va1.56.02:\n  preuves:\n    INS/va1.56.02.01:\n      - fichier: preuves/INS/va1.56.02.01-consommation.mp4',
    source: sources.chapter,
    messages: {
      empty: {
        fr: 'La preuve {proof} n’a pas encore de pièce. Attendu : {expected}',
        en: 'Proof {proof} has no evidence yet. Expected: {expected}',
      },
      absent: {
        fr: 'La preuve {proof} manque sous ce scénario. Attendu : {expected}',
        en: 'Proof {proof} is missing under this scenario. Expected: {expected}',
      },
      scenarioAbsent: {
        fr: 'Le scénario {scenario} manque sous cette exigence ({count, plural, one {# preuve} other {# preuves}} à fournir : {proofs}).',
        en: 'Scenario {scenario} is missing under this requirement ({count, plural, one {# proof} other {# proofs}} to provide: {proofs}).',
      },
      scenarioAbsentOneOf: {
        fr: 'Le scénario {scenario} manque sous cette exigence (à fournir, selon le cas, une de : {choice}).',
        en: 'Scenario {scenario} is missing under this requirement (to provide, depending on the case, one of: {choice}).',
      },
      scenarioAbsentAndOneOf: {
        fr: 'Le scénario {scenario} manque sous cette exigence ({count, plural, one {# preuve} other {# preuves}} à fournir : {proofs} ; et, selon le cas, une de : {choice}).',
        en: 'Scenario {scenario} is missing under this requirement ({count, plural, one {# proof} other {# proofs}} to provide: {proofs}; and, depending on the case, one of: {choice}).',
      },
      oneProofOf: {
        fr: 'Selon le cas, une de ces preuves est attendue, et aucune n’a de pièce : {proofs}.',
        en: 'Depending on the case one of these proofs is expected, and none has evidence: {proofs}.',
      },
      conditional: {
        fr: 'Ce scénario n’attend que des preuves conditionnelles, et aucune n’a de pièce : {proofs}. Fournissez celle de votre cas, ou déclarez le scénario « non_applicable ».',
        en: 'This scenario expects nothing but conditional proofs, and none has evidence: {proofs}. Provide that of your case, or declare the scenario “non_applicable”.',
      },
      oneScenarioOf: {
        fr: 'Un de ces scénarios, selon la modalité choisie, est attendu, et aucun n’a de pièce : {scenarios}.',
        en: 'One of these scenarios, depending on the chosen modality, is expected, and none has evidence: {scenarios}.',
      },
      coreAbsent: {
        fr: 'Le scénario cœur de métier {scenario} manque dans ce dossier ({count, plural, one {# preuve} other {# preuves}} à fournir : {proofs}).',
        en: 'Core-business scenario {scenario} is missing from this dossier ({count, plural, one {# proof} other {# proofs}} to provide: {proofs}).',
      },
      coreAbsentOneOf: {
        fr: 'Le scénario cœur de métier {scenario} manque dans ce dossier (à fournir, selon le cas, une de : {choice}).',
        en: 'Core-business scenario {scenario} is missing from this dossier (to provide, depending on the case, one of: {choice}).',
      },
      coreAbsentAndOneOf: {
        fr: 'Le scénario cœur de métier {scenario} manque dans ce dossier ({count, plural, one {# preuve} other {# preuves}} à fournir : {proofs} ; et, selon le cas, une de : {choice}).',
        en: 'Core-business scenario {scenario} is missing from this dossier ({count, plural, one {# proof} other {# proofs}} to provide: {proofs}; and, depending on the case, one of: {choice}).',
      },
    },
  },
  requirement({ requirement, facts, scenarios }, report, context) {
    const { profiles } = context;
    if (!requirement || facts.notApplicable || applicability(requirement, profiles) !== 'applies') return;
    const entryOf: EntryOf = (scenario) => scenarios.find((one) => one.scenario === scenario);
    const owed = owedFor(requirement, evidenceIn(entryOf), setAsideIn(entryOf));
    if (owed.length > 0) new Missing(report, severityOn(context), scenarios, requirement).report(owed, facts.id.range);
  },
  scenario(resolved, report, context) {
    const { scenario, facts, core } = resolved;
    if (!core || !scenario || facts.notApplicable || !isOwed(scenario, context.profiles)) return;
    const owed = owedForScenario(
      scenario,
      evidenceIn(() => resolved),
    );
    if (owed.length > 0) new Missing(report, severityOn(context), [resolved], undefined).report(owed, facts.id.range);
  },
  dossier(dossier, report, context) {
    const { catalogue, profiles, writtenEntries } = context;
    const { uri, parsed } = dossier.main;
    const head = parsed.dossier;
    if (!catalogue || !head || catalogue.coreScenarios.length === 0) return;
    const range = parsed.keys.find(({ value }) => value === 'scenarios')?.range ?? shift(head.facts.key, head.base);
    for (const scenario of catalogue.coreScenarios) {
      if (writtenEntries.has(scenario) || !isOwed(scenario, profiles)) continue;
      const owed = owedForScenario(scenario, () => false);
      if (owed.length === 0) continue;
      const severity = severityOn(context);
      const more = { severity, target: { scenario: scenario.id }, data: { scenario: scenario.id } };
      const { ending, args } = shareOf(owed);
      report(uri, range, `coreAbsent${ending}`, { scenario: scenario.id, ...args }, more);
    }
  },
  fixes: missingFixes,
};

/** What is still to do presses when the planned filing is near. */
function severityOn(context: DossierContext): Severity {
  return isFilingNear(context) ? 'warning' : 'info';
}

function isOwed(scenario: Scenario, profiles: ReadonlySet<string>): boolean {
  return scenario.mandatory && concerns(scenario, profiles);
}

/** What an absent scenario owes: how the name of the message that says it ends, and what goes into it. */
interface Share {
  readonly ending: '' | 'OneOf' | 'AndOneOf';
  readonly args: Readonly<Record<string, string | number>>;
}

function shareOf(owed: readonly Owed[]): Share {
  const proofs = owed.flatMap((one) => (one.kind === 'proof' ? [one.proof.id] : []));
  const choice = owed.flatMap((one) => (one.kind === 'oneProofOf' ? one.proofs.map(({ id }) => id) : []));
  const all = { count: proofs.length, proofs: clipList(proofs) };
  if (choice.length === 0) return { ending: '', args: all };
  const one = { choice: clipList(choice) };
  return proofs.length === 0 ? { ending: 'OneOf', args: one } : { ending: 'AndOneOf', args: { ...all, ...one } };
}

/** Puts what is owed under one entry where it is missing. */
class Missing {
  constructor(
    readonly reportAt: Report,
    readonly severity: Severity,
    readonly written: readonly ResolvedScenario[],
    readonly requirement: Requirement | undefined,
  ) {}

  report(owed: readonly Owed[], entry: OffsetRange): void {
    const absent = new Map<Scenario, Owed[]>();
    for (const one of owed) {
      if (one.kind === 'oneScenarioOf') {
        this.#say(entry, 'oneScenarioOf', { scenarios: clipList(one.scenarios.map(({ id }) => id)) });
        continue;
      }
      const place = this.written.find(({ scenario }) => scenario === one.scenario);
      if (!place) absent.set(one.scenario, [...(absent.get(one.scenario) ?? []), one]);
      else if (one.kind === 'oneProofOf') {
        const args = { proofs: clipList(one.proofs.map(({ id }) => id)) };
        const message = one.conditional === true ? 'conditional' : 'oneProofOf';
        this.#say(place.facts.id.range, message, args, { scenario: one.scenario.id });
      } else this.#proof(place, one.scenario, one.proof);
    }
    const mistyped = mistypedFor(
      this.written.filter(({ scenario }) => !scenario).map(({ facts }) => facts.id.value),
      [...absent.keys()].map(({ id }) => id),
    );
    for (const [{ id }, parts] of absent) {
      if (mistyped.has(id)) continue;
      const { ending, args } = shareOf(parts);
      this.#say(entry, `scenarioAbsent${ending}`, { scenario: id, ...args }, { scenario: id });
    }
  }

  #proof(place: ResolvedScenario, scenario: Scenario, proof: ExpectedProof): void {
    const key = place.proofs.find((one) => one.proof === proof);
    const args = { proof: proof.id, expected: clip(proof.expected) || '—' };
    const data = { scenario: scenario.id, proof: proof.id };
    if (key) {
      this.#say(key.facts.id.range, 'empty', args, data);
      return;
    }
    const unknown = place.proofs.filter((one) => !one.proof).map(({ facts }) => facts.id.value);
    if (!mistypedFor(unknown, [proof.id]).has(proof.id)) this.#say(place.facts.id.range, 'absent', args, data);
  }

  #say(
    range: OffsetRange,
    message: string,
    args: Readonly<Record<string, string | number>>,
    data: FindingData = {},
  ): void {
    const requirement = this.requirement ? { requirement: this.requirement.id } : {};
    const about = { ...requirement, ...data };
    this.reportAt(range, message, args, { severity: this.severity, target: about, data: about });
  }
}

/** Ids that are there under a mistyped name: that name is reported, and once is enough. */
function mistypedFor(unknown: readonly string[], absent: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const id of unknown) {
    const [closest] = closestIds(
      id,
      absent.filter((one) => !found.has(one)),
    );
    if (closest !== undefined) found.add(closest);
  }
  return found;
}

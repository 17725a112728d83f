import { sourceName } from '../../core/catalogue/source-name';
import type { Analysis } from '../../core/engine/analyse';
import type { NotApplicableFacts } from '../../core/manifest/facts';
import type { OffsetRange } from '../../core/text/offset-range';
import type { StatementFacts } from './statement';

/** What a statement is asked for: a requirement or a scenario, in the catalogue, in the manifest or in both. */
export interface StatementSubject {
  readonly facts: StatementFacts;
  /** Where it is declared not applicable, if it is. */
  readonly declared?: Declared;
  /** The catalogue asks for a written commitment. */
  readonly asksForCommitment?: boolean;
}

export interface Declared {
  readonly uri: string;
  /** The entry of `exigences` or `scenarios`, absolute offsets. */
  readonly entry: OffsetRange;
  /** Keys from that entry down to `non_applicable`. */
  readonly path: readonly string[];
  readonly notApplicable: NotApplicableFacts;
}

/** @returns undefined when neither catalogue nor manifest know the id */
export function statementSubject(analysis: Analysis, id: string): StatementSubject | undefined {
  const { dossier } = analysis;
  const { index } = dossier.catalogue.kind === 'loaded' ? dossier.catalogue : { index: undefined };
  const requirement = index?.requirement(id)?.requirement;
  if (requirement) {
    const entry = dossier.requirements.find(({ value }) => value.requirement === requirement);
    const notApplicable = entry?.value.facts.notApplicable;
    return {
      facts: factsOf(analysis, 'requirement', requirement.id, requirement.text, notApplicable),
      asksForCommitment: requirement.scenarios.some(({ proofs }) =>
        proofs.some(({ types }) => types.includes('engagement_ecrit')),
      ),
      ...(entry && notApplicable
        ? {
            declared: {
              uri: entry.uri,
              entry: absolute(entry.value.facts.range, entry.base),
              path: ['non_applicable'],
              notApplicable,
            },
          }
        : {}),
    };
  }
  return writtenRequirement(analysis, id) ?? scenarioSubject(analysis, id);
}

/** A requirement that only the manifest knows. */
function writtenRequirement(analysis: Analysis, id: string): StatementSubject | undefined {
  const entry = analysis.dossier.requirements.find(({ value }) => value.facts.id.value === id);
  if (!entry) return undefined;
  const { notApplicable, range } = entry.value.facts;
  const facts = factsOf(analysis, 'requirement', id, undefined, notApplicable);
  if (!notApplicable) return { facts };
  const declared = { uri: entry.uri, entry: absolute(range, entry.base), path: ['non_applicable'], notApplicable };
  return { facts, declared };
}

function scenarioSubject(analysis: Analysis, id: string): StatementSubject | undefined {
  const { dossier } = analysis;
  const places = [
    ...dossier.requirements.flatMap(({ uri, base, value }) =>
      value.scenarios.map((scenario) => ({
        uri,
        entry: absolute(value.facts.range, base),
        path: ['scenarios', scenario.facts.id.value, 'non_applicable'],
        scenario,
      })),
    ),
    ...dossier.coreScenarios.map(({ uri, base, value }) => ({
      uri,
      entry: absolute(value.facts.range, base),
      path: ['non_applicable'],
      scenario: value,
    })),
  ];
  const place = places.find(({ scenario }) => (scenario.scenario?.id ?? scenario.facts.id.value) === id);
  if (place) {
    const { scenario, uri, entry, path } = place;
    const { notApplicable } = scenario.facts;
    const facts = factsOf(analysis, 'scenario', id, scenario.scenario?.name ?? scenario.scenario?.text, notApplicable);
    return notApplicable ? { facts, declared: { uri, entry, path, notApplicable } } : { facts };
  }
  if (dossier.catalogue.kind !== 'loaded') return undefined;
  const { catalogue } = dossier.catalogue;
  const known = [...catalogue.coreScenarios, ...catalogue.requirements.flatMap(({ scenarios }) => scenarios)].find(
    (scenario) => scenario.id === id,
  );
  return known && { facts: factsOf(analysis, 'scenario', id, known.name ?? known.text, undefined) };
}

function factsOf(
  { dossier }: Analysis,
  kind: StatementFacts['kind'],
  id: string,
  text: string | undefined,
  notApplicable: NotApplicableFacts | undefined,
): StatementFacts {
  const { parsed } = dossier.main;
  const vendor = parsed.vendor?.facts;
  const software = parsed.software?.facts;
  const known = (value: { readonly value: string } | undefined) => value?.value.trim() || undefined;
  return {
    vendor: known(vendor?.name),
    siret: known(vendor?.siret),
    nie: known(vendor?.nie),
    software: known(software?.name),
    version: known(software?.version),
    nil: known(software?.nil),
    dispositif: known(parsed.dossier?.facts.dispositif),
    kind,
    id,
    text: text?.trim() || undefined,
    reference: referenceOf(dossier.catalogue),
    justification: known(notApplicable?.justification),
  };
}

function referenceOf(state: Analysis['dossier']['catalogue']): string {
  if (state.kind !== 'loaded') return 'inconnue, à compléter';
  const { version } = state.catalogue;
  const origin =
    state.origin.kind === 'builtIn'
      ? 'catalogue intégré de l’outil (reconstruction de travail, non officielle : à comparer au REM)'
      : `REM importé (${sourceName(state.catalogue) ?? 'fichier local'})`;
  return version === undefined ? origin : `${origin}, version ${version}`;
}

function absolute({ start, end }: OffsetRange, base: number): OffsetRange {
  return { start: base + start, end: base + end };
}

import type { Catalogue, Scenario } from '../../../catalogue/catalogue';
import { entriesWritten } from '../../../catalogue/find-entry';
import type { CatalogueIndex } from '../../../catalogue/index-catalogue';
import type { ResolvedScenario } from '../../../dossier/dossier';
import { didYouMean } from '../../../fixes/replace';
import { clipList } from '../../clip';
import type { Report, Rule } from '../../rule';
import { sources } from '../../sources';
import { suggest } from '../../suggestions';
import { scenarioTarget } from '../../target';
import { unknownSeverity } from '../../unknown-entries';

export const rule: Rule = {
  meta: {
    id: 'scenario/inconnu',
    defaultSeverity: 'error',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le scénario n’est pas de ceux de l’exigence.',
      en: 'The scenario is none of those of the requirement.',
    },
    why: {
      fr: 'Les pièces d’un scénario inconnu ne sont demandées par personne. Le catalogue intégré étant partiel, l’anomalie n’y est qu’un avertissement.',
      en: 'Nobody asks for the evidence of an unknown scenario. The built-in catalogue being partial, this is only a warning with it.',
    },
    avoid: 'DMP/UX.34:\n  scenarios:\n    DMP/UX.34.1: …',
    prefer: 'DMP/UX.34:\n  scenarios:\n    DMP/UX.34.01: …',
    source: sources.rem,
    messages: {
      unknown: {
        fr: 'Le scénario « {id} » n’est pas de {parent}, qui a : {ids}.',
        en: 'Scenario “{id}” is none of {parent}, which has: {ids}.',
      },
      unknownClose: {
        fr: 'Le scénario « {id} » n’est pas de {parent}. Vouliez-vous dire « {closest} » ?',
        en: 'Scenario “{id}” is none of {parent}. Did you mean “{closest}”?',
      },
      printedTwice: {
        fr: 'Le REM imprime l’identifiant « {id} » pour plusieurs scénarios : écrivez la clé de celui que vous visez ({ids}).',
        en: 'The REM prints id “{id}” for several scenarios: write the key of the one you mean ({ids}).',
      },
      belongs: {
        fr: 'Le scénario « {id} » est de l’exigence {owner} : déplacez-le sous elle.',
        en: 'Scenario “{id}” belongs to requirement {owner}: move it there.',
      },
      core: {
        fr: '« {id} » est un scénario cœur de métier : déplacez-le sous « scenarios », au premier niveau du manifeste.',
        en: '“{id}” is a core-business scenario: move it under “scenarios”, at the top level of the manifest.',
      },
      notCore: {
        fr: '« {id} » n’est pas un scénario cœur de métier du REM. Corrigez-le, ou placez-le sous son exigence.',
        en: '“{id}” is no core-business scenario of the REM. Correct it, or put it under its requirement.',
      },
      notCoreClose: {
        fr: '« {id} » n’est pas un scénario cœur de métier du REM. Vouliez-vous dire « {closest} » ?',
        en: '“{id}” is no core-business scenario of the REM. Did you mean “{closest}”?',
      },
    },
  },
  requirement({ requirement, scenarios }, report, { catalogue, index }) {
    if (!requirement || !catalogue || !index) return;
    const unknown = scenarios.filter(({ scenario }) => !scenario);
    if (unknown.length === 0) return;
    const written = new Set(scenarios.map(({ scenario }) => scenario?.id));
    const free = requirement.scenarios.map(({ id }) => id).filter((id) => !written.has(id));
    for (const one of unknown) {
      if (reportNamesakes(one, entriesWritten(requirement.scenarios, one.facts.id.value), report)) continue;
      if (reportElsewhere(one, report, catalogue, index)) continue;
      // Where the partial catalogue knows no scenario of the requirement, none can be called wrong.
      if (requirement.scenarios.length === 0 && catalogue.state !== 'complet') continue;
      const { value: id, range } = one.facts.id;
      const near = suggest('unknown', id, free);
      const ids = clipList(requirement.scenarios.map((scenario) => scenario.id)) || '—';
      const args = { id, parent: requirement.id, ids, ...near.args };
      report(range, near.message, args, { ...near.more, ...unknownSeverity(catalogue), target: scenarioTarget(one) });
    }
  },
  scenario(resolved, report, { catalogue, index }) {
    if (!resolved.core || resolved.scenario || !catalogue || !index) return;
    const { value: id, range } = resolved.facts.id;
    if (reportNamesakes(resolved, entriesWritten(catalogue.coreScenarios, id), report)) return;
    if (reportElsewhere(resolved, report, catalogue, index)) return;
    if (catalogue.coreScenarios.length === 0 && catalogue.state !== 'complet') return;
    const near = suggest(
      'notCore',
      id,
      catalogue.coreScenarios.map((scenario) => scenario.id),
    );
    const more = { ...near.more, ...unknownSeverity(catalogue), target: scenarioTarget(resolved) };
    report(range, near.message, { id, ...near.args }, more);
  },
  fixes: didYouMean,
};

/** Says which scenarios an id may mean. @returns false when it may not mean several */
function reportNamesakes(one: ResolvedScenario, namesakes: readonly Scenario[], report: Report): boolean {
  if (namesakes.length < 2) return false;
  const { value: id, range } = one.facts.id;
  const candidates = namesakes.map((scenario) => scenario.id);
  const more = { target: scenarioTarget(one), data: { candidates, namesakes: true } };
  report(range, 'printedTwice', { id, ids: candidates.join(', ') }, more);
  return true;
}

/** Says where a scenario that the catalogue has belongs. @returns false when it has none of that id */
function reportElsewhere(one: ResolvedScenario, report: Report, catalogue: Catalogue, index: CatalogueIndex): boolean {
  const { value: id, range } = one.facts.id;
  const found = index.scenario(id);
  const owner = found?.requirement?.id;
  if (!found || (owner === undefined && one.core) || (owner !== undefined && owner === one.parent?.id)) return false;
  const more = { ...unknownSeverity(catalogue), target: scenarioTarget(one) };
  if (owner === undefined) report(range, 'core', { id }, more);
  else report(range, 'belongs', { id, owner }, more);
  return true;
}

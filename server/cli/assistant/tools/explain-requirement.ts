import { pageOf } from '../pages';
import { findEntry } from '../find-entry';
import { lengths, quoteAll } from '../quoted';
import { proofInFull, requirementInFull, requirementInShort, scenarioInFull } from '../show-entry';
import { dossierField, pageFields, type Tool } from '../tool';
import { dispositifField } from './search-requirements';

/** All that a catalogue says of one entry. */
export const explainRequirement: Tool = {
  name: 'explain_requirement',
  title: { fr: 'Expliquer une exigence', en: 'Explain a requirement' },
  does: {
    fr: 'Donne ce que le catalogue dit d’une exigence, d’un scénario ou d’une preuve attendue, mot pour mot, avec sa source et sa confiance. Un identifiant inconnu est refusé.',
    en: 'Gives what the catalogue says of a requirement, a scenario or an expected proof, word for word, with its source and confidence. An unknown id is refused.',
  },
  fields: {
    id: {
      kind: 'text',
      needed: true,
      does: { fr: 'Identifiant, tel que le REM l’écrit.', en: 'Id, as the REM writes it.' },
    },
    dossier: dossierField,
    dispositif: dispositifField,
    ...pageFields,
  },
  async run(given, session) {
    const { locale } = session;
    const { index, state, basis } = await session.catalogue({
      dossier: given.text('dossier'),
      dispositif: given.text('dispositif'),
    });
    const { requirement, scenario, proof, byAlias } = findEntry(given.needed('id'), index);
    const above = requirement && requirementInShort(requirement, state, locale);
    if (proof && scenario) {
      const within = scenarioInFull({ ...scenario, proofs: [] }, locale);
      const data = { kind: 'proof', byAlias, proof: proofInFull(proof, locale), scenario: within };
      return { basis, data: { ...data, ...(above ? { requirement: above } : {}) } };
    }
    if (scenario) {
      const data = { kind: 'scenario', byAlias, scenario: scenarioInFull(scenario, locale) };
      return { basis, data: { ...data, ...(above ? { requirement: above } : {}) } };
    }
    const scenarios = requirement?.scenarios ?? [];
    const { shown, page } = pageOf(scenarios, given.page, (one) => scenarioInFull(one, locale));
    const whole = requirement && {
      ...requirementInFull({ ...requirement, scenarios: [] }, state, locale),
      scenarios: shown,
    };
    const core = requirement ? index.coreScenariosOf(requirement.id).map(({ id }) => id) : [];
    return {
      basis,
      page,
      data: { kind: 'requirement', byAlias, requirement: whole, coreScenarios: quoteAll(core, lengths.id) },
    };
  },
};

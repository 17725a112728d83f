import type { Requirement, Scenario } from '../../../core/catalogue/catalogue';
import { pageOf } from '../pages';
import { lengths, quote } from '../quoted';
import { Refusal } from '../refusal';
import { requirementInShort, scenarioInFull } from '../show-entry';
import { dossierField, pageFields, type Tool } from '../tool';

const words = {
  chapter: {
    fr: 'Le catalogue n’a pas ce chapitre.',
    en: 'The catalogue has no such chapter.',
  },
};

/** The catalogue that a tool looks into, beside that of a dossier. */
export const dispositifField = {
  kind: 'text',
  most: 200,
  does: {
    fr: 'Identifiant d’un dispositif, pour lire son catalogue intégré au lieu de celui d’un dossier.',
    en: 'Id of a dispositif, to read its built-in catalogue in place of that of a dossier.',
  },
} as const;

/** Looks for words and ids in a catalogue. */
export const searchRequirements: Tool = {
  name: 'search_requirements',
  title: { fr: 'Chercher des exigences', en: 'Search requirements' },
  does: {
    fr: 'Cherche dans les exigences et les scénarios du catalogue d’un dossier, ou d’un dispositif : tous les mots demandés s’y trouvent. Donne la source et la confiance de chacune.',
    en: 'Searches the requirements and scenarios of the catalogue of a dossier, or of a dispositif: all the words asked for stand in them. Gives the source and confidence of each.',
  },
  fields: {
    query: {
      kind: 'text',
      does: { fr: 'Mots ou début d’identifiant.', en: 'Words, or the beginning of an id.' },
    },
    chapter: { kind: 'text', does: { fr: 'Un chapitre du REM seulement.', en: 'One chapter of the REM only.' } },
    dossier: dossierField,
    dispositif: dispositifField,
    ...pageFields,
  },
  async run(given, session) {
    const { catalogue, state, basis } = await session.catalogue({
      dossier: given.text('dossier'),
      dispositif: given.text('dispositif'),
    });
    const chapter = given.text('chapter');
    const named = catalogue.chapters.find(({ name }) => folded(name) === folded(chapter ?? ''));
    if (chapter !== undefined && !named) {
      throw new Refusal('unknown', words.chapter, {
        asked: quote(chapter, lengths.id),
        suggestions: catalogue.chapters.map(({ name }) => quote(name)),
      });
    }
    const wanted = folded(given.text('query') ?? '')
      .split(/\s+/)
      .filter((word) => word !== '');
    const holds = (text: string) => wanted.every((word) => text.includes(word));
    const requirements = catalogue.requirements
      .filter((one) => (named === undefined || one.chapter === named.name) && holds(textOf(one)))
      .map((requirement) => ({ requirement }));
    // They belong to no chapter.
    const scenarios = named
      ? []
      : catalogue.coreScenarios.filter((one) => holds(scenarioText(one))).map((scenario) => ({ scenario }));
    const { shown, page } = pageOf([...requirements, ...scenarios], given.page, (one) =>
      'requirement' in one
        ? { kind: 'requirement', ...requirementInShort(one.requirement, state, session.locale) }
        : { kind: 'coreScenario', ...scenarioInFull({ ...one.scenario, steps: [], proofs: [] }, session.locale) },
    );
    return { basis, page, data: { found: shown } };
  },
};

function textOf(requirement: Requirement): string {
  const { id, printedId, socleId, waveOneIds, chapter, domain, section, block, text, comment } = requirement;
  const own = [id, printedId, socleId, ...waveOneIds, chapter, domain, section, block, text, comment].join('\n');
  return `${folded(own)}\n${requirement.scenarios.map(scenarioText).join('\n')}`;
}

function scenarioText({ id, name, text, steps, proofs }: Scenario): string {
  const proofTexts = proofs.flatMap((proof) => [proof.id, proof.expected, ...proof.testCases]);
  return folded([id, name, text, ...steps.map((step) => step.text), ...proofTexts].join('\n'));
}

/** Without accents and case: whoever searches types neither. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");
}

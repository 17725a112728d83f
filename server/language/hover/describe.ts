import type { ExpectedProof, Requirement, Scenario } from '../../core/catalogue/catalogue';
import { idLabel } from '../../core/catalogue/printed-id';
import type { CatalogueState } from '../../core/dossier/dossier';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { describeOrigin, natureWords, typeLabels } from '../catalogue-words';
import { bullets, code, paragraphs, plain } from '../markdown';

const words = {
  unknownText: { fr: '*Énoncé inconnu du catalogue.*', en: '*Statement unknown to the catalogue.*' },
  profiles: { fr: '**Profils** : {value}', en: '**Profiles**: {value}' },
  unknownProfiles: { fr: '**Profils** : inconnus', en: '**Profiles**: unknown' },
  chapter: { fr: '**Chapitre** : {value}', en: '**Chapter**: {value}' },
  criticality: { fr: '**Criticité** : {value}', en: '**Criticality**: {value}' },
  aliases: { fr: '**Autres identifiants** : {value}', en: '**Other ids**: {value}' },
  coveredBy: { fr: '**Scénarios cœur de métier** : {value}', en: '**Core-business scenarios**: {value}' },
  sourceState: { fr: '**État dans la source** : {value}', en: '**State in the source**: {value}' },
  alternatives: {
    fr: 'Un des scénarios possibles de l’exigence : un seul suffit.',
    en: 'One of the possible scenarios of the requirement: one is enough.',
  },
  optional: { fr: 'Scénario facultatif.', en: 'Optional scenario.' },
  covers: { fr: '**Couvre** : {value}', en: '**Covers**: {value}' },
  references: { fr: '**Références** : {value}', en: '**References**: {value}' },
  expected: { fr: '**Preuves attendues**', en: '**Expected proofs**' },
  types: { fr: '**Pièces admises** : {value}', en: '**Accepted evidence**: {value}' },
  anyType: { fr: '**Pièces admises** : non précisées', en: '**Accepted evidence**: not stated' },
  testCases: { fr: '**Cas de test** : {value}', en: '**Test cases**: {value}' },
  case: { fr: '**Cas** : {value}', en: '**Case**: {value}' },
  dependsOnCase: { fr: 'Attendue dans certains cas seulement.', en: 'Expected in some cases only.' },
  condition: { fr: '**Condition** : {value}', en: '**Condition**: {value}' },
  derivedId: { fr: '*Identifiant déduit : le REM n’en donne pas.*', en: '*Inferred id: the REM gives none.*' },
} satisfies Record<string, Sentence>;

/**
 * A requirement in Markdown: what it asks, whom it concerns, how it is known.
 * @param state why the dossier owes no proof of it, where that is so, in Markdown
 */
export function describeRequirement(
  requirement: Requirement,
  core: readonly Scenario[],
  state: string | undefined,
  { catalogue, locale }: { readonly catalogue: CatalogueState; readonly locale: Locale },
): string {
  return paragraphs(
    `**${plain(idLabel(requirement, locale))}** · ${say(natureWords[requirement.nature], locale)}`,
    requirement.text === undefined ? say(words.unknownText, locale) : plain(requirement.text),
    requirement.comment !== undefined && plain(requirement.comment),
    state,
    bullets(requirementFacts(requirement, core, locale)),
    requirement.note !== undefined && `*${plain(requirement.note)}*`,
    `*${plain(describeOrigin(requirement, catalogue, locale))}*`,
  );
}

/**
 * Whom a requirement concerns and what it belongs to, a line of Markdown each.
 * @param core all the core-business scenarios that cover it
 */
export function requirementFacts(requirement: Requirement, core: readonly Scenario[], locale: Locale): string[] {
  const aliases = [...(requirement.socleId === undefined ? [] : [requirement.socleId]), ...requirement.waveOneIds];
  return [
    requirement.profiles.length === 0
      ? say(words.unknownProfiles, locale)
      : say(words.profiles, locale, { value: plain(requirement.profiles.join(', ')) }),
    say(words.chapter, locale, { value: plain(requirement.chapter) }),
    ...valued(words.criticality, requirement.criticality, locale),
    ...valued(words.sourceState, requirement.sourceState, locale),
    ...(aliases.length === 0 ? [] : [say(words.aliases, locale, { value: aliases.map(code).join(', ') })]),
    ...(core.length === 0 ? [] : [say(words.coveredBy, locale, { value: core.map(({ id }) => code(id)).join(', ') })]),
  ];
}

/** A scenario in Markdown: its steps and the proofs that it expects. */
export function describeScenario(scenario: Scenario, locale: Locale): string {
  const steps = scenario.steps.map((step, index) => `${index + 1}. ${plain(step.text)}`).join('\n');
  return paragraphs(
    `**${plain(idLabel(scenario, locale))}**${scenario.name === undefined ? '' : ` · ${plain(scenario.name)}`}`,
    scenario.text !== undefined && plain(scenario.text),
    steps,
    ...scenarioTerms(scenario, locale),
    scenario.proofs.length > 0 && say(words.expected, locale),
    bullets(scenario.proofs.map((proof) => `${code(proof.id)} ${plain(expectation(proof, locale))}`)),
    scenario.derivedId === true && say(words.derivedId, locale),
  );
}

/** Whether a scenario is one of several, what it covers and cites, a line of Markdown each. */
export function scenarioTerms(scenario: Scenario, locale: Locale): string[] {
  const core = scenario.covers.length > 1 || scenario.steps.some((step) => step.covers.length > 0);
  const references = scenario.references ?? [];
  return [
    ...(scenario.mode === 'au_moins_un' ? [say(words.alternatives, locale)] : []),
    ...(scenario.mandatory ? [] : [say(words.optional, locale)]),
    ...(core && scenario.covers.length > 0
      ? [say(words.covers, locale, { value: scenario.covers.map(code).join(', ') })]
      : []),
    ...(references.length > 0 ? [say(words.references, locale, { value: plain(references.join(', ')) })] : []),
  ];
}

/** An expected proof in Markdown. */
export function describeProof(proof: ExpectedProof, locale: Locale): string {
  return paragraphs(
    `**${plain(idLabel(proof, locale))}**`,
    plain(proof.expected),
    bullets(proofFacts(proof, locale)),
    ...proofTerms(proof, locale),
  );
}

/** What is accepted as a proof and when it is expected, a line of Markdown each. */
export function proofFacts(proof: ExpectedProof, locale: Locale): string[] {
  return [
    proof.types.length === 0
      ? say(words.anyType, locale)
      : say(words.types, locale, { value: plain(typeLabels(proof.types, locale)) }),
    ...valued(words.case, proof.case, locale),
    ...valued(words.condition, proof.condition, locale),
    ...(proof.testCases.length === 0
      ? []
      : [say(words.testCases, locale, { value: proof.testCases.map(code).join(', ') })]),
  ];
}

/** What is said of a proof beside its facts, a line of Markdown each. */
export function proofTerms(proof: ExpectedProof, locale: Locale): string[] {
  return [
    ...(proof.dependsOnCase === true ? [say(words.dependsOnCase, locale)] : []),
    ...(proof.derivedId === true ? [say(words.derivedId, locale)] : []),
  ];
}

/** What a proof asks for, on one line: its own words, else the accepted types. */
export function expectation(proof: ExpectedProof, locale: Locale): string {
  const what = proof.expected === '' ? typeLabels(proof.types, locale) : proof.expected;
  const when = [proof.case, proof.condition].filter((part) => part !== undefined);
  return when.length === 0 ? what : `${what} (${when.join(', ')})`;
}

function valued(sentence: Sentence, value: string | undefined, locale: Locale): string[] {
  return value === undefined ? [] : [say(sentence, locale, { value: plain(value) })];
}

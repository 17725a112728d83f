import type { Sentence } from '../messages/say';
import type { MatchedBy } from './matcher';

/** What a comparison of two catalogues says. */
export const revisionWords = {
  title: { fr: 'Du REM {before} au REM {after}', en: 'From REM {before} to REM {after}' },
  added: { fr: 'Exigences ajoutées', en: 'Added requirements' },
  removed: { fr: 'Exigences retirées', en: 'Removed requirements' },
  changed: { fr: 'Exigences modifiées', en: 'Changed requirements' },
  core: { fr: 'Scénarios cœur de métier', en: 'Core-business scenarios' },
  chapters: { fr: 'Chapitres', en: 'Chapters' },
  nothing: { fr: 'Rien n’a changé.', en: 'Nothing changed.' },
  countAdded: {
    fr: '{count, plural, one {# exigence ajoutée} other {# exigences ajoutées}}',
    en: '{count, plural, one {# requirement} other {# requirements}} added',
  },
  countRemoved: {
    fr: '{count, plural, one {# exigence retirée} other {# exigences retirées}}',
    en: '{count, plural, one {# requirement} other {# requirements}} removed',
  },
  countRenumbered: { fr: '{count, plural, one {# renumérotée} other {# renumérotées}}', en: '{count} renumbered' },
  countProbable: {
    fr: 'dont {count, plural, one {# probable} other {# probables}}, d’après le texte',
    en: 'of which {count} probable, from the text',
  },
  countMoved: {
    fr: '{count, plural, one {# changée} other {# changées}} de chapitre',
    en: '{count} moved to another chapter',
  },
  countText: { fr: '{count} au texte modifié', en: '{count} with another text' },
  countNature: { fr: '{count, plural, one {# changée} other {# changées}} de nature', en: '{count} of another nature' },
  countProfiles: {
    fr: '{count, plural, one {# changée} other {# changées}} de profil',
    en: '{count} with other profiles',
  },
  countScenarios: {
    fr: '{count} aux scénarios ou aux preuves modifiés',
    en: '{count} with other scenarios or proofs',
  },
  countCore: {
    fr: '{count, plural, one {# scénario cœur de métier ajouté, retiré ou modifié} other {# scénarios cœur de métier ajoutés, retirés ou modifiés}}',
    en: '{count, plural, one {# core-business scenario} other {# core-business scenarios}} added, removed or changed',
  },
  countSame: { fr: '{count, plural, one {# inchangée} other {# inchangées}}', en: '{count} unchanged' },
  renumbered: { fr: 'Renumérotée : {from} devient {to} ({by})', en: 'Renumbered: {from} becomes {to} ({by})' },
  chapter: { fr: 'Chapitre : {from} → {to}', en: 'Chapter: {from} → {to}' },
  nature: { fr: 'Nature : {from} → {to}', en: 'Nature: {from} → {to}' },
  criticality: { fr: 'Criticité : {from} → {to}', en: 'Criticality: {from} → {to}' },
  mode: { fr: 'Modalité : {from} → {to}', en: 'Modality: {from} → {to}' },
  mandatory: { fr: 'Obligatoire : {from} → {to}', en: 'Mandatory: {from} → {to}' },
  case: { fr: 'Cas : {from} → {to}', en: 'Case: {from} → {to}' },
  profiles: { fr: 'Profils : {list}', en: 'Profiles: {list}' },
  covers: { fr: 'Exigences couvertes : {list}', en: 'Covered requirements: {list}' },
  types: { fr: 'Types de pièces : {list}', en: 'Types of evidence: {list}' },
  testCases: { fr: 'Cas de test : {list}', en: 'Test cases: {list}' },
  text: { fr: 'Texte : ', en: 'Text: ' },
  condition: { fr: 'Condition : ', en: 'Condition: ' },
  expected: { fr: 'Attendu : ', en: 'Expected: ' },
  scenario: { fr: 'Scénario {id}', en: 'Scenario {id}' },
  scenarioAdded: { fr: 'Scénario ajouté : {id}', en: 'Scenario added: {id}' },
  scenarioRemoved: { fr: 'Scénario retiré : {id}', en: 'Scenario removed: {id}' },
  proof: { fr: 'Preuve {id}', en: 'Proof {id}' },
  proofAdded: { fr: 'Preuve ajoutée : {id} ', en: 'Proof added: {id} ' },
  proofRemoved: { fr: 'Preuve retirée : {id} ', en: 'Proof removed: {id} ' },
  chapterAdded: { fr: 'Chapitre ajouté : {name}', en: 'Chapter added: {name}' },
  chapterRemoved: { fr: 'Chapitre retiré : {name}', en: 'Chapter removed: {name}' },
  chapterRenamed: { fr: 'Chapitre renommé : {from} → {to}', en: 'Chapter renamed: {from} → {to}' },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  none: { fr: 'rien', en: 'nothing' },
} satisfies Record<string, Sentence>;

/** Why two ids are taken for the same entry. */
export const matchedByWords: Readonly<Record<MatchedBy, Sentence>> = {
  id: { fr: 'même identifiant', en: 'same id' },
  spelling: { fr: 'même identifiant, écrit autrement', en: 'same id, written otherwise' },
  printed: { fr: 'même identifiant imprimé', en: 'same printed id' },
  parent: { fr: 'suit son exigence ou son scénario', en: 'follows its requirement or scenario' },
  socle: { fr: 'même identifiant de socle', en: 'same common-base id' },
  wave1: { fr: 'même identifiant de vague 1', en: 'same wave-1 id' },
  text: { fr: 'probable : texte presque identique', en: 'probable: near-identical text' },
};

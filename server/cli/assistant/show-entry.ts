import type { ExpectedProof, Requirement, Scenario, Step } from '../../core/catalogue/catalogue';
import { printedId } from '../../core/catalogue/printed-id';
import type { CatalogueState } from '../../core/dossier/dossier';
import { say, type Locale } from '../../core/messages/say';
import { describeOrigin, natureWords, typeLabels } from '../../language/catalogue-words';
import { lengths, mostInList, quote, quoteAll, quotedKey } from './quoted';

/** Where an entry comes from and how sure that is: every requirement that is told carries it. */
function originOf(requirement: Requirement, state: CatalogueState, locale: Locale) {
  return {
    confidence: requirement.confidence,
    origin: quote(describeOrigin(requirement, state, locale)),
    ...quotedKey('source', requirement.source),
  };
}

function idsOf(entry: { readonly id: string; readonly printedId?: string }) {
  return {
    id: quote(entry.id, lengths.id),
    ...(entry.printedId === undefined ? {} : { printedId: quote(printedId(entry), lengths.id) }),
  };
}

/** A requirement on a line or two, as a search shows it. */
export function requirementInShort(requirement: Requirement, state: CatalogueState, locale: Locale) {
  const { chapter, domain, nature, text, scenarios } = requirement;
  return {
    ...idsOf(requirement),
    chapter: quote(chapter),
    domain: quote(domain, lengths.id),
    nature,
    ...quotedKey('text', text, 400),
    ...(text === undefined ? { textKnown: false } : {}),
    scenarios: scenarios.length,
    ...originOf(requirement, state, locale),
  };
}

/** All that the catalogue says of a requirement. */
export function requirementInFull(requirement: Requirement, state: CatalogueState, locale: Locale) {
  const { socleId, waveOneIds, section, block, profiles, nature, comment, criticality, note, sourceState } =
    requirement;
  return {
    ...requirementInShort(requirement, state, locale),
    natureWords: say(natureWords[nature], locale),
    ...quotedKey('text', requirement.text, lengths.text),
    ...quotedKey('socleId', socleId, lengths.id),
    ...(waveOneIds.length > 0 ? { waveOneIds: quoteAll(waveOneIds, lengths.id) } : {}),
    ...quotedKey('section', section),
    ...quotedKey('block', block),
    profiles: quoteAll(profiles, lengths.line),
    ...quotedKey('criticality', criticality, lengths.id),
    ...quotedKey('comment', comment, lengths.text),
    ...quotedKey('note', note, lengths.text),
    ...quotedKey('sourceState', sourceState),
    ...listed('scenarios', requirement.scenarios, (one) => scenarioInFull(one, locale)),
  };
}

/** All that the catalogue says of a scenario. */
export function scenarioInFull(scenario: Scenario, locale: Locale) {
  const { name, text, steps, covers, profiles, mode, mandatory, references = [], derivedId, proofs } = scenario;
  return {
    ...idsOf(scenario),
    ...(derivedId ? { derivedId: true } : {}),
    ...quotedKey('name', name),
    ...quotedKey('text', text, lengths.text),
    ...listed('steps', steps, stepOf),
    covers: quoteAll(covers, lengths.id),
    ...(profiles.length > 0 ? { profiles: quoteAll(profiles) } : {}),
    /** One scenario of several that are so is enough. */
    oneOfSeveral: mode === 'au_moins_un',
    mandatory,
    ...(references.length > 0 ? { references: quoteAll(references) } : {}),
    ...listed('proofs', proofs, (one) => proofInFull(one, locale)),
  };
}

function stepOf({ id, text, covers }: Step) {
  return {
    ...quotedKey('id', id, lengths.id),
    text: quote(text, 1200),
    ...(covers.length > 0 ? { covers: quoteAll(covers, lengths.id) } : {}),
  };
}

/** All that the catalogue says of an expected proof. */
export function proofInFull(proof: ExpectedProof, locale: Locale) {
  const { expected, types, condition, testCases, derivedId, dependsOnCase } = proof;
  return {
    ...idsOf(proof),
    ...(derivedId ? { derivedId: true } : {}),
    expected: quote(expected, 1200),
    /** None: every kind of evidence is accepted, since the catalogue does not say. */
    types: quoteAll(types, lengths.id),
    ...(types.length > 0 ? { typeWords: quote(typeLabels(types, locale)) } : {}),
    ...quotedKey('case', proof.case),
    ...(dependsOnCase ? { dependsOnCase: true } : {}),
    ...quotedKey('condition', condition),
    ...(testCases.length > 0 ? { testCases: quoteAll(testCases) } : {}),
  };
}

/** The first of a list, and how many more there are. */
export function listed<T>(
  key: string,
  items: readonly T[],
  show: (item: T) => unknown,
): Readonly<Record<string, unknown>> {
  const more = items.length - mostInList;
  return {
    [key]: items.slice(0, mostInList).map(show),
    ...(more > 0 ? { [`${key}More`]: more } : {}),
  };
}

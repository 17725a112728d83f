import type { ExpectedProof, Requirement, Scenario } from '../../core/catalogue/catalogue';
import type { CatalogueIndex } from '../../core/catalogue/index-catalogue';
import { lengths, quote, quoteAll } from './quoted';
import { Refusal } from './refusal';

/** An entry of a catalogue, with what it stands under. */
export interface Found {
  /** Absent for what stands under a core-business scenario. */
  readonly requirement?: Requirement;
  readonly scenario?: Scenario;
  readonly proof?: ExpectedProof;
  /** What was asked for is another of its ids: that of the common base, of wave 1, or another spelling. */
  readonly byAlias: boolean;
}

const words = {
  unknown: {
    fr: 'Le catalogue n’a pas cet identifiant. Rien n’est répondu à sa place ; les identifiants proches ne sont que des suggestions.',
    en: 'The catalogue has no such id. Nothing is answered in its place; near ids are suggestions only.',
  },
  ambiguous: {
    fr: 'Plusieurs entrées du catalogue répondent à cet identifiant : dites laquelle.',
    en: 'Several entries of the catalogue answer to this id: say which.',
  },
};

/** What an id of a requirement, a scenario or a proof means. @throws Refusal (`unknown`, `ambiguous`) */
export function findEntry(id: string, index: CatalogueIndex): Found {
  const asked = quote(id, lengths.id);
  const requirement = index.requirement(id);
  if (requirement) return requirement;
  const scenario = index.scenario(id);
  if (scenario) return scenario;
  const proof = index.proof(id);
  if (proof) return proof;
  const rivals = [...index.ambiguous(id), ...index.ambiguousProof(id)];
  if (rivals.length > 0) {
    throw new Refusal('ambiguous', words.ambiguous, { asked, suggestions: quoteAll([...new Set(rivals)], lengths.id) });
  }
  throw new Refusal('unknown', words.unknown, { asked, suggestions: nearIds(id, index) });
}

function nearIds(id: string, index: CatalogueIndex) {
  const kinds = ['requirement', 'scenario', 'proof'] as const;
  const near = kinds.flatMap((kind) => index.closest(id.slice(0, lengths.id), kind));
  return quoteAll([...new Set(near)], lengths.id);
}

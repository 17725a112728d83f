import type { Analysis } from '../../core/engine/analyse';
import type { Entry, ResolvedRequirement, ResolvedScenario } from '../../core/dossier/dossier';
import type { FollowUpFacts } from '../../core/manifest/follow-up-facts';
import { applicability } from '../../core/status/applicability';
import type { ProofCompliance, RequirementCompliance, ScenarioCompliance } from '../../core/status/compliance';
import {
  evidenceIn,
  owedFor,
  owedForScenario,
  setAsideIn,
  type EntryOf,
  type Owed,
} from '../../core/status/expectation';
import { requirementStatus } from '../../core/status/requirement-words';
import type { Counts, Status } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import { lengths, quote, quoteAll, quotedKey } from './quoted';
import type { Session } from './session';
import { listed } from './show-entry';
import { citedPiece } from './show-piece';

/** A state and the numbers behind it. */
export function figures({ status, counts }: { readonly status: Status; readonly counts: Counts }, session: Session) {
  return { status, words: statusWords[status][session.locale], counts };
}

/** Where a requirement stands, on a line. */
export function requirementState(state: RequirementCompliance, session: Session) {
  const { requirement, coveredBy } = state;
  return {
    id: quote(requirement.id, lengths.id),
    ...figures(state, session),
    applicability: state.applicability,
    stateWords: quote(requirementStatus(state, session.locale)),
    ...(coveredBy.length > 0
      ? {
          coveredBy: quoteAll(
            coveredBy.map(({ id }) => id),
            lengths.id,
          ),
        }
      : {}),
    confidence: requirement.confidence,
    ...quotedKey('text', requirement.text, 200),
  };
}

/** The same with all that is written of it. */
export function requirementStateInFull(state: RequirementCompliance, analysis: Analysis, session: Session) {
  const { requirement, entries, scenarios } = state;
  const [first] = entries;
  const written = entries.flatMap(({ value }: Entry<ResolvedRequirement>) => value.scenarios);
  const entryOf: EntryOf = (scenario) => written.find((one) => one.scenario === scenario);
  const facts = first?.value.facts;
  const isOwed =
    facts?.notApplicable === undefined && applicability(requirement, analysis.context.profiles) === 'applies';
  return {
    ...requirementState(state, session),
    written: entries.length,
    owed: isOwed ? owedFor(requirement, evidenceIn(entryOf), setAsideIn(entryOf)).map(owedOf) : [],
    ...quotedKey('notApplicable', facts?.notApplicable?.justification?.value, lengths.text),
    ...notesOf(facts, session),
    ...listed('scenarios', scenarios, (one) => scenarioState(one, analysis, session)),
  };
}

/** Where a scenario stands, with its proofs and their pieces. */
export function scenarioState(state: ScenarioCompliance, analysis: Analysis, session: Session) {
  const facts = state.entry?.value.facts;
  return {
    id: quote(state.scenario.id, lengths.id),
    ...figures(state, session),
    ...quotedKey('notApplicable', facts?.notApplicable?.justification?.value, lengths.text),
    ...quotedKey('conformity', facts?.conformity?.text?.value, lengths.text),
    ...notesOf(facts, session),
    ...listed('proofs', state.proofs, (one) => proofState(one, analysis, session)),
  };
}

/** What is left to be provided for a core-business scenario. */
export function owedOfScenario({ scenario, entry }: ScenarioCompliance) {
  const written: ResolvedScenario | undefined = entry?.value;
  const entryOf: EntryOf = (one) => (one === scenario ? written : undefined);
  return owedForScenario(scenario, evidenceIn(entryOf)).map(owedOf);
}

function proofState({ proof, status, entry }: ProofCompliance, analysis: Analysis, session: Session) {
  return {
    id: quote(proof.id, lengths.id),
    status,
    words: statusWords[status][session.locale],
    ...listed('pieces', (entry?.value.facts.evidence ?? []).slice(), (item) => citedPiece(item, analysis, session)),
  };
}

function owedOf(owed: Owed) {
  switch (owed.kind) {
    case 'proof':
      return { owed: 'proof', proofs: quoteAll([owed.proof.id], lengths.id) };
    case 'oneProofOf':
      return {
        owed: owed.conditional ? 'eachProofWhoseConditionHolds' : 'oneProofOf',
        proofs: quoteAll(
          owed.proofs.map(({ id }) => id),
          lengths.id,
        ),
      };
    case 'oneScenarioOf':
      return {
        owed: 'oneScenarioOf',
        scenarios: quoteAll(
          owed.scenarios.map(({ id }) => id),
          lengths.id,
        ),
      };
  }
}

interface Noted {
  readonly comment?: { readonly value: string };
  readonly internalNote?: { readonly value: string };
  readonly followUp?: FollowUpFacts;
}

/** What is said of an entry: for ANS, and where the user allowed it what stays in the house. */
function notesOf(facts: Noted | undefined, session: Session) {
  const follow = facts?.followUp;
  return {
    ...quotedKey('comment', facts?.comment?.value, lengths.text),
    ...(session.notes
      ? {
          ...quotedKey('internalNote', facts?.internalNote?.value, lengths.text),
          ...quotedKey('responsible', follow?.responsible?.value),
          ...quotedKey('due', follow?.dueOn?.value, lengths.id),
          ...quotedKey('work', follow?.work?.value),
        }
      : {}),
  };
}

import type { Analysis } from '../../engine/analyse';
import type { ApprovalFacts } from '../../manifest/facts';
import type { Placed } from '../../manifest/page-facts';
import type { Sentence } from '../../messages/say';
import type { EvidenceFamily } from '../../catalogue/evidence-families';
import { cndaRank, cndaStates } from '../../manifest/known-states';
import { expectedApprovals } from '../../rules/agrement/absent/expected-approvals';
import { countedApprovals } from '../../rules/agrement/counted-approvals';
import { approvedByComponent } from '../../rules/agrement/approved-by-component';
import { isTooEarlyToFile } from '../../rules/agrement/filing-state';
import { teleservicesIn } from '../../rules/agrement/teleservice';
import { isLost } from '../../manifest/lost-section';
import { shift, type Located, type OffsetRange } from '../../text/offset-range';
import { isPlaceholder } from '../../text/placeholder';
import { saysWhy } from '../../text/says-something';
import { isCalendarDate } from '../../time/calendar-date';
import type { Scope } from '../scope';
import { bothSay, type Blocker } from './blocker';
import { headOf } from './places';
import { pieceFault } from './required-piece';

/** A letter, a screenshot of the CNDA space, or a mail of it. */
const approvalPapers: ReadonlySet<EvidenceFamily> = new Set(['image', 'pdf', 'document', 'zip', 'eml']);

const messages = {
  absent: {
    fr: 'L’homologation {service}, que {dispositif} exige pour déposer, n’est pas dans « agrements » : ajoutez-la, ou déclarez le composant tiers homologué avec son NIL (« administratif.composants_tiers »), ou la dispense avec sa pièce (« dispense »).',
    en: 'Approval {service}, which {dispositif} requires to file, is not in “agrements”: add it, or declare the approved third-party component with its NIL (“administratif.composants_tiers”), or the exemption with its document (“dispense”).',
  },
  noState: {
    fr: 'L’homologation {service} n’a pas de statut : il faut au moins « Pré-examen » pour déposer.',
    en: 'Approval {service} has no status: at least “Pré-examen” is needed to file.',
  },
  unknownState: {
    fr: 'Le statut « {state} » de l’homologation {service} n’est pas connu : rien ne dit qu’elle en est au moins à « Pré-examen ». Écrivez l’un de : {states}.',
    en: 'Status “{state}” of approval {service} is not known: nothing says that it is at “Pré-examen” at least. Write one of: {states}.',
  },
  early: {
    fr: 'L’homologation {service} n’en est qu’à « {state} » : il faut au moins « Pré-examen » pour déposer.',
    en: 'Approval {service} is only at “{state}”: at least “Pré-examen” is needed to file.',
  },
  future: {
    fr: 'L’homologation {service} est datée du {date}, qui n’est pas encore venu : ce qui est écrit n’est pas acquis. Corrigez la date, ou écrivez l’état d’aujourd’hui.',
    en: 'Approval {service} is dated {date}, which is still to come: what is written does not hold yet. Correct the date, or write the state of today.',
  },
  noPiece: {
    fr: 'L’homologation {service} n’a pas de justificatif : ajoutez « piece » (attestation ou copie d’écran de l’espace CNDA).',
    en: 'Approval {service} has no supporting document: add “piece” (certificate or screenshot of the CNDA space).',
  },
  piece: {
    fr: 'Le justificatif de l’homologation {service} manque : {faultFr}.',
    en: 'The supporting document of approval {service} is missing: {faultEn}.',
  },
  noMotive: {
    fr: 'La dispense d’homologation {service} ne dit pas pourquoi : écrivez « motif », en une phrase.',
    en: 'The exemption from approval {service} does not say why: write “motif”, in a sentence.',
  },
} satisfies Record<string, Sentence>;

/**
 * CNDA approvals that a source states for this dispositif, without which ANS takes no file. What was only concluded is for
 * the rules to tell. A package of answers follows a file that was taken.
 */
export function approvalBlockers(analysis: Analysis, scope: Scope): Blocker[] {
  const { dossier } = analysis;
  const { main, catalogue } = dossier;
  if (scope.proofs || catalogue.kind !== 'loaded' || isLost('agrements', main.parsed)) return [];
  const { id: dispositif } = catalogue.catalogue.dispositif;
  const byComponent = approvedByComponent(main.parsed);
  const required = expectedApprovals(catalogue.catalogue.dispositif).filter(({ stated }) => stated);
  return required.flatMap(({ teleservice: service }): Blocker[] => {
    if (byComponent(service)) return [];
    const written = main.parsed.approvals.filter(({ facts }) =>
      teleservicesIn(facts.teleservice?.value ?? '').includes(service),
    );
    const { contradict, counted } = countedApprovals(written);
    const faults = counted.map((one) => faultOf(one, service, analysis));
    if (contradict ? faults.every((one) => one === undefined) : faults.includes(undefined)) return [];
    const [first] = faults.filter((one) => one !== undefined);
    const key = main.parsed.keys.find(({ value }) => value === 'agrements')?.range ?? headOf(dossier).range;
    const { range, message } = first ?? { range: key, message: bothSay(messages.absent, { service, dispositif }) };
    return [{ kind: 'approval', reason: { message }, about: service, uri: main.uri, range }];
  });
}

interface Fault {
  readonly range: OffsetRange;
  readonly message: Sentence;
}

/** The date from which the entry holds, when it is not there yet: of its state, of its request, or of an approval that is said to be given. */
function dateToCome(
  { date, filedOn, obtainedOn, state, exemption }: ApprovalFacts,
  today: string,
): Located<string> | undefined {
  const isGiven = !exemption && cndaRank(state?.value) === cndaStates.length - 1;
  const dates = [date, exemption ? undefined : filedOn, isGiven ? obtainedOn : undefined];
  return dates.find((one) => one !== undefined && isCalendarDate(one.value) && one.value > today);
}

function faultOf({ base, facts }: Placed<ApprovalFacts>, service: string, analysis: Analysis): Fault | undefined {
  const { teleservice, state, evidence, exemption, range } = facts;
  const fault = (at: OffsetRange, message: Sentence, more: Readonly<Record<string, string>> = {}): Fault => ({
    range: shift(at, base),
    message: bothSay(message, { service, ...more }),
  });
  const name = teleservice?.range ?? range;
  if (exemption && !saysWhy(exemption.reason?.value ?? '', { ids: [service], statements: [] }))
    return fault(exemption.reason?.range ?? exemption.key, messages.noMotive);
  if (!exemption) {
    if (!state || isPlaceholder(state.value)) return fault(state?.range ?? name, messages.noState);
    if (isTooEarlyToFile(state.value)) return fault(state.range, messages.early, { state: state.value });
    if (cndaRank(state.value) === undefined)
      return fault(state.range, messages.unknownState, { state: state.value, states: cndaStates.join(', ') });
  }
  const future = dateToCome(facts, analysis.context.today);
  if (future) return fault(future.range, messages.future, { date: future.value });
  const paper = exemption ? exemption.evidence : evidence;
  if (!paper || paper.value.trim() === '') return fault(paper?.range ?? exemption?.key ?? name, messages.noPiece);
  const missing = pieceFault(paper.value, analysis, approvalPapers);
  return missing && fault(paper.range, messages.piece, { faultFr: missing.fr, faultEn: missing.en });
}

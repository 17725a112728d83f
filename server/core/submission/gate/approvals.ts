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
import { shift, type OffsetRange } from '../../text/offset-range';
import { isPlaceholder } from '../../text/placeholder';
import { saysWhy } from '../../text/says-something';
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
  const paper = exemption ? exemption.evidence : evidence;
  if (!paper || paper.value.trim() === '') return fault(paper?.range ?? exemption?.key ?? name, messages.noPiece);
  const missing = pieceFault(paper.value, analysis, approvalPapers);
  return missing && fault(paper.range, messages.piece, { faultFr: missing.fr, faultEn: missing.en });
}

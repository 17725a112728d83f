import { pieceUri } from '../../core/dossier/piece-uri';
import type { FicheNotApplicable, FicheProof, FicheScenario } from '../../../protocol/requests/fiche';
import type { AttachSlotParams } from '../../../protocol/requests/attach-plan';
import type { ExpectedProof, Scenario } from '../../core/catalogue/catalogue';
import { idLabel } from '../../core/catalogue/printed-id';
import type { Entry, ResolvedProof, ResolvedScenario } from '../../core/dossier/dossier';
import { safePiecePath } from '../../core/evidence/evidence-path';
import { proofKey } from '../../core/instruction/proof-key';
import type { NotApplicableFacts, ScenarioFacts } from '../../core/manifest/facts';
import type { FollowUpFacts } from '../../core/manifest/follow-up-facts';
import { say, type Sentence } from '../../core/messages/say';
import { followed, followUpsOf } from '../../core/status/follow-up';

import type { Status } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import { shift } from '../../core/text/offset-range';
import { expectation, proofFacts, proofTerms, scenarioTerms } from '../hover/describe';
import { labelAndValue, unmarked } from '../markdown';
import { previewKind } from '../preview-kind';
import type { FicheContext } from './fiche-context';
import { pieceView } from './piece-view';
import { keyOfProof, keyOfScenario, scenarioId } from './subject';

const words = {
  otherCases: {
    fr: 'Attendue dans le cas « {case} ». Les preuves d’un seul cas suffisent : {others} le remplacent dans un autre.',
    en: 'Expected in the case “{case}”. The proofs of one case are enough: {others} stand for it in another.',
  },
  onlyIf: {
    fr: 'Attendue seulement sous cette condition : {condition}. Si elle ne vous concerne pas, rien n’est à fournir ici.',
    en: 'Expected under this condition only: {condition}. If it does not concern you, nothing is to provide here.',
  },
  otherModalities: { fr: 'Les autres : {ids}.', en: 'The others: {ids}.' },
  unknown: {
    fr: 'Identifiant inconnu du catalogue : seul ce qui est écrit dans le dossier est montré.',
    en: 'Id unknown to the catalogue: only what is written in the dossier is shown.',
  },
} satisfies Record<string, Sentence>;

/** A scenario to show: of the catalogue, of a manifest, or of both. */
export interface ShownScenario {
  readonly scenario: Scenario | undefined;
  readonly entry: Entry<ResolvedScenario> | undefined;
  /** Id of the requirement it stands under; absent for a core-business scenario. */
  readonly requirement?: string;
  /** The other scenarios of which one is enough. */
  readonly alternatives: readonly Scenario[];
  /** What is written of the requirement. */
  readonly above?: FollowUpFacts | undefined;
}

export function scenarioView(shown: ShownScenario, context: FicheContext): FicheScenario {
  const { scenario, entry, requirement, alternatives } = shown;
  const { locale, places, findings } = context;
  const facts = entry?.value.facts;
  const id = scenario?.id ?? (entry ? scenarioId(entry.value) : '');
  const slot = { proof: id, scenario: id, ...(requirement === undefined ? {} : { requirement }) };
  const status = statusOf(scenario && context.scenarioState(scenario)?.status, facts, scenario, context);
  const done = new Set((facts?.stepsDone ?? []).map(({ value }) => Number(value)).filter(Number.isSafeInteger));
  const steps = (scenario?.steps ?? []).map((step, at) => ({
    number: at + 1,
    text: step.text,
    done: done.has(at + 1),
  }));
  const proofs = proofsOf(shown).map((one) => proofView(one, shown, slot, context));
  const place = entry && places.at(entry.uri, entry.base, entry.value.facts.id.range);
  const others = scenario?.mode === 'au_moins_un' ? alternatives.filter((one) => one !== scenario) : [];
  return {
    key: keyOfScenario(id),
    slot,
    title: scenario ? idLabel(scenario, locale) : id,
    ...(scenario?.name === undefined ? {} : { name: scenario.name }),
    ...(scenario?.text === undefined ? {} : { text: scenario.text }),
    status,
    statusLabel: say(statusWords[status], locale),
    explanations: [
      ...(scenario ? scenarioTerms(scenario, locale).map(unmarked) : [say(words.unknown, locale)]),
      ...(others.length === 0
        ? []
        : [say(words.otherModalities, locale, { ids: others.map((one) => one.id).join(', ') })]),
    ],
    steps,
    otherSteps: [...done].filter((number) => number < 1 || number > steps.length),
    ...(scenario ? {} : { isUnknown: true }),
    ...(entry && facts?.notApplicable ? { notApplicable: notApplicableView(facts.notApplicable, entry, context) } : {}),
    notes: {
      conformity: {
        ...(facts?.conformity?.text ? { text: facts.conformity.text.value } : {}),
        ...(facts?.conformity?.writtenBy ? { writtenBy: facts.conformity.writtenBy.value } : {}),
      },
      ...(facts?.comment ? { comment: facts.comment.value } : {}),
      ...(facts?.internalNote ? { internalNote: facts.internalNote.value } : {}),
      follow: followed([facts?.followUp, shown.above]),
    },
    proofs,
    ...context.threadsAbout({ scenario: id }),
    findings: entry && facts ? findings.take(entry.uri, shift(facts.range, entry.base)) : [],
    ...(place ? { place } : {}),
  };
}

/** What is written of a thing that is set aside. */
export function notApplicableView(
  { key, justification, declaration }: NotApplicableFacts,
  { uri, base }: { readonly uri: string; readonly base: number },
  context: FicheContext,
): FicheNotApplicable {
  const { places } = context;
  const place = places.at(uri, base, key);
  const path = declaration && safePiecePath(declaration.value);
  const at = path === undefined ? undefined : pieceUri(context, path);
  const file = path === undefined ? undefined : context.evidenceFile(path);
  const preview = previewKind(file);
  return {
    ...(justification ? { justification: justification.value } : {}),
    ...(declaration
      ? {
          declaration: {
            path: declaration.value,
            ...(at === undefined || file?.state !== 'file' ? {} : { uri: at }),
            ...(preview === undefined ? {} : { preview }),
          },
        }
      : {}),
    place,
  };
}

interface ShownProof {
  readonly proof: ExpectedProof | undefined;
  readonly entry: ResolvedProof | undefined;
}

/** Those of the catalogue, then those that only the manifest knows. */
function proofsOf({ scenario, entry }: ShownScenario): ShownProof[] {
  const written = entry?.value.proofs ?? [];
  const known = (scenario?.proofs ?? []).map((proof) => ({
    proof,
    entry: written.find((one) => one.proof === proof),
  }));
  const strangers = written.filter((one) => one.proof === undefined || one.scenario !== scenario);
  return [...known, ...strangers.map((one) => ({ proof: undefined, entry: one }))];
}

function proofView(
  { proof, entry: written }: ShownProof,
  { scenario, entry, above }: ShownScenario,
  under: AttachSlotParams,
  context: FicheContext,
): FicheProof {
  const { locale, places, findings, late, requested } = context;
  const facts = entry?.value.facts;
  const id = proof?.id ?? written?.facts.id.value ?? '';
  const slot = { ...under, proof: id };
  const key = proofKey(under.scenario ?? '', id);
  const state = proof && scenario && context.proofState(scenario, proof)?.status;
  const status = statusOf(state, facts, proof, context);
  const follow = followed(followUpsOf(written?.facts.id.value ?? id, facts, above));
  const pieces =
    entry && written ? written.facts.evidence.map((item) => pieceView(item, entry.uri, entry.base, context)) : [];
  const place = entry && written && places.at(entry.uri, entry.base, written.facts.id.range);
  return {
    key: keyOfProof(under.scenario ?? '', id),
    slot,
    title: proof ? idLabel(proof, locale) : id,
    expected: proof ? expectation(proof, locale) : '',
    facts: proof ? proofFacts(proof, locale).map(labelAndValue) : [],
    explanations: proof
      ? [...proofTerms(proof, locale).map(unmarked), ...whenOwed(proof, scenario, context)]
      : [say(words.unknown, locale)],
    status,
    statusLabel: say(statusWords[status], locale),
    follow,
    ...(late.has(key) ? { late: true } : {}),
    ...(requested.has(key) ? { requested: true } : {}),
    pieces,
    ...context.threadsAbout({ scenario: under.scenario ?? '', proof: id }),
    findings: entry && written ? findings.take(entry.uri, shift(written.facts.range, entry.base)) : [],
    ...(proof ? {} : { isUnknown: true }),
    ...(place ? { place } : {}),
  };
}

/** When a proof of a case or with a condition is owed. */
function whenOwed(proof: ExpectedProof, scenario: Scenario | undefined, { locale }: FicheContext): string[] {
  if (proof.condition !== undefined) return [say(words.onlyIf, locale, { condition: proof.condition })];
  const others = (scenario?.proofs ?? []).filter((one) => one.case !== undefined && one.case !== proof.case);
  if (proof.case === undefined || others.length === 0) return [];
  return [say(words.otherCases, locale, { case: proof.case, others: others.map(({ id }) => id).join(', ') })];
}

/** The state that is counted, else why none is. */
function statusOf(
  counted: Status | undefined,
  written: ScenarioFacts | undefined,
  known: Scenario | ExpectedProof | undefined,
  { otherwise }: FicheContext,
): Status {
  if (counted !== undefined) return counted;
  if (known === undefined) return 'unknown';
  return written?.notApplicable ? 'notApplicable' : otherwise;
}

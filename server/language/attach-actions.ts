import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import { attachCommands, type AttachTarget } from '../../protocol/commands';
import type { AttachSlotParams } from '../../protocol/requests/attach-plan';
import { candidatesFor } from '../core/attach/candidates';
import { slotIds } from '../core/attach/slots';
import type { Dossier } from '../core/dossier/dossier';
import type { Finding } from '../core/findings/finding';
import { say, type Locale, type Sentence } from '../core/messages/say';
import { under } from '../core/text/uri';

/** The rule whose findings a piece settles. */
export const missingProofRule = 'preuve/manquante';

/** Missing proofs that files are searched for; the user selected more than one looks at otherwise. */
const mostSearched = 10;

/** Files that are offered by name; the others are a choice away. */
const mostCandidates = 5;

const candidateTitle: Sentence = { fr: 'Joindre {path} à {id}', en: 'Attach {path} to {id}' };

const ways: readonly { readonly command: string; readonly title: Sentence }[] = [
  { command: attachCommands.file, title: { fr: 'Choisir un fichier… ({id})', en: 'Choose a file… ({id})' } },
  { command: attachCommands.link, title: { fr: 'Lien… ({id})', en: 'Link… ({id})' } },
  { command: attachCommands.execution, title: { fr: 'N° d’exécution… ({id})', en: 'Execution number… ({id})' } },
  { command: attachCommands.declaration, title: { fr: 'Déclaration… ({id})', en: 'Statement… ({id})' } },
  { command: attachCommands.notApplicable, title: { fr: 'Non applicable… ({id})', en: 'Not applicable… ({id})' } },
];

/** A finding that a proof is missing, and what a client shows for it. */
export interface MissingProof {
  readonly finding: Finding;
  readonly dossier: Dossier;
}

/**
 * What to do where proofs are missing: attach the uncited files that are named after them, or ask for a piece.
 * @param filesOf paths in the folder of a dossier, relative to it
 */
export function attachActions(
  missing: readonly MissingProof[],
  filesOf: (dossier: Dossier) => readonly string[],
  locale: Locale,
): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const dossier of new Set(missing.map((one) => one.dossier))) {
    const slots = missing.filter((one) => one.dossier === dossier).flatMap(({ finding }) => slotOf(finding) ?? []);
    const { uri } = dossier.main;
    const common = commonSlot(slots);
    const offered = candidateActions(dossier, slots, filesOf(dossier), locale);
    actions.push(...offered);
    if (!common) continue;
    const target = { uri, slot: common };
    actions.push(
      ...ways.map(({ command, title }) => actionOf(say(title, locale, { id: common.proof }), command, target)),
    );
  }
  return actions;
}

function candidateActions(
  dossier: Dossier,
  slots: readonly AttachSlotParams[],
  files: readonly string[],
  locale: Locale,
): CodeAction[] {
  const found = new Map<string, { readonly path: string; readonly slot: AttachSlotParams; readonly isSure: boolean }>();
  for (const wanted of slots.slice(0, mostSearched)) {
    for (const { path, isNamed, slot } of candidatesFor(dossier, wanted, files)) {
      if (!isNamed) break;
      const before = found.get(path);
      if (before?.isSure !== true) found.set(path, { path, slot: slot ? slotIds(slot) : wanted, isSure: !!slot });
    }
  }
  const offered = [...found.values()].sort((a, b) => Number(b.isSure) - Number(a.isSure)).slice(0, mostCandidates);
  return offered.map(({ path, slot, isSure }) => {
    const title = say(candidateTitle, locale, { path, id: slot.proof });
    const target = { uri: dossier.main.uri, slot, file: under(dossier.rootUri, path) };
    const action = actionOf(title, attachCommands.file, target);
    return found.size === 1 && isSure ? { ...action, isPreferred: true } : action;
  });
}

function actionOf(title: string, command: string, target: AttachTarget): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [target] } };
}

/** The proof that is missing, or the scenario or requirement of several. */
function slotOf({ target }: Finding): AttachSlotParams | undefined {
  const { requirement, scenario, proof } = target ?? {};
  const named = proof ?? scenario ?? requirement;
  if (named === undefined) return undefined;
  return {
    proof: named,
    ...(scenario === undefined ? {} : { scenario }),
    ...(requirement === undefined ? {} : { requirement }),
  };
}

/** What several slots stand under: the user is asked once, then which of them. Undefined when they share nothing. */
function commonSlot(slots: readonly AttachSlotParams[]): AttachSlotParams | undefined {
  const [first, ...others] = slots;
  if (!first) return undefined;
  const { scenario, requirement } = first;
  const isShared = (of: (slot: AttachSlotParams) => string | undefined): boolean =>
    others.every((slot) => of(slot) === of(first));
  if (isShared(({ proof }) => proof) && isShared((slot) => slot.scenario) && isShared((slot) => slot.requirement))
    return first;
  if (!isShared((slot) => slot.requirement)) return undefined;
  if (scenario !== undefined && isShared((slot) => slot.scenario))
    return { proof: scenario, scenario, ...(requirement === undefined ? {} : { requirement }) };
  return requirement === undefined ? undefined : { proof: requirement, requirement };
}

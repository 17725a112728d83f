import * as vscode from 'vscode';
import { complianceRequest } from '../../protocol/requests/compliance';
import type { DossierView } from '../../protocol/compliance-view';
import { dossierFor, owner } from '../compliance/dossier-for';
import { chooseOne, keep } from '../flows/ask';
import { runSteps, type Step } from '../flows/steps';
import type { Row } from '../tree/tree-model';
import { commands } from '../ids';
import { activeDocument } from '../ui/active-document';
import { commandButton, showWithButtons } from '../ui/buttons';
import type { Services } from './services';

/** The dossiers of the workspace; says so when there is none. */
export async function knownDossiers(services: Services): Promise<readonly DossierView[]> {
  const { dossiers } = await services.connection.ask(complianceRequest, { groupBy: 'chapter' });
  if (dossiers.length === 0) await sayNoDossier(services);
  return dossiers;
}

/** The dossier that was meant is not there, or there is none at all. */
export async function sayNoDossier(services: Services): Promise<void> {
  const messages = services.messages();
  await showWithButtons('warning', messages.noDossier, [commandButton(messages.createDossier, commands.newDossier)]);
}

/** How it is asked which dossier is meant. */
interface DossierQuestion {
  readonly title: string;
  readonly placeholder: string;
}

/** Which dossier a command is about; asked only when nothing tells. */
export class DossierChoice {
  dossier: DossierView | undefined;
  readonly #isGiven: boolean;

  /**
   * @param wanted URI of the main manifest, where it is known
   * @param question in other words than those that every command may use
   */
  constructor(
    readonly services: Services,
    readonly dossiers: readonly DossierView[],
    wanted: string | undefined,
    readonly question: Partial<DossierQuestion> = {},
  ) {
    const [first, other] = dossiers;
    this.dossier = wanted !== undefined ? dossiers.find(({ uri }) => uri === wanted) : other ? undefined : first;
    this.#isGiven = this.dossier !== undefined;
  }

  readonly step: Step = async (position) => {
    // One that was chosen is asked for again by who comes back.
    if (this.#isGiven) return 'skip';
    const messages = this.services.messages();
    const { dossiers } = this;
    const active = dossierFor({ dossiers }, activeDocument()?.toString());
    const choices = dossiers.map((one) => ({
      label: one.root.label,
      description: one.summary,
      // Two dossiers may bear one name.
      detail: vscode.workspace.asRelativePath(vscode.Uri.parse(one.uri, true)),
      value: one,
    }));
    const answer = await chooseOne({
      title: messages.product,
      placeholder: messages.reportDossier,
      ...this.question,
      position,
      choices,
      active: choices.find(({ value }) => value === active),
    });
    return keep(answer, (value) => (this.dossier = value));
  };
}

/**
 * The one dossier there is, that of a file, or the one that is chosen.
 * @param near a file whose dossier is meant, where it is of one
 * @returns undefined when the person gave up, or was told that there is none
 */
export async function askDossier(
  services: Services,
  question: Partial<DossierQuestion> = {},
  near?: vscode.Uri,
): Promise<DossierView | undefined> {
  const dossiers = await knownDossiers(services);
  if (dossiers.length === 0) return undefined;
  const own = near && owner({ dossiers }, near.toString());
  const choice = new DossierChoice(services, dossiers, own?.uri, question);
  return (await runSteps([choice.step])) ? choice.dossier : undefined;
}

/**
 * Main manifest of the dossier of a row; of the one that {@link askDossier} finds where there is no row.
 * @returns undefined when the person gave up, or was told that there is none
 */
export async function dossierUriOf(
  services: Services,
  row: Row | undefined,
  question: Partial<DossierQuestion> = {},
): Promise<string | undefined> {
  return row?.dossierUri ?? (await askDossier(services, question))?.uri;
}

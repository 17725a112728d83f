import { complianceRequest } from '../../protocol/requests/compliance';
import type { DossierView } from '../../protocol/compliance-view';
import { dossierFor } from '../compliance/dossier-for';
import { chooseOne, keep } from '../flows/ask';
import type { Step } from '../flows/steps';
import { commands } from '../ids';
import { activeDocument } from '../ui/active-document';
import { commandButton, showWithButtons } from '../ui/buttons';
import type { Services } from './services';

/** The dossiers of the workspace; says so when there is none. */
export async function knownDossiers(services: Services): Promise<readonly DossierView[]> {
  const { dossiers } = await services.session.ask(complianceRequest, { groupBy: 'chapter' });
  if (dossiers.length === 0) await sayNoDossier(services);
  return dossiers;
}

/** The dossier that was meant is not there, or there is none at all. */
export async function sayNoDossier(services: Services): Promise<void> {
  const messages = services.messages();
  await showWithButtons('warning', messages.noDossier, [commandButton(messages.createDossier, commands.newDossier)]);
}

/** Which dossier a command is about; asked only when nothing tells. */
export class DossierChoice {
  dossier: DossierView | undefined;

  /** @param wanted URI of the main manifest, where it is known */
  constructor(
    readonly services: Services,
    readonly dossiers: readonly DossierView[],
    wanted: string | undefined,
  ) {
    const [first, other] = dossiers;
    this.dossier = wanted !== undefined ? dossiers.find(({ uri }) => uri === wanted) : other ? undefined : first;
  }

  readonly step: Step = async (position) => {
    if (this.dossier) return 'skip';
    const messages = this.services.messages();
    const { dossiers } = this;
    const active = dossierFor({ dossiers }, activeDocument()?.toString());
    const choices = dossiers.map((one) => ({ label: one.root.label, description: one.summary, value: one }));
    const answer = await chooseOne({
      title: messages.product,
      position,
      placeholder: messages.reportDossier,
      choices,
      active: choices.find(({ value }) => value === active),
    });
    return keep(answer, (value) => (this.dossier = value));
  };
}

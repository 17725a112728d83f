import * as vscode from 'vscode';
import { offersRequest, takeOfferRequest, type OfferView } from '../../protocol/requests/offers';
import { takeBack } from '../attach/attach';
import { attachMessages } from '../attach/attach-messages';
import { placeOf, WrittenEdit } from '../attach/written-edit';
import type { Services } from '../commands/services';
import { currentLanguage } from '../settings';
import { type Button, showWithButtons } from '../ui/buttons';
import { openPlace } from '../ui/open-place';
import { withProgress } from '../ui/with-progress';
import { portfolioMessages } from './portfolio-messages';

/** *Pièces qui pourraient servir ailleurs*: lists what is offered, and attaches the one that is chosen and agreed to. */
export async function reuse(services: Services): Promise<void> {
  const words = portfolioMessages[currentLanguage()];
  const { offers } = await withProgress(words.reusing, (cancellation) =>
    services.connection.ask(offersRequest, {}, cancellation),
  );
  if (offers.length === 0) {
    const isHeld = (services.store.view.groups ?? []).length > 0;
    await showWithButtons('information', isHeld ? words.nothing : words.noPortfolio, []);
    return;
  }
  const items = offers.map((offer) => ({
    // What it is for first: paths are long, and cut at their end.
    label: `${offer.proof} ← ${offer.path.split('/').at(-1) ?? offer.path}`,
    description: [offer.reason, offer.noted].filter((one) => one !== '').join(' · '),
    detail: words.offered(offer.from, offer.to),
    offer,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: words.reusing,
    placeHolder: words.choose,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen) await take(services, chosen.offer);
}

async function take(services: Services, offer: OfferView): Promise<void> {
  const words = portfolioMessages[currentLanguage()];
  const ways = offer.isCommon ? [words.reference, words.copy] : [words.copy];
  const detail = words.judge(offer.reason, offer.from, offer.noted);
  const way = await vscode.window.showInformationMessage(
    words.question(offer.path, offer.to),
    { modal: true, detail },
    ...ways,
  );
  if (way === undefined) return;
  const mode = way === words.reference ? 'reference' : 'copy';
  const { portfolio, id } = offer;
  const result = await withProgress(words.reusing, (cancellation) =>
    services.connection.ask(takeOfferRequest, { portfolio, id, mode }, cancellation),
  );
  const attachWords = attachMessages[currentLanguage()];
  if (result?.kind !== 'planned') {
    await showWithButtons('error', result?.kind === 'refused' ? result.message : words.gone, []);
    return;
  }
  const made = await WrittenEdit.make(result);
  if (!made) {
    await showWithButtons('error', attachWords.changed, []);
    return;
  }
  const { place } = made;
  const buttons: Button[] = [{ label: attachWords.undo, run: () => takeBack(attachWords, result.copies, made) }];
  if (place) buttons.push({ label: services.messages().open, run: () => openPlace(placeOf(place)) });
  const attached = result.attachments.map(({ sentence }) => `${sentence}.`);
  const troubles = [
    ...result.warnings.map(({ message }) => message),
    ...made.unsaved.map((name) => attachWords.notSaved(name)),
  ];
  const said = attachWords.done(attached.length, [...attached, ...troubles].join(' '));
  await showWithButtons(troubles.length > 0 ? 'warning' : 'information', said, buttons);
}

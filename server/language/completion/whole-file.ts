import { CompletionItemKind } from 'vscode-languageserver-types';
import { say } from '../../core/messages/say';
import type { Place } from '../cursor/place';
import type { FileView } from '../file-view';
import { caret, type Offer } from './offer';

/** What a file that is empty may become. Nothing is invented: each value is a place to fill in. */
export function wholeFileOffers(place: Place, { parsed, locale }: FileView, newline: string): Offer[] {
  const { context } = place;
  const isEmpty = place.kind === 'mapKey' && context.path.length === 0 && context.column === 0;
  if (!isEmpty || context.hasColon || context.siblings.size > 0 || parsed.keys.length > 0) return [];
  const whole = (label: string, documentation: string, lines: readonly string[]): Offer => ({
    label,
    text: lines.join(newline),
    kind: CompletionItemKind.Snippet,
    documentation,
    asksNext: true,
  });
  return [
    whole(
      say({ fr: 'Dossier de preuves', en: 'Proof dossier' }, locale),
      say({ fr: 'Un dossier de preuves complet, à remplir', en: 'A whole proof dossier, to be filled in' }, locale),
      dossierLines,
    ),
    whole(
      say({ fr: 'Fragment de dossier', en: 'Dossier fragment' }, locale),
      say(
        {
          fr: 'Un fichier qui complète un dossier : des exigences seulement',
          en: 'A file that completes a dossier: requirements only',
        },
        locale,
      ),
      ['version: 1', '', 'exigences:', `  ${caret}`],
    ),
  ];
}

const dossierLines = [
  ...['version: 1', '', 'dossier:', `  dispositif: ${caret}`, `  profils: [${caret}]`, `  depot_vise: ${caret}`, ''],
  ...['editeur:', `  denomination: ${caret}`, `  siret: ${caret}`, `  nie: ${caret}`, ''],
  ...['logiciel:', `  nom: ${caret}`, `  version: ${caret}`, `  date_version: ${caret}`, `  nil: ${caret}`],
  ...[`  reference_produit: ${caret}`, '', 'exigences:', `  ${caret}`],
];

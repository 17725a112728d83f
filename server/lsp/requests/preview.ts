import { fileURLToPath } from 'node:url';
import type { previewRequest } from '../../../protocol/requests/preview';
import { pieceUri } from '../../core/dossier/piece-uri';
import { commonPrefix, safePiecePath } from '../../core/evidence/evidence-path';
import { say, type Sentence } from '../../core/messages/say';
import { normaliseUri, relativeTo, under } from '../../core/text/uri';
import { failureSentence } from '../../host/operations/failure-sentence';
import { previewPiece } from '../../host/preview/preview-piece';
import { evidenceFacts } from '../../language/hover/describe-evidence';
import { labelAndValue } from '../../language/markdown';
import { previewKind } from '../../language/preview-kind';
import { noDossier } from '../refusal';
import type { Answer } from '../request-context';

const words = {
  untrusted: {
    fr: 'Ce dossier n’est pas approuvé : ses pièces ne sont pas ouvertes. Approuvez-le dans l’éditeur, puis recommencez.',
    en: 'This folder is not trusted: its pieces are not opened. Trust it in the editor, then try again.',
  },
  outside: {
    fr: 'Ce fichier n’est pas dans le dossier de preuves : il n’est pas ouvert.',
    en: 'This file is not in the dossier: it is not opened.',
  },
  unlooked: {
    fr: '{path} n’a pas encore été lu : réessayez dans un instant.',
    en: '{path} has not been looked at yet: try again in a moment.',
  },
  noView: {
    fr: 'Rien ici ne montre ce genre de fichier ({path}) : ouvrez-le dans son application.',
    en: 'Nothing here shows such a file ({path}): open it in its application.',
  },
} satisfies Record<string, Sentence>;

export const answer: Answer<typeof previewRequest> = async ({ uri, file }, context, cancellation) => {
  const { locale } = context;
  const refused = (sentence: Sentence, args: Record<string, string> = {}) =>
    ({ kind: 'refused', message: say(sentence, locale, args) }) as const;
  if (!context.isTrusted()) return refused(words.untrusted);
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) return refused(noDossier, { uri });
  const { rootUri, common } = analysis.dossier;
  const relative = relativeTo(rootUri, normaliseUri(file));
  const shared = relative === undefined && common ? relativeTo(common.folderUri, normaliseUri(file)) : undefined;
  const path = safePiecePath(relative ?? (shared === undefined ? '' : `${commonPrefix}${shared}`));
  if (path === undefined) return refused(words.outside);
  const known = context.evidenceFileOf(analysis)(path);
  const kind = previewKind(known);
  if (known === undefined) return refused(words.unlooked, { path });
  if (kind === undefined) return refused(words.noView, { path });
  const mime = known.state === 'file' ? (known.detected?.mime ?? '') : '';
  try {
    const { bundleFolder } = context;
    const piece = {
      root: fileURLToPath(shared === undefined || !common ? rootUri : common.folderUri),
      path: shared ?? path,
      kind,
      mime,
      locale,
      ...(bundleFolder === undefined ? {} : { bundleFolder }),
    };
    const shown = await previewPiece(piece, cancellation);
    if (shown.kind === 'unshown') return { kind: 'refused', message: shown.message };
    const facts = evidenceFacts(known, undefined, locale).map(labelAndValue);
    const { content, leftOut } = shown;
    return {
      kind: 'preview',
      preview: { path, uri: pieceUri(analysis.dossier, path) ?? under(rootUri, path), facts, content, leftOut },
    };
  } catch (error) {
    const message = failureSentence(error, path, locale);
    if (message === undefined) throw error;
    return { kind: 'refused', message };
  }
};

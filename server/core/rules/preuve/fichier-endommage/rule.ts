import type { Damage } from '../../../evidence/inspection';
import { onEveryFile } from '../../cited-paths';
import { extensionOf } from '../../../evidence/file-extension';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { contentOf } from '../contenu-inattendu/content-of-extension';

export const rule: Rule = {
  meta: {
    id: 'preuve/fichier-endommage',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'La pièce ne peut pas être ouverte.', en: 'The evidence cannot be opened.' },
    why: {
      fr: 'Une capture ou une vidéo coupée, un XML mal formé, un PDF à mot de passe ne s’ouvrent pas non plus chez l’instructeur.',
      en: 'A screenshot or film that was cut, XML that is not well-formed, a PDF with a password do not open at the examiner’s either.',
    },
    looked: {
      fr: 'Sont regardées la structure et la fin des images, films, PDF, archives, XML et courriels que l’outil sait ouvrir. Ne sont pas regardés : chaque image d’un film, chaque pixel d’une image, les formats sans lecteur (dits « non lus » par preuve/examen-partiel).',
      en: 'What is looked at: structure and end of the pictures, films, PDF, archives, XML and mails that the tool can open. Not looked at: each frame of a film, each pixel of a picture, formats without a reader (told as not read by preuve/examen-partiel).',
    },
    avoid: '- fichier: preuves/psc/mode-web.mp4   # enregistrement interrompu',
    prefer: '- fichier: preuves/psc/mode-web.mp4   # enregistré de nouveau, ouvert avant d’être cité',
    source: sources.content,
    messages: {
      truncated: {
        fr: '« {path} » est incomplet : sa fin manque. Copiez-le ou enregistrez-le de nouveau.',
        en: '“{path}” is incomplete: its end is missing. Copy or record it again.',
      },
      noMovie: {
        fr: '« {path} » n’a pas d’index (« moov ») : l’enregistrement a été interrompu, et aucun lecteur ne l’ouvrira. Enregistrez la vidéo de nouveau.',
        en: '“{path}” has no index (“moov”): the recording was interrupted, and no player will open it. Record the video again.',
      },
      notWellFormed: {
        fr: '« {path} » n’est pas bien formé. Enregistrez ou exportez la pièce de nouveau.',
        en: '“{path}” is not well-formed. Record or export the evidence again.',
      },
      notWellFormedAt: {
        fr: '« {path} » n’est pas bien formé (ligne {line}). Corrigez l’export, puis produisez la pièce de nouveau.',
        en: '“{path}” is not well-formed (line {line}). Correct the export, then make the evidence again.',
      },
      uneven: {
        fr: '« {path} » s’arrête au milieu d’un champ entre guillemets : vérifiez l’export.',
        en: '“{path}” ends in the middle of a quoted field: check the export.',
      },
      encrypted: {
        fr: '« {path} » demande un mot de passe : déposez une version sans mot de passe.',
        en: '“{path}” asks for a password: file a version without one.',
      },
      encoding: {
        fr: '« {path} » contient des octets qui ne sont pas de l’encodage annoncé (ligne {line}) : exportez-le de nouveau.',
        en: '“{path}” holds bytes that are not of the encoding it states (line {line}): export it again.',
      },
      metadata: {
        fr: 'Le fichier METADATA.XML de « {path} » n’est pas bien formé : corrigez l’archive.',
        en: 'METADATA.XML in “{path}” is not well-formed: correct the archive.',
      },
      noHeaders: {
        fr: '« {path} » n’a aucun en-tête de courriel (From, Date, Subject…) : enregistrez le message entier, tel que le serveur l’a remis.',
        en: '“{path}” has no mail header at all (From, Date, Subject…): save the whole message, as the server delivered it.',
      },
      archive: {
        fr: 'L’archive « {path} » est endommagée : faites-la de nouveau.',
        en: 'Archive “{path}” is damaged: make it again.',
      },
      empty: {
        fr: '« {path} » est une archive sans fichier : faites-la de nouveau, avec les pièces.',
        en: '“{path}” is an archive without a file: make it again, with the evidence.',
      },
      other: {
        fr: '« {path} » est endommagé ({code}) : ouvrez-le pour vérifier, et produisez la pièce de nouveau.',
        en: '“{path}” is damaged ({code}): open it to check, and make the evidence again.',
      },
    },
  },
  ...onEveryFile((file, { value: path, range }, targetOf, report) => {
    if (file.state !== 'file' || file.size === 0) return;
    const damage = file.inspection?.damage;
    // Content of another kind than the name says is what preuve/contenu-inattendu tells.
    if (!damage || contentOf(extensionOf(path), file) !== 'asNamed') return;
    const message = messageFor(damage, file.inspection.csv !== undefined);
    const args = { path, code: damage.code, line: damage.line ?? '?' };
    if (message === 'uneven') report(range, message, args, { severity: 'warning', target: targetOf() });
    else report(range, message, args, { effect: 'incomplete', target: targetOf() });
  }),
};

const messages: Readonly<Record<string, string>> = {
  truncated: 'truncated',
  'no-moov': 'noMovie',
  encrypted: 'encrypted',
  'no-headers': 'noHeaders',
  'metadata-not-well-formed': 'metadata',
  'not-a-zip': 'archive',
  corrupt: 'archive',
  empty: 'empty',
};

function messageFor({ code, line }: Damage, table: boolean): string {
  if (code === 'not-well-formed') return table ? 'uneven' : line === undefined ? 'notWellFormed' : 'notWellFormedAt';
  if (code === 'encoding' && line !== undefined) return 'encoding';
  return Object.hasOwn(messages, code) ? (messages[code] ?? 'other') : 'other';
}

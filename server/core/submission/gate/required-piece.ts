import type { Analysis } from '../../dossier/analyse';
import type { EvidenceFile } from '../../evidence/evidence-file';
import type { Sentence } from '../../messages/language';
import { faultOf } from '../../rules/missing-pieces';
import { safePath } from '../../workspace/evidence-path';
import { bothSay } from './blocker';

const messages = {
  outside: {
    fr: '« {path} » n’est pas un chemin à l’intérieur du dossier : copiez la pièce dans le dossier',
    en: '“{path}” is no path inside the dossier: copy the document into it',
  },
  unknown: {
    fr: '« {path} » n’a pas encore été examinée : lancez la vérification',
    en: '“{path}” was not looked at yet: run the check',
  },
  absent: { fr: '« {path} » n’existe pas', en: '“{path}” does not exist' },
  directory: {
    fr: '« {path} » est un dossier : citez le fichier de la pièce',
    en: '“{path}” is a folder: cite the file of the document',
  },
  unreadable: { fr: '« {path} » ne peut pas être lue ({reason})', en: '“{path}” cannot be read ({reason})' },
  empty: { fr: '« {path} » est vide', en: '“{path}” is empty' },
  draft: {
    fr: '« {path} » est le brouillon non signé que Ségur Preuves écrit : complétez-le, faites-le signer, puis remplacez-le par l’exemplaire signé',
    en: '“{path}” is the unsigned draft that Ségur Preuves writes: complete it, have it signed, then replace it with the signed copy',
  },
} satisfies Record<string, Sentence>;

/**
 * What is wrong with a piece without which nothing is filed: it has to be there, in the dossier, with something in it, and
 * signed where this tool wrote it. A piece of which nothing is known is not there yet.
 * @returns undefined when nothing is; part of a sentence otherwise
 */
export function pieceFault(path: string, { evidenceFile }: Pick<Analysis, 'evidenceFile'>): Sentence | undefined {
  const safe = safePath(path);
  if (safe === undefined) return bothSay(messages.outside, { path });
  const facts = evidenceFile(safe);
  if (!facts) return bothSay(messages.unknown, { path });
  const fault = faultOf(facts);
  if (fault) return bothSay(wordsFor(fault.message), { path, ...fault.args });
  return isUnsignedDraft(facts) ? bothSay(messages.draft, { path }) : undefined;
}

/** Whether a file is a statement as this tool writes it, which nobody has signed. */
export function isUnsignedDraft(facts: EvidenceFile | undefined): boolean {
  return facts?.state === 'file' && facts.inspection?.pdf?.unsignedDraft === true;
}

function wordsFor(fault: string): Sentence {
  return fault in messages ? messages[fault as keyof typeof messages] : messages.absent;
}

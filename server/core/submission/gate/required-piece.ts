import type { Analysis } from '../../engine/analyse';
import { familiesOfFile, type EvidenceFamily } from '../../catalogue/evidence-families';
import { extensionOf } from '../../evidence/file-extension';
import type { EvidenceFile } from '../../evidence/evidence-file';
import type { Sentence } from '../../messages/say';
import { contentOf } from '../../rules/preuve/contenu-inattendu/content-of-extension';
import { faultOf } from '../../rules/missing-pieces';
import { safePath } from '../../evidence/evidence-path';
import { workingKind } from '../../evidence/working-file';
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
  tooLarge: {
    fr: '« {path} » est trop grosse pour être lue ici : ouvrez le dossier avec VS Code sur votre poste',
    en: '“{path}” is too large to be read here: open the dossier with VS Code on your machine',
  },
  special: { fr: '« {path} » n’est pas un fichier ordinaire', en: '“{path}” is no regular file' },
  empty: { fr: '« {path} » est vide', en: '“{path}” is empty' },
  otherKind: {
    fr: '« {path} » n’est pas un document (PDF, image, traitement de texte) : citez celui que l’on peut lire et signer',
    en: '“{path}” is no document (PDF, picture, word processor): cite the one that can be read and signed',
  },
  otherContent: {
    fr: '« {path} » n’a pas le contenu que son nom annonce : citez la pièce elle-même',
    en: 'the content of “{path}” is not what its name says: cite the document itself',
  },
  damaged: {
    fr: '« {path} » est endommagée ou incomplète : enregistrez-la de nouveau',
    en: '“{path}” is damaged or incomplete: record it again',
  },
  draft: {
    fr: '« {path} » est le brouillon non signé que Ségur Preuves écrit : complétez-le, faites-le signer, puis remplacez-le par l’exemplaire signé',
    en: '“{path}” is the unsigned draft that Ségur Preuves writes: complete it, have it signed, then replace it with the signed copy',
  },
} satisfies Record<string, Sentence>;

/**
 * What is wrong with a piece without which nothing is filed: it has to be there, in the dossier, whole, what its name says, and
 * signed where this tool wrote it. A piece of which nothing is known is not there yet.
 * @param accepted kinds of files that it may be; any when absent
 * @returns undefined when nothing is; part of a sentence otherwise
 */
export function pieceFault(
  path: string,
  { evidenceFile }: Pick<Analysis, 'evidenceFile'>,
  accepted?: ReadonlySet<EvidenceFamily>,
): Sentence | undefined {
  const safe = safePath(path);
  if (safe === undefined) return bothSay(messages.outside, { path });
  const facts = evidenceFile(safe);
  if (!facts) return bothSay(messages.unknown, { path });
  const fault = faultOf(facts);
  if (fault) return bothSay(wordsFor(fault.message), { path, ...fault.args });
  if (accepted && isOtherwise(path, facts, accepted)) return bothSay(messages.otherKind, { path });
  if (isNotAsNamed(path, facts)) return bothSay(messages.otherContent, { path });
  if (facts.state === 'file' && facts.inspection?.damage) return bothSay(messages.damaged, { path });
  return isUnsignedDraft(facts) ? bothSay(messages.draft, { path }) : undefined;
}

/** Signed as a whole: what is inside has no signature of its own. */
const signedContainers = new Set(['p7m', 'p7s']);

/**
 * Whether a file is of another kind, or of one that neither its name nor its content tells: an examiner could not open it
 * either. A format that is only unknown here may be one.
 */
function isOtherwise(path: string, facts: EvidenceFile, accepted: ReadonlySet<EvidenceFamily>): boolean {
  if (facts.state !== 'file') return false;
  const extension = extensionOf(path);
  const signature = facts.detected?.extension;
  const families = familiesOfFile({ extension, ...(signature === undefined ? {} : { signature }) });
  if (families.length === 0) return signature === undefined && !signedContainers.has(extension) && !facts.pointer;
  return !families.some((family) => accepted.has(family));
}

/** As preuve/contenu-inattendu has it, whatever the team set that rule to. */
function isNotAsNamed(path: string, facts: EvidenceFile): boolean {
  if (facts.state !== 'file') return false;
  const verdict = contentOf(extensionOf(path), facts);
  return workingKind(path) !== undefined || (verdict !== 'asNamed' && verdict !== 'sameFamily');
}

/** Whether a file is a statement as this tool writes it, which nobody has signed. */
export function isUnsignedDraft(facts: EvidenceFile | undefined): boolean {
  return facts?.state === 'file' && facts.inspection?.pdf?.unsignedDraft === true;
}

function wordsFor(fault: string): Sentence {
  return fault in messages ? messages[fault as keyof typeof messages] : messages.absent;
}

import type { Dossier, ManifestFile } from '../dossier/dossier';
import { hasEncodingFault } from '../manifest/encoding-problems';
import { harmlessSlips, hasConflict } from '../manifest/text-slips';
import type { Sentence } from '../messages/say';
import { fileFaultArguments, fileFaultWords } from '../ports/file-fault-words';
import type { CellRefusal } from './cell-refusal';

const words = {
  conflict: {
    fr: '{file} porte un conflit de fusion git : gardez l’un des deux textes dans la vue texte. D’ici là, rien n’est écrit.',
    en: '{file} holds a git merge conflict: keep one of the two texts in the text view. Until then nothing is written.',
  },
  encoding: {
    fr: '{file} n’est pas de l’UTF-8, ou a perdu des lettres : enregistrez-le en UTF-8. D’ici là, rien n’est écrit.',
    en: '{file} is not UTF-8, or has lost letters: save it as UTF-8. Until then nothing is written.',
  },
  syntax: {
    fr: '{file}, ligne {line} : ce YAML ne se lit pas jusqu’au bout. Corrigez-le dans la vue texte. D’ici là, rien n’est écrit, et ce qui suit peut manquer.',
    en: '{file}, line {line}: this YAML cannot be read to its end. Correct it in the text view. Until then nothing is written, and what follows may be missing.',
  },
} satisfies Record<string, Sentence>;

/** Why no cell of a dossier can be written now: a text that is a guess or is not read whole, a fragment that was not read. */
export function readOnlyReason({ main, fragments, unread }: Dossier): CellRefusal | undefined {
  for (const file of [main, ...fragments]) {
    const reason = reasonOf(file);
    if (reason) return reason;
  }
  const [lost] = unread;
  return lost && { sentence: fileFaultWords[lost.fault.kind], args: fileFaultArguments(lost.path, lost.fault) };
}

function reasonOf({ path, parsed }: ManifestFile): CellRefusal | undefined {
  if (hasConflict(parsed)) return { sentence: words.conflict, args: { file: path } };
  if (hasEncodingFault(parsed)) return { sentence: words.encoding, args: { file: path } };
  const slip = parsed.problems.find(({ kind, args }) => kind === 'syntax' && !harmlessSlips.has(String(args['code'])));
  if (!slip) return undefined;
  return { sentence: words.syntax, args: { file: path, line: parsed.source.position(slip.range.start).line + 1 } };
}

import type { EncodingFault } from '../text/encoding';
import { encodingName } from '../text/encoding-words';
import type { ParsedManifest } from './parse-manifest';
import type { StructureProblem } from './problem';

/** What stands in a text for a byte that its reader did not understand. */
const replacement = '\ufffd';

/** The first letter that was lost in a text, as a problem. */
export function lostCharacters(text: string): StructureProblem[] {
  const start = text.indexOf(replacement);
  return start < 0 ? [] : [{ kind: 'lostCharacter', range: { start, end: start + 1 }, args: {} }];
}

/** The manifest with the fault of its file's encoding; what was lost in reading it so is no news then. */
export function withEncoding(parsed: ParsedManifest, fault: EncodingFault | undefined): ParsedManifest {
  if (!fault) return parsed;
  const { fr, en } = encodingName(fault);
  const { line, column, offset } = fault;
  const problem: StructureProblem = {
    kind: 'encoding',
    range: {
      start: Math.min(offset, Math.max(0, parsed.source.length - 1)),
      end: Math.min(offset + 1, parsed.source.length),
    },
    args: { encoding: fault.encoding, encodingFr: fr, encodingEn: en, line, column },
  };
  return { ...parsed, problems: [problem, ...parsed.problems.filter(({ kind }) => kind !== 'lostCharacter')] };
}

/** The same manifest as if its text came from an editor, which has its own way to read the file. */
export function withoutEncoding(parsed: ParsedManifest): ParsedManifest {
  if (!hasEncodingFault(parsed)) return parsed;
  return { ...parsed, problems: parsed.problems.filter(({ kind }) => kind !== 'encoding') };
}

/** Whether the file on disk is not UTF-8: nothing is written to it then. */
export function hasEncodingFault({ problems }: Pick<ParsedManifest, 'problems'>): boolean {
  return problems.some(({ kind }) => kind === 'encoding');
}

/** Whether letters of the text were lost: the file may well be in another encoding than it was opened with. */
export function hasLostCharacters({ problems }: Pick<ParsedManifest, 'problems'>): boolean {
  return problems.some(({ kind }) => kind === 'lostCharacter');
}

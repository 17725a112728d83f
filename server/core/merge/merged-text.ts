/** Why two changes cannot both be kept. */
export type ConflictKind =
  /** One value became two. */
  | 'value'
  /** Removed by one, changed by the other. */
  | 'removed'
  /** Nothing is left of the whole file on one side. */
  | 'emptied'
  /** Reviewed by one, while the other put something else in the place of what was reviewed. */
  | 'review'
  /** Lines, in a text that is not read as YAML. */
  | 'lines'
  /** Each change is right alone, and together they are not YAML that reads as either meant it. */
  | 'whole';

/** A place that people have to decide. */
export interface MergeConflict {
  readonly kind: ConflictKind;
  /** Keys down to it, as they are written; of a list's item what tells it from others. Empty for lines of a text. */
  readonly path: readonly string[];
  /** Who removed it, where one did. */
  readonly removedBy?: 'ours' | 'theirs';
}

/** Lines that both have, or the two versions of them. All end with LF, but for the last line of a text. */
export type Chunk =
  { readonly text: string } | { readonly ours: string; readonly theirs: string; readonly conflict: MergeConflict };

/** The names that markers carry. */
export interface SideNames {
  readonly ours: string;
  readonly theirs: string;
}

/** A conflict where it stands in the merged text. */
export interface PlacedConflict extends MergeConflict {
  /** Line of its first marker, 1-based. */
  readonly line: number;
}

/** The text of chunks, with the markers of git around what is left to decide. */
export function writeChunks(
  chunks: readonly Chunk[],
  names: SideNames,
): { readonly text: string; readonly conflicts: readonly PlacedConflict[] } {
  const conflicts: PlacedConflict[] = [];
  let text = '';
  let line = 1;
  const add = (more: string): void => {
    text += more;
    for (const sign of more) if (sign === '\n') line++;
  };
  for (const chunk of chunks) {
    if ('text' in chunk) {
      add(chunk.text);
      continue;
    }
    conflicts.push({ ...chunk.conflict, line });
    add(`<<<<<<< ${names.ours}\n${ended(chunk.ours)}=======\n${ended(chunk.theirs)}>>>>>>> ${names.theirs}\n`);
  }
  return { text, conflicts };
}

/** The text when every conflict is decided for one side. */
export function resolvedAs(side: 'ours' | 'theirs', chunks: readonly Chunk[]): string {
  return chunks.map((chunk) => ('text' in chunk ? chunk.text : chunk[side])).join('');
}

/** A marker needs a line of its own. */
function ended(lines: string): string {
  return lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
}

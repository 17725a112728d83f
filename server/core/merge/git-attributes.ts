import { mergedPatterns } from './merged-files';

/** Name of the driver, in `.gitattributes` and in the settings of git. */
export const driverName = 'segur-preuves';

/** The lines of `.gitattributes` that give our files to the driver. */
export const attributeLines: readonly string[] = mergedPatterns.map(lineFor);

function lineFor(pattern: string): string {
  return `${pattern} merge=${driverName}`;
}

/** Commands that tell git, once on each machine and in each clone, what the driver is. */
export const driverCommands: readonly string[] = [
  `git config merge.${driverName}.driver "segur-preuves merge -- %O %A %B %P"`,
  // Last: git refuses a driver that has a name and no command.
  `git config merge.${driverName}.name "Ségur Preuves"`,
];

/** Commands for people who want it with `git mergetool` only. */
export const toolCommands: readonly string[] = [
  `git config mergetool.${driverName}.cmd 'segur-preuves merge -o "$MERGED" -- "$BASE" "$LOCAL" "$REMOTE"'`,
  `git config mergetool.${driverName}.trustExitCode true`,
];

/**
 * The text of `.gitattributes` with the lines that it lacks, at its end. A pattern that has a driver already keeps it.
 * @returns `added`, the lines that were not there
 */
export function withAttributes(text: string): { readonly text: string; readonly added: readonly string[] } {
  const lines = text.split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  const settled = lines.filter((words) => words.slice(1).some((word) => /^[-!]?merge(?:=|$)/.test(word)));
  const added = mergedPatterns.filter((pattern) => !settled.some(([of]) => of === pattern)).map(lineFor);
  if (added.length === 0) return { text, added };
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' || text.endsWith('\n') ? text : text + end;
  return { text: before + added.map((line) => line + end).join(''), added };
}

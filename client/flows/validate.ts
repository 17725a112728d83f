import type { Messages } from '../messages';

export const manifestSuffix = '.preuves.yaml';
export const catalogueSuffix = '.rem.yaml';

/** Characters that a file name cannot have on Windows, which many examiners and colleagues use. */
const forbidden = /[<>:"|?*\\\p{Cc}]/u;

/** What is wrong with a file name that must end with a suffix, or undefined. */
export function fileNameProblem(name: string, suffix: string, messages: Messages): string | undefined {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed === suffix) return messages.nameEmpty;
  if (/[/\\]/.test(trimmed)) return messages.nameHasFolder;
  if (forbidden.test(trimmed)) return messages.nameCharacters('< > : " | ? * \\');
  return trimmed.endsWith(suffix) ? undefined : messages.nameSuffix(suffix);
}

/** What is wrong with a path relative to a folder that it must stay in, or undefined. `/` parts folders, `\` does too. */
export function relativePathProblem(path: string, suffix: string, messages: Messages): string | undefined {
  const parts = path.trim().replaceAll('\\', '/').split('/');
  const name = parts.pop() ?? '';
  const leaves = parts.some((part) => part === '' || part === '.' || part === '..' || forbidden.test(part));
  if (leaves) return messages.pathOutside;
  return fileNameProblem(name, suffix, messages);
}

/** The dispositif that a workbook's name speaks of: the longest id in it, whatever the case and the separators. */
export function dispositifInName(name: string, ids: readonly string[]): string | undefined {
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const text = `-${bare(name)}-`;
  return [...ids].sort((a, b) => b.length - a.length).find((id) => text.includes(`-${bare(id)}-`));
}

/** A file name for the catalogue that a workbook becomes: `REM-MDV-LGC-Va2 (3).xlsx` gives `REM-MDV-LGC-Va2-3.rem.yaml`. */
export function catalogueNameFor(workbook: string): string {
  const base = workbook
    .replace(/\.[^.]+$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, '');
  return `${base === '' ? 'REM' : base}${catalogueSuffix}`;
}

import { isOwnFile } from '../../../evidence/own-file';
import { discussionFolder } from '../../../manifest/discussion-shape';
import { fileNameOf } from '../../../text/file-name';

/** Names that stand beside evidence without being any, the tool's own apart: what systems, tools and editors leave, packages. */
const others: readonly RegExp[] = [
  /^(?:readme|lisez-?moi)(?:[.\-_ ]|$)/,
  /^(?:thumbs|ehthumbs)\.db$|^desktop\.ini$|^icon\r$/,
  /^dvc\.(?:yaml|lock)$|\.dvc$/,
  /\.(?:partiel|part|partial|crdownload|download|te?mp|bak|swp|lock|lnk|url)$|~$/,
  /^~\$/,
];

/** Whether a file is not meant to be evidence, by its name. @param folded its path from the dossier's folder, folded */
export function isWorkFile(folded: string): boolean {
  const parts = folded.split('/');
  const name = parts.at(-1) ?? '';
  // Threads of the team.
  if (parts.length > 1 && parts[0] === discussionFolder) return true;
  return (
    isOwnFile(folded) ||
    parts.some((part) => part.startsWith('.') || part === '__macosx') ||
    others.some((other) => other.test(name))
  );
}

/** Whether a file is named as the tool names packages: after the main manifest. */
export function isPackage(folded: string, mainName: string): boolean {
  if (!folded.endsWith('.zip')) return false;
  const name = fileNameOf(folded);
  const base = mainName.toLowerCase().replace(/\.preuves\.ya?ml$/, '');
  return name.startsWith(base) && /^[-_. (]/.test(name.slice(base.length));
}

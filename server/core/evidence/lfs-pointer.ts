import type { PointerFacts } from './evidence-file';

/** A file that stands for a content kept by Git LFS: what it announces of it. */
export interface LfsPointer {
  /** Lower-case hexadecimal digest of the content. */
  readonly sha256: string;
  /** Bytes of the content. */
  readonly size: number;
  readonly pointer: PointerFacts;
}

/** Git LFS itself takes no larger file for a pointer (git-lfs/docs/spec.md). */
export const mostPointerBytes = 1023;

/**
 * Recognises a Git LFS pointer by its text, as its specification (v1) has it: a version, then keys in order, one per
 * line. Anything else is a content like another. Git, editors and PowerShell change line ends, ends of lines and the
 * encoding of a pointer on the way; it stays one.
 * @param text of the whole file
 * @param name last part of its path, for the command that fetches it
 */
export function lfsPointerIn(text: string, name: string): LfsPointer | undefined {
  const found =
    /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:ext-\d-[^\n]+\n)*oid sha256:([0-9a-f]{64})\nsize (\d{1,15})$/.exec(
      pointerText(text),
    );
  if (!found?.[1] || !found[2]) return undefined;
  const size = Number(found[2]);
  return { sha256: found[1], size, pointer: { kind: 'git-lfs', fetch: lfsCommand(name), size } };
}

/** The lines of a text without what tools put around them. */
function pointerText(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/(?:(?<![ \t])[ \t]+)?(?:\r\n|\r|\n)\s*/g, '\n')
    .trim();
}

/** The include pattern without slash is matched at any depth; names that it would read otherwise fetch everything. */
function lfsCommand(name: string): string {
  return /^[\p{L}\p{N}._ -]+$/u.test(name) ? `git lfs pull --include="${name}"` : 'git lfs pull';
}

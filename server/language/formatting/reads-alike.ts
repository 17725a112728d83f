import type { ParsedBlock } from '../../core/manifest/block-list';
import type { ParsedManifest } from '../../core/manifest/parse-manifest';
import { contentOf, readDocuments } from './same-content';

/**
 * Whether two texts of a manifest say the same: to who reads YAML, and to us, with all that is wrong in them. Where things
 * stand does not count. It costs two readings of the whole as YAML.
 */
export function readsAlike(before: ParsedManifest, after: ParsedManifest): boolean {
  return sameFacts(before, after) && sameYaml(before.text, after.text);
}

/** Each part is read by itself: together they may be something else. What is no YAML says nothing as a whole. */
function sameYaml(before: string, after: string): boolean {
  const old = readDocuments(before);
  const fresh = readDocuments(after);
  if (!old || !fresh) return old === fresh;
  return contentOf(old) === contentOf(fresh);
}

function sameFacts(before: ParsedManifest, after: ParsedManifest): boolean {
  return sameParts([...before.blocks], [...after.blocks]) || saidOf(before) === saidOf(after);
}

/** What an edit leaves is the same object: of a long text little is left to compare. */
function sameParts(before: readonly ParsedBlock[], after: readonly ParsedBlock[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((old, at) => {
    const fresh = after[at];
    if (fresh?.kind !== old.kind || fresh.section !== old.section) return false;
    return old.content === fresh.content || said(old.content) === said(fresh.content);
  });
}

/** Facts and problems; whatever else is read of a manifest one day is among them. */
function saidOf(parsed: ParsedManifest): string {
  return said({ ...parsed, source: undefined, text: undefined, blocks: undefined, written: undefined });
}

function said(value: object): string {
  return JSON.stringify(value, (key, part: unknown) => (isPlace(key, part) ? undefined : part));
}

function isPlace(key: string, value: unknown): boolean {
  if (typeof value === 'number') return key === 'base';
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

import { isAlias, isCollection, isPair, isScalar, type ParsedNode } from 'yaml';
import { isEmptyScalar, readSourceTree, type SourceItem, type SourceTree } from './source-tree';

/**
 * A list or mapping of one line (`[a, b]`, `{ a: 1 }`) as entries, one a line.
 * @param written its text, with what stands between the key and it
 * @returns undefined where it has comments, anchors, or values on several lines
 */
export function flowTree(node: ParsedNode, written: string): SourceTree | undefined {
  if (!isCollection(node) || node.flow !== true || hasProperties(node)) return undefined;
  const offset = node.range[1] - written.length;
  const rests: string[] = [];
  let done = 0;
  const read = (part: ParsedNode): string | undefined => {
    const [from, to] = [part.range[0] - offset, part.range[1] - offset];
    rests.push(written.slice(done, from));
    done = to;
    const text = written.slice(from, to);
    return hasProperties(part) || text.includes('\n') ? undefined : text;
  };
  const lines: string[] = [];
  for (const item of node.items) {
    if (isPair(item)) {
      const key = read(item.key);
      const value = item.value === null ? '' : read(item.value);
      if (key === undefined || value === undefined) return undefined;
      lines.push(value === '' ? `${key}:\n` : `${key}: ${value}\n`);
    } else {
      const value = read(item);
      if (value === undefined) return undefined;
      lines.push(`- ${value}\n`);
    }
  }
  // A comment between them would be lost.
  if ([...rests, written.slice(done)].some((rest) => rest.includes('#'))) return undefined;
  return readSourceTree(lines.join(''));
}

/** Entries written on one line again, with the spaces inside the brackets of `like`. */
export function flowText(kind: SourceTree['kind'], bodies: readonly string[], like: string): string {
  const [open, close] = kind === 'seq' ? ['[', ']'] : ['{', '}'];
  if (bodies.length === 0) return `${open}${close}`;
  const space = /^.\s/.test(like.trim()) ? ' ' : '';
  const items = bodies.map((body) => body.trim().replace(kind === 'seq' ? /^-\s+/ : /^/, ''));
  return `${open}${space}${items.join(', ')}${space}${close}`;
}

/** Whether an entry's value says that there is nothing: `key:`, `[]`, `{}`. */
export function isEmptyItem({ node }: Pick<SourceItem, 'node'>): boolean {
  if (hasProperties(node)) return false;
  if (isCollection(node)) return node.flow === true && node.items.length === 0;
  return isScalar(node) && isEmptyScalar(node);
}

/** An anchor, or a tag. */
function hasProperties(node: ParsedNode): boolean {
  return !isAlias(node) && (node.anchor !== undefined || node.tag !== undefined);
}

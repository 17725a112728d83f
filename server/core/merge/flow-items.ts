import { isAlias, isCollection, isNode, isPair, isScalar, isSeq } from 'yaml';
import { readSourceTree, type SourceItem, type SourceTree } from './source-tree';

/**
 * A list or mapping of one line (`[a, b]`, `{ a: 1 }`) as entries, one a line.
 * @param source its text, as it stands at `offset`
 * @returns undefined where it has comments, anchors, or values on several lines
 */
export function flowTree(node: unknown, source: string, offset: number): SourceTree | undefined {
  if (!isCollection(node) || node.flow !== true || hasProperties(node)) return undefined;
  const read = (part: unknown): string | undefined => {
    if (isAlias(part)) return `*${part.source}`;
    if (!isNode(part) || !part.range || hasProperties(part)) return undefined;
    const text = source.slice(part.range[0] - offset, part.range[1] - offset);
    return /[\n#]/.test(text) && !(isScalar(part) && part.type !== 'PLAIN' && !text.includes('\n')) ? undefined : text;
  };
  const lines: string[] = [];
  for (const item of node.items) {
    if (isPair(item)) {
      const key = read(item.key);
      const value = item.value === null ? '' : read(item.value);
      if (key === undefined || value === undefined) return undefined;
      lines.push(value === '' ? `${key}:\n` : `${key}: ${value}\n`);
    } else {
      const value = isCollection(item) && item.flow !== true ? undefined : read(item);
      if (value === undefined) return undefined;
      lines.push(`- ${value}\n`);
    }
  }
  // A comment inside would be lost.
  if (/(?:^|\s)#/.test(withoutQuoted(source))) return undefined;
  const tree = readSourceTree(lines.join(''));
  return tree && (lines.length === 0 ? { ...tree, kind: isSeq(node) ? 'seq' : 'map' } : tree);
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
  if (node === null) return true;
  if (hasProperties(node)) return false;
  if (isCollection(node)) return node.flow === true && node.items.length === 0;
  return isScalar(node) && node.type === 'PLAIN' && ['', '~', 'null'].includes(node.source ?? '');
}

/** An anchor, or a tag of its own. */
function hasProperties(node: { readonly tag?: string | undefined; readonly anchor?: string | undefined }): boolean {
  return node.anchor !== undefined || (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:'));
}

function withoutQuoted(source: string): string {
  return source.replace(/"(?:\\.|[^"\\])*"|'(?:''|[^'])*'/g, '""');
}

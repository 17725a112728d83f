import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { shorten } from '../core/text/shorten';
import { nameOf } from '../core/text/uri';
import { ManifestDocument } from './manifest-document';
import { manifestMentions, type Mention } from './mentions/manifest-mentions';
import { rangeIn } from './positions';
import type { SearchedManifest } from './references';

/** More than this nobody reads: editors ask again with each letter. */
const mostSymbols = 500;

const kinds: Readonly<Record<Mention['subject']['kind'], SymbolKind>> = {
  requirement: SymbolKind.Class,
  scenario: SymbolKind.Method,
  proof: SymbolKind.Field,
  file: SymbolKind.File,
  chapter: SymbolKind.Module,
};

/**
 * What the manifests of a workspace have under a name: entries, and pieces by their path. Letters of the name in their order
 * are enough, whatever their case; a requirement is found by a word of its text as well.
 */
export function workspaceSymbols(query: string, manifests: Iterable<SearchedManifest>): WorkspaceSymbol[] {
  const wanted = folded(query.trim());
  const found: { readonly symbol: WorkspaceSymbol; readonly rank: number }[] = [];
  for (const { uri, parsed, index } of manifests) {
    const document = ManifestDocument.of(uri, parsed);
    for (const { subject, role, written, under, range } of manifestMentions(parsed, index)) {
      if (role === 'use' && subject.kind !== 'file') continue;
      const text = subject.kind === 'requirement' ? (index?.requirement(written)?.requirement.text ?? '') : '';
      const rank = rankOf(wanted, folded(written), folded(text));
      if (rank === undefined) continue;
      const container = subject.kind === 'requirement' ? shorten(text, 80) : (under.at(-1)?.id ?? '');
      found.push({
        rank,
        symbol: {
          name: written,
          kind: kinds[subject.kind],
          containerName: [container, nameOf(uri)].filter((part) => part !== '').join(' · '),
          location: { uri, range: rangeIn(document, range) },
        },
      });
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostSymbols)
    .map(({ symbol }) => symbol);
}

/** The smaller the better; undefined where it is not meant. */
function rankOf(wanted: string, name: string, text: string): number | undefined {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return 1;
  if (wanted.length > 2 && text.includes(wanted)) return 2;
  return hasInOrder(name, wanted) ? 3 : undefined;
}

function hasInOrder(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Case and accents do not matter to somebody who looks for something. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

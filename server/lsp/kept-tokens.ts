import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { SemanticToken } from '../language/semantic-tokens';

interface Given {
  readonly id: string;
  readonly data: readonly number[];
}

/** The tokens that each document was last given, so that an editor is told what changed since. */
export class KeptTokens {
  readonly #given = new Map<string, Given>();
  #count = 0;

  whole(uri: string, tokens: readonly SemanticToken[]): SemanticTokens {
    const data = encoded(tokens);
    return { resultId: this.#keep(uri, data), data };
  }

  /** @param previous id of what the client has; all of it is given where that is not known any more */
  since(uri: string, previous: string, tokens: readonly SemanticToken[]): SemanticTokens | SemanticTokensDelta {
    const before = this.#given.get(uri);
    if (before?.id !== previous) return this.whole(uri, tokens);
    const data = encoded(tokens);
    return { resultId: this.#keep(uri, data), edits: editsBetween(before.data, data) };
  }

  /** Of a part of a document nothing is kept. */
  part(tokens: readonly SemanticToken[]): SemanticTokens {
    return { data: encoded(tokens) };
  }

  forget(uri: string): void {
    this.#given.delete(uri);
  }

  #keep(uri: string, data: readonly number[]): string {
    const id = String(++this.#count);
    this.#given.set(uri, { id, data });
    return id;
  }
}

/** Five numbers each, lines and characters counted from the token before. */
function encoded(tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  for (const { line, character, length, type, modifiers } of tokens) {
    data.push(line - lastLine, line === lastLine ? character - lastCharacter : character, length, type, modifiers);
    [lastLine, lastCharacter] = [line, character];
  }
  return data;
}

/** What lies between what both begin and end with. */
function editsBetween(before: readonly number[], now: readonly number[]): SemanticTokensDelta['edits'] {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === now.at(-1 - end)) end++;
  if (start === before.length && start === now.length) return [];
  return [{ start, deleteCount: before.length - start - end, data: now.slice(start, now.length - end) }];
}

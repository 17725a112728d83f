/** What a line of a `text/uri-list` leads to: a page, or a file, wherever VS Code says that the machine is. */
export type Dropped =
  { readonly kind: 'link'; readonly url: string } | { readonly kind: 'file'; readonly path: string };

/** Schemes of files of the machine that the extension runs on; which one VS Code writes depends on what was dragged. */
const here: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-local']);

/** What a `text/uri-list` holds: one address a line, lines that begin with `#` say something else. */
export function droppedIn(text: string): readonly Dropped[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line): Dropped[] => {
      const [, scheme = '', path = ''] = /^([a-z][a-z0-9+.-]*):(?:\/\/[^/]*)?(\/[^?#]*)/i.exec(line) ?? [];
      if (/^https?$/i.test(scheme)) return URL.canParse(line) ? [{ kind: 'link', url: line }] : [];
      if (!here.has(scheme.toLowerCase())) return [];
      const plain = decoded(path);
      return plain === undefined ? [] : [{ kind: 'file', path: plain }];
    });
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    // A bare `%`: no address, and no path that could be told from it.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

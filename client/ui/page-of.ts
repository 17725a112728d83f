/** What differs from page to page. */
export interface PageParts {
  readonly locale: string;
  readonly title: string;
  /** Where style sheets, pictures and fonts may come from, as a content security policy says it. */
  readonly source: string;
  readonly style: string;
  readonly script: string;
  readonly nonce: string;
  /** What the page reads as its start. */
  readonly start: object;
}

/**
 * A shell with its parts put in. The start stands in a script element that does not run.
 * @throws when a part could end what it stands in, or the shell asks for one that there is not
 */
export function pageOf(shell: string, { start, ...parts }: PageParts): string {
  const texts: Readonly<Record<string, string>> = {
    ...parts,
    // Nothing in it can then end the element or begin another one.
    start: JSON.stringify(start).replaceAll('<', '\\u003c'),
  };
  for (const [name, text] of Object.entries(parts)) if (/[<>"]/.test(text)) throw new Error(`the ${name} holds markup`);
  return shell.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`the page has no ${name}`);
    return text;
  });
}

import type { Dossier } from '../dossier/dossier';
import { identityKeys, missingIdentity } from '../manifest/identity';
import type { ParsedManifest } from '../manifest/parse-manifest';
import type { TextChange } from './fix';
import { insertUnder } from './insert-under';
import { lineEnding } from './manifest-text';
import { endOfSection } from './section-end';

type Section = 'editeur' | 'logiciel';

/**
 * Writes the identity keys that are not there, empty, for their author to fill in. A key that is there, even empty, is left.
 * @returns no edit where nothing can be written safely
 */
export function scaffoldIdentity({ main }: Dossier): TextChange[] {
  const { uri, parsed } = main;
  const missing = missingIdentity(parsed);
  const sections: readonly Section[] = ['editeur', 'logiciel'];
  const written = sections.flatMap((section) => {
    const key = parsed.keys.find(({ value }) => value === section);
    return key ? [{ section, start: key.range.start }] : [];
  });
  const absent = sections.filter((section) => !written.some((one) => one.section === section));
  const fresh = absent.flatMap((section) => {
    const own = missing.filter((key) => key.startsWith(`${section}.`));
    return [`${section}:`, ...own.map((key) => `  ${key.slice(section.length + 1)}:`)];
  });
  return [
    ...written.flatMap(({ section, start }) => completed(section, start, uri, parsed)),
    ...(fresh.length === 0 ? [] : [newSections(fresh, uri, parsed)]),
  ];
}

/** The keys that a section lacks, under it. */
function completed(section: Section, start: number, uri: string, parsed: ParsedManifest): TextChange[] {
  const entry = { start, end: endOfSection(start, parsed) };
  const written = parsed.text.slice(entry.start, entry.end);
  const wanted = identityKeys
    .filter((one) => one.startsWith(`${section}.`))
    .map((one) => one.slice(section.length + 1))
    .filter((one) => !new RegExp(`(?:^|[\\s{,])["']?${one}["']?\\s*:`, 'm').test(written));
  const edits = wanted.flatMap(
    (one) =>
      insertUnder({
        uri,
        text: parsed.text,
        entry,
        path: [],
        stub: { key: one, value: '""' },
        after: ['denomination', 'nom'],
      }) ?? [],
  );
  const [first] = edits;
  if (!first || edits.length < wanted.length) return [];
  // `editeur: {}` is written anew: its keys go in together.
  if (first.range.end > first.range.start)
    return [{ ...first, text: `{ ${wanted.map((one) => `${one}: ""`).join(', ')} }` }];
  // What comes behind the same keys has one place.
  return [{ ...first, text: edits.map(({ text }) => text).join('') }];
}

/** New sections under the one that says which dossier this is. */
function newSections(lines: readonly string[], uri: string, parsed: ParsedManifest): TextChange {
  const { text } = parsed;
  const eol = lineEnding(text);
  const start = parsed.keys.find(({ value }) => value === 'dossier')?.range.start ?? 0;
  const at = endOfSection(start, parsed);
  const before = at > 0 && text[at - 1] !== '\n' ? eol : '';
  return { uri, range: { start: at, end: at }, text: before + lines.map((line) => line + eol).join('') };
}

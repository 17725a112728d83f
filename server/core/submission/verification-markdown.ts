import { say, type Locale, type Sentence } from '../messages/say';
import { markdownCell } from './comparison-text';

const words = {
  title: {
    fr: '{name} : {count, plural, =1 {un problème} one {# problème} other {# problèmes}}',
    en: '{name}: {count, plural, =1 {one problem} other {# problems}}',
  },
  advice: {
    fr: 'Ne déposez pas ce fichier ; constituez-le de nouveau.',
    en: 'Do not file it; make it again.',
  },
  problems: { fr: 'Ce qui ne va pas', en: 'What is wrong' },
  more: { fr: 'Et {count, plural, one {# autre} other {# autres}}.', en: 'And {count, number} more.' },
} satisfies Record<string, Sentence>;

/** More are counted, not listed: an archive that was made over in another tool has one for each file. */
const mostListed = 500;

export interface Verification {
  /** Of the package, as the user knows it. */
  readonly name: string;
  /** In the user's language, with their stable codes. */
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  /** A document of its own about what differs from the dossier, when they were compared. */
  readonly difference?: string;
}

/** What is wrong with a package, as a page of Markdown. */
export function verificationMarkdown({ name, problems, difference }: Verification, locale: Locale): string {
  const listed = problems.slice(0, mostListed).map(({ code, message }) => `- ${markdownCell(message)} (\`${code}\`)`);
  const rest = problems.length - listed.length;
  return [
    `# ${markdownCell(say(words.title, locale, { name, count: problems.length }))}`,
    '',
    `**${words.advice[locale]}**`,
    '',
    `## ${words.problems[locale]}`,
    '',
    ...listed,
    ...(rest > 0 ? ['', say(words.more, locale, { count: rest })] : []),
    '',
    ...(difference === undefined ? [] : [difference]),
  ].join('\n');
}

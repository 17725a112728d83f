import { stripVTControlCharacters } from 'node:util';

/** Words of usual letters behind each other, or one alone. */
const run = /(?<![\p{L}\p{N}_./-])[A-Za-zÀ-ÿ’']{2,}(?:[ \u00a0\u202f][A-Za-zÀ-ÿ’']+)*(?![\p{L}\p{N}_/-])/gu;

/** @returns what is written in usual letters, without marks of pages and terminals */
export function plainRuns(text) {
  const shown = stripVTControlCharacters(text)
    // Keywords of iCalendar, lines of a shell.
    .replaceAll(/^[A-Z-]+(?:;[A-Z=-]+)*:|^ +segur-preuves .*$|^ {4,}at .*$/gm, '')
    .replaceAll(/<style>[^]*?<\/style>|<script[^>]*>[^]*?<\/script>|<[^>]+>|&#?\w+;/g, '\n')
    .replaceAll(/https?:\/\/\S+|`[^`]*`/g, ' ');
  const found = [];
  for (const [words] of shown.matchAll(run)) {
    // Else a letter of the pseudo-language stands beside each other one: it is a word of its.
    if (/[a-zA-Z]{2}/.test(words)) found.push(words);
  }
  return found;
}

import { daysBefore } from './generate-model.mjs';

/**
 * Ten things that are wrong, spread over the manifest: five of them break the schema, so that both servers report them;
 * five are wrong only for someone who knows the catalogue, the files or the calendar.
 */
const plants = [
  {
    name: 'unknown key',
    seenBy: 'both',
    line: /^ {14}commentaire: /,
    with: (line) => line.replace('commentaire', 'comentaire'),
  },
  {
    name: 'value outside the list',
    seenBy: 'both',
    line: /^ {16}avis: /,
    with: (line) => line.replace('suffisante', 'parfaite'),
  },
  { name: 'impossible date', seenBy: 'both', line: /^ {14}date: /, with: (line) => line.replace(/-\d\d$/, '-3') },
  { name: 'digest of 63 digits', seenBy: 'both', line: /^ {14}sha256: /, with: (line) => line.slice(0, -1) },
  {
    name: 'evidence of no kind',
    seenBy: 'both',
    line: /^ {12}- lien: /,
    with: (line) => line.replace(/lien: .*/, 'titre: Rapport'),
  },
  {
    name: 'file that is not there',
    seenBy: 'ours',
    line: /^ {12}- fichier: /,
    with: (line) => line.replace(/\.(\w+)$/, '-absent.$1'),
  },
  {
    name: 'digest of another file',
    seenBy: 'ours',
    line: /^ {14}sha256: /,
    with: (line) => line.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
  },
  {
    name: 'proof unknown to the catalogue',
    seenBy: 'ours',
    line: /^ {10}\S+\.01:$/,
    with: (line) => line.replace('.01:', '.99:'),
  },
  {
    name: 'date to come',
    seenBy: 'ours',
    line: /^ {14}date: /,
    with: (line, today) => line.replace(/\d{4}.*/, daysBefore(today, -30)),
  },
  {
    name: 'other software version',
    seenBy: 'ours',
    line: /^ {14}version: /,
    with: (line) => line.replace(/\S+$/, '11.9.0'),
  },
];

/**
 * Plants the findings, in place, in the first fifth of the lines, so that edits further down meet none of them and that
 * those about files fall where files are.
 * @param {string[]} lines
 * @returns {{ name: string, seenBy: 'both' | 'ours', line: number }[]} where they are, lines counted from 0
 */
export function plantFindings(lines, today) {
  const first = lines.indexOf('exigences:') + 1;
  // Files are only in the first requirements, however many there are.
  const last = Math.min(Math.floor(lines.length * 0.2), first + 2500);
  return plants.map((plant, index) => {
    let at = first + Math.floor(((last - first) * index) / plants.length);
    while (at < lines.length && !plant.line.test(lines[at])) at++;
    if (at === lines.length) throw new Error(`no line to plant "${plant.name}" in`);
    lines[at] = plant.with(lines[at], today);
    return { name: plant.name, seenBy: plant.seenBy, line: at };
  });
}

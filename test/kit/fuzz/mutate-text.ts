import type { Random } from './random';

/** What breaks YAML, and what a person types. */
const marks: readonly string[] = [
  ...'\n\r\t :-?#&*!|>\'"%@`{}[],~<=./\\'.split(''),
  '---\n',
  '...\n',
  '\ufeff',
  '\0',
  '\u00a0',
  '\u2028',
  '\ud800',
  '😀',
  'é',
  'e\u0301',
  '\r\n',
  '\u202e',
  '&a ',
  '*a',
  '<<: *a\n',
  '!!str ',
  '!<x> ',
  '|-\n',
  '>+2\n',
  '{}',
  '[]',
  '{ fichier: a.png }',
  '# segur-ignore preuve : essai\n',
  '<<<<<<< a\n',
  '=======\n',
  '>>>>>>> b\n',
  '%YAML 1.2\n',
  '? ',
  '- - - ',
];

const values: readonly string[] = [
  '',
  '~',
  'null',
  'true',
  '0',
  '-1',
  '1e400',
  '0x1f',
  '.inf',
  '012',
  '2026-02-31',
  '2026-11-03',
  '9999-99-99',
  '12.10',
  '""',
  "''",
  '"\\u0000"',
  '__proto__',
  'constructor',
  'toString',
  '../../a',
  '/etc/passwd',
  'C:\\a',
  'commun:a',
  'https://a',
  'a: b',
  '[a, b]',
  '{ a: b }',
  '*a',
  '&a x',
  '!!binary x',
  '|',
  'x'.repeat(300),
  '279035121518989',
  'INS/va1.56',
  'INS/va1.56.01.01',
];

/**
 * A text that one came to from another by what hands and tools do to lines: left out, doubled, moved, indented, values
 * replaced, pieces of another text put in; now and then characters alone.
 * @param others texts of the same kind, whose lines are put in
 */
export function mutateText(text: string, others: readonly string[], random: Random): string {
  let now = text;
  for (let steps = 1 + random.below(random.once(4) ? 12 : 4); steps > 0; steps--) now = step(now, others, random);
  return now;
}

function step(text: string, others: readonly string[], random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  switch (random.below(14)) {
    case 0:
      lines.splice(at, 1 + random.below(4));
      break;
    case 1:
      lines.splice(at, 0, ...lines.slice(at, at + 1 + random.below(6)));
      break;
    case 2: {
      const moved = lines.splice(at, 1 + random.below(5));
      lines.splice(random.below(lines.length + 1), 0, ...moved);
      break;
    }
    case 3: {
      const by = random.below(9) - 4;
      for (let index = at; index < Math.min(lines.length, at + 1 + random.below(6)); index++)
        lines[index] = by > 0 ? ' '.repeat(by) + (lines[index] ?? '') : (lines[index] ?? '').replace(new RegExp(`^ {0,${-by}}`), '');
      break;
    }
    case 4:
    case 5: {
      const colon = line.indexOf(':');
      lines[at] = colon < 0 ? random.pick(values) : `${line.slice(0, colon + 1)} ${random.pick(values)}`;
      break;
    }
    case 6: {
      const from = random.pick(others).split('\n');
      const start = random.below(from.length);
      lines.splice(at, 0, ...from.slice(start, start + 1 + random.below(10)));
      break;
    }
    case 7: {
      const key = /^(\s*(?:- )*)([^:]*)(:.*)?$/.exec(line);
      if (key) lines[at] = `${key[1] ?? ''}${random.pick(values)}${key[3] ?? ''}`;
      break;
    }
    case 8:
      lines[at] = `${line}${random.pick([' ', '  # c', ' #', '\t', ' &a', ' *a', '\r'])}`;
      break;
    case 9:
      return random.once(3) ? text.replaceAll('\n', '\r\n') : text.slice(0, random.below(text.length + 1));
    case 10:
      lines[at] = line.startsWith('#') ? line.slice(1) : `# ${line}`;
      break;
    default: {
      const offset = random.below(text.length + 1);
      const removed = random.once(2) ? 0 : random.below(20);
      return text.slice(0, offset) + random.pick(marks) + text.slice(offset + removed);
    }
  }
  return lines.join('\n');
}

import { fill, mebibyte } from './fill';

/**
 * YAML of a mebibyte that is hard to read, whatever it is read for.
 * @param head what the file begins with
 * @param key one of its mappings, at the top
 */
export function hostileYaml(head: string, key: string): Readonly<Record<string, string>> {
  const top = `${head}${key}:\n`;
  return {
    'open brackets': fill(`${head}${key}: `, '['),
    'closed brackets': `${head}${key}: ${'['.repeat(mebibyte / 2 - 200)}${']'.repeat(mebibyte / 2 - 200)}`,
    'open braces': fill(`${head}${key}: `, '{'),
    'braces with keys': fill(`${head}${key}: `, '{a: '),
    'many flow lists': fill(top, (index) => `  K${index}: [[[[a],b],c],d]\n`),
    'a flow list of commas': fill(`${head}${key}: [`, ','),
    'a flow list of quotes': fill(`${head}${key}: [`, '"'),
    'a flow list of pairs': fill(`${head}${key}: {`, (index) => `k${index}: v, `, '}'),
    'a flow list over lines': fill(`${head}${key}: [`, '\n'),
    'flow lists, one a line': fill(top, (index) => `  K${index}: [a, {b: c}, "d"]\n`),
    'open flow lists': fill(top, (index) => `  K${index}: [a, {b: c}, "d"\n`),
    aliases: fill(`${head}${key}:\n  A: &a x\n`, (index) => `  A${index}: *a\n`),
    'unknown aliases': fill(top, (index) => `  A${index}: *u${index}\n`),
    anchors: fill(top, (index) => `  A${index}: &a${index} {}\n`),
    'aliases of aliases': fill(
      `${head}${key}:\n  A0: &a0 [x, x]\n`,
      (index) => `  A${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`,
    ),
    'merge keys': fill(`${head}${key}:\n  A0: &a0 { b: c }\n`, (index) => `  A${index + 1}: { <<: *a0 }\n`),
    'a chain of merge keys': fill(
      `${head}${key}:\n  A0: &a0 { k: v }\n`,
      (index) => `  A${index + 1}: &a${index + 1} { <<: *a${index}, k${index}: v }\n`,
    ),
    'one anchor again and again': fill(top, (index) => `  A${index}: &a\n    b: *a\n`),
    tags: fill(top, (index) => `  A${index}: !!str !<tag:x${index}> y\n`),
    // As many entries as are read, each as long as a mebibyte has room for.
    'ten thousand long entries': fill(
      top,
      (index) =>
        `  K${index}: [a, {b: c}, "d", [e, f], {g: h, i: [j]}, 'k', {l: {m: n}}, [[o], [p]], {q: r, s: t}, u]\n`,
    ),
    // A text with anchors is read as a whole.
    'deep lists beside an anchor': fill(
      `${top}  A: &a x\n`,
      (index) => `  K${index}: ${'['.repeat(90)}*a${']'.repeat(90)}\n`,
    ),
    'deep keys beside an anchor': fill(
      `${top}  A: &a x\n`,
      (index) =>
        `${' '.repeat(2 + (index % 80))}${index % 80 === 0 ? `K${index}` : 'k'}:${index % 80 === 79 ? ' *a' : ''}\n`,
    ),
    'anchors deep inside': fill(top, (index) => `  K${index}: ${'{k: '.repeat(60)}&a${index} x${'}'.repeat(60)}\n`),
    'a huge key': fill(`${head}${key}:\n  `, 'k', ': v\n'),
    'a huge quoted key': fill(`${head}${key}:\n  "`, '\\u00e9', '": v\n'),
    'a huge plain value': fill(`${head}${key}: `, 'v '),
    'a huge quoted value': fill(`${head}${key}: "`, 'v \\n ', '"'),
    'an open quote': fill(`${head}${key}: "`, 'x\n'),
    'an open single quote': fill(`${head}${key}: '`, "x''"),
    'a huge literal': fill(`${head}${key}: |\n`, '  x\n'),
    'a huge folded text': fill(`${head}${key}: >-\n`, '  x\n\n'),
    'one line': fill(`${head}${key}: `, 'a: '),
    dashes: fill(top, '- '),
    'lines of dashes': fill(top, '  -\n'),
    'document marks': fill(top, '---\n'),
    'document ends': fill(top, '...\n'),
    questions: fill(top, '? '),
    'lines of questions': fill(top, '  ? a\n'),
    comments: fill(top, '# c\n'),
    'indented comments': fill(top, (index) => `${' '.repeat(index % 40)}# c${index}\n`),
    'ignore comments': fill(top, '# segur-ignore preuve : essai\n'),
    'one comment': fill(`${top}  # `, '#'),
    tabs: fill(top, '\t\n'),
    'tabs before keys': fill(top, (index) => `\tK${index}: v\n`),
    'blank lines': fill(top, '\n'),
    'carriage returns': fill(top, '\r'),
    spaces: fill(top, ' '),
    'spaces at ends': fill(top, (index) => `  K${index}: v${' '.repeat(60)}\n`),
    BOM: fill(top, (index) => `  K${index}: v\n`)
      .slice(0, mebibyte - 400_000)
      .replaceAll('v', '\ufeff'),
    'no-break spaces': fill('', (index) => `  K${index}: v\n`)
      .slice(0, mebibyte / 2)
      .replaceAll('v', '\u00a0'),
    'control characters': fill(top, (index) => `  K${index}: \u0001\n`),
    'deep keys': fill(top, (index) => `${' '.repeat(Math.min(index, 900))}a:\n`),
    'ever deeper keys': Array.from({ length: 1400 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
    'unknown keys': fill(head, (index) => `k${index}: 1\n`),
    'entries without a value': fill(top, (index) => `  K${index}:\n`),
    'the same entry': fill(top, '  INS/va1.56: {}\n'),
    'the same key': fill(head, `${key}: {}\n`),
    'syntax errors': fill(top, (index) => `  k${index}: a: b\n`),
    'bad escapes': fill(`${top}  K: "`, '\\q'),
    percents: fill('', '%YAML 1.2\n'),
    'conflict marks': fill(top, (index) => `<<<<<<< a\n  A${index}: b\n=======\n  A${index}: c\n>>>>>>> d\n`),
    colons: fill(top, ': '),
    'lines of colons': fill(top, '  :\n'),
  };
}

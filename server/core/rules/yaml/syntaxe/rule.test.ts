import assert from 'node:assert/strict';
import { analyse, fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { safeEdits } from '../../../engine/safe-edits';
import { parseManifest } from '../../../manifest/parse-manifest';
import { rules } from '../../registry';
import { applyChanges } from '../../../fixes/verified';
import { rule } from './rule';

const entry = (body: string) =>
  manifest(`exigences:
  INS/va1.56:
${body}
  INS/va1.30:
    commentaire: lu quand même
`);

async function message(main: string): Promise<string | undefined> {
  const [found] = await fires(rule, { main });
  return found?.message;
}

describe(rule.meta.id, () => {
  it('tells the common slips apart, one finding each', async () => {
    assert.equal(await message(entry('⟦\t⟧commentaire: tabulation')), 'tab');
    assert.equal(await message(entry('    commentaire: ⟦Latence : 3 s⟧ # mesurée')), 'colon');
    assert.equal(await message(entry('    ⟦commentaire⟧\n    empreinte: 00000000')), 'noColon');
    assert.equal(await message(entry('    commentaire: ⟦@moi⟧')), 'start');
    assert.equal(await message(entry('    commentaire: "C:⟦\\⟧dossier"')), 'escape');
    assert.equal(await message(entry('    commentaire: ⟦"⟧ouvert')), 'quote');
    assert.equal(await message(entry("    commentaire: ⟦'⟧ouvert")), 'quote');
    assert.equal(await message(entry('    commentaire: ⟦*absent⟧')), 'anchor');
    assert.equal(await message(entry('    scenarios: ⟦{⟧ A: [] ')), 'bracket');
    assert.equal(await message(entry('    scenarios:\n      A:\n     ⟦B⟧:')), 'indent');
  });

  it('shows where the open quote is, after others that are closed', async () => {
    await fires(rule, { main: entry('    commentaire: "fermé"\n    note_interne: ⟦"⟧ouvert') });
  });

  it('puts a value between quotes', async () => {
    const after = async (value: string) => (await fixed(rule, { main: entry(`    commentaire: ${value}`) }))[mainUri];
    assert.equal(await after('Latence : 3 "s" # mesurée'), entry('    commentaire: "Latence : 3 \\"s\\"" # mesurée'));
    assert.equal(await after('@moi'), entry('    commentaire: "@moi"'));
  });

  it('reports a second document', async () => {
    const found = await fires(rule, { main: `${manifest('')}⟦---⟧\nversion: 1\n` });
    assert.equal(found[0]?.message, 'documents');
  });

  it('keeps the words of the parser for what is rare', async () => {
    const found = await fires(rule, { main: entry('    commentaire: &a ⟦&b⟧ texte') });
    assert.equal(found[0]?.message, 'other');
  });

  it('names a no-break space for what it is, wherever YAML wants a space', async () => {
    const nbsp = '\u00a0';
    for (const body of [
      `⟦${nbsp}${nbsp}${nbsp}${nbsp}⟧commentaire: a\n    empreinte: 00000000`,
      `  ⟦${nbsp}${nbsp}⟧commentaire: a\n    empreinte: 00000000`,
      `    commentaire:⟦${nbsp}⟧a\n    empreinte: 00000000`,
      `    commentaire:⟦${nbsp}⟧a`,
      `    commentaire⟦${nbsp}⟧: a`,
      `    commentaire⟦\u202f⟧: a\n    empreinte: 00000000`,
      `    scenarios:\n      INS/va1.56.01:\n        preuves:\n          INS/va1.56.01.01:\n            -⟦${nbsp}⟧fichier: a.png`,
      `    scenarios:\n      INS/va1.56.01:\n        preuves:\n          INS/va1.56.01.01:\n            - fichier:⟦${nbsp}⟧a.png`,
    ]) {
      const [found, ...others] = await fires(rule, { main: entry(body) });
      assert.deepEqual([found?.message, others.length], ['noBreak', 0], JSON.stringify(body));
      // What stands around it is read as it is meant.
      const { analysis } = await analyse(rules, { main: entry(body.replace(/[⟦⟧]/g, '')) });
      const said = analysis.findings.filter(({ rule: id }) => /^(?:yaml|manifeste)\/|^exigence\/inconnue/.test(id));
      assert.deepEqual(
        said.map(({ rule: id }) => id),
        [rule.meta.id],
        JSON.stringify(body),
      );
    }
    assert.equal(await message(entry('    commentaire:⟦\u2003⟧a')), 'oddSpace');
    assert.equal(await message(entry('    ⟦\u200b⟧commentaire: a')), 'oddSpace');
  });

  it('names it in the margin of a section, of a fragment and at the top', async () => {
    const nbsp = '\u00a0';
    const found = await fires(rule, {
      main: manifest('').replace('  nom: MonCabinet', `⟦${nbsp}${nbsp}⟧nom: MonCabinet`).replace('profils', 'fragments: [f.preuves.yaml]\n  profils'),
      files: { 'f.preuves.yaml': `version: 1\nexigences:\n  INS/va1.56:\n⟦${nbsp}${nbsp}⟧ ${nbsp}commentaire: a\n` },
    }); // prettier-ignore
    assert.deepEqual(
      found.map((one) => one.message),
      ['noBreak', 'noBreak'],
    );
    await fires(rule, { main: manifest(`⟦${nbsp}⟧exigences:\n  INS/va1.56: {}\n`) });
  });

  it('replaces no-break spaces, all of the file at once', async () => {
    const main = entry('\u00a0\u00a0\u00a0\u00a0commentaire: a\n    note_interne:\u00a0b');
    assert.equal((await fixed(rule, { main }))[mainUri], entry('    commentaire: a\n    note_interne: b'));
  });

  it('leaves no-break spaces of texts alone', async () => {
    for (const body of [
      '    commentaire: «\u00a0a\u00a0»\u00a0b',
      '    commentaire: |\n      Voir\u00a0:\n      \u00a0\u00a0- a:\u00a0b\n      -\u00a0c',
      '    commentaire: >-\n      note:\u00a0b\n      nom\u00a0: c',
      '    commentaire:\n      Voir :\u00a0annexe',
      '    commentaire: "a:\u00a0b"',
      '    # nom:\u00a0M',
    ])
      await silent(rule, { main: entry(body) });
  });

  it('keeps its advice where quotes are what is missing', async () => {
    assert.equal(await message(entry('    commentaire: ⟦«\u00a0a\u00a0»\u00a0: b⟧')), 'colon');
  });

  it('names a git conflict once, and checks its first text', async () => {
    const conflict = (eol: string, ...base: readonly string[]) =>
      manifest('')
        .replace(
          '  nom: MonCabinet\n',
          [
            '⟦<<<<<<< HEAD⟧',
            '  nom: MonCabinet',
            ...base,
            '=======',
            '  nom: Autre',
            '  inconnue: a',
            '>>>>>>> autre',
            '',
          ].join('\n'),
        )
        .replaceAll('\n', eol);
    for (const main of [conflict('\n'), conflict('\r\n'), conflict('\n', '||||||| 0a1b2c3', '  nom: Ancien')]) {
      const [found] = await fires(rule, { main });
      assert.equal(found?.message, 'conflict');
      const { analysis } = await analyse(rules, { main: main.replace(/[⟦⟧]/g, '') });
      const said = analysis.findings.filter(({ rule: id }) => /^(?:yaml|manifeste)\//.test(id));
      assert.deepEqual(
        said.map(({ rule: id }) => id),
        [rule.meta.id],
      );
      assert.equal(analysis.dossier.main.parsed.software?.facts.name?.value, 'MonCabinet');
      assert.equal(safeEdits(analysis, rules).size, 0);
    }
    const whole = '⟦<<<<<<< a⟧\n  INS/va1.56: {}\n=======\n  INS/va1.56: { commentaire: b }\n>>>>>>> b\n';
    await fires(rule, { main: manifest(`exigences:\n${whole}`) });
    await fires(rule, { main: manifest(`exigences:\n${whole}${whole.replaceAll('1.56', '1.30')}`) });
    await fires(rule, {
      main: entry('    commentaire: |\n      a\n⟦<<<<<<< a⟧\n      b\n=======\n      c\n>>>>>>> b\n      d'),
    });
    const anchored = manifest(`exigences:\n  A: &a {}\n  B: *a\n${whole}`);
    await fires(rule, { main: anchored });
  });

  it('keeps one version or the other, and both only where they can stand together', async () => {
    const fixesOf = async (ours: string, theirs: string, eol = '\n') => {
      const conflict = `<<<<<<< a\n${ours}||||||| 0\n    empreinte: 0\n=======\n${theirs}>>>>>>> b\n`;
      const main = entry(conflict).replaceAll('\n', eol);
      const { analysis } = await analyse([rule], { main });
      const [finding] = analysis.findings;
      assert.ok(finding);
      const fixes = rule.fixes?.(finding, analysis.dossier, 'fr') ?? [];
      assert.ok(fixes.every(({ preferred, safe }) => preferred !== true && safe !== true));
      return fixes.map(({ edits }) => applyChanges(main, edits));
    };
    const [ours, theirs] = ['    empreinte: 1\n', '    empreinte: 2\n'];
    assert.deepEqual(await fixesOf(ours, theirs), [entry(ours), entry(theirs)]);
    assert.deepEqual(await fixesOf('', theirs), [entry(''), entry(theirs)]);
    const note = '    note_interne: |\n      a\n';
    assert.deepEqual(await fixesOf(ours, note), [entry(ours + note), entry(ours), entry(note)]);
    const [piece, other] = ['    - fichier: a\n', '    - fichier: b\n      version: 1\n'];
    const kept = [piece + other, piece, other].map((lines) => entry(lines).replaceAll('\n', '\r\n'));
    assert.deepEqual(await fixesOf(piece, other, '\r\n'), kept);
    assert.equal((await fixesOf(piece, note)).length, 2);
    assert.equal((await fixesOf(ours, '  empreinte: 1\n')).length, 2);
  });

  it('names what is left of a conflict', async () => {
    for (const left of ['=======', '>>>>>>> autre', '<<<<<<< HEAD', '||||||| 0a1b2c3'])
      assert.equal(await message(manifest(`⟦${left}⟧\nexigences:\n  INS/va1.56: {}\n`)), 'marker', left);
    await silent(rule, { main: manifest('# =======\n# <<<<<<< a\n') });
    await silent(rule, { main: entry('    commentaire: |\n      =======\n      <<<<<<< a') });
  });

  it('names a merge key', async () => {
    const body =
      '    commentaire: &a b\n    scenarios:\n      INS/va1.56.01: &s {}\n      INS/va1.56.02:\n        ⟦<<⟧: *s';
    assert.equal(await message(entry(body)), 'merge');
    assert.equal(await message(manifest('exigences:\n  ⟦<<⟧: { INS/va1.56: {} }\n')), 'merge');
    assert.equal(await message(manifest('⟦<<⟧: { a: b }\n')), 'merge');
    const { analysis } = await analyse(rules, { main: manifest('exigences:\n  <<: { INS/va1.56: {} }\n') });
    assert.ok(!analysis.findings.some(({ rule: id }) => id === 'exigence/inconnue' || id === 'manifeste/cle-inconnue'));
  });

  it('reads a text that is edited as it reads it anew', () => {
    const marked = (body: string) => entry(body);
    const steps = [
      entry('    commentaire: a'),
      marked('    commentaire:\u00a0a'),
      marked('    commentaire:\u00a0a\n<<<<<<< a'),
      marked('    commentaire:\u00a0a\n<<<<<<< a\n=======\n    empreinte: 1\n>>>>>>> b'),
      marked('    commentaire: a\n    empreinte: 1\n>>>>>>> b'),
      entry('    commentaire: a'),
    ];
    let parsed = parseManifest(steps[0] ?? '');
    for (const text of steps) {
      parsed = parseManifest(text, parsed);
      assert.deepEqual(parsed.problems, parseManifest(text).problems, text);
      assert.deepEqual(parsed.requirements, parseManifest(text).requirements, text);
    }
  });

  it('says nothing of valid YAML', async () => {
    await silent(rule, { main: entry('    commentaire: "Latence : 3 s"') });
    await silent(rule, { main: entry('    commentaire: &a texte\n    note_interne: *a') });
  });

  it('shows the bracket and the quote that are open, whatever stands closed or inside a word before the end', async () => {
    assert.equal(await message(entry('    scenarios: ⟦{⟧ A: { B: [] }, C: {} ')), 'bracket');
    assert.equal(await message(entry("    commentaire: ⟦'⟧l''écran s''ouvre")), 'quote');
    const start = '⟦"⟧ouvert dès le début\n';
    const { marks, analysis } = await analyse([rule], { main: start });
    assert.deepEqual(
      analysis.findings.map(({ message: of, range }) => [of, range.start]),
      [['quote', marks[0]?.start]],
    );
  });
});

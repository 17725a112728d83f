import assert from 'node:assert/strict';
import { analyse, fires, fixed, mainUri, manifest, rootUri, silent } from '../../../../../test/kit/dossier-kit';
import { requirement, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { parseManifest } from '../../../manifest/parse-manifest';
import { rule } from './rule';

const all = 'INS/va1.56 PSC.01 SSI/GEN.06 SSI/GEN.07 MSS/CONF.14'.split(' ');
const of = (...ids: string[]) => manifest(`exigences:\n${ids.map((id) => `  ${id}:\n`).join('')}`);
const without = (id: string) => of(...all.filter((one) => one !== id));
const stubOf = (id: string) => `  ${id}:
    # Énoncé de ${id}
    scenarios:
      ${id}.01:
        preuves:
          ${id}.01.01:
`;

describe(rule.meta.id, () => {
  it('reports each absent requirement at the `exigences` key, else at the `dossier` key', async () => {
    const [found] = await fires(rule, { main: without('MSS/CONF.14').replace('exigences', '⟦exigences⟧') });
    assert.deepEqual(found?.data, { requirement: 'MSS/CONF.14' });
    const { analysis } = await analyse([rule], { main: manifest('') });
    assert.deepEqual(
      analysis.findings.map(({ args, range }) => [args['id'], range.start]),
      all.map((id) => [id, manifest('').indexOf('dossier:')]),
    );
  });

  it('asks for nothing that has no proof of its own, is of another profile, or is not known to apply', async () => {
    // INS/va1.30, SSI/IAM.83, SC.DMP/UX.51 and CO.48 are in the catalogue and in no manifest here.
    await silent(rule, { main: of(...all) });
    await silent(rule, { main: of(...all.slice(0, 4)).replace('[BAL PER-ORG]', '[]') });
    await silent(rule, { main: manifest(''), catalogue: null });
  });

  it('counts entries of fragments and entries under another id', async () => {
    const main = of('SC.PSC.01', 'SSI/GEN.06', 'SSI/GEN.07').replace(
      '  depot_vise',
      '  fragments: [f.preuves.yaml]\n  depot_vise',
    );
    const files = { 'f.preuves.yaml': 'version: 1\nexigences:\n  MSS/CONF.14:\n  LGC.INS.01:\n' };
    await silent(rule, { main, files });
  });

  it('leaves a mistyped id to exigence/inconnue, which proposes the right one', async () => {
    await silent(rule, { main: of(...all.slice(0, -1), 'MSS/CONF.41') });
    const { analysis } = await analyse([rule], { main: of(...all.slice(0, -1), 'AUTRE.99') });
    assert.equal(analysis.findings.length, 1);
  });

  describe('fixes', () => {
    it('adds the stub in the order of the REM, statement as a comment', async () => {
      const main = without('SSI/GEN.07');
      const after = (await fixed(rule, { main }))[mainUri];
      const stub = `${stubOf('SSI/GEN.07')}          SSI/GEN.07.01.02:\n`;
      assert.equal(after, of(...all).replace('  SSI/GEN.07:\n', stub));
      assert.deepEqual(parseManifest(after).problems, []);
    });

    it('adds it first, last, after comments and values, without a last line end', async () => {
      const first = (await fixed(rule, { main: without('INS/va1.56') }))[mainUri];
      assert.match(first ?? '', /exigences:\n {2}INS\/va1\.56:\n/);
      const last = (await fixed(rule, { main: without('MSS/CONF.14').trimEnd() }))[mainUri];
      assert.equal(last, without('MSS/CONF.14') + stubOf('MSS/CONF.14'));
      const commented = `${without('MSS/CONF.14')}    commentaire: fait # oui\n\n# Suite\nchapitres: {}\n`;
      const after = (await fixed(rule, { main: commented }))[mainUri];
      assert.equal(after, commented.replace('# oui\n', `# oui\n${stubOf('MSS/CONF.14')}`));
    });

    it('makes the `exigences` key, and keeps the indentation and line ends of the file', async () => {
      const catalogue = {
        ...smallCatalogue,
        requirements: smallCatalogue.requirements.slice(-3, -2),
        coreScenarios: [],
      };
      const only = (await fixed(rule, { main: manifest(''), catalogue }))[mainUri];
      assert.equal(only, `${manifest('')}exigences:\n${stubOf('MSS/CONF.14')}`);
      const wide = manifest('exigences:\n    AUTRE.01:\n').replaceAll('\n', '\r\n');
      const after = (await fixed(rule, { main: wide, catalogue }))[mainUri];
      assert.match(after ?? '', /\r\n {4}MSS\/CONF\.14:\r\n {8}# Énoncé/);
    });

    it('adds it to the fragment that has its domain', async () => {
      const main = of('INS/va1.56', 'PSC.01').replace('  depot_vise', '  fragments: [f.preuves.yaml]\n  depot_vise');
      const files = { 'f.preuves.yaml': 'version: 1\nexigences:\n  MSS/CONF.14:\n  SSI/GEN.06:\n' };
      const after = await fixed(rule, { main, files });
      assert.deepEqual(Object.keys(after), [`${rootUri}/f.preuves.yaml`]);
    });

    it('adds them all at once', async () => {
      const main = of('PSC.01');
      const after = (await fixed(rule, { main }, (fixes) => fixes.at(-1)))[mainUri];
      const { requirements, problems } = parseManifest(after ?? '');
      assert.deepEqual(problems, []);
      assert.deepEqual(
        requirements.map(({ facts }) => facts.id.value),
        all,
      );
    });

    it('writes long statements on several lines', async () => {
      const long = requirement('SSI/GEN.06', smallCatalogue.requirements[3]?.scenarios ?? [], {
        text: 'Le système DOIT '.repeat(60),
      });
      const after = (await fixed(rule, { main: manifest(''), catalogue: { ...smallCatalogue, requirements: [long] } }))[
        mainUri
      ];
      const lines = (after ?? '').split('\n').filter((line) => line.includes('#'));
      assert.ok(lines.length > 3 && lines.every((line) => line.length < 120));
    });

    it('proposes nothing for requirements written inside braces', async () => {
      const { analysis } = await analyse([rule], { main: manifest('exigences: { INS/va1.56: }\n') });
      const [finding] = analysis.findings;
      assert.deepEqual(finding && rule.fixes?.(finding, analysis.dossier), []);
    });
  });
});

import assert from 'node:assert/strict';
import { analyse, fires, fixed, mainUri, manifest, rootUri, silent } from '../../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { FindingWords } from '../../../engine/render-finding';
import { say } from '../../../messages/say';
import { concernsScope } from '../../../submission/scope';
import { parseManifest } from '../../../manifest/parse-manifest';
import { rule } from './rule';

const psc = [scenario('A.00.01', [proof('A.00.01.01')])];
const all = 'INS/va1.56 PSC.01 SSI/GEN.06 SSI/GEN.07 MSS/CONF.14'.split(' ');
const of = (...ids: string[]) => manifest(`exigences:\n${ids.map((id) => `  ${id}:\n`).join('')}`);
const without = (id: string) => of(...all.filter((one) => one !== id));
const stubOf = (id: string) => `  ${id}:
    # Énoncé de ${id}
    scenarios:
      ${id}.01:
        # 1. Dérouler ${id}.01
        preuves:
          ${id}.01.01:
            # Attendu : Pièce attendue pour ${id}.01.01
`;

describe(rule.meta.id, () => {
  it('reports an absent requirement at the `exigences` key, else at the `dossier` key', async () => {
    const [found] = await fires(rule, { main: without('MSS/CONF.14').replace('exigences', '⟦exigences⟧') });
    assert.deepEqual(found?.data, { requirements: ['MSS/CONF.14'] });
    assert.deepEqual(found.target, { requirement: 'MSS/CONF.14' });
    assert.equal(found.message, 'absent');
    const { analysis } = await analyse([rule], { main: manifest('') });
    assert.ok(analysis.findings.every(({ range }) => range.start === manifest('').indexOf('dossier:')));
  });

  describe('of one chapter', () => {
    const words = new FindingWords([rule]);

    it('are one finding, which names them', async () => {
      const { analysis } = await analyse([rule], { main: of('INS/va1.56', 'AUTRE.99') });
      assert.deepEqual(
        analysis.findings.map((finding) => [finding.message, words.message(finding, 'fr')]),
        [
          [
            'absent',
            'L’exigence PSC.01 s’applique et n’a pas d’entrée dans ce dossier : Énoncé de PSC.01. Ajoutez-la, ou déclarez-la non applicable.',
          ],
          [
            'several',
            'Chapitre « Sécurité du système » : 2 exigences s’appliquent et n’ont pas d’entrée dans ce dossier : SSI/GEN.06, SSI/GEN.07. Ajoutez-les, ou déclarez-les non applicables.',
          ],
          [
            'absent',
            'L’exigence MSS/CONF.14 s’applique et n’a pas d’entrée dans ce dossier : Énoncé de MSS/CONF.14. Ajoutez-la, ou déclarez-la non applicable.',
          ],
        ],
      );
      assert.deepEqual(analysis.findings[1]?.target, { requirements: ['SSI/GEN.06', 'SSI/GEN.07'] });
    });

    it('are each in its related places: after the last one before it in the chapter, else at the section', async () => {
      const chapter = ['A.01', 'A.02', 'A.03', 'A.04'].map((id) => requirement(id, psc, { chapter: 'A' }));
      const { text, ...bare } = requirement('A.05', psc, { chapter: 'A' });
      assert.ok(text);
      const catalogue = { ...smallCatalogue, requirements: [...chapter, bare], coreScenarios: [] };
      const placesIn = async (main: string, files: Record<string, string> = {}) => {
        const { analysis, textOf } = await analyse([rule], { main, files, catalogue });
        const [finding, ...more] = analysis.findings;
        assert.ok(finding);
        assert.deepEqual(more, []);
        return finding.related?.map((one) => [
          words.related(finding, one, 'en'),
          textOf(one.uri).slice(one.range.start, one.range.end),
        ]);
      };
      assert.deepEqual(await placesIn(of('A.02')), [
        ['A.01: Énoncé de A.01', 'exigences'],
        ['A.03: Énoncé de A.03', 'A.02'],
        ['A.04: Énoncé de A.04', 'A.02'],
        ['Requirement A.05', 'A.02'],
      ]);
      const main = manifest('').replace('  depot_vise', '  fragments: [f.preuves.yaml]\n  depot_vise');
      const fragment = { 'f.preuves.yaml': 'version: 1\nexigences:\n  A.03:\n  A.04:\n' };
      assert.deepEqual(await placesIn(main, fragment), [
        ['A.01: Énoncé de A.01', 'dossier'],
        ['A.02: Énoncé de A.02', 'dossier'],
        ['Requirement A.05', 'A.04'],
      ]);
    });

    it('have a fix for the chapter, one for each, and one for all of the dossier', async () => {
      const { analysis } = await analyse([rule], { main: of('INS/va1.56') });
      const several = analysis.findings.find(({ message }) => message === 'several');
      assert.ok(several);
      const fixes = rule.fixes?.(several, analysis.dossier) ?? [];
      assert.deepEqual(
        fixes.map(({ title, args, preferred }) => [say(title, 'fr', args), preferred === true]),
        [
          ['Ajouter les 2 exigences absentes du chapitre « Sécurité du système »', true],
          ['Ajouter l’exigence SSI/GEN.06', false],
          ['Ajouter l’exigence SSI/GEN.07', false],
          ['Ajouter les 4 exigences absentes', false],
        ],
      );
    });

    it('block a package of their own chapter alone, where a team makes them errors', async () => {
      const { analysis } = await analyse([rule], { main: of('INS/va1.56') });
      const state = analysis.compliance();
      const several = analysis.findings.find(({ message }) => message === 'several');
      assert.ok(state && several);
      const isHeld = (chapter: string) => concernsScope(state, { chapters: [chapter] })(several.target);
      assert.deepEqual([isHeld('Sécurité du système'), isHeld('Pro Santé Connect')], [true, false]);
    });
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
      const second =
        '          SSI/GEN.07.01.02:\n            # Attendu : [Si hébergement] Pièce attendue pour SSI/GEN.07.01.02\n';
      const stub = stubOf('SSI/GEN.07') + second;
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

    it('adds it to the fragment that has its chapter, of those that have its domain', async () => {
      const main = of().replace('  depot_vise', '  fragments: ["*.preuves.yaml"]\n  depot_vise');
      const [first, second] = smallCatalogue.requirements;
      assert.ok(first && second);
      const many = ['A.01', 'A.02', 'A.03'].map((id) => ({ ...second, id, nature: 'PRECONISATION' as const }));
      const own = { ...first, id: 'B.02', chapter: 'Autre', nature: 'PRECONISATION' as const };
      const wanted = { ...first, id: 'B.01', chapter: 'Autre' };
      const catalogue = { ...smallCatalogue, requirements: [...many, own, wanted], coreScenarios: [] };
      const files = {
        'a.preuves.yaml': 'version: 1\nexigences:\n  A.01:\n  A.02:\n  A.03:\n',
        'b.preuves.yaml': 'version: 1\nexigences:\n  B.02:\n',
      };
      const after = await fixed(rule, { main, files, catalogue });
      assert.deepEqual(Object.keys(after), [`${rootUri}/b.preuves.yaml`]);
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

    it('writes a long statement whole, in lines that can be read', async () => {
      const text = 'Le système\u00a0DOIT '.repeat(60);
      const long = requirement('SSI/GEN.06', smallCatalogue.requirements[3]?.scenarios ?? [], { text });
      const catalogue = { ...smallCatalogue, requirements: [long] };
      const after = (await fixed(rule, { main: manifest(''), catalogue }))[mainUri] ?? '';
      const lines = after.split('\n').filter((line) => line.includes('système'));
      assert.equal(lines.join('\n').match(/système\u00a0DOIT/g)?.length, 60);
      assert.ok(lines.every((line) => line.startsWith('    # ') && line.length <= 110));
    });

    it('writes the same entry in either language but for its own words', async () => {
      const { analysis } = await analyse([rule], { main: without('MSS/CONF.14') });
      const [finding] = analysis.findings;
      const written = (locale: 'fr' | 'en') =>
        finding && rule.fixes?.(finding, analysis.dossier, locale)[0]?.edits[0]?.text;
      assert.match(written('fr') ?? '', /# Attendu : Pièce/);
      assert.equal(written('en'), written('fr')?.replaceAll('Attendu :', 'Expected:'));
    });

    it('writes no `empreinte` before there is evidence', async () => {
      const after = (await fixed(rule, { main: without('MSS/CONF.14') }))[mainUri] ?? '';
      assert.ok(after.includes('MSS/CONF.14:') && !after.includes('empreinte'));
    });

    it('proposes nothing for requirements written inside braces', async () => {
      const { analysis } = await analyse([rule], { main: manifest('exigences: { INS/va1.56: }\n') });
      const [finding] = analysis.findings;
      assert.deepEqual(finding && rule.fixes?.(finding, analysis.dossier), []);
    });
  });

  it('says nothing while a part of the dossier, or the section, could not be read: it may stand there', async () => {
    const main = manifest('exigences:\n').replace('  profils:', '  fragments: [a.preuves.yaml]\n  profils:');
    await silent(rule, { main, faults: { 'a.preuves.yaml': { kind: 'unreadable', reason: 'EACCES' } } });
    await silent(rule, { main: manifest('exigences\n  INS/va1.56: {}\n') });
  });

  it('says that the words of a requirement are not known, where they are not', async () => {
    const { text, ...bare } = requirement('A.01', psc, { chapter: 'Autre' });
    assert.ok(text);
    const catalogue = { ...smallCatalogue, requirements: [...smallCatalogue.requirements, bare] };
    const [found] = await fires(rule, { main: of(...all).replace('exigences', '⟦exigences⟧'), catalogue });
    assert.deepEqual([found?.message, found?.args], ['absentUnknownText', { id: 'A.01' }]);
  });
});

import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import { insertLines } from './place-entry';
import { placeRequirements } from './place-requirements';
import { applyChanges } from './verified';

/** A manifest after the stub of a requirement was written into it. */
async function withStub(body: string): Promise<string> {
  const main = manifest(body);
  const { analysis } = await analyse([], { main });
  const { dossier } = analysis;
  assert.ok(dossier.catalogue.kind === 'loaded');
  const { index, catalogue } = dossier.catalogue;
  const missing = catalogue.requirements.filter(({ id }) => id === 'INS/va1.30');
  const changes = placeRequirements(missing, dossier, index, 'fr').filter(({ uri }) => uri === mainUri);
  return applyChanges(main, changes).slice(manifest('').length);
}

describe('a new entry', () => {
  it('goes under a section that says that it has none', async () => {
    const plain = await withStub('exigences:\n');
    assert.match(plain, /^exigences:\n {2}INS\/va1\.30:\n/);
    for (const empty of ['{}', '{ }', '[]', '~', 'null']) {
      assert.equal(await withStub(`exigences: ${empty}\n`), plain, empty);
      assert.equal(
        await withStub(`exigences: ${empty} # à faire\nchapitres: {}\n`),
        plain.replace('exigences:', 'exigences: # à faire') + 'chapitres: {}\n',
      );
    }
  });

  it('goes nowhere beside what is written in braces, or is something else', async () => {
    for (const body of ['exigences: { PSC.01: {} }\n', 'exigences: rien\n', 'exigences: &a {}\n'])
      assert.equal(await withStub(body), body);
  });

  it('goes behind what comes before it in the catalogue, as far as the order is kept, and keeps the rest', async () => {
    const entry = (id: string) => `  ${id}:\n    note_interne: ${id}\n`;
    const keys = async (...ids: string[]) => {
      const body = await withStub(`exigences:\n${ids.map(entry).join('')}`);
      for (const id of ids) assert.ok(body.includes(entry(id)), body);
      return [...body.matchAll(/^ {2}(\S+):$/gm)].map(([, id]) => id);
    };
    const [first, own, later] = ['INS/va1.56', 'INS/va1.30', 'PSC.01'];
    assert.deepEqual(await keys(first, later), [first, own, later]);
    assert.deepEqual(await keys(later), [own, later]);
    assert.deepEqual(await keys(first), [first, own]);
    assert.deepEqual(await keys('X.1', first, 'X.2', later), ['X.1', first, own, 'X.2', later]);
    assert.deepEqual(await keys(later, first), [later, first, own]);
  });

  it('begins a section that is not there, at the end, and ends the last line', async () => {
    assert.match(await withStub('chapitres: {}\n'), /^chapitres: \{\}\nexigences:\n {2}INS\/va1\.30:\n/);
    for (const body of ['exigences:', 'chapitres: {}', 'exigences: {}', 'exigences: {} # à faire'])
      assert.match(await withStub(body), /^[^]*exigences:.*\n {2}INS\/va1\.30:\n[^]*\n$/, body);
  });

  it('begins a text that is empty', async () => {
    const { analysis } = await analyse([], { main: '' });
    const change = insertLines(analysis.dossier.main, 0, ['exigences:', '  A.01:']);
    assert.equal(applyChanges('', [change]), 'exigences:\n  A.01:\n');
  });
});

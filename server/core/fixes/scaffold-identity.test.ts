import assert from 'node:assert/strict';
import { analyse } from '../../../test/kit/dossier-kit';
import { scaffoldIdentity } from './scaffold-identity';
import { applyChanges } from './verified';

async function after(main: string): Promise<string> {
  const { analysis } = await analyse([], { main });
  return applyChanges(main, scaffoldIdentity(analysis.dossier));
}

describe('identity keys that are written for their author to fill in', () => {
  it('stand in sections of their own where there are none, behind the head, else behind the first section', async () => {
    const sections = 'editeur:\n  denomination:\n  siret:\nlogiciel:\n  nom:\n  version:\n';
    const head = 'version: 1\ndossier: { dispositif: MDV-LGC-Va2 }\n';
    assert.equal(await after(`${head}exigences: {}\n`), `${head}${sections}exigences: {}\n`);
    assert.equal(await after(head.trimEnd()), `${head}${sections}`);
    assert.equal(await after('version: 1\nexigences: {}\n'), `version: 1\n${sections}exigences: {}\n`);
    assert.equal(await after(head.replaceAll('\n', '\r\n')), `${head}${sections}`.replaceAll('\n', '\r\n'));
  });

  it('complete what is there, in its style', async () => {
    const vendor = 'editeur: { denomination: A, siret: "1" }\n';
    assert.equal(
      await after(`${vendor}logiciel:\n  nom: B\n  nil: "1"\n`),
      `${vendor}logiciel:\n  nom: B\n  version: ""\n  nil: "1"\n`,
    );
    assert.equal(await after(`${vendor}logiciel:\n`), `${vendor}logiciel:\n  nom: ""\n  version: ""\n`);
    assert.equal(await after(`${vendor}logiciel: {}\n`), `${vendor}logiciel: { nom: "", version: "" }\n`);
    assert.equal(
      await after(`${vendor}logiciel: { nil: "1" }\n`),
      `${vendor}logiciel: { nom: "", version: "", nil: "1" }\n`,
    );
    // Only one of both sections is there.
    assert.equal(
      await after('dossier: {}\nlogiciel: { nom: B, version: "1" }\n'),
      'dossier: {}\nediteur:\n  denomination:\n  siret:\nlogiciel: { nom: B, version: "1" }\n',
    );
  });

  it('leave what is there, empty or not, and what nothing can be written in', async () => {
    for (const text of [
      'editeur: { denomination: "", siret: "" }\nlogiciel: { nom: "", version: "" }\n',
      'editeur: &a { denomination: A, siret: "1" }\nlogiciel: *a\n',
      'editeur: A\nlogiciel: [ B ]\n',
    ])
      assert.equal(await after(text), text);
  });
});

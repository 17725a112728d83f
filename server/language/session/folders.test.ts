import assert from 'node:assert/strict';
import { manifest } from '../../../test/kit/dossier-kit';
import { SessionKit } from '../../../test/kit/session-kit';
import { heldManifest } from '../../../test/kit/portfolio-kit';
import { writeCatalogue } from '../../core/catalogue/write-catalogue';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { neverCancelled } from '../../core/ports/cancellation';

const main = 'main.preuves.yaml';
const named = (globs: string, body = '') =>
  manifest(body).replace('  depot_vise', `  fragments: [${globs}]\n  depot_vise`);

describe('files opened from outside the folders of the workspace', () => {
  const files = {
    'in/a.preuves.yaml': manifest(''),
    'out/main.preuves.yaml': named('parts/*.preuves.yaml'),
    'out/parts/ins.preuves.yaml': 'version: 1\nexigences:\n  PSC.01:\n',
    'out/other.preuves.yaml': 'version: 1\n',
  };
  const manifests = (kit: SessionKit) => [...kit.session.workspace.manifests()].map((uri) => uri.slice(10)).sort();

  it('bring those beside them and those that these name, until the last of them is closed', async () => {
    const kit = await SessionKit.of({ files, folders: ['in'] }, 'out/parts/ins.preuves.yaml', 'out/other.preuves.yaml');
    const all = Object.keys(files).sort();
    assert.deepEqual(manifests(kit), all);
    kit.session.close(kit.uri('out/other.preuves.yaml'));
    assert.deepEqual(manifests(kit), all);
    kit.session.close(kit.uri('out/parts/ins.preuves.yaml'));
    assert.deepEqual(manifests(kit), ['in/a.preuves.yaml']);
    // Closed again: nobody knows it any more.
    kit.session.close(kit.uri('out/parts/ins.preuves.yaml'));
    assert.deepEqual(manifests(kit), ['in/a.preuves.yaml']);
  });

  it('are not searched for where nobody may: what is not saved yet lies nowhere', async () => {
    const kit = await SessionKit.of({ files, folders: ['in'] });
    kit.session.open('untitled:new.preuves.yaml', 'preuves-segur', 1, 'version: 1\n');
    await kit.session.ready();
    assert.deepEqual(kit.session.workspace.manifests().length, 2);
    const [symbol] = await kit.features.symbols('untitled:new.preuves.yaml', neverCancelled);
    assert.equal(symbol?.name, 'version');
  });

  it('that come there do not concern the workspace, and other files none of the session', async () => {
    const kit = await SessionKit.of({ files, folders: ['in'] });
    kit.texts.set(kit.uri('out/new.preuves.yaml'), 'version: 1\n');
    kit.session.filesChanged([{ uri: kit.uri('out/new.preuves.yaml'), kind: 'created' }]);
    kit.session.open(kit.uri('in/readme.md'), 'markdown', 1, '# Bonjour');
    kit.session.change(kit.uri('in/readme.md'), 2, [{ text: '# Au revoir' }]);
    kit.session.close(kit.uri('in/readme.md'));
    await kit.session.ready();
    assert.deepEqual(manifests(kit), ['in/a.preuves.yaml']);
    assert.deepEqual(kit.session.documents.uris(), []);
  });
});

describe('folders of a workspace', () => {
  it('taken out of it take along what no other folder of it holds', async () => {
    const files = { 'a/b/one.preuves.yaml': manifest(''), 'a/two.preuves.yaml': manifest('') };
    const kit = await SessionKit.of({ files, folders: ['a', 'a/b'] });
    assert.equal(kit.session.workspace.manifests().length, 2);
    kit.session.changeFolders([], [kit.uri('a')]);
    assert.deepEqual(kit.session.workspace.manifests(), [kit.uri('a/b/one.preuves.yaml')]);
  });

  it('that cannot be searched are told to the log, unless the editor is gone', async () => {
    const broken = new Error('the disk is gone');
    for (const [isGone, errors] of [
      [false, [broken]],
      [true, []],
    ] as const) {
      const kit = await SessionKit.of({ files: {} });
      kit.files.findNamed = () => Promise.reject(broken);
      kit.session.changeFolders([kit.uri('a')], []);
      if (isGone) kit.session.dispose();
      await kit.session.ready();
      assert.deepEqual(kit.errors, errors);
    }
  });
});

describe('what comes and goes on the disk', () => {
  it('a catalogue that is written anew is read anew', async () => {
    const catalogue = 'c.rem.yaml';
    const text = manifest('exigences:\n  PSC.‸01:\n').replace(
      '  depot_vise',
      `  catalogue: ${catalogue}\n  depot_vise`,
    );
    const kit = await SessionKit.of({ files: { [main]: text, [catalogue]: writeCatalogue(smallCatalogue) } }, main);
    const told = async () => {
      const hover = await kit.features.hover(kit.uri(main), kit.position(main), neverCancelled);
      return /Énoncé de [\w .]+/.exec(JSON.stringify(hover?.contents))?.[0];
    };
    assert.equal(await told(), 'Énoncé de PSC.01');
    const changed = writeCatalogue(smallCatalogue).replaceAll('Énoncé de PSC.01', 'Énoncé de la nouvelle version');
    kit.texts.set(kit.uri(catalogue), changed);
    assert.equal(await told(), 'Énoncé de PSC.01');
    kit.session.filesChanged([{ uri: kit.uri(catalogue), kind: 'changed' }]);
    assert.equal(await told(), 'Énoncé de la nouvelle version');
  });

  it('a portfolio that is written is one from then on, in the workspace alone', async () => {
    const kit = await SessionKit.of({
      files: { 'in/a/a.preuves.yaml': heldManifest('Alpha', 'MDV-LGC-Va2') },
      folders: ['in'],
    });
    const portfolios = (['in/portefeuille.yaml', 'out/portefeuille.yaml'] as const).map((path) => kit.uri(path));
    for (const uri of portfolios) kit.texts.set(uri, 'version: 1\ndossiers: [a]\n');
    kit.session.filesChanged(portfolios.map((uri) => ({ uri, kind: 'created' })));
    await kit.session.ready();
    assert.deepEqual(kit.session.workspace.portfolioUris(), [kit.uri('in/portefeuille.yaml')]);
  });

  it('a manifest that goes between two looks leaves the others as they are', async () => {
    const files = {
      [main]: manifest(''),
      'b/b.preuves.yaml': manifest(''),
      'portefeuille.yaml': 'version: 1\ndossiers: [b, .]\n',
    };
    const kit = await SessionKit.of({ files }, 'portefeuille.yaml');
    await kit.session.pause();
    const analyse = kit.session.workspace.analyse.bind(kit.session.workspace);
    kit.session.workspace.analyse = (uri, cancellation) => {
      if (uri === kit.uri('b/b.preuves.yaml')) {
        kit.texts.delete(uri);
        kit.session.workspace.texts.forget(uri);
      }
      return analyse(uri, cancellation);
    };
    kit.session.analyses.changed();
    const kept = await kit.session.analyses.all(neverCancelled);
    assert.deepEqual(
      kept.map(({ dossier }) => dossier.main.uri),
      [kit.uri(main)],
    );
    assert.deepEqual(await kit.session.analyses.ofFile(kit.uri('b/b.preuves.yaml'), neverCancelled), { dossiers: [] });
  });
});

describe('diagnostics of a dossier', () => {
  it('do not say of a file that is empty that no dossier names it, and nothing of what is not there', async () => {
    const kit = await SessionKit.of(
      { files: { 'f.preuves.yaml': '# à écrire\n', 'g.preuves.yaml': '' } },
      'f.preuves.yaml',
      'g.preuves.yaml',
    );
    for (const path of ['f.preuves.yaml', 'g.preuves.yaml']) {
      const codes = (await kit.diagnostics(path)).map(({ code }) => code);
      assert.deepEqual(codes, ['manifeste/cle-manquante']);
    }
    assert.deepEqual(await kit.diagnostics('absent.preuves.yaml'), []);
  });

  it('of a portfolio that is there no more are none', async () => {
    const kit = await SessionKit.of(
      { files: { 'portefeuille.yaml': 'version: 1\ndossiers: [b]\n' } },
      'portefeuille.yaml',
    );
    assert.deepEqual(
      (await kit.diagnostics('portefeuille.yaml')).map(({ code }) => code),
      ['portefeuille/dossier'],
    );
    kit.session.workspace.removePortfolio(kit.uri('portefeuille.yaml'));
    kit.texts.delete(kit.uri('portefeuille.yaml'));
    kit.session.workspace.portfolios.close(kit.uri('portefeuille.yaml'));
    kit.session.workspace.portfolios.forget(kit.uri('portefeuille.yaml'));
    assert.deepEqual(await kit.diagnostics('portefeuille.yaml'), []);
  });
});

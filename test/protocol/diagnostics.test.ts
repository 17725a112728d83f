import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { ComplianceView } from '../../protocol/requests/compliance';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { manifest } from '../kit/dossier-kit';
import { smallCatalogue } from '../kit/small-catalogue';
import { TestClient, type ClientSettings } from './protocol-kit';

const missing = 'preuve/fichier-introuvable';
const entry = (file: string) => `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: ${file}
`;
const main = (file: string) => manifest(entry(file));
const fragment = (file: string) => `version: 1\n${entry(file)}`;
const withFragments = (body: string) =>
  manifest(body).replace('depot_vise', 'fragments: [parts/*.preuves.yaml]\n  depot_vise');

/** Since LSP 3.18 a message may be Markdown; ours are plain. */
const textOf = (diagnostic: Diagnostic | undefined) =>
  typeof diagnostic?.message === 'string' ? diagnostic.message : '';

describe('diagnostics', () => {
  let client: TestClient;
  const start = async (settings: ClientSettings) => {
    client = await TestClient.start(settings);
  };
  afterEach(() => client.stop());

  const cites = async (name: string, code: string) => (await client.codes(name)).includes(code);

  describe('of files that nothing cites', () => {
    const orphan = 'preuve/orpheline';
    const name = 'd.preuves.yaml';
    const orphans = async () => (await client.diagnostics(name)).filter(({ code }) => code === orphan);

    it('follow a file that comes, is cited, and goes', async () => {
      await start({ files: { [name]: main('preuves/a.png'), 'preuves/a.png': 'a' } });
      await client.open(name);
      // The last thing that is looked at: the folder was listed when the file was found.
      await client.until('the evidence was looked at', () => cites(name, 'preuve/contenu-inattendu'));
      assert.deepEqual(await orphans(), []);
      client.write('preuves/b.png', 'b');
      await client.filesChanged(['preuves/b.png', 'created']);
      await client.until('the new file is reported', async () => (await orphans()).length === 1);
      const [found] = await orphans();
      assert.ok(textOf(found).includes('preuves/b.png'));
      assert.deepEqual(found?.relatedInformation?.[0]?.location.uri, client.uri('preuves/b.png'));
      await client.edit(name, 'fichier: preuves/a.png', 'fichier: preuves/b.png');
      await client.until('the other one is reported', async () => textOf((await orphans())[0]).includes('a.png'));
      fs.rmSync(path.join(client.folder, 'preuves/a.png'));
      await client.filesChanged(['preuves/a.png', 'deleted']);
      await client.until('nothing is left', async () => (await orphans()).length === 0);
    });

    it('are not made by a file that another dossier of the folder cites', async () => {
      const files = { 'preuves/a.png': 'a', 'preuves/b.png': 'b', 'preuves/c.png': 'c' };
      await start({ files: { ...files, [name]: main('preuves/a.png'), 'e.preuves.yaml': main('preuves/b.png') } });
      await client.open(name);
      await client.until('the third one is reported', async () => (await orphans()).length === 1);
      assert.ok(textOf((await orphans())[0]).includes('c.png'));
    });
  });

  describe('of an open file', () => {
    it('are pulled once, and again only when they say something else', async () => {
      await start({ files: { 'd.preuves.yaml': main('absent.png') } });
      await client.open('d.preuves.yaml');
      await client.until('the missing file is reported', () => cites('d.preuves.yaml', missing));
      const first = await client.pull('d.preuves.yaml');
      const again = await client.pull('d.preuves.yaml', first.resultId);
      assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
      await client.edit('d.preuves.yaml', 'MonCabinet', 'MonCab');
      assert.equal((await client.pull('d.preuves.yaml', first.resultId)).kind, 'unchanged');
    });

    it('follow an edit at once, on the exact place, with a page to read', async () => {
      await start({ files: { 'd.preuves.yaml': main('here.png'), 'here.png': 'x', 'absent.txt': '' } });
      await client.open('d.preuves.yaml');
      fs.rmSync(path.join(client.folder, 'absent.txt'));
      await client.edit('d.preuves.yaml', 'here.png', 'gone.png');
      await client.until('the edit is reported', () => cites('d.preuves.yaml', missing));
      const [found] = (await client.diagnostics('d.preuves.yaml')).filter(({ code }) => code === missing);
      assert.deepEqual(found?.range.end, client.after('d.preuves.yaml', 'gone.png'));
      assert.equal(found.source, 'segur');
      assert.ok(found.codeDescription?.href.endsWith('/docs/rules/preuve/fichier-introuvable.md'));
      await client.edit('d.preuves.yaml', 'gone.png', 'here.png');
      assert.ok(!(await cites('d.preuves.yaml', missing)));
    });

    it('are never pushed as well', async () => {
      await start({ files: { 'd.preuves.yaml': main('absent.png') } });
      await client.until(
        'the closed file is reported',
        () => (client.pushed('d.preuves.yaml')?.diagnostics.length ?? 0) > 0,
      );
      await client.open('d.preuves.yaml');
      await client.until(
        'what was pushed is withdrawn',
        () => client.pushed('d.preuves.yaml')?.diagnostics.length === 0,
      );
      await client.until('they are pulled instead', () => cites('d.preuves.yaml', missing));
      assert.deepEqual(client.pushed('d.preuves.yaml')?.diagnostics, []);
      await client.close('d.preuves.yaml');
      await client.until('they are pushed again', () => (client.pushed('d.preuves.yaml')?.diagnostics.length ?? 0) > 0);
    });

    it('come in the language asked for', async () => {
      await start({ files: { 'd.preuves.yaml': main('absent.png') }, options: { langue: 'en' } });
      await client.open('d.preuves.yaml');
      await client.until('reported', () => cites('d.preuves.yaml', missing));
      const found = (await client.diagnostics('d.preuves.yaml')).find(({ code }) => code === missing);
      assert.match(textOf(found), /^File/);
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { segurPreuves: { langue: 'fr' } },
      });
      await client.until('asked to pull again', () => client.refreshes > 0);
      const after = (await client.diagnostics('d.preuves.yaml')).find(({ code }) => code === missing);
      assert.match(textOf(after), /^Le fichier/);
    });
  });

  describe('across files', () => {
    it('ask for one new pull when another file changes them', async () => {
      const files = { 'm.preuves.yaml': withFragments(''), 'parts/a.preuves.yaml': fragment('absent.png') };
      await start({ files });
      await client.open('m.preuves.yaml');
      await client.open('parts/a.preuves.yaml');
      await client.until('the fragment is checked', () => cites('parts/a.preuves.yaml', missing));
      await client.codes('m.preuves.yaml');
      const before = client.refreshes;
      await client.edit('m.preuves.yaml', 'parts/*', 'other/*');
      await client.codes('m.preuves.yaml');
      await client.until('asked to pull again', () => client.refreshes > before);
      assert.deepEqual(await client.codes('parts/a.preuves.yaml'), ['fragment/orphelin']);
    });

    it('never speak before the fragments are known', async () => {
      const filler = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`a/${index}/x.txt`, '']));
      const files = { ...filler, 'm.preuves.yaml': withFragments(''), 'parts/a.preuves.yaml': fragment('absent.png') };
      await start({ files });
      await client.open('m.preuves.yaml');
      const of = (items: Diagnostic[]) => items.filter((one) => textOf(one).includes('INS/va1.56 '));
      assert.deepEqual(of(await client.diagnostics('m.preuves.yaml')), []);
    });

    it('say nothing of a fragment that some dossier names', async () => {
      await start({
        files: { 'm.preuves.yaml': withFragments(''), 'parts/a.preuves.yaml': 'version: 1\nexigences:\n' },
      });
      await client.open('parts/a.preuves.yaml');
      await client.until('the folder is searched', () => client.figures > 0);
      assert.ok(!(await cites('parts/a.preuves.yaml', 'fragment/orphelin')));
    });
  });

  describe('of files on disk', () => {
    const reported = (name: string) => () => (client.pushed(name)?.diagnostics.length ?? 0) > 0;
    const cleared = (name: string) => () => client.pushed(name)?.diagnostics.length === 0;

    it('are cleared when the file is deleted', async () => {
      await start({ files: { 'd.preuves.yaml': main('absent.png') } });
      await client.until('reported', reported('d.preuves.yaml'));
      fs.rmSync(path.join(client.folder, 'd.preuves.yaml'));
      await client.filesChanged(['d.preuves.yaml', 'deleted']);
      await client.until('cleared', cleared('d.preuves.yaml'));
    });

    it('move with a renamed file, and with a renamed folder', async () => {
      await start({ files: { 'a/d.preuves.yaml': main('absent.png') } });
      await client.until('reported', reported('a/d.preuves.yaml'));
      fs.renameSync(path.join(client.folder, 'a'), path.join(client.folder, 'b'));
      const files = [{ oldUri: client.uri('a'), newUri: client.uri('b') }];
      await client.connection.sendNotification('workspace/didRenameFiles', { files });
      await client.until('cleared at the old place', cleared('a/d.preuves.yaml'));
      await client.until('reported at the new place', reported('b/d.preuves.yaml'));
    });

    it('are cleared when the folder leaves the workspace', async () => {
      await start({ files: { 'one/d.preuves.yaml': main('absent.png') }, folders: ['one'] });
      await client.until('reported', reported('one/d.preuves.yaml'));
      const event = { added: [], removed: [{ uri: client.uri('one'), name: 'one' }] };
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      await client.until('cleared', cleared('one/d.preuves.yaml'));
    });

    it('follow a change made elsewhere', async () => {
      await start({ files: { 'd.preuves.yaml': main('absent.png'), 'here.png': 'x' } });
      await client.until('reported', reported('d.preuves.yaml'));
      client.write('d.preuves.yaml', main('here.png'));
      await client.filesChanged(['d.preuves.yaml', 'changed']);
      await client.until(
        'mended',
        () => client.pushed('d.preuves.yaml')?.diagnostics.every(({ code }) => code !== missing) === true,
      );
    });
  });

  describe('where the client can not pull', () => {
    it('are pushed with the version that they are about', async () => {
      await start({ files: { 'd.preuves.yaml': main('here.png'), 'here.png': 'x' }, diagnostics: 'push' });
      await client.open('d.preuves.yaml');
      await client.edit('d.preuves.yaml', 'here.png', 'absent.png');
      const isAbout = (version: number) => client.pushed('d.preuves.yaml')?.version === version;
      const codes = () => client.pushed('d.preuves.yaml')?.diagnostics.map(({ code }) => code) ?? [];
      await client.until('the edit is reported', () => isAbout(2) && codes().includes(missing));
      await client.edit('d.preuves.yaml', 'absent.png', 'here.png');
      await client.until('the correction is reported', () => isAbout(3) && !codes().includes(missing));
      assert.equal(client.refreshes, 0);
    });
  });

  describe('and evidence', () => {
    it('follow a file that comes and goes', async () => {
      await start({ files: { 'd.preuves.yaml': main('preuves/a.png') } });
      await client.open('d.preuves.yaml');
      await client.until('reported', () => cites('d.preuves.yaml', missing));
      const globs = () => client.registrations.flatMap(({ registerOptions }) => JSON.stringify(registerOptions)).join();
      await client.until('its folder is watched', () => globs().includes('preuves/**'));
      const before = client.refreshes;
      client.write('preuves/a.png', 'content');
      await client.filesChanged(['preuves/a.png', 'created']);
      await client.until('asked to pull again', () => client.refreshes > before);
      await client.until('mended', async () => !(await cites('d.preuves.yaml', missing)));
    });

    it('change the figures', async () => {
      const proof = `exigences:
  SSI/GEN.07:
    scenarios:
      SSI/GEN.07.01:
        preuves:
          SSI/GEN.07.01.02:
            - { fichier: a.txt, date: 2026-11-01, version: 12.4.0 }
`;
      const text = manifest(proof).replace('profils', 'catalogue: c.rem.yaml\n  profils');
      await start({ files: { 'd.preuves.yaml': text, 'c.rem.yaml': writeCatalogue(smallCatalogue) } });
      const provided = async () => {
        const view = await client.request<ComplianceView>('segur/conformite', { groupBy: 'chapter' });
        return view.dossiers[0]?.root.counts?.provided;
      };
      await client.until('the missing file is known', async () => (await provided()) === 0);
      client.write('a.txt', 'content');
      await client.filesChanged(['a.txt', 'created']);
      await client.until('it counts', async () => (await provided()) === 1);
      await client.until('views are told', () => client.figures > 0);
    });
  });
});

import assert from 'node:assert/strict';
import { analyse, file, mainUri, manifest, rootUri } from '../../../test/kit/dossier-kit';
import { MemoryFiles } from '../../../test/kit/memory-files';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import type { EvidenceFile } from '../evidence/evidence-file';
import { neverCancelled } from '../ports/cancellation';
import { rules } from '../rules/registry';
import { dossierThreads, siblingsOf } from './dossier-threads';
import { mayBelongTo } from './other-manifests';
import { openPortfolio } from './portfolio';
import { Workspace } from './workspace';

type Texts = Readonly<Record<string, string | Uint8Array>>;

/** A workspace of files by path, and what it asked of the evidence. */
function workspaceOf(texts: Texts, evidence: Readonly<Record<string, EvidenceFile>> = {}, pause?: () => Promise<void>) {
  const contents = new Map(Object.entries(texts).map(([path, text]) => [`${rootUri}/${path}`, text]));
  const files = new MemoryFiles(contents);
  const asked: string[] = [];
  const ports = {
    files,
    evidence: {
      lookup: (_root: string, path: string) => evidence[path],
      scan: (_root: string, paths: readonly string[]) => Promise.resolve(void asked.push(`scan ${paths.join()}`)),
      listed: () => undefined,
      list: (_root: string, folders: readonly { readonly path: string }[]) =>
        Promise.resolve(void asked.push(`list ${folders.map(({ path }) => path).join()}`)),
    },
    clock: { today: () => '2026-11-20' },
    builtIns: { load: () => Promise.resolve(smallCatalogue) },
  };
  return { workspace: new Workspace(ports, rules, pause ? { pause } : {}), contents, files, asked };
}

const cited = (path: string) =>
  manifest(`exigences:
  INS/va1.56: { scenarios: { INS/va1.56.01: { preuves: { INS/va1.56.01.01: [ { fichier: ${path} } ] } } } }
`);

describe('the dossiers of folders', () => {
  const [a, b] = [`${rootUri}/a/main.preuves.yaml`, `${rootUri}/b/main.preuves.yaml`];
  const texts = { 'a/main.preuves.yaml': manifest(''), 'b/main.preuves.yaml': manifest(''), 'b/portefeuille.yaml': '' };

  it('are forgotten with their folder, but for those that are open', async () => {
    const { workspace } = workspaceOf(texts);
    await workspace.addFolder(rootUri, neverCancelled);
    assert.deepEqual(workspace.manifests(), [a, b]);
    assert.deepEqual(workspace.portfolioUris(), [`${rootUri}/b/portefeuille.yaml`]);
    workspace.removeFolder(`${rootUri}/c`);
    assert.deepEqual([workspace.manifests(), workspace.portfolioUris().length], [[a, b], 1]);
    workspace.texts.setOpen(b, manifest(''));
    workspace.removeFolder(rootUri);
    assert.deepEqual([workspace.manifests(), workspace.portfolioUris()], [[b], []]);
  });

  it('stay while an editor shows them, but not when their file is gone', async () => {
    const { workspace } = workspaceOf(texts);
    await workspace.addFolder(rootUri, neverCancelled);
    workspace.texts.setOpen(b, manifest(''));
    workspace.removeManifest(a);
    workspace.removeManifest(b);
    assert.deepEqual(workspace.manifests(), [b]);
    assert.deepEqual(await workspace.mainsOf(b, neverCancelled), [b]);
    workspace.manifestGone(b);
    assert.ok(!workspace.hasManifest(b));
  });

  it('are looked for once in a folder of which nothing is known', async () => {
    const { workspace, contents } = workspaceOf(texts);
    await workspace.lookInto(`${rootUri}/a`, neverCancelled);
    assert.deepEqual(workspace.manifests(), [a]);
    contents.set(`${rootUri}/a/autre.preuves.yaml`, manifest(''));
    await workspace.lookInto(`${rootUri}/a`, neverCancelled);
    assert.deepEqual(workspace.manifests(), [a]);
  });

  it('are no dossiers where a shared folder made a copy of one', async () => {
    const copy = 'a/main (copie en conflit).preuves.yaml';
    const { workspace } = workspaceOf({ ...texts, 'a/main.preuves (conflicted copy).yaml': manifest(''), [copy]: '' });
    await workspace.addFolder(rootUri, neverCancelled);
    assert.ok(!(await workspace.mains(neverCancelled)).some((uri) => uri.includes('conflicted')));
    const told = await workspace.unread(neverCancelled);
    assert.ok(told.some(({ uri }) => uri.includes('conflicted')));
  });

  it('give way in the middle of a long check, and begin anew where they changed meanwhile', async () => {
    const body = Array.from({ length: 400 }, (_, at) => `  X.${String(at)}: {}\n`).join('');
    const text = manifest(`exigences:\n${body}`);
    let turns = 0;
    const { workspace } = workspaceOf({ 'main.preuves.yaml': text }, {}, async () => {
      if (turns++ > 0) return;
      workspace.texts.setOpen(mainUri, text.replace('dispositif: MDV-LGC-Va2', 'dispositif: IMG-DB-Va2'));
      await workspace.analyse(mainUri, neverCancelled);
    });
    const analysis = await workspace.analyse(mainUri, neverCancelled);
    assert.ok(turns > 1);
    assert.equal(analysis?.dossier.main.parsed.dossier?.facts.dispositif?.value, 'IMG-DB-Va2');
  });

  it('are none where a link leads out of their folder', async () => {
    const { workspace, files } = workspaceOf({ 'a/main.preuves.yaml': manifest('') });
    files.links.set(`${rootUri}/a/main.preuves.yaml`, 'file:///ailleurs/main.preuves.yaml');
    await workspace.addFolder(rootUri, neverCancelled);
    assert.deepEqual(await workspace.mainsOf(a, neverCancelled), []);
    assert.deepEqual(await workspace.mains(neverCancelled), []);
  });

  it('are none where their manifest is gone', async () => {
    const { workspace } = workspaceOf({});
    assert.equal(await workspace.analyse(mainUri, neverCancelled), undefined);
    assert.deepEqual(await workspace.mainsOf(mainUri, neverCancelled), []);
    assert.equal(await workspace.unreadAt(mainUri, neverCancelled), undefined);
  });
});

describe('the evidence of a dossier', () => {
  it('is looked at with its folders, or those pieces alone that are asked for', async () => {
    const { workspace, asked } = workspaceOf({ 'main.preuves.yaml': cited('preuves/a.png') });
    const analysis = await workspace.analyse(mainUri, neverCancelled);
    assert.ok(analysis);
    await workspace.scanEvidence(analysis, neverCancelled, ['preuves/b.png', '../c.png']);
    assert.deepEqual(asked, ['scan preuves/b.png']);
    await workspace.scanEvidence(analysis, neverCancelled);
    assert.deepEqual(asked.slice(1), ['scan preuves/a.png', 'list preuves']);
  });

  it('that is lost is sought by its digest among what the dossier does not cite', async () => {
    const digest = 'ab'.repeat(32);
    const body = cited(`preuves/a.png, sha256: ${digest}`);
    const found: EvidenceFile = { ...file(), sha256: digest };
    const { workspace, asked } = workspaceOf(
      { 'main.preuves.yaml': body, 'autres/b.png': '', 'x/main.preuves.yaml': manifest(''), 'x/c.png': '' },
      { 'autres/b.png': found, 'preuves/a.png': { state: 'absent' } },
    );
    await workspace.addFolder(rootUri, neverCancelled);
    const analysis = await workspace.analyse(mainUri, neverCancelled);
    assert.ok(analysis);
    const uncited = await workspace.findLost(analysis, neverCancelled);
    assert.deepEqual(asked, ['scan autres/b.png']);
    assert.deepEqual(uncited.with(digest), { paths: ['autres/b.png'], isSure: true });
  });
});

describe('fragments behind a link', () => {
  const main = manifest('').replace(
    'dossier:\n',
    'dossier:\n  fragments: [lien/*.preuves.yaml, lien/un.preuves.yaml]\n',
  );

  it('count where the link stays in the dossier', async () => {
    const { analysis, workspace } = await analyse([], {
      main,
      files: { 'vrai/un.preuves.yaml': 'version: 1\nexigences: { PSC.01: {} }\n' },
      links: { lien: `${rootUri}/vrai` },
    });
    assert.deepEqual(
      analysis.dossier.requirements.map(({ value }) => value.facts.id.value),
      ['PSC.01'],
    );
    const again = await workspace.analyse(mainUri, neverCancelled);
    assert.equal(again?.dossier.requirements.length, 1);
  });

  it('are told where it leads out of it', async () => {
    const { analysis } = await analyse([], { main, links: { lien: 'file:///ailleurs' } });
    assert.deepEqual(analysis.dossier.requirements, []);
    assert.deepEqual([...new Set(analysis.dossier.unread.map(({ fault }) => fault.kind))], ['outside']);
  });
});

describe('the threads of a dossier', () => {
  const thread = (dossier: string) => `version: 1\nsujet: S\nexigence: PSC.01\n${dossier}messages: []\n`;

  it('are its own, beside other dossiers of the folder', async () => {
    const { workspace, files } = workspaceOf({
      'main.preuves.yaml': manifest(''),
      'autre.preuves.yaml': manifest(''),
      'f.preuves.yaml': 'version: 1\nexigences: {}\n',
      'x/main.preuves.yaml': manifest(''),
      'discussions/a.yaml': thread('dossier: main.preuves.yaml\n'),
      'discussions/b.yaml': thread('dossier: autre.preuves.yaml\n'),
    });
    await workspace.addFolder(rootUri, neverCancelled);
    assert.deepEqual(await siblingsOf(workspace, mainUri, neverCancelled), ['autre.preuves.yaml']);
    const analysis = await workspace.analyse(mainUri, neverCancelled);
    assert.ok(analysis);
    const { threads, fault } = await dossierThreads(workspace, analysis, neverCancelled);
    assert.deepEqual([threads.length, fault], [1, undefined]);
    files.faults.set(`${rootUri}/discussions`, { kind: 'unreadable', reason: 'EACCES' });
    workspace.threads.forget(`${rootUri}/discussions`);
    assert.deepEqual(await dossierThreads(workspace, analysis, neverCancelled), {
      threads: [],
      fault: { kind: 'unreadable', reason: 'EACCES' },
    });
  });
});

describe('a manifest that is no part of a dossier', () => {
  it('has to do with the files that it may cite, from wherever it lies', () => {
    const { workspace } = workspaceOf({});
    const parsed = (uri: string, text: string) => ({ uri, parsed: workspace.texts.setOpen(uri, text) });
    const belongs = (...others: Parameters<typeof mayBelongTo>[0]) => mayBelongTo(others, `${rootUri}/d`);
    const below = belongs(parsed(`${rootUri}/d/x/main.preuves.yaml`, cited('preuves/a.png')));
    assert.deepEqual(['x/preuves/a.png', 'x/autre.png', 'preuves/a.png'].map(below), [true, true, false]);
    const above = belongs(parsed(`${rootUri}/main.preuves.yaml`, cited('d/preuves/a.png')));
    assert.deepEqual(['preuves/a.png', 'autre.png'].map(above), [true, false]);
    const aside = belongs(parsed('file:///ailleurs/main.preuves.yaml', cited('preuves/a.png')));
    assert.equal(aside('preuves/a.png'), false);
    // One that was not read may cite anything.
    assert.equal(belongs({ uri: `${rootUri}/d/y.preuves.yaml`, parsed: undefined })('autre.png'), true);
  });
});

describe('a portfolio', () => {
  const uri = `${rootUri}/portefeuille.yaml`;
  const told = async (text: string | Uint8Array) => {
    const { workspace } = workspaceOf({ 'portefeuille.yaml': text });
    return (await openPortfolio(workspace, uri, neverCancelled))?.findings.map(({ message }) => message);
  };

  it('is told to be in another encoding, to be nested without end, or to be none', async () => {
    const latin = Uint8Array.from(Buffer.from('version: 1\ndossiers: [a]\n# « été »\n', 'latin1'));
    assert.ok((await told(latin))?.includes('encoding'));
    assert.ok((await told(`version: 1\ndossiers: ${'['.repeat(500)}`))?.includes('syntax'));
    const { workspace } = workspaceOf({});
    assert.equal(await openPortfolio(workspace, uri, neverCancelled), undefined);
  });

  it('that is not read names no common folder', async () => {
    const { workspace, files } = workspaceOf({});
    files.faults.set(uri, { kind: 'unreadable', reason: 'EIO' });
    assert.equal(await workspace.portfolios.commonOf(uri, neverCancelled), undefined);
    assert.equal(workspace.portfolios.sharedPath(rootUri, `${rootUri}/a.png`), undefined);
  });
});

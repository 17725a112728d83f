import assert from 'node:assert/strict';
import type { CodeActionContext } from 'vscode-languageserver-types';
import { file, manifest } from '../../../test/kit/dossier-kit';
import { heldManifest } from '../../../test/kit/portfolio-kit';
import { SessionKit, type SessionKitInput } from '../../../test/kit/session-kit';
import { neverCancelled } from '../../core/ports/cancellation';

const main = 'main.preuves.yaml';
const fragment = 'ins.preuves.yaml';
const portfolio = 'portefeuille.yaml';
const top = { line: 0, character: 0 };
const nowhere = { start: top, end: top };
const nothingChosen: CodeActionContext = { diagnostics: [] };

describe('requests about a document that is not open', () => {
  it('have no answer', async () => {
    const files = { [main]: manifest('exigences:\n  PSC.01:\n'), [portfolio]: 'version: 1\ndossiers: [.]\n' };
    const kit = await SessionKit.of({ files });
    const { features, navigation, text } = kit;
    for (const one of [kit.uri(main), kit.uri(portfolio)]) {
      const empty = { isIncomplete: false, items: [] };
      assert.deepEqual(await features.completion(one, top, neverCancelled), empty);
      assert.equal(await features.hover(one, top, neverCancelled), null);
      assert.deepEqual(await features.symbols(one, neverCancelled), []);
      assert.deepEqual(await features.links(one, neverCancelled), []);
      assert.deepEqual(await features.codeLenses(one, neverCancelled), []);
      assert.deepEqual(await features.codeActions(one, nowhere, nothingChosen, neverCancelled), []);
      assert.deepEqual(await navigation.definition(one, top, neverCancelled), []);
      assert.deepEqual(await navigation.highlights(one, top, neverCancelled), []);
      assert.deepEqual(await navigation.references(one, top, true, neverCancelled), []);
      assert.equal(await navigation.prepareHierarchy(one, top, neverCancelled), null);
      assert.equal(await navigation.prepareRename(one, top, neverCancelled), null);
      assert.deepEqual(await navigation.rename(one, top, 'X', neverCancelled), {});
      assert.deepEqual(text.folding(one), []);
      assert.deepEqual(text.selections(one, [top]), []);
      assert.deepEqual(text.formatting(one), []);
      assert.deepEqual(await text.tokens(one, undefined, neverCancelled), []);
      const choice = { state: true, size: true, age: true };
      assert.deepEqual(await text.hints(one, nowhere, choice, neverCancelled), []);
    }
  });

  it('leave an item of the list of suggestions as it is', async () => {
    const kit = await SessionKit.of({ files: { [main]: manifest('') } });
    for (const item of [
      { label: 'PSC.01', data: { uri: kit.uri(main), kind: 'requirement', id: 'PSC.01' } },
      { label: 'what another server offered' },
    ])
      assert.equal(await kit.features.resolveCompletion(item, neverCancelled), item);
  });
});

describe('a fragment that no dossier names', () => {
  const files = {
    [main]: manifest(''),
    [fragment]: 'version: 1\nexigences:\n  PSC.01:\n    commantaire: x\n  PSC.01:\n  ‸\n',
  };

  it('says so at its first key, beside what rules say of the file alone', async () => {
    const kit = await SessionKit.of({ files }, fragment);
    const [orphan, ...others] = await kit.diagnostics(fragment);
    assert.equal(orphan?.code, 'fragment/orphelin');
    assert.deepEqual(orphan.range, kit.range(fragment, 'version'));
    assert.deepEqual(
      others.map(({ code }) => code),
      ['manifeste/cle-inconnue'],
    );
  });

  it('is mended like any other, and shows no state', async () => {
    const kit = await SessionKit.of({ files }, fragment);
    const actions = await kit.features.codeActions(
      kit.uri(fragment),
      kit.range(fragment, 'commantaire'),
      nothingChosen,
      neverCancelled,
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Remplacer par « commentaire »'],
    );
    assert.deepEqual(await kit.features.codeLenses(kit.uri(fragment), neverCancelled), []);
  });

  it('may be a dossier yet: it is offered everything, and what it has not said itself', async () => {
    const kit = await SessionKit.of(
      { files: { ...files, 'b.preuves.yaml': 'version: 1\n‸\nexigences:\n' } },
      'b.preuves.yaml',
    );
    const { items } = await kit.features.completion(
      kit.uri('b.preuves.yaml'),
      kit.position('b.preuves.yaml'),
      neverCancelled,
    );
    assert.ok(items.some(({ label }) => label === 'logiciel'));
  });
});

describe('a file that is not plain UTF-8 under an editor that shows it', () => {
  const misread = manifest('exigences:\n  PSC.01:\n    commantaire: \uFFFD\n');
  const fixesOf = async (kit: SessionKit) => {
    const range = kit.range(main, 'commantaire');
    const actions = await kit.features.codeActions(kit.uri(main), range, nothingChosen, neverCancelled);
    return actions.map(({ title }) => title);
  };
  const whole = ['Remplacer par « commentaire »'];

  it('is edited where its letters are its own', async () => {
    assert.deepEqual(await fixesOf(await SessionKit.of({ files: { [main]: misread } }, main)), whole);
  });

  it('is not edited where the editor lost letters of it, nor where nobody can tell any more', async () => {
    const kit = await SessionKit.of({ files: { [main]: misread } }, main);
    kit.files.faults.set(kit.uri(main), { kind: 'unreadable', reason: 'EACCES' });
    assert.deepEqual(await fixesOf(kit), []);
    kit.files.faults.clear();
    kit.texts.set(kit.uri(main), Buffer.from(misread.replace('\uFFFD', 'é'), 'latin1'));
    assert.deepEqual(await fixesOf(kit), []);
    const broken = new Error('the disk is gone');
    kit.files.readText = () => Promise.reject(broken);
    await assert.rejects(fixesOf(kit), broken);
  });
});

describe('the severity of a rule, set from where it speaks', () => {
  const faulty = manifest('exigences:\n  PSC.01:\n    commantaire: x\n');
  const configuration = 'segur.config.yaml';
  const changed = async (input: Partial<SessionKitInput>, prepare?: (kit: SessionKit) => void) => {
    const kit = await SessionKit.of({ ...input, files: { [main]: faulty, ...input.files } }, main);
    prepare?.(kit);
    const range = kit.range(main, 'commantaire');
    const diagnostics = [...(await kit.diagnostics(main))].filter(({ code }) => code === 'manifeste/cle-inconnue');
    assert.equal(diagnostics.length, 1);
    const actions = await kit.features.codeActions(kit.uri(main), range, { diagnostics }, neverCancelled);
    const off = actions.find(({ title }) => title === 'Désactiver manifeste/cle-inconnue (segur.config.yaml)');
    return off?.edit?.documentChanges?.map((one) => ('kind' in one ? one.kind : one.textDocument.uri.slice(10)));
  };

  it('is written into the configuration, or into a new one', async () => {
    assert.deepEqual(await changed({ files: { [configuration]: 'gravites:\n' } }), [configuration]);
    assert.deepEqual(await changed({}), ['create', configuration]);
  });

  it('is not offered where it could not be written', async () => {
    assert.equal(await changed({ abilities: { createFiles: false } }), undefined);
    assert.equal(await changed({ abilities: { versionedEdits: false } }), undefined);
    const unread = await changed({ files: { [configuration]: 'gravites:\n' } }, (kit) => {
      kit.files.faults.set(kit.uri(configuration), { kind: 'unreadable', reason: 'EACCES' });
      kit.session.filesChanged([{ uri: kit.uri(configuration), kind: 'changed' }]);
    });
    assert.equal(unread, undefined);
  });
});

describe('safe fixes of a file', () => {
  it('are made all at once, and none of them is of a fragment that belongs to nothing', async () => {
    const wave1 = 'exigences:\n  LGC.INS.01:\n';
    const kit = await SessionKit.of(
      { files: { [main]: manifest(wave1), [fragment]: `version: 1\n${wave1}` } },
      main,
      fragment,
    );
    const edits = async (path: string) => {
      const range = kit.range(path, 'LGC.INS.01');
      const context = { diagnostics: [], only: ['source.fixAll'] };
      const actions = await kit.features.codeActions(kit.uri(path), range, context, neverCancelled);
      return actions.map(({ edit }) => edit?.documentChanges);
    };
    const textDocument = { uri: kit.uri(main), version: 1 };
    const renamed = { range: kit.range(main, 'LGC.INS.01'), newText: 'INS/va1.56' };
    assert.deepEqual(await edits(main), [[{ textDocument, edits: [renamed] }]]);
    assert.deepEqual(await edits(fragment), []);
  });
});

describe('evidence looked at while somebody types', () => {
  const files = {
    [main]: manifest(
      'exigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.01:\n        preuves:\n          INS/va1.56.01.01:\n            - fichier: ‸\n',
    ),
    'preuves/a.png': '',
  };

  it('is offered all the same when it cannot be read', async () => {
    const broken = new Error('the disk is gone');
    const kit = await SessionKit.of({ files, scan: () => Promise.reject(broken) }, main);
    const { items, isIncomplete } = await kit.features.completion(kit.uri(main), kit.position(main), neverCancelled);
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [['preuves/a.png', 'empreinte pas encore connue, non écrite']],
    );
    assert.ok(isIncomplete);
    assert.ok(kit.errors.includes(broken));
  });

  it('is not waited for longer than somebody who types may wait', async () => {
    const kit = await SessionKit.of({ files, scan: () => new Promise(() => undefined) }, main);
    const { items } = await kit.features.completion(kit.uri(main), kit.position(main), neverCancelled);
    assert.equal(items.length, 1);
  });

  it('opens no list again in an editor that has no command for it', async () => {
    const kit = await SessionKit.of({ files: { [main]: 'dossier:\n  dispo‸' }, suggestCommand: null }, main);
    const { items } = await kit.features.completion(kit.uri(main), kit.position(main), neverCancelled);
    assert.deepEqual(
      items.map(({ label, command }) => [label, command]),
      [['dispositif', undefined]],
    );
  });
});

describe('a portfolio', () => {
  const dossiers = {
    'a/a.preuves.yaml': heldManifest('Alpha', 'MDV-LGC-Va2'),
    'b/b.preuves.yaml': heldManifest('Beta', 'MDV-LGC-Va2'),
    'commun/logo.png': '',
  };
  const at = async (marked: string) => {
    const kit = await SessionKit.of({ files: { ...dossiers, [portfolio]: marked } }, portfolio);
    return { kit, uri: kit.uri(portfolio), position: kit.position(portfolio) };
  };

  it('leads to the manifests of the dossiers that it names', async () => {
    const { kit, uri } = await at('version: 1\ndossiers: [a, b, c]\n‸');
    const links = await kit.features.links(uri, neverCancelled);
    assert.deepEqual(
      links.map(({ range, target }) => [range, target]),
      [
        [kit.range(portfolio, 'a, b').start, 'a/a.preuves.yaml'],
        [kit.range(portfolio, 'b, c').start, 'b/b.preuves.yaml'],
      ].map(([start, path]) => {
        const { line, character } = start as { line: number; character: number };
        return [{ start: { line, character }, end: { line, character: character + 1 } }, kit.uri(path as string)];
      }),
    );
  });

  it('is offered the dossiers that it does not name yet', async () => {
    const { kit, uri, position } = await at('version: 1\ndossiers:\n  - a\n  - ‸');
    const { items } = await kit.features.completion(uri, position, neverCancelled);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['b'],
    );
  });

  it('tells of a dossier, and of nothing where the file is empty of it', async () => {
    const told = await at('version: 1\ndossiers: [a‸]\n');
    const hover = await told.kit.features.hover(told.uri, told.position, neverCancelled);
    assert.match(JSON.stringify(hover?.contents), /\*\*Alpha\*\*/);
    const nothing = await at('version: 1\ndossiers: [a] # ‸\n');
    assert.equal(await nothing.kit.features.hover(nothing.uri, nothing.position, neverCancelled), null);
  });

  it('that is on the disk no more has no answer but its text', async () => {
    const { kit, uri, position } = await at('dossiers: [a‸]\n');
    kit.session.close(uri);
    kit.texts.delete(uri);
    kit.session.filesChanged([{ uri, kind: 'deleted' }]);
    kit.session.documents.open(uri, 'yaml', 1, 'dossiers: [a]\n');
    assert.equal(await kit.features.hover(uri, position, neverCancelled), null);
    assert.deepEqual(await kit.features.links(uri, neverCancelled), []);
  });
});

describe('a piece that is lost', () => {
  const digest = 'b'.repeat(64);
  const lost = manifest(
    `exigences:\n  PSC.01: { scenarios: { PSC.01.01: { preuves: { PSC.01.01.01: [{ fichier: a.png, sha256: ${digest} }] } } } }\n`,
  );
  const evidence = { '|a.png': { state: 'absent' }, '|moved/b.png': file({ sha256: digest }) } as const;

  it('is looked for among what nothing cites, where it is pointed at or all is mended', async () => {
    const kit = await SessionKit.of({ files: { [main]: lost, 'moved/b.png': '' }, evidence }, main);
    const texts = async (what: string, only?: string[]) => {
      const context = { diagnostics: [], ...(only ? { only } : {}) };
      const actions = await kit.features.codeActions(kit.uri(main), kit.range(main, what), context, neverCancelled);
      return actions.flatMap(({ edit }) =>
        (edit?.documentChanges ?? []).flatMap((one) =>
          'edits' in one ? one.edits.flatMap((change) => ('newText' in change ? [change.newText] : [])) : [],
        ),
      );
    };
    assert.ok((await texts('a.png')).includes('moved/b.png'));
    assert.ok((await texts('exigences', ['source.fixAll.segur'])).includes('moved/b.png'));
    assert.ok((await texts('exigences', ['source'])).includes('moved/b.png'));
    assert.deepEqual(await texts('version'), []);
  });
});

describe('a fragment that a dossier names', () => {
  const files = {
    [main]: manifest('').replace('  depot_vise', `  fragments: [${fragment}]\n  depot_vise`),
    [fragment]: 'version: 1\n‸\n',
  };

  it('is offered what a fragment may hold, and nothing of the head', async () => {
    const kit = await SessionKit.of({ files }, fragment);
    const { items } = await kit.features.completion(kit.uri(fragment), kit.position(fragment), neverCancelled);
    const labels = items.map(({ label }) => label);
    assert.ok(labels.includes('exigences') && !labels.includes('logiciel') && !labels.includes('dossier'));
  });

  it('leaves one of its places to the letter: nothing is marked where nothing is meant', async () => {
    const kit = await SessionKit.of({ files }, fragment, main);
    assert.deepEqual(await kit.navigation.highlights(kit.uri(fragment), kit.position(fragment), neverCancelled), []);
    const names = await kit.navigation.symbols('PS1', neverCancelled);
    assert.deepEqual(names, []);
  });
});

describe('files that move', () => {
  it('are known by the name that the disk has, in a dossier and in a portfolio', async () => {
    const cited = heldManifest('Alpha', 'MDV-LGC-Va2', '{ fichier: preuves/a.png }');
    const kit = await SessionKit.of({
      files: { 'a/a.preuves.yaml': cited, [portfolio]: 'version: 1\ndossiers: [a]\n' },
      bytes: { 'b/portefeuille.yaml': Buffer.from('dossiers: [é]\n', 'latin1') },
      evidence: { 'a|preuves/a.png': file({ nameOnDisk: 'preuves/A.png' }) },
    });
    const { edit } = await kit.features.willRename(
      [{ from: kit.uri('a/preuves/A.png'), to: kit.uri('a/preuves/B.png') }],
      neverCancelled,
    );
    const texts = edit?.documentChanges?.flatMap((one) =>
      'edits' in one ? one.edits.map((change) => ('newText' in change ? change.newText : '')) : [],
    );
    assert.deepEqual(texts, ['preuves/B.png']);
    const moved = await kit.features.willRename([{ from: kit.uri('a'), to: kit.uri('c') }], neverCancelled);
    assert.deepEqual(
      moved.edit?.documentChanges?.map((one) => 'textDocument' in one && one.textDocument.uri),
      [kit.uri(portfolio)],
    );
  });
});

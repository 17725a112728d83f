import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { file, manifest } from '../../../test/kit/dossier-kit';
import { SessionKit, type SessionKitInput } from '../../../test/kit/session-kit';
import { writeCatalogue } from '../../core/catalogue/write-catalogue';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { say } from '../../core/messages/say';
import { neverCancelled } from '../../core/ports/cancellation';
import { RenameRefused } from '../rename';

const main = 'main.preuves.yaml';
const catalogue = 'c.rem.yaml';
const own = 'exigences:\n  MAISON.01:\n    scenarios:\n      MAISON.01.01:\n        preuves:\n          P.1: []\n';
const piece = (path: string, more = '') =>
  `exigences:\n  PSC.01:\n    scenarios:\n      PSC.01.01:\n        preuves:\n          PSC.01.01.01:\n            - fichier: ${path}\n${more}`;

async function at(marked: string, input: Partial<SessionKitInput> = {}) {
  const kit = await SessionKit.of({ ...input, files: { [main]: marked, ...input.files } }, main);
  return { kit, uri: kit.uri(main), position: kit.position(main) };
}

/** The text of an open or closed file after an edit. */
function after({ texts }: SessionKit, uri: string, edit: WorkspaceEdit | undefined | null): string | undefined {
  const edits =
    edit?.changes?.[uri] ??
    edit?.documentChanges?.flatMap((one) => ('edits' in one && one.textDocument.uri === uri ? one.edits : []));
  const before = String(texts.get(uri));
  return (
    edits &&
    TextDocument.applyEdits(
      TextDocument.create(uri, '', 1, before),
      edits.flatMap((one) => ('newText' in one ? [one] : [])),
    )
  );
}

/** Why it was refused, in French. */
async function refusal(action: Promise<unknown>): Promise<string> {
  try {
    await action;
  } catch (error) {
    assert.ok(error instanceof RenameRefused, String(error));
    return say(error.sentence, 'fr', error.args);
  }
  return assert.fail('it was not refused');
}

describe('navigation from an id', () => {
  it('leads into the imported catalogue, or the one that ships where the editor opens it', async () => {
    const marked = manifest('exigences:\n  PSC.‸01:\n');
    const shipped = await at(marked);
    const [place] = await shipped.kit.navigation.definition(shipped.uri, shipped.position, neverCancelled);
    assert.equal(place?.uri, 'segur-preuves-catalogue:/MDV-LGC-Va2.rem.yaml');
    const closed = await at(marked, { abilities: { openCatalogues: false } });
    assert.deepEqual(await closed.kit.navigation.definition(closed.uri, closed.position, neverCancelled), []);
    const imported = await at(marked.replace('  depot_vise', `  catalogue: ${catalogue}\n  depot_vise`), {
      abilities: { openCatalogues: false },
      files: { [catalogue]: writeCatalogue(smallCatalogue) },
    });
    const [line] = await imported.kit.navigation.definition(imported.uri, imported.position, neverCancelled);
    assert.equal(line?.uri, imported.kit.uri(catalogue));
  });

  it('leads nowhere without a catalogue, and from a fragment alone to its own entries', async () => {
    const broken = await at(
      manifest('exigences:\n  PSC.‸01:\n').replace('MDV-LGC-Va2', 'AUTRE\n  catalogue: absent.rem.yaml'),
    );
    assert.deepEqual(await broken.kit.navigation.definition(broken.uri, broken.position, neverCancelled), []);
    const kit = await SessionKit.of(
      { files: { 'f.preuves.yaml': 'version: 1\nexigences:\n  MAISON‸:\n  MAISON:\n' } },
      'f.preuves.yaml',
    );
    const places = await kit.navigation.definition(
      kit.uri('f.preuves.yaml'),
      kit.position('f.preuves.yaml'),
      neverCancelled,
    );
    assert.deepEqual(
      places.map(({ range }) => range.start.line),
      [3],
    );
  });

  it('leads to a piece that is there', async () => {
    const evidence = { '|preuves/a.png': file() };
    const there = await at(manifest(piece('preuves/‸a.png')), { evidence });
    assert.deepEqual(await there.kit.navigation.definition(there.uri, there.position, neverCancelled), [
      {
        uri: there.kit.uri('preuves/a.png'),
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      },
    ]);
    const absent = await at(manifest(piece('preuves/‸b.png')), { evidence });
    assert.deepEqual(await absent.kit.navigation.definition(absent.uri, absent.position, neverCancelled), []);
  });

  it('finds uses from the text of a catalogue, and none from where no id stands in it', async () => {
    const text = writeCatalogue(smallCatalogue);
    const { kit } = await at(
      manifest('exigences:\n  PSC.01:‸\n').replace('  depot_vise', `  catalogue: ${catalogue}\n  depot_vise`),
      { files: { [catalogue]: text } },
    );
    const positionOf = (what: string) => TextDocument.create('', '', 0, text).positionAt(text.indexOf(what));
    const uses = (uri: string, what: string) => kit.navigation.references(uri, positionOf(what), true, neverCancelled);
    const places = await uses(kit.uri(catalogue), 'PSC.01');
    assert.deepEqual(places.map(({ uri }) => uri).sort(), [kit.uri(catalogue), kit.uri(main)]);
    assert.deepEqual(await uses(kit.uri(catalogue), 'dispositif'), []);
    assert.deepEqual(await uses(kit.uri('other.rem.yaml'), 'PSC.01'), []);
  });

  it('passes over a manifest that is on the disk no more', async () => {
    const { kit } = await at(manifest('‸exigences:\n  PSC.01:\n'), {
      files: { 'f.preuves.yaml': 'version: 1\nexigences:\n  X.1:\n' },
    });
    const names = async () => (await kit.navigation.symbols('', neverCancelled)).map(({ name }) => name);
    assert.deepEqual(await names(), ['X.1', 'PSC.01']);
    kit.texts.delete(kit.uri('f.preuves.yaml'));
    kit.session.workspace.texts.forget(kit.uri('f.preuves.yaml'));
    assert.deepEqual(await names(), ['PSC.01']);
  });
});

describe('steps from a piece to what it proves', () => {
  it('take back only what the server gave', async () => {
    const { kit } = await at(manifest('‸'));
    const subject = { kind: 'requirement', id: 'PSC.01', known: true };
    for (const data of [
      ...[undefined, null, 'x', {}, { subject: null, rootUri: 'file:///w' }, { subject }],
      ...[
        { ...subject, kind: 'autre' },
        { ...subject, id: 1 },
        { ...subject, within: 1 },
        { ...subject, scenario: 1 },
      ].map((one) => ({ subject: one, rootUri: 'file:///w' })),
      { subject: { kind: 'proof', id: 'P', known: false }, rootUri: 'file:///w' },
    ]) {
      assert.deepEqual(await kit.navigation.incoming(data, neverCancelled), []);
      assert.deepEqual(await kit.navigation.outgoing(data, neverCancelled), []);
    }
  });

  it('start from an id and from a piece, and from nothing else', async () => {
    const { kit, uri, position } = await at(manifest(piece('preuves/‸a.png')));
    const [item] = (await kit.navigation.prepareHierarchy(uri, position, neverCancelled)) ?? [];
    assert.equal(item?.detail, 'PSC.01 › PSC.01.01 › PSC.01.01.01');
    const [from] = await kit.navigation.incoming(item.data, neverCancelled);
    assert.equal(from?.from.name, 'PSC.01.01.01');
    const [to] = await kit.navigation.outgoing(from.from.data, neverCancelled);
    assert.equal(to?.to.name, 'preuves/a.png');
    assert.equal(await kit.navigation.prepareHierarchy(uri, { line: 0, character: 0 }, neverCancelled), null);
  });

  it('do not count what the reviewer said of a proof as something that its scenario rests on', async () => {
    const reviewed = own.replace('P.1: []', 'P.1: []\n        instruction:\n          P.1: [{ le: 2026-11-02 }]');
    const { kit, uri, position } = await at(manifest(reviewed.replace('MAISON.01.01:', 'MAISON.01.01‸:')));
    const [item] = (await kit.navigation.prepareHierarchy(uri, position, neverCancelled)) ?? [];
    const steps = await kit.navigation.outgoing(item?.data, neverCancelled);
    assert.deepEqual(
      steps.map(({ to, fromRanges }) => [to.name, fromRanges.length]),
      [['P.1', 1]],
    );
  });

  it('of a core-business scenario that covers nothing lead nowhere', async () => {
    const bare = {
      ...smallCatalogue,
      coreScenarios: smallCatalogue.coreScenarios.map((one) => ({ ...one, covers: [], steps: [] })),
    };
    for (const [used, names] of [
      [smallCatalogue, ['CO.48']],
      [bare, []],
    ] as const) {
      const { kit, uri, position } = await at(manifest('exigences:\n  CO.48:\nscenarios:\n  SCN_DB/CO.01‸:\n'), {
        catalogue: used,
      });
      const [item] = (await kit.navigation.prepareHierarchy(uri, position, neverCancelled)) ?? [];
      const steps = await kit.navigation.incoming(item?.data, neverCancelled);
      assert.deepEqual(
        steps.map(({ from }) => from.name),
        names,
      );
    }
  });
});

describe('renaming an id', () => {
  it('changes every place that says it, and nothing where the name stays', async () => {
    const { kit, uri, position } = await at(manifest(own.replace('MAISON.01:', 'MAISON‸.01:')));
    assert.deepEqual(await kit.navigation.prepareRename(uri, position, neverCancelled), {
      range: kit.range(main, 'MAISON.01'),
      placeholder: 'MAISON.01',
    });
    assert.deepEqual(await kit.navigation.rename(uri, position, 'MAISON.01', neverCancelled), { edit: {} });
    const { edit } = await kit.navigation.rename(uri, position, ' MAISON.02 ', neverCancelled);
    assert.equal(after(kit, uri, edit), manifest(own.replace('MAISON.01:', 'MAISON.02:')));
  });

  it('names no version to an editor that knows none', async () => {
    const { kit, uri, position } = await at(manifest(own.replace('MAISON.01:', 'MAISON‸.01:')), {
      abilities: { versionedEdits: false },
    });
    const { edit } = await kit.navigation.rename(uri, position, 'MAISON.02', neverCancelled);
    assert.equal(edit?.documentChanges, undefined);
    assert.equal(after(kit, uri, edit), manifest(own.replace('MAISON.01:', 'MAISON.02:')));
  });

  it('touches no fragment of the dossier that does not say it', async () => {
    const marked = manifest(own.replace('MAISON.01:', 'MAISON‸.01:')).replace(
      '  depot_vise',
      '  fragments: [f.preuves.yaml]\n  depot_vise',
    );
    const { kit, uri, position } = await at(marked, {
      files: { 'f.preuves.yaml': 'version: 1\nexigences:\n  PSC.01:\n' },
    });
    const { edit } = await kit.navigation.rename(uri, position, 'MAISON.02', neverCancelled);
    assert.deepEqual(
      edit?.documentChanges?.map((one) => 'textDocument' in one && one.textDocument.uri),
      [uri],
    );
  });

  it('is refused where it could not be done whole', async () => {
    const renaming = async (body: string, name = 'MAISON.02', prepare?: (kit: SessionKit) => void) => {
      const { kit, uri, position } = await at(manifest(body));
      prepare?.(kit);
      return refusal(kit.navigation.rename(uri, position, name, neverCancelled));
    };
    assert.match(await renaming('exigences:\n  PSC.‸01:\n'), /^« PSC.01 » est un identifiant du REM/);
    assert.match(await renaming('exigences:\n  ‸:\n'), /^Rien ici ne peut être renommé/);
    assert.match(await renaming('exigences:\n  MAI‸SON.01:\n', ' '), /^Donnez un nom/);
    assert.match(await renaming('exigences:\n  MAI‸SON.01:\n  MAISON.02:\n'), /« MAISON.02 » est déjà écrit/);
    assert.match(await renaming('exigences:\n  MAI‸SON.01:\n', 'a\tb'), /^Donnez un nom/);
    const lost = manifest('exigences:\n  MAI‸SON.01:\n    commentaire: \uFFFD\n').slice(manifest('').length);
    const unreadable = await renaming(lost, 'MAISON.02', (kit) => {
      kit.files.faults.set(kit.uri(main), { kind: 'unreadable', reason: 'EACCES' });
    });
    assert.match(unreadable, /^main\.preuves\.yaml n’est pas en UTF-8/);
    const aliased = own.replace('P.1: []', '&a P.1: []\n        instruction:\n          *a : []');
    assert.match(await renaming(aliased.replace('P.1', 'P‸.1'), 'P.2'), /^« P.1 » est aussi écrit par un alias YAML/);
    assert.match(await renaming(aliased.replace('*a', '*a‸'), 'P.2'), /^« P.1 » est écrit par un alias YAML/);
  });
});

describe('renaming a piece', () => {
  const files = { 'preuves/a.png': 'A', 'preuves/b.png': 'B' };
  const marked = manifest(piece('preuves/‸a.png'));

  it('takes its citations and the file along', async () => {
    const { kit, uri, position } = await at(marked, { files });
    const { edit, warning } = await kit.navigation.rename(uri, position, 'preuves/été.png', neverCancelled);
    assert.equal(warning, undefined);
    assert.equal(after(kit, uri, edit), manifest(piece('preuves/été.png')));
    assert.deepEqual(edit?.documentChanges?.at(-1), {
      kind: 'rename',
      oldUri: kit.uri('preuves/a.png'),
      newUri: `${kit.uri('preuves')}/%C3%A9t%C3%A9.png`,
      options: { overwrite: false },
    });
  });

  it('changes nothing where the path is the same, as the disk writes it', async () => {
    const evidence = { '|preuves/a.png': file({ nameOnDisk: 'preuves/A.png' }) };
    const { kit, uri, position } = await at(marked, { files, evidence });
    const same = await kit.navigation.rename(uri, position, './preuves/A.png', neverCancelled);
    assert.deepEqual(same, { edit: {}, warning: undefined });
  });

  it('is refused out of the dossier, onto another file, and by an editor that renames none', async () => {
    const { kit, uri, position } = await at(marked, { files });
    const renaming = (name: string) => refusal(kit.navigation.rename(uri, position, name, neverCancelled));
    for (const name of ['../a.png', '/etc/a.png', 'C:\\a.png', '', 'preuves\\b.png'])
      assert.match(await renaming(name), /n’est pas un chemin que le manifeste peut citer/);
    assert.match(await renaming('preuves/b.png'), /^« preuves\/b.png » existe déjà/);
    const unable = await at(marked, { files, abilities: { renameFiles: false } });
    const refused = refusal(unable.kit.navigation.rename(unable.uri, unable.position, 'c.png', neverCancelled));
    assert.match(await refused, /^Cet éditeur ne sait pas renommer/);
  });
});

describe('files moved in the editor', () => {
  it('tell at most three citations that stay behind, then how many more', async () => {
    const four = ['a', 'b', 'c', 'd'].map((name) => `            - fichier: preuves/${name}.png\n`).join('');
    for (const [count, more] of [
      [3, /Gardez-le dans le dossier, ou corrigez le manifeste\.$/],
      [4, / 1 autre citation ne suit pas\.$/],
      [5, / 2 autres citations ne suivent pas\.$/],
    ] as const) {
      const lines = `${four}            - fichier: preuves/e.png\n`.split('\n').slice(0, count).join('\n');
      const text = manifest(piece('x', `${lines}\n`));
      const kit = await SessionKit.of({ folders: ['d'], files: { 'd/main.preuves.yaml': text } });
      const { edit, warning } = await kit.features.willRename(
        [{ from: kit.uri('d/preuves'), to: kit.uri('ailleurs') }],
        neverCancelled,
      );
      assert.equal(edit, null);
      assert.match(warning ?? '', more);
    }
  });

  it('change no manifest that is not UTF-8, and say so', async () => {
    const text = manifest(piece('preuves/a.png', '              commentaire: été\n'));
    const kit = await SessionKit.of({ files: {}, bytes: { [main]: Buffer.from(text, 'latin1') } });
    const { edit, warning } = await kit.features.willRename(
      [{ from: kit.uri('preuves'), to: kit.uri('pieces') }],
      neverCancelled,
    );
    assert.equal(edit, null);
    assert.match(warning ?? '', /^main\.preuves\.yaml n’est pas en UTF-8.*« preuves\/a\.png » n’y est pas changé/);
  });
});

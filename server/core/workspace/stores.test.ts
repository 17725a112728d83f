import assert from 'node:assert/strict';
import { MemoryFiles } from '../../../test/kit/memory-files';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { writeCatalogue } from '../catalogue/write-catalogue';
import { noConfiguration } from '../configuration/configuration';
import type { CatalogueState } from '../dossier/dossier';
import { shippedFacts } from '../facts/known-facts';
import type { DossierFacts } from '../manifest/facts';
import { neverCancelled } from '../ports/cancellation';
import type { FileFault } from '../ports/file-fault';
import { CatalogueStore } from './catalogue-store';
import { ConfigurationStore } from './configuration-store';
import { FactsStore } from './facts-store';
import { ManifestTexts } from './manifest-texts';
import { PortfolioStore } from './portfolio-store';
import { ThreadStore } from './thread-store';

const root = 'file:///d';
const range = { start: 0, end: 0 };
const denied: FileFault = { kind: 'unreadable', reason: 'EACCES' };

type Texts = Readonly<Record<string, string | Uint8Array>>;
const filesOf = (texts: Texts, faults: Readonly<Record<string, FileFault>> = {}): MemoryFiles => {
  const files = new MemoryFiles(new Map(Object.entries(texts).map(([path, text]) => [`${root}/${path}`, text])));
  for (const [path, fault] of Object.entries(faults)) files.faults.set(`${root}/${path}`, fault);
  return files;
};
/** What no reader of files expects. */
class BrokenFiles extends MemoryFiles {
  constructor() {
    super(new Map());
  }
  override readText(): Promise<never> {
    return Promise.reject(new Error('the disk is gone'));
  }
  override findNamed(): Promise<never> {
    return Promise.reject(new Error('the disk is gone'));
  }
}
const isGone = { message: 'the disk is gone' };

describe('the catalogue of a dossier', () => {
  const path = 'MDV-LGC-Va2.rem.yaml';
  const head = { catalogue: { value: path, range } } as unknown as DossierFacts;
  const text = writeCatalogue(smallCatalogue);
  const builtIns = { load: () => Promise.resolve(undefined) };
  const stateOf = async (texts: Texts, faults: Readonly<Record<string, FileFault>> = {}): Promise<CatalogueState> =>
    new CatalogueStore(filesOf(texts, faults), builtIns).of(root, head, neverCancelled);
  const refusal = (state: CatalogueState) => (state.kind === 'loaded' ? state.adjustments?.refused : undefined);

  it('is the one of its file, with the overlay beside it', async () => {
    const overlay = 'version: 1\npreuves:\n  INS/va1.56.01.01: { types: [video] }\n';
    const state = await stateOf({ [path]: text, 'MDV-LGC-Va2.ajustements.yaml': overlay });
    assert.ok(state.kind === 'loaded');
    assert.deepEqual(state.catalogue.requirements[0]?.scenarios[0]?.proofs[0]?.types, ['video']);
    assert.deepEqual(state.adjustments?.remarks, []);
  });

  it('keeps without an overlay that was not read, and says why', async () => {
    const over = 'MDV-LGC-Va2.ajustements.yaml';
    const unread = refusal(await stateOf({ [path]: text }, { [over]: denied }));
    assert.match(unread?.fr ?? '', /MDV-LGC-Va2\.ajustements\.yaml.*EACCES/);
    assert.match(unread?.en ?? '', /MDV-LGC-Va2\.ajustements\.yaml.*EACCES/);
    const latin = Uint8Array.from(Buffer.from('version: 1\n# « été »\n', 'latin1'));
    assert.match(refusal(await stateOf({ [path]: text, [over]: latin }))?.fr ?? '', /pas en UTF-8/);
    assert.match(refusal(await stateOf({ [path]: text, [over]: latin }))?.en ?? '', /is not UTF-8/);
    assert.ok(refusal(await stateOf({ [path]: text, [over]: '- a\n' }))?.fr);
  });

  it('has no overlay under a name that is not one of a catalogue', async () => {
    const named = { catalogue: { value: 'rem.yaml', range } } as unknown as DossierFacts;
    const files = filesOf({ 'rem.yaml': text, 'rem.ajustements.yaml': '- a\n', 'ajustements.yaml': '- a\n' });
    const state = await new CatalogueStore(files, builtIns).of(root, named, neverCancelled);
    assert.ok(state.kind === 'loaded');
    assert.equal(state.adjustments, undefined);
  });

  it('is told when it is nowhere, not read, or leads out of the dossier', async () => {
    assert.deepEqual(await stateOf({}), { kind: 'notFound', path });
    assert.deepEqual(await stateOf({}, { [path]: denied }), { kind: 'unread', path, fault: denied });
    assert.equal((await stateOf({ [path]: 'a: [' })).kind, 'invalid');
    const store = new CatalogueStore(filesOf({}), builtIns);
    const outside = { catalogue: { value: '../x.rem.yaml', range } } as unknown as DossierFacts;
    assert.deepEqual(await store.of(root, outside, neverCancelled), { kind: 'outside', path: '../x.rem.yaml' });
    assert.deepEqual(await store.of(root, undefined, neverCancelled), { kind: 'unknownDispositif' });
    await assert.rejects(new CatalogueStore(new BrokenFiles(), builtIns).of(root, head, neverCancelled), isGone);
  });

  it('is read again once it or its overlay changed', async () => {
    const texts = new Map<string, string>([[`${root}/${path}`, text]]);
    const store = new CatalogueStore(new MemoryFiles(texts), builtIns);
    const first = await store.of(root, head, neverCancelled);
    assert.equal(await store.of(root, head, neverCancelled), first);
    texts.set(`${root}/MDV-LGC-Va2.ajustements.yaml`, 'version: 1\n');
    for (const changed of [path, 'MDV-LGC-Va2.ajustements.yaml']) {
      const before = await store.of(root, head, neverCancelled);
      store.forget(`${root}/${changed}`);
      assert.notEqual(await store.of(root, head, neverCancelled), before, changed);
    }
  });

  it('gives its text as it is now, where it can be read', async () => {
    const textIn = (files: MemoryFiles) =>
      new CatalogueStore(files, builtIns).textOf(root, `${root}/${path}`, neverCancelled);
    assert.equal(await textIn(filesOf({ [path]: text })), text);
    assert.equal(await textIn(filesOf({})), undefined);
    assert.equal(await textIn(filesOf({}, { [path]: denied })), undefined);
    await assert.rejects(textIn(new BrokenFiles()), isGone);
  });
});

const pack = (version: string) =>
  `version: '${version}'\norigine: Équipe\nadresses:\n  - { ancienne: 'https://a.fr/', nouvelle: 'https://b.fr/', lue: true, source: [], confiance: vu }\n`;

describe('the data packages of a team', () => {
  const told = async (files: MemoryFiles, path: string) => {
    const { facts, problems } = await new FactsStore(files).of(`${root}/${path}`, neverCancelled);
    return { versions: facts.packages.map(({ version }) => version), problems };
  };

  it('are a file, or those of a folder in the order of their names', async () => {
    assert.deepEqual(await told(filesOf({ 'f.yaml': pack('1') }), 'f.yaml'), { versions: ['1'], problems: [] });
    const files = filesOf({ 'f/b.yml': pack('2'), 'f/a.yaml': pack('1'), 'f/c.txt': pack('3') });
    assert.deepEqual((await told(files, 'f')).versions, ['1', '2']);
  });

  it('are refused one by one, each with its reason in both languages', async () => {
    const latin = Uint8Array.from(Buffer.from(`${pack('1')}# « été »\n`, 'latin1'));
    for (const [texts, path, fr, en] of [
      [{}, 'f.yaml', /« f\.yaml » absent/, /no data package “f\.yaml”/],
      [{}, 'f', /aucun fichier YAML dans le dossier de données « f »/, /no YAML file in the data folder “f”/],
      [{ 'f.yaml': latin }, 'f.yaml', /« f\.yaml » refusé, ligne 2/, /“f\.yaml” refused, line 2/],
      [{ 'f.yaml': 'version: 1\norigine: [\n' }, 'f.yaml', /refusé, ligne 3 :.*[^.]\. Les données/, /refused, line 3:/],
      [{ 'f.yaml': '' }, 'f.yaml', /refusé, ligne 1 :/, /refused, line 1:/],
    ] as const) {
      const { versions, problems } = await told(filesOf(texts), path);
      assert.deepEqual(versions, []);
      assert.match((problems[0]?.fr ?? '').replaceAll('\u00a0', ' '), fr);
      assert.match(problems[0]?.en ?? '', en);
    }
    const mixed = await told(filesOf({ 'f/a.yaml': pack('1') }, { 'f/b.yaml': denied }), 'f');
    assert.deepEqual([mixed.versions, mixed.problems.length], [['1'], 1]);
    assert.match(mixed.problems[0]?.fr ?? '', /b\.yaml.*EACCES.*[^.]$/);
    await assert.rejects(told(new BrokenFiles(), 'f.yaml'), isGone);
  });

  it('are kept until one of them changes', async () => {
    const texts = new Map([[`${root}/f/a.yaml`, pack('1')]]);
    const store = new FactsStore(new MemoryFiles(texts));
    const first = await store.of(`${root}/f`, neverCancelled);
    assert.equal(await store.of(`${root}/f`, neverCancelled), first);
    for (const other of ['g/a.yaml', 'fa.yaml', 'f.yaml']) assert.ok(!store.forget(`${root}/${other}`), other);
    assert.ok(store.forget(`${root}/f/a.yaml`));
    texts.set(`${root}/f/a.yaml`, pack('2'));
    assert.equal((await store.of(`${root}/f`, neverCancelled)).facts.packages[0]?.version, '2');
    assert.ok(store.forget(`${root}/f`));
  });
});

describe('the configuration of a dossier', () => {
  const name = 'segur.config.yaml';
  const rules: ReadonlySet<string> = new Set();

  it('names its data packages, whose faults are its own, at the line of their key', async () => {
    const store = new ConfigurationStore(filesOf({ [name]: '# à nous\ndonnees: f.yaml\n' }), rules);
    const { facts, problems } = await store.of(`${root}/a`, neverCancelled);
    assert.equal(facts, shippedFacts);
    assert.deepEqual(
      problems.map(({ line, sentence }) => [line, sentence.en]),
      [[2, 'no data package “f.yaml”: the data that ships stays in force']],
    );
  });

  it('gives way to the packages that the caller names, one object as long as those stay', async () => {
    const texts: Record<string, string> = { [name]: 'donnees: f.yaml\n', 'f.yaml': pack('1'), 'g.yaml': pack('2') };
    const store = new ConfigurationStore(filesOf(texts), rules, `${root}/g.yaml`);
    const first = await store.of(root, neverCancelled);
    assert.deepEqual(
      first.facts?.packages.map(({ version }) => version),
      ['2'],
    );
    assert.equal(await store.of(root, neverCancelled), first);
    assert.ok(!store.forgetFacts(`${root}/f.yaml`));
    assert.ok(store.forgetFacts(`${root}/g.yaml`));
    assert.notEqual(await store.of(root, neverCancelled), first);
  });

  it('stands in the way of those above where it is there and not read', async () => {
    const files = filesOf({ [name]: '' }, { [`a/${name}`]: denied });
    const { uri, fault, facts } = await new ConfigurationStore(files, rules).of(`${root}/a`, neverCancelled);
    assert.deepEqual([uri, fault, facts], [`${root}/a/${name}`, denied, noConfiguration.facts]);
    assert.equal(await new ConfigurationStore(filesOf({}), rules).of(root, neverCancelled), noConfiguration);
    await assert.rejects(new ConfigurationStore(new BrokenFiles(), rules).of(root, neverCancelled), isGone);
  });
});

describe('the threads beside a dossier', () => {
  const thread = 'version: 1\nsujet: Le film\nexigence: INS/va1.56\nmessages: []\n';

  it('are read one by one: one that is not read hides no other', async () => {
    const files = filesOf({ 'discussions/a.yaml': thread }, { 'discussions/b/c.yml': denied });
    const { threads, fault } = await new ThreadStore(files).of(root, neverCancelled);
    assert.equal(fault, undefined);
    assert.deepEqual(
      threads.map((one) => [one.id, one.subject, one.fault?.kind]),
      [
        ['a.yaml', 'Le film', undefined],
        ['b/c.yml', undefined, 'file'],
      ],
    );
  });

  it('are none where their folder cannot be looked into, and that is said', async () => {
    const files = filesOf({ 'discussions/a.yaml': thread }, { discussions: denied });
    assert.deepEqual(await new ThreadStore(files).of(root, neverCancelled), { threads: [], fault: denied });
  });

  it('are sought again after a search that failed, and after a change', async () => {
    const broken = new BrokenFiles();
    const store = new ThreadStore(broken);
    await Promise.all([1, 2].map(() => assert.rejects(store.of(root, neverCancelled), isGone)));
    broken.findNamed = () => Promise.resolve([]) as Promise<never>;
    const first = await store.of(root, neverCancelled);
    assert.deepEqual(first, { threads: [] });
    assert.ok(!store.forget(`${root}/a.yaml`));
    assert.equal(await store.of(root, neverCancelled), first);
    assert.ok(store.forget(`${root}/discussions/a.yaml`));
    assert.notEqual(await store.of(root, neverCancelled), first);
  });
});

describe('a thread', () => {
  const found = (files: MemoryFiles) => {
    files.findNamed = () => Promise.resolve([`${root}/discussions/a.yaml`]);
    return new ThreadStore(files).of(root, neverCancelled);
  };

  it('that is gone once it is read is none, and any other trouble ends the search', async () => {
    assert.deepEqual(await found(filesOf({})), { threads: [] });
    await assert.rejects(found(new BrokenFiles()), isGone);
  });
});

describe('manifests and portfolios', () => {
  it('end a search with what no reader of files expects', async () => {
    await assert.rejects(new ManifestTexts(new BrokenFiles()).get(`${root}/a.preuves.yaml`, neverCancelled), isGone);
    await assert.rejects(new PortfolioStore(new BrokenFiles()).at(`${root}/portefeuille.yaml`, neverCancelled), isGone);
  });
});

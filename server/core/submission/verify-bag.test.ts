import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { isBagText, verifyBag, type BagReport } from './verify-bag';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const record = (more: object = {}) =>
  JSON.stringify({ version: 1, brouillon: false, pieces: [], declarations: [], references: [], preuves: [], ...more });
const manifest = 'version: 1\ndossier:\n  dispositif: MDV-LGC-Va2\n';

/** A right bag, with some files put in or taken out before its lists are made, and others after. */
function check(
  change: {
    before?: Readonly<Record<string, string | undefined>>;
    after?: Readonly<Record<string, string | undefined>>;
  } = {},
): BagReport {
  const files = new Map<string, string>();
  const set = (changes: Readonly<Record<string, string | undefined>>) => {
    for (const [name, text] of Object.entries(changes)) {
      if (text === undefined) files.delete(name);
      else files.set(name, text);
    }
  };
  set({
    'sac/bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'sac/data/a.png': 'image',
    'sac/data/depot.json': record({ pieces: [{ fichier: 'a.png', sha256: sha256('image') }] }),
    'sac/data/dossier/main.preuves.yaml': manifest,
    ...change.before,
  });
  const list = (payload: boolean) =>
    [...files]
      .filter(([name]) => name.startsWith('sac/data/') === payload)
      .map(([name, text]) => `${sha256(text)}  ${name.slice(4).replaceAll('%', '%25')}\n`)
      .join('');
  const payload = [...files].filter(([name]) => name.startsWith('sac/data/'));
  const bytes = payload.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  set({ 'sac/bag-info.txt': `Payload-Oxum: ${bytes}.${payload.length}\n`, 'sac/manifest-sha256.txt': list(true) });
  set({ 'sac/tagmanifest-sha256.txt': list(false), ...change.after });
  return verifyBag({
    files: [...files].map(([name, text]) => ({ name, size: Buffer.byteLength(text), sha256: sha256(text) })),
    text: (name) => (isBagText(name) ? files.get(name) : undefined),
  });
}

const twice = `${sha256('image')}  data/a.png\n`.repeat(2);

const codes = (report: BagReport) => report.problems.map(({ code }) => code);

describe('verifyBag', () => {
  it('has nothing to say of a right package', () => {
    const report = check({ before: { 'sac/data/100 %.txt': 'x', 'sac/data/été.txt': 'y' } });
    assert.deepEqual(report.problems, []);
    assert.equal(report.bag, 'sac');
    assert.equal(report.draft, false);
    assert.equal(report.filed?.proofs.length, 1);
  });

  const cases: readonly (readonly [string, Parameters<typeof check>[0], readonly string[]])[] = [
    ['a file that was changed', { after: { 'sac/data/a.png': 'IMAGE' } }, ['changed', 'record-differs']],
    ['a file that is missing', { after: { 'sac/data/a.png': undefined } }, ['missing', 'oxum', 'record-differs']],
    ['a file that was added', { after: { 'sac/data/b.exe': 'x' } }, ['extra', 'oxum']],
    ['a file added beside the payload', { after: { 'sac/b.exe': 'x' } }, ['extra']],
    ['a file outside the bag', { after: { 'autre/b.exe': 'x' } }, ['outside-bag']],
    ['a tag file that was changed', { after: { 'sac/bag-info.txt': 'Payload-Oxum: 1.1\n' } }, ['changed', 'oxum']],
    ['a list that is missing', { after: { 'sac/tagmanifest-sha256.txt': undefined } }, ['manifest-missing', 'extra']],
    ['two bags', { after: { 'autre/bagit.txt': 'x' } }, ['not-a-bag']],
    ['no bag', { before: { 'sac/bagit.txt': undefined } }, ['not-a-bag']],
    ['another kind of bag', { before: { 'sac/bagit.txt': 'BagIt-Version: 0.97\n' } }, ['bad-declaration']],
    ['a bag to be fetched', { before: { 'sac/fetch.txt': 'http://x 1 data/a\n' } }, ['fetch']],
    ['names that collide', { before: { 'sac/data/A.PNG': 'x' } }, ['collision']],
    ['a name that Windows reserves', { before: { 'sac/data/aux.txt': 'x' } }, ['not-portable']],
    ['no record', { before: { 'sac/data/depot.json': undefined } }, ['record-unreadable']],
    ['a record that is none', { before: { 'sac/data/depot.json': '[]' } }, ['record-unreadable']],
    [
      'a record of other files',
      { before: { 'sac/data/depot.json': record({ pieces: [{ fichier: 'a.png', sha256: 'f'.repeat(64) }] }) } },
      ['record-differs'],
    ],
    [
      'a hostile record',
      { before: { 'sac/data/depot.json': record({ pieces: [null, 1, {}], preuves: { a: 1 }, references: ['x'] }) } },
      [],
    ],
    ['a record that no JSON is', { before: { 'sac/data/depot.json': '{ "version": 1' } }, ['record-unreadable']],
    ['a record without a list of statements', { before: { 'sac/data/depot.json': record({ declarations: 3 }) } }, []],
    [
      'a file that is listed twice',
      { before: { 'sac/bag-info.txt': 'Payload-Oxum: 1.1\n' }, after: { 'sac/manifest-sha256.txt': twice } },
      ['listed-twice', 'changed', 'extra'],
    ],
    ['no manifest', { before: { 'sac/data/dossier/main.preuves.yaml': undefined } }, ['no-dossier']],
    [
      'a manifest with a syntax error',
      { before: { 'sac/data/dossier/main.preuves.yaml': 'version: [' } },
      ['manifest-unreadable'],
    ],
    [
      'a catalogue that is none',
      { before: { 'sac/data/catalogue/x.rem.yaml': 'version: 1\n' } },
      ['catalogue-unreadable'],
    ],
  ];
  for (const [name, change, expected] of cases) {
    it(`reports ${name}`, () => {
      assert.deepEqual([...new Set(codes(check(change)))], expected);
    });
  }

  it('trusts no path of a list', () => {
    const line = `${'0'.repeat(64)}  `;
    for (const path of ['../x', '/etc/passwd', 'C:/x', 'data/../../x', 'data\\x', 'bagit.txt', '%0Adata/x']) {
      const report = check({ after: { 'sac/manifest-sha256.txt': `${line}${path}\n` } });
      assert.ok(codes(report).includes('unsafe-path'), path);
    }
    assert.ok(codes(check({ after: { 'sac/manifest-sha256.txt': 'pas une liste\n' } })).includes('bad-line'));
  });
});

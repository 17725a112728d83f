import assert from 'node:assert/strict';
import { analyse, file, manifest } from '../../../test/kit/dossier-kit';
import { packageContent } from '../submission/package-content';
import { stateOfDossier, type FiledState } from '../submission/filed-state';
import { findItems } from './find-items';
import { uploadCsv, uploadHtml, uploadJson, uploadText } from './upload-formats';
import { uploadList, type UploadList } from './upload-list';
import { changeOf, sinceFiled, tickOf, uploadRows } from './upload-states';
import type { UploadTick } from './upload-log';

const main = (pieces = '{ fichier: film.mp4, commentaire: Vue du film }, { lien: https://x.fr/1 }') =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        commentaire: Sur le scénario.
        conformite: { texte: <b>Il appelle INSi.</b>, redige_par: REDACTRICE }
        preuves:
          INS/va1.56.02.01: [ ${pieces} ]
  SSI/GEN.06:
    non_applicable: { justification: Sans objet., declaration: d.pdf }
`);
const evidence = { 'film.mp4': file(), 'd.pdf': file() };
const digests: Readonly<Record<string, string>> = { 'film.mp4': 'a'.repeat(64), 'd.pdf': 'b'.repeat(64) };

async function stateOf(text: string, known = digests): Promise<FiledState> {
  const { analysis } = await analyse([], { main: text, evidence });
  return stateOfDossier(analysis, (path) => {
    const sha256 = known[path];
    return sha256 === undefined ? undefined : { sha256, size: 3 };
  });
}

async function listOf(text: string): Promise<UploadList> {
  const { analysis } = await analyse([], { main: text, evidence });
  const entries = packageContent(analysis, { scope: {}, draft: false, toolVersion: '0.0.0' });
  const content = entries.find(({ name }) => name.endsWith('data/depot.json'))?.content;
  const files = entries.flatMap(({ name, content: of }) =>
    of.kind === 'evidence' ? [{ name, size: 3, sha256: digests[of.path] ?? '' }] : [],
  );
  assert.ok(content?.kind === 'after');
  const list = uploadList(JSON.parse(content.text(files)));
  assert.ok(list);
  return list;
}

const proof = 'INS/va1.56.02.01';
const states = (list: UploadList, ticks: readonly UploadTick[]) =>
  uploadRows(list, ticks).rows.map(({ state }) => state);
const all = ({ items }: UploadList) => items.map((item) => tickOf(item, '2026-11-30', 'CM'));

describe('what is filed of a package', () => {
  it('is listed in the order of the catalogue, with what is to be copied and never who wrote it', async () => {
    const list = await listOf(main());
    assert.equal(list.of, 'MDV-LGC-Va2 MonCabinet 12.4.0');
    assert.deepEqual(
      list.items.map(({ order, shownId, kind }) => [order, shownId, kind]),
      [
        [1, proof, 'fichier'],
        [2, proof, 'lien'],
        [3, 'SSI/GEN.06', 'declaration'],
      ],
    );
    assert.deepEqual(list.items[0]?.texts, {
      comment: 'Vue du film',
      conformity: '<b>Il appelle INSi.</b>',
      scenarioComment: 'Sur le scénario.',
    });
    assert.deepEqual(list.items[2]?.texts, { justification: 'Sans objet.' });
    const view = { list, locale: 'fr' as const, ...uploadRows(list, all(list).slice(0, 1)) };
    for (const shown of [uploadText, uploadCsv, uploadHtml, uploadJson].map((format) => format(view))) {
      assert.ok(!shown.includes('REDACTRICE'));
      assert.ok(shown.includes('Il appelle INSi.') && shown.includes('Sans objet.') && shown.includes('a'.repeat(64)));
      assert.match(shown, /2026-11-30/);
    }
    assert.ok(!uploadHtml(view).includes('<b>'));
    assert.match(uploadText(view), /1 \/ 3 pièces déposées/);
    assert.match(uploadText({ ...view, isRest: true }), /^\[ \] 2\. /m);
    assert.doesNotMatch(uploadText({ ...view, isRest: true }), /^\[x\]/m);
  });

  it('is told by content: another one of the same name is to be filed again, the same one under another name is not', async () => {
    const list = await listOf(main());
    assert.deepEqual(states(list, []), ['todo', 'todo', 'todo']);
    assert.deepEqual(states(list, all(list)), ['filed', 'filed', 'filed']);
    const earlier = all(list).map((tick) => ({
      ...tick,
      ...(tick.kind === 'fichier' ? { sha256: 'c'.repeat(64) } : {}),
    }));
    assert.deepEqual(states(list, earlier), ['changed', 'filed', 'filed']);
    const renamed = all(list).map((tick) => (tick.kind === 'fichier' ? { ...tick, value: 'autre.mp4' } : tick));
    assert.deepEqual(states(list, renamed), ['filed', 'filed', 'filed']);
    const elsewhere = all(list).map((tick) => ({ ...tick, scenario: 'INS/va1.56.01' }));
    assert.deepEqual(states(list, elsewhere), ['todo', 'todo', 'todo']);
    assert.equal(uploadRows(list, elsewhere).gone.length, 3);
  });

  it('keeps the first day of what is ticked twice, and gives way where another content was filed', async () => {
    const list = await listOf(main());
    const wish = { tick: list.items, untick: [], on: '2026-12-01', by: ' ' };
    assert.deepEqual(changeOf(list, uploadRows(list, all(list)), wish), { of: list.of, add: [], remove: [] });
    const earlier = all(list).map((tick) => ({ ...tick, value: `vieux-${tick.value}`, sha256: 'c'.repeat(64) }));
    const change = changeOf(list, uploadRows(list, earlier), { ...wish, tick: list.items.slice(2) });
    assert.deepEqual(change.remove, earlier.slice(2));
    assert.deepEqual(change.add, [tickOf(list.items[2] ?? assert.fail(), '2026-12-01')]);
  });

  it('is held against the folder later: changed, gone, not known, not filed', async () => {
    const ticks = all(await listOf(main()));
    const counts = async (text: string, known = digests) => {
      const { changed, gone, unread, fresh, same } = sinceFiled(await stateOf(text, known), ticks);
      return [changed, gone, unread, fresh].map(({ length }) => length).concat(same);
    };
    assert.deepEqual(await counts(main()), [0, 0, 0, 0, 3]);
    assert.deepEqual(await counts(main(), { ...digests, 'film.mp4': 'c'.repeat(64) }), [1, 0, 0, 0, 2]);
    assert.deepEqual(await counts(main(), { 'd.pdf': 'b'.repeat(64) }), [0, 0, 1, 0, 2]);
    assert.deepEqual(await counts(main('{ fichier: film.mp4 }')), [0, 1, 0, 0, 2]);
    assert.deepEqual(await counts(main('{ fichier: film.mp4 }, { lien: https://x.fr/2 }')), [1, 0, 0, 0, 2]);
    const more = '{ fichier: film.mp4 }, { lien: https://x.fr/1 }, { execution: 12 }';
    assert.deepEqual(await counts(main(more)), [0, 0, 0, 1, 3]);
  });

  it('says nothing of slots that a package of some chapters does not hold', async () => {
    const whole = await listOf(main());
    const part = { ...whole, items: whole.items.slice(2), state: { ...whole.state, chapters: ['X'], proofs: [] } };
    assert.deepEqual(uploadRows(part, all(whole)).gone, []);
  });

  it('finds pieces by id, path and name, and says which ones are meant where there are several', async () => {
    const list = await listOf(main());
    const found = (wanted: string) => {
      const one = findItems(list, wanted);
      return one.kind === 'found' ? one.items.map(({ order }) => order) : one.kind;
    };
    assert.deepEqual(found(' ins/VA1.56.02.01 '), [1, 2]);
    assert.deepEqual(found('SSI/GEN.06'), [3]);
    assert.deepEqual(found(`data\\${(list.items[0]?.name ?? '').replaceAll('/', '\\')}`), [1]);
    assert.deepEqual(found('https://x.fr/1'), [2]);
    assert.equal(found('INS/va1.56.02'), 'none');
    assert.equal(found(''), 'none');
  });

  it('takes any value for a record', () => {
    for (const value of [undefined, null, 3, [], {}, { version: 2, pieces: [] }])
      assert.equal(uploadList(value), undefined);
    assert.deepEqual(uploadList({ version: 1, pieces: [3, null, {}], textes: 4 })?.items.length, 1);
  });
});

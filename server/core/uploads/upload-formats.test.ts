import assert from 'node:assert/strict';
import { findItems } from './find-items';
import { uploadCsv, uploadHtml, uploadJson, uploadText, type UploadView } from './upload-formats';
import { uploadList, type UploadList } from './upload-list';
import type { UploadTick } from './upload-log';
import { sinceFiled, tickOf, uploadRows } from './upload-states';

const on = '2026-11-30';
const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));

/** A record with one of each: an expected proof, a core-business scenario, statements, what nobody expects. */
const record = {
  version: 1,
  dispositif: 'D',
  preuves: [
    { chapitre: 'Un', exigence: 'R', scenario: 'R.01', preuve: 'R.01.01', statut: 'fournie' },
    { chapitre: 'Un', exigence: 'R', scenario: 'R.02', preuve: 'R.02.01', statut: 'à fournir' },
    { chapitre: 'Deux', scenario: 'M.01', preuve: 'M.01.01', statut: 'fournie' },
  ],
  pieces: [
    { chapitre: 'Trois', exigence: 'Z', scenario: 'Z.01', preuve: 'Z.01.01', fichier: 'Z/z.png', sha256: c },
    { chapitre: 'Deux', scenario: 'M.01', preuve: 'M.01.01', fichier: 'M/m.png', origine: 'm.png', sha256: b },
    {
      chapitre: 'Un',
      exigence: 'R',
      scenario: 'R.01',
      preuve: 'R.01.01',
      fichier: 'R/r.png',
      origine: 'r.png',
      sha256: a?.toUpperCase(),
      taille: 3,
      titre: 'Écran',
      commentaire: 'Vu\n\nici',
    },
    { chapitre: 'Un', exigence: 'R', scenario: 'R.09', preuve: 'R.09.09', fichier: 'R/sans.png' },
    { chapitre: 'Un', fichier: 'perdue.png' },
  ],
  references: [{ chapitre: 'Deux', scenario: 'M.01', preuve: 'M.01.01', execution: '4127' }, { chapitre: 'Un' }],
  declarations: [
    { chapitre: 'Un', exigence: 'R', scenario: 'R.02', fichier: 'R/d.pdf', sha256: c },
    { chapitre: 'Un', exigence: 'R', fichier: 'R/d.pdf', sha256: c },
  ],
  textes: [{ exigence: 'R', commentaire: 'De R', justification: 'Sans objet' }],
  identifiants_imprimes: [
    { cle: 'R.01.01', identifiant: 'Imprimé' },
    { cle: 'Z.01.01', identifiant: 'IMPRIMÉ' },
    { cle: 'M.01.01', identifiant: 'M un' },
    {},
  ],
};

function listOf(more: object = {}): UploadList {
  const list = uploadList({ ...record, ...more });
  assert.ok(list);
  return list;
}
const tick = (list: UploadList, name: string, more: Partial<UploadTick> = {}): UploadTick => {
  const item = list.items.find((one) => one.name === name) ?? assert.fail(name);
  return { ...tickOf(item, on), ...more };
};
const view = (list: UploadList, ticks: readonly UploadTick[], more: Partial<UploadView> = {}): UploadView => ({
  list,
  locale: 'fr',
  ...uploadRows(list, ticks),
  ...more,
});

describe('the list of what is to be filed', () => {
  it('has statements before the proofs that they are about, and what nobody expects after its requirement', () => {
    const list = listOf();
    assert.deepEqual(
      list.items.map(({ shownId, name, value }) => [shownId, name ?? value]),
      [
        ['R', 'R/d.pdf'],
        ['Imprimé', 'R/r.png'],
        ['R.02', 'R/d.pdf'],
        ['R.09.09', 'R/sans.png'],
        ['', 'perdue.png'],
        ['', ''],
        ['M un', 'M/m.png'],
        ['M un', '4127'],
        ['IMPRIMÉ', 'Z/z.png'],
      ],
    );
    const [statement, proof] = list.items;
    assert.deepEqual(statement?.texts, { requirementComment: 'De R', justification: 'Sans objet' });
    assert.deepEqual([proof?.title, proof?.texts], ['Écran', { comment: 'Vu\n\nici', requirementComment: 'De R' }]);
    assert.equal(list.empty, 1);
  });

  it('says of each piece where it stands, in the language of whoever reads', () => {
    const list = listOf();
    const ticks = [
      tick(list, 'R/r.png', { sha256: 'd'.repeat(64), by: 'CM' }),
      tick(list, 'M/m.png'),
      { requirement: 'R', scenario: 'R.01', proof: 'R.01.02', kind: 'lien', value: 'https://x.fr', on } as const,
    ];
    const fr = uploadText(view(list, ticks));
    const en = uploadText(view(list, ticks, { locale: 'en' }));
    assert.ok(fr.startsWith('D : 1 / 9 pièces déposées\n1 preuve attendue n’a aucune pièce dans ce paquet.\n'), fr);
    assert.ok(en.startsWith('D: 1 / 9 pieces filed\n1 expected proof has no piece in this package.\n'), en);
    const line = (text: string, words: string) => text.split('\n').find((each) => each.includes(words)) ?? '';
    assert.match(
      line(fr, 'R/r.png'),
      /^\[!\] 2\. Imprimé {2}R\/r\.png \(3.octets\) {2}à déposer de nouveau \(une autre version a été déposée le 2026-11-30 par CM\)$/,
    );
    assert.match(line(en, 'R/r.png'), /to be filed again \(another version was filed on 2026-11-30 by CM\)$/);
    assert.match(line(fr, 'R/sans.png'), /^\[\?\] .*pièce absente$/);
    assert.ok(fr.includes('      Commentaire (7 caractères) :\n        Vu\n\n        ici\n'), fr);
    assert.ok(en.includes('      Comment (7 characters):\n        Vu\n\n        ici\n'), en);
    assert.ok(fr.endsWith('Déposé, et absent de ce paquet :\n  R.01.02  https://x.fr, déposée le 2026-11-30\n'), fr);
    const page = uploadHtml(view(list, ticks, { locale: 'en' }));
    assert.ok(page.includes('<title>Filing on Convergence: D</title>'), page);
    assert.ok(page.includes('<li>R.01.02  https://x.fr, filed on 2026-11-30</li>'), page);
    assert.match(uploadCsv(view(list, ticks)), /^\ufeffN°;Chapitre;/);
    assert.match(uploadCsv(view(list, ticks, { locale: 'en' })), /^\ufeffNo\.,Chapter,/);
  });

  it('says of the whole that it is a draft, without any piece, or done', () => {
    const none = { pieces: [], references: [], declarations: [], preuves: [] };
    const notices = (list: UploadList, locale: 'fr' | 'en', ticks: readonly UploadTick[] = []) =>
      uploadText(view(list, ticks, { locale }))
        .split('\n')
        .slice(1, 3);
    const empty = listOf({ ...none, brouillon: true });
    assert.deepEqual(notices(empty, 'fr'), [
      'Ce paquet est un brouillon : il n’est pas destiné à être déposé.',
      'Ce paquet n’a aucune pièce à déposer.',
    ]);
    assert.deepEqual(notices(empty, 'en'), [
      'This package is a draft: it is not to be filed.',
      'This package has no piece to file.',
    ]);
    const one = listOf({ ...none, pieces: [record.pieces[2]] });
    const done = tick(one, 'R/r.png');
    assert.equal(notices(one, 'fr', [done])[0], 'Tout ce que contient ce paquet est déposé.');
    assert.equal(notices(one, 'en', [done])[0], 'All that this package holds is filed.');
    // What was filed and is not in it may have to be taken away.
    const other = { ...done, proof: 'R.01.02' };
    assert.notEqual(notices(one, 'fr', [done, other])[0], 'Tout ce que contient ce paquet est déposé.');
  });

  it('says what is otherwise in the dossier by now', () => {
    const list = listOf();
    const statement: UploadTick = { requirement: 'R', kind: 'declaration', value: 'R/d.pdf', sha256: c ?? '', on };
    const core: UploadTick = { scenario: 'M.01', proof: 'M.01.01', kind: 'execution', value: '4127', on };
    const ticks = [
      tick(list, 'R/r.png', { sha256: 'd'.repeat(64) }),
      tick(list, 'M/m.png'),
      tick(list, 'R/sans.png'),
      statement,
      { ...statement, scenario: 'R.77' },
      core,
    ];
    const since = sinceFiled(list.state, ticks);
    const said = (locale: 'fr' | 'en') => {
      const text = uploadText(view(list, ticks, { locale, since }));
      return text.slice(text.indexOf(locale === 'fr' ? 'Depuis, ' : 'Since then,')).split('\n');
    };
    assert.deepEqual(said('fr'), [
      'Depuis, dans le dossier',
      '  3 pièces déposées sont toujours les mêmes.',
      '  R.01.01  r.png, déposée le 2026-11-30 : changée depuis son dépôt',
      '  R.77  R/d.pdf, déposée le 2026-11-30 : déposée, et n’est plus dans le dossier',
      '  R.09.09  R/sans.png, déposée le 2026-11-30 : déposée ; son fichier manque ou ne se lit pas, ou son empreinte n’a pas été notée : on ne sait pas si elle a changé',
      '  Z.01.01  Z/z.png : n’est pas déposée',
      '    perdue.png : n’est pas déposée',
      '    exécution n°  : n’est pas déposée',
      '  R.02  R/d.pdf : n’est pas déposée',
      '',
    ]);
    assert.ok(said('en').includes('  R.01.01  r.png, filed on 2026-11-30: changed since it was filed'));
    assert.ok(said('en').includes('  R.02  R/d.pdf: is not filed'));
    assert.ok(uploadHtml(view(list, ticks, { since })).includes('<h2>Depuis, dans le dossier</h2>'));
    const json = JSON.parse(uploadJson(view(list, ticks, { since }))) as {
      depuis: { changees: unknown[]; disparues: unknown[]; nouvelles: unknown[]; inchangees: number };
      pieces: { valeur: string; exigence: unknown; deposee: unknown }[];
    };
    assert.deepEqual(json.depuis.disparues, [
      {
        exigence: 'R',
        scenario: 'R.77',
        preuve: null,
        genre: 'declaration',
        valeur: 'R/d.pdf',
        sha256: c,
        le: on,
        par: null,
      },
    ]);
    assert.equal(json.depuis.inchangees, since.same);
    assert.deepEqual(json.depuis.nouvelles, [
      { exigence: 'Z', scenario: 'Z.01', preuve: 'Z.01.01', genre: 'fichier', valeur: 'Z/z.png' },
      { exigence: null, scenario: null, preuve: null, genre: 'fichier', valeur: 'perdue.png' },
      { exigence: null, scenario: null, preuve: null, genre: 'execution', valeur: '' },
      { exigence: 'R', scenario: 'R.02', preuve: null, genre: 'declaration', valeur: 'R/d.pdf' },
    ]);
    const execution = json.pieces.find(({ valeur }) => valeur === '4127');
    assert.deepEqual(
      [execution?.exigence, execution?.deposee],
      [
        null,
        {
          exigence: null,
          scenario: 'M.01',
          preuve: 'M.01.01',
          genre: 'execution',
          valeur: '4127',
          sha256: null,
          le: on,
          par: null,
        },
      ],
    );
  });
});

describe('a piece that somebody names', () => {
  it('is found by its printed id, its name or its path; several are told by what tells them apart', () => {
    const list = listOf();
    const found = (wanted: string) => {
      const result = findItems(list, wanted);
      return result.kind === 'found' ? result.items.map(({ name, value }) => name ?? value) : result;
    };
    assert.deepEqual(found('M UN'), ['M/m.png', '4127']);
    assert.deepEqual(found('imprimé'), { kind: 'several', ids: ['R.01.01', 'Z.01.01'] });
    assert.deepEqual(found('Z.PNG'), ['Z/z.png']);
    assert.deepEqual(found('d.pdf'), { kind: 'several', ids: ['R', 'R.02'] });
    assert.deepEqual(found('autre.png'), { kind: 'none' });
    const link = { chapitre: 'Un', exigence: 'R', scenario: 'R.01', lien: 'https://x.fr' };
    const twice = listOf({
      references: [
        { ...link, preuve: 'R.01.01' },
        { ...link, preuve: 'R.01.02' },
      ],
    });
    assert.deepEqual(findItems(twice, 'https://X.fr'), { kind: 'several', ids: ['R.01.01', 'R.01.02'] });
  });
});

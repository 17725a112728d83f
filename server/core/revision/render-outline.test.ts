import assert from 'node:assert/strict';
import { catalogueOf, requirementFile, requirementWith } from '../../../test/kit/revision-kit';
import { compareCatalogues } from './compare-catalogues';
import { outlineHtml, outlineMarkdown, outlineText } from './render-outline';
import { revisionOutline } from './revision-outline';
import { revisionRecord } from './revision-record';
import { wordDiff } from './word-diff';

const before = catalogueOf([
  requirementFile('A.01', { texte: 'Le système DOIT afficher les traits <b>stricts</b>.', id_socle: 'SC.A.01' }),
  requirementWith('A.02', [1]),
  requirementFile('A.03', { texte: 'Une exigence sans rapport avec le reste du référentiel présent.' }),
]);
const after = catalogueOf(
  [
    requirementFile('B.01', { texte: 'Le système DOIT masquer les traits <b>stricts</b>.', id_socle: 'SC.A.01' }),
    requirementWith('A.02', [2]),
    requirementFile('A.04', { texte: 'Tout autre chose, que nul ne demandait avant cette révision-ci.' }),
  ],
  { version_rem: '2.1' },
);
const revision = compareCatalogues(before, after);

describe('rendering of a revision', () => {
  it('writes text with word marks, in both languages', () => {
    const text = outlineText(revisionOutline(revision, 'fr'));
    assert.match(text, /^Du REM MDV-LGC-Va2 au REM MDV-LGC-Va2 \(2\.1\)\n/);
    assert.match(text, /Renumérotée : A\.01 devient B\.01 \(même identifiant de socle\)/);
    assert.match(text, /DOIT \[-afficher-\]\{\+masquer\+\} les traits/);
    assert.match(text, /Preuve ajoutée : A\.02\.01\.02 \{\+/);
    assert.match(
      outlineText(revisionOutline(revision, 'en')),
      /Renumbered: A\.01 becomes B\.01 \(same common-base id\)/,
    );
  });

  it('says so when nothing changed', () => {
    assert.match(
      outlineText(revisionOutline(compareCatalogues(after, after), 'fr')),
      /Rien n’a changé\.\n {2}3 inchangée/,
    );
  });

  it('escapes what comes from the catalogues', () => {
    const html = outlineHtml(revisionOutline(revision, 'fr'), 'fr');
    assert.ok(html.includes('<del>afficher</del><ins>masquer</ins>'));
    assert.ok(html.includes('&#60;b&#62;stricts') && !html.includes('<b>stricts'));
    assert.ok(!/src=|href=|https?:/.test(html));
    const markdown = outlineMarkdown(revisionOutline(revision, 'fr'));
    assert.match(markdown, /DOIT ~~afficher~~\*\*masquer\*\* les traits \\<b\\>stricts/);
  });

  it('gives programs the same', () => {
    assert.deepEqual(revisionRecord(revision), {
      version: 1,
      ancien: { dispositif: 'MDV-LGC-Va2', version: null, date: null },
      nouveau: { dispositif: 'MDV-LGC-Va2', version: '2.1', date: null },
      chapitres: { ajoutes: [], retires: [], renommes: [] },
      exigences: {
        ajoutees: ['A.04'],
        retirees: ['A.03'],
        modifiees: [
          {
            id: 'B.01',
            ancien_id: 'A.01',
            apparie_par: 'id_socle',
            probable: false,
            texte: { de: before.requirements[0]?.text, vers: after.requirements[0]?.text },
          },
          {
            id: 'A.02',
            scenarios: {
              ajoutes: [],
              retires: [],
              modifies: [{ id: 'A.02.01', preuves: { ajoutees: ['A.02.01.02'], retirees: [], modifiees: [] } }],
            },
          },
        ],
        inchangees: 0,
      },
      scenarios: { ajoutes: [], retires: [], modifies: [] },
    });
  });

  it('gives up aligning texts that have nothing in common, without losing them', () => {
    const words = (from: number) => Array.from({ length: 5000 }, (_, at) => `mot${from + at}`).join(' ');
    const parts = wordDiff(words(0), words(10_000));
    assert.deepEqual(
      parts.map(({ kind }) => kind),
      ['removed', 'added'],
    );
  });

  it('leaves the spaces around a changed word outside of its emphasis', () => {
    const words = [
      { kind: 'added', text: ' neuf\n' },
      { kind: 'removed', text: ' ' },
      { kind: 'removed', text: 'vieux' },
    ] as const;
    const sections = [{ title: 'S', items: [{ title: 'I', lines: [{ depth: 1, label: 'L', words }] }] }];
    assert.match(outlineMarkdown({ title: 'T', summary: [], sections }), /\n {2}- L \*\*neuf\*\* {2}~~vieux~~\n$/);
  });

  it('says every kind of change of scenarios and proofs, from and to nothing too', () => {
    const core = (scenario: object, proof: object) =>
      catalogueOf([requirementWith('A.01', [1])], {
        scenarios: [
          {
            ...{ id: 'SCN/A.01', nom: 'Appel', couvre: ['A.01', 'A.02'], profils: ['Général'] },
            ...{ preuves: [{ id: 'SCN/A.01.01', attendu: 'Une vidéo de l’appel', ...proof }], ...scenario },
          },
        ],
      });
    const [was, is] = [
      core({ obligatoire: true, mode: 'tous' }, { types: ['video'], cas: 'CAS 1' }),
      core(
        {
          obligatoire: false,
          mode: 'au_moins_un',
          couvre: ['A.01', 'A.03'],
          profils: ['Mobile'],
          texte: 'Appeler.',
        },
        { types: ['log'], condition: 'Si appel' },
      ),
    ];
    const text = (locale: 'fr' | 'en') =>
      outlineText(revisionOutline(compareCatalogues(was, is), locale)).replaceAll(/[\u00a0\u202f]/g, ' ');
    for (const line of [
      'Modalité : tous → au_moins_un',
      'Obligatoire : oui → non',
      'Profils : − Général, + Mobile',
      'Exigences couvertes : − A.02, + A.03',
      'Cas : CAS 1 → ',
      'Types de pièces : − video, + log',
      'Condition : {+Si appel+}',
      '1 scénario cœur de métier ajouté, retiré ou modifié',
    ])
      assert.ok(text('fr').includes(line), `${line}\n${text('fr')}`);
    assert.match(text('en'), /Mandatory: yes → no\n/);
    const back = outlineText(revisionOutline(compareCatalogues(is, was), 'en'));
    assert.match(back, /Mandatory: no → yes\n/);
    assert.match(back, /Condition: \[-Si appel-\]\n/);
    const record = JSON.stringify(revisionRecord(compareCatalogues(was, is)));
    for (const part of [
      '"obligatoire":{"de":true,"vers":false}',
      '"cas":{"de":"CAS 1","vers":null}',
      '"condition":{"de":null,"vers":"Si appel"}',
      '"couvre":{"ajoutes":["A.03"],"retires":["A.02"]}',
    ])
      assert.ok(record.includes(part), `${part}\n${record}`);
  });

  it('names a requirement that is new without its text, and a proof that is gone', () => {
    const bare = { ...requirementFile('Z.01') } as { texte?: string } & ReturnType<typeof requirementFile>;
    delete bare.texte;
    const two = requirementWith('A.01', [2]);
    const now = compareCatalogues(catalogueOf([two]), catalogueOf([requirementWith('A.01', [1]), bare]));
    const text = outlineText(revisionOutline(now, 'en')).replaceAll(/[\u00a0\u202f]/g, ' ');
    assert.match(text, /\n {2}Z\.01 · Identité nationale de santé\n/);
    assert.match(text, /Proof removed: A\.01\.01\.02 ?:? ?\[-/);
  });
});

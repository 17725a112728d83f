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
});

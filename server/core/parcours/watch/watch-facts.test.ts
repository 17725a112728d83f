import assert from 'node:assert/strict';
import { factsWith, shippedFacts } from '../../facts/known-facts';
import { readFacts } from '../../facts/read-facts';
import type { MilestoneFacts } from '../../manifest/journey-facts';
import { parseManifest } from '../../manifest/parse-manifest';
import { watchFacts, type WatchQuestion } from './watch-facts';
import { watchHeadLines } from './watch-heads';
import { watchJson } from './watch-json';
import { watchPage } from './watch-page';
import { doubtSentences, verifiedSentence } from './watch-words';
import type { WatchedFact } from './watched-fact';

const [at, old, recent] = ['2026-11-20', '2026-01-10', '2026-11-02'];
const uri = 'file:///d/faits.yaml';

function factsOf(text: string) {
  const { file, problems } = readFacts(`version: '3'\norigine: Équipe\n${text}`);
  assert.ok(file, problems.map(({ message }) => message.fr).join('\n'));
  return factsWith([{ uri, file }]);
}

const own = factsOf(`sources:
  - { cle: dsr_juin, libelle: DSR relu, url: "https://exemple.fr/segur/dsr", date: ${old} }
adresses:
  - { ancienne: "https://exemple.fr/segur", nouvelle: "https://exemple.fr/ens", lue: true, source: [dsr_juin], confiance: vu }
delais:
  - { id: agrement_cnda_6_semaines, valeur: 8, unite: semaines, libelle: { fr: huit, en: eight }, nature: indicatif, source: [dsr_juin], confiance: vu, verifie_le: ${old} }
  - { id: agrement_cnda_10_semaines, valeur: 10, unite: semaines, libelle: { fr: dix, en: ten }, nature: indicatif, source: [], confiance: tierce, verifie_le: null }
  - { id: portabilite, valeur: 15, unite: jours, libelle: { fr: p, en: p }, nature: indicatif, source: [], confiance: vu, verifie_le: ${recent}, note: { fr: Noté, en: Noted } }
dispositifs:
  - id: MDV-LGC-Va2
    vague: 2
    jalons:
      - { id: avance, date: 2027-01-15, source: [dsr_juin], confiance: vu, verifie_le: null }
      - { id: solde, date: 2027-09-28, heure: "14:00", source: [], confiance: vu, verifie_le: null }
      - { id: fin_echanges_ans, date: null, source: [], confiance: vu, verifie_le: null }
verifications:
  - { fait: MDV-LGC-Va2/fin_prestations, valeur: 2027-06-22, verifie_le: ${recent}, par: AM }
  - { fait: MDV-LGC-Va2/solde, valeur: 2027-10-01, verifie_le: ${recent}, par: AM }
`);

const writtenDates = (text: string): readonly MilestoneFacts[] =>
  parseManifest(`version: 1\nparcours:\n  calendrier:\n${text}`).journey?.facts.milestones ?? [];

const watch = (more: Partial<WatchQuestion> = {}) => watchFacts({ facts: own, at, ...more });
function fact(id: string, more: Partial<WatchQuestion> = {}): WatchedFact {
  const { doubtful, sound } = watch(more);
  const found = [...doubtful, ...sound].find((each) => each.id === id);
  assert.ok(found, id);
  return found;
}
const doubts = (id: string, more: Partial<WatchQuestion> = {}) =>
  doubtSentences(fact(id, more), 'fr').map((each, index) => [each, doubtSentences(fact(id, more), 'en')[index]]);

describe('facts to check again', () => {
  it('are dates that a package, a reader or a dossier gives otherwise', () => {
    assert.deepEqual(doubts('MDV-LGC-Va2/avance'), [
      ['contredit : 2026-12-16 (date fournie avec l’outil)', 'contradicted: 2026-12-16 (date that ships)'],
      ['page déplacée', 'page that moved'],
      [`document du ${old}, 314 jours`, `document of ${old}, 314 days old`],
      ['jamais vérifié', 'never verified'],
    ]);
    assert.deepEqual(doubts('MDV-LGC-Va2/solde').slice(0, 2), [
      [`contredit : 2027-10-01 (lu le ${recent} par AM)`, `contradicted: 2027-10-01 (read on ${recent} by AM)`],
      ['contredit : 2027-09-28 (date fournie avec l’outil)', 'contradicted: 2027-09-28 (date that ships)'],
    ]);
    assert.deepEqual(doubts('MDV-LGC-Va2/fin_echanges_ans'), [
      ['cherché, non trouvé', 'looked for, not found'],
      ['jamais vérifié', 'never verified'],
    ]);
    // Somebody read the same at its source: nothing is to be confirmed any more, but the date that it replaced.
    const verified = fact('MDV-LGC-Va2/fin_prestations');
    assert.deepEqual(verified.verified, { on: recent, by: 'AM' });
    assert.deepEqual(doubts(verified.id), [
      ['contredit : 2027-03-17 (date remplacée)', 'contradicted: 2027-03-17 (date that it replaced)'],
    ]);
    assert.deepEqual(
      [verifiedSentence(verified, 'fr'), verifiedSentence(verified, 'en')],
      [`vérifié le ${recent} par AM`, `verified on ${recent} by AM`],
    );
  });

  it('are dates that dossiers write otherwise, not those that leave out an hour', () => {
    const said = (id: string, entry: string) =>
      doubts(`MDV-LGC-Va2/${id}`, {
        written: new Map([['MDV-LGC-Va2', writtenDates(`    ${id}: ${entry}\n    avance: {}\n`)]]),
      }).filter(([fr]) => fr?.includes('du dossier'));
    assert.deepEqual(said('solde', '{ date: 2027-09-28 }'), []);
    assert.deepEqual(said('solde', '{ date: 2027-09-28, heure: "14:00" }'), []);
    assert.deepEqual(said('solde', '{ date: 2027-09-28, heure: "15:00" }'), [
      ['contredit : 2027-09-28 15:00 (date du dossier)', 'contradicted: 2027-09-28 15:00 (date of the dossier)'],
    ]);
    assert.deepEqual(said('solde', '{ date: 2027-09-29 }'), [
      ['contredit : 2027-09-29 (date du dossier)', 'contradicted: 2027-09-29 (date of the dossier)'],
    ]);
  });

  it('are delays of one step that differ', () => {
    assert.deepEqual(doubts('delai/agrement_cnda_6_semaines'), [
      ['contredit : 6 semaines (délai fourni avec l’outil)', 'contradicted: 6 semaines (delay that ships)'],
      ['contredit : 10 semaines (dix)', 'contradicted: 10 semaines (ten)'],
      [`vérifié le ${old}, il y a 314 jours`, `verified on ${old}, 314 days ago`],
    ]);
    assert.deepEqual(doubts('delai/agrement_cnda_10_semaines'), [
      ['contredit : 8 semaines (huit)', 'contradicted: 8 semaines (eight)'],
      ['jamais vérifié', 'never verified'],
    ]);
    const same = factsOf(`delais:
  - { id: agrement_cnda_6_semaines, valeur: 10, unite: semaines, libelle: { fr: dix, en: ten }, nature: indicatif, source: [], confiance: vu, verifie_le: ${recent} }
`);
    assert.deepEqual(doubts('delai/agrement_cnda_10_semaines', { facts: same }), [
      ['jamais vérifié', 'never verified'],
    ]);
    const sound = fact('delai/portabilite');
    assert.deepEqual(sound.doubts, []);
    assert.deepEqual(
      [verifiedSentence(sound, 'fr'), verifiedSentence(sound, 'en')],
      [`vérifié le ${recent}`, `verified on ${recent}`],
    );
    assert.equal(verifiedSentence(fact('delai/compte_cnda'), 'fr'), undefined);
  });

  it('are of the dispositifs that are asked for, the days that are over last', () => {
    const ids = ({ doubtful, sound }: ReturnType<typeof watch>) => [...doubtful, ...sound].map(({ id }) => id);
    const all = ids(watch());
    const ofOne = ids(watch({ dispositifs: ['MDV-LGC-Va2'] }));
    assert.ok(all.includes('MDV-LGC-Va1/avance') && !ofOne.includes('MDV-LGC-Va1/avance'));
    assert.ok(all.includes('source/esante_bio') && !ofOne.includes('source/esante_bio'));
    assert.ok(ofOne.includes('source/dsr_juin'));
    const days = watch().doubtful.flatMap(({ day }) => day ?? []);
    const over = days.findIndex((day) => day < at);
    assert.ok(over > 0 && days.slice(over).every((day) => day < at) && days.slice(0, over).every((day) => day >= at));
    assert.deepEqual(watchFacts({ facts: shippedFacts, at }).sound, []);
  });

  it('are told to machines by ids and values alone', () => {
    const { a_reverifier, verifies, donnees } = watchJson(watch(), own, '0.1.0');
    const find = (id: string) => [...a_reverifier, ...verifies].find((each) => each.id === id);
    assert.deepEqual(donnees, { outil: '0.1.0', paquets: [{ origine: 'Équipe', version: '3' }] });
    const { libelle, ...avance } = find('MDV-LGC-Va2/avance') ?? {};
    assert.match(libelle ?? '', /^MDV-LGC-Va2, /);
    assert.deepEqual(avance, {
      id: 'MDV-LGC-Va2/avance',
      genre: 'jalon',
      valeur: '2027-01-15',
      confiance: 'vu',
      paquet: { origine: 'Équipe', version: '3' },
      verifie_le: null,
      par: null,
      doutes: [
        { genre: 'contredit', valeur: '2026-12-16', de: 'date fournie avec l’outil' },
        { genre: 'deplacee' },
        { genre: 'ancien', depuis: old, jours: 314 },
        { genre: 'jamais' },
      ],
      sources: [
        {
          libelle: 'DSR relu',
          url: 'https://exemple.fr/segur/dsr',
          date: old,
          nouvelle_adresse: 'https://exemple.fr/ens',
          nouvelle_lue: true,
        },
      ],
      note: null,
    });
    const { verifie_le, par, note } = find('MDV-LGC-Va2/fin_prestations') ?? {};
    assert.deepEqual([verifie_le, par, note === null], [recent, 'AM', false]);
    const unknown = find('MDV-LGC-Va2/fin_echanges_ans');
    assert.equal(unknown?.valeur, null);
    const source = find('source/etude_editeur_va2');
    assert.deepEqual([source?.confiance, source?.paquet], [null, null]);
    const { url, nouvelle_adresse, nouvelle_lue } = source?.sources[0] ?? {};
    assert.deepEqual([url, nouvelle_adresse, nouvelle_lue], [null, null, null]);
    assert.equal(find('source/roadmap')?.sources[0]?.date, null);
  });

  it('are a page, in both languages', () => {
    const list = watch({ dispositifs: ['MDV-LGC-Va2'] });
    const heads = (locale: 'fr' | 'en') =>
      watchHeadLines({ facts: own, dispositifs: ['MDV-LGC-Va2'], list }, '0.1.0', () => 'faits.yaml', locale);
    assert.deepEqual(heads('en').slice(0, 1), ['For MDV-LGC-Va2']);
    const page = watchPage(list, heads('fr'), 'fr');
    const rowOf = (text: string, id: string) =>
      text.split('\n').find((line) => line.includes(`<code>${id}</code>`)) ?? '';
    const avance = rowOf(page, 'MDV-LGC-Va2/avance');
    assert.ok(
      avance.includes(
        `<p>DSR relu (${old}) <a href="https://exemple.fr/segur/dsr">https://exemple.fr/segur/dsr</a><br>maintenant https://exemple.fr/ens (lue)</p>`,
      ),
      avance,
    );
    assert.ok(avance.includes('<td>2027-01-15</td>'), avance);
    assert.ok(rowOf(page, 'MDV-LGC-Va2/fin_echanges_ans').includes('<td>inconnu</td>'));
    assert.ok(
      rowOf(page, 'delai/portabilite').includes(`vérifié le ${recent}<br>Noté`),
      rowOf(page, 'delai/portabilite'),
    );
    assert.ok(page.includes('<h2>À revérifier</h2>') && page.includes('<h2>Vérifiés</h2>'));
    const english = watchPage(list, heads('en'), 'en');
    assert.ok(rowOf(english, 'MDV-LGC-Va2/avance').includes('now https://exemple.fr/ens (read)'));
    assert.ok(rowOf(english, 'MDV-LGC-Va2/fin_echanges_ans').includes('<td>unknown</td>'));
    // What ships was read by nobody since: no fact is sound, and the dispositif’s own page is its name.
    const shipped = watchPage(watchFacts({ facts: shippedFacts, at }), [], 'en');
    assert.ok(!shipped.includes('<h2>Verified</h2>'));
    assert.match(rowOf(shipped, 'MDV-LGC-Va1/avance'), /now https:\/\/|<a href=/);
    const moved = rowOf(shipped, 'source/drimbox_va2');
    assert.match(moved, /now https:\/\/esante\.gouv\.fr\/ens\/segur-numerique-sante\/vague-2 \(not read\)/);
  });
});

import assert from 'node:assert/strict';
import { delayValue } from './fact-ids';
import { delayOf, dispositifOf, factsWith, movedTo, shippedFacts } from './known-facts';
import { readFacts } from './read-facts';
import { writeVerification } from './write-verification';

const head = "version: '3'\norigine: Équipe\n";
const uri = 'file:///d/faits.yaml';

function factsOf(text: string) {
  const { file, problems } = readFacts(text);
  assert.ok(file, problems.map(({ message }) => message.fr).join('\n'));
  return factsWith([{ uri, file }]);
}

const milestone = (facts: typeof shippedFacts, dispositif: string, id: string) =>
  dispositifOf(facts, dispositif)?.jalons.find((each) => each.id === id);

const ownDate = `${head}dispositifs:
  - id: MDV-LGC-Va2
    vague: 2
    jalons:
      - { id: avance, date: 2027-01-15, source: [dsr_juin], confiance: vu, verifie_le: 2026-11-02 }
sources:
  - { cle: dsr_juin, libelle: DSR relu }
`;

describe('data packages of a team', () => {
  it('replace what ships, name themselves, and leave the rest as it is', () => {
    const facts = factsOf(ownDate);
    const { date, paquet, a_confirmer } = milestone(facts, 'MDV-LGC-Va2', 'avance') ?? {};
    assert.deepEqual([date, paquet, a_confirmer], ['2027-01-15', { origine: 'Équipe', version: '3' }, undefined]);
    const other = milestone(facts, 'MDV-LGC-Va2', 'solde');
    assert.equal(other, milestone(shippedFacts, 'MDV-LGC-Va2', 'solde'));
    assert.equal(milestone(shippedFacts, 'MDV-LGC-Va2', 'avance')?.paquet, undefined);
  });

  it('are refused where a regime takes dispositifs of one that ships, unless it stands in its place', () => {
    const pack = (id: string, dispositifs: string) => `${head}regimes:
  - id: ${id}
    nom: { fr: R, en: R }
    dispositifs: '${dispositifs}'
    etapes: inconnues
    identifiants: [{ exemple: [A, A.1], suite: '^[.]1$' }]
`;
    for (const loose of ['LGC', '.', '^[A-Z]+-', '-Va2$']) {
      const { file, problems } = readFacts(pack('ours', loose));
      assert.equal(file, undefined, loose);
      assert.match(problems.map(({ message }) => message.fr).join(), /qui est du régime « segur »/);
    }
    for (const own of [pack('ours', '^EX-'), pack('segur', '-Va2$')]) assert.ok(readFacts(own).file, own);
  });

  it('are refused for a misspelt key of a regime, at its place; elsewhere it is ignored', () => {
    const pack = `${head}plus_tard: 1
regimes:
  - id: ours
    nom: { fr: R, en: R }
    dispositifs: '^EX-'
    etapes: inconnues
    identifiants: [{ exemple: [A, A.1], suite: '^[.]1$' }]
`;
    assert.ok(readFacts(pack).file);
    const wrong = `${pack}    natuers: {}\n    plateformes: [{ hote: a.b, usage: wave-1, port: 1 }]\n    __proto__: {}\n`;
    const { file, problems } = readFacts(wrong);
    assert.equal(file, undefined);
    const errors = problems.filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors.map(({ range }) => wrong.slice(range?.start, range?.end)).sort(), [
      '__proto__',
      'natuers',
      'port',
    ]);
  });

  it('take the last of several', () => {
    const files = [ownDate, ownDate.replace('2027-01-15', '2027-02-16')].map((text) => readFacts(text).file);
    const [first, second] = files;
    assert.ok(first && second);
    const facts = factsWith([
      { uri, file: first },
      { uri, file: second },
    ]);
    assert.equal(milestone(facts, 'MDV-LGC-Va2', 'avance')?.date, '2027-02-16');
  });

  it('verify a fact only where what was read is what the tool shows', () => {
    const read = (valeur: string) =>
      milestone(
        factsOf(
          `${head}verifications:\n  - { fait: MDV-LGC-Va2/avance, valeur: '${valeur}', verifie_le: 2026-11-20, par: N. }\n`,
        ),
        'MDV-LGC-Va2',
        'avance',
      );
    assert.deepEqual([read('2026-12-16')?.verifie_le, read('2026-12-16')?.a_confirmer], ['2026-11-20', undefined]);
    assert.deepEqual([read('2026-12-17')?.verifie_le, read('2026-12-17')?.a_confirmer], [null, true]);
  });

  for (const [what, text] of [
    ['an empty file', ''],
    ['a list', '- a\n'],
    ['broken YAML', `${head}dispositifs: [\n`],
    ['no version', 'origine: Équipe\n'],
    ['no origin', 'version: 1\n'],
    ['a day that is in no calendar', ownDate.replace('2027-01-15', '2027-02-30')],
    ['a day in words', ownDate.replace('2027-01-15', 'mi-janvier')],
    ['an unknown source', ownDate.replace('cle: dsr_juin', 'cle: autre')],
    ['an unknown milestone', ownDate.replace('id: avance', 'id: avances')],
    ['a milestone twice', ownDate.replace(/( {6}- .*\n)/, '$1$1')],
    ['an unknown confidence', ownDate.replace('confiance: vu', 'confiance: sûr')],
    [
      'a delay in another unit',
      `${head}delais:\n  - { id: test_intrusion, valeur: 12, unite: mois, libelle: { fr: a, en: a }, nature: conseil, source: [], confiance: vu, verifie_le: null }\n`,
    ],
    [
      'an address that is no page',
      `${head}adresses:\n  - { ancienne: 'javascript:a', nouvelle: https://a.fr, lue: true, source: [], confiance: vu }\n`,
    ],
    ['a verification by nobody', `${head}verifications:\n  - { fait: a/b, valeur: x, verifie_le: 2026-01-01 }\n`],
    [
      'an alias bomb',
      `version: &a [1,1,1,1,1,1,1,1,1,1]\norigine: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nsources: [*b,*b,*b,*b]\n`,
    ],
  ] as const) {
    it(`are refused whole, with the place, for ${what}`, () => {
      const { file, problems } = readFacts(text);
      assert.equal(file, undefined);
      assert.ok(problems.some(({ severity }) => severity === 'error'));
    });
  }

  it('are read with a mark of encoding and Windows line ends', () => {
    assert.equal(
      milestone(factsOf(`\uFEFF${ownDate.replace(/\n/g, '\r\n')}`), 'MDV-LGC-Va2', 'avance')?.date,
      '2027-01-15',
    );
  });

  it('are what ships where there is none', () => {
    assert.equal(factsWith([]), shippedFacts);
  });

  it('may name a dispositif that does not ship, with a note', () => {
    const text = ownDate.replace('MDV-LGC-Va2\n', 'EX-ZZZ-Va2\n    note: { fr: à nous, en: ours }\n');
    const { vague, note, jalons } = dispositifOf(factsOf(text), 'EX-ZZZ-Va2') ?? {};
    assert.deepEqual([vague, note?.fr, note?.en, jalons?.length], [2, 'à nous', 'ours', 1]);
    assert.equal(dispositifOf(factsOf(ownDate), 'MDV-LGC-Va2')?.note, dispositifOf(shippedFacts, 'MDV-LGC-Va2')?.note);
  });

  it('verify a delay, and of two readings of it the later counts, whatever their order', () => {
    const id = 'compte_cnda';
    const valeur = delayValue(delayOf(shippedFacts, id));
    const on = (...days: readonly string[]) =>
      days.map((day) => {
        const { file } = readFacts(
          `${head}verifications:\n  - { fait: delai/${id}, valeur: '${valeur}', verifie_le: ${day}, par: N. }\n`,
        );
        assert.ok(file);
        return { uri, file };
      });
    assert.equal(delayOf(factsWith(on('2026-11-20')), id).verifie_le, '2026-11-20');
    for (const days of [
      ['2026-11-20', '2026-11-25'],
      ['2026-11-25', '2026-11-20'],
    ])
      assert.equal(delayOf(factsWith(on(...days)), id).verifie_le, '2026-11-25');
    assert.equal(shippedFacts.delays.get(id)?.paquet, undefined);
  });

  it('take a number in a verification for the text that it is, and tell what is none', () => {
    const of = (item: string) => readFacts(`${head}verifications:\n  - ${item}\n`);
    for (const valeur of ['6', 'true', "'6'"])
      assert.equal(
        of(`{ fait: a/b, valeur: ${valeur}, verifie_le: 2026-01-01, par: N. }`).file?.verifications?.[0]?.valeur,
        valeur.replaceAll("'", ''),
      );
    for (const item of ['6', 'null', '{ fait: a/b }']) assert.equal(of(item).file, undefined, item);
  });

  it('tell a delay that does not ship, and the unit in which one is counted', () => {
    const of = (id: string, unit: string) =>
      readFacts(
        `${head}delais:\n  - { id: ${id}, valeur: 12, unite: ${unit}, libelle: { fr: a, en: a }, nature: conseil, source: [], confiance: vu, verifie_le: null }\n`,
      ).problems.map(({ message }) => [message.fr, message.en]);
    const { unite } = delayOf(shippedFacts, 'test_intrusion');
    assert.deepEqual(of('test_intrusion', unite), []);
    assert.match(of('test_intrus', unite).join(), /Délai « test_intrus » inconnu.*Unknown delay “test_intrus”/);
    const other = ['jours', 'mois', 'jours_ouvres'].find(
      (unit) => unit !== unite && of('test_intrusion', unit).length === 1,
    );
    assert.ok(other);
    assert.match(
      of('test_intrusion', other).join(),
      new RegExp(`« test_intrusion » se compte en ${unite} .*“test_intrusion” is counted in ${unite}:`),
    );
  });

  it('tell what is wrong in a regime before what it takes from others', () => {
    const { file, problems } = readFacts(`${head}regimes:
  - id: ours
    nom: { fr: R, en: R }
    dispositifs: '(LGC'
    etapes: inconnues
    identifiants: [{ exemple: [A, A.1], suite: '^[.]1$' }]
`);
    assert.equal(file, undefined);
    assert.doesNotMatch(problems.map(({ message }) => message.fr).join(), /qui est du régime/);
  });

  it('tell the nearest beginning of pages that moved, and change no address', () => {
    const address =
      'https://industriels.esante.gouv.fr/segur-numerique-sante/vague-2/dispositif-drimbox-couloir-imagerie';
    const moved = movedTo(shippedFacts, address);
    assert.deepEqual(
      [moved?.nouvelle, moved?.lue],
      ['https://esante.gouv.fr/ens/segur-numerique-sante/vague-2', false],
    );
    assert.equal(shippedFacts.sources.get('drimbox_va2')?.url ?? address, address);
    assert.equal(movedTo(shippedFacts, 'https://esante.gouv.fr/segurite'), undefined);
    assert.equal(movedTo(shippedFacts, 'https://esante.gouv.fr/ens/segur-numerique-sante/vague-2'), undefined);
  });
});

describe('writing a verification', () => {
  const one = { fait: 'delai/compte_cnda', valeur: '5 jours', verifie_le: '2026-11-30', par: "Zoé d'Exemple" };
  const written = (text: string | undefined) => writeVerification(text, one, 'Équipe');
  const read = (result: ReturnType<typeof written>) => {
    assert.ok('text' in result);
    return { text: result.text, all: readFacts(result.text).file?.verifications?.map((each) => ({ ...each })) };
  };

  it('makes a package where there is none', () => {
    assert.deepEqual(read(written(undefined)).all, [one]);
    assert.deepEqual(read(written('\n')).all, [one]);
  });

  it('keeps comments, layout and line ends, and adds after the last', () => {
    const before = `# à nous\n${head}verifications: # lues\n    - { fait: a/b, valeur: x, verifie_le: 2026-01-01, par: Y } # note\n# fin\nsources: []\n`;
    const { text, all } = read(written(before));
    assert.deepEqual(
      all?.map(({ fait }) => fait),
      ['a/b', 'delai/compte_cnda'],
    );
    assert.equal(text.replace(/\n {4}- \{ fait: 'delai[^\n]*/, ''), before);
    const crlf = read(written(before.replace(/\n/g, '\r\n'))).text;
    assert.equal(crlf.replace(/\r\n/g, '').includes('\n'), false);
  });

  it('replaces what was written of the same fact', () => {
    const before = `${head}verifications:\n  - fait: delai/compte_cnda\n    valeur: 6 jours\n    verifie_le: 2026-01-01\n    par: Y\n  - { fait: a/b, valeur: x, verifie_le: 2026-01-01, par: Y }\n`;
    const { all } = read(written(before));
    assert.deepEqual(
      all?.map(({ fait, par }) => [fait, par]),
      [
        ['delai/compte_cnda', one.par],
        ['a/b', 'Y'],
      ],
    );
  });

  it('adds the list where there is none, also behind a text without a last line end', () => {
    assert.deepEqual(read(written(head.trimEnd())).all, [one]);
    assert.deepEqual(read(written(`\uFEFF${head}`)).all, [one]);
  });

  it('leaves alone what is broken or cannot be added to', () => {
    assert.deepEqual(written(`${head}verifications: {}\n`), { refused: 'broken' });
    assert.deepEqual(written(`${head}verifications: []\n`), { refused: 'form' });
    assert.deepEqual(written('{ version: 1, origine: x }\n'), { refused: 'form' });
    assert.deepEqual(written('a: ['), { refused: 'broken' });
    const item = '{ fait: a/b, valeur: x, verifie_le: 2026-01-01, par: Y }';
    assert.deepEqual(written(`${head}x: &v ${item}\nverifications:\n  - *v\n`), { refused: 'form' });
    assert.deepEqual(written(`${head}verifications:\n`), { refused: 'broken' });
  });

  it('writes any name, and nothing that would not be read back', () => {
    const by = (more: Partial<typeof one>) => writeVerification(undefined, { ...one, ...more }, 'Équipe');
    assert.equal(read(by({ par: 'A\tB\u2028' })).all?.[0]?.par, 'A\tB\u2028');
    assert.deepEqual(by({ verifie_le: '2026-02-30' }), { refused: 'form' });
  });
});

import assert from 'node:assert/strict';
import type { MigrationEvent } from './migration';
import type { RequirementFile } from '../../catalogue/catalogue-file';
import {
  catalogueOf,
  outcomeOf,
  planOf,
  requirementWith,
  scenarioFile,
  proofFile,
} from '../../../../test/kit/revision-kit';

const uri = 'file:///d/main.preuves.yaml';
const head = `version: 1
dossier:
  dispositif: MDV-LGC-Va2   # visé
  catalogue: rem/ancien.rem.yaml
`;
const newHeadText = head.replace('rem/ancien.rem.yaml', 'rem/nouveau.rem.yaml');

const text = 'Le système DOIT afficher les cinq traits stricts de l’identité du patient à l’écran.';
const old = requirementWith('A.01', [2, 1], { texte: text });
const socle = { id_socle: 'SC.A.01' };

const manifest = `${head}exigences:
  # Le premier.
  A.01:   # important
    scenarios:
      A.01.01:
        preuves:
          A.01.01.01:
            - fichier: preuves/a.mp4   # film
              commentaire: |
                Deux
                  lignes
          "A.01.01.02": [{ lien: https://x.fr/1 }]

      A.01.02: { preuves: { A.01.02.01: [ { execution: 12 } ] } }
  # Le second.
  A.02:
    scenarios:
      A.02.01:
        preuves:
          A.02.01.01:
            - fichier: preuves/b.png
      # tout
    # reste
  # La fin.
`;

function requirementWithoutText(file: RequirementFile): RequirementFile {
  const copy: { -readonly [K in keyof RequirementFile]: RequirementFile[K] } = { ...file };
  delete copy.texte;
  return copy;
}

function withoutPlace(event: MigrationEvent): object {
  return Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'uri' && key !== 'range'));
}

function after(
  main: string,
  before: readonly RequirementFile[],
  next: readonly RequirementFile[],
  more: Parameters<typeof catalogueOf>[1] = {},
) {
  const kit = { texts: { [uri]: main }, before: catalogueOf(before), after: catalogueOf(next, more) };
  const { plan, texts } = planOf(kit);
  return { plan, text: texts[uri] ?? '', events: plan.events.map(withoutPlace) };
}

describe('migration of a dossier to a new catalogue', () => {
  it('changes nothing but the head when the catalogue asks the same', () => {
    const same = [old, requirementWith('A.02', [1])];
    const result = after(manifest, same, same);
    assert.equal(result.text, manifest.replace(head, newHeadText));
    assert.deepEqual(result.events, [
      { kind: 'head', key: 'catalogue', from: 'rem/ancien.rem.yaml', to: 'rem/nouveau.rem.yaml' },
    ]);
  });

  it('renames keys in place, in their quotes and braces, and leaves everything else as it is', () => {
    const before = [{ ...old, ...socle }, requirementWith('A.02', [1])];
    const next = [requirementWith('B.07', [2, 1], { ...socle, texte: text }), requirementWith('A.02', [1])];
    const result = after(manifest, before, next);
    const renamed = manifest.replace(head, newHeadText).replace(/A\.01/g, 'B.07');
    assert.equal(result.text.replace(/\n {4}empreinte: .*/, ''), renamed);
    // Ids stand in the words of the kit's scenarios: what is asked changed with them.
    assert.deepEqual(result.events.at(2), { kind: 'review', id: 'B.07', reason: 'text' });
  });

  it('writes the old fingerprint where a text changed, and keeps one that is there', () => {
    const changed = requirementWith('A.01', [2, 1], { texte: `${text} Et sa photo.` });
    const [was] = catalogueOf([old]).requirements;
    const written = after(manifest, [old], [changed]);
    assert.ok(written.text.includes(`  A.01:   # important\n    empreinte: ${was?.fingerprint ?? ''}\n    scenarios:`));
    const kept = manifest.replace('# important\n', '# important\n    empreinte: 00000000\n');
    assert.equal(after(kept, [old], [changed]).text, kept.replace(head, newHeadText));
    const empty = `${head}exigences:\n  A.01:\n`;
    assert.equal(
      after(empty, [old], [changed]).text,
      empty.replace(head, newHeadText),
      'no evidence, nothing to review',
    );
  });

  it('says that nobody can tell when the old text was not known', () => {
    const unknown = requirementWithoutText(old);
    const result = after(manifest, [unknown], [old]);
    assert.deepEqual(result.events.at(-1), { kind: 'review', id: 'A.01', reason: 'unknown' });
    assert.ok(!result.text.includes('empreinte'));
  });

  it('moves a requirement that is gone to a comment at the end, with the comments that speak of it', () => {
    const gone = after(manifest, [old, requirementWith('A.02', [1])], [old]);
    assert.equal(
      gone.text,
      `${manifest.slice(0, manifest.indexOf('  # Le second.')).replace(head, newHeadText)}  # La fin.

# --- Retiré lors du passage du REM MDV-LGC-Va2 au REM MDV-LGC-Va2 ---
# Ces entrées ne sont plus demandées. Rien n’en est perdu : pour en reprendre une, enlevez « # » au début de ses lignes et remettez-la à sa place.
#
# Était sous : exigences › A.02
#   # Le second.
#   A.02:
#     scenarios:
#       A.02.01:
#         preuves:
#           A.02.01.01:
#             - fichier: preuves/b.png
#       # tout
#     # reste
`,
    );
    assert.deepEqual(gone.events.at(-1), { kind: 'parked', path: ['exigences', 'A.02'], evidence: 1 });
  });

  it('moves scenarios and proofs alone, out of lines and out of braces', () => {
    const less = requirementWith('A.01', [1], { texte: text });
    const { text: result, events } = after(manifest, [old], [less]);
    const live = result.slice(0, result.indexOf('# ---'));
    assert.ok(live.includes('A.01.01.01:') && !live.includes('A.01.01.02') && !live.includes('A.01.02'));
    assert.ok(result.includes('#           "A.01.01.02": [{ lien: https://x.fr/1 }]\n'));
    assert.ok(result.includes('#       A.01.02: { preuves: { A.01.02.01: [ { execution: 12 } ] } }\n'));
    assert.deepEqual(
      events.flatMap((event) => ('kind' in event && event.kind === 'parked' && 'path' in event ? [event.path] : [])),
      [
        ['exigences', 'A.01', 'A.01.01', 'A.01.01.02'],
        ['exigences', 'A.01', 'A.01.02'],
      ],
    );
    const flow = `${head}exigences: { A.01: { scenarios: { A.01.01: { preuves: { A.01.01.01: [], A.01.01.02: [ { execution: 3 } ] } } } }, A.02: ~ }\n`;
    const inBraces = after(flow, [old, requirementWith('A.02', [1])], [less]).text;
    assert.ok(/\{ A\.01\.01\.01: \[\], +\} \} \} \}, +\}\n/.test(inBraces), inBraces);
    assert.ok(inBraces.includes('# A.01.01.02: [ { execution: 3 } ]\n') && inBraces.includes('# A.02: ~\n'));
  });

  it('takes out what would be written twice in one mapping', () => {
    const renumbered = requirementWith('B.01', [2, 1], { ...socle, texte: text });
    const twice = `${manifest}  B.01: { commentaire: écrit trop tôt }\n`;
    const result = after(twice, [{ ...old, ...socle }], [renumbered]);
    assert.ok(result.text.includes('\n  B.01: { commentaire: écrit trop tôt }\n'));
    assert.ok(result.text.includes('#             - fichier: preuves/a.mp4   # film\n'));
  });

  it('swaps two ids', () => {
    const texts = [
      'Le logiciel DOIT permettre la recherche d’un professionnel dans l’annuaire national.',
      'Un médecin DOIT pouvoir consulter le dossier partagé depuis la fiche du patient.',
    ];
    const [one, two] = ['A.01', 'A.02'].map((id, at) => requirementWith(id, [], { texte: texts[at] ?? '' }));
    const [three, four] = ['A.01', 'A.02'].map((id, at) => requirementWith(id, [], { texte: texts[1 - at] ?? '' }));
    assert.ok(one && two && three && four);
    const main = `${head}exigences:\n  A.01: { commentaire: un }\n  A.02: { commentaire: deux }\n`;
    const expected = `${newHeadText}exigences:\n  A.02: { commentaire: un }\n  A.01: { commentaire: deux }\n`;
    assert.equal(after(main, [one, two], [three, four]).text, expected);
    const certain = planOf({
      texts: { [uri]: main },
      before: catalogueOf([one, two]),
      after: catalogueOf([three, four]),
      followProbable: false,
    });
    assert.ok(certain.texts[uri]?.includes('# \u0020 A.01: { commentaire: un }'));
  });

  it('keeps what is reached through aliases', () => {
    const main = `${head}exigences:\n  A.02: &x\n    scenarios:\n  A.01: *x\n`;
    const result = after(main, [old, requirementWith('A.02', [1])], [old]);
    assert.equal(result.text, main.replace(head, newHeadText));
    assert.deepEqual(result.events.at(-1), { kind: 'left', path: ['exigences', 'A.02'], reason: 'anchor' });
  });

  it('follows core-business scenarios, with a fingerprint of their own', () => {
    const core = (words: string) => ({
      scenarios: [scenarioFile('SCN_A/B.01', [proofFile('SCN_A/B.01.01')], { texte: words })],
    });
    const main = `${head}scenarios:\n  SCN_A/B.01:\n    preuves:\n      SCN_A/B.01.01:\n        - execution: 4\n`;
    const kit = {
      texts: { [uri]: main },
      before: catalogueOf([], core('Appeler la visionneuse depuis le dossier.')),
      after: catalogueOf([], core('Appeler la visionneuse depuis le dossier du patient.')),
    };
    const { plan, texts } = planOf(kit);
    assert.match(texts[uri] ?? '', / {2}SCN_A\/B\.01:\n {4}empreinte: "?[0-9a-f]{8}"?\n {4}preuves:/);
    assert.deepEqual(plan.events.at(-1)?.kind, 'review');
  });

  it('takes what ANS said of a proof along', () => {
    const main = `${head}exigences:
  A.01:
    scenarios:
      A.01.01:
        preuves: { A.01.01.01: [ { execution: 1 } ] }
        instruction:
          A.01.01.01:
            - { le: 2026-11-02, avis: modification demandée }
          A.01.01.02:
            - { le: 2026-11-02, avis: validé }
chapitres:
  Identité nationale de santé:
    statut: soumis
    historique:
      - { le: 2026-11-02, statut: modification demandée, preuve: A.01.01.01 }
`;
    const before = [{ ...old, ...socle }];
    const next = [requirementWith('B.01', [1], { ...socle, texte: text, chapitre: 'Identité' })];
    const { text: result } = after(main, before, next);
    assert.ok(result.includes('          B.01.01.01:\n            - { le: 2026-11-02, avis: modification demandée }'));
    assert.ok(result.includes('#           A.01.01.02:\n#             - { le: 2026-11-02, avis: validé }'));
    assert.ok(result.includes('preuve: B.01.01.01 }') && result.includes('\n  Identité:\n'));
  });

  it('takes along what the team wrote for itself', () => {
    const main = `${head}exigences:
  A.01:
    suivi: { responsable: AM }
    scenarios:
      A.01.01:
        preuves: { A.01.01.01: [ { execution: 1 } ] }
        suivi:
          travail: en cours
          preuves:
            A.01.01.01: { responsable: QA }
            A.01.01.02: { travail: fait }
        etapes_faites: [1, 3]
`;
    const next = [requirementWith('B.01', [1], { ...socle, texte: text })];
    const { text: result } = after(main, [{ ...old, ...socle }], next);
    assert.ok(result.includes('\n    suivi: { responsable: AM }\n'));
    assert.ok(result.includes('            B.01.01.01: { responsable: QA }\n'));
    assert.ok(result.includes('          travail: en cours\n') && result.includes('        etapes_faites: [1, 3]\n'));
    assert.ok(result.includes('#             A.01.01.02: { travail: fait }'));
  });

  it('turns to and from a built-in catalogue', () => {
    const next = { ...catalogueOf([old]), dispositif: { id: 'MDV-LGC-Va3' } };
    const { texts } = planOf({
      texts: { [uri]: head },
      before: catalogueOf([old]),
      after: next,
      head: { dispositif: 'MDV-LGC-Va3', catalogue: undefined },
    });
    assert.equal(texts[uri], head.replace('Va2', 'Va3').replace('catalogue:', '# catalogue:'));
    const bare = head.replace(/ {2}catalogue.*\n/, '');
    assert.equal(after(bare, [old], [old]).text, `${bare}  catalogue: rem/nouveau.rem.yaml\n`);
    const flow = 'version: 1\ndossier: { dispositif: MDV-LGC-Va2, catalogue: x.rem.yaml, profils: [] }\n';
    const kit = { texts: { [uri]: flow }, before: catalogueOf([old]), after: catalogueOf([old]) };
    const bared = planOf({ ...kit, head: { dispositif: 'MDV-LGC-Va2', catalogue: undefined } }).texts[uri];
    assert.equal(bared, 'version: 1\ndossier: { dispositif: MDV-LGC-Va2,  profils: [] }\n');
  });

  it('refuses what it can not read whole', () => {
    const kit = { before: catalogueOf([old]), after: catalogueOf([]) };
    const broken = outcomeOf({ ...kit, texts: { [uri]: head, 'file:///d/f.yaml': 'version: 1\nexigences: [\n' } });
    assert.deepEqual([broken.kind, 'uri' in broken && broken.uri], ['syntax', 'file:///d/f.yaml']);
    assert.equal(outcomeOf({ ...kit, texts: { [uri]: 'version: 1\n' } }).kind, 'noDossier');
  });

  it('keeps line ends of another system, a byte order mark, and a last line without end', () => {
    const windows = `\ufeff${manifest.trimEnd().replace(/\n/g, '\r\n')}`;
    const result = after(windows, [old, requirementWith('A.02', [1])], [old]).text;
    assert.ok(result.startsWith('\ufeffversion'));
    assert.ok(!/[^\r]\n/.test(result));
    assert.ok(result.includes('\r\n#             - fichier: preuves/b.png\r\n'));
  });

  it('leaves what stands behind an alias to be done by hand, and says so', () => {
    const next = requirementWith('B.07', [2, 1], { ...socle, texte: text });
    const before = [{ ...old, ...socle }, requirementWith('A.02', [1])];
    const body = `    scenarios:\n      A.01.01:\n        preuves:\n          A.01.01.01:\n            - fichier: a.mp4\n`;
    const byKey = `${head}x: &id A.01\nexigences:\n  *id :\n${body}`;
    const renamed = after(byKey, before, [next]);
    // What is under it has its own keys: only the key that is an alias is left.
    assert.equal(
      renamed.text.replace(/ {4}empreinte: .*\n/, ''),
      byKey.replace(head, newHeadText).replaceAll('A.01.0', 'B.07.0'),
    );
    assert.deepEqual(
      renamed.events.filter((event) => 'reason' in event && event.reason === 'alias'),
      [{ kind: 'left', path: ['exigences', 'A.01'], reason: 'alias' }],
    );
    const shared = `${head}x: &e\n${body.replace(/^ {2}/gm, '')}exigences:\n  A.01: *e\n`;
    const changed = after(shared, [old], [{ ...old, texte: 'Tout autre chose que ce qui était demandé.' }]);
    assert.equal(changed.text, shared.replace(head, newHeadText));
    assert.deepEqual(changed.events.slice(1), [
      { kind: 'left', path: ['A.01', 'empreinte'], reason: 'form' },
      { kind: 'review', id: 'A.01', reason: 'text' },
    ]);
    for (const [key, main] of [
      ['dispositif', 'version: 1\nx: &d MDV-LGC-Va2\ndossier:\n  dispositif: *d\n  catalogue: rem/nouveau.rem.yaml\n'],
      ['catalogue', 'version: 1\nx: &d { dispositif: MDV-LGC-Va3 }\ndossier: *d\n'],
    ] as const) {
      const kit = { texts: { [uri]: main }, before: catalogueOf([]), after: catalogueOf([]) };
      const { plan, texts } = planOf({
        ...kit,
        head: { dispositif: 'MDV-LGC-Va3', catalogue: 'rem/nouveau.rem.yaml' },
      });
      assert.equal(texts[uri], main, key);
      assert.deepEqual(plan.events, [], key);
    }
  });

  it('leaves entries that neither catalogue knows, with what is under them', () => {
    const main = `${newHeadText}exigences:
  A.01:
    scenarios:
      X.01: { preuves: { X.01.01: [{ execution: 1 }] } }
scenarios:
  Y.01:
    preuves:
      Y.01.01: [{ execution: 2 }]
`;
    const result = after(main, [old], [old]);
    assert.equal(result.text, main);
    assert.deepEqual(result.events, []);
  });

  it('takes an entry between braces out with its comma, wherever that stands', () => {
    const main = (more: string) => `${newHeadText}exigences: { ${more}A.02: { commentaire: x } }\n`;
    const gone = 'A.01: { commentaire: parti } # vu\n    , ';
    const result = after(main(gone), [old, requirementWith('A.02', [1])], [requirementWith('A.02', [1])]);
    assert.ok(result.text.startsWith(main(' # vu\n     ').replace(/\n$/, '')), result.text);
    assert.deepEqual(result.events, [{ kind: 'parked', path: ['exigences', 'A.01'], evidence: 0 }]);
  });
});

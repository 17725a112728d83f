import assert from 'node:assert/strict';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { file, manifest } from '../../../test/kit/dossier-kit';
import { proof as proofOf, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import { viewAt, type ViewInput } from '../../../test/kit/view-kit';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import { plain } from '../markdown';
import { SessionKit } from '../../../test/kit/session-kit';
import { neverCancelled } from '../../core/ports/cancellation';
import { evidenceFacts } from './describe-evidence';
import { describeState } from './describe-state';
import { hover } from './hover';

async function shown(marked: string, input: ViewInput = {}): Promise<string> {
  const { view, offset } = await viewAt(marked, input);
  const contents = hover(view, offset)?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}
const proof = (body: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.02:
            - ${body}`);

describe('hover', () => {
  it('says what a requirement asks, whom it concerns, and how it is known', async () => {
    const text = await shown(manifest('exigences:\n  INS/va1‸.56:\n'));
    assert.match(text, /\*\*INS\/va1\.56\*\* · Exigence/);
    assert.match(text, /Énoncé de INS\/va1\.56/);
    assert.match(text, /\*\*Profils\*\* : Général/);
    assert.match(text, /\*\*Chapitre\*\* : Identité nationale de santé/);
    assert.match(text, /`SC\.INS\/va1\.56`, `LGC\.INS\.01`/);
    assert.match(text, /reconstruction de travail, pas le REM officiel.* · lu dans le document cité/);
  });

  it('answers to an alias, and says what is unknown', async () => {
    assert.match(await shown(manifest('exigences:\n  LGC.INS.‸01:\n')), /\*\*INS\/va1\.56\*\*/);
    const unknown = await shown(manifest('exigences:\n  SC.DMP/UX‸.51:\n'), { locale: 'en' });
    assert.match(unknown, /Unknown nature/);
    assert.match(unknown, /\*\*Profiles\*\*: unknown/);
    assert.equal(await shown(manifest('exigences:\n  NO.SUCH‸:\n')), '');
  });

  it('names the core-business scenarios that cover a requirement', async () => {
    assert.match(await shown(manifest('exigences:\n  CO.‸48:\n')), /`SCN_DB\/CO\.01`/);
    assert.match(await shown(manifest('scenarios:\n  SCN_DB/‸CO.01:\n')), /\*\*Couvre\*\* : `CO\.48`/);
  });

  it('says why no proof is owed of a requirement', async () => {
    const bare = requirement('A.01', []);
    const removed = requirement('A.02', [], { nature: 'SUPPRIMEE' });
    const catalogue = { ...smallCatalogue, requirements: [...smallCatalogue.requirements, bare, removed] };
    const of = (id: string, input: ViewInput = {}) =>
      shown(manifest(`exigences:\n  ${id.slice(0, 1)}‸${id.slice(1)}:\n`), { catalogue, ...input });
    assert.match(await of('CO.48'), /\*\*Couverte\*\* par `SCN_DB\/CO\.01`, sans preuve/);
    assert.match(await of('A.01'), /\*\*Exigée, sans preuve attendue par le REM\*\*/);
    assert.match(await of('A.01', { locale: 'en' }), /\*\*Required, no proof expected by the REM\*\*/);
    assert.match(await of('A.02'), /\*\*Non applicable\*\* : le REM/);
    assert.match(await of('SC.DMP/UX.51'), /\*\*Inconnue\*\*/);
    assert.match(await of('SSI/IAM.83'), /\*\*Non applicable\*\* : le dossier/);
    assert.match(await of('INS/va1.30'), /\*\*Sans preuve attendue\*\*/);
    assert.doesNotMatch(await of('INS/va1.56'), /Couverte|Exigée|Inconnue|Non applicable/);
    assert.match(await of('INS/va1.56', { catalogue: null }), /inconnue[^]*Dispositif « MDV-LGC-Va2 » inconnu/);
  });

  it('says what a scenario and a proof expect', async () => {
    const scenario = await shown(proof('lien: x').replace('INS/va1.56.02:', 'INS/va1.56‸.02:'));
    assert.match(scenario, /1\. Dérouler INS\/va1\.56\.02/);
    assert.match(scenario, /- `INS\/va1\.56\.02\.02` Pièce attendue/);
    const expected = await shown(proof('lien: x').replace('INS/va1.56.02.02:', 'INS/va1.56.02‸.02:'));
    assert.match(expected, /Lien permanent d'un rapport de validation/);
    assert.match(expected, /`CI-SIS-HL7V2-Cons_identite_INS`/);
  });

  it('says what an evidence file is, and whether it is intact', async () => {
    const evidence: Record<string, EvidenceFile> = {
      'a.png': file({ size: 1536, detected: { extension: 'png', mime: 'image/png' } }),
      'b.png': { state: 'absent' },
    };
    const pinned = (digest: string) => shown(proof(`fichier: a‸.png\n              sha256: ${digest}\n`), { evidence });
    assert.match(await pinned('A'.repeat(64)), /1,5 Kio[^]*png \(image\/png\)[^]*conforme/);
    assert.match(await pinned('b'.repeat(64)), /pièce modifiée/);
    assert.match(await shown(proof('fichier: a‸.png\n'), { evidence }), /SHA-256.*aaaa/);
    assert.match(await shown(proof('fichier: b‸.png\n'), { evidence }), /n’existe pas/);
    assert.match(await shown(proof('fichier: c‸.png\n'), { evidence }), /pas encore examinée/);
    assert.match(await shown(proof('fichier: ../c‸.png\n'), { evidence }), /pas encore examinée/);
  });

  it('shows a piece that is a picture, where the editor draws pictures', async () => {
    const png = file({ detected: { extension: 'png', mime: 'image/png' } });
    const evidence = { 'a (1) é.png': png, 'b.pdf': file({ detected: { extension: 'pdf', mime: 'application/pdf' } }) };
    const at = async (path: string, pictures: boolean) => {
      const { view, offset } = await viewAt(proof(`fichier: ${path}\n`), { evidence });
      return JSON.stringify(hover(view, offset, { pictures })?.contents);
    };
    assert.ok((await at('a (1‸) é.png', true)).includes('![](file:///dossier/a%20%281%29%20%C3%A9.png|width=320)'));
    assert.doesNotMatch(await at('a (1‸) é.png', false), /!\[/);
    assert.doesNotMatch(await at('b‸.pdf', true), /!\[/);
  });

  it('explains keys, dispositifs, profiles and the catalogue', async () => {
    assert.match(await shown('dossier:\n  depot‸_vise: 2026-01-01\n'), /Date de dépôt visée/);
    assert.match(await shown('dossier:\n  dispositif: MDV-LGC‸-Va2\n'), /Catalogue intégré : reconstruction partielle/);
    assert.match(await shown(manifest('').replace('BAL PER-ORG', 'BAL ‸PER-ORG')), /qui citent ce profil : 1\./);
    assert.equal(await shown(manifest('# rien d‸e spécial')), '');
  });

  it('shows catalogue text as it is, whatever it contains', async () => {
    const hostile = requirement('PSC.01', [], { text: '[click](command:x) <img src=x> *a* `b`' });
    const text = await shown(manifest('exigences:\n  PSC‸.01:\n'), {
      catalogue: { ...smallCatalogue, requirements: [hostile] },
    });
    assert.ok(text.includes('\\[click\\](command:x) \\<img src=x\\> \\*a\\* \\`b\\`'));
  });
});

describe('hover on keys', () => {
  it('says that the amounts of advance and balance are the whole part, and which states are known', async () => {
    const order = (request: string) =>
      manifest(`commandes:\n  - client: A\n    signee_le: 2026-10-05\n    ${request}\n`);
    for (const request of ['avance: { montant‸_ht: 1 }', 'solde: { montant‸_ttc: 1 }']) {
      assert.match(await shown(order(request)), /entière.*la même dans l’avance et dans le solde/);
      assert.match(await shown(order(request), { locale: 'en' }), /neither the 30 % nor the 70 %/i);
    }
    assert.match(await shown(order('avance: { et‸at: payée }')), /Décidée et payée/);
  });

  it('tells the product reference from the NIL', async () => {
    const text = await shown(manifest('').replace('version: 12.4.0', 'version: 12.4.0\n  reference_‸produit: R1'));
    assert.match(text, /X-MSS-NIL.*jamais le NIL/);
  });
});

describe('hover where little is known', () => {
  const none: ViewInput = { catalogue: null };

  it('says of a catalogue which one it is, where the manifest names it, and nothing of the address of another', async () => {
    const named = manifest('').replace('  depot_vise', '  catalogue: rem‸.rem.yaml\n  depot_vise');
    assert.equal(await shown(named), 'Catalogue introuvable : rem.rem.yaml');
    assert.equal(await shown(named, { locale: 'en' }), 'Catalogue not found: rem.rem.yaml');
    assert.equal(await shown('administratif:\n  catalogue: rem‸.rem.yaml\n'), '');
  });

  it('says nothing of what no list knows', async () => {
    assert.equal(await shown('dossier:\n  dispositif: NO‸-SUCH\n'), '');
    assert.equal(await shown(manifest('').replace('BAL PER-ORG', 'NO ‸SUCH')), '');
    assert.equal(await shown(manifest('').replace('BAL PER-ORG', 'BAL ‸PER-ORG'), none), '');
    assert.equal(await shown(manifest('exigences:\n  INS/va1.56:\n    commentaire: un m‸ot\n')), '');
    assert.equal(await shown(manifest('chapitres:\n  DRIM‸box: { statut: soumis }\n')), '');
    assert.equal(await shown(manifest('chapitres:\n  DRIM‸box: { statut: soumis }\n'), none), '');
    assert.equal(await shown(manifest('agrements:\n  ‸DMP\n')), '');
    assert.equal(await shown(manifest('agrements: [ DM‸P ]\n')), '');
    assert.equal(await shown(manifest('exigences:\n  INS/va1.56:\n    toString‸: 1\n')), '');
  });

  it('says that an id is unknown, and why, where there is no catalogue', async () => {
    assert.match(
      await shown(manifest('scenarios:\n  SCN_DB/‸CO.01:\n'), none),
      /^\*\*SCN\\_DB\/CO\.01\*\* · inconnue\n\n/,
    );
    assert.match(await shown(proof('lien: x').replace('INS/va1.56.02.02:', 'INS/va1.56.02‸.02:'), none), /· inconnue/);
  });

  it('tells a dispositif whose id nobody has seen, and what is noted of one', async () => {
    const of = (id: string, locale: 'fr' | 'en') => shown(`dossier:\n  dispositif: ${id}‸\n`, { locale });
    assert.match(await of('HOP-DPI-Va1', 'fr'), /\n\n\*Identifiant formé sur le modèle des autres/);
    assert.match(await of('HOP-DPI-Va1', 'en'), /\n\n\*Id built on the pattern of the others/);
    assert.doesNotMatch(await of('MDV-LGC-Va2', 'fr'), /formé sur le modèle/);
    const noted = dispositifs.find(({ note }) => note !== undefined);
    assert.ok(noted);
    assert.ok((await of(noted.id, 'fr')).includes(plain(noted.note ?? '')));
  });

  it('draws no picture that is too large, not there, or out of the folder', async () => {
    const png = { detected: { extension: 'png', mime: 'image/png' } } as const;
    const evidence: Record<string, EvidenceFile> = {
      'large.png': file({ ...png, size: 8 * 1024 * 1024 + 1 }),
      'whole.png': file({ ...png, size: 8 * 1024 * 1024 }),
      'gone.png': { state: 'absent' },
    };
    const draws = async (marked: string) => {
      const { view, offset } = await viewAt(marked, { evidence });
      return JSON.stringify(hover(view, offset, { pictures: true })?.contents).includes('![](');
    };
    for (const [path, isDrawn] of [
      ['whole.pn‸g', true],
      ['large.pn‸g', false],
      ['gone.pn‸g', false],
      ['unknown.pn‸g', false],
      ['../whole.pn‸g', false],
    ] as const)
      assert.equal(await draws(proof(`fichier: ${path}\n`)), isDrawn, path);
    assert.equal(await draws(manifest('').replace('MDV-LGC-Va2', 'MDV-LGC-‸Va2')), false);
  });
});

describe('hover on an entry of a catalogue', () => {
  const described = requirement(
    'A.01',
    [
      scenario('A.01.01', [proofOf('A.01.01.01', [], { dependsOnCase: true, derivedId: true, expected: '' })], {
        name: 'Le scénario',
        text: 'Son texte',
        mandatory: false,
        references: ['CI-SIS 1', 'CI-SIS 2'],
        derivedId: true,
      }),
      scenario('A.01.02', [proofOf('A.01.02.01', ['video'], { expected: '' })]),
    ],
    { comment: 'Une précision', note: 'lu de travers', sheetRow: { sheet: 'REM', row: 12 } },
  );
  const { text, ...untold } = requirement('A.02', []);
  assert.ok(text);
  const catalogue = { ...smallCatalogue, requirements: [described, untold] };
  const of = (body: string, locale: 'fr' | 'en') => shown(manifest(`exigences:\n${body}`), { catalogue, locale });

  it('tells all that the REM says of it, in both languages', async () => {
    for (const [locale, origin, optional, inferred, types] of [
      ['fr', 'feuille « REM », ligne 12', 'Scénario facultatif.', 'Identifiant déduit', 'Attendue dans certains cas'],
      ['en', 'sheet “REM”, row 12', 'Optional scenario.', 'Inferred id', 'Expected in some cases'],
    ] as const) {
      const whole = await of('  A.0‸1:\n', locale);
      assert.ok(
        whole.includes('\n\nUne précision\n\n') && whole.includes('\n\n*lu de travers*\n\n') && whole.includes(origin),
      );
      const one = await of('  A.01:\n    scenarios:\n      A.01.0‸1:\n', locale);
      assert.ok(one.startsWith('**A.01.01** · Le scénario\n\nSon texte\n\n'));
      for (const part of [optional, inferred, 'CI-SIS 1, CI-SIS 2']) assert.ok(one.includes(part), part);
      const proofs = await of(
        '  A.01:\n    scenarios:\n      A.01.01:\n        preuves:\n          A.01.01.0‸1:\n',
        locale,
      );
      for (const part of [types, inferred]) assert.ok(proofs.includes(part), part);
    }
  });

  it('tells the accepted types where nothing else is expected, and that there is no text', async () => {
    assert.match(await of('  A.01:\n    scenarios:\n      A.01.0‸2:\n', 'fr'), /- `A\.01\.02\.01` Vidéo/);
    assert.match(await of('  A.0‸2:\n', 'fr'), /^\*\*A\.02\*\* · Exigence\n\n\*Énoncé inconnu du catalogue\.\*\n/);
  });

  it('says that it applies and that a partial catalogue does not know its proofs', async () => {
    const partial = { ...catalogue, state: 'partiel' } as const;
    const told = (locale: 'fr' | 'en') => shown(manifest('exigences:\n  A.0‸2:\n'), { catalogue: partial, locale });
    assert.match(
      await told('fr'),
      /\*\*Inconnue\*\* : elle s’applique, mais ce catalogue, une reconstitution partielle/,
    );
    assert.match(await told('en'), /\*\*Unknown\*\*: it applies, but this catalogue, a partial reconstruction/);
  });

  it('says of a fragment alone what is asked, and of no dossier what it owes', async () => {
    const kit = await SessionKit.of(
      { files: { 'f.preuves.yaml': 'version: 1\nexigences:\n  A.0‸1:\n' }, catalogue },
      'f.preuves.yaml',
    );
    const { views, locale } = kit.session;
    const view = await views.of(kit.uri('f.preuves.yaml'), locale, neverCancelled);
    assert.ok(view && view.dossier === undefined);
    assert.equal(describeState(described, [], view), undefined);
    const found = await kit.features.hover(kit.uri('f.preuves.yaml'), kit.position('f.preuves.yaml'), neverCancelled);
    assert.match(JSON.stringify(found?.contents), /\*\*A\.01\*\* · inconnue/);
  });

  it('says of a piece why it could not be read, in both languages', () => {
    const unreadable = { state: 'unreadable', reason: 'EACCES' } as const;
    assert.deepEqual(evidenceFacts(unreadable, undefined, 'fr'), ['Ce fichier ne peut pas être lu (EACCES).']);
    assert.deepEqual(evidenceFacts(unreadable, undefined, 'en'), ['This file cannot be read (EACCES).']);
  });
});

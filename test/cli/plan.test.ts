import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPdf } from '../../server/host/inspection/testing/build-pdf';
import { strFromU8, unzipSync } from 'fflate';
import { cli, Scratch } from './run-cli';

const manifest = `version: 1
dossier: { dispositif: IMG-DB-Va2, depot_vise: 2026-05-04 }
editeur: { denomination: Éditeur Exemple, siret: "73282932000074" }
logiciel: { nom: Imagerie, version: 3.0.0 }
parcours:
  etapes:
    eligibilite: { etat: faite, fin: 2025-09-17 }
    preuves: { etat: en cours, debut: 2026-04-01 }
commandes:
  - client: Cabinet A
    reference: C1
    signee_le: 2026-01-20
    avance: { montant_ht: "1200,50", pieces: { bon_de_commande: bdc/a.pdf, habilitation_edc_psc_operateur: edc.pdf, autres: [x/a.pdf, y/a.pdf] } }
`;

/** A model made up for this test: the keys of ASP's own are not public. */
const model = '{ "numero": "", "lignes": [{ "nom": "", "montant": 0 }] }';
const mapping = 'version: 1\ncommandes: { liste: /lignes, champs: { client: /nom, montantHt: /montant } }\n';

interface PlanJson {
  readonly version: number;
  readonly dossiers: readonly {
    readonly au: { readonly date: string; readonly heure?: string };
    readonly etape_critique: string | null;
    readonly etapes: readonly { readonly id: string; readonly verdict: string; readonly deduit: boolean }[];
    readonly echeances: readonly {
      readonly id: string;
      readonly date: string | null;
      readonly instant?: string;
      readonly etat: string;
    }[];
    readonly commandes: readonly { readonly dernier_jour: string; readonly verdict: string }[];
  }[];
}

/** A document that can be opened, with a word of its own. */
const paper = (word: string): Buffer => buildPdf({ pages: [word] });

describe('segur-preuves plan', () => {
  const scratch = new Scratch();

  before(() => {
    writeFileSync(join(scratch.path, 'main.preuves.yaml'), manifest);
    for (const [path, text] of [
      ['bdc/a.pdf', 'bon'],
      ['edc.pdf', 'edc'],
      ['x/a.pdf', 'un'],
      ['y/a.pdf', 'deux'],
    ] as const) {
      mkdirSync(join(scratch.path, path, '..'), { recursive: true });
      writeFileSync(join(scratch.path, path), paper(text));
    }
    writeFileSync(join(scratch.path, 'modele.json'), model);
    writeFileSync(join(scratch.path, 'correspondance.yaml'), mapping);
  });
  after(() => {
    scratch.remove();
  });

  it('shows steps, deadlines and orders, in French and English', async () => {
    const { code, out } = await cli(scratch.path, ['plan', '--at', '2026-04-20']);
    assert.equal(code, 0);
    assert.match(out, /IMG-DB-Va2 {2}main\.preuves\.yaml, au 2026-04-20/);
    assert.match(out, /8\. Apporter toutes les preuves de conformité \[ANS\] : en cours/);
    assert.match(
      out,
      /2026-05-13 12:00 {2}Clôture du dépôt des dossiers de preuves complets \(dans 23 jours ; non vérifié\)/,
    );
    assert.match(out, /Plus ancienne commande admissible : 2026-01-04/);
    const english = await cli(scratch.path, ['plan', '--at', '2026-05-13T12:00', '--lang', 'en']);
    assert.match(english.out, /Closing of the filing of complete proof files \(over today; not checked\)/);
  });

  it('gives machines dates, hours and instants, and null for what is unknown', async () => {
    const { out } = await cli(scratch.path, ['plan', '--at', '2026-05-13T11:59', '--format', 'json']);
    const [dossier] = (JSON.parse(out) as PlanJson).dossiers;
    assert.deepEqual(dossier?.au.heure, '11:59');
    const closing = dossier.echeances.find(({ id }) => id === 'jalon:dossier_preuves_complet');
    assert.deepEqual([closing?.instant, closing?.etat], ['2026-05-13T10:00:00.000Z', 'ahead']);
    assert.deepEqual(dossier.commandes, [
      {
        client: 'Cabinet A',
        reference: 'C1',
        signee_le: '2026-01-20',
        dernier_jour: '2026-05-20',
        verdict: 'admissible',
      },
    ]);
  });

  it('makes a Markdown table and a calendar', async () => {
    const markdown = await cli(scratch.path, ['plan', '--at', '2026-04-20', '--format', 'md']);
    assert.match(markdown.out, /^\| 8 \|.*Apporter toutes les preuves.*\| ANS \| en cours/m);
    const calendar = await cli(scratch.path, ['plan', '--at', '2026-04-20', '--format', 'ics']);
    const file = await cli(scratch.path, ['ics', '--at', '2026-04-20', '-o', 'parcours.ics']);
    assert.equal(file.code, 0);
    assert.equal(readFileSync(join(scratch.path, 'parcours.ics'), 'utf8'), calendar.out);
    assert.match(calendar.out, /^DTSTART:20260513T100000Z\r$/m);
  });

  it('refuses a date that does not exist', async () => {
    for (const at of ['2026-02-30', '2026-05-13T25:00', 'demain']) {
      const { code, out, err } = await cli(scratch.path, ['plan', '--at', at]);
      assert.deepEqual([code, out], [2, '']);
      assert.ok(err.includes(at));
    }
  });

  it('fills a blank model, says what is left, and gathers the documents', async () => {
    const { code, out, err } = await cli(scratch.path, [
      ...['asp', '--demande', 'avance', '--modele', 'modele.json', '--correspondance', 'correspondance.yaml'],
      ...['--at', '2026-05-20', '-o', 'demande.json'],
    ]);
    assert.equal(code, 0, err);
    assert.match(out, /1 commande, 4 pièces/);
    assert.match(err, /Clés du modèle laissées telles quelles : \/numero/);
    assert.match(err, /Champs sans correspondance : .*siretFournisseur/);
    assert.deepEqual(JSON.parse(readFileSync(join(scratch.path, 'demande.json'), 'utf8')), {
      numero: '',
      lignes: [{ nom: 'Cabinet A', montant: 1200.5 }],
    });
    const archive = unzipSync(new Uint8Array(readFileSync(join(scratch.path, 'demande.zip'))));
    assert.deepEqual(
      Object.entries(archive).map(([name, bytes]) => [name, Buffer.from(bytes)]),
      [
        ['1-C1/bon_de_commande-a.pdf', paper('bon')],
        ['1-C1/habilitation_edc_psc_operateur-edc.pdf', paper('edc')],
        ['1-C1/autres-a.pdf', paper('un')],
        ['1-C1/autres-a-2.pdf', paper('deux')],
      ],
    );
  });

  it('writes nothing when a value does not fit, and never passes our model off as ASP’s', async () => {
    writeFileSync(join(scratch.path, 'fausse.yaml'), 'champs: { siretFournisseur: /absent }\n');
    const refused = await cli(scratch.path, [
      ...[
        'asp',
        '--demande',
        'avance',
        '--modele',
        'modele.json',
        '--correspondance',
        'fausse.yaml',
        '-o',
        'autre.json',
      ],
    ]);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /le modèle de l’ASP n’a pas de clé \/absent/);
    assert.ok(!existsSync(join(scratch.path, 'autre.json')) && !existsSync(join(scratch.path, 'autre.zip')));
    const neutral = await cli(scratch.path, ['asp', '--demande', 'avance', '-o', 'neutre.json']);
    assert.equal(neutral.code, 0);
    assert.match(neutral.err, /PAS le modèle de l’ASP/);
    const alone = await cli(scratch.path, ['asp', '--demande', 'avance', '--modele', 'modele.json', '-o', 'x.json']);
    assert.equal(alone.code, 2);
    const none = await cli(scratch.path, ['asp', '--demande', 'solde', '-o', 'x.json']);
    assert.equal(none.code, 2);
    assert.ok(!existsSync(join(scratch.path, 'x.json')));
  });

  it('names an order that is none of those of the dossier, and writes nothing', async () => {
    const { code, err } = await cli(scratch.path, [
      ...['asp', '--demande', 'avance', '--commande', 'C1', '--commande', 'C9', '-o', 'c9.json'],
    ]);
    assert.equal(code, 2);
    assert.ok(err.includes('C9') && !existsSync(join(scratch.path, 'c9.json')));
  });

  it('refuses a request that ASP would refuse, with the reasons and their places, and writes it as a draft when told', async () => {
    const folder = join(scratch.path, 'refus');
    mkdirSync(join(folder, 'bdc'), { recursive: true });
    writeFileSync(join(folder, 'bdc/a.pdf'), paper('bon'));
    const faulty = manifest
      .replace('"1200,50"', '0')
      .replace('73282932000074', '73282932000075')
      .replace('autres: [x/a.pdf, y/a.pdf]', 'autres: [absent.pdf]');
    writeFileSync(join(folder, 'd.preuves.yaml'), faulty);
    writeFileSync(join(folder, 'modele.json'), model);
    writeFileSync(join(folder, 'correspondance.yaml'), mapping);
    const run = (...more: string[]) =>
      cli(folder, ['asp', '--demande', 'avance', '--at', '2026-05-20', ...more, '-o', 'demande.json']);
    const before = readdirSync(folder).sort();
    const refused = await run();
    assert.equal(refused.code, 1);
    for (const [needle, reason] of [
      ['"73282932000075"', /clé de contrôle du SIRET/],
      ['0, pieces', /Le montant est nul/],
      ['absent.pdf', /« absent\.pdf » n’existe pas/],
    ] as const) {
      const above = faulty.slice(0, faulty.indexOf(needle)).split('\n');
      const place = `d.preuves.yaml:${above.length}:${(above.at(-1) ?? '').length + 1}  `;
      const line = refused.out.split('\n').find((one) => reason.test(one));
      assert.ok(line?.includes(place), `${place} in ${refused.out}`);
    }
    assert.match(refused.err, /Rien n’a été écrit.*--brouillon/);
    assert.deepEqual(readdirSync(folder).sort(), before);
    const english = await cli(folder, ['asp', '--demande', 'avance', '--lang', 'en', '-o', 'demande.json']);
    assert.deepEqual([english.code, /Nothing was written/.test(english.err)], [1, true]);

    const draft = await run('--brouillon');
    assert.equal(draft.code, 0, draft.err);
    assert.match(draft.err, /ne le déposez pas[^]*Le montant est nul[^]*laissées de côté[^]*absent\.pdf/);
    assert.deepEqual(readdirSync(folder).sort(), [...before, 'demande.brouillon.json', 'demande.brouillon.zip'].sort());
    assert.match(readFileSync(join(folder, 'demande.brouillon.json'), 'utf8'), /"brouillon": true/);
    const archive = unzipSync(new Uint8Array(readFileSync(join(folder, 'demande.brouillon.zip'))));
    assert.deepEqual(Object.keys(archive), ['BROUILLON.txt', 'BROUILLON/1-C1/bon_de_commande-a.pdf']);
    assert.match(strFromU8(archive['BROUILLON.txt'] ?? new Uint8Array()), /ne le déposez pas[^]*absent\.pdf/);

    // ASP's own model is as it would be: only the name of the file says that it is a draft.
    await run('--brouillon', '--modele', 'modele.json', '--correspondance', 'correspondance.yaml');
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'demande.brouillon.json'), 'utf8')), {
      numero: '',
      lignes: [{ nom: 'Cabinet A', montant: 0 }],
    });
  });

  it('follows a link for what the command names, never out of the dossier for what the manifest cites', async function () {
    if (process.platform === 'win32') this.skip();
    const inside = join(scratch.path, 'liens');
    const outside = join(scratch.path, 'dehors');
    mkdirSync(inside);
    mkdirSync(outside);
    for (const [name, text] of [
      ['modele.json', model],
      ['correspondance.yaml', mapping],
      ['secret.pdf', 'SECRET'],
    ] as const) {
      writeFileSync(join(outside, name), text);
      symlinkSync(join(outside, name), join(inside, name));
    }
    symlinkSync(outside, join(inside, 'dossier'));
    writeFileSync(join(inside, 'edc.pdf'), paper('edc'));
    const head =
      'version: 1\ndossier: { dispositif: IMG-DB-Va2, depot_vise: 2026-05-04 }\nediteur: { denomination: A, siret: "73282932000074" }\n';
    const order = (piece: string) =>
      `commandes:\n  - { client: A, signee_le: 2026-01-20, avance: { montant_ht: 10, pieces: { bon_de_commande: ${piece}, habilitation_edc_psc_operateur: edc.pdf } } }\n`;
    const cited = 'financement: { modele_asp: modele.json, correspondance_asp: correspondance.yaml }\n';
    const asp = (manifestText: string, ...more: string[]) => {
      writeFileSync(join(inside, 'd.preuves.yaml'), manifestText);
      return cli(inside, ['asp', '--demande', 'avance', ...more, '-o', 'demande.json']);
    };
    const before = readdirSync(inside).concat('d.preuves.yaml').sort();
    for (const piece of ['secret.pdf', 'dossier/secret.pdf']) {
      const { code, out, err } = await asp(head + order(piece));
      assert.equal(code, 1, err);
      assert.ok(out.includes(piece) && !(out + err).includes('SECRET'), out);
    }
    writeFileSync(join(inside, 'bon.pdf'), paper('bon'));
    const refused = await asp(head + cited + order('bon.pdf'));
    assert.equal(refused.code, 2, refused.err);
    assert.match(refused.err, /modele\.json.*sort du dossier/);
    assert.deepEqual(readdirSync(inside).sort(), [...before, 'bon.pdf'].sort());
    const named = await asp(
      head + order('bon.pdf'),
      '--modele',
      'modele.json',
      '--correspondance',
      'correspondance.yaml',
    );
    assert.equal(named.code, 0, named.err);
  });
});

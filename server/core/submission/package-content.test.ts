import assert from 'node:assert/strict';
import { analyse, file, mainUri, manifest, type KitResult } from '../../../test/kit/dossier-kit';
import { rule as outside } from '../rules/preuve/hors-dossier/rule';
import { rule as missingFile } from '../rules/preuve/fichier-introuvable/rule';
import { filingOf } from './gate';
import { blockerMessage } from './gate/blocker-words';
import { packageContent, type PackageEntry, type WrittenFile } from './package-content';
import { compareStates, isSame } from './compare-states';
import type { Table } from './deposit-table';
import { portableName } from '../configuration/entry-names';
import { stateOfDossier, stateOfRecord } from './filed-state';
import { submissionPlan } from './plan';

const piece = (id: string, item: string) => `          ${id}:\n            - ${item}\n`;

/** Everything that the small catalogue asks of profile BAL PER-ORG. */
const complete = manifest(`agrements:
  - { teleservice: DMP et INSi, statut: Pré-examen, piece: preuves/cnda.png }
exigences:
  MSS/CONF.14:
    scenarios:
      MSS/CONF.14.01:
        preuves:
${piece('MSS/CONF.14.01.01', 'execution: 4127')}  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
${piece('INS/va1.56.02.01', '{ fichier: preuves/film.mp4, note_interne: SECRET, titre: Le film }')}${piece('INS/va1.56.02.02', 'lien: https://interop.referencement.esante.gouv.fr/x?id=1')}      INS/va1.56.01:
        preuves:
${piece('INS/va1.56.01.01', 'fichier: preuves/écran.png')}  PSC.01:
    scenarios:
      PSC.01.01:
        preuves:
${piece('PSC.01.01.01', 'fichier: preuves/film.mp4')}  SSI/GEN.06:
    non_applicable:
      justification: Pas d'hébergement.
      declaration: preuves/declaration.pdf
  SSI/GEN.07:
    scenarios:
      SSI/GEN.07.01:
        preuves:
${piece('SSI/GEN.07.01.01', 'fichier: preuves/passi.pdf')}scenarios:
  SCN_DB/CO.01:
    preuves:
      SCN_DB/CO.01.01.01: [ { fichier: preuves/appel.log } ]
`);

const paths = ['cnda.png', 'film.mp4', 'écran.png', 'declaration.pdf', 'passi.pdf', 'appel.log'];
const evidence = Object.fromEntries(paths.map((path) => [`preuves/${path}`, file()]));
const options = { scope: {}, draft: false, toolVersion: '0.0.0' };

function textOf(content: PackageEntry['content'], files: readonly WrittenFile[]): string {
  switch (content.kind) {
    case 'evidence':
      return content.path;
    case 'text':
      return content.text;
    case 'after':
      return content.text(files);
    case 'table':
      return JSON.stringify(content.table(files));
  }
}

/** What a writer makes of the entries, with digests that tell the names apart. */
function write(entries: readonly PackageEntry[]): { files: WrittenFile[]; texts: Map<string, string> } {
  const files: WrittenFile[] = [];
  const texts = new Map<string, string>();
  for (const { name, content } of entries) {
    const text = textOf(content, files);
    texts.set(name, text);
    files.push({
      name,
      size: Buffer.byteLength(text),
      sha256: Buffer.from(name).toString('hex').slice(0, 64).padEnd(64, '0'),
    });
  }
  return { files, texts };
}

describe('package', () => {
  let kit: KitResult;
  before(async () => {
    kit = await analyse([missingFile], { main: complete, evidence });
  });

  it('files evidence in the order of the REM, each piece in the slot of its proof', () => {
    assert.deepEqual(
      submissionPlan(kit.analysis).evidence.map((one) => one.name),
      [
        '01 Identité nationale de santé/INS va1.56/INS va1.56.01/INS va1.56.01.01 – écran.png',
        '01 Identité nationale de santé/INS va1.56/INS va1.56.02/INS va1.56.02.01 – film.mp4',
        '02 Pro Santé Connect/PSC.01/PSC.01.01/PSC.01.01.01 – film.mp4',
        '03 Sécurité du système/SSI GEN.07/SSI GEN.07.01/SSI GEN.07.01.01 – passi.pdf',
        '05 Scénarios cœur de métier/SCN_DB CO.01/SCN_DB CO.01.01.01 – appel.log',
      ],
    );
    assert.deepEqual(
      submissionPlan(kit.analysis).statements.map((one) => one.name),
      ['03 Sécurité du système/SSI GEN.06/Déclaration – declaration.pdf'],
    );
    assert.deepEqual(
      submissionPlan(kit.analysis).references.map((one) => one.value),
      ['https://interop.referencement.esante.gouv.fr/x?id=1', '4127'],
    );
  });

  it('pins the digest that the manifest gives, however it is written', async () => {
    const sha256 = `${'AB'.repeat(16)}${'cd'.repeat(16)}`;
    const pinned = await analyse([], {
      main: complete.replace('fichier: preuves/écran.png', `{ fichier: preuves/écran.png, sha256: ${sha256} }`),
      evidence,
    });
    const [first] = submissionPlan(pinned.analysis).evidence;
    assert.equal(first?.pinned, sha256.toLowerCase());
    const [entry] = packageContent(pinned.analysis, options).filter(({ content }) => content.kind === 'evidence');
    assert.ok(entry?.content.kind === 'evidence');
    assert.equal(entry.content.pinned, sha256.toLowerCase());
  });

  it('leaves out what is not in the dossier, which is an error, piece by piece', async () => {
    const faulty = [
      '../film.mp4',
      '/film.mp4',
      'C:\\film.mp4',
      'C:/film.mp4',
      'a\\b.mp4',
      'file:///film.mp4',
      '""',
      '" "',
      'a/../..',
    ];
    for (const path of faulty) {
      const main = complete
        .replace('fichier: preuves/passi.pdf', `fichier: ${path}`)
        .replace('declaration: preuves/declaration.pdf', `declaration: ${path}`);
      const { analysis } = await analyse([outside], { main, evidence });
      const plan = submissionPlan(analysis);
      assert.deepEqual(
        [plan.evidence.length, plan.statements.length],
        [submissionPlan(kit.analysis).evidence.length - 1, 0],
        path,
      );
      assert.ok(
        [...plan.evidence, ...plan.statements].every(({ source }) => paths.includes(source.slice('preuves/'.length))),
      );
      assert.equal(analysis.findings.length, 2, path);
      const { isPossible } = filingOf(analysis);
      assert.ok(!isPossible);
    }
  });

  it('may be made when nothing is missing', () => {
    assert.deepEqual(filingOf(kit.analysis, {}).blockers, []);
  });

  it('is refused with a reason and a place for each hole', async () => {
    const holed = await analyse([missingFile], {
      main: complete.replace('- execution: 4127', '').replace('preuves/passi.pdf', 'preuves/absent.pdf'),
      evidence: { ...evidence, 'preuves/absent.pdf': { state: 'absent' } },
    });
    const found = filingOf(holed.analysis, {}).blockers;
    assert.deepEqual(
      found.map(({ kind, about }) => [kind, about]),
      [
        ['finding', 'SSI/GEN.07.01.01'],
        ['status', 'MSS/CONF.14'],
        ['status', 'SSI/GEN.07'],
      ],
    );
    const text = holed.textOf(mainUri);
    assert.equal(text.slice(found[1]?.range.start, found[1]?.range.end), 'MSS/CONF.14');
    const chapter = filingOf(holed.analysis, { chapters: ['Pro Santé Connect'] }).blockers;
    assert.deepEqual(chapter, []);
  });

  it('names a chapter that does not exist', () => {
    const [blocker] = filingOf(kit.analysis, { chapters: ['Chapitre inventé'] }).blockers;
    assert.ok(blocker);
    assert.deepEqual(
      [blocker.kind, blockerMessage(blocker, 'fr').split(' n’existe')[0]],
      ['scope', 'Le chapitre « Chapitre inventé »'],
    );
  });

  it('is a bag: digests of every payload file, then of the tag files', () => {
    const { files, texts } = write(packageContent(kit.analysis, options));
    const bag = 'MDV-LGC-Va2 MonCabinet 12.4.0';
    const lines = (name: string) => (texts.get(`${bag}/${name}`) ?? '').trimEnd().split('\n');
    const payload = files.filter(({ name }) => name.startsWith(`${bag}/data/`));
    assert.deepEqual(
      lines('manifest-sha256.txt'),
      payload.map(({ name, sha256 }) => `${sha256}  ${name.slice(bag.length + 1)}`),
    );
    assert.deepEqual(
      lines('tagmanifest-sha256.txt').map((line) => line.slice(66)),
      ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'],
    );
    assert.ok(
      lines('bag-info.txt').includes(
        `Payload-Oxum: ${payload.reduce((sum, one) => sum + one.size, 0)}.${payload.length}`,
      ),
    );
  });

  it('never holds an internal note, and shows comments, links and digests in its index', () => {
    const { files, texts } = write(packageContent(kit.analysis, options));
    for (const [name, text] of texts) assert.ok(!text.includes('SECRET'), name);
    const index = texts.get('MDV-LGC-Va2 MonCabinet 12.4.0/data/index.html') ?? '';
    assert.match(index, /Le film/);
    assert.match(index, /Exécution MSSanté n° 4127/);
    assert.ok(index.includes(files.find(({ name }) => name.endsWith('passi.pdf'))?.sha256 ?? '?'));
    assert.ok(
      index.includes("default-src 'none'") && !/src=|@import|http-equiv="refresh/.test(index),
      'self-contained',
    );
  });

  it('says that a draft is one, in its name and inside', () => {
    const { texts } = write(packageContent(kit.analysis, { ...options, draft: true }));
    const names = [...texts.keys()];
    assert.ok(names.every((name) => name.startsWith('MDV-LGC-Va2 MonCabinet 12.4.0 BROUILLON/')));
    assert.ok(names.some((name) => name.endsWith('/data/BROUILLON.txt')));
    assert.match(texts.get(names.find((name) => name.endsWith('index.html')) ?? '') ?? '', /class="brouillon"/);
  });

  it('is the same for the same dossier', async () => {
    const again = await analyse([missingFile], { main: complete, evidence });
    assert.deepEqual(write(packageContent(again.analysis, options)), write(packageContent(kit.analysis, options)));
  });

  const bag = 'MDV-LGC-Va2 MonCabinet 12.4.0';

  it('has a table with one row per proof, in the columns of the Convergence template', () => {
    const { files, texts } = write(packageContent(kit.analysis, options));
    const { columns, rows } = JSON.parse(texts.get(`${bag}/data/depot.xlsx`) ?? '{}') as Table;
    const headers = columns.map(({ header }) => header);
    assert.deepEqual(
      headers.slice(0, 14),
      'Périmètre;ID;Chapitre;Fonction;Exigence;Commentaire;Profil;N° scénario;Scénario de conformité;N° preuve;Preuve;Profil historique;Criticité;Ordre'.split(
        ';',
      ),
    );
    const row = (id: string) => {
      const found = rows.find((cells) => cells[headers.indexOf('N° preuve')] === id);
      return Object.fromEntries(headers.map((header, index) => [header, found?.[index] ?? '']));
    };
    const film = row('INS/va1.56.02.01');
    assert.equal(film.Périmètre, 'Vague 2');
    assert.equal(film.ID, 'INS/va1.56');
    assert.equal(film.Exigence, 'Énoncé de INS/va1.56');
    assert.equal(film.Fichier, '01 Identité nationale de santé/INS va1.56/INS va1.56.02/INS va1.56.02.01 – film.mp4');
    assert.equal(film['SHA-256'], files.find(({ name }) => name.endsWith('INS va1.56.02.01 – film.mp4'))?.sha256);
    assert.equal(row('INS/va1.56.02.02').Lien, 'https://interop.referencement.esante.gouv.fr/x?id=1');
    assert.equal(row('MSS/CONF.14.01.01')['N° d’exécution'], '4127');
    assert.equal(row('SCN_DB/CO.01.01.01').ID, 'CO.48');
    const declared = rows.filter((cells) => cells[1] === 'SSI/GEN.06');
    assert.deepEqual(
      declared.map((cells) => cells[headers.indexOf('Fichier')]),
      ['03 Sécurité du système/SSI GEN.06/Déclaration – declaration.pdf'],
    );
    assert.deepEqual(
      rows.map((cells) => cells[13]),
      rows.map((_, index) => index + 1),
    );
  });

  it('has a record from which what was filed can be read again', () => {
    const { texts } = write(packageContent(kit.analysis, { ...options, scope: { chapters: ['Sécurité du système'] } }));
    const record: unknown = JSON.parse(texts.get(`${bag}/data/depot.json`) ?? '');
    const state = stateOfRecord(record);
    assert.ok(state);
    assert.deepEqual(state.chapters, ['Sécurité du système']);
    // Packages made before held what was accepted.
    assert.deepEqual(stateOfRecord({ ...(record as object), constats_acceptes: [{ regle: 'a/b' }] }), state);
    const whole = stateOfRecord(
      JSON.parse(write(packageContent(kit.analysis, options)).texts.get(`${bag}/data/depot.json`) ?? ''),
    );
    assert.ok(whole);
    const contents = new Map(
      whole.proofs.flatMap(({ pieces }) =>
        pieces.flatMap(({ value, sha256, size }) =>
          sha256 === undefined || size === undefined ? [] : [[value, { sha256, size }] as const],
        ),
      ),
    );
    const now = stateOfDossier(kit.analysis, (path) => contents.get(path));
    // Two proofs share a film; the writer of this test gives each copy another digest.
    const film = (one: { proof?: string }) => one.proof === 'PSC.01.01.01' || one.proof === 'INS/va1.56.02.01';
    const { proofs } = compareStates(whole, now);
    assert.deepEqual(
      proofs.filter((one) => !film(one)),
      [],
    );
    assert.ok(isSame(compareStates(state, { ...now, proofs: now.proofs.filter((one) => !film(one)) })));
  });

  it('says nothing of what was found, accepted or judged: that stays beside it', async () => {
    const main = complete.replace(
      '- fichier: preuves/écran.png',
      '- { fichier: preuves/absent.png, revue: { par: SECRET, le: 2026-11-02, avis: suffisante } }   # segur-ignore preuve/fichier-introuvable : SECRET',
    );
    const accepting = await analyse([missingFile], {
      main,
      evidence: { ...evidence, 'preuves/absent.png': { state: 'absent' } },
    });
    assert.equal(accepting.analysis.accepted.length, 1);
    const { texts } = write(packageContent(accepting.analysis, options));
    for (const [name, text] of texts) assert.ok(!/SECRET|introuvable/.test(text), name);
  });

  it('keeps paths short enough for Windows, and safe on it', async () => {
    const long = `preuves/${'très long nom de pièce '.repeat(9)}.mp4`;
    const main = complete.replaceAll('preuves/film.mp4', long).replace('MonCabinet', 'Logiciel de cabinet '.repeat(9));
    const lengthy = await analyse([missingFile], { main, evidence: { ...evidence, [long]: file() } });
    for (const { name } of packageContent(lengthy.analysis, { ...options, draft: true })) {
      assert.ok(name.length < 220, `${name.length}: ${name}`);
      for (const part of name.split('/')) assert.equal(part, portableName(part));
    }
  });
});

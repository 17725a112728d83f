import assert from 'node:assert/strict';
import { file, fixed, mainUri, manifest } from '../../../test/kit/dossier-kit';
import { completionsAt } from '../../../test/kit/view-kit';
import { rule as absente } from '../../core/rules/exigence/absente/rule';

const entry = (body: string) => manifest(`exigences:\n  INS/va1.56:\n${body}`);
const proof = (body: string) =>
  entry(`    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.02:
${body}`);

describe('completion of keys', () => {
  it('offers the keys of the top that are not there yet', async () => {
    const { labels } = await completionsAt(manifest('‸'));
    assert.deepEqual(labels, [
      ...['agrements', 'exigences', 'scenarios', 'chapitres', 'commandes'],
      ...['parcours', 'administratif', 'financement', 'portabilite'],
    ]);
  });

  it('offers a first line to an empty file', async () => {
    const { labels } = await completionsAt('‸');
    assert.deepEqual(labels.slice(0, 2), ['version', 'dossier']);
  });

  it('knows a mapping by its margin, whatever is typed below', async () => {
    const { labels } = await completionsAt('dossier:\n  dispositif: X\n  ‸\nediteur:\n  siret: "1"\n');
    assert.deepEqual(labels, ['catalogue', 'profils', 'depot_vise', 'fragments', 'identites_de_test']);
  });

  it('keeps to one kind of evidence in an item', async () => {
    const { labels } = await completionsAt(
      proof('            - fichier: a.png\n              ‸\n              date: 2026-01-01'),
    );
    assert.ok(!labels.includes('lien') && !labels.includes('date') && labels.includes('sha256'));
  });

  it('replaces the key under the cursor and keeps its colon', async () => {
    const { take } = await completionsAt('dossier:\n  dispo‸: X\n');
    assert.equal(take('dispositif'), 'dossier:\n  dispositif: X\n');
  });

  it('writes the margin of what comes below', async () => {
    const { take } = await completionsAt('dossier:\n  dispositif: X\nagr‸');
    assert.equal(take('agrements'), 'dossier:\n  dispositif: X\nagrements:\n  - ');
  });

  it('begins an item where a list is expected', async () => {
    const { labels, take } = await completionsAt(proof('            ‸'));
    assert.deepEqual(labels, ['- fichier', '- lien', '- execution', '- declaration']);
    assert.ok(take('- lien').endsWith('\n            - lien: '));
  });

  it('works inside braces', async () => {
    const { labels } = await completionsAt('agrements:\n  - { teleservice: DMP, ‸ }\n');
    assert.deepEqual(labels, [
      ...['statut', 'piece', 'date', 'deposee_le', 'retour_prevu_le', 'obtenu_le', 'dispense'],
      ...['commentaire', 'note_interne'],
    ]);
  });

  it('offers nothing in a comment nor in a text', async () => {
    assert.deepEqual((await completionsAt('dossier: # ‸')).labels, []);
    assert.deepEqual((await completionsAt('dossier:\n  note: |\n    te‸')).labels, []);
    assert.deepEqual((await completionsAt(entry('    commentaire: |\n      un texte\n      ‸'))).labels, []);
  });
});

describe('completion of ids', () => {
  it('offers the requirements that are missing, those that apply first, and writes the whole stub', async () => {
    const { items, labels, take } = await completionsAt(manifest('exigences:\n  INS/va1.56:\n  ‸\n'));
    assert.deepEqual(labels.slice(0, 4), ['PSC.01', 'SSI/GEN.06', 'SSI/GEN.07', 'MSS/CONF.14']);
    assert.ok(!labels.includes('INS/va1.56'));
    assert.equal(labels.at(-1), 'SSI/IAM.83');
    assert.equal(items[0]?.detail, 'Énoncé de PSC.01');
    assert.equal(
      take('MSS/CONF.14').slice(manifest('').length),
      `exigences:
  INS/va1.56:
  MSS/CONF.14:
    # Énoncé de MSS/CONF.14
    scenarios:
      MSS/CONF.14.01:
        # 1. Dérouler MSS/CONF.14.01
        preuves:
          MSS/CONF.14.01.01:
            # Attendu : Pièce attendue pour MSS/CONF.14.01.01
`,
    );
  });

  it('puts the cursor of a snippet on the first proof', async () => {
    const { items } = await completionsAt(manifest('exigences:\n  MSS‸'), { snippets: true });
    const text = items[0]?.textEdit?.newText ?? '';
    assert.equal(text.split('$0').length, 2);
    assert.ok(text.split('\n').some((line) => line.endsWith('  MSS/CONF.14.01.01:$0')));
  });

  it('writes the entry that the quick fix writes', async () => {
    const before = manifest('exigences:\n  INS/va1.56:\n');
    const { take } = await completionsAt(`${before}  ‸\n`);
    const taken = take('PSC.01');
    const fixedText = await fixed(absente, { main: before }, (fixes) =>
      fixes.find(({ args }) => args?.['id'] === 'PSC.01'),
    );
    assert.equal(taken, fixedText[mainUri]);
  });

  it('finds a requirement by an id of wave 1 and by its text', async () => {
    assert.deepEqual((await completionsAt(manifest('exigences:\n  LGC.INS.01‸'))).labels, ['INS/va1.56']);
    assert.deepEqual((await completionsAt(manifest('exigences:\n  énoncé psc‸'))).labels, ['PSC.01']);
  });

  it('knows a requirement written in another file of the dossier', async () => {
    const main = manifest('exigences:\n  ‸\n').replace('depot_vise', 'fragments: [f/*.preuves.yaml]\n  depot_vise');
    const { labels } = await completionsAt(main, {
      files: { 'f/a.preuves.yaml': 'version: 1\nexigences:\n  SC.PSC.01:\n' },
    });
    assert.ok(!labels.includes('PSC.01'));
  });

  it('offers the scenarios and proofs of the requirement with what is expected', async () => {
    const scenarios = await completionsAt(entry('    scenarios:\n      INS/va1.56.01:\n      ‸'));
    assert.deepEqual(scenarios.labels, ['INS/va1.56.02']);
    const proofs = await completionsAt(entry('    scenarios:\n      INS/va1.56.02:\n        preuves:\n          ‸'));
    assert.deepEqual(proofs.labels, ['INS/va1.56.02.01', 'INS/va1.56.02.02']);
    assert.equal(proofs.items[0]?.detail, 'Pièce attendue pour INS/va1.56.02.01');
  });

  it('offers core-business scenarios and chapters', async () => {
    assert.deepEqual((await completionsAt(manifest('scenarios:\n  ‸'))).labels, ['SCN_DB/CO.01']);
    const chapters = await completionsAt(manifest('chapitres:\n  DRIMbox: { statut: soumis }\n  Pro‸'));
    assert.deepEqual(chapters.labels, ['Pro Santé Connect']);
    assert.ok(chapters.take('Pro Santé Connect').endsWith('\n  Pro Santé Connect:'));
  });
});

describe('completion of values', () => {
  it('offers closed and open lists', async () => {
    const { labels } = await completionsAt('agrements:\n  - teleservice: DMP\n    statut: ‸\n');
    assert.equal(labels[0], 'Initialisation');
    const reviews = await completionsAt(proof('            - fichier: a\n              revue: { avis: ‸ }'));
    assert.deepEqual(reviews.labels, ['suffisante', 'insuffisante']);
  });

  it('puts a blank after the colon that lacks it', async () => {
    const { take } = await completionsAt('dossier:\n  depot_vise:‸\n');
    assert.equal(take('2026-11-20'), 'dossier:\n  depot_vise: "2026-11-20"\n');
  });

  it('offers dispositifs and profiles', async () => {
    assert.ok((await completionsAt('dossier:\n  dispositif: LGC-Va2‸')).labels.includes('MDV-LGC-Va2'));
    assert.deepEqual((await completionsAt(manifest('').replace('ORG]', 'ORG, ‸]'))).labels, ['IAM']);
  });

  it('offers the candidate version, the digest, the fingerprint and test cases', async () => {
    const evidence = { 'a.png': file({ sha256: 'b'.repeat(64) }) };
    const item = (line: string) => proof(`            - fichier: a.png\n              ${line}`);
    assert.deepEqual((await completionsAt(item('version: ‸'))).labels, ['12.4.0']);
    assert.deepEqual((await completionsAt(item('sha256: ‸'), { evidence })).labels, ['b'.repeat(64)]);
    assert.deepEqual((await completionsAt(item('sha256: ‸'))).labels, []);
    assert.deepEqual((await completionsAt(item('cas_de_test: ‸'))).labels, ['CI-SIS-HL7V2-Cons_identite_INS']);
    assert.deepEqual((await completionsAt(entry('    empreinte: ‸'))).labels, ['3f9a1c20']);
    const review = await completionsAt(item('revue: { sha256: ‸ }'), { evidence });
    assert.deepEqual(review.labels, ['b'.repeat(64)]);
  });

  it('offers files: the one named for the proof first, those already cited last, manifests never', async () => {
    const listing = ['a.png', 'b.png', 'INS-va1.56.02.02.png', 'x.preuves.yaml', 'rem/r.rem.yaml'];
    const { labels } = await completionsAt(proof('            - fichier: a.png\n            - fichier: ‸'), {
      listing,
    });
    assert.deepEqual(labels, ['INS-va1.56.02.02.png', 'b.png', 'a.png']);
    assert.deepEqual((await completionsAt('dossier:\n  catalogue: ‸', { listing })).labels, ['rem/r.rem.yaml']);
  });

  it('asks to be asked again when there is more than it sends', async () => {
    const listing = Array.from({ length: 250 }, (_, index) => `p/${index}.png`);
    const list = await completionsAt(proof('            - fichier: ‸'), { listing });
    assert.equal(list.items.length, 100);
    assert.ok(list.isIncomplete);
  });
});

import assert from 'node:assert/strict';
import { file, fixed, mainUri, manifest } from '../../../test/kit/dossier-kit';
import { parseDocument } from 'yaml';
import { completionsAt, viewAt } from '../../../test/kit/view-kit';
import { planAttach } from '../../core/attach/plan-attach';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
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
    assert.deepEqual(labels.slice(0, 4), ['Dossier de preuves', 'Fragment de dossier', 'version', 'dossier']);
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
    assert.ok(take('- lien').endsWith('\n            - lien: \n              version: 12.4.0'));
  });

  it('offers nothing behind a margin that nobody writes, which each offer would repeat', async () => {
    const at = async (columns: number) => (await completionsAt(`dossier:\n${' '.repeat(columns)}‸`)).labels.length;
    assert.deepEqual([(await at(2)) > 0, (await at(9000)) > 0, await at(10_001)], [true, true, 0]);
  });

  it('works inside braces', async () => {
    const { labels } = await completionsAt('agrements:\n  - { teleservice: DMP, ‸ }\n');
    assert.deepEqual(labels, [
      ...['statut', 'piece', 'date', 'deposee_le', 'retour_prevu_le', 'obtenu_le', 'dispense'],
      ...['commentaire', 'note_interne'],
    ]);
  });

  it('offers no key a second time that stands behind the cursor in its braces', async () => {
    const { labels } = await completionsAt(
      'agrements:\n  - { teleservice: DMP, ‸, statut: x, dispense: { date: y } }\n',
    );
    assert.deepEqual(labels, [
      'piece',
      'date',
      'deposee_le',
      'retour_prevu_le',
      'obtenu_le',
      'commentaire',
      'note_interne',
    ]);
    const half = await completionsAt('agrements:\n  - { teleservice: DMP, ‸, statut: x\n');
    assert.ok(half.labels.includes('statut'), 'where the braces end is not known');
    const renamed = await completionsAt('agrements:\n  - { teleservice: DMP, sta‸: x, piece: y }\n');
    assert.deepEqual(renamed.labels, ['statut']);
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

describe('completion of pieces', () => {
  const digest = 'b'.repeat(64);
  const film: EvidenceFile = file({ sha256: digest, inspection: { image: { date: '2026-11-02' } } as never });
  const input = { listing: ['INS-va1.56.02.02.png'], evidence: { 'INS-va1.56.02.02.png': film } };
  const fields = (margin: string) =>
    [`sha256: ${digest}`, 'date: 2026-11-02', 'version: 12.4.0'].map((line) => `\n${margin}${line}`).join('');
  const at = (value: string) =>
    entry(`    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.02:${value}
`);
  const accepted = (value: string) => at(value).replace('  INS/va1.56:\n', '  INS/va1.56:\n    empreinte: 3f9a1c20\n');
  const whole = `\n            - fichier: INS-va1.56.02.02.png${fields('              ')}`;

  for (const empty of ['‸', ' ‸', ' [‸]', ' ‸[]', ' []‸', ' [ ‸ ]', ' ~‸', ' null‸', ' {‸}', '   ‸']) {
    it(`writes a whole item in place of ${JSON.stringify(empty)}`, async () => {
      const { labels, take } = await completionsAt(at(empty), input);
      const kinds = ['- fichier', '- lien', '- execution', '- declaration'];
      assert.deepEqual(labels, [...kinds, 'INS-va1.56.02.02.png']);
      assert.equal(take('INS-va1.56.02.02.png'), accepted(whole));
    });
  }

  it('keeps the comment and the items that stand there', async () => {
    const noted = await completionsAt(at(' [‸] # à filmer'), input);
    assert.equal(noted.take('INS-va1.56.02.02.png'), accepted(`${whole} # à filmer`));
    const before = await completionsAt(at(' ‸\n            - lien: https://a.example/b'), input);
    assert.ok(before.take('INS-va1.56.02.02.png').endsWith(`${whole}\n            - lien: https://a.example/b\n`));
  });

  it('lets the editor find an item by what is typed in the brackets', async () => {
    const { items } = await completionsAt(at(' [‸]'), input);
    assert.equal(items[0]?.filterText, '[- fichier');
  });

  it('writes path, digest, date and version in one, and what is there already once', async () => {
    const { take } = await completionsAt(at('\n            - fichier: ‸'), input);
    assert.equal(take('INS-va1.56.02.02.png'), accepted(whole));
    const dated = await completionsAt(at('\n            - fichier: ‸\n              date: 2026-11-05'), input);
    assert.equal(
      dated.take('INS-va1.56.02.02.png'),
      accepted(`${whole.replace('\n              date: 2026-11-02', '')}\n              date: 2026-11-05`),
    );
  });

  it('keeps a comment on the line of the path, in braces too', async () => {
    const { take } = await completionsAt(at('\n            - fichier: ‸ # à filmer'), input);
    assert.equal(take('INS-va1.56.02.02.png'), accepted(whole.replace('.png\n', '.png # à filmer\n')));
    for (const value of ['‸# à filmer', '‸  # à filmer']) {
      const close = (await completionsAt(at(`\n            - fichier: ${value}`), input)).take('INS-va1.56.02.02.png');
      assert.match(close, /\n {12}- fichier: INS-va1\.56\.02\.02\.png {1,2}# à filmer\n {14}sha256: /);
    }
    const half = await completionsAt(at('\n            - fichier: INS‸ # à filmer'), input);
    assert.equal(half.take('INS-va1.56.02.02.png'), accepted(whole.replace('.png\n', '.png # à filmer\n')));
    for (const braces of ['{ fichier: ‸ # note}', '{ fichier: ‸# note}', '{ fichier: INS‸  # note']) {
      const taken = (await completionsAt(at(`\n            - ${braces}`), input)).take('INS-va1.56.02.02.png');
      assert.match(
        taken,
        /fichier: INS-va1\.56\.02\.02\.png, sha256: \S+, date: 2026-11-02, version: 12\.4\.0 {0,2}# note/,
      );
    }
  });

  it('writes what attaching the same file writes', async () => {
    const { analysis } = (await viewAt(at(' []'))).kit;
    const plan = await planAttach({
      analysis,
      locale: 'fr',
      standing: () => Promise.resolve(undefined),
      pieces: [
        {
          kind: 'file',
          name: 'INS-va1.56.02.02.png',
          inside: 'INS-va1.56.02.02.png',
          content: film,
          wanted: { proof: 'INS/va1.56.02.02' },
        },
      ],
    });
    assert.ok(plan.kind === 'planned');
    const { take } = await completionsAt(at(' [‸]'), input);
    assert.equal(take('INS-va1.56.02.02.png'), plan.files[0]?.after);
  });

  it('takes the day of the file where the content tells none, and leaves out and tells what is not known', async () => {
    const evidence = { 'a.png': file({ sha256: digest }) };
    const dated = await completionsAt(at(' [‸]'), {
      ...{ listing: ['a.png'], evidence, lastWritten: { 'a.png': '2026-11-03' } },
    });
    assert.match(dated.take('a.png'), /\n {14}sha256: b+\n {14}date: 2026-11-03\n {14}version: 12\.4\.0\n/);
    const unknown = await completionsAt(at(' [‸]'), { listing: ['a.png'] });
    assert.ok(!unknown.take('a.png').includes('sha256'));
    assert.equal(unknown.items.at(-1)?.detail, 'empreinte pas encore connue, non écrite');
    assert.ok(unknown.isIncomplete, 'it may be known a moment later');
  });

  it('stays in braces where braces stand', async () => {
    const inner = `fichier: INS-va1.56.02.02.png, sha256: ${digest}, date: 2026-11-02, version: 12.4.0`;
    const behind = await completionsAt(at(' [{ lien: a }, ‸]'), input);
    assert.ok(behind.take('INS-va1.56.02.02.png').includes(` [{ lien: a }, { ${inner} }]`));
    const value = await completionsAt(at(' [{ fichier: ‸ }]'), input);
    assert.ok(value.take('INS-va1.56.02.02.png').includes(` [{ ${inner} }]`));
    const list = await completionsAt(
      entry('    scenarios: { INS/va1.56.02: { preuves: { INS/va1.56.02.02: ‸ } } }'),
      input,
    );
    assert.ok(list.take('INS-va1.56.02.02.png').includes(`INS/va1.56.02.02: [{ ${inner} }] }`));
  });

  it('leads from stop to stop, and opens the list again where something can be offered', async () => {
    const { items } = await completionsAt(at(' [‸]'), { ...input, snippets: true });
    const [path, link] = items;
    assert.ok(path?.textEdit?.newText.endsWith('- fichier: $0') && path.command?.command === 'suggest');
    assert.ok(link?.textEdit?.newText.endsWith('- lien: $0\n              version: 12.4.0') && !link.command);
    const review = await completionsAt(at('\n            - fichier: a\n              rev‸'), { snippets: true });
    const margin = '\n                ';
    assert.equal(review.items[0]?.textEdit?.newText, `revue:${margin}par: $1${margin}le: $2${margin}avis: $0`);
    const key = await completionsAt('dossier:\n  dispo‸');
    assert.equal(key.items[0]?.command?.command, 'suggest');
    const text = await completionsAt(entry('    comm‸'));
    assert.equal(text.items[0]?.command, undefined);
  });

  it('finds an id that is half typed before its brackets', async () => {
    const half = entry('    scenarios:\n      INS/va1.56.02:\n        preuves:\n          INS/va1.56.02.0‸: []\n');
    const { labels, take } = await completionsAt(half);
    assert.deepEqual(labels, ['INS/va1.56.02.01', 'INS/va1.56.02.02']);
    assert.ok(take('INS/va1.56.02.02').includes('\n          INS/va1.56.02.02: []\n'));
  });

  it('offers at an empty key what stands under it', async () => {
    assert.ok((await completionsAt(manifest('exigences: ‸'))).labels.includes('PSC.01'));
    assert.deepEqual((await completionsAt(entry('    scenarios: {‸}'))).labels, ['INS/va1.56.01', 'INS/va1.56.02']);
    const profiles = await completionsAt('dossier:\n  dispositif: MDV-LGC-Va2\n  profils: ‸\n', {});
    for (const item of profiles.items) assert.match(item.textEdit?.newText ?? '', /^ \[.+\]$/);
    const review = await completionsAt(at('\n            - fichier: a\n              revue: ‸'));
    assert.ok(review.labels.includes('avis'));
  });

  it('offers nothing of the kind in a text', async () => {
    assert.deepEqual((await completionsAt(entry('    commentaire: |\n      preuves: [‸]\n'))).labels, []);
  });

  it('leaves a manifest that can be read, whatever is taken wherever', async () => {
    const text = at('\n            - fichier: a.png # vu\n              revue: {}').concat(`      INS/va1.56.01:
        preuves: { INS/va1.56.01.01: [] }
scenarios:
  SCN_DB/CO.01: {}
agrements:
  - { teleservice: DMP, statut: Initialisation }
  -
chapitres:
parcours: {}
`);
    const broken: string[] = [];
    const head = manifest('').length;
    let taken = 0;
    for (let offset = head; offset <= text.length; offset++) {
      const marked = `${text.slice(0, offset)}‸${text.slice(offset)}`;
      const { items, take } = await completionsAt(marked, input);
      for (const { label } of items.filter((one, index) => index < 4 || one.label.startsWith('INS'))) {
        const after = take(label);
        taken++;
        const { errors } = parseDocument(after, { uniqueKeys: false });
        if (errors.length > 0)
          broken.push(`${label} at
${marked.slice(head)}
gives
${after.slice(head)}`);
      }
    }
    assert.deepEqual(broken, []);
    assert.ok(taken > 400, String(taken));
  });
});

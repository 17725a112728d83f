import assert from 'node:assert/strict';
import { analyse, fires, manifest, silent, type KitInput } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const entry = (items: string, more = '') => `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [${items}]
${more}`;
const film = '{ fichier: preuves/INS/film.mp4 }';
const main = manifest(entry(film));
const listed = ['preuves/INS/film.mp4', 'preuves/DMP/oubliee.png'];

const orphans = async (input: KitInput): Promise<unknown[]> => {
  const { analysis } = await analyse([rule], input);
  return analysis.findings.filter((one) => one.rule === rule.meta.id).map(({ args }) => args.path);
};

describe('preuve/orpheline', () => {
  it('finds a file of an evidence folder that nothing cites', async () => {
    const [finding] = await fires(rule, { main: main.replace('dossier:', '⟦dossier⟧:'), listed });
    assert.deepEqual(finding?.args, { path: 'preuves/DMP/oubliee.png' });
    assert.equal(finding.severity, 'info');
    assert.equal(finding.effect, undefined);
    assert.deepEqual(finding.related, [
      { uri: 'file:///dossier/preuves/DMP/oubliee.png', range: { start: 0, end: 0 }, message: 'file', args: {} },
    ]);
  });

  it('is silent while a manifest that may cite the file was not read', async () => {
    await silent(rule, { main, listed, faults: { 'autre.preuves.yaml': { kind: 'directory' } } });
    const naming = main.replace('  profils:', '  fragments: [f/*.preuves.yaml]\n  profils:');
    const files = { 'f/b.preuves.yaml': 'version: 1\n' };
    await silent(rule, { main: naming, files, listed, faults: { 'f/a.preuves.yaml': { kind: 'special' } } });
  });

  it('is silent while the folder was not listed, and when all is cited', async () => {
    await silent(rule, { main });
    await silent(rule, { main, listed: ['preuves/INS/film.mp4'] });
    await silent(rule, { main, listed: ['Preuves/INS/Film.mp4', 'preuves/INS/FILM.MP4'] });
  });

  it('looks below `preuves`, wherever it stands; elsewhere only beside cited evidence', async () => {
    const input = manifest(
      entry('{ fichier: segur/preuves/a.png }, { fichier: docs/guide.pdf }, { fichier: top.png }'),
    );
    const files = ['segur/preuves/a.png', 'segur/preuves/x/b.png', 'segur/notes.md'];
    const others = ['docs/guide.pdf', 'docs/install.pdf', 'docs/api/api.html', 'top.png', 'autre.png', 'src/a.ts'];
    assert.deepEqual(await orphans({ main: input, listed: [...files, ...others] }), [
      'segur/preuves/x/b.png',
      'docs/install.pdf',
    ]);
  });

  it('needs evidence of the folder to be cited: a statement or an approval does not make it one', async () => {
    const input = manifest(`agrements:
  - { teleservice: DMP, statut: Pré-examen, piece: cnda/dmp.png }
exigences:
  SSI/GEN.06:
    non_applicable: { justification: Sans objet., declaration: declarations/a.pdf }
`);
    await silent(rule, {
      main: input,
      listed: ['cnda/dmp.png', 'cnda/b.png', 'declarations/a.pdf', 'declarations/b.pdf'],
    });
  });

  it('takes every citation of the manifest for one', async () => {
    const input = manifest(`agrements:
  - { teleservice: DMP, statut: Pré-examen, piece: preuves/agrement.png }
administratif:
  preuve_depot_cnda: preuves/cnda.png
commandes:
  - { client: A, signee_le: 2026-10-05, solde: { pieces: { facture: preuves/facture.pdf, va: [preuves/va.pdf] } } }
portabilite: { documentation: preuves/format.pdf }
parcours: { etapes: { eligibilite: { etat: en cours, piece: ./preuves/etape.pdf } } }
${entry(
  `${film}, { declaration: preuves/signee.pdf }`,
  `  SSI/GEN.06:
    non_applicable: { justification: Sans objet., declaration: preuves/b.pdf }
    scenarios:
      SSI/GEN.06.01: { non_applicable: { justification: Non., declaration: preuves/c.pdf } }
scenarios:
  SCN_DB/CO.01:
    preuves: { SCN_DB/CO.01.01.01: [{ fichier: preuves/appel.log }] }`,
)}`);
    const names = ['agrement.png', 'cnda.png', 'facture.pdf', 'va.pdf', 'format.pdf', 'etape.pdf', 'signee.pdf'];
    const files = [...names, 'b.pdf', 'c.pdf', 'appel.log', 'INS/film.mp4', 'x.png'].map((name) => `preuves/${name}`);
    assert.deepEqual(await orphans({ main: input, listed: files }), ['preuves/x.png']);
  });

  it('counts what fragments and other manifests cite', async () => {
    const withFragment = main.replace('  profils:', '  fragments: [exigences/*.preuves.yaml]\n  profils:');
    const files = { 'exigences/dmp.preuves.yaml': `version: 1\n${entry('{ fichier: preuves/DMP/oubliee.png }')}` };
    await silent(rule, { main: withFragment, files, listed });
    const another = manifest(entry('{ fichier: preuves/DMP/oubliee.png }'));
    await silent(rule, { main, files: { 'autre.preuves.yaml': another }, listed });
    // A fragment that no dossier names may start at its own folder, or at this one.
    await silent(rule, { main, files, listed });
    await silent(rule, {
      main,
      files: { 'preuves/DMP/a.preuves.yaml': `version: 1\n${entry('{ fichier: oubliee.png }')}` },
      listed,
    });
  });

  it('leaves the folder of another dossier to that dossier', async () => {
    await silent(rule, { main, files: { 'preuves/DMP/dossier.preuves.yaml': manifest('') }, listed });
    assert.deepEqual(await orphans({ main, files: { 'ailleurs/dossier.preuves.yaml': manifest('') }, listed }), [
      'preuves/DMP/oubliee.png',
    ]);
  });

  it('concludes nothing from manifests that are not there or not read whole', async () => {
    const broken = main.replace('INS/va1.56.02.01: [', 'INS/va1.56.02.01: [[');
    await silent(rule, { main: broken, listed });
    await silent(rule, {
      main: main.replace('  profils:', '  fragments: [absent/*.preuves.yaml]\n  profils:'),
      listed,
    });
    await silent(rule, { main: main.replace('fichier:', 'lien: https://exemple.fr/x, fichier:'), listed });
    await silent(rule, { main, files: { 'autre.preuves.yaml': broken }, listed });
  });

  it('leaves alone what is no evidence by its name', async () => {
    const names = `ins.preuves.yaml a.rem.yaml segur.config.yaml README README.md LISEZMOI.txt lisez-moi.txt Thumbs.db
      desktop.ini film.mp4.dvc dvc.yaml film.mp4.sha256 .a.zip.1-abc.partiel a.partiel .gitattributes .cache/x.png b.tmp
      ~$note.docx note.txt~ __MACOSX/film.mp4 main.zip main-brouillon.zip`;
    const files = names.split(/\s+/).map((name) => `preuves/INS/${name}`);
    await silent(rule, { main, listed: ['preuves/INS/film.mp4', ...files] });
    assert.deepEqual(await orphans({ main, listed: ['preuves/INS/film.mp4', 'preuves/maintenance.zip'] }), [
      'preuves/maintenance.zip',
    ]);
  });

  it('leaves alone the threads of the team, and a cited list of test patients', async () => {
    const cited = manifest(entry('{ fichier: discussions/courriel.pdf }, { fichier: preuves/INS/film.mp4 }')).replace(
      '  profils:',
      '  identites_de_test: [ { fichier: preuves/patients.csv } ]\n  profils:',
    );
    const files = ['discussions/courriel.pdf', 'discussions/un.yaml', 'discussions/x/deux.yml', 'preuves/patients.csv'];
    await silent(rule, { main: cited, listed: [...files, 'preuves/INS/film.mp4'] });
    assert.deepEqual(await orphans({ main: cited, listed: ['preuves/INS/film.mp4', 'preuves/discussions/a.yaml'] }), [
      'preuves/discussions/a.yaml',
    ]);
  });

  it('leaves alone what the team ignores', async () => {
    const configuration = (regles: string) => `version: 1
ignorer:
  - { fichiers: [preuves/DMP/**], regles: [${regles}], raison: Brouillons }`;
    await silent(rule, { main, listed, files: { 'segur.config.yaml': configuration('preuve/orpheline') } });
    await silent(rule, { main, listed, files: { 'segur.config.yaml': configuration('preuve') } });
    assert.equal((await orphans({ main, listed, files: { 'segur.config.yaml': configuration('lien') } })).length, 1);
  });

  it('tells twenty files, then how many more; of those that are not ignored', async () => {
    const many = Array.from({ length: 25 }, (_, index) => `preuves/x${String(index).padStart(2, '0')}.png`);
    const found = await analyse([rule], { main, listed: ['preuves/INS/film.mp4', ...many] });
    const { findings } = found.analysis;
    assert.equal(findings.length, 21);
    const more = findings.find(({ message }) => message === 'more');
    assert.deepEqual(more?.args, { count: 5, path: 'preuves/x20.png' });
    const files = {
      'segur.config.yaml':
        'version: 1\nignorer:\n  - { fichiers: [preuves/x0*], regles: [preuve/orpheline], raison: x }',
    };
    const fewer = await orphans({ main, files, listed: ['preuves/INS/film.mp4', ...many] });
    assert.deepEqual(fewer, many.slice(10));
  });
});

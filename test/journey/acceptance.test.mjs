// A whole job in the table and the fiche of the real workbench, once with the keyboard alone and once with the mouse alone: proofs of
// every kind are filled, reviewed, set aside with their signed statements, assigned, filtered, printed. The dossier is then, to the
// byte, what the engine makes of the same edits; all of them undone, it is what it was.
// SEGUR_ACCEPTANCE=whole does all of it on one VS Code (`npm run journey:acceptance [-- VERSION]`), otherwise less of each.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { vsix } from '../../scripts/package-vsix.mjs';
import { newest, root } from '../host/install.mjs';
import { WorkbenchPage } from '../host/workbench-page.mjs';
import { commandLine, Engine } from './engine.mjs';
import { Keyboard } from './keyboard.mjs';
import { Mouse } from './mouse.mjs';
import { otherEvidence } from './other-evidence.mjs';

const isWhole = process.env.SEGUR_ACCEPTANCE === 'whole';
const version = process.env.SEGUR_JOURNEY_VERSION ?? newest;
const examples = join(root, 'examples/moncabinet/preuves');
const main = 'moncabinet.preuves.yaml';

/**
 * What is filled, and how each hand brings it: `file`, by the dialog; `declaration`, as a signed document; `lies`, it lies in the
 * dossier already and is chosen from what nothing cites; `drop`, on the row of the table; `tree`, on the row of the tree; `paste`,
 * from the clipboard; `link` and `execution`, typed.
 */
const fills = [
  { proof: 'DMP/CONF.05.01.01', from: 'dmp/DMP-UX.50.01.01-autorisation.png', by: ['file', 'file'] },
  { proof: 'DMP/CONF.09.01.01', from: 'dmp/DMP-CONF.06.01.01-consentement.mp4', by: ['file', 'drop'] },
  { proof: 'MSS/va1.01.01.01', link: 'https://interop.example.org/rapport/42', by: ['link', 'link'] },
  { proof: 'MSS/CONF.08.01.01', execution: '20261104', by: ['execution', 'execution'] },
  { proof: 'MSS/CONF.17.01.02', from: 'mssante/MSS-CONF.02.01.02-connexion.log', by: ['lies', 'tree'] },
  { proof: 'SSI/GEN.20.01.02', from: 'declarations/attestation-securite.pdf', by: ['declaration', 'declaration'] },
  { proof: 'DMP/HISTO.03.01', from: 'dmp/DMP-UX.11.01.01-qualifiee.png', by: ['paste', 'drop'] },
  { proof: 'DMP/UX.44.01.01', from: 'documents/DMP-CONF.03-procedure-suppression.pdf', by: ['file', 'tree'] },
  { proof: 'MSS/va1.01.01.03', from: 'mssante/MSS-CONF.15.01.02-envoi.eml', by: ['file', 'drop'] },
  { proof: 'CDA/INT.04.01.01', from: 'mssante/MSS-CONF.15.01.03-lettre.xml', by: ['file', 'file'] },
  { proof: 'MSS/UX.01.01.02', from: 'mssante/MSS-UX.37.01.02-identite-adt.txt', by: ['lies', 'lies'] },
  { proof: 'CDA/INT.08.01.01', from: 'mssante/MSS-UX.39.01.02-IHE_XDM.zip', by: ['file', 'file'] },
  { proof: 'SSI/GEN.22.01.01', from: 'securite/SSI-GEN.09.01.01-matrice-flux.csv', by: ['lies', 'tree'] },
  { proof: 'SSI/GEN.02.01.01', from: 'mssante/MSS-CONF.02.01.01-tls.conf', by: ['file', 'drop'] },
  { proof: 'SSI/GEN.18.01.02', from: 'mssante/MSS-CONF.22.01.01-CacheCrl.java', by: ['file', 'tree'] },
  { proof: 'SSI/GEN.05.01.01', from: 'declarations/PSC.08-engagement-acr.pdf', by: ['declaration', 'declaration'] },
  { proof: 'MSS/va1.13.01.02', from: 'documents/SSI-IE.30-recherche-rpps.pdf', by: ['file', 'file'] },
  { proof: 'ANN/va1.02.01.01', from: 'annuaire/ANN-va1.01.01.02-recherche.mp4', by: ['file', 'drop'] },
  { proof: 'MDV.01.01.01', from: 'psc/PSC.01.01.01-mode-web.mp4', by: ['file', 'tree'] },
  { proof: 'VACC/NOTE.01.05.01', from: 'documents/CDA-VISU.01.01.01-n3.png', by: ['paste', 'drop'] },
].slice(0, isWhole ? undefined : 6);

/** Of pieces that were just attached, and of one that was there. */
const reviews = [
  { proof: 'DMP/CONF.05.01.01', verdict: 'suffisante' },
  { proof: 'DMP/CONF.09.01.01', verdict: 'insuffisante' },
  { proof: 'MSS/va1.01.01.01', verdict: 'suffisante' },
  { proof: 'SSI/GEN.20.01.02', verdict: 'suffisante' },
  { proof: 'APCV.01.01.01', verdict: 'insuffisante' },
].slice(0, isWhole ? undefined : 2);

/** One entry that is not written yet in a fragment, one scenario of a requirement that has others. */
const asides = [
  { proof: 'BIO/va1.08.01.01', entry: { requirement: 'BIO/va1.08' }, why: 'Le logiciel n’affiche aucun résultat.' },
  {
    proof: 'SSI/IE.36.02.01',
    entry: { requirement: 'SSI/IE.36', scenario: 'SSI/IE.36.02' },
    why: "Sans compte d'administration partagé : rien à encadrer.",
  },
].slice(0, isWhole ? undefined : 1);

/** Ranges of the table, from a proof on; the last one is in fragments and in the main manifest. */
const ranges = [
  { from: 'MSS/CONF.24.01.01', person: 'Équipe MSS' },
  { from: 'SSI/GEN.07.01.01', person: 'B. Durand' },
  { from: 'SSI/IE.40.02.01', person: 'C. Petit' },
].slice(isWhole ? 0 : 1);
const perPerson = isWhole ? 10 : 4;

const hands = [
  { name: 'keyboard', of: (window) => new Keyboard(window) },
  { name: 'mouse', of: (window) => new Mouse(window) },
];

for (const [at, { name, of }] of hands.entries()) {
  describe(`a whole dossier with the ${name} alone, VS Code ${version}`, function () {
    this.timeout(600_000);
    /** @type {WorkbenchPage} */
    let window;
    /** @type {Keyboard | Mouse} */
    let hand;
    /** Where the window works, where the engine does, and the files to be brought in. */
    let folder, copy, captures;
    let start;
    /** Edits that were made so far. */
    let edits = 0;
    /** @type {Engine} */
    let engine;

    /** The text of every manifest, by path. */
    const textsOf = (where) =>
      new Map(
        readdirSync(where, { recursive: true })
          .filter((path) => path.endsWith('.preuves.yaml'))
          .sort()
          .map((path) => [path, readFileSync(join(where, path), 'utf8')]),
      );
    const until = async (what, holds) => {
      const end = performance.now() + 180_000;
      while (!holds()) {
        assert.ok(performance.now() < end, `not seen: ${what}`);
        await window.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
    };
    const sameAsEngine = async () => {
      await hand.save();
      const wanted = textsOf(copy);
      await until('the dossier of the engine', () =>
        [...textsOf(folder)].every(([path, text]) => text === wanted.get(path)),
      ).catch(() => assert.deepEqual(textsOf(folder), wanted));
    };

    before(async () => {
      window = await WorkbenchPage.open({
        vsix,
        version,
        empty: true,
        width: 1600,
        height: 900,
        prepare: (where) => {
          cpSync(join(root, 'examples/moncabinet'), join(where, 'moncabinet'), { recursive: true });
          mkdirSync(join(where, 'captures'));
          for (const [number, { from, by, proof }] of fills.entries()) {
            if (!from) continue;
            const bytes = otherEvidence(join(examples, from), number);
            writeFileSync(join(where, 'captures', `essai ${number}${extname(from)}`), bytes);
            if (by[at] === 'lies')
              writeFileSync(
                join(where, 'moncabinet/preuves', `${proof.replace('/', '-')} essai${extname(from)}`),
                bytes,
              );
          }
          for (const [number] of asides.entries())
            writeFileSync(
              join(where, 'captures', `signée ${number}.pdf`),
              otherEvidence(join(examples, 'declarations/SSI-GEN.06-non-applicable.pdf'), number),
            );
          cpSync(join(where, 'moncabinet'), join(where, '..', 'moteur'), { recursive: true, preserveTimestamps: true });
        },
      });
      // Other work on the machine may slow every step down.
      window.page.setDefaultTimeout(180_000);
      folder = join(window.folder, 'moncabinet');
      captures = join(window.folder, 'captures');
      copy = join(window.folder, '..', 'moteur');
      start = textsOf(folder);
      hand = of(window);
      engine = await Engine.start(copy, main);
      await window.openView('Ségur Preuves');
      await window.waitForRow('MonCabinet');
      await hand.openTable();
    });
    after(async () => {
      await engine?.stop();
      await window?.close();
    });
    // Each step stands on those before it.
    let hasFailed = false;
    beforeEach(function () {
      if (hasFailed) this.skip();
    });
    afterEach(async function () {
      hasFailed ||= this.currentTest.state === 'failed';
      if (this.currentTest.state === 'failed') console.error(await hand.whereFocusIs());
      if (this.currentTest.state === 'failed')
        await window.shot(`failed-acceptance-${name}-${this.currentTest.title.replaceAll(/\W+/g, '-')}`);
    });

    for (const [number, { proof, from, link, execution, by }] of fills.entries()) {
      it(`fills ${proof} by ${by[at]}`, async () => {
        const way = by[at];
        const before = [...textsOf(folder).values()].join('').length;
        const file = from && join(captures, `essai ${number}${extname(from)}`);
        const lies = from && `${proof.replace('/', '-')} essai${extname(from)}`;
        await hand.attach(proof, way, { file, lies, text: link ?? execution });
        await until('the piece is written', () => [...textsOf(folder).values()].join('').length > before);
        await hand.seen(proof);
        edits += 1;
        const slot = (await engine.rows()).find((row) => row.slot.proof === proof).slot;
        if (way === 'link') commandLine(copy, ['attach', '--lien', link, '--preuve', proof]);
        else if (way === 'execution') commandLine(copy, ['attach', '--execution', execution, '--preuve', proof]);
        else if (way === 'declaration')
          await engine.attach({ kind: 'declaration', uri: pathToFileURL(file).href, slot });
        else if (way === 'lies') commandLine(copy, ['attach', join('preuves', lies), '--preuve', proof]);
        else if (way === 'file') commandLine(copy, ['attach', file, '--preuve', proof]);
        else {
          // What came without a path: the clipboard has pictures drawn again, and names of its own.
          const bytes = way === 'paste' ? readFileSync(join(folder, await hand.pieceOf(proof))) : readFileSync(file);
          const given = way === 'paste' ? 'image.png' : basename(file);
          await engine.attach({ kind: 'bytes', name: given, base64: bytes.toString('base64'), slot });
        }
        await engine.reread();
        assert.deepEqual(textsOf(folder), textsOf(copy));
      });
    }

    it(`reviews ${reviews.length}`, async () => {
      for (const { proof, verdict } of reviews) {
        await hand.review(proof, verdict, 'A. Martin');
        edits += 1;
        const row = (await engine.rows()).find(({ slot }) => slot.proof === proof);
        const today = await hand.reviewDay(proof);
        await engine.write([{ kind: 'review', slot: row.slot, piece: 0, par: 'A. Martin', le: today, avis: verdict }]);
      }
      await window.shot(`acceptance-${name}-reviewed`);
      await sameAsEngine();
    });

    it(`sets ${asides.length} aside, with the signed statements`, async () => {
      for (const [number, { proof, entry, why }] of asides.entries()) {
        const signed = join(captures, `signée ${number}.pdf`);
        await hand.setAside(proof, entry, why);
        await until('it is set aside', () =>
          [...textsOf(folder).values()].some((text) => text.includes(why.slice(-9))),
        );
        await hand.attachDeclaration(proof, entry, signed);
        const id = (entry.scenario ?? entry.requirement).replace('/', '-');
        await until('the statement is cited', () =>
          [...textsOf(folder).values()].some((text) => text.includes(`declaration: preuves/declarations/${id}`)),
        );
        edits += 2;
        await engine.setAside(entry, why);
        await engine.attachDeclaration(entry, signed);
      }
      assert.deepEqual(textsOf(folder), textsOf(copy));
    });

    it(`assigns ${ranges.length * perPerson} proofs to ${ranges.length} people`, async () => {
      await hand.ungroup();
      for (const { from, person } of ranges) {
        await hand.assign(from, perPerson, person);
        edits += 1;
        const rows = await engine.rows();
        const first = rows.findIndex(({ slot }) => slot.proof === from);
        await engine.write(
          rows.slice(first, first + perPerson).map(({ slot }) => ({
            kind: 'follow',
            slot,
            level: 'proof',
            field: 'responsable',
            value: person,
          })),
        );
      }
      await window.shot(`acceptance-${name}-assigned`);
      await sameAsEngine();
    });

    it('filters by a person, and prints the shooting script of that person', async () => {
      const { person } = ranges.find((range) => range.person === 'B. Durand');
      await hand.filterByPerson(person, perPerson);
      await window.shot(`acceptance-${name}-filtered`);
      const path = join(folder, 'moncabinet-feuille-de-tournage.html');
      await hand.printScript(person);
      await until('the script is written', () => readdirSync(folder).includes(basename(path)));
      // The filter leaves rows of one chapter, which stands preselected with the person.
      const part = ['--par', 'personne', '--personne', person, '--chapitre', 'Sécurité du système'];
      commandLine(copy, ['runsheet', ...part, '-o', basename(path)]);
      assert.equal(readFileSync(path, 'utf8'), readFileSync(join(copy, basename(path)), 'utf8'));
      rmSync(path);
      await hand.clearFilters();
    });

    it('changed the lines of these edits alone', () => {
      const end = textsOf(folder);
      for (const [path, text] of start) {
        const left = text.split('\n');
        const kept = new Map();
        for (const line of end.get(path).split('\n')) kept.set(line, (kept.get(line) ?? 0) + 1);
        const gone = left.filter((line) => {
          const count = kept.get(line) ?? 0;
          kept.set(line, count - 1);
          return count <= 0;
        });
        // An empty list of pieces is filled, a review of before is another one, and an entry on one line says more.
        for (const line of gone) {
          const isLonger =
            /\}( +#.*)?$/.test(line) && end.get(path).includes(`\n${line.slice(0, line.indexOf('{') + 1)}`);
          assert.ok(isLonger || /: \[\]$|revue: /.test(line), `${path}: ${line}`);
        }
      }
      const comments = (texts) => [...texts.values()].join('\n').match(/#.*$/gm);
      for (const comment of comments(start)) assert.ok(comments(end).includes(comment), comment);
    });

    it('takes all of it back, to the byte', async () => {
      await hand.undo(edits, async () => {
        await hand.save();
        await until('the dossier is as it was', () => {
          const now = textsOf(folder);
          return [...start].every(([path, text]) => now.get(path) === text);
        }).catch(() => assert.deepEqual(textsOf(folder), start));
      });
    });
  });
}

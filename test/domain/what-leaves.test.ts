import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { Analysis } from '../../server/core/engine/analyse';
import { financingRequest } from '../../server/core/parcours/asp/financing-request';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { rules } from '../../server/core/rules/registry';
import { packageContent } from '../../server/core/submission/package-content';
import { filedManifest } from '../../server/core/submission/filed-manifest';
import { statementModels } from '../../server/host/attestation/statement';
import { statementSubject } from '../../server/host/attestation/statement-subject';
import { packageDossier } from '../../server/host/operations/package-dossier';
import { verifyPackage } from '../../server/host/operations/verify-package';
import { statementPdf } from '../../server/host/operations/write-attestation';
import { renderReport, type ReportRequest } from '../../server/host/operations/write-report';
import { writeFinancingRequest } from '../../server/host/parcours/write-financing-request';
import { catalogueText, DiskDossier, diskManifest } from '../kit/disk-dossier';
import { analyse } from '../kit/dossier-kit';
import { manifestWithSecrets, secret } from '../kit/manifest-with-secrets';

/** Names and contents of an archive, and of the archives in it, as bytes that can be searched. */
function insideOf(bytes: Uint8Array): [string, Buffer][] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]): [string, Buffer][] => {
    const own: [string, Buffer][] = [[name, Buffer.from(content)]];
    return name.endsWith('.xlsx') ? [...own, ...insideOf(content)] : own;
  });
}

/** A PDF of ours, its streams inflated where they are deflated. */
function insideOfPdf(bytes: Uint8Array): Buffer {
  const all = Buffer.from(bytes);
  const parts = [all];
  for (let at = all.indexOf('stream'); at >= 0; at = all.indexOf('stream', at + 6)) {
    const start = all.indexOf('\n', at) + 1;
    const end = all.indexOf('endstream', start);
    if (end > start && all[start] === 0x78) parts.push(inflateSync(all.subarray(start, end)));
  }
  return Buffer.concat(parts);
}

/** A number that stands nowhere but among the steps that are done. */
const stepOfTheHouse = '4127888';
/** Its words as a reader shows them: in the file they are numbers of glyphs. */
async function pdfText(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await document.destroy();
  return texts.join('\n');
}

/** No word of the house, in whatever writing these programs use. */
function assertKept(what: string, bytes: Uint8Array | string): void {
  const text = Buffer.from(bytes).toString('latin1');
  const found = new RegExp(`.{0,60}${secret}.{0,20}`, 's').exec(text);
  assert.equal(found?.[0], undefined, what);
  assert.ok(!text.includes(stepOfTheHouse), `${what}: a step that is done`);
}

const forAns = { forAns: true, evidenceFile: () => undefined } as const;
const formats: readonly Pick<ReportRequest, 'format' | 'locale'>[] = (['html', 'xlsx', 'csv', 'md'] as const).flatMap(
  (format) => (['fr', 'en'] as const).map((locale) => ({ format, locale })),
);

function assertReportsKeep(analysis: Analysis): string {
  const shown: string[] = [];
  for (const one of formats) {
    const report = renderReport({ analysis, ...one, ...forAns });
    const parts: [string, Uint8Array | string][] = typeof report === 'string' ? [['', report]] : insideOf(report);
    for (const [name, content] of parts) {
      assertKept(`report ${one.format} ${name}`, content);
      shown.push(Buffer.from(content).toString('utf8'));
    }
  }
  return shown.join('\n');
}

describe('what leaves, of random manifests', function () {
  this.timeout(60_000);
  it('is in the manifest that is filed, and nothing else is', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { text, leaving } = manifestWithSecrets(seed);
      const filed = filedManifest(text);
      assert.ok(filed !== undefined, `seed ${seed}`);
      assertKept(`seed ${seed}`, filed);
      for (const word of leaving) assert.ok(filed.includes(word), `seed ${seed}: ${word}`);
      assert.equal(filedManifest(filed), filed, `seed ${seed}: what leaves leaves again`);
    }
  });

  it('is alone in every text of a package, and in a report for ANS', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { text } = manifestWithSecrets(seed);
      const { analysis } = await analyse(rules, { main: text, evidence: {} });
      const options = { scope: {}, draft: true, toolVersion: '0.0.0' };
      for (const { name, content } of packageContent(analysis, options)) {
        assertKept(`seed ${seed}: ${name}`, name);
        if (content.kind === 'text') assertKept(`seed ${seed}: ${name}`, content.text);
        if (content.kind === 'after') assertKept(`seed ${seed}: ${name}`, content.text([]));
        if (content.kind === 'table') assertKept(`seed ${seed}: ${name}`, JSON.stringify(content.table([])));
      }
      assertReportsKeep(analysis);
    }
  });
});

const note = (name: string) => `${secret}-${name}`;

/** Words of the house wherever one can be written by hand. */
const main = diskManifest(`  inconnue: ${note('logiciel')}
# ${note('commentaire YAML')}
agrements:
  - { teleservice: DMP, statut: Pré-examen, note_interne: ${note('agrement')}, suivi: ${note('agrement')} }
exigences:
  INS/va1.56:
    note_internes: ${note('exigence')}
    suivi: { responsable: ${note('suivi')}, pour_le: ${note('suivi')}, travail: ${note('suivi')}, preuves: ${note('suivi')} }
    scenarios:
      INS/va1.56.01:
        suivi:
          responsable: ${note('suivi')}
          preuves: { INS/va1.56.01.01: { responsable: ${note('suivi')}, travail: ${note('suivi')} } }
        etapes_faites: [ ${note('etape')}, ${stepOfTheHouse} ]
        ? note_interne
        : ${note('explicite')}
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/a.png # ${note('fin de ligne')}
              commentaire: VISIBLE-commentaire
              titre: VISIBLE-titre
              "note_interne": &note ${note('ancre')}
              *note : ${note('alias')}
              note_interne\u00a0: ${note('insécable')}
              Note_interne: ${note('majuscule')}
              <<: { note-interne: ${note('fusion')}, note_interne: ${note('fusion')} }
              revue: { par: ${note('relecteur')}, le: 2026-11-02, avis: suffisante }
            - fichier: discussions/un.yaml
            - { declaration: ./discussions//deux.yml }
            - fichier: preuves/absente.png # segur-ignore preuve/fichier-introuvable : ${note('raison')}
            - declaration: /home/${note('machine')}/x.pdf
  SSI/GEN.06:
    non_applicable: { justification: VISIBLE-justification, inconnue: ${note('justification')} }
${note('racine')}: ${note('racine')}
x-modeles: &modele { commandes: [ { client: ${note('client')} } ] }
<<: *modele
financement: { numero_referencement: ${note('financement')}, note_interne: ${note('financement')} }
parcours: { etapes: { documentation: { etat: fait, commentaire: ${note('parcours')} } } }
administratif: { responsable_legal: { nom: ${note('personne')} }, commentaire: ${note('administratif')} }
`)
  .replace(
    '  profils:',
    `  depot_vise: "${note('date')}"\n  identites_de_test:\n    - { ins: ${note('identité')}, nom: ${note('identité')}, prenom: ${note('identité')} }\n    - { fichier: preuves/${note('patients')}.csv }\n    - ${note('identité')}\n  fragments: [ fr/*.preuves.yaml ]\n  profils:`,
  )
  .replace('editeur:', `editeur: # ${note('éditeur')}`);

const orders = `commandes:
  - client: VISIBLE-client
    signee_le: 2026-09-01
    reference: VISIBLE-reference
    inconnue: ${note('commande')}
    commentaire: ${note('commande')}
    note_interne: ${note('commande')}
    avance:
      montant_ht: "100,00"
      montant_ttc: "120,00"
      pieces: { bon_de_commande: preuves/bon.pdf, inconnue: preuves/${note('pièce')}.pdf }
      note_interne: ${note('avance')}
`;

describe('what leaves a dossier on disk', function () {
  this.timeout(60_000);
  let dossier: DiskDossier;
  before(() => {
    dossier = new DiskDossier(main, {
      'preuves/a.png': 'une image',
      'preuves/bon.pdf': 'un bon de commande',
      [`preuves/${note('orpheline')}.png`]: note('orpheline'),
      'fr/un.preuves.yaml': `version: 1 # ${note('fragment')}\nediteur: { denomination: ${note('fragment')} }\nsuivi: ${note('fragment')}\nexigences:\n  PSC.01:\n    commentaire: VISIBLE-fragment\n    note_interne: ${note('fragment')}\n`,
      'fr/rien.preuves.yaml': `version_: ${note('fragment')}\n`,
      'discussions/un.yaml': `version: 1\npreuve: INS/va1.56.01.01\nmessages: [ { par: ${note('auteur')}, le: 2026-11-02, texte: ${note('discussion')} } ]\n`,
      'discussions/deux.yml': note('discussion'),
      'segur.config.yaml': `version: 1 # ${note('configuration')}\nregles: { manifeste/cle-inconnue: off } # ${note('configuration')}\n`,
      'catalogue.rem.yaml': `# ${note('catalogue')}\n${catalogueText.replace('exigences:', `commandes: ${note('catalogue')}\nimporte: { fichier: '/home/${note('catalogue')}/VISIBLE-rem.xlsx', feuilles: [ Exigences ] } # ${note('catalogue')}\nexigences:`)}`,
    });
  });
  after(() => {
    dossier.remove();
  });

  it('by a package: every byte of it, and of what it holds', async () => {
    const target = join(dossier.out, 'depot.zip');
    const analysis = await dossier.analyse();
    assert.ok(analysis.accepted.length > 0, 'a finding was accepted');
    const request = { analysis, draft: true, target, cancellation: neverCancelled } as const;
    const outcome = await packageDossier(request);
    assert.equal(outcome.kind, 'written');
    const bytes = readFileSync(target);
    assertKept('archive', bytes);
    const inside = insideOf(bytes);
    for (const [name, content] of inside) {
      assertKept(name, name);
      assertKept(name, content);
    }
    const all = inside.map(([, content]) => content.toString('utf8')).join('\n');
    for (const word of ['commentaire', 'titre', 'justification', 'fragment', 'rem.xlsx']) {
      assert.ok(all.includes(`VISIBLE-${word}`), word);
    }
    const names = inside.map(([name]) => name);
    assert.ok(names.some((name) => name.endsWith('dossier/fr/un.preuves.yaml')));
    assert.ok(!names.some((name) => name.endsWith('rien.preuves.yaml')));
    const verified = await verifyPackage({ path: target });
    assert.deepEqual(verified.kind === 'read' && verified.report.problems, []);

    // What was kept is beside it.
    const kept = readFileSync(join(dossier.out, 'depot.interne.json'), 'utf8');
    for (const name of ['relecteur', 'raison']) assert.ok(kept.includes(note(name)), name);
  });

  it('by a report for ANS, in every format and language', async () => {
    const shown = assertReportsKeep(await dossier.analyse());
    for (const word of ['commentaire', 'titre', 'justification']) assert.ok(shown.includes(`VISIBLE-${word}`), word);
  });

  it('by a statement', async () => {
    const analysis = await dossier.analyse();
    for (const id of ['SSI/GEN.06', 'INS/va1.56', 'INS/va1.56.01']) {
      const subject = statementSubject(analysis, id);
      assert.ok(subject, id);
      for (const model of statementModels) {
        const { bytes } = await statementPdf(model, subject, false);
        const pdf = `${insideOfPdf(bytes).toString('latin1')}\n${await pdfText(bytes)}`;
        assertKept(`${model} ${id}`, pdf);
        if (model === 'non-applicable' && id === 'SSI/GEN.06') assert.ok(pdf.includes('VISIBLE-justification'));
      }
    }
  });

  it('by a request to ASP and its archive', async () => {
    const asking = new DiskDossier(diskManifest(orders), { 'preuves/bon.pdf': 'un bon de commande' });
    try {
      const analysis = await asking.analyse();
      mkdirSync(asking.out, { recursive: true });
      const [target, archive] = [join(asking.out, 'd.json'), join(asking.out, 'd.zip')];
      const { rootUri, main: head } = analysis.dossier;
      const request = financingRequest(head.parsed, 'avance');
      await writeFinancingRequest({ rootUri, request, target, archive, cancellation: neverCancelled });
      const json = readFileSync(target);
      assertKept('request', json);
      assert.ok(json.includes('VISIBLE-client') && json.includes('VISIBLE-reference'));
      const inside = insideOf(readFileSync(archive));
      assert.equal(inside.length, 1);
      for (const [name, content] of inside) {
        assertKept(name, name);
        assertKept(name, content);
      }
    } finally {
      asking.remove();
    }
  });
});

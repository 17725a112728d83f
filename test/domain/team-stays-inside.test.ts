import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Analysis } from '../../server/core/engine/analyse';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { statementModels } from '../../server/host/attestation/statement';
import { statementSubject } from '../../server/host/attestation/statement-subject';
import { packageDossier, type PackageRequest } from '../../server/host/operations/package-dossier';
import { statementPdf } from '../../server/host/operations/write-attestation';
import { renderReport } from '../../server/host/operations/write-report';
import { diskManifest, DiskDossier } from '../kit/disk-dossier';

/** Words that stand nowhere but in what the team says to itself. */
const mark = 'MAISON';
const days = ['2026-10-07', '2026-10-08', '2026-10-09'] as const;
const states = ['à vérifier', 'en cours'];
const [requirementDay, scenarioDay, proofDay] = days;

const main = diskManifest(`exigences:
  INS/va1.56:
    suivi: # segur-ignore suivi/en-retard : ${mark}-raison, pour bientôt
      responsable: ${mark}-Zoé
      pour_le: ${requirementDay}
      travail: à vérifier
    scenarios:
      INS/va1.56.01:
        suivi:
          responsable: ${mark}-AM
          pour_le: ${scenarioDay}
          preuves: { INS/va1.56.01.01: { responsable: ${mark}-QA, pour_le: ${proofDay}, travail: en cours } }
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/a.png
              commentaire: VISIBLE
              revue: { par: "${mark}-QA", le: 2026-11-03, avis: insuffisante }
            - fichier: discussions/cite.yaml
            - fichier: preuves/journal.txt
            - declaration: preuves/tout.zip
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.02: [ { lien: "https://interop.referencement.esante.gouv.fr/x?id=1" } ]
        instruction:
          INS/va1.56.02.02:
            - { le: 2026-11-18, avis: modification demandée, commentaire: Le lien ne s’ouvre pas. }
  SSI/GEN.06:
    suivi: { responsable: ${mark}-RSSI, pour_le: ${requirementDay}, travail: à vérifier }
    non_applicable: { justification: VISIBLE-justification }
`);
const thread = (proof: string) =>
  `version: 1\npreuve: ${proof}\nsujet: ${mark}-sujet\nmessages: [ { par: ${mark}-auteur, le: 2026-10-07, texte: ${mark}-texte } ]\n`;

/** What the tool wrote for the team, under a name that says nothing. */
const kept = `Qui fait quoi · ${mark}\n\nDocument interne : il nomme des personnes. Il n’est pas à transmettre à l’ANS.\n`;

function assertKept(what: string, content: Uint8Array | string): void {
  for (const encoding of ['utf8', 'latin1', 'utf16le'] as const) {
    const text = Buffer.from(content).toString(encoding);
    for (const word of [mark, ...days, ...states, 'responsable', 'pour_le', 'travail:'])
      assert.ok(!text.includes(word), `${what}: ${word}`);
  }
}

function inside(bytes: Uint8Array): [string, Buffer][] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]): [string, Buffer][] => [
    [name, Buffer.from(content)],
    ...(name.endsWith('.xlsx') ? inside(content) : []),
  ]);
}

describe('who does what by when, and what is said of it', function () {
  this.timeout(60_000);
  let dossier: DiskDossier;
  let analysis: Analysis;
  before(async () => {
    dossier = new DiskDossier(main, {
      'preuves/a.png': 'une image',
      'preuves/journal.txt': kept,
      'preuves/tout.zip': zipSync({ 'journal.txt': strToU8(kept) }),
      'discussions/un.yaml': thread('INS/va1.56.01.01'),
      [`discussions/${mark}-deux.yaml`]: thread('AILLEURS'),
      'discussions/cite.yaml': thread('INS/va1.56.01.01'),
      'segur.config.yaml': 'version: 1\ngravites: { suivi/relecture-par-le-responsable: warning }\n',
    });
    analysis = await dossier.analyse();
  });
  after(() => {
    dossier.remove();
  });

  it('is found by the rules of the team, so that their findings could leave', () => {
    const found = new Set(
      [...analysis.findings, ...analysis.accepted.map(({ finding }) => finding)].map((one) => one.rule),
    );
    for (const rule of ['suivi/en-retard', 'suivi/relecture-par-le-responsable', 'preuve/document-interne'])
      assert.ok(found.has(rule), rule);
  });

  const modes: Readonly<Record<string, Pick<PackageRequest, 'draft' | 'answersOnly' | 'chapters'>>> = {
    draft: { draft: true },
    'draft of a chapter': { draft: true, chapters: ['Identité nationale de santé'] },
    'draft of answers': { draft: true, answersOnly: true },
    'final answers': { draft: false, answersOnly: true },
  };
  for (const [name, mode] of Object.entries(modes)) {
    it(`is not in a package: ${name}`, async () => {
      const target = join(dossier.out, `${name}.zip`);
      const outcome = await packageDossier({ analysis, ...mode, target, cancellation: neverCancelled });
      assert.equal(outcome.kind, 'written');
      const bytes = readFileSync(target);
      assertKept('archive', bytes);
      for (const [entry, content] of inside(bytes)) {
        assertKept(entry, entry);
        assertKept(entry, content);
      }
      // What stays beside it says it all the same.
      const kept = readFileSync(target.replace(/\.zip$/, '.interne.json'), 'utf8');
      if (name === 'draft') assert.ok(kept.includes(`${mark}-QA`));
    });
  }

  it('is not in a report for ANS, and is in that of the house', () => {
    for (const format of ['html', 'xlsx', 'csv', 'md'] as const) {
      for (const locale of ['fr', 'en'] as const) {
        const report = renderReport({ analysis, format, locale, forAns: true, evidenceFile: () => undefined });
        const parts: [string, Uint8Array | string][] = typeof report === 'string' ? [['', report]] : inside(report);
        for (const [name, content] of parts) assertKept(`${format} ${name}`, content);
      }
    }
    for (const format of ['html', 'md'] as const) {
      const own = renderReport({ analysis, format, locale: 'fr', forAns: false, evidenceFile: () => undefined });
      assert.ok(
        typeof own === 'string' && own.includes(`${mark}-QA`) && own.includes('Qui fait quoi, pour quand'),
        format,
      );
    }
  });

  it('is not in a statement', async () => {
    for (const id of ['SSI/GEN.06', 'INS/va1.56', 'INS/va1.56.01']) {
      const subject = statementSubject(analysis, id);
      assert.ok(subject, id);
      for (const model of statementModels) {
        const { bytes } = await statementPdf(model, subject, false);
        const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
        const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
        for (let page = 1; page <= document.numPages; page += 1) {
          const { items } = await (await document.getPage(page)).getTextContent();
          const text = items.map((item) => ('str' in item ? item.str : '')).join('');
          for (const word of [mark, ...days, ...states]) assert.ok(!text.includes(word), `${model} ${id}: ${word}`);
        }
        await document.destroy();
      }
    }
  });
});

import assert from 'node:assert/strict';
import { analyse, file, manifest } from '../../../test/kit/dossier-kit';
import { answeringProofs } from './answering-proofs';
import { rule as openRequest } from '../rules/instruction/demande-ouverte/rule';
import { rule as missingFile } from '../rules/preuve/fichier-introuvable/rule';
import { answersIn } from './answered-requests';
import { compareStates } from './compare-states';
import { comparisonText } from './comparison-text';
import { stateOfDossier, stateOfRecord } from './filed-state';
import { filingOf } from './gate';
import { packageContent, type PackageEntry } from './package-content';
import { submissionPlan } from './plan';
import type { Scope } from './scope';

const rules = [missingFile, openRequest];
const asked = '{ le: 2026-11-18, avis: modification demandée, commentaire: La version n’est pas visible. }';
const of = (opinion: string, more = '') =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01: [ { fichier: absent.png } ]
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [ { fichier: film.mp4, titre: Nouveau film } ]
          INS/va1.56.02.02: [ { lien: https://x.fr/1 } ]
        instruction:
          INS/va1.56.02.01:
            - ${opinion}
${more}`);
const evidence = { 'film.mp4': file(), 'absent.png': { state: 'absent' as const } };

async function answersOf(main: string, chapters?: readonly string[]) {
  const { analysis } = await analyse(rules, { main, evidence });
  const scope: Scope = { proofs: answeringProofs(analysis), ...(chapters ? { chapters } : {}) };
  return { analysis, scope };
}

function textOf(entry: PackageEntry | undefined): string {
  assert.ok(entry);
  const { content } = entry;
  if (content.kind === 'after') return content.text([]);
  if (content.kind === 'table') return JSON.stringify(content.table([]));
  return content.kind === 'text' ? content.text : content.path;
}

describe('package of answers', () => {
  it('holds the proofs asked for, and nothing else', async () => {
    const { analysis, scope } = await answersOf(of(asked));
    const plan = submissionPlan(analysis, scope);
    assert.deepEqual(
      plan.evidence.map(({ name }) => name),
      ['01 Identité nationale de santé/INS va1.56/INS va1.56.02/INS va1.56.02.01 – film.mp4'],
    );
    assert.deepEqual(plan.references, []);
  });

  it('is not blocked by what is missing elsewhere, nor by the request that it answers', async () => {
    const { analysis, scope } = await answersOf(of(asked));
    assert.deepEqual(filingOf(analysis, scope).blockers, []);
    assert.ok(filingOf(analysis, {}).blockers.length > 1);
  });

  it('is blocked by what is wrong with a proof that it holds', async () => {
    const { analysis, scope } = await answersOf(of(asked).replace('film.mp4', 'absent.png'));
    assert.deepEqual(
      filingOf(analysis, scope).blockers.map(({ about }) => about),
      ['INS/va1.56.02.01', 'INS/va1.56'],
    );
  });

  it('takes the whole of a chapter that is asked for as a whole, and only that of the chapters chosen', async () => {
    const main = of(asked, 'chapitres:\n  Pro Santé Connect: { statut: modification demandée, le: 2026-11-19 }\n');
    const { analysis, scope } = await answersOf(main);
    const requests = answersIn(analysis, scope)?.map(({ request, proofs }) => [
      request.proof ?? request.chapter,
      proofs.size,
    ]);
    assert.deepEqual(requests, [
      ['INS/va1.56.02.01', 1],
      ['Pro Santé Connect', 2],
    ]);
    const { scope: narrow } = await answersOf(main, ['Pro Santé Connect']);
    assert.deepEqual(
      answersIn(analysis, narrow)?.map(({ request }) => request.chapter),
      ['Pro Santé Connect'],
    );
    assert.deepEqual(submissionPlan(analysis, narrow).evidence, []);
  });

  it('answers with the statement of what is now declared not applicable', async () => {
    const main = of(asked).replace(
      '        preuves:\n          INS/va1.56.02.01',
      '        non_applicable: { justification: Sans objet., declaration: film.mp4 }\n        preuves:\n          INS/va1.56.02.01',
    );
    const { analysis, scope } = await answersOf(main);
    assert.equal(submissionPlan(analysis, scope).statements.length, 1);
  });

  it('says of requests what is known of them, and nothing else', async () => {
    const main = of(
      '{ avis: modification demandée }',
      'chapitres:\n  Pro Santé Connect: { statut: modification demandée }\n',
    );
    const { analysis, scope } = await answersOf(main);
    const entries = packageContent(analysis, { scope, draft: false, toolVersion: '0.0.0' });
    const text = (name: string) => textOf(entries.find((entry) => entry.name.endsWith(name)));
    const nothing = { demande_le: null, demande: null, repondu_le: null };
    assert.deepEqual((JSON.parse(text('depot.json')) as { reponses: unknown }).reponses, [
      {
        chapitre: 'Identité nationale de santé',
        exigence: 'INS/va1.56',
        scenario: 'INS/va1.56.02',
        preuve: 'INS/va1.56.02.01',
        ...nothing,
      },
      { chapitre: 'Pro Santé Connect', exigence: null, scenario: null, preuve: null, ...nothing },
    ]);
    const info = text('bag-info.txt').split('\n');
    assert.deepEqual(
      info.filter((line) => line.startsWith('Reponse: ')),
      ['Reponse: INS/va1.56.02.01, demande', 'Reponse: Pro Santé Connect, demande'],
    );
    assert.ok(
      info.some((line) =>
        /^External-Description: Réponses aux demandes de modification sur le dossier de preuves de /.test(line),
      ),
      info.join('\n'),
    );
    const nameless = main.replace(/logiciel:\n.*\n.*\n/, '');
    const { analysis: bare, scope: whole } = await answersOf(nameless);
    const described = textOf(
      packageContent(bare, { scope: whole, draft: true, toolVersion: '0.0.0' }).find(({ name }) =>
        name.endsWith('bag-info.txt'),
      ),
    );
    assert.match(described, /^External-Description: Réponses aux demandes de modification$/m);
  });

  it('says on every page what was asked, and when', async () => {
    const { analysis, scope } = await answersOf(of(asked));
    const entries = packageContent(analysis, { scope, draft: false, toolVersion: '0.0.0' });
    const text = (name: string) => textOf(entries.find((entry) => entry.name.endsWith(name)));
    assert.match(entries[0]?.name ?? '', /^MDV-LGC-Va2 MonCabinet 12\.4\.0 REPONSES\//);
    const page = text('index.html');
    assert.match(page, /<h1>Réponses aux demandes de modification/);
    assert.match(page, /INS\/va1\.56\.02\.01<\/th><td>2026-11-18<\/td><td>La version n’est pas visible\./);
    const record = JSON.parse(text('depot.json')) as { reponses: unknown };
    assert.deepEqual(record.reponses, [
      {
        chapitre: 'Identité nationale de santé',
        exigence: 'INS/va1.56',
        scenario: 'INS/va1.56.02',
        preuve: 'INS/va1.56.02.01',
        demande_le: '2026-11-18',
        demande: 'La version n’est pas visible.',
        repondu_le: null,
      },
    ]);
    const table = JSON.parse(text('depot.xlsx')) as { columns: { header: string }[]; rows: unknown[][] };
    assert.equal(table.columns.at(-1)?.header, 'Demande de modification');
    assert.deepEqual(
      table.rows.map((row) => [row.length, ...row.slice(-2)]),
      [[table.columns.length, '2026-11-18', 'La version n’est pas visible.']],
    );
    const info = text('bag-info.txt');
    assert.match(info, /^External-Description: Réponses aux demandes de modification sur le dossier de preuves de /m);
    assert.match(info, /^Reponse: INS\/va1\.56\.02\.01, demande du 2026-11-18 : La version n’est pas visible\.$/m);
  });

  it('takes what is noted as answered today; a note that is no date answers nothing', async () => {
    const noted = (on: string) => of(asked.replace(' }', `, repondu_le: ${on} }`));
    assert.equal((await answersOf(noted('2026-11-20'))).scope.proofs?.size, 1);
    assert.equal((await answersOf(noted('2026-11-19'))).scope.proofs?.size, 0);
    assert.equal((await answersOf(noted('bientôt'))).scope.proofs?.size, 0);
  });

  it('is compared by what it holds', async () => {
    const { analysis, scope } = await answersOf(of(asked));
    const entries = packageContent(analysis, { scope, draft: false, toolVersion: '0.0.0' });
    const filed = stateOfRecord(JSON.parse(textOf(entries.find(({ name }) => name.endsWith('depot.json')))));
    assert.ok(filed);
    const comparison = compareStates(
      filed,
      stateOfDossier(analysis, () => undefined),
    );
    assert.deepEqual(comparison.proofs, []);
    assert.match(
      comparisonText(comparison, { before: 'a.zip', after: 'dossier' }, 'fr'),
      /limitée aux preuves du dépôt de réponses/,
    );
  });

  it('leaves other packages as they were', async () => {
    const { analysis } = await answersOf(of(asked));
    const entries = packageContent(analysis, { scope: {}, draft: true, toolVersion: '0.0.0' });
    const all = entries.map(textOf).join('\n');
    assert.ok(!all.includes('reponses') && !all.includes('Réponses aux demandes') && !all.includes('Demandée le'));
  });
});

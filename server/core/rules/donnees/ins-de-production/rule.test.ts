import assert from 'node:assert/strict';
import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { cites, notApplicable } from '../../../../../test/kit/evidence-manifest';
import type { EvidenceContent } from '../../../evidence/evidence-file';
import type { Inspection } from '../../../evidence/inspection';
import { rule } from './rule';

/** Made up, with a valid key. */
const ins = '269022A00400188';
const [production, test] = ['1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.10'];
const holds = (inspection: Inspection): EvidenceContent => file({ inspection });

describe(rule.meta.id, () => {
  it('reports an INS under an OID of production, masked, with its place', async () => {
    const evidence = { 'a.hl7': holds({ identifiers: [{ value: ins, system: production, where: 'PID-3', line: 2 }] }) };
    const [found] = await fires(rule, { main: cites('⟦a.hl7⟧'), evidence });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['production', 'error', 'incomplete']);
    assert.deepEqual(
      [found?.args['seenFr'], found?.args['seenEn']],
      ['269…88 (PID-3, ligne 2)', '269…88 (PID-3, line 2)'],
    );
    assert.ok(!JSON.stringify(found).includes(ins));
  });

  it('reports the NIA too, and patients of documents, messages, archives and mails', async () => {
    const patient = { identifiers: [{ value: ins, system: '1.2.250.1.213.1.4.9' }] };
    const xdm = {
      hasReadme: true,
      hasIndex: true,
      hasSubset: true,
      hasMetadata: true,
      files: [],
      documents: [],
      unlisted: [],
      patientIds: patient.identifiers,
    };
    const all: readonly Inspection[] = [
      { cda: { templateIds: [], patient } },
      { hl7: { messages: [{ segments: ['MSH', 'PID'], patient }] } },
      { xdm },
      { mail: { from: [], to: [], headers: {}, attachments: [], xdm } },
    ];
    for (const inspection of all) {
      await fires(rule, { main: cites('⟦a.xml⟧'), evidence: { 'a.xml': holds(inspection) } });
    }
  });

  it('tells a matricule once that is seen with its key and without', async () => {
    const identifiers = [
      { value: ins, where: 'queryString/nir' },
      { value: ins.slice(0, 13), where: 'queryString/nir', key: 'missing' as const },
    ];
    const [found] = await fires(rule, { main: cites('⟦a.har⟧'), evidence: { 'a.har': holds({ identifiers }) } });
    assert.equal(found?.args['seenFr'], '269…88 (queryString/nir)');
  });

  it('warns of a test identity that its test material has under a test OID', async () => {
    const evidence = { 'a.xml': holds({ identifiers: [{ value: '279035121518989', system: production }] }) };
    const [found] = await fires(rule, { main: cites('⟦a.xml⟧'), evidence });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['misplaced', 'warning', 'review']);
  });

  it('reports a bare number, which the team may accept', async () => {
    const evidence = {
      'a.log': holds({
        identifiers: [
          { value: ins, line: 12 },
          { value: '1', line: 3 },
        ].slice(0, 1),
      }),
    };
    const [found] = await fires(rule, { main: cites('⟦a.log⟧'), evidence });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['bare', 'error', 'review']);
  });

  it('only warns of a number that nothing names', async () => {
    const evidence = { 'a.log': holds({ identifiers: [{ value: ins, unnamed: true, line: 3 }] }) };
    const [found] = await fires(rule, { main: cites('⟦a.log⟧'), evidence });
    assert.deepEqual([found?.message, found?.severity], ['bare', 'warning']);
  });

  it('asks to look at what was recognised in a picture: an error where it is named, else a possible one', async () => {
    const seen = (more: object) => ({
      'a.png': holds({ identifiers: [{ value: ins, recognised: true, where: 'x 12, y 40', ...more }] }),
    });
    for (const [more, message, severity] of [
      [{}, 'recognised', 'error'],
      [{ system: production }, 'recognised', 'error'],
      [{ unnamed: true }, 'possible', 'warning'],
    ] as const) {
      const all = await fires(rule, { main: cites('⟦a.png⟧'), evidence: seen(more) });
      assert.deepEqual(
        all.map((found) => [found.message, found.severity, found.effect, found.args['seenFr']]),
        [[message, severity, 'review', '269…88 (x 12, y 40)']],
      );
    }
    await silent(rule, { main: cites('a.png'), evidence: seen({ value: '279035121518989' }) });
    await silent(rule, { main: cites('a.png'), evidence: seen({ system: test }) });
  });

  it('goes by the OID of production, whatever the key', async () => {
    for (const [value, key] of [
      ['269022A00400189', 'wrong'],
      ['269022A004001', 'missing'],
    ] as const) {
      const evidence = { 'a.hl7': holds({ identifiers: [{ value, system: production, key }] }) };
      assert.equal((await fires(rule, { main: cites('⟦a.hl7⟧'), evidence }))[0]?.message, 'production');
    }
    const known = holds({ identifiers: [{ value: '1090763220834', system: production, key: 'missing' }] });
    await silent(rule, { main: cites('a.hl7'), evidence: { 'a.hl7': known } });
  });

  it('accepts the test patients that the team declares, in the manifest or in a file', async () => {
    const evidence = {
      'a.hl7': holds({
        identifiers: [
          { value: ins, system: production },
          { value: ins, where: 'OBX-5' },
        ],
      }),
      'patients.csv': holds({ identifiers: [{ value: ins }] }),
    };
    for (const declared of [`ins: "${ins}"`, 'fichier: patients.csv']) {
      const main = cites('a.hl7').replace('dossier:\n', `dossier:\n  identites_de_test:\n    - ${declared}\n`);
      assert.match(main, /identites_de_test/);
      await silent(rule, { main, evidence });
    }
  });

  it('looks at names of files, and masks them', async () => {
    const [found] = await fires(rule, { main: cites(`⟦INS-${ins}.pdf⟧`), evidence: {} });
    assert.deepEqual([found?.message, found?.severity, found?.args['seenFr']], ['written', 'error', '269…88']);
    await silent(rule, { main: cites('INS-279035121518989.pdf'), evidence: {} });
  });

  it('looks at links, notes, justifications and comments of YAML, wherever they stand', async () => {
    const grouped = '2 69 02 2A 004 001 clé 88';
    const item = (line: string): string => cites(`a.pdf\n              ${line}`);
    for (const line of [`titre: ⟦Dossier INS ${ins}⟧`, `commentaire: ⟦Patient ${grouped}⟧`]) {
      const [found] = await fires(rule, { main: item(line), evidence: {} });
      assert.deepEqual([found?.severity, found?.args['seenFr']], ['error', '269…88']);
    }
    const foundLink = await fires(rule, {
      main: cites('x').replace('fichier: x', `lien: ⟦https://exemple.test/INS%20${ins}⟧`),
      evidence: {},
    });
    assert.equal(foundLink[0]?.severity, 'error');
    for (const line of [`note_interne: ⟦vu avec ${grouped}⟧`, `date: 2026-11-02 ⟦# NIR ${ins}⟧`]) {
      const [found] = await fires(rule, { main: item(line), evidence: {} });
      assert.deepEqual([found?.severity, found?.args['seenFr']], ['warning', '269…88']);
    }
    await fires(rule, { main: `⟦# INS ${ins}⟧\n${cites('a.pdf')}`, evidence: {} });
    const why = notApplicable('a.pdf', 'b.pdf').replace('justification: Non.', `justification: ⟦"NIR ${ins}"⟧`);
    await fires(rule, { main: why, evidence: {} });
    await silent(rule, { main: item(`titre: "Étape # 2, ${ins.slice(0, 12)}"`), evidence: {} });
    await silent(rule, { main: item('note_interne: NIR 279035121518989'), evidence: {} });
    await silent(rule, { main: `# SIRET 732 829 320 00074\n${cites('a.pdf')}`, evidence: {} });
  });

  it('names a few of many', async () => {
    const values = ['269022A00400188', '110086322083060', '180032B02040123'];
    const many = ['185017511600112', '284029934511158', '190036938300170', '290027722900103'];
    const identifiers = [...values, ...many].map((value) => ({ value, system: production }));
    const [found] = await fires(rule, { main: cites('⟦a.hl7⟧'), evidence: { 'a.hl7': holds({ identifiers }) } });
    assert.match(String(found?.args['seenFr']), /… \(5\)$/);
  });

  it('looks at statements and approvals', async () => {
    const evidence = { 'a.pdf': holds({ identifiers: [{ value: ins, where: 'page 2' }] }) };
    await fires(rule, { main: notApplicable('⟦a.pdf⟧', 'b.pdf'), evidence });
    await fires(rule, {
      main: manifest('agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: ⟦a.pdf⟧ }\n'),
      evidence,
    });
  });

  it('accepts test identities, test OIDs, other OIDs, and what is not known yet', async () => {
    const silentOn = (inspection: Inspection) =>
      silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': holds(inspection) } });
    // The INSi teleservice gives its test patients the OID of production.
    await silentOn({ identifiers: [{ value: '109076322083489', system: production }] });
    await silentOn({ identifiers: [{ value: '279035121518989', system: test }, { value: '279035121518989' }] });
    await silentOn({ identifiers: [{ value: '180032B02040123' }] });
    await silentOn({ identifiers: [{ value: ins, system: test }] });
    await silentOn({ identifiers: [{ value: ins, system: '1.2.250.1.213.1.4.11' }] });
    await silentOn({ identifiers: [{ value: ins, system: '1.2.3.4.5' }] });
    await silentOn({
      identifiers: [
        { value: ins, system: test, where: 'PID-3' },
        { value: ins, where: 'OBX-5' },
      ],
    });
    await silentOn({ cda: { templateIds: [], patient: { identifiers: [{ value: 'IPP-42', system: production }] } } });
    await silentOn({ hl7: { messages: [{ segments: ['PID'], patient: { identifiers: [{ value: '12345' }] } }] } });
    await silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': file() } });
    await silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': { state: 'absent' } } });
    await silent(rule, { main: cites('a.xml') });
  });

  it('is as sure as the surest of what a file or a text shows', async () => {
    const other = '185017511600112';
    const both = [
      { value: other, unnamed: true as const },
      { value: ins, where: 'INS' },
    ];
    for (const identifiers of [both, [...both].reverse()]) {
      const [found] = await fires(rule, { main: cites('⟦a.log⟧'), evidence: { 'a.log': holds({ identifiers }) } });
      assert.equal(found?.severity, 'error');
      assert.match(String(found.args['seenFr']), /185…12.*269…88|269…88.*185…12/);
    }
    const title = `a.pdf\n              titre: ⟦"${other} puis INS ${ins}"⟧`;
    assert.equal((await fires(rule, { main: cites(title), evidence: {} }))[0]?.severity, 'error');
    // Named once is named, wherever it stands again.
    const again = [
      { value: ins, unnamed: true as const, where: 'x' },
      { value: ins, where: 'y' },
    ];
    const [twice] = await fires(rule, { main: cites('⟦a.log⟧'), evidence: { 'a.log': holds({ identifiers: again }) } });
    assert.deepEqual([twice?.severity, twice?.args['seenFr']], ['error', '269…88 (y)']);
  });

  it('tells of a number once, whatever number of times a file holds it', async () => {
    const identifiers = [1, 2, 3].map((line) => ({ value: ins, system: production, line }));
    const [found] = await fires(rule, { main: cites('⟦a.hl7⟧'), evidence: { 'a.hl7': holds({ identifiers }) } });
    assert.equal(found?.args['seenFr'], '269…88 (ligne 1)');
  });

  it('takes the number of a patient without an OID for an INS where it is one of those that people have', async () => {
    const of = (value: string, system?: string) => ({
      'a.xml': holds({
        cda: { templateIds: [], patient: { identifiers: [{ value, ...(system ? { system } : {}) }] } },
      }),
    });
    const [bare] = await fires(rule, { main: cites('⟦a.xml⟧'), evidence: of(ins) });
    assert.deepEqual([bare?.message, bare?.args['seenFr']], ['bare', '269…88 (recordTarget/patientRole/id)']);
    await silent(rule, { main: cites('a.xml'), evidence: of('123456789012345') });
  });

  it('looks at comments and notes of scenarios and requirements, and says of which', async () => {
    const entry = (key: string, at: 'requirement' | 'scenario') => {
      const line = `${key}: ⟦NIR ${ins}⟧\n`;
      const above = at === 'requirement' ? `    ${line}` : '';
      return manifest(
        `exigences:\n  SSI/GEN.07:\n${above}    scenarios:\n      SSI/GEN.07.01:\n${at === 'scenario' ? `        ${line}` : '        preuves: {}\n'}`,
      );
    };
    for (const [key, severity] of [
      ['commentaire', 'error'],
      ['note_interne', 'warning'],
    ] as const)
      for (const at of ['requirement', 'scenario'] as const) {
        const [found] = await fires(rule, { main: entry(key, at), evidence: {} });
        assert.deepEqual([found?.severity, found?.effect], [severity, 'review'], `${key} ${at}`);
        assert.deepEqual(
          found?.target,
          at === 'requirement'
            ? { requirement: 'SSI/GEN.07' }
            : { requirement: 'SSI/GEN.07', scenario: 'SSI/GEN.07.01' },
        );
      }
    const why = manifest(`scenarios:\n  SCN_DB/CO.01: { non_applicable: { justification: ⟦"NIR ${ins}"⟧ } }\n`);
    assert.deepEqual((await fires(rule, { main: why, evidence: {} }))[0]?.target, { scenario: 'SCN_DB/CO.01' });
  });

  it('reads digits of other scripts, and numbers of Corsica with their letter', async () => {
    const wide = ins.replaceAll(/\d/g, (one) => String.fromCodePoint(0xff10 + Number(one)));
    const title = (value: string) => cites(`a.pdf\n              titre: ⟦INS ${value}⟧`);
    for (const value of [ins, wide]) await fires(rule, { main: title(value), evidence: {} });
    await silent(rule, { main: cites(`a.pdf\n              titre: INS ${ins.slice(0, 9)}`), evidence: {} });
  });

  it('finds a comment wherever it stands in a long manifest, and none in what is quoted', async () => {
    const filler = Array.from(
      { length: 400 },
      (_, at) => `  X/${String(at)}: { note_interne: "n° ${String(at)}" }\n`,
    ).join('');
    const main = (line: string) => `${manifest('exigences:\n')}${filler}${line}`;
    await fires(rule, { main: main(`  Y: {}   ⟦# vu avec NIR ${ins}⟧\n`), evidence: {} });
    await fires(rule, { main: main(`  Y: { note_interne: "a # b" } ⟦# NIR ${ins}⟧\n`), evidence: {} });
    await fires(rule, { main: main(`  Y: { note_interne: 'l''été # b' } ⟦# NIR ${ins}⟧\n`), evidence: {} });
    // A value is told once, at the value, though it holds the sign of a comment.
    for (const quote of ['"', "'"]) {
      const text = cites(`a.pdf\n              titre: ⟦${quote}Étape # NIR ${ins}${quote}⟧`);
      await fires(rule, { main: text, evidence: {} });
    }
  });
});

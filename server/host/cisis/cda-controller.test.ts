import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CdaControl } from '../../core/evidence/cda-control';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { CdaController } from './cda-controller';
import { lookAtControlFolder } from './control-folder';

const own = resolve('test/fixtures/cisis');
/** ANS's own schemas, where the machine has them: they state no licence and are in no clone. */
const ans = resolve('../shared/data/cisis');

async function controllerOf(folder: string): Promise<CdaController> {
  const found = await lookAtControlFolder(folder, neverCancelled);
  assert.ok(found);
  return new CdaController(found);
}

describe('a CDA held against a folder of schemas', function () {
  this.timeout(60_000);
  let controller: CdaController;
  const sound = readFileSync(join(own, 'ExemplesCDA/ESSAI-A_2024.01.xml'), 'utf8');
  const control = async (text: string): Promise<CdaControl> => {
    const found = await controller.control(Buffer.from(text), neverCancelled);
    assert.ok(found);
    return found;
  };
  const failures = async (text: string): Promise<(string | undefined)[]> =>
    (await control(text)).failures.map(({ message, line, column }) => `${line}:${column} ${message}`);

  before(async () => {
    controller = await controllerOf(own);
  });

  it('says what was evaluated of a document in which nothing fails', async () => {
    const { schema, volet, failures: failed, unverified } = await control(sound);
    assert.deepEqual([failed, unverified, schema?.errors], [[], [], 0]);
    assert.deepEqual(
      [volet?.name, volet?.assertions, volet?.applied, volet?.notEvaluable],
      ['ESSAI-A_2024.01', 9, 8, 0],
    );
  });

  it('finds a code that its set of values has not, with its place, its pattern and its path', async () => {
    const { failures: found } = await control(sound.replace('bleu', 'mauve'));
    assert.equal(found.length, 1);
    const [{ message, pattern, line, column, path, by } = assert.fail()] = found;
    assert.deepEqual([by, pattern, line, column], ['volet', 'JDV_Couleur', 16, 15]);
    assert.match(message, /observation\/value \[mauve\] doit faire partie du jeu de valeurs \.\.\/jeuxDeValeurs/);
    assert.equal(path, '/ClinicalDocument/component/structuredBody/component/section/entry/observation/value');
  });

  it('finds a code under another code system, and one that is not there at all', async () => {
    assert.equal((await failures(sound.replace('1.2.3.4.8', '1.2.3.4.80'))).length, 1);
    assert.equal((await failures(sound.replace('code="bleu" codeSystem="1.2.3.4.8"', ''))).length, 1);
    assert.deepEqual(await failures(sound.replace('code="bleu" codeSystem="1.2.3.4.8"', 'nullFlavor="UNK"')), []);
  });

  it('takes over abstract rules, and lets the first rule of a pattern speak', async () => {
    assert.deepEqual(await failures(sound.replace('<title>Couleurs</title>', '')), [
      '11:9 [datee] Une section porte un titre.',
    ]);
    assert.deepEqual(await failures(sound.replace('1.2.3.4.1"', '1.2.3.4.2"')), [
      "11:9 [S_essai] Seule une section d'un autre modèle arrive ici.",
    ]);
  });

  it('sees attributes, reports and values in words', async () => {
    assert.deepEqual(await failures(sound.replace('"DRIV"', '"COMP"')), ['14:11 [S_essai] typeCode vaut DRIV.']);
    assert.deepEqual(await failures(sound.replace('>Essai<', '>Brouillon<')), [
      '2:1 [Entete] Un brouillon ne se transmet pas.',
    ]);
    const entry = /<entry[\s\S]*<\/entry>/.exec(sound)?.[0] ?? '';
    assert.deepEqual(await failures(sound.replace(entry, entry.repeat(3))), [
      '11:9 [S_essai] Deux observations au plus, vu 3.',
    ]);
  });

  it('counts the other places of one failure', async () => {
    const section = /<section>[\s\S]*<\/section>/.exec(sound)?.[0] ?? '';
    const bad = section.replace('"DRIV"', '"COMP"');
    const { failures: found } = await control(sound.replace(section, bad + bad));
    assert.deepEqual(
      found.map(({ others }) => others),
      [1],
    );
  });

  it('holds the document against the CDA schema, with line and column', async () => {
    const { schema, failures: found } = await control(sound.replace('<id root="1.2.3.4.7"', '<id'));
    assert.equal(schema?.errors, 1);
    assert.deepEqual(
      found.map(({ by, line, column, path }) => [by, line, column, path]),
      [['schema', 5, 3, '/ClinicalDocument/id']],
    );
  });

  it('finds the document inside a style sheet that presents it', async () => {
    const wrapped = sound
      .replace(/(<ClinicalDocument)/, '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform">$1')
      .replace('</ClinicalDocument>', '</ClinicalDocument></xsl:stylesheet>');
    const { schema, volet } = await control(wrapped);
    assert.deepEqual([schema?.errors, volet?.name], [0, 'ESSAI-A_2024.01']);
    assert.equal((await control(wrapped.replace('<id root="1.2.3.4.7"', '<id'))).schema?.errors, 1);
  });

  it('never passes a volet that it does not know, or not in that version', async () => {
    const reasons = async (text: string): Promise<unknown> =>
      (await control(text)).unverified.map(({ reason, names }) => [reason, ...names]);
    assert.deepEqual(await reasons(sound.replace('.9001"', '.9009"')), [
      ['voletUnknown', '1.2.250.1.213.1.1.1.9009 2024.01'],
    ]);
    assert.deepEqual(await reasons(sound.replace('"2024.01"', '"2019.01"')), [['versionUnknown', 'ESSAI-A_2024.01']]);
    assert.deepEqual(await reasons(sound.replace(' extension="2024.01"', '')), [['versionUnknown', 'ESSAI-A_2024.01']]);
    assert.deepEqual(await reasons(sound.replaceAll('structuredBody', 'nonXMLBody')), [
      ['unstructured', 'ESSAI-A_2024.01'],
    ]);
    assert.deepEqual(await reasons('<ClinicalDocument xmlns="urn:hl7-org:v3">'), [['damaged']]);
  });

  it('says what of a schematron is missing and what of it has no value, and evaluates the rest', async () => {
    const text = sound.replace('.9001"', '.9002"').replace('<title>Essai</title>', '');
    const { volet, failures: found, unverified } = await control(text);
    assert.deepEqual(
      found.map(({ message }) => message),
      ['[B] Un titre est attendu.'],
    );
    assert.deepEqual([volet?.assertions, volet?.notEvaluable], [6, 4]);
    assert.deepEqual(
      unverified.map(({ reason, names }) => [reason, ...names]),
      [
        ['includeAbsent', 'include/Entete/absent.sch', '../../../../../../../../etc/hostname'],
        ['includeEmpty', 'include/Sections/vide.sch'],
        ['expression', 'fonctionInconnue(cda:title)', '$jamaisDeclaree'],
        ['valueSet', '../jeuxDeValeurs/JDV_Absent.xml', '../jeuxDeValeurs/JDV_Vide.xml'],
      ],
    );
  });

  it('is no matter of documents that are none', async () => {
    assert.equal(await controller.control(Buffer.from('<a/>'), neverCancelled), undefined);
  });

  it('gives way to whoever cancels', async () => {
    await assert.rejects(controller.control(Buffer.from(sound), { isCancellationRequested: true }), CancelledError);
  });

  it('has another digest once a file changed, and says that the CDA schema is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cisis-'));
    try {
      cpSync(own, folder, { recursive: true });
      const before = await lookAtControlFolder(folder, neverCancelled);
      assert.equal(before?.digest, (await lookAtControlFolder(own, neverCancelled))?.digest);
      writeFileSync(join(folder, 'jeuxDeValeurs/JDV_Couleur.xml'), '');
      rmSync(join(folder, 'infrastructure'), { recursive: true });
      const after = await controllerOf(folder);
      assert.notEqual(after.folder.digest, before?.digest);
      const found = await after.control(Buffer.from(sound), neverCancelled);
      assert.deepEqual(
        found?.unverified.map(({ reason }) => reason),
        ['schemaAbsent', 'valueSet'],
      );
      assert.equal(await lookAtControlFolder(join(folder, 'jeuxDeValeurs'), neverCancelled), undefined);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  describe('of ANS', () => {
    before(function () {
      if (!existsSync(ans)) this.skip();
    });

    it('finds no fault in ANS’s own examples', async function () {
      this.timeout(60_000);
      const theirs = await controllerOf(ans);
      const verified: string[] = [];
      for (const name of readdirSync(join(ans, 'ExemplesCDA'))) {
        const found = await theirs.control(readFileSync(join(ans, 'ExemplesCDA', name)), neverCancelled);
        assert.deepEqual([name, found?.failures, found?.schema?.errors], [name, [], 0]);
        if (found?.unverified.length === 0) verified.push(name);
      }
      assert.equal(verified.length, 14);
    });

    it('finds a code that was altered under a set of values', async function () {
      this.timeout(60_000);
      const theirs = await controllerOf(ans);
      const text = readFileSync(join(ans, 'ExemplesCDA/OPH-BRE_2022.02.xml'), 'utf8');
      // The code of an organizer of this template is constrained by a set of values.
      const altered = text.replace(
        /(1\.3\.6\.1\.4\.1\.19376\.1\.12\.1\.3\.5"[\s\S]*?<code[^>]*?\bcode=")[^"]+/,
        '$10-0',
      );
      const found = await theirs.control(Buffer.from(altered), neverCancelled);
      const [failure] = found?.failures.filter(({ pattern }) => pattern?.startsWith('JDV_')) ?? [];
      assert.ok(failure?.path?.endsWith('/organizer/code') ?? false, failure?.path);
      const line = altered.split(/\r\n|\r|\n/)[(failure?.line ?? 0) - 1] ?? '';
      assert.ok(line.slice((failure?.column ?? 0) - 1).startsWith('<code'));
    });
  });
});

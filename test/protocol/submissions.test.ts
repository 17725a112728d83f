import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ProgressType } from 'vscode-languageserver/node';
import { packageRequest } from '../../protocol/requests/package';
import type { ByteProgress } from '../../protocol/byte-progress';
import { attestationRequest, type AttestationParams } from '../../protocol/requests/attestation';
import { compareRequest, type StateReference } from '../../protocol/requests/compare';
import { packagesRequest } from '../../protocol/requests/packages';
import { saveComparisonRequest } from '../../protocol/requests/save-comparison';
import { verifyPackageRequest } from '../../protocol/requests/verify-package';
import { catalogueText, diskEvidence, diskManifest } from '../kit/disk-dossier';
import { TestClient } from './protocol-kit';

const main = 'main.preuves.yaml';
const manifest = diskEvidence('fichier: a.png', 'execution: 12');
const files = { [main]: manifest, 'catalogue.rem.yaml': catalogueText, 'a.png': 'image', 'autre.zip': 'rien' };

describe('packages in the editor', function () {
  this.timeout(30_000);
  let client: TestClient;
  const at = (name: string) => path.join(client.folder, name);
  const make = async (name: string): Promise<void> => {
    const params = { uri: client.uri(main), target: at(name), draft: true };
    const { kind } = await client.ask(packageRequest, params);
    assert.equal(kind, 'written');
  };
  const verify = (name: string, more: object = {}) => client.ask(verifyPackageRequest, { file: at(name), ...more });
  const compare = (before: StateReference, after: StateReference) => client.ask(compareRequest, { before, after });
  const packaged = (name: string): StateReference => ({ kind: 'package', file: at(name) });
  const dossier = (): StateReference => ({ kind: 'dossier', uri: client.uri(main) });

  beforeEach(async () => {
    client = await TestClient.start({ files });
    await make('avant.zip');
  });
  afterEach(() => client.stop());

  it('are told from other archives', async () => {
    const names = ['autre.zip', 'avant.zip', 'absent.zip'];
    const { packages } = await client.ask(packagesRequest, { files: names.map(at) });
    assert.deepEqual(
      packages.map(({ file, description }) => [path.basename(file), description]),
      [['avant.zip', 'MonCabinet 12.4.0 · MDV-LGC-Va2']],
    );
  });

  it('are verified, with figures and progress, and compared with the dossier', async () => {
    client.write('a.png', Buffer.alloc(3 * 2 ** 20, 7));
    await client.filesChanged(['a.png', 'changed']);
    await make('gros.zip');
    const seen: ByteProgress[] = [];
    client.connection.onProgress(new ProgressType<ByteProgress>(), 'jeton', (progress) => {
      seen.push(progress);
    });
    const right = await verify('gros.zip', { progressToken: 'jeton', dossier: client.uri(main) });
    assert.equal(right.problems, 0);
    assert.equal(right.draft, true);
    assert.equal(right.markdown, '');
    assert.deepEqual(right.difference, { same: true, summary: 'Aucune différence', dossier: main });
    assert.ok(seen.length > 1 && seen.length <= 101, `${seen.length} reports`);
    assert.ok(seen.every(({ done, total }) => done <= total && total === right.bytes));
    const old = await verify('avant.zip', { dossier: client.uri(main) });
    assert.equal(old.problems, 0);
    assert.equal(old.difference?.same, false);
    assert.match(old.difference.summary, /^1 pièce remplacée$/);
  });

  it('that were changed are refused with the list of what is wrong', async () => {
    const bytes = fs.readFileSync(at('avant.zip'));
    bytes[bytes.indexOf('image')] = 0x49;
    fs.writeFileSync(at('avant.zip'), bytes);
    const { problems, markdown } = await verify('avant.zip', { dossier: client.uri(main) });
    assert.equal(problems, 1);
    assert.match(markdown, /^# avant\.zip : un problème\n[\s\S]*a\.png.*\(`damaged`\)\n[\s\S]*^## Différences : /m);
    assert.match((await verify('autre.zip')).markdown, /n’est pas une archive ZIP/);
    await assert.rejects(verify('absent.zip'), /n’existe pas/);
  });

  it('are compared as two texts, and the report saved', async () => {
    assert.equal((await compare(packaged('avant.zip'), dossier())).same, true);
    await client.open(main);
    await client.edit(main, 'execution: 12', 'execution: 13');
    const { same, summary, before, after } = await compare(packaged('avant.zip'), dossier());
    assert.equal(same, false);
    assert.match(summary, /^1 pièce remplacée$/);
    assert.deepEqual([before.name, after.name], ['avant.zip', main]);
    assert.equal(before.text.replace('exécution 12', 'exécution 13'), after.text);
    const sides = { before: packaged('avant.zip'), after: dossier() };
    for (const [name, begin] of [
      ['r.md', '## Différences'],
      ['r.html', '<!doctype html>'],
    ] as const) {
      const params = { ...sides, target: at(name) };
      await client.ask(saveComparisonRequest, params);
      assert.ok(fs.readFileSync(at(name), 'utf8').startsWith(begin));
    }
    const pdf = client.ask(saveComparisonRequest, { ...sides, target: at('r.pdf') });
    await assert.rejects(pdf, /\.html ou \.md/);
    await assert.rejects(compare(packaged('autre.zip'), dossier()), /n’est pas une archive ZIP/);
  });

  it('are read in a workspace that is not trusted, but no evidence is and nothing is written', async () => {
    fs.copyFileSync(at('avant.zip'), at('apres.zip'));
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { segurPreuves: { trusted: false } },
    });
    const { problems, difference } = await verify('avant.zip', { dossier: client.uri(main) });
    assert.equal(problems, 0);
    assert.equal(difference, undefined);
    assert.equal((await compare(packaged('avant.zip'), packaged('apres.zip'))).same, true);
    await assert.rejects(compare(packaged('avant.zip'), dossier()), /non approuvé/);
    const sides = { before: packaged('avant.zip'), after: packaged('apres.zip') };
    await assert.rejects(client.ask(saveComparisonRequest, { ...sides, target: at('r.md') }), /approuvé/);
    const statement = { uri: client.uri(main), id: 'SSI/GEN.06', model: 'non-applicable', reread: false };
    await assert.rejects(client.ask(attestationRequest, statement), /approuvé/);
    assert.ok(!fs.existsSync(at('preuves')) && !fs.existsSync(at('r.md')));
  });
});

describe('a statement asked for by the editor', () => {
  const declared = diskManifest(`exigences:
  SSI/GEN.06:
    non_applicable:
      justification: Pas d’hébergement.
  INS/va1.56: {}
`);
  let client: TestClient;
  const at = (name: string) => path.join(client.folder, name);
  const write = (more: Partial<AttestationParams> = {}) =>
    client.ask(attestationRequest, {
      uri: client.uri(main),
      id: 'SSI/GEN.06',
      model: 'non-applicable',
      reread: false,
      ...more,
    });

  beforeEach(async () => {
    client = await TestClient.start({ files: { [main]: declared, 'catalogue.rem.yaml': catalogueText } });
  });
  afterEach(() => client.stop());

  it('is written beside the evidence; the text being edited is to name it, the file on disk is left alone', async () => {
    await client.open(main, `# en cours\n${declared}`);
    const result = await write();
    assert.ok(result.kind === 'written' && result.change);
    const name = 'preuves/declarations/SSI-GEN.06-non-applicable.pdf';
    assert.equal(result.path, at(name));
    assert.ok(fs.readFileSync(at(name), 'latin1').startsWith('%PDF'));
    const { before, changes } = result.change;
    const [change, more] = changes;
    assert.ok(change && !more);
    const after = before.slice(0, change.start) + change.text + before.slice(change.end);
    assert.equal(
      after,
      `# en cours\n${declared}`.replace('hébergement.\n', `hébergement.\n      declaration: ${name}\n`),
    );
    assert.equal(fs.readFileSync(at(main), 'utf8'), declared);
    // The same document that is there already, as after a run that was cut off, is taken for it.
    assert.deepEqual(await write(), result);
    fs.writeFileSync(at(name), 'autre chose');
    const again = await write();
    assert.ok(again.kind === 'exists' && again.message.includes('existe déjà'));
    assert.equal(fs.readFileSync(at(name), 'latin1'), 'autre chose');
  });

  it('is asked a place for where the manifest has none', async () => {
    for (const [id, model, reason] of [
      ['INS/va1.56', 'engagement', /n’a de place que pour/],
      ['INS/va1.56', 'non-applicable', /ne dit pas INS\/va1\.56 non applicable/],
    ] as const) {
      const asked = await write({ id, model });
      assert.ok(asked.kind === 'targetNeeded');
      assert.match(asked.reason, reason);
      assert.equal(asked.suggestion, at(`preuves/declarations/INS-va1.56-${model}.pdf`));
      const result = await write({ id, model, target: at(`${model}.pdf`) });
      assert.ok(result.kind === 'written' && !result.change);
      assert.equal(
        result.remarks.some((one) => one.includes('Citez ensuite')),
        model === 'engagement',
      );
    }
    await assert.rejects(write({ id: 'INCONNU' }), /INCONNU/);
  });
});

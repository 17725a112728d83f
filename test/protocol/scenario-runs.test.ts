import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { scenarioRunsRequest, type ScenarioRun } from '../../protocol/requests/scenario-runs';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { asking } from '../kit/asking-catalogue';
import { TestClient } from './protocol-kit';

const main = 'main.preuves.yaml';
const scenario = 'INS/va1.56.01';

describe('scenarios as tests, from the editor', function () {
  this.timeout(60_000);
  let client: TestClient;
  afterEach(() => client.stop());

  /** Two proofs are expected: a text and a picture. */
  const manifest = (body: string) => `version: 1
dossier: { dispositif: MDV-LGC-Va2, catalogue: c.rem.yaml }
logiciel: { nom: L, version: 1.0.0 }
exigences:
  INS/va1.56:
    scenarios:
      ${scenario}:
${body}`;
  const proof = (at: number, evidence: string) => `          ${scenario}.0${at}:\n            - ${evidence}\n`;
  const proofs = (...evidence: string[]) =>
    `        preuves:\n${evidence.map((one, index) => proof(index + 1, one)).join('')}`;
  const start = async (
    body: string,
    {
      files = {},
      trusted = true,
      types = [['texte']],
      locale = 'fr',
    }: {
      files?: Record<string, string | Buffer>;
      trusted?: boolean;
      types?: string[][];
      locale?: string;
    } = {},
  ) => {
    client = await TestClient.start({
      files: { [main]: manifest(body), 'c.rem.yaml': writeCatalogue(asking(...types)), ...files },
      options: { trusted },
      locale,
    });
    await client.open(main);
  };
  const run = async (again = true): Promise<ScenarioRun> => {
    const { runs } = await client.ask(scenarioRunsRequest, { uri: client.uri(main), scenarios: [scenario], again });
    return runs[0] ?? assert.fail('no run');
  };
  const text = { 'preuves/a.txt': 'Une trace sans rien de personnel.\n' };

  it('passes one that is complete, whose file was read to its end', async () => {
    await start(proofs('fichier: preuves/a.txt'), { files: text });
    const result = await run();
    assert.deepEqual([result.outcome, result.messages, result.unread, result.notes], ['passed', [], 0, []]);
  });

  it('looks at its pieces again: one that is gone fails it, at its place', async () => {
    await start(proofs('fichier: preuves/a.txt'), { files: text });
    assert.equal((await run()).outcome, 'passed');
    fs.rmSync(path.join(client.folder, 'preuves/a.txt'));
    const result = await run();
    assert.equal(result.outcome, 'failed');
    const message = result.messages[0] ?? assert.fail('no message');
    assert.deepEqual([message.rule, message.severity], ['preuve/fichier-introuvable', 'error']);
    assert.equal(message.place?.uri, client.uri(main));
    const line = manifest(proofs('fichier: preuves/a.txt'))
      .split('\n')
      .findIndex((one) => one.includes('preuves/a.txt'));
    assert.equal(message.place.range.start.line, line);
  });

  for (const [locale, said] of Object.entries({ fr: /pièces? non lues? en entier/, en: /not read to (its|their) end/ }))
    it(`says of one that passes which of its pieces were not read to their end: ${locale}`, async () => {
      const png = fs.readFileSync('examples/moncabinet/preuves/cnda/agrement-apcv.png');
      await start(proofs('fichier: preuves/a.png', 'lien: https://exemple.fr/film'), {
        files: { 'preuves/a.png': png },
        types: [['capture'], ['lien']],
        locale,
      });
      const result = await run();
      assert.equal(result.outcome, 'passed', JSON.stringify(result));
      assert.equal(result.unread, 2);
      assert.match(result.unreadSummary ?? '', said);
      assert.ok(result.notes.some((note) => note.includes('a.png')));
      assert.ok(result.notes.some((note) => note.includes('https://exemple.fr/film')));
    });

  it('passes nothing of which the files were not opened, for want of trust', async () => {
    await start(proofs('fichier: preuves/a.txt'), { files: text, trusted: false });
    const result = await run();
    assert.equal(result.outcome, 'skipped');
    assert.match(result.notes.join(), /a\.txt.*pas été ouverte/);
  });

  it('skips one of which nothing is there, or that does not apply', async () => {
    await start('        commentaire: à venir\n');
    assert.equal((await run()).outcome, 'skipped');
    await client.stop();
    await start('        non_applicable: { justification: Le logiciel ne gère pas cette fonction. }\n', {
      files: text,
    });
    const declared = await run();
    assert.equal(declared.outcome, 'skipped', JSON.stringify(declared));
  });

  it('fails one of which a part is missing, and says how much', async () => {
    await start(proofs('fichier: preuves/a.txt'), { files: text, types: [['texte'], ['texte']] });
    const result = await run();
    assert.equal(result.outcome, 'failed');
    assert.match(result.messages.map((one) => one.text).join(), /1\/2 fournies/);
    assert.ok(result.messages.every(({ place }) => place));
  });

  it('fails one whose file is not as it was recorded, and with an error about its requirement', async () => {
    await start(proofs(`{ fichier: preuves/a.txt, sha256: ${'0'.repeat(64)} }`), { files: text });
    const changed = await run();
    assert.equal(changed.outcome, 'failed');
    assert.ok(changed.messages.some(({ rule }) => rule?.startsWith('preuve/')));
    await client.edit(main, '  INS/va1.56:\n', '  INS/va1.56:\n    inconnue: 1\n');
    const wrong = await run();
    assert.equal(wrong.outcome, 'failed');
  });

  it('tells what the team set aside where it would weigh', async () => {
    await start(proofs('fichier: preuves/absent.txt'), {
      files: { 'segur.config.yaml': 'version: 1\ngravites:\n  preuve/fichier-introuvable: off\n' },
    });
    const result = await run();
    assert.notEqual(result.outcome, 'passed');
    assert.match(result.notes.join(), /configuration de l’équipe tait.*absent\.txt/, JSON.stringify(result));
  });

  it('does not look again when it is not asked to, and leaves out what it does not know', async () => {
    await start(proofs('fichier: preuves/a.txt'), { files: text });
    await run();
    fs.rmSync(path.join(client.folder, 'preuves/a.txt'));
    assert.equal((await run(false)).outcome, 'passed');
    const ask = (uri: string, scenarios: string[]) => client.ask(scenarioRunsRequest, { uri, scenarios, again: true });
    assert.deepEqual((await ask(client.uri(main), ['NIMPORTE', '__proto__'])).runs, []);
    await assert.rejects(ask(client.uri('absent.preuves.yaml'), [scenario]));
  });
});

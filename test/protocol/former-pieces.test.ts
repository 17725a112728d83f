import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formerPiecesRequest } from '../../protocol/requests/former-pieces';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { TestClient } from './protocol-kit';

const citing = (pieces: string) =>
  diskManifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
${pieces}`);
const slot = { requirement: 'INS/va1.56', scenario: 'INS/va1.56.01', proof: 'INS/va1.56.01.01' };
const other = { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02', proof: 'INS/va1.56.02.01' };

describe('pieces that former revisions cited, asked for by the editor', () => {
  let client: TestClient | undefined;
  before(function () {
    try {
      execFileSync('git', ['--version'], { stdio: 'ignore' });
    } catch {
      this.skip();
    }
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  const start = async (options: Readonly<Record<string, unknown>> = {}) =>
    (client = await TestClient.start({
      files: {
        'main.preuves.yaml': citing('            - fichier: preuves/c.png\n'),
        'catalogue.rem.yaml': catalogueText,
      },
      options,
      prepare: (folder) => {
        const git = (...args: readonly string[]) =>
          execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-C', folder, ...args], {
            stdio: 'ignore',
            env: { ...process.env, GIT_COMMITTER_DATE: '2026-10-02T12:00:00Z' },
          });
        git('init', '-q');
        for (const pieces of [
          '            - fichier: preuves/a.png\n            - lien: https://a.fr/x\n',
          '            - fichier: preuves/b.png\n            - lien: https://a.fr/x\n',
          '            - "illisible\n',
        ]) {
          writeManifest(folder, citing(pieces));
          git('add', '-A');
          git('commit', '-q', '-m', 'état');
        }
        writeManifest(folder, citing('            - fichier: preuves/c.png\n'));
      },
    }));

  it('are told by proof, each once, with the day and the revision that cited it last', async () => {
    const { ask, uri } = bound(await start());
    const { proofs } = await ask(formerPiecesRequest, { uri: uri('main.preuves.yaml'), slots: [slot, other] });
    assert.deepEqual(
      proofs.map((pieces) => pieces.map(({ kind, label, on }) => [kind, label, on])),
      [
        [
          ['file', 'preuves/b.png', '2026-10-02'],
          ['link', 'https://a.fr/x', '2026-10-02'],
          ['file', 'preuves/a.png', '2026-10-02'],
        ],
        [],
      ],
    );
    assert.equal(proofs[0]?.[0]?.revision, proofs[0]?.[1]?.revision);
    assert.notEqual(proofs[0]?.[0]?.revision, proofs[0]?.[2]?.revision);
    assert.match(proofs[0]?.[0]?.revision ?? '', /^[0-9a-f]{4,}$/);
  });

  it('are none of a folder that is not trusted, and of no dossier', async () => {
    const { ask, uri } = bound(await start({ trusted: false }));
    const asked = { uri: uri('main.preuves.yaml'), slots: [slot] };
    assert.deepEqual(await ask(formerPiecesRequest, asked), { proofs: [[]] });
    assert.deepEqual(await ask(formerPiecesRequest, { ...asked, uri: uri('absent.preuves.yaml') }), { proofs: [[]] });
  });
});

function writeManifest(folder: string, text: string): void {
  writeFileSync(join(folder, 'main.preuves.yaml'), text);
}

function bound(client: TestClient) {
  return { ask: client.ask.bind(client), uri: client.uri.bind(client) };
}

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../server/cli/run';
import { hiddenCharacter } from '../../server/core/text/hidden-characters';
import { catalogueText, diskManifest } from '../kit/disk-dossier';

/** Clears the screen, reads backwards, draws a link, rings, and is a C1 control: as YAML writes them. */
const yaml = '\\u001b[2J\\u202e\\u001b]8;;x\\u0007\\u009b1m';
/** The same as characters. */
const raw = '\u001b[2J\u202e\u001b]8;;x\u0007\u009b1m';

const manifest = diskManifest(`exigences:
  "INS/va1.56${yaml}":
    commentaire: "c${yaml}"
  INS/va1.56:
    commentaire: "c${yaml}"
    suivi: { responsable: "r${yaml}", pour_le: 2026-11-01, note: "n${yaml}" }
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: "preuves/${yaml}.log"
              note: "n${yaml}"
          "X${yaml}": []
`)
  .replace('MonCabinet', `"M${yaml}"`)
  .replace('Éditeur Exemple', `"E${yaml}"`);
const thread = `version: 1\npreuve: INS/va1.56.01.01\nsujet: "s${yaml}"\nmessages:\n  - { par: "p${yaml}", le: 2026-11-20, texte: "t${yaml}" }\n`;
const table = `Exigence;Scénario;Preuve;Fichier;Commentaire\nINS/va1.56;INS/va1.56.01;INS/va1.56.01.01;${raw}.log;${raw}\nX${raw};;Y${raw};z;z\n`;
const answers = `INS/va1.56.01.01 : Refusé : ${raw}\nX${raw}.01 : Validé\n`;
const portfolio = `version: 1\ndossiers:\n  - main.preuves.yaml\n  - "a${yaml}"\n`;

describe('text of files on a terminal and in files of text', function () {
  this.timeout(120_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-hostile-'));
    mkdirSync(join(folder, 'preuves'));
    mkdirSync(join(folder, 'discussions'));
    mkdirSync(join(folder, 'out'));
    const files = {
      'main.preuves.yaml': manifest,
      'catalogue.rem.yaml': catalogueText,
      'discussions/un.yaml': thread,
      'discussions/deux.yaml': `version: 1\npreuve: "X${yaml}"\nmessages: [ "${yaml}" ]\n`,
      'suivi.csv': table,
      'reponses.txt': answers,
      'portefeuille.yaml': portfolio,
      'segur.config.yaml': `version: 1\nregles:\n  "x${yaml}": off\n`,
      'base.yaml': 'version: 1\n',
      'ours.yaml': `version: 1\n# ${raw}\n"k${yaml}": 1\n`,
      'theirs.yaml': `version: 1\n"k${yaml}": 2\n`,
      'autre.rem.yaml': catalogueText.replace(/libelle: ?"?/, `libelle: "${yaml}`),
      'broken.preuves.yaml': `version: 1\n"${yaml}": [\n`,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    // Windows has no such names.
    if (process.platform !== 'win32') writeFileSync(join(folder, 'preuves', `${raw.replaceAll('/', '')}.log`), 'x');
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function shown(args: readonly string[], colour = false): Promise<{ text: string; code: number }> {
    let text = '';
    const code = await run(args, {
      out: (part) => (text += `${part}\0`),
      err: (part) => (text += `${part}\0`),
      colour,
      progress: false,
      cwd: folder,
      env: {},
      cancellation: { isCancellationRequested: false },
    });
    return { text, code };
  }

  /** Each call of `out` may begin with a byte order mark. */
  function assertPlain(text: string, of: string): void {
    for (const part of text.split('\0')) {
      const found = hiddenCharacter(part.replace(/^\uFEFF/, ''));
      assert.equal(found, undefined, `${of}: ${found} in ${JSON.stringify(part.slice(0, 2000))}`);
    }
  }

  const files = 'main.preuves.yaml';
  const asked: readonly (readonly string[])[] = [
    ...['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab'].map((format) => ['check', '--format', format]),
    ...['pretty', 'json', 'md'].map((format) => ['status', files, '--format', format]),
    ...['pretty', 'json', 'md', 'ics'].map((format) => ['plan', files, '--format', format]),
    ...['text', 'json', 'csv', 'ics', 'html'].map((format) => ['tasks', files, '--format', format]),
    ...['text', 'json'].map((format) => ['threads', '--all', '--format', format]),
    ...['text', 'json', 'csv', 'html'].map((format) => ['eligibility', files, '--format', format]),
    ...['text', 'json', 'md', 'html'].map((format) => [
      'rem-diff',
      'catalogue.rem.yaml',
      'autre.rem.yaml',
      '--format',
      format,
    ]),
    ['answers', 'reponses.txt'],
    ['intake', 'suivi.csv'],
    ['reuse', 'portefeuille.yaml'],
    ['report', 'portefeuille.yaml', '-o', 'out/p.md'],
    ['merge', 'base.yaml', 'ours.yaml', 'theirs.yaml', '-o', 'merged.yaml'],
    ['check', `a${raw}.preuves.yaml`],
    ['import', `${raw}.xlsx`],
    [`x${raw}`],
    ['check', `--${raw}`],
    ['attach', files, '--preuve', `INS${raw}`, `${raw}.log`],
    ['package', files, '-o', `out/${raw}.zip`],
    ['migrate', files, '--catalogue', `${raw}.rem.yaml`, '--dry-run'],
    ['convert', `${raw}.yaml`],
    ['depot', `${raw}.zip`],
    ['verify', `${raw}.zip`],
    ['diff', `${raw}.zip`, files],
  ];
  for (const args of asked) {
    it(`${args.join(' ').replaceAll(raw, '…')} shows what is hidden`, async () => {
      const { text, code } = await shown(args);
      assert.ok(text !== '' || code === 0, 'it says something');
      assertPlain(text, args[0] ?? '');
    });
  }

  it('colours are its own alone', async () => {
    const { text } = await shown(['check'], true);
    // eslint-disable-next-line no-control-regex -- the escape that opens a colour
    const bare = text.replace(/\u001b\[\d{1,2}m/g, '');
    assert.notEqual(bare, text);
    assertPlain(bare, 'check');
  });

  for (const name of ['html', 'md', 'csv']) {
    it(`a report in ${name} holds none of it`, async () => {
      const { text } = await shown(['report', files, '-o', `out/r.${name}`]);
      assertPlain(text, 'report');
      assertPlain(readFileSync(join(folder, 'out', `r.${name}`), 'utf8'), name);
    });
  }

  for (const name of ['md', 'html']) {
    it(`a run sheet in ${name} holds none of it`, async () => {
      await shown(['runsheet', files, '-o', `out/f.${name}`]);
      const written = readdirSync(join(folder, 'out')).filter((one) => one.startsWith('f'));
      assert.ok(written.length > 0);
      for (const one of written) assertPlain(readFileSync(join(folder, 'out', one), 'utf8'), one);
    });
  }

  it('what is a file goes out as it is', async () => {
    const { text } = await shown(['merge', 'ours.yaml', 'ours.yaml', 'ours.yaml']);
    assert.equal(text.split('\0')[0], readFileSync(join(folder, 'ours.yaml'), 'utf8'));
  });
});

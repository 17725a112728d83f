import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { manifest } from '../kit/dossier-kit';
import { smallCatalogue } from '../kit/small-catalogue';

/** `SEGUR_EMACS` where it is not on the path. */
const emacs = process.env['SEGUR_EMACS'] ?? 'emacs';
/** Before Emacs 29 eglot is a package. */
const findsEglot = "(progn (package-initialize) (require 'eglot))";
const isThere = spawnSync(emacs, ['--batch', '--eval', findsEglot]).status === 0;

const main = `${manifest('').replace('profils', 'catalogue: c.rem.yaml\n  profils')}exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: preuves/absente.png
  INS/
`;

interface Answers {
  readonly mode: string;
  readonly findings: readonly string[];
  readonly completions: readonly string[];
  readonly hover: { readonly value: string };
}

describe('Emacs', () => {
  it('finds, completes and shows with eglot, set up as its page says', function () {
    if (!isThere) this.skip();
    this.timeout(120_000);
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'segur-emacs-')));
    try {
      const [, setup = ''] = /```elisp\n([^]*?)```/.exec(fs.readFileSync('docs/editeurs/emacs.md', 'utf8')) ?? [];
      const server = `${JSON.stringify(process.execPath)} ${JSON.stringify(path.resolve('dist/cli.js'))}`;
      assert.ok(setup.includes('"segur-preuves" "lsp"'));
      fs.writeFileSync(path.join(folder, 'setup.el'), setup.replace('"segur-preuves"', server));
      fs.writeFileSync(path.join(folder, 'd.preuves.yaml'), main);
      fs.writeFileSync(path.join(folder, 'c.rem.yaml'), writeCatalogue(smallCatalogue));
      const out = path.join(folder, 'answers.json');
      const ran = spawnSync(emacs, ['--batch', '-l', path.resolve('test/protocol/editors/emacs.el')], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 100_000,
        env: {
          ...process.env,
          SEGUR_SETUP: path.join(folder, 'setup.el'),
          SEGUR_FILE: path.join(folder, 'd.preuves.yaml'),
          SEGUR_UNTIL: 'absente.png',
          SEGUR_AT: '\n  INS/\n',
          SEGUR_HOVER: 'INS/va',
          SEGUR_ANSWERS: out,
        },
      });
      assert.ok(fs.existsSync(out), `${ran.stdout}${ran.stderr}`);
      const { mode, findings, completions, hover } = JSON.parse(fs.readFileSync(out, 'utf8')) as Answers;
      assert.equal(mode, 'preuves-segur-mode');
      assert.match(findings.join('\n'), /« preuves\/absente\.png » n’existe pas/);
      assert.ok(
        completions.some((one) => one.startsWith('INS/')),
        completions.join(),
      );
      assert.match(hover.value, /Énoncé de INS\/va1\.56/);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});

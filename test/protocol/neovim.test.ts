import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {
  CallHierarchyItem,
  DocumentHighlight,
  Hover,
  Location,
  MarkupContent,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { manifest } from '../kit/dossier-kit';
import { smallCatalogue } from '../kit/small-catalogue';

/** `SEGUR_NVIM` where it is not on the path. */
const nvim = process.env['SEGUR_NVIM'] ?? 'nvim';
const isThere = spawnSync(nvim, ['--version']).status === 0;

const main = `${manifest('').replace('profils', 'catalogue: c.rem.yaml\n  profils')}exigences:
    INS/va1.56:
        scenarios:
            INS/va1.56.02:
                preuves:
                    INS/va1.56.02.01:
                        - fichier: preuves/a.png
scenarios:
    SCN_MAISON: {}
`;

interface Answers {
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly formatted: string;
  readonly [method: string]: unknown;
}

describe('Neovim', () => {
  let answers: Answers;
  const positionOf = (what: string) => {
    const before = main.slice(0, main.indexOf(what) + 2).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const resultOf = (method: string): unknown => (answers[method] as { result: unknown }).result;

  before(function () {
    if (!isThere) this.skip();
    this.timeout(60_000);
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'segur-nvim-')));
    try {
      fs.mkdirSync(path.join(folder, 'preuves'));
      fs.writeFileSync(path.join(folder, 'd.preuves.yaml'), main);
      fs.writeFileSync(path.join(folder, 'c.rem.yaml'), writeCatalogue(smallCatalogue));
      fs.writeFileSync(path.join(folder, 'preuves', 'a.png'), 'x');
      const requirement = { position: positionOf('INS/va1.56:') };
      const questions = [
        { method: 'textDocument/hover', params: requirement },
        { method: 'textDocument/definition', params: requirement },
        { method: 'textDocument/references', params: { ...requirement, context: { includeDeclaration: false } } },
        { method: 'textDocument/documentHighlight', params: requirement },
        { method: 'textDocument/rename', params: { position: positionOf('SCN_MAISON'), newName: 'SCN_A' } },
        { method: 'textDocument/prepareCallHierarchy', params: { position: positionOf('preuves/a.png') } },
        { method: 'workspace/symbol', params: { query: 'maison' } },
      ];
      const out = path.join(folder, 'answers.json');
      const script = path.resolve('test/protocol/editors/neovim.lua');
      const ran = spawnSync(nvim, ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', script], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 50_000,
        env: {
          ...process.env,
          SEGUR_SERVER: [process.execPath, path.resolve('dist/cli.js'), 'lsp', '--stdio'].join('\n'),
          SEGUR_FILE: 'd.preuves.yaml',
          SEGUR_QUESTIONS: JSON.stringify(questions),
          SEGUR_ANSWERS: out,
        },
      });
      assert.ok(fs.existsSync(out), ran.stderr);
      answers = JSON.parse(fs.readFileSync(out, 'utf8')) as Answers;
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is told of what it takes', () => {
    for (const name of ['referencesProvider', 'renameProvider', 'documentFormattingProvider'])
      assert.ok(answers.capabilities[name], name);
  });

  it('shows, goes, finds and renames', () => {
    assert.match(((resultOf('textDocument/hover') as Hover).contents as MarkupContent).value, /Énoncé de INS\/va1\.56/);
    const [place] = resultOf('textDocument/definition') as Location[];
    assert.match(place?.uri ?? '', /c\.rem\.yaml$/);
    const found = resultOf('textDocument/references') as Location[];
    assert.ok(found.some(({ uri }) => uri.endsWith('d.preuves.yaml')));
    assert.equal((resultOf('textDocument/documentHighlight') as DocumentHighlight[]).length, 1);
    const edit = resultOf('textDocument/rename') as WorkspaceEdit;
    assert.match(JSON.stringify(edit), /"newText":"SCN_A"/);
    assert.equal((resultOf('textDocument/prepareCallHierarchy') as CallHierarchyItem[])[0]?.name, 'preuves/a.png');
    assert.deepEqual(
      (resultOf('workspace/symbol') as WorkspaceSymbol[]).map(({ name }) => name),
      ['SCN_MAISON'],
    );
  });

  it('lays the file out', () => {
    assert.match(answers.formatted, /\n {2}INS\/va1\.56:\n {4}scenarios:\n {6}INS\/va1\.56\.02:\n/);
  });
});

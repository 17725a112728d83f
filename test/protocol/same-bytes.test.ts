import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CodeAction, CodeLens, CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver/node';
import type { AttachTarget } from '../../protocol/commands';
import { attachRequest } from '../../protocol/requests/attach';
import { attachCandidatesRequest } from '../../protocol/requests/attach-candidates';
import type { AttachPieceParams, AttachSlotParams } from '../../protocol/requests/attach-plan';
import { proofHereRequest } from '../../protocol/requests/proof-here';
import { cli } from '../cli/run-cli';
import { catalogueText, diskManifest, DiskDossier } from '../kit/disk-dossier';
import { TestClient } from './protocol-kit';

/** As an editor applies the edits of one file. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: TextEdit['range']['start']) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce(
      (all, { range, newText }) => all.slice(0, offsetOf(range.start)) + newText + all.slice(offsetOf(range.end)),
      text,
    );
}

const day = new Date('2026-01-05T12:00:00Z');
const slot = { proof: 'INS/va1.56.02.01', scenario: 'INS/va1.56.02', requirement: 'INS/va1.56' };
const row = '          INS/va1.56.02.01:';
const main = diskManifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
${row}
`).replace(
  '      INS/va1.56.02:',
  '      INS/va1.56.01:\n        preuves:\n          INS/va1.56.01.01: []\n      INS/va1.56.02:',
);

describe('every way to attach a piece', () => {
  let client: TestClient;
  let other: DiskDossier;
  let outside: string;
  const name = 'main.preuves.yaml';
  const inside = 'preuves/INS-va1.56.02.01 journal.log';

  beforeEach(async () => {
    outside = mkdtempSync(join(tmpdir(), 'segur-ailleurs-'));
    other = new DiskDossier(main, { [inside]: 'un journal' });
    utimesSync(other.path(inside), day, day);
    const files = { [name]: main, 'catalogue.rem.yaml': catalogueText, [inside]: 'un journal' };
    client = await TestClient.start({ files, options: { attachCommands: true } });
    utimesSync(join(client.folder, inside), day, day);
    await client.open(name);
  });
  afterEach(async () => {
    await client.stop();
    other.remove();
    rmSync(outside, { recursive: true, force: true });
  });

  const uri = (): string => client.uri(name);
  /** The manifest after pieces were attached, as the editor writes it. */
  const attached = async (target: AttachSlotParams | undefined, piece: AttachPieceParams): Promise<string> => {
    const pieces = [target ? { ...piece, slot: target } : piece];
    const result = await client.ask(attachRequest, { uri: uri(), pieces });
    assert.ok(result.kind === 'planned', JSON.stringify(result));
    return applied(main, result.edit.changes[uri()] ?? []);
  };
  const fileAt = (file: string) => ({ kind: 'file', uri: file }) as const;

  it('writes the same bytes for a file in place: menu, lens, quick fix, completion, command line', async () => {
    const { code, err } = await cli(other.root, ['attach', inside, '--preuve', slot.proof]);
    assert.equal(code, 1, err);
    const expected = readFileSync(other.path(name), 'utf8');
    assert.match(
      expected,
      /empreinte: [^]*journal\.log\n {14}sha256: \w{64}\n {14}date: 2026-01-05\n {14}version: 12\.4\.0\n/,
    );

    // The menu of a row: what it offers first, for the proof of the row.
    const { files } = await client.ask(attachCandidatesRequest, { uri: uri(), slot });
    assert.equal(await attached(files[0]?.slot, fileAt(files[0]?.uri ?? '')), expected, 'menu');

    // The lens of the requirement: the name says which of its proofs.
    const textDocument = { uri: uri() };
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    const [lensTarget] = (lenses[0]?.command?.arguments ?? []) as AttachTarget[];
    const offered = await client.ask(attachCandidatesRequest, {
      uri: uri(),
      ...(lensTarget?.slot ? { slot: lensTarget.slot } : {}),
    });
    assert.equal(await attached(offered.files[0]?.slot, fileAt(offered.files[0]?.uri ?? '')), expected, 'lens');

    const found = (await client.diagnostics(name)).find(
      ({ code: rule, message }) => rule === 'preuve/manquante' && JSON.stringify(message).includes(slot.proof),
    );
    assert.ok(found);
    const [fix]: CodeAction[] = await client.codeActions(name, found);
    const [fixTarget] = (fix?.command?.arguments ?? []) as AttachTarget[];
    assert.equal(await attached(fixTarget?.slot, fileAt(fixTarget?.file ?? '')), expected, 'quick fix');

    // Completion goes on where a hand began: `- fichier:` was typed.
    await client.edit(name, `${row}\n`, `${row}\n            - fichier:\n`);
    const begun = main.replace(`${row}\n`, `${row}\n            - fichier:\n`);
    const line = begun.split('\n').findIndex((one) => one.endsWith('- fichier:'));
    const position = { line, character: '            - fichier:'.length };
    const asked = async (): Promise<CompletionItem | undefined> => {
      const list = await client.request<CompletionList>('textDocument/completion', { textDocument, position });
      const [item] = list.items;
      return list.isIncomplete && !JSON.stringify(item?.textEdit).includes('sha256') ? asked() : item;
    };
    const item = await asked();
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    assert.equal(applied(begun, [item.textEdit, ...(item.additionalTextEdits ?? [])]), expected, 'completion');
  });

  it('writes the same bytes, and the same file, for one brought in: drop, paste, picker, command line', async () => {
    const file = join(outside, 'à l’écran.log');
    writeFileSync(file, 'venu d’ailleurs');
    utimesSync(file, day, day);
    const { code, err } = await cli(other.root, ['attach', file, '--preuve', slot.proof]);
    assert.equal(code, 1, err);
    const expected = readFileSync(other.path(name), 'utf8');
    const path = /fichier: "?([^"\n]*écran\.log)/.exec(expected)?.[1] ?? assert.fail(expected);
    const content = readFileSync(other.path(path));
    const tidy = (): void => {
      assert.deepEqual(readFileSync(join(client.folder, path)), content);
      rmSync(join(client.folder, path));
    };

    // Picker and drop on a row of the tree: the file, and the proof of the row.
    assert.equal(await attached(slot, fileAt(pathToFileURL(file).href)), expected, 'picker');
    tidy();
    // Drop or paste into the text: the proof at that place.
    const line = main.split('\n').indexOf(row);
    const here = await client.ask(proofHereRequest, { uri: uri(), position: { line, character: row.length } });
    assert.equal(await attached(here.slot, fileAt(pathToFileURL(file).href)), expected, 'drop');
    tidy();
    // What has no place, such as a picture of the clipboard, has no time of its own either: all else is the same.
    const bytes = { kind: 'bytes', name: 'à l’écran.log', base64: content.toString('base64') } as const;
    const pasted = await attached(here.slot, bytes);
    assert.equal(pasted, expected.replace(/\n +date: 2026-01-05(?=\n)/, ''), 'paste');
    tidy();
    assert.deepEqual(readdirSync(fileURLToPath(client.uri('preuves'))), ['INS-va1.56.02.01 journal.log']);
    assert.ok(!existsSync(join(client.folder, path)));
  });
});

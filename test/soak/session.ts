import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { answering, ended, type OwnDossier } from '../workbench/own-dossier';
import { until } from '../workbench/until';

/** A line of the manifest whose value one wrong letter makes invalid. */
interface Spot {
  readonly line: number;
  readonly character: number;
}

/** A busy machine does not fail it. */
const limit = 300_000;

/** One person at one manifest, in VS Code. Everything that is done is taken back, so that the dossier at the end is that of the start. */
export class SoakSession {
  readonly times: Record<string, { at: number; took: number }[]> = {};
  readonly #started = performance.now();
  readonly #text: string;
  readonly #spots: readonly Spot[];
  readonly #proofs: readonly string[];

  constructor(
    readonly dossier: OwnDossier,
    readonly document: vscode.TextDocument,
    readonly workbook: vscode.Uri,
    /** Tells whoever drives the window that a package is asked for, and where it has to go. */
    readonly packages: (target: string) => void,
  ) {
    this.#text = document.getText();
    this.#spots = this.#text.split('\n').flatMap((text, line) => {
      const at = text.indexOf('avis: suffisante');
      return at < 0 ? [] : [{ line, character: at + 'avis: '.length }];
    });
    // Those that are shown by a file: another would be asked for a link, or a number.
    this.#proofs = [...this.#text.matchAll(/^ {10}(\S+\.\d+):\n +- fichier:/gm)].map(([, id]) => id ?? '');
    assert.ok(this.#spots.length > 0 && this.#proofs.length > 0, 'the dossier holds nothing to work on');
  }

  /** @param number of the round, from 0 */
  async round(number: number): Promise<void> {
    await this.#timed('machine', fixedWork);
    await this.#type(number);
    if (number % 4 === 1) await this.#attach(number);
    if (number % 8 === 2) await this.#import();
    if (number % 8 === 4) await this.#check();
    if (number % 16 === 6) await this.#package();
    assert.equal(this.document.getText(), this.#text, 'the manifest is as it was');
  }

  async #type(number: number): Promise<void> {
    const spot = at(this.#spots, number * 37);
    const editor = await this.#editor();
    const place = new vscode.Position(spot.line, spot.character);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place));
    const found = (): boolean =>
      vscode.languages.getDiagnostics(this.document.uri).some(({ range }) => range.start.line === spot.line);
    const before = found();
    for (const [text, wrong] of [
      ['x', true],
      ['', false],
    ] as const)
      await this.#timed('edit', async () => {
        const range = new vscode.Range(place, wrong ? place : place.translate(0, 1));
        const edited = await editor.edit((edit) => {
          edit.replace(range, text);
        });
        assert.ok(edited);
        // A line with another finding cannot tell.
        if (!before) await this.#until('its findings', () => found() === wrong || undefined, onFindings);
      });
    await this.#timed('hover', () => this.#provider('vscode.executeHoverProvider', place));
    await this.#timed('completion', () => this.#provider('vscode.executeCompletionItemProvider', place));
    await this.#save();
  }

  async #attach(number: number): Promise<void> {
    const proof = at(this.#proofs, number * 7);
    const name = `preuves/${proof.replaceAll('/', '-')} passage ${number}.log`;
    await this.dossier.write(name, `journal ${number}\n`);
    const row = await this.#until(
      'the row',
      () => this.dossier.rowKeyIfThere(`proof:${proof}`),
      this.dossier.api.onDidRefresh,
    );
    await this.#editor();
    const done = vscode.commands.executeCommand('segurPreuves.ajouterPiece', row);
    await this.#timed('attach', () =>
      answering('the piece', () => this.document.getText() !== this.#text || undefined, 'choice'),
    );
    await this.#until('the manifest saved', () => !this.document.isDirty || undefined);
    await ended(done);
    await this.#editor();
    await vscode.commands.executeCommand('undo');
    await this.#until('the manifest as it was', () => this.document.getText() === this.#text || undefined);
    await this.#save();
    await vscode.workspace.fs.delete(this.dossier.uri(name));
  }

  async #import(): Promise<void> {
    const done = vscode.commands.executeCommand('segurPreuves.importerRem', this.workbook);
    await this.#timed('import', () => answering('the catalogue', () => this.#told(/ scénarios?, /), 'choice'));
    await ended(done);
    await this.#forget('rem', /MDV-LGC-Va2/);
  }

  /** Somebody replaces a piece; everything is looked at again. */
  async #check(): Promise<void> {
    const [piece] = await vscode.workspace.findFiles('preuves/**', undefined, 1);
    if (piece !== undefined) await vscode.workspace.fs.writeFile(piece, await vscode.workspace.fs.readFile(piece));
    const done = vscode.commands.executeCommand('segurPreuves.verifier');
    await this.#timed('check', () => this.#until('what was found', () => this.#told(/./)));
    await ended(done);
  }

  async #package(): Promise<void> {
    const done = vscode.commands.executeCommand('segurPreuves.constituerDepot', this.dossier.rowKey(this.#root));
    this.packages(this.dossier.uri('main-brouillon.zip').fsPath);
    await this.#timed('package', () => this.#until('the package', () => this.#told(/main-brouillon\.zip/)));
    await ended(done);
    await this.#forget('.', /^main-brouillon/);
  }

  /** Deletes the files of a folder whose name matches, of which there has to be one. */
  async #forget(folder: string, pattern: RegExp): Promise<void> {
    const names = (await vscode.workspace.fs.readDirectory(this.dossier.uri(folder))).map(([name]) => name);
    const made = names.filter((name) => pattern.test(name));
    assert.ok(made.length > 0, names.join(', '));
    for (const name of made) await vscode.workspace.fs.delete(this.dossier.uri(`${folder}/${name}`));
  }

  get #root(): string {
    return this.dossier.view?.root.id ?? assert.fail('the dossier is not in the tree');
  }

  /** Whether the last message says that. */
  #told(pattern: RegExp): true | undefined {
    return pattern.test(this.dossier.api.waitingMessages.at(-1) ?? '') || undefined;
  }

  #editor(): Thenable<vscode.TextEditor> {
    return vscode.window.showTextDocument(this.document);
  }

  async #save(): Promise<void> {
    if (this.document.isDirty) assert.ok(await this.document.save());
  }

  async #provider(command: string, place: vscode.Position): Promise<void> {
    await vscode.commands.executeCommand(command, this.document.uri, place);
  }

  #until<T>(
    what: string,
    probe: () => T | undefined | Thenable<T | undefined>,
    event?: vscode.Event<unknown>,
  ): Promise<T> {
    return until(what, probe, event, limit);
  }

  async #timed<T>(kind: string, action: () => Promise<T>): Promise<T> {
    const from = performance.now();
    const result = await action();
    (this.times[kind] ??= []).push({ at: from - this.#started, took: performance.now() - from });
    return result;
  }
}

const onFindings = vscode.languages.onDidChangeDiagnostics;

/** One of a list, whatever the number. */
function at<T>(list: readonly T[], number: number): T {
  return list[number % list.length] ?? assert.fail('an empty list');
}

/** The same work each time, some tens of milliseconds of an idle machine: what else grows slower by as much did so with the machine. */
async function fixedWork(): Promise<void> {
  const bytes = Buffer.alloc(2 ** 20);
  for (let turn = 0; turn < 40; turn++) {
    createHash('sha256').update(bytes).digest();
    await new Promise(setImmediate);
  }
}

import assert from 'node:assert/strict';
import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';
import { neverCancelled } from '../../server/core/ports/cancellation';
import type { EvidenceFile } from '../../server/core/evidence/evidence-file';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import { rules } from '../../server/core/rules/registry';
import { Features, type ClientAbilities } from '../../server/language/session/features';
import { Navigation } from '../../server/language/session/navigation';
import type { SessionPorts } from '../../server/language/session/ports';
import { Session } from '../../server/language/session/session';
import { TextFeatures } from '../../server/language/session/text-features';
import { decodeBytes } from '../../server/host/files/decode-bytes';
import { MemoryFiles } from './memory-files';
import { smallCatalogue } from './small-catalogue';

/** An editor that can do all that is asked about. */
const ableEditor: ClientAbilities = {
  snippets: false,
  versionedEdits: true,
  createFiles: true,
  renameFiles: true,
  openCatalogues: true,
  showPage: true,
  annotatedEdits: true,
  attachCommands: true,
};

const suggestCommand = 'suggest';

export interface SessionKitInput {
  /** What lies in the folder of the workspace, by path; a text may hold one `‸`, where the cursor is. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that are not UTF-8. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  readonly abilities?: Partial<ClientAbilities>;
  /** `null`: the editor has none. */
  readonly suggestCommand?: null;
  /** Facts of pieces by the folder of the dossier and the path: `a|preuves/x.png`; of the top, `|preuves/x.png`. */
  readonly evidence?: Readonly<Record<string, EvidenceFile>>;
  readonly catalogue?: Catalogue;
  readonly scan?: SessionPorts['evidence']['scan'];
  /** The folders of the workspace by path; default: the one that all is in. */
  readonly folders?: readonly string[];
  readonly pulls?: boolean;
}

const workFolder = 'file:///w';

/** A session in memory, as an editor drives it: delays are over at once, but those of a new day. */
export class SessionKit {
  /** By URI; what a test puts here is on the disk from then on. */
  readonly texts = new Map<string, string | Uint8Array>();
  readonly files = new MemoryFiles(this.texts);
  readonly errors: unknown[] = [];
  readonly published: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[] = [];
  readonly session: Session;
  readonly features: Features;
  readonly navigation: Navigation;
  readonly text: TextFeatures;
  /** Where the cursor stands in each file that says it. */
  readonly cursors = new Map<string, number>();
  readonly #told = new Set<() => void>();

  constructor(readonly input: SessionKitInput) {
    for (const [path, marked] of Object.entries(input.files)) {
      const cursor = marked.indexOf('‸');
      if (cursor >= 0) this.cursors.set(path, cursor);
      this.texts.set(this.uri(path), marked.replace('‸', ''));
    }
    for (const [path, bytes] of Object.entries(input.bytes ?? {})) this.texts.set(this.uri(path), bytes);
    const isThere = (uri: string) => [...this.texts.keys()].some((one) => one === uri || one.startsWith(`${uri}/`));
    this.files.realUri = (uri) => Promise.resolve(isThere(uri) ? uri : undefined);
    const ports: SessionPorts = {
      files: this.files,
      evidence: {
        lookup: (rootUri, path) => input.evidence?.[`${rootUri.slice(workFolder.length + 1)}|${path}`],
        scan: input.scan ?? (() => Promise.resolve()),
        listed: () => undefined,
        list: () => Promise.resolve(),
        invalidate: () => undefined,
        onDidChange: () => undefined,
      },
      clock: { today: () => '2026-11-20' },
      builtIns: { load: () => Promise.resolve(input.catalogue ?? smallCatalogue) },
      timers: {
        after(milliseconds, action) {
          if (milliseconds > 5000) return () => undefined;
          const immediate = setImmediate(action);
          return () => {
            clearImmediate(immediate);
          };
        },
      },
    };
    const tell = () => {
      for (const told of [...this.#told]) told();
    };
    this.session = new Session(
      ports,
      rules,
      {
        pulls: input.pulls ?? false,
        publish: (uri, _version, diagnostics) => {
          this.published.push({ uri, diagnostics });
          tell();
        },
        refreshDiagnostics: tell,
        refreshStates: tell,
        complianceChanged: tell,
        watch: tell,
        logError: (error) => {
          this.errors.push(error);
          tell();
        },
      },
      'kit',
    );
    const suggests = input.suggestCommand === null ? {} : { suggestCommand };
    this.features = new Features(this.session, { ...ableEditor, ...suggests, ...input.abilities });
    this.navigation = new Navigation(this.features);
    this.text = new TextFeatures(this.session);
    this.session.changeFolders(
      (input.folders ?? ['']).map((path) => this.uri(path)),
      [],
    );
  }

  /** A session in which these files are open. */
  static async of(input: SessionKitInput, ...open: readonly string[]): Promise<SessionKit> {
    const kit = new SessionKit(input);
    for (const path of open) kit.open(path);
    await kit.session.ready();
    return kit;
  }

  uri(path: string): string {
    return path === '' ? workFolder : `${workFolder}/${path}`;
  }

  /** Opens a file as it is on the disk, or with a text of its own. */
  open(path: string, text = this.textOf(path)): void {
    this.session.open(this.uri(path), 'preuves-segur', 1, text);
  }

  /** What is on the disk under a path. */
  textOf(path: string): string {
    const content = this.texts.get(this.uri(path)) ?? assert.fail(`there is no ${path}`);
    return typeof content === 'string' ? content : decodeBytes(content).text;
  }

  /** Where the cursor of an open file stands. */
  position(path: string): Position {
    const offset = this.cursors.get(path) ?? assert.fail(`no cursor in ${path}`);
    return this.#document(path).positionAt(offset);
  }

  /** Where the first occurrence of a text is in an open file. */
  range(path: string, what: string): Range {
    const document = this.#document(path);
    const start = document.getText().indexOf(what);
    assert.ok(start >= 0, `not in ${path}: ${what}`);
    return { start: document.positionAt(start), end: document.positionAt(start + what.length) };
  }

  /** The diagnostics of a file as a pull gives them. */
  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    return (await this.session.pull(this.uri(path), neverCancelled)).items;
  }

  /** Resolves as soon as the condition holds; looked at whenever the session tells something. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition())
      await new Promise<void>((resolve) => {
        const told = () => {
          this.#told.delete(told);
          resolve();
        };
        this.#told.add(told);
      });
  }

  #document(path: string) {
    return this.session.documents.get(this.uri(path)) ?? assert.fail(`${path} is not open`);
  }
}

import type { Diagnostic } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../../../server/core/catalogue/catalogue';
import { neverCancelled } from '../../../server/core/ports/cancellation';
import { rules } from '../../../server/core/rules/registry';
import type { Editor, SessionPorts } from '../../../server/language/session/ports';
import { Session } from '../../../server/language/session/session';
import { file, mainUri, manifest, rootUri } from '../dossier-kit';
import { MemoryFiles } from '../memory-files';
import { proof, requirement, scenario, smallCatalogue } from '../small-catalogue';
import { typedTexts } from '../typed-texts';
import { hold } from './fuzz-target';
import type { Random } from './random';

const idOf = (number: number): string => `EQ.${String(number + 1).padStart(4, '0')}`;

function catalogueOf(count: number): Catalogue {
  return {
    ...smallCatalogue,
    requirements: Array.from({ length: count }, (_, number) => {
      const id = idOf(number);
      return requirement(id, [scenario(`${id}.01`, [proof(`${id}.01.01`), proof(`${id}.01.02`)])]);
    }),
  };
}

/** Some entries are complete, some begun, some set aside; some cite the same pieces. */
function manifestOf(count: number): string {
  const entries = Array.from({ length: count }, (_, number) => {
    const id = idOf(number);
    if (number % 11 === 0) return `  ${id}: { non_applicable: { justification: Non. } }\n`;
    const piece = number % 7 === 0 ? 'preuves/commune.png' : `preuves/${id}.png`;
    return `  ${id}:
    commentaire: "vu"
    scenarios:
      ${id}.01:
        preuves:
          ${id}.01.01:
            - fichier: ${piece}
              date: 2026-11-02
              version: 12.4.0
          ${number % 3 === 0 ? `${id}.01.02: [{ execution: ${4000 + number} }]` : `# ${id}.01.02`}
`;
  });
  return manifest(`exigences:\n${entries.join('')}`);
}

function portsOf(catalogue: Catalogue): SessionPorts {
  const picture = file();
  return {
    files: new MemoryFiles(new Map()),
    evidence: {
      lookup: (_root, path) => (/[02468]\.png$|commune/.test(path) ? picture : { state: 'absent' }),
      scan: () => Promise.resolve(),
      listed: () => ['preuves/commune.png', 'preuves/orpheline.png'],
      list: () => Promise.resolve(),
      invalidate: () => undefined,
      onDidChange: () => undefined,
    },
    clock: { today: () => '2026-11-20' },
    builtIns: { load: () => Promise.resolve(catalogue) },
    timers: {
      after(milliseconds, action) {
        if (milliseconds > 0) return () => undefined;
        const immediate = setImmediate(action);
        return () => {
          clearImmediate(immediate);
        };
      },
    },
  };
}

const editor: Editor = {
  pulls: true,
  publish: () => undefined,
  refreshDiagnostics: () => undefined,
  refreshStates: () => undefined,
  complianceChanged: () => undefined,
  watch: () => undefined,
  logError: (error) => {
    throw error;
  },
};

interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly text: string;
}

function randomEdit(text: string, random: Random): Edit {
  const start = random.below(text.length + 1);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const end = (at: number): number => (text.indexOf('\n', at) + 1 || text.length) - line;
  switch (random.below(6)) {
    case 0:
      return { start: line, removed: end(start), text: '' };
    case 1:
      return { start: line, removed: 0, text: text.slice(line, line + end(start)) };
    case 2:
      return { start: line, removed: end(Math.min(text.length, start + random.below(800))), text: '' };
    case 3: {
      // A value of the line, another one.
      const colon = text.indexOf(': ', line);
      if (colon > 0 && colon < line + end(start))
        return { start: colon + 2, removed: 1, text: random.pick(['1', 'z', '"', '2026-11-03']) };
      return { start, removed: 0, text: 'z' };
    }
    default:
      return {
        start,
        removed: Math.min(text.length - start, random.once(2) ? 0 : random.below(12)),
        text: random.pick(typedTexts),
      };
  }
}

/** An editor's session over one dossier, which is edited again and again, beside one that sees each text for the first time. */
export class EditedSession {
  readonly #ports: SessionPorts;
  readonly #session: Session;
  readonly #undo: Edit[] = [];
  #text: string;
  #version = 1;

  constructor(
    requirements: number,
    readonly random: Random,
  ) {
    this.#ports = portsOf(catalogueOf(requirements));
    this.#text = manifestOf(requirements);
    this.#session = this.#open();
  }

  get text(): string {
    return this.#text;
  }

  /** One edit, or one taken back: a text in which everything is broken shows nothing any more. */
  edit(): void {
    const { random } = this;
    const last = this.#undo.length > 0 && random.below(5) < 3 ? this.#undo.pop() : undefined;
    const edit = last ?? randomEdit(this.#text, random);
    const { start, removed, text } = edit;
    if (!last) this.#undo.push({ start, removed: text.length, text: this.#text.slice(start, start + removed) });
    const document = TextDocument.create(mainUri, 'preuves-segur', 0, this.#text);
    const range = { start: document.positionAt(start), end: document.positionAt(start + removed) };
    // An editor does not cut what ends a line of Windows, nor a letter of two halves, in two.
    if (document.offsetAt(range.start) !== start || document.offsetAt(range.end) !== start + removed) {
      if (!last) this.#undo.pop();
      return;
    }
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(start + removed);
    this.#session.change(mainUri, ++this.#version, [{ range, text }]);
  }

  /** Both find the same. @returns how many findings */
  async compare(): Promise<number> {
    const now = await findings(this.#session);
    const fresh = this.#open();
    const afresh = await findings(fresh);
    fresh.dispose();
    hold(JSON.stringify(now) === JSON.stringify(afresh), 'after edits the same is found as afresh');
    return now.length;
  }

  /** What was found after the edits, whatever it is: the next one starts from it. */
  async look(): Promise<void> {
    await findings(this.#session);
  }

  dispose(): void {
    this.#session.dispose();
  }

  #open(): Session {
    const session = new Session(this.#ports, rules, editor, 'fuzz');
    session.changeFolders([rootUri], []);
    session.open(mainUri, 'preuves-segur', 1, this.#text);
    return session;
  }
}

async function findings(session: Session): Promise<readonly Diagnostic[]> {
  return (await session.pull(mainUri, neverCancelled)).items;
}

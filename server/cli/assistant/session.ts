import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../../core/catalogue/catalogue';
import { CatalogueIndex } from '../../core/catalogue/index-catalogue';
import { closestIds } from '../../core/catalogue/closest-ids';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import type { CatalogueOrigin, CatalogueState } from '../../core/dossier/dossier';
import type { Analysis } from '../../core/engine/analyse';
import type { Locale } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import type { Workspace } from '../../core/workspace/workspace';
import type { NodeWorkspacePorts } from '../../host/node-workspace-ports';
import { describeCatalogue, idMark } from '../../language/catalogue-words';
import { CliError } from '../exit-codes';
import { openDossiers, openReadDossiers, unreadLine, type OpenDossier, type OpenedDossiers } from '../open-dossiers';
import { commandContext, type CommandContext } from '../terminal';
import type { Folders } from './folders';
import { lengths, quote, quoteAll, quotedKey, type Quoted } from './quoted';
import { Refusal } from './refusal';

/** What an answer rests on. */
export interface Basis {
  /** Path of the main manifest. */
  readonly dossier?: Quoted;
  /** `YYYY-MM-DD`, Europe/Paris. */
  readonly on?: string;
  readonly catalogue?: CatalogueBasis;
  /** What could not be read: what it holds is not in the answer. */
  readonly unread?: readonly Quoted[];
  /** What stays in the house was left out. */
  readonly withoutNotes?: true;
}

/** What is known of a catalogue itself. */
export interface CatalogueBasis {
  /**
   * `imported`: from the workbook of ANS · `reconstruction`: from public texts, not whole · `to-import`: nothing is known of
   * what it asks · `file`: a file that no import wrote · `none`: there is none, or it is not read.
   */
  readonly standing: 'imported' | 'reconstruction' | 'to-import' | 'file' | 'none';
  /** The same in words. */
  readonly words: Quoted;
  readonly dispositif?: Quoted;
  /** The id of the dispositif was deduced: no official text was seen to use it. */
  readonly idMark?: string;
  readonly version?: Quoted;
  readonly date?: Quoted;
  readonly source?: Quoted;
  readonly workbook?: Quoted;
  /** Its file says something else than what the import wrote. */
  readonly edited?: true;
  /** An overlay of the team is over it. */
  readonly adjusted?: true;
}

export interface SessionOptions {
  readonly folders: Folders;
  /** Confined to the folders. */
  readonly ports: NodeWorkspacePorts;
  readonly locale: Locale;
  /** Whether internal notes, threads, work states and names of persons are told. */
  readonly notes: boolean;
}

const words = {
  several: { fr: 'Plusieurs dossiers : dites lequel.', en: 'Several dossiers: say which.' },
  notOpened: { fr: 'Aucun dossier n’a été lu.', en: 'No dossier was read.' },
  noDispositif: {
    fr: 'Aucun catalogue intégré n’a cet identifiant.',
    en: 'No built-in catalogue has this id.',
  },
  noCatalogue: {
    fr: 'Le catalogue du dossier n’est pas là ou n’est pas lu : rien ne peut être dit de ses exigences.',
    en: 'The catalogue of the dossier is not there or not read: nothing can be said of its requirements.',
  },
};

/** One opened dossier, and the workspace that it was read with. */
export interface Opened extends OpenDossier {
  readonly workspace: Workspace;
  readonly basis: Basis;
}

/** A catalogue to look into. */
export interface ChosenCatalogue {
  readonly catalogue: Catalogue;
  readonly index: CatalogueIndex;
  readonly state: CatalogueState;
  readonly basis: Basis;
  /** Where it is that of a dossier. */
  readonly opened?: Opened;
}

/** What one call works with. Dossiers are read anew for each: what a person accepted meanwhile is seen. */
export class Session {
  readonly context: CommandContext;

  constructor(
    readonly options: SessionOptions,
    readonly cancellation: Cancellation,
  ) {
    this.context = commandContext(
      {
        // What a command would print has no place in the protocol: it is in the answers.
        out: () => undefined,
        err: () => undefined,
        colour: false,
        progress: false,
        cwd: options.folders.first,
        env: {},
        cancellation,
      },
      options.locale,
    );
  }

  get locale(): Locale {
    return this.options.locale;
  }

  get notes(): boolean {
    return this.options.notes;
  }

  /** All dossiers of the folders; their evidence is left alone. */
  async dossiers(): Promise<OpenedDossiers> {
    const { folders, ports } = this.options;
    return await this.#engine(() => openDossiers({ paths: folders.roots, ports, withoutEvidence: true }, this.context));
  }

  /**
   * The dossier that is meant: the one at a path, or the only one there is.
   * @throws Refusal
   */
  async open(path: string | undefined, { withoutEvidence = false } = {}): Promise<Opened> {
    const { folders, ports } = this.options;
    const paths = path === undefined ? folders.roots : [await folders.resolve(path)];
    // Several are told apart before the pieces of all of them are read.
    if (path === undefined) {
      const { dossiers } = await this.dossiers();
      const [only, ...others] = dossiers;
      if (only && others.length === 0) return await this.open(fileURLToPath(only.uri), { withoutEvidence });
    }
    const opened = await this.#engine(() => openReadDossiers({ paths, ports, withoutEvidence }, this.context));
    const [only, ...others] = opened.dossiers;
    if (!only) throw new Refusal('file', words.notOpened);
    if (others.length > 0) {
      const suggestions = opened.dossiers.map(({ uri }) => this.fileOf(uri));
      throw new Refusal('arguments', words.several, { suggestions: suggestions.slice(0, 20) });
    }
    return { ...only, workspace: opened.workspace, basis: this.#basisOf(only.analysis, opened) };
  }

  /** The catalogue of a dossier, or a built-in one by its dispositif. @throws Refusal */
  async catalogue(given: {
    readonly dossier?: string | undefined;
    readonly dispositif?: string | undefined;
  }): Promise<ChosenCatalogue> {
    if (given.dispositif !== undefined) {
      const catalogue = await this.builtIn(given.dispositif);
      const index = new CatalogueIndex(catalogue);
      const state: CatalogueState = { kind: 'loaded', catalogue, index, origin: { kind: 'builtIn' } };
      return { catalogue, index, state, basis: { catalogue: catalogueBasis(state, this.locale) } };
    }
    const opened = await this.open(given.dossier, { withoutEvidence: true });
    const state = opened.analysis.dossier.catalogue;
    if (state.kind !== 'loaded') {
      throw new Refusal('impossible', words.noCatalogue, { detail: quote(describeCatalogue(state, this.locale)) });
    }
    return { catalogue: state.catalogue, index: state.index, state, basis: opened.basis, opened };
  }

  /** A catalogue that ships with the tool. @throws Refusal */
  async builtIn(dispositif: string): Promise<Catalogue> {
    const catalogue = await this.options.ports.builtIns.load(dispositif, this.cancellation);
    if (catalogue) return catalogue;
    const ids = dispositifs.map(({ id }) => id);
    throw new Refusal('unknown', words.noDispositif, {
      asked: quote(dispositif, lengths.id),
      suggestions: quoteAll(closestIds(dispositif, ids), lengths.id),
    });
  }

  /** A file as answers name it. */
  fileOf(uri: string): Quoted {
    return quote(this.options.folders.shown(fileURLToPath(uri)), lengths.path);
  }

  #basisOf({ dossier, context }: Analysis, { unread }: Pick<OpenedDossiers, 'unread'>): Basis {
    const lines = [
      ...unread.map((finding) => unreadLine(finding, this.context)),
      ...dossier.unread.map(({ path }) => path),
    ];
    return {
      dossier: this.fileOf(dossier.main.uri),
      on: context.today,
      catalogue: catalogueBasis(dossier.catalogue, this.locale),
      ...(lines.length > 0 ? { unread: quoteAll(lines) } : {}),
      ...(this.notes ? {} : { withoutNotes: true }),
    };
  }

  /** Runs a part of the engine; what it refuses is refused in its own words, which may quote files. */
  async #engine<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      throw new Refusal('file', words.notOpened, { detail: quote(error.message) });
    }
  }
}

/** What is known of a catalogue, in words and as codes. */
export function catalogueBasis(state: CatalogueState, locale: Locale): CatalogueBasis {
  const described = quote(describeCatalogue(state, locale));
  if (state.kind !== 'loaded') return { standing: 'none', words: described };
  const { catalogue, origin } = state;
  const { dispositif, version, date, source, imported } = catalogue;
  const mark = dispositif.idSeen === false ? idMark({ idSeen: false }, locale) : undefined;
  return {
    standing: standingOf(catalogue, origin),
    words: described,
    dispositif: quote(dispositif.id, lengths.id),
    ...(mark === undefined ? {} : { idMark: mark }),
    ...quotedKey('version', version, lengths.id),
    ...quotedKey('date', date, lengths.id),
    ...quotedKey('source', source),
    ...quotedKey('workbook', imported?.file, lengths.path),
    ...(imported?.edited ? { edited: true } : {}),
    ...(state.adjustments && state.adjustments.refused === undefined ? { adjusted: true } : {}),
  };
}

function standingOf({ state, imported }: Catalogue, origin: CatalogueOrigin): CatalogueBasis['standing'] {
  if (state === 'a_importer') return 'to-import';
  if (origin.kind === 'builtIn') return state === 'partiel' ? 'reconstruction' : 'imported';
  if (imported) return 'imported';
  return state === 'partiel' ? 'reconstruction' : 'file';
}

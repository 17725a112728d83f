import type {
  CodeAction,
  CodeActionContext,
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Position,
  Range,
} from 'vscode-languageserver-types';
import { neverCancelled, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { safeEdits } from '../../core/engine/safe-edits';
import type { Rule } from '../../core/rules/rule';
import { hasEncodingFault, hasLostCharacters } from '../../core/manifest/encoding-problems';
import { configurationFile } from '../../core/configuration/configuration';
import type { Dossier } from '../../core/dossier/dossier';
import type { Analysis } from '../../core/engine/analyse';
import type { UncitedFiles } from '../../core/dossier/lost-evidence';
import { lostDigest } from '../../core/findings/lost-digest';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import type { Move } from '../../core/moves/move';
import type { MovedPortfolio } from '../../core/moves/portfolio-moves';
import { ChunkedText } from '../../core/text/chunked-text';
import { ManifestDocument } from '../manifest-document';
import { commonPrefix } from '../../core/evidence/evidence-path';
import { isPortfolioUri } from '../../core/portfolio/portfolio-shape';
import { openPortfolio } from '../../core/workspace/portfolio';
import { completePortfolio } from '../portfolio/portfolio-completion';
import { hoverPortfolio } from '../portfolio/portfolio-hover';
import { heldDossiers } from './held-dossiers';
import { folderOf, normaliseUri, relativeTo, under } from '../../core/text/uri';
import { missingProofRule } from '../attach-actions';
import { codeActions, fixAllKind, type ConfigurationPlace } from '../code-actions';
import { codeLenses } from '../code-lens';
import { complete, describeOffer } from '../completion/completion';
import type { Described } from '../completion/offer';
import { documentLinks } from '../document-links';
import { documentSymbols } from '../document-symbols';
import type { FileView } from '../file-view';
import { hover } from '../hover/hover';
import { rangeIn, touches } from '../positions';
import { renamedFiles, type RenameAnswer, type RenameContext } from '../renamed-files';
import { analysedDocument } from './analysed-document';
import type { Session } from './session';

/** What the client is able to do, where answers depend on it. */
export interface ClientAbilities {
  readonly snippets: boolean;
  readonly versionedEdits: boolean;
  /** Edits may create files. */
  readonly createFiles: boolean;
  /** Edits may rename files. */
  readonly renameFiles: boolean;
  /** It opens the catalogues that ship, under an address of their own. */
  readonly openCatalogues: boolean;
  readonly showPage: boolean;
  /** Edits may ask to be confirmed. */
  readonly annotatedEdits: boolean;
  /** Command of the client that opens its list of suggestions. */
  readonly suggestCommand?: string;
  /** It has the commands that attach pieces. */
  readonly attachCommands: boolean;
}

/** Milliseconds that somebody who types may wait for digests. */
const patience = 400;

/** Answers to the editor's requests about one document. A document that is not open has no answer. */
export class Features {
  readonly #rules: ReadonlyMap<string, Rule>;

  constructor(
    readonly session: Session,
    readonly abilities: ClientAbilities,
  ) {
    this.#rules = new Map(session.rules.map((rule) => [rule.meta.id, rule]));
  }

  async completion(uri: string, position: Position, cancellation: Cancellation): Promise<CompletionList> {
    if (isPortfolioUri(uri)) return this.#completePortfolio(normaliseUri(uri), position, cancellation);
    const view = await this.#view(uri, cancellation);
    if (!view) return { isIncomplete: false, items: [] };
    const list = await complete(view, view.document.offsetAt(position), {
      snippets: this.abilities.snippets,
      ...(this.abilities.suggestCommand === undefined ? {} : { suggestCommand: this.abilities.suggestCommand }),
      files: () => this.#filesOf(view, cancellation),
      look: (paths) => this.#look(view.rootUri, paths),
    });
    throwIfCancelled(cancellation);
    return list;
  }

  /** The files of the dossier's folder, and after them those of the common one. */
  async #filesOf({ rootUri, common }: FileView, cancellation: Cancellation): Promise<readonly string[]> {
    const own = await this.session.listings.of(rootUri, cancellation);
    if (!common) return own;
    const shared = await this.session.listings.of(common.folderUri, cancellation);
    return [...own, ...shared.map((path) => `${commonPrefix}${path}`)];
  }

  async #completePortfolio(uri: string, position: Position, cancellation: Cancellation): Promise<CompletionList> {
    const { session } = this;
    const document = session.documents.get(uri);
    if (!document) return { isIncomplete: false, items: [] };
    await session.ready();
    const { workspace } = session;
    const folderUri = folderOf(uri);
    const mains = (await workspace.mains(cancellation)).flatMap((main) => relativeTo(folderUri, main) ?? []);
    const portfolio = await openPortfolio(workspace, uri, cancellation);
    const files = await session.listings.of(folderUri, cancellation);
    throwIfCancelled(cancellation);
    const folders = new Set(
      files.flatMap((path) => (path.includes('/') ? [path.slice(0, path.lastIndexOf('/'))] : [])),
    );
    return completePortfolio(document, document.offsetAt(position), {
      locale: session.locale,
      mains,
      named: new Set(portfolio?.members.map(({ path }) => path)),
      folders: [...folders].sort(),
    });
  }

  async #hoverPortfolio(uri: string, position: Position, cancellation: Cancellation): Promise<Hover | null> {
    const { session } = this;
    const document = session.documents.get(uri);
    if (!document) return null;
    await session.ready();
    const held = await heldDossiers(session.analyses, uri, cancellation);
    throwIfCancelled(cancellation);
    if (!held) return null;
    return hoverPortfolio(document, document.offsetAt(position), held.portfolio, held.holdings, session.locale);
  }

  /** Where the dossiers that it names are: their main manifests open at a click. */
  async #portfolioLinks(uri: string, cancellation: Cancellation): Promise<DocumentLink[]> {
    const { session } = this;
    const document = session.documents.get(uri);
    if (!document) return [];
    await session.ready();
    const portfolio = await openPortfolio(session.workspace, uri, cancellation);
    throwIfCancelled(cancellation);
    return (portfolio?.members ?? []).map(({ written, mainUri }) => ({
      range: rangeIn(document, written.range),
      target: mainUri,
    }));
  }

  /** Reads evidence for a moment; what takes longer is known the next time. */
  async #look(rootUri: string, paths: readonly string[]): Promise<void> {
    const { evidence, timers } = this.session.ports;
    let endWait: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => {
      endWait = timers.after(patience, resolve);
    });
    const scan = evidence.scan(rootUri, paths, neverCancelled).catch((error: unknown) => {
      this.session.editor.logError(error);
    });
    await Promise.race([scan, wait]);
    endWait();
  }

  async resolveCompletion(item: CompletionItem, cancellation: Cancellation): Promise<CompletionItem> {
    const data = item.data as (Described & { readonly uri: string }) | undefined;
    const view = data && (await this.#view(data.uri, cancellation));
    const value = view && describeOffer(data, view);
    return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
  }

  async hover(uri: string, position: Position, cancellation: Cancellation): Promise<Hover | null> {
    if (isPortfolioUri(uri)) return this.#hoverPortfolio(normaliseUri(uri), position, cancellation);
    const view = await this.#view(uri, cancellation);
    // Only this project's own client is known to draw pictures of a given width.
    const pictures = this.abilities.attachCommands;
    return (view && hover(view, view.document.offsetAt(position), { pictures })) ?? null;
  }

  async symbols(uri: string, cancellation: Cancellation): Promise<DocumentSymbol[]> {
    const view = await this.#view(uri, cancellation);
    return view ? documentSymbols(view) : [];
  }

  async links(uri: string, cancellation: Cancellation): Promise<DocumentLink[]> {
    if (isPortfolioUri(uri)) return this.#portfolioLinks(normaliseUri(uri), cancellation);
    const view = await this.#view(uri, cancellation);
    return view ? documentLinks(view) : [];
  }

  async codeLenses(rawUri: string, cancellation: Cancellation): Promise<CodeLens[]> {
    const uri = normaliseUri(rawUri);
    if (!this.session.documents.get(uri) || isPortfolioUri(uri)) return [];
    await this.session.ready();
    const { dossiers } = await this.session.analyses.ofFile(uri, cancellation);
    throwIfCancelled(cancellation);
    const [analysis] = dossiers;
    const state = analysis?.compliance();
    const document = analysedDocument(uri, dossiers);
    const attachTo = this.abilities.attachCommands ? analysis?.dossier.main.uri : undefined;
    return state && document ? codeLenses(uri, state, document, this.session.locale, attachTo) : [];
  }

  async codeActions(
    rawUri: string,
    range: Range,
    context: CodeActionContext,
    cancellation: Cancellation,
  ): Promise<CodeAction[]> {
    const uri = normaliseUri(rawUri);
    if (!this.session.documents.get(uri) || isPortfolioUri(uri)) return [];
    await this.session.ready();
    const { dossiers, orphan } = await this.session.analyses.ofFile(uri, cancellation);
    throwIfCancelled(cancellation);
    const analyses = orphan ? [orphan] : dossiers;
    // Asked at each move of the cursor: folders are listed only where a proof is missing.
    const isMissing = context.diagnostics.some(({ code }) => code === missingProofRule);
    const attaching =
      this.abilities.attachCommands && isMissing ? await this.#filesToAttach(analyses, cancellation) : undefined;
    const notUtf8 = await this.#notUtf8(analyses, cancellation);
    const uncited = await this.#uncited(uri, range, context, analyses, cancellation);
    return codeActions({
      uri,
      range,
      diagnostics: context.diagnostics,
      only: context.only,
      findings: analyses.flatMap(({ findings, dossier }) => findings.map((finding) => ({ finding, dossier }))),
      rules: this.#rules,
      locale: this.session.locale,
      versioned: this.abilities.versionedEdits,
      ...(attaching ? { attaching } : {}),
      merges: this.abilities.attachCommands,
      canShowPage: this.abilities.showPage,
      configuration: await this.#configuration(analyses, cancellation),
      safeEdits: (trials) => {
        const [first] = analyses;
        const found = first && uncited.get(first.dossier);
        const options = { onlyUri: uri, trials, ...(found ? { uncited: found } : {}) };
        return (first && safeEdits(first, this.session.rules, options).get(uri)) ?? [];
      },
      uncitedOf: (dossier) => uncited.get(dossier),
      documentOf: (one) => analysedDocument(one, analyses),
      mayEdit: (one) => !notUtf8.has(one),
      versionOf: (one) => this.session.documents.get(one)?.version ?? null,
    });
  }

  /**
   * Looks for lost files where the user points at one, or asks for all fixes of a manifest: at no other time, since files that
   * nothing cites have to be read for it.
   */
  async #uncited(
    uri: string,
    range: Range,
    { only }: CodeActionContext,
    analyses: readonly Analysis[],
    cancellation: Cancellation,
  ): Promise<ReadonlyMap<Dossier, UncitedFiles>> {
    const found = new Map<Dossier, UncitedFiles>();
    const ofAll = only?.some((kind) => fixAllKind === kind || fixAllKind.startsWith(`${kind}.`)) === true;
    for (const analysis of analyses) {
      const document = analysedDocument(uri, [analysis]);
      const isAsked = analysis.findings.some(
        (finding) =>
          finding.uri === uri &&
          document !== undefined &&
          lostDigest(finding) !== undefined &&
          (ofAll || touches(rangeIn(document, finding.range), range)),
      );
      if (isAsked) found.set(analysis.dossier, await this.session.workspace.findLost(analysis, cancellation));
    }
    throwIfCancelled(cancellation);
    return found;
  }

  /** What manifests have to say once these files and folders moved. */
  async willRename(moves: readonly Move[], cancellation: Cancellation): Promise<RenameAnswer> {
    await this.session.ready();
    return renamedFiles(moves, await this.following(cancellation));
  }

  /** All that may have to follow something that gets another name. */
  async following(cancellation: Cancellation): Promise<RenameContext> {
    const { session, abilities } = this;
    const analyses = await session.analyses.all(cancellation);
    for (const uri of session.workspace.manifests()) {
      const { orphan } = await session.analyses.ofFile(uri, cancellation);
      if (orphan) analyses.push(orphan);
    }
    const notUtf8 = await this.#notUtf8(analyses, cancellation);
    const portfolios = await this.#portfolios(cancellation);
    const texts = new Map(
      portfolios.map((one) => [one.uri, ManifestDocument.holding(one.uri, ChunkedText.of(one.parsed.text))]),
    );
    throwIfCancelled(cancellation);
    return {
      portfolios,
      dossiers: analyses.map((analysis) => ({
        main: analysis.dossier.main,
        fragments: analysis.dossier.fragments,
        ...(analysis.dossier.common ? { common: analysis.dossier.common } : {}),
        nameOnDisk: (path) => nameOnDisk(analysis.evidenceFile(path)),
      })),
      locale: session.locale,
      versioned: abilities.versionedEdits,
      annotated: abilities.annotatedEdits,
      documentOf: (uri) => texts.get(uri) ?? analysedDocument(uri, analyses),
      mayEdit: (uri) => !notUtf8.has(uri),
      versionOf: (uri) => session.documents.get(uri)?.version ?? null,
    };
  }

  /** The portfolios that were read and are UTF-8. */
  async #portfolios(cancellation: Cancellation): Promise<readonly MovedPortfolio[]> {
    const { workspace } = this.session;
    const read: MovedPortfolio[] = [];
    for (const uri of workspace.portfolioUris()) {
      const found = await workspace.portfolios.at(uri, cancellation);
      if (found?.kind === 'read' && !found.encoding) read.push({ uri, parsed: found.parsed });
    }
    return read;
  }

  /** The files in the folder of each dossier, where a proof of it is missing. */
  async #filesToAttach(
    analyses: readonly Analysis[],
    cancellation: Cancellation,
  ): Promise<NonNullable<Parameters<typeof codeActions>[0]['attaching']>> {
    const listed = new Map<Dossier, readonly string[]>();
    for (const { dossier, findings } of analyses) {
      if (findings.some(({ rule }) => rule === missingProofRule))
        listed.set(dossier, await this.session.listings.of(dossier.rootUri, cancellation));
    }
    throwIfCancelled(cancellation);
    return { filesOf: (dossier) => listed.get(dossier) ?? [] };
  }

  /** Files that are not UTF-8 on disk. An open one is asked about where letters are lost: its editor misread it. */
  async #notUtf8(analyses: readonly Analysis[], cancellation: Cancellation): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const { dossier } of analyses) {
      for (const { uri, parsed } of [dossier.main, ...dossier.fragments]) {
        if (hasEncodingFault(parsed)) found.add(uri);
        else if (hasLostCharacters(parsed) && (await this.#isMisread(uri, cancellation))) found.add(uri);
      }
    }
    return found;
  }

  /** Also where the file cannot be read any more: what the editor lost of it is then not known. */
  async #isMisread(uri: string, cancellation: Cancellation): Promise<boolean> {
    try {
      return (await this.session.ports.files.readText(uri, cancellation))?.fault !== undefined;
    } catch (error) {
      if (error instanceof UnreadableFile) return true;
      throw error;
    }
  }

  async #configuration(
    analyses: readonly Analysis[],
    cancellation: Cancellation,
  ): Promise<ConfigurationPlace | undefined> {
    const rootUri = analyses[0]?.dossier.rootUri;
    if (rootUri === undefined || !this.abilities.versionedEdits) return undefined;
    const { uri, text, unwritable } = await this.session.workspace.configurations.of(rootUri, cancellation);
    if (unwritable) return undefined;
    if (uri !== undefined && text !== undefined) return { uri, text };
    // One that is there and was not read is not written over.
    if (uri !== undefined) return undefined;
    return this.abilities.createFiles ? { uri: under(rootUri, configurationFile) } : undefined;
  }

  async #view(uri: string, cancellation: Cancellation): Promise<FileView | undefined> {
    if (isPortfolioUri(uri)) return undefined;
    const view = await this.session.views.of(normaliseUri(uri), this.session.locale, cancellation);
    throwIfCancelled(cancellation);
    return view;
  }
}

function nameOnDisk(file: EvidenceFile | undefined): string | undefined {
  return file?.state === 'file' ? file.nameOnDisk : undefined;
}

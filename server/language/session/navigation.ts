import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  Location,
  Position,
  Range,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { catalogueScheme } from '../../../protocol/catalogue-document';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { folderOf, nameOf, normaliseUri } from '../../core/text/uri';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { hierarchyItem, incomingSteps, outgoingSteps } from '../call-hierarchy';
import { workspaceSymbols } from '../workspace-symbols';
import { readSearched, type Searched } from '../mentions/subject';
import { definition } from '../definition';
import { documentHighlights } from '../document-highlights';
import { loadedCatalogue, type FileView } from '../file-view';
import { mentionAt } from '../mentions/manifest-mentions';
import { references, type CatalogueText, type SearchedManifest } from '../references';
import { renameable, renameId, type RenamedFile } from '../rename';
import { renameEvidence, type EvidenceRenamed } from '../rename-evidence';
import { CatalogueTexts } from './catalogue-texts';
import { catalogueEnd } from './folders';
import type { Features } from './features';
import type { Session } from './session';

/** Ways from one place to others, in all the dossiers and catalogues of the workspace. */
export class Navigation {
  readonly texts: CatalogueTexts;

  readonly session: Session;

  constructor(readonly features: Features) {
    this.session = features.session;
    this.texts = new CatalogueTexts(this.session.workspace);
  }

  async definition(uri: string, position: Position, cancellation: Cancellation): Promise<Location[]> {
    const view = await this.#view(uri, cancellation);
    if (!view) return [];
    const text = await this.texts.of(view.rootUri, view.catalogue, cancellation);
    throwIfCancelled(cancellation);
    return definition(view, view.document.offsetAt(position), this.#canOpen(text) ? text : undefined);
  }

  async highlights(uri: string, position: Position, cancellation: Cancellation): Promise<DocumentHighlight[]> {
    const view = await this.#view(uri, cancellation);
    return view ? documentHighlights(view, view.document.offsetAt(position)) : [];
  }

  /** Also from the text of a catalogue, imported or shipped. */
  async references(
    rawUri: string,
    position: Position,
    withEntries: boolean,
    cancellation: Cancellation,
  ): Promise<Location[]> {
    await this.session.ready();
    const uri = normaliseUri(rawUri);
    const searched = await this.#searched(uri, position, cancellation);
    if (!searched) return [];
    const manifests = await this.manifests(cancellation);
    const catalogues = await this.#catalogues(cancellation);
    throwIfCancelled(cancellation);
    return references(searched, manifests, catalogues, withEntries);
  }

  async symbols(query: string, cancellation: Cancellation): Promise<WorkspaceSymbol[]> {
    await this.session.ready();
    return workspaceSymbols(query, await this.manifests(cancellation));
  }

  async prepareHierarchy(
    uri: string,
    position: Position,
    cancellation: Cancellation,
  ): Promise<CallHierarchyItem[] | null> {
    await this.session.ready();
    const view = await this.#view(uri, cancellation);
    const index = view && loadedCatalogue(view)?.index;
    const mention = view && mentionAt(view.parsed, index, view.document.offsetAt(position));
    if (!mention) return null;
    return [hierarchyItem({ uri: view.uri, parsed: view.parsed, rootUri: view.rootUri, index }, mention)];
  }

  /** @param data of an item that was given before, which the client sends back */
  async incoming(data: unknown, cancellation: Cancellation): Promise<CallHierarchyIncomingCall[]> {
    const searched = readSearched(data);
    if (!searched) return [];
    const steps = incomingSteps(searched, await this.manifests(cancellation));
    return steps.map(({ item, ranges }) => ({ from: item, fromRanges: ranges }));
  }

  /** The same. */
  async outgoing(data: unknown, cancellation: Cancellation): Promise<CallHierarchyOutgoingCall[]> {
    const searched = readSearched(data);
    if (!searched) return [];
    const steps = outgoingSteps(searched, await this.manifests(cancellation));
    return steps.map(({ item, ranges }) => ({ to: item, fromRanges: ranges }));
  }

  /** @throws RenameRefused saying why nothing here gets another name */
  async prepareRename(
    uri: string,
    position: Position,
    cancellation: Cancellation,
  ): Promise<{ readonly range: Range; readonly placeholder: string } | null> {
    const view = await this.#view(uri, cancellation);
    if (!view) return null;
    const { range, placeholder } = renameable(view, view.document.offsetAt(position));
    return { range, placeholder };
  }

  /** @throws RenameRefused */
  async rename(
    rawUri: string,
    position: Position,
    name: string,
    cancellation: Cancellation,
  ): Promise<Partial<EvidenceRenamed>> {
    await this.session.ready();
    const view = await this.#view(rawUri, cancellation);
    if (!view) return {};
    const { mention } = renameable(view, view.document.offsetAt(position));
    if (mention.written === name) return { edit: {} };
    const following = await this.features.following(cancellation);
    const { workspace, ports } = this.session;
    if (mention.subject.kind === 'file') {
      const { rootUri } = view;
      return renameEvidence(mention, name, {
        ...following,
        rootUri,
        renamesFiles: this.features.abilities.renameFiles,
        onDisk: (path) => {
          const file = ports.evidence.lookup(rootUri, path);
          return (file?.state === 'file' ? file.nameOnDisk : undefined) ?? path;
        },
        realUri: (uri) => ports.files.realUri(uri, cancellation),
      });
    }
    const files = new Map<string, RenamedFile>();
    for (const main of await workspace.mainsOf(view.uri, cancellation)) {
      const dossier = (await this.session.analyses.ofMain(main, cancellation))?.dossier;
      for (const file of dossier ? [dossier.main, ...dossier.fragments] : []) files.set(file.uri, file);
    }
    // Of the text that the place was told in.
    files.set(view.uri, { uri: view.uri, parsed: view.parsed });
    throwIfCancelled(cancellation);
    const edit = renameId(mention, name, [...files.values()], loadedCatalogue(view)?.index, {
      ...following,
      nameOf,
      documentOf: (uri) => (uri === view.uri ? view.document : following.documentOf(uri)),
    });
    return { edit };
  }

  /** Every manifest of the workspace as it is now, once for each folder that its paths start from. */
  async manifests(cancellation: Cancellation): Promise<SearchedManifest[]> {
    const { workspace } = this.session;
    const found: SearchedManifest[] = [];
    for (const uri of workspace.manifests()) {
      const parsed = await workspace.texts.get(uri, cancellation);
      if (!parsed) continue;
      const mains = await workspace.mainsOf(uri, cancellation);
      const [main = uri] = mains;
      const head = main === uri ? parsed : await workspace.texts.get(main, cancellation);
      const rootUri = folderOf(main);
      const catalogue = await workspace.catalogues.of(rootUri, head?.dossier?.facts, cancellation);
      const index = catalogue.kind === 'loaded' ? catalogue.index : undefined;
      found.push({ uri, parsed, rootUri, index });
    }
    return found;
  }

  async #searched(uri: string, position: Position, cancellation: Cancellation): Promise<Searched | undefined> {
    if (uri.endsWith(catalogueEnd)) {
      const text = await this.#catalogueAt(uri, cancellation);
      if (!text) return undefined;
      const offset = TextDocument.create(uri, 'yaml', 0, text.text).offsetAt(position);
      const place = text.places.find(({ range }) => range.start <= offset && offset <= range.end);
      return place && { subject: place.subject, rootUri: folderOf(uri) };
    }
    const view = await this.#view(uri, cancellation);
    const mention = view && mentionAt(view.parsed, loadedCatalogue(view)?.index, view.document.offsetAt(position));
    return mention && { subject: mention.subject, rootUri: view.rootUri };
  }

  async #catalogueAt(uri: string, cancellation: Cancellation): Promise<CatalogueText | undefined> {
    if (uri.startsWith(`${catalogueScheme}:`)) return this.texts.shipped(uri, cancellation);
    return (await this.#catalogues(cancellation)).find((one) => one.uri === uri);
  }

  /** The catalogues that the dossiers of the workspace are measured against, where they can be opened. */
  async #catalogues(cancellation: Cancellation): Promise<CatalogueText[]> {
    const { workspace } = this.session;
    const found = new Map<string, CatalogueText>();
    for (const main of await workspace.mains(cancellation)) {
      const head = await workspace.texts.get(main, cancellation);
      const rootUri = folderOf(main);
      const state = await workspace.catalogues.of(rootUri, head?.dossier?.facts, cancellation);
      const text = await this.texts.of(rootUri, state, cancellation);
      if (text && this.#canOpen(text)) found.set(text.uri, text);
    }
    return [...found.values()];
  }

  #canOpen(text: CatalogueText | undefined): boolean {
    return this.features.abilities.openCatalogues || text?.uri.startsWith(`${catalogueScheme}:`) !== true;
  }

  async #view(uri: string, cancellation: Cancellation): Promise<FileView | undefined> {
    const view = await this.session.views.of(normaliseUri(uri), this.session.locale, cancellation);
    throwIfCancelled(cancellation);
    return view;
  }
}

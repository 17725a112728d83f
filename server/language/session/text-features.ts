import type { FoldingRange, InlayHint, Position, Range, SelectionRange, TextEdit } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedManifest } from '../../core/manifest/parse-manifest';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { Status } from '../../core/status/status';
import { normaliseUri } from '../../core/text/uri';
import type { FileView } from '../file-view';
import { foldingRanges } from '../folding-ranges';
import { formatManifest } from '../formatting/format-manifest';
import { rangeIn } from '../positions';
import { inlayHints, type HintChoice } from '../inlay-hints';
import { selectionRanges } from '../selection-ranges';
import { semanticTokens, type SemanticToken } from '../semantic-tokens';
import { writtenStates } from '../written-states';
import type { Session } from './session';

/** What an editor draws in and around the text of a manifest. A document that is not open has no answer. */
export class TextFeatures {
  constructor(readonly session: Session) {}

  folding(uri: string): FoldingRange[] {
    const open = this.#open(uri);
    return open ? foldingRanges(open.parsed, open.document) : [];
  }

  selections(uri: string, positions: readonly Position[]): SelectionRange[] {
    const open = this.#open(uri);
    return open ? selectionRanges(open.parsed, open.document, positions) : [];
  }

  /** Nothing of a file that is not UTF-8 or in the middle of a merge. @param range the entries that it touches alone */
  formatting(uri: string, range?: Range): TextEdit[] {
    const open = this.#open(uri);
    if (!open) return [];
    const { document, parsed } = open;
    const only = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return formatManifest(parsed, only).map((change) => ({
      range: rangeIn(document, change.range),
      newText: change.text,
    }));
  }

  /** @param range all of the file where it is not given */
  async tokens(uri: string, range: Range | undefined, cancellation: Cancellation): Promise<SemanticToken[]> {
    const view = await this.#view(uri, cancellation);
    if (!view) return [];
    const { parsed, document, catalogue } = view;
    const states = await this.#states(view, cancellation);
    const evidence = (path: string) => view.evidence(path);
    return semanticTokens({ parsed, document, catalogue, states, range, evidence });
  }

  async hints(uri: string, range: Range, choice: HintChoice, cancellation: Cancellation): Promise<InlayHint[]> {
    if (!choice.state && !choice.size && !choice.age) return [];
    const view = await this.#view(uri, cancellation);
    if (!view) return [];
    return inlayHints(view, range, choice, choice.state ? await this.#states(view, cancellation) : undefined);
  }

  /** Where everything stands; undefined where figures of this very text are not to be had. */
  async #states(
    { uri, parsed }: FileView,
    cancellation: Cancellation,
  ): Promise<ReadonlyMap<number, Status> | undefined> {
    await this.session.ready();
    const { dossiers } = await this.session.analyses.ofFile(uri, cancellation);
    throwIfCancelled(cancellation);
    const [analysis] = dossiers;
    const files = analysis ? [analysis.dossier.main, ...analysis.dossier.fragments] : [];
    const compliance = files.some((file) => file.uri === uri && file.parsed === parsed) && analysis?.compliance();
    return compliance ? writtenStates(compliance, uri) : undefined;
  }

  #open(rawUri: string): { readonly parsed: ParsedManifest; readonly document: TextDocument } | undefined {
    const uri = normaliseUri(rawUri);
    const document = this.session.documents.get(uri);
    const parsed = this.session.workspace.texts.peek(uri);
    return document && parsed ? { document, parsed } : undefined;
  }

  async #view(uri: string, cancellation: Cancellation): Promise<FileView | undefined> {
    const view = await this.session.views.of(normaliseUri(uri), this.session.locale, cancellation);
    throwIfCancelled(cancellation);
    return view;
  }
}

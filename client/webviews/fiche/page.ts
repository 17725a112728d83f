import { fill, type SentenceArguments } from '../../../words/say';
import type { FicheView } from '../../../protocol/requests/fiche';
import type { FormerPieceView } from '../../../protocol/requests/former-pieces';
import type { TableCell } from '../../../protocol/requests/table-edit';
import type { FicheStart, FromFichePage } from '../../../protocol/webview/fiche-page';
import type { FicheWords } from '../../../protocol/webview/fiche-words';
import type { Drafts } from './drafts';

/** What the parts of the page draw with. */
export interface FichePage {
  readonly words: FicheWords;
  readonly locale: FicheStart['locale'];
  readonly fiche: FicheView;
  readonly pictures: Readonly<Record<string, string>>;
  /** What former revisions cited, by the key of the proof. */
  readonly former: Readonly<Record<string, readonly FormerPieceView[]>>;
  readonly me: string;
  readonly drafts: Drafts;
  /** Steps that were ticked and are not in the manifest yet, by scenario. */
  readonly ticked: ReadonlyMap<string, readonly number[]>;
  /** Whether a part is unfolded, where the user chose. */
  readonly unfolded: ReadonlyMap<string, boolean>;
  /** The zone that something is dragged over. */
  readonly over: string | undefined;
  readonly send: (message: FromFichePage) => void;
  readonly say: (text: string, args?: SentenceArguments) => string;
  /** Writes cells at once. */
  readonly write: (cells: readonly TableCell[]) => void;
  readonly type: (id: string, text: string, cell?: TableCell) => void;
  /** A field is left: what is typed in it is written, unless it is what is written already. */
  readonly commit: (id: string, was: string) => void;
  readonly drop: (...ids: readonly string[]) => void;
  readonly tick: (scenario: string, done: readonly number[], cells: readonly TableCell[]) => void;
  readonly fold: (id: string, isOpen: boolean) => void;
  readonly dragOver: (zone: string | undefined) => void;
  readonly tell: (message: string) => void;
}

/** The one way in which the page fills in its words. */
export function sayIn(locale: FicheStart['locale']): FichePage['say'] {
  return (text, args = {}) => fill(text, locale, args);
}

import type { AttachSlotParams } from '../requests/attach-plan';
import type { FicheView } from '../requests/fiche';
import type { ThreadSlot } from '../requests/threads';
import type { FormerPieceView } from '../requests/former-pieces';
import type { TableFinding } from '../requests/table';
import type { TableCell } from '../requests/table-edit';
import type { ViewPlace } from '../view-place';
import type { FicheWords } from './fiche-words';

/** What the page of the fiche is given in its markup. */
export interface FicheStart {
  readonly locale: 'fr' | 'en';
  readonly words: FicheWords;
}

/** Cells of one dossier, and what they become. */
export interface FicheEdit {
  /** Tells one edit of the page from another, in what the extension answers. */
  readonly edit: number;
  /** Of a manifest of the dossier: that of the fiche in which they were typed, whichever is shown by now. */
  readonly uri: string;
  readonly cells: readonly TableCell[];
}

/** What the extension tells the page of the fiche. */
export type ToFichePage =
  | {
      readonly kind: 'fiche';
      readonly fiche: FicheView;
      /** Where the page finds a picture, by the URI of its file. */
      readonly pictures: Readonly<Record<string, string>>;
      /** Who the user is, for reviews; empty while nobody has said. */
      readonly me: string;
      /** It stays whatever is selected elsewhere. */
      readonly pinned: boolean;
    }
  /** What former revisions cited, of the fiche with this key; told after it, by the key of each proof. */
  | {
      readonly kind: 'former';
      readonly uri: string;
      readonly key: string;
      readonly proofs: Readonly<Record<string, readonly FormerPieceView[]>>;
    }
  /** Nothing is shown; the words say why and what to do. */
  | { readonly kind: 'nothing'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly canRestart: boolean }
  | { readonly kind: 'written'; readonly edit: number }
  | { readonly kind: 'refused'; readonly edit: number; readonly message: string }
  /** A document is about to be saved: what is typed in an open field belongs to it. */
  | { readonly kind: 'flush'; readonly flush: number }
  /** Names of the files that the fiche wrote to and that are not saved. */
  | { readonly kind: 'unsaved'; readonly names: readonly string[] }
  /** What was said in a thread is written; with a message it is not, and what is typed stays. */
  | { readonly kind: 'talked'; readonly draft: string; readonly message?: string }
  /** The last edit was taken back, or could not be; in words. */
  | { readonly kind: 'undone'; readonly message: string };

/** What is said in a thread: who says it, the extension knows. */
export type FicheTalk =
  | { readonly what: 'start'; readonly slot: ThreadSlot; readonly text: string }
  | { readonly what: 'reply'; readonly id: string; readonly text: string }
  | { readonly what: 'state'; readonly id: string; readonly open: boolean };

/** What is done to a proof, a scenario or a requirement by a command of the editor. */
export type FicheCommand = 'file' | 'link' | 'execution' | 'declaration' | 'notApplicable';

/** What the page of the fiche tells the extension. */
export type FromFichePage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'edit' } & FicheEdit)
  | { readonly kind: 'flushed'; readonly flush: number; readonly edits: readonly FicheEdit[] }
  | { readonly kind: 'openPlace'; readonly place: ViewPlace }
  | { readonly kind: 'openFile'; readonly uri: string }
  | { readonly kind: 'preview'; readonly uri: string }
  | { readonly kind: 'command'; readonly command: FicheCommand; readonly slot: AttachSlotParams }
  | {
      readonly kind: 'dropped';
      readonly slot: AttachSlotParams;
      /** As a `text/uri-list`. */
      readonly list: string;
      readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
    }
  | { readonly kind: 'fixes'; readonly finding: TableFinding }
  /** Shows the fiche of another entry. */
  | { readonly kind: 'show'; readonly slot: AttachSlotParams }
  /** @param draft the field in which it was typed */
  | { readonly kind: 'talk'; readonly draft: string; readonly talk: FicheTalk }
  | { readonly kind: 'pin'; readonly pinned: boolean }
  | { readonly kind: 'undo' }
  | { readonly kind: 'run'; readonly what: 'restart' | 'openLog' | 'retry' | 'saveAll' };

import { requestKind } from '../request';

/**
 * What a package asks to be filed on Convergence, piece by piece, and what is. With `change`, pieces are ticked or unticked
 * first, in the file beside the package that never leaves.
 */
export const uploadsRequest = requestKind<UploadsParams, UploadsView>('segur/suiviDepot');

export interface UploadsParams {
  /** Path of the package. */
  readonly file: string;
  /** URI of a manifest of the dossier that the package is of, to be held against it. */
  readonly dossier?: string;
  readonly change?: UploadsChange;
}

export interface UploadsChange {
  /** Keys of pieces. */
  readonly keys: readonly string[];
  readonly isFiled: boolean;
  /** Who filed: initials or a role. */
  readonly by?: string;
}

export interface UploadsView {
  /** What the package is of. */
  readonly title: string;
  /** It is not to be filed: nothing can be ticked. */
  readonly isDraft: boolean;
  readonly filed: number;
  readonly items: readonly UploadView[];
  /** What is to be known of the whole, in words. */
  readonly notices: readonly string[];
  /** What was filed and is not in the package, in words. */
  readonly gone: readonly string[];
  /** What differs from the dossier as it is now, in words; absent where it was not compared. */
  readonly since?: readonly string[];
  /** What is wrong with the file of ticks, in words: nothing can be ticked meanwhile. */
  readonly problems: readonly string[];
  /** URI of the file of ticks, which may not be there yet. */
  readonly log: string;
}

export interface UploadView {
  readonly key: string;
  readonly order: number;
  readonly chapter: string;
  /** Of the slot, as Convergence shows it. */
  readonly id: string;
  /** Path in the package, link or number. */
  readonly label: string;
  /** What is copied of a link or number; name of a file. */
  readonly value: string;
  readonly size?: string;
  readonly sha256?: string;
  readonly state: 'todo' | 'filed' | 'changed' | 'absent';
  readonly stateLabel: string;
  /** URI of a file with this very content: of the unpacked package, else of the dossier. */
  readonly uri?: string;
  readonly texts: readonly { readonly label: string; readonly text: string; readonly length: string }[];
}

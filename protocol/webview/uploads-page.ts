import type { UploadsView } from '../requests/uploads';
import type { UploadsWords } from './uploads-words';

/** What the page of a filing is given in its markup. */
export interface UploadsStart {
  readonly locale: 'fr' | 'en';
  readonly words: UploadsWords;
}

/** What the extension tells the page of a filing. */
export type ToUploadsPage =
  | { readonly kind: 'uploads'; readonly view: UploadsView; readonly person: string }
  | { readonly kind: 'loading' }
  /** Nothing can be shown; the words say why. */
  | { readonly kind: 'failed'; readonly message: string }
  /** What was asked for was not done; the words say why. */
  | { readonly kind: 'refused'; readonly message: string };

/** What the page of a filing tells the extension. */
export type FromUploadsPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'tick'; readonly key: string; readonly isFiled: boolean; readonly person: string }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'copyPath'; readonly uri: string }
  | { readonly kind: 'open'; readonly uri: string }
  | { readonly kind: 'reveal'; readonly uri: string }
  | { readonly kind: 'openLog' };

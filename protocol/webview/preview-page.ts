import type { PreviewView } from '../requests/preview';

/** What the page of the preview is given in its markup. */
export interface PreviewStart {
  readonly locale: 'fr' | 'en';
  readonly words: PreviewWords;
}

/** What the page says; `{name}` is filled in by the page. */
export interface PreviewWords {
  readonly title: string;
  readonly loading: string;
  readonly open: string;
  readonly openOutside: string;
  readonly facts: string;
  readonly leftOut: string;
  readonly notPlayed: string;
  readonly notDrawn: string;
  readonly film: string;
  readonly picture: string;
  readonly naturalSize: string;
  readonly page: string;
  readonly emptyPage: string;
  readonly header: string;
  readonly message: string;
  readonly field: string;
  readonly fieldName: string;
  readonly value: string;
  readonly line: string;
  readonly carriedPicture: string;
  readonly emptyText: string;
}

/** What the extension tells the page of the preview. */
export type ToPreviewPage =
  | {
      readonly kind: 'preview';
      readonly preview: PreviewView;
      /** Where the page finds the file itself, for pictures and films. */
      readonly source: string;
    }
  | { readonly kind: 'loading' }
  /** Nothing can be shown; the words say why. */
  | { readonly kind: 'failed'; readonly message: string };

/** What the page of the preview tells the extension. */
export type FromPreviewPage = { readonly kind: 'ready' } | { readonly kind: 'open' } | { readonly kind: 'openOutside' };

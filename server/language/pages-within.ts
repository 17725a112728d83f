import type { BlockPage } from '../core/manifest/block-list';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import type { OffsetRange } from '../core/text/offset-range';

/** A page of a manifest, and the offset that it starts at. */
export interface PlacedPage {
  readonly page: BlockPage;
  readonly start: number;
}

/** The pages that a range touches, ends included; all of them where none is given. */
export function pagesWithin({ blocks }: ParsedManifest, range?: OffsetRange): PlacedPage[] {
  return blocks.pages.flatMap((page, at) => {
    const start = blocks.starts[at] ?? 0;
    const isOut = range && (range.end < start || range.start > start + page.length);
    return isOut ? [] : [{ page, start }];
  });
}

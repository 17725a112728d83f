import type { ParsedManifest } from '../../server/core/manifest/parse-manifest';

/** What a parsed manifest says. How its text and blocks are cut follows from the edits that were made to it. */
export function plainManifest(parsed: ParsedManifest): unknown {
  return { ...parsed, source: parsed.text, blocks: [...parsed.blocks] };
}

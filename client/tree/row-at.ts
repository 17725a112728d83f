import type { ViewPosition } from '../../protocol/view-place';
import type { Row, TreeModel } from './tree-model';

/**
 * The row of the entry in which the cursor stands; undefined outside entries.
 * @param sectionLine line of the nearest key without margin at or above the cursor: an entry above it is over, and what
 * stands on it is not written yet
 */
export function rowAt(model: TreeModel, uri: string, cursor: ViewPosition, sectionLine: number): Row | undefined {
  let best: Row | undefined;
  for (const row of model.all()) {
    const { kind, place } = row.node;
    if (kind === 'dossier' || kind === 'chapter' || place?.uri !== uri) continue;
    if (isAfter(place.range.start, cursor) || place.range.start.line <= sectionLine) continue;
    const bestStart = best?.node.place?.range.start;
    // Of rows at one place the first stands above the others.
    if (!bestStart || isAfter(place.range.start, bestStart)) best = row;
  }
  return best && isShared(best, model) ? undefined : best;
}

/** Entries that are not written stand together where they would go: the cursor is in none of them. */
function isShared({ key, parent, node }: Row, model: TreeModel): boolean {
  const start = node.place?.range.start;
  const beside = parent === undefined ? [] : (model.row(parent)?.children ?? []);
  return beside.some((other) => {
    const place = model.row(other)?.node.place;
    return (
      other !== key &&
      place?.uri === node.place?.uri &&
      place?.range.start.line === start?.line &&
      place?.range.start.character === start?.character
    );
  });
}

function isAfter(a: ViewPosition, b: ViewPosition): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}

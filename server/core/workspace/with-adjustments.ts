import { applyAdjustments } from '../catalogue/apply-adjustments';
import { CatalogueIndex } from '../catalogue/index-catalogue';
import { readAdjustments } from '../catalogue/read-adjustments';
import { writeAdjustments } from '../catalogue/write-adjustments';
import type { CatalogueState } from '../dossier/dossier';

type Loaded = Extract<CatalogueState, { readonly kind: 'loaded' }>;

/**
 * A catalogue with its overlay. One that cannot be read changes nothing, and says so.
 * @param path of the overlay, as users know it
 */
export function withAdjustments(state: Loaded, path: string, text: string): Loaded {
  const { adjustments, problems } = readAdjustments(text);
  const said = problems.map(({ message }) => message);
  if (adjustments === undefined) {
    const [first] = said;
    return { ...state, adjustments: { path, remarks: [], ...(first === undefined ? {} : { refused: first }) } };
  }
  const { catalogue, remarks } = applyAdjustments(state.catalogue, adjustments);
  return {
    ...state,
    catalogue,
    index: new CatalogueIndex(catalogue),
    adjustments: { path, remarks: [...said, ...remarks], filed: writeAdjustments(adjustments) },
  };
}

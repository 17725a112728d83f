import type { AdjustmentsFile } from '../catalogue/adjustments-file';
import { applyAdjustments } from '../catalogue/apply-adjustments';
import type { Catalogue } from '../catalogue/catalogue';
import { CatalogueIndex } from '../catalogue/index-catalogue';
import { readAdjustments } from '../catalogue/read-adjustments';
import { writeAdjustments } from '../catalogue/write-adjustments';
import { fileFaultArguments, fileFaultWords } from '../ports/file-fault-words';
import { say, type Sentence } from '../messages/say';
import type { FileFault } from '../ports/file-fault';
import type { DecodedText } from '../text/encoding';
import type { CatalogueState } from '../dossier/dossier';

const notUtf8: Sentence = {
  fr: 'il n’est pas en UTF-8 ; « segur-preuves convert » le convertit',
  en: 'it is not UTF-8; “segur-preuves convert” converts it',
};

/** Why an overlay that is there was not read. */
export function unreadOverlay(path: string, fault: FileFault): Sentence {
  const [words, args] = [fileFaultWords[fault.kind], fileFaultArguments(path, fault)];
  return { fr: say(words, 'fr', args), en: say(words, 'en', args) };
}

type Loaded = Extract<CatalogueState, { readonly kind: 'loaded' }>;

export type Adjusted =
  | {
      readonly kind: 'adjusted';
      readonly catalogue: Catalogue;
      /** What of the overlay has no effect, in words. */
      readonly remarks: readonly Sentence[];
      readonly adjustments: AdjustmentsFile;
    }
  /** @property reason undefined where nothing more is known than that it is broken */
  | { readonly kind: 'refused'; readonly reason?: Sentence };

/** A catalogue with what the text of its overlay says, or why that is not followed. */
export function adjustedBy(catalogue: Catalogue, { text, fault }: DecodedText): Adjusted {
  // What stands for its accents is a guess: it is not followed.
  if (fault) return { kind: 'refused', reason: notUtf8 };
  const { adjustments, problems } = readAdjustments(text);
  if (adjustments === undefined) {
    const reason = problems.find(({ severity }) => severity === 'error')?.message;
    return { kind: 'refused', ...(reason === undefined ? {} : { reason }) };
  }
  const adjusted = applyAdjustments(catalogue, adjustments);
  const remarks = [...problems.map(({ message }) => message), ...adjusted.remarks];
  return { kind: 'adjusted', catalogue: adjusted.catalogue, remarks, adjustments };
}

/**
 * A catalogue with its overlay. One that cannot be read changes nothing, and says so.
 * @param path of the overlay, as users know it
 */
export function withAdjustments(state: Loaded, path: string, read: DecodedText): Loaded {
  const adjusted = adjustedBy(state.catalogue, read);
  if (adjusted.kind === 'refused') {
    const { reason } = adjusted;
    return { ...state, adjustments: { path, remarks: [], ...(reason === undefined ? {} : { refused: reason }) } };
  }
  const { catalogue, remarks, adjustments } = adjusted;
  return {
    ...state,
    catalogue,
    index: new CatalogueIndex(catalogue),
    adjustments: { path, remarks, filed: writeAdjustments(adjustments) },
  };
}

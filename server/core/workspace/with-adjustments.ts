import { applyAdjustments } from '../catalogue/apply-adjustments';
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

/**
 * A catalogue with its overlay. One that cannot be read changes nothing, and says so.
 * @param path of the overlay, as users know it
 */
export function withAdjustments(state: Loaded, path: string, { text, fault }: DecodedText): Loaded {
  // What stands for its accents is a guess: it is not followed.
  if (fault) return { ...state, adjustments: { path, remarks: [], refused: notUtf8 } };
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

import type { Inspection } from '../../core/evidence/inspection';
import { teleservicesNamedIn } from '../../core/evidence/teleservice-words';

/** Characters. A letter about an approval is far shorter; a journal that is longer is no such letter, and is not searched. */
const longest = 200_000;

/** Which teleservices the text of a document speaks of. Nothing is said of a text that is too long to be a letter. */
export function teleserviceFacts(text: string): Pick<Inspection, 'teleservices'> {
  const teleservices = text.length > longest ? [] : teleservicesNamedIn(text);
  return teleservices.length > 0 ? { teleservices } : {};
}

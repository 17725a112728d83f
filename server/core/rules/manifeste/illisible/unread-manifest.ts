import type { Finding } from '../../../findings/finding';
import { fileFaultArguments } from '../../../ports/file-fault-words';
import type { FileFault } from '../../../ports/file-fault';
import { nameOf } from '../../../text/uri';
import { rule } from './rule';

/** What is said of a manifest that was not read, at its beginning: of its text nothing is known. */
export function unreadManifest(uri: string, fault: FileFault): Finding {
  return {
    rule: rule.meta.id,
    severity: rule.meta.defaultSeverity,
    message: fault.kind,
    args: fileFaultArguments(nameOf(uri), fault),
    uri,
    range: { start: 0, end: 0 },
  };
}

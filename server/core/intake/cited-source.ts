import { normalisePath } from '../evidence/evidence-path';
import { evidencePath, type EvidenceItem } from '../manifest/facts';
import type { IntakeSource } from './intake-plan';
import { fileNameOf } from '../text/file-name';

/** Whether a cited piece is what a row brings. */
export function isSame(item: EvidenceItem, source: IntakeSource): boolean {
  switch (source.kind) {
    case 'link':
      return item.link?.value === source.url;
    case 'execution':
      return item.execution?.value.replace(/^0+(?=\d)/, '') === source.number.replace(/^0+(?=\d)/, '');
    case 'file': {
      const cited = evidencePath(item)?.value;
      if (cited === undefined) return false;
      const path = normalisePath(cited);
      if (source.file.path === path || source.file.path.endsWith(`/${path}`)) return true;
      const [own, there] = [source.file.sha256, item.sha256?.value.toLowerCase()];
      return own === undefined || there === undefined
        ? fileNameOf(path) === fileNameOf(source.file.inside)
        : own === there;
    }
  }
}

/** The path, as it is cited, of a file that has the name of one that a row brings; undefined where the names differ. */
export function namesakePath(item: EvidenceItem, source: IntakeSource): string | undefined {
  const cited = evidencePath(item)?.value;
  if (source.kind !== 'file' || cited === undefined) return undefined;
  return fileNameOf(normalisePath(cited)) === fileNameOf(source.file.inside) ? cited : undefined;
}

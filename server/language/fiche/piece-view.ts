import { pieceUri } from '../../core/dossier/piece-uri';
import type { FichePiece } from '../../../protocol/requests/fiche';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { examinedFileWords } from '../../core/evidence/examined-words';
import { safePiecePath } from '../../core/evidence/evidence-path';
import { evidencePath, type EvidenceItem } from '../../core/manifest/facts';
import { shift } from '../../core/text/offset-range';
import { evidenceName } from '../document-symbols';
import { evidenceFacts } from '../hover/describe-evidence';
import { labelAndValue } from '../markdown';
import { previewKind } from '../preview-kind';
import { kindOf, reviewOf } from '../table/row-maker';
import type { FicheContext } from './fiche-context';

/** A piece as it is written, beside what is known of its file. @param base what the ranges of the item are relative to */
export function pieceView(item: EvidenceItem, uri: string, base: number, context: FicheContext): FichePiece {
  const { locale, places, findings } = context;
  const written = evidencePath(item)?.value;
  const path = written === undefined ? undefined : safePiecePath(written);
  const file = path === undefined ? undefined : context.evidenceFile(path);
  const at = path === undefined ? undefined : pieceUri(context, path);
  const preview = previewKind(file);
  const range = shift(item.range, base);
  const place = places.at(uri, base, item.range);
  const examined = examinedFileWords(file, locale);
  return {
    kind: kindOf(item),
    label: evidenceName(item),
    ...(item.title ? { title: item.title.value } : {}),
    ...(at === undefined || file?.state !== 'file' ? {} : { uri: at }),
    ...(preview === 'picture' ? { isPicture: true } : {}),
    ...(item.date ? { date: item.date.value } : {}),
    ...(item.version ? { version: item.version.value } : {}),
    ...(item.comment ? { comment: item.comment.value } : {}),
    ...(item.internalNote ? { note: item.internalNote.value } : {}),
    ...(item.review ? { review: reviewOf(item.review) } : {}),
    ...(examined === undefined ? {} : { examined }),
    ...intact(item, file),
    facts: path === undefined ? [] : evidenceFacts(file, item.sha256?.value, locale).map(labelAndValue),
    ...(preview === undefined ? {} : { preview }),
    findings: findings.take(uri, range),
    place,
  };
}

function intact({ sha256 }: EvidenceItem, file: EvidenceFile | undefined): { readonly isIntact?: boolean } {
  if (!sha256 || file?.state !== 'file') return {};
  return { isIntact: sha256.value.toLowerCase() === file.sha256 };
}

import type { AttachEdit } from '../../protocol/requests/attach';
import type { EditedFile } from '../core/attach/draft';
import { editBetween } from './edit-between';

/**
 * What manifests become, as edits of each, and the texts that they are for.
 * @param between the edits that make a text from another; by default a single one
 */
export function editOf(
  files: readonly EditedFile[],
  between: (before: string, after: string) => readonly AttachEdit[] = (before, after) => [editBetween(before, after)],
): {
  readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
  readonly before: Readonly<Record<string, string>>;
} {
  return {
    edit: { changes: Object.fromEntries(files.map(({ uri, before, after }) => [uri, between(before, after)])) },
    before: Object.fromEntries(files.map(({ uri, before }) => [uri, before])),
  };
}

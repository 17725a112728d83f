import type { AttachEdit } from '../../protocol/requests/attach';
import type { EditedFile } from '../core/attach/draft';
import { editBetween } from './edit-between';

/** What manifests become, as one edit of each, and the texts that it is for. */
export function editOf(files: readonly EditedFile[]): {
  readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
  readonly before: Readonly<Record<string, string>>;
} {
  return {
    edit: { changes: Object.fromEntries(files.map((file) => [file.uri, [editBetween(file.before, file.after)]])) },
    before: Object.fromEntries(files.map(({ uri, before }) => [uri, before])),
  };
}

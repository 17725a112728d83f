/** Why a file that has a name was not read. */
export type FileFault =
  /** A link, or a folder on the way that is one, leads out of the folder that the file has to be in. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'directory' }
  /** A pipe, a socket or a device: never opened, since reading it might never end. */
  | { readonly kind: 'special' }
  /** A link that leads nowhere, or round in a circle. */
  | { readonly kind: 'brokenLink' }
  /** A shared folder made it because two people saved the file of that name at once. */
  | { readonly kind: 'conflictCopy'; readonly original: string }
  | { readonly kind: 'tooLarge'; readonly mebibytes: number }
  /** The system refused. `reason` is its code, such as `EACCES`. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A file is there and was not read. Whoever meets it goes on with the other files. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  /** @param file URI or path, as the reader named it */
  constructor(
    readonly file: string,
    readonly fault: FileFault,
    options?: ErrorOptions,
  ) {
    super(`${fault.kind}: ${file}`, options);
  }
}

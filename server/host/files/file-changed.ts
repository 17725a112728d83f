/** A file is not what it was when the change of it was worked out; nothing was written. */
export class FileChanged extends Error {
  constructor(readonly path: string) {
    super(`File changed: ${path}`);
  }
}

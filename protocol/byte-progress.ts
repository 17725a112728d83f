/** Sent while bytes are read, under the token that the request gave. */
export interface ByteProgress {
  readonly done: number;
  readonly total: number;
}

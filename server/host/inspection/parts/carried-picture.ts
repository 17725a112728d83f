/** A picture inside a piece of evidence. */
export interface CarriedPicture {
  /** Where in the file, as in a sighting. */
  readonly where: string;
  /** The file of the picture, in whatever format. */
  readonly data: Uint8Array;
}

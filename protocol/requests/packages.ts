import { requestKind } from '../request';

/** Which of these archives are packages. */
export const packagesRequest = requestKind<PackagesParams, PackagesResult>('segur/depots');

export interface PackagesParams {
  /** Paths. */
  readonly files: readonly string[];
}

export interface PackagesResult {
  /** The last one written first. */
  readonly packages: readonly {
    readonly file: string;
    /** Software, its version and the dispositif, as far as they are known. */
    readonly description: string;
    /** Of the file, milliseconds since 1970. */
    readonly modified: number;
  }[];
}

import { requestKind, type NoParams } from '../request';

/** The dispositifs that a dossier can be made for. */
export const dispositifsRequest = requestKind<NoParams, DispositifsView>('segur/dispositifs');

export interface DispositifsView {
  readonly dispositifs: readonly {
    readonly id: string;
    readonly name: string;
    readonly corridor?: string;
    readonly wave?: number;
    /** In words: `130 exigences (reconstruction)`, `à importer`. */
    readonly state: string;
    readonly requirements: number;
    readonly profiles: readonly string[];
  }[];
}

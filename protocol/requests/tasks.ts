import { requestKind } from '../request';

/** Who is named in a dossier, and what is left of each; null when there is no such dossier (any more). */
export const taskPeopleRequest = requestKind<TaskPeopleParams, TaskPeople | null>('segur/responsables');

export interface TaskPeopleParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
}

export interface TaskPeople {
  /** Of the main manifest. */
  readonly uri: string;
  /** In the order of the names. */
  readonly people: readonly { readonly name: string; readonly left: number; readonly late: number }[];
}

/**
 * Writes who has to provide what by when; the extension of the target is the form (`html`, `csv`, `ics`, `json`, `txt`). Null when
 * there is no such dossier (any more).
 */
export const saveTasksRequest = requestKind<SaveTasksParams, { readonly path: string } | null>(
  'segur/enregistrerSuivi',
);

export interface SaveTasksParams {
  readonly uri: string;
  readonly target: string;
  /** Only what is theirs. */
  readonly person?: string;
}

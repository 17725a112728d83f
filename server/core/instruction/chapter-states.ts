import type { ChapterFacts } from '../manifest/facts';
import type { ParsedManifest } from '../manifest/parse-manifest';

/** What ANS says of a chapter, as the dossier notes it. */
export interface ChapterState {
  /** `soumis`, `validé`, `modification demandée`, as written. */
  readonly state: string;
  /** `YYYY-MM-DD`, as written. */
  readonly on?: string;
}

/** What ANS says of each chapter, by the chapter's name; chapters of which nothing is noted are left out. */
export function chapterStates({ chapters }: Pick<ParsedManifest, 'chapters'>): ReadonlyMap<string, ChapterState> {
  return new Map(
    chapters.flatMap(({ facts }): [string, ChapterState][] => {
      const state = stateOf(facts);
      return state ? [[facts.name.value, state]] : [];
    }),
  );
}

/** The noted state; without one, or without its date, what the history of the chapter ends with. */
function stateOf({ state, on, history = [] }: ChapterFacts): ChapterState | undefined {
  // What is said of one proof in the history is not said of the chapter.
  const last = history.filter(({ opinion, proof }) => opinion !== undefined && proof === undefined).at(-1);
  const said = state ?? last?.opinion;
  if (!said) return undefined;
  const date = state ? (on ?? (last?.opinion?.value === state.value ? last.on : undefined)) : last?.on;
  return { state: said.value, ...(date ? { on: date.value } : {}) };
}

/** `soumis, 2026-11-10`, or the state alone. */
export function chapterStateText({ state, on }: ChapterState): string {
  return on === undefined ? state : `${state}, ${on}`;
}

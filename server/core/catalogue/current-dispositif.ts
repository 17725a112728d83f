import { dispositifs } from './dispositifs.generated';

const current: ReadonlyMap<string, string> = new Map(
  dispositifs.flatMap(({ id, formerIds = [] }) => formerIds.map((former) => [former, id] as const)),
);

/** The id that a dispositif has now: its own, for one under which the tool offered it before. */
export function currentDispositif(id: string): string {
  return current.get(id) ?? id;
}

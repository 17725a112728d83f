import { journeyData } from './journey-data.generated';

const { asp, cnda } = journeyData.statuts;

/** States of a request that ASP is known to use. */
export const aspStates: readonly string[] = asp.connus;

/** The one with which a request is over: the money was paid. */
export const paidState = 'Décidée et payée';

/** States of a CNDA request, in the order in which it goes through them. */
export const cndaStates: readonly string[] = cnda.ordre;

const aspByForm = byForm(asp.connus, asp.alias);
const cndaByForm = byForm(cnda.ordre, cnda.alias);

/** The state of an ASP request that a text means; undefined for words that are not known, of which nothing may be concluded. */
export function aspState(text: string | undefined): string | undefined {
  return text === undefined ? undefined : aspByForm.get(formOf(text));
}

/** The same for the state of a CNDA request: one of {@link cndaStates}. */
export function cndaState(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cndaByForm.get(formOf(text));
}

/** How far a CNDA request is: 0 for the first state; undefined while its words are not known. */
export function cndaRank(text: string | undefined): number | undefined {
  const state = cndaState(text);
  return state === undefined ? undefined : cndaStates.indexOf(state);
}

/** Whether a request is behind ASP's checks: accepted, or paid. */
export function isSettled(text: string | undefined): boolean {
  return [paidState, 'Validée'].includes(aspState(text) ?? '');
}

function byForm(states: readonly string[], alias: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map([...states.map((state) => [state, state] as const), ...Object.entries(alias)].map(pairOf));
}

function pairOf([written, state]: readonly [string, string]): [string, string] {
  return [formOf(written), state];
}

/** Words without case, accents, hyphens, quotes or full stop. */
function formOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

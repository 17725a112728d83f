import type { TableRow } from '../../../../protocol/requests/table';
import type { TableLook } from '../../../../protocol/webview/table-view';
import { isSamePerson } from '../../../../words/same-person';

/** The filter that leaves what a person is named for, however the rows write the name; of nobody's rows, none. */
export function filterOnMine(rows: readonly TableRow[], me: string): NonNullable<TableLook['filters']['responsible']> {
  const spelled = rows.flatMap(({ follow }) =>
    follow.responsible !== undefined && isSamePerson(follow.responsible, me) ? [follow.responsible] : [],
  );
  return { values: spelled.length === 0 ? [me] : [...new Set(spelled)] };
}

/** Whether the filter leaves what a person is named for and nothing else. */
export function isOnMine({ filters: { responsible } }: Pick<TableLook, 'filters'>, me: string): boolean {
  const { contains = '', values = [] } = responsible ?? {};
  return contains === '' && values.length > 0 && values.every((one) => isSamePerson(one, me));
}

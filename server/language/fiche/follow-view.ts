import type { TableFollow } from '../../../protocol/requests/table';
import type { FollowUpFacts } from '../../core/manifest/follow-up-facts';

/** The nearest word on who, when and how far counts. @param said of the thing itself, then of what it stands under */
export function followView(
  own: FollowUpFacts | undefined,
  ...above: readonly (FollowUpFacts | undefined)[]
): TableFollow {
  const inherited: TableFollow['inherited'][number][] = [];
  const value = (name: TableFollow['inherited'][number], key: 'responsible' | 'dueOn' | 'work') => {
    const mine = own?.[key]?.value;
    if (mine !== undefined && mine !== '') return { [name]: mine };
    const theirs = above.find((one) => one?.[key])?.[key]?.value;
    if (theirs === undefined || theirs === '') return {};
    inherited.push(name);
    return { [name]: theirs };
  };
  return {
    ...value('responsible', 'responsible'),
    ...value('due', 'dueOn'),
    ...value('work', 'work'),
    inherited,
  };
}

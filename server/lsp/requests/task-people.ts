import type { taskPeopleRequest } from '../../../protocol/requests/tasks';
import { tasksOf } from '../../core/report/tasks/tasks-of';
import { peopleOf } from '../../core/status/people';
import type { Answer } from '../request-context';

export const answer: Answer<typeof taskPeopleRequest> = async ({ uri }, context, cancellation) => {
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) return null;
  const people = peopleOf(analysis.dossier).map((name) => {
    const { tasks, late } = tasksOf(analysis, name);
    return { name, left: tasks.length, late };
  });
  return { uri: analysis.dossier.main.uri, people };
};

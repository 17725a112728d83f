import type { Dossier } from '../../../dossier/dossier';
import type { EntryValue } from '../../../dossier/entry-pages';
import type { FollowUpFacts } from '../../../manifest/follow-up-facts';
import type { Compliance } from '../../../status/compliance';
import { isOver } from '../../../status/follow-up';
import { owedTasks, type OwedTask } from '../../../status/owed-tasks';
import type { EntryContext, Note, ReportStanding, Rule, WholeContext } from '../../rule';
import { sources } from '../../sources';

type DuePlace = NonNullable<OwedTask['dueAt']>;

/** More ids than this are not read. */
const mostIds = 5;

export const rule: Rule = {
  meta: {
    id: 'suivi/en-retard',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le jour que l’équipe s’est donné est passé, et une preuve reste à fournir.',
      en: 'The day that the team set itself is over, and a proof is left to be provided.',
    },
    why: {
      fr: 'Une échéance passée sans que personne ne le voie se découvre la veille du dépôt. Cela ne regarde que l’équipe : ni le statut de la preuve ni le dépôt n’en dépendent. Le jour est celui de la vérification (« --at » sur la ligne de commande).',
      en: 'A day that passed unseen is found out on the eve of the filing. It concerns the team alone: neither the status of the proof nor the filing depends on it. The day is that of the check (“--at” on the command line).',
    },
    avoid: 'suivi: { responsable: AM, pour_le: 2026-11-01 }   # le 20 novembre, rien n’est fourni',
    prefer: 'suivi: { responsable: AM, pour_le: 2026-12-04 }',
    source: sources.format,
    messages: {
      late: {
        fr: 'Échéance du {due} dépassée : {count, plural, one {# preuve reste} other {# preuves restent}} à fournir ({ids}). Fournissez ce qui manque, ou repoussez « pour_le ».',
        en: 'The due date {due} is over: {count, plural, one {# proof is} other {# proofs are}} left to be provided ({ids}). Provide what is missing, or put off “pour_le”.',
      },
      lateOf: {
        fr: 'Échéance du {due} dépassée pour {who} : {count, plural, one {# preuve reste} other {# preuves restent}} à fournir ({ids}). Fournissez ce qui manque, ou repoussez « pour_le ».',
        en: 'The due date {due} of {who} is over: {count, plural, one {# proof is} other {# proofs are}} left to be provided ({ids}). Provide what is missing, or put off “pour_le”.',
      },
    },
  },
  notes(entry: EntryValue, { today }: EntryContext): readonly Note[] {
    return followUpsIn(entry).flatMap(({ dueOn }) =>
      dueOn && isOver(dueOn.value, today) ? [{ range: dueOn.range }] : [],
    );
  },
  standing(state: Compliance, dossier: Dossier, report: ReportStanding, { today }: WholeContext): void {
    // What a fragment that was not read holds may be what seems to be missing.
    if (dossier.unread.length > 0) return;
    const places = new Map<string, { dueAt: DuePlace; due: string | undefined; tasks: OwedTask[] }>();
    for (const task of owedTasks(state, today)) {
      const { late, dueAt, follow } = task;
      if (!late || !dueAt) continue;
      const key = `${dueAt.range.start} ${dueAt.uri}`;
      const known = places.get(key);
      if (known) known.tasks.push(task);
      else places.set(key, { dueAt, due: follow.due, tasks: [task] });
    }
    for (const { dueAt, due = '', tasks } of places.values()) {
      const people = new Set(tasks.map((one) => one.follow.responsible?.trim()));
      const who = people.size === 1 ? [...people][0] : undefined;
      const ids = [...new Set(tasks.map(({ oneOf, proof }) => oneOf ?? proof.proof.id))];
      const args = {
        due,
        count: ids.length,
        ids: ids.length > mostIds ? `${ids.slice(0, mostIds).join(', ')}…` : ids.join(', '),
        ...(who === undefined ? {} : { who }),
      };
      report(dueAt.uri, dueAt.range, who === undefined ? 'late' : 'lateOf', args);
    }
  },
};

function followUpsIn({ facts }: EntryValue): readonly FollowUpFacts[] {
  const scenarios = facts.kind === 'requirement' ? facts.scenarios : [facts];
  return [
    ...(facts.followUp ? [facts.followUp] : []),
    ...scenarios.flatMap((one) => [...(one.followUp ? [one.followUp] : []), ...(one.proofFollowUps ?? [])]),
  ];
}

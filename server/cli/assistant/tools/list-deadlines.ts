import { makePlan } from '../../../core/parcours/plan/make-plan';
import { planJson } from '../../../core/parcours/plan/plan-json';
import { proofFacts } from '../../../core/parcours/plan/proof-facts';
import { say } from '../../../core/messages/say';
import { momentText } from '../../../core/time/moment';
import { parisNow } from '../../../host/parcours/paris-now';
import { owedTasks } from '../../../core/status/owed-tasks';
import { openRequests } from '../../../core/instruction/open-requests';
import { pageOf } from '../pages';
import { lengths, quote, quotedKey } from '../quoted';
import { listed } from '../show-entry';
import { dossierField, pageFields, type Tool } from '../tool';

/** What is due by when. */
export const listDeadlines: Tool = {
  name: 'list_deadlines',
  title: { fr: 'Échéances', en: 'Deadlines' },
  does: {
    fr: 'Donne les échéances du parcours, avec leur source et le jour où elle a été vérifiée, et les demandes de l’ANS qui attendent. Une date inconnue reste inconnue.',
    en: 'Gives the deadlines of the way to referencing, with their source and the day on which it was checked, and the requests of ANS that wait. A date that is not known stays unknown.',
  },
  fields: { dossier: dossierField, ...pageFields },
  async run(given, session) {
    const { analysis, basis } = await session.open(given.text('dossier'), { withoutEvidence: true });
    const { dossier, context } = analysis;
    const now = parisNow();
    const state = analysis.compliance();
    const plan = makePlan(dossier.main.parsed, now, proofFacts(dossier, state));
    const { echeances } = planJson(plan);
    const labels = new Map(plan.deadlines.map(({ id, label }) => [id, label]));
    // An order is a customer's: who that is stays in the house.
    const told = echeances.filter(({ genre }) => session.notes || genre !== 'order');
    const { shown, page } = pageOf(told, given.page, (one) => {
      const label = labels.get(one.id);
      return {
        id: quote(one.id, lengths.id),
        kind: one.genre,
        ...(label ? { label: quote(say(label, session.locale)) } : {}),
        state: one.etat,
        date: one.date,
        ...('heure' in one ? { time: one.heure } : {}),
        days: one.jours,
        toBeConfirmed: one.a_confirmer,
        /** `manifest`: the team wrote it · `shipped`: it comes with the tool · `unknown`: nobody knows it. */
        confidence: one.origine ?? 'unknown',
        ...quotedKey('source', [one.source ?? []].flat().join(' ; ')),
        ...quotedKey('checkedOn', one.verifie_le ?? undefined, lengths.id),
      };
    });
    const tasks = session.notes && state ? owedTasks(state, context.today).filter(({ follow }) => follow.due) : [];
    return {
      basis,
      page,
      data: {
        now: momentText(now),
        timeZone: 'Europe/Paris',
        deadlines: shown,
        ...listed('requests', openRequests(analysis, context.today), (one) => ({
          ...quotedKey('chapter', one.chapter),
          ...quotedKey('requirement', one.requirement, lengths.id),
          ...quotedKey('scenario', one.scenario, lengths.id),
          ...quotedKey('proof', one.proof, lengths.id),
          ...quotedKey('comment', one.comment, lengths.text),
          ...quotedKey('on', one.on, lengths.id),
          ...quotedKey('answerBy', one.answerBy, lengths.id),
          overdue: one.overdue,
        })),
        ...(session.notes
          ? listed('tasks', tasks, ({ proof, follow, late }) => ({
              proof: quote(proof.proof.id, lengths.id),
              ...quotedKey('responsible', follow.responsible),
              ...quotedKey('due', follow.due, lengths.id),
              late,
            }))
          : {}),
      },
    };
  },
};

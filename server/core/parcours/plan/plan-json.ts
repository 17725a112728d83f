import type { Plan } from './make-plan';
import { dateText, timeText, type Moment } from '../../time/moment';
import { parisInstant } from '../../time/paris-time';

interface MomentJson {
  readonly date: string;
  /** Paris. Absent: unknown. */
  readonly heure?: string;
  /** The same in UTC, when the hour is known. */
  readonly instant?: string;
}

/** The plan for machines (`plan --format json`): French keys, ids, no words. What is unknown is null. */
export function planJson(plan: Plan) {
  const { input, critical } = plan;
  return {
    dispositif: input.dispositif ?? null,
    vague: input.wave ?? null,
    au: momentJson(input.now),
    fuseau: 'Europe/Paris',
    ...(plan.unknownSteps ? { etapes_non_connues: true } : {}),
    etape_critique: critical?.step.id ?? null,
    dossier_complet: plan.completeFile
      ? { ...momentJson(plan.completeFile.on), etat: plan.completeFile.kind === 'filed' ? 'déposé' : 'prévu' }
      : null,
    commande_la_plus_ancienne: momentJson(plan.oldestAdmissibleOrder),
    etapes: plan.steps.map((each) => ({
      id: each.step.id,
      numero: each.number,
      interlocuteur: each.step.interlocuteur,
      etat: each.state,
      deduit: each.implied || each.deduced !== undefined,
      deduit_de: each.deduced?.from ?? null,
      verdict: each.verdict,
      jours: each.days ?? null,
      delais: each.delays.map(({ id, valeur, unite, nature, source, confiance, verifie_le, paquet }) => ({
        id,
        valeur,
        unite,
        nature,
        source,
        confiance,
        verifie_le: verifie_le ?? null,
        ...(paquet ? { paquet } : {}),
      })),
      debut_au_plus_tot: momentJson(each.earliestStart),
      fin_au_plus_tot: momentJson(each.earliestEnd),
      debut_au_plus_tard: momentJson(each.latestStart),
      fin_au_plus_tard: momentJson(each.latestEnd),
      debut_au_plus_tard_delai_court: momentJson(each.latestStartShortest),
      marge_jours: each.slack ?? null,
      au_plus_tard_trop_tard: each.optimistic,
      au_plus_tot_trop_tot: each.earliestTooEarly,
      confiance: each.confidence,
    })),
    echeances: plan.deadlines.map(({ id, kind, at, state, days, hours, milestone }) => ({
      id,
      genre: kind,
      ...(momentJson(at) ?? { date: null }),
      etat: state,
      jours: days ?? null,
      heures: hours ?? null,
      a_confirmer: milestone?.origin === 'unknown' && milestone.shipped?.a_confirmer ? milestone.shipped.date : null,
      origine: milestone?.origin ?? null,
      source:
        milestone?.origin === 'manifest'
          ? (milestone.written.source?.value ?? null)
          : (milestone?.shipped?.source ?? null),
      verifie_le:
        (milestone?.origin === 'manifest' ? milestone.written.checkedOn?.value : milestone?.shipped?.verifie_le) ??
        null,
      ...(milestone?.origin === 'shipped' && milestone.shipped.paquet ? { paquet: milestone.shipped.paquet } : {}),
    })),
    commandes: plan.orders.map(({ order, lastDay, verdict }) => ({
      client: order.client,
      reference: order.reference ?? null,
      signee_le: dateText(order.signedOn),
      dernier_jour: dateText(lastDay),
      verdict,
    })),
  };
}

function momentJson(at: Moment | undefined): MomentJson | null {
  if (!at) return null;
  const time = timeText(at);
  if (time === undefined) return { date: dateText(at) };
  return { date: dateText(at), heure: time, instant: new Date(parisInstant(at)).toISOString() };
}

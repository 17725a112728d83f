import type { OrderFacts } from '../../manifest/facts';
import type { StepId } from '../../manifest/journey-ids';
import { aspState, isSettled, paidState } from '../../manifest/known-states';
import { isReadInPart } from '../../manifest/lost-section';
import type { ParsedManifest } from '../../manifest/parse-manifest';
import type { Sentence } from '../../messages/say';
import { isAfter, moment, type Moment } from '../../time/moment';
import type { DeducedStep } from './deduced-step';

type Found = [StepId, DeducedStep][];

/** Orders, their requests and their payments, order by order: a step is done when it is done for each that is not cancelled. */
export function deducedFromOrders(parsed: ParsedManifest, now: Moment): Found {
  if (isReadInPart('commandes', parsed)) return [];
  const orders = parsed.orders.map(({ facts }) => facts).filter((order) => valueOf(order, 'annulee_le') === undefined);
  if (orders.length === 0) return [];
  const past = (date: string | undefined) => {
    const at = date === undefined ? undefined : moment(date);
    return at !== undefined && !isAfter(at, now);
  };
  const state = (order: OrderFacts, request: 'avance' | 'solde') => valueOf(order, `${request}.etat`);
  const paid = (order: OrderFacts, request: 'avance' | 'solde') => aspState(state(order, request)) === paidState;
  const filed = (order: OrderFacts, request: 'avance' | 'solde') =>
    // An incomplete request is one that ASP has not got yet.
    isSettled(state(order, request)) ||
    (aspState(state(order, request)) !== 'incomplète' && past(valueOf(order, `${request}.deposee_le`)));
  const signed = orders.filter(({ signedOn }) => past(signedOn?.value)).length;
  const found: Found = [];
  if (signed > 0) {
    // Whether more will come, only the team knows.
    const why = { fr: `commandes signées : ${signed}`, en: `signed orders: ${signed}` };
    found.push(['commandes', { state: 'en cours', from: 'commandes', why, atLeast: true }]);
  }
  const each = (id: StepId, words: Sentence, holds: (order: OrderFacts) => boolean): void => {
    const count = orders.filter(holds).length;
    if (count === 0) return;
    const why = {
      fr: `${words.fr} : ${count} sur ${orders.length}`,
      en: `${words.en}: ${count} of ${orders.length}`,
    };
    found.push([id, { state: count === orders.length ? 'faite' : 'en cours', from: 'commandes', why }]);
  };
  each('demande_avance', { fr: 'avances demandées', en: 'advances asked for' }, (order) => filed(order, 'avance'));
  each('avance', { fr: 'avances payées', en: 'advances paid' }, (order) => paid(order, 'avance'));
  each(
    'prestation',
    { fr: 'prestations dont la VA est signée', en: 'services with a signed VA' },
    (order) => valueOf(order, 'solde.va_signee') === 'oui',
  );
  each('demande_solde', { fr: 'soldes demandés', en: 'balances asked for' }, (order) => filed(order, 'solde'));
  each('solde', { fr: 'soldes payés', en: 'balances paid' }, (order) => paid(order, 'solde'));
  return found;
}

/** The number that ANS gives with the referencing, and the enrolment. */
export function deducedFromFinancing(parsed: ParsedManifest): Found {
  if (isReadInPart('financement', parsed)) return [];
  const value = (key: string) => parsed.financing?.facts.values.find((one) => one.key === key)?.value.trim();
  const found: Found = [];
  // An operator who buys writes the number of the one who develops: it says nothing of their own referencing.
  const buys = parsed.dossier?.facts.dispositif?.value.startsWith('MSS-OP') ?? true;
  if (!buys && /\d/.test(value('numero_referencement') ?? '')) {
    const why = { fr: 'numéro de référencement', en: 'referencing number' };
    found.push(['referencement', { state: 'faite', from: 'financement', why }]);
  }
  const enrolment = aspState(value('enrolement.etat'));
  if (enrolment !== undefined) {
    const why = { fr: `enrôlement : ${enrolment}`, en: `enrolment: ${enrolment}` };
    found.push(['enrolement', { state: isSettled(enrolment) ? 'faite' : 'en cours', from: 'financement', why }]);
  }
  return found;
}

function valueOf({ values }: OrderFacts, key: string): string | undefined {
  return values.find((one) => one.key === key)?.value;
}

import { say, type Locale, type Sentence } from '../../messages/say';
import type { OffsetRange } from '../../text/offset-range';
import { within, type Deadline } from './deadlines';
import type { JourneyDelay } from '../../manifest/journey';
import type { StepState } from '../../manifest/journey-ids';
import { dispositifOf, type KnownFacts } from '../../facts/known-facts';
import type { Regime } from '../../regimes/regime';
import type { Plan } from './make-plan';
import { dateText, momentText } from '../../time/moment';
import type { KnownMilestone } from './plan-input';
import { isOver, type PlanStep, type Verdict } from './plan';
import {
  actorWords,
  confidenceWords,
  durationWords,
  natureWords,
  orderWords,
  slackWords,
  stateWords,
  unknownWord,
  verdictWords,
} from './plan-words';
import { checkOf, checkWords, milestoneWords, provenanceWords } from './provenance-words';

const delayWords: Sentence = {
  fr: '{duration} : {label} ({nature} ; {checked})',
  en: '{duration}: {label} ({nature}; {checked})',
};
const criticalWords: Sentence = {
  fr: 'étape critique {number}, {label} : {slack}',
  en: 'critical step {number}, {label}: {slack}',
};
const ownDuration: Sentence = {
  fr: '{count, plural, one {# jour} other {# jours}} : durée du dossier',
  en: '{count, plural, one {# day} other {# days}}: duration of the dossier',
};
const ahead: Sentence = {
  fr: 'dans {count, plural, one {# jour} other {# jours}}',
  en: 'in {count, plural, one {# day} other {# days}}',
};
const past: Sentence = {
  fr: 'passée depuis {count, plural, one {# jour} other {# jours}}',
  en: 'over for {count, plural, one {# day} other {# days}}',
};

/** How far ahead a deadline is shown in the status bar. */
const soonDays = 30;

/** The way of one dossier in the words of one language: what tree, report, status bar and command line show. */
export interface ParcoursView {
  /** `IMG-DB-Va2` */
  readonly dispositif: string;
  /** Name and version of the software, where the name is written: `Logiciel 12.4.0`. */
  readonly software?: string;
  /** One line: what is critical, and the next deadline. */
  readonly summary: string;
  readonly note?: string;
  readonly steps: readonly ParcoursStep[];
  /** Every date of the way, known ones first. */
  readonly deadlines: readonly ParcoursDeadline[];
  /** Those ahead within {@link soonDays} days. */
  readonly soon: readonly ParcoursDeadline[];
  readonly orders: readonly ParcoursOrder[];
  /** Oldest signature that the complete file admits, in words. */
  readonly oldestOrder: string;
}

export interface ParcoursStep {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  /** Whom it is dealt with. */
  readonly actor: string;
  readonly state: StepState;
  readonly stateLabel: string;
  readonly verdict: Verdict;
  readonly verdictLabel: string;
  readonly critical: boolean;
  /** `2026-05-13 12:00`, the word for unknown, a dash when it is over; `≤` and `≥` when a duration on the way is unknown. */
  readonly latestStart: string;
  readonly latestEnd: string;
  /** Days: counted from the minute of the look, an hour would mean nothing. */
  readonly earliestStart: string;
  readonly earliestEnd: string;
  /** In words; absent when unknown or over. */
  readonly slack?: string;
  readonly slackDays?: number;
  readonly nextAction?: string;
  /** Delays known for it, in a few words; several contradict each other. */
  readonly delays: readonly string[];
  /** Delays with their source, contradicting ones included, and what the dates rest on. */
  readonly details: readonly string[];
  /** The step's key in the main manifest. */
  readonly range?: OffsetRange;
}

export interface ParcoursDeadline {
  readonly id: string;
  readonly kind: Deadline['kind'];
  readonly label: string;
  /** `2026-05-13 12:00`, a day alone when the hour is unknown, or the word for unknown. */
  readonly at: string;
  /** Only third parties tell the date. */
  readonly doubtful?: true;
  /** Its id, when it is one of the calendar: what the manifest may give a date of its own. */
  readonly milestone?: { readonly id: string; readonly range?: OffsetRange };
  readonly state: Deadline['state'];
  /** `dans 12 jours`, `passée depuis 3 jours`. */
  readonly when: string;
  readonly days?: number;
  /** `non vérifié`, `vérifié le 2026-01-05`; absent where no source is read: an order's window, an unknown date. */
  readonly check?: string;
  readonly provenance?: string;
}

export interface ParcoursOrder {
  readonly client: string;
  readonly signedOn: string;
  readonly lastDay: string;
  readonly verdict: string;
  /** It will not be financed as it stands. */
  readonly late: boolean;
}

/** @param base offset of the section `parcours` in the main manifest */
export function parcoursView(plan: Plan, locale: Locale, base = 0): ParcoursView {
  const say = (sentence: Sentence) => sentence[locale];
  const { dispositif } = plan.input;
  const all = plan.deadlines.map((deadline) => deadlineView(deadline, plan.input.known, locale, base));
  const note = plan.unknownSteps ? unknownStepsOf(plan.unknownSteps) : dispositifOf(plan.input.known, dispositif)?.note;
  const shownIds = new Set(within(plan.deadlines, soonDays).map(({ id }) => id));
  const oldest = plan.oldestAdmissibleOrder;
  return {
    dispositif: dispositif ?? say(unknownWord),
    ...(plan.input.software ? { software: plan.input.software } : {}),
    summary: summary(plan, locale),
    ...(note ? { note: say(note) } : {}),
    steps: plan.steps.map((step) => stepView(step, step === plan.critical, plan.input.known, locale, base)),
    deadlines: all,
    soon: all.filter(({ id }) => shownIds.has(id)),
    orders: plan.orders.map(({ order, lastDay, verdict }) => ({
      client: order.client,
      signedOn: momentText(order.signedOn),
      lastDay: momentText(lastDay),
      verdict: say(orderWords[verdict]),
      late: verdict === 'tooOld' || verdict === 'expired' || verdict === 'afterAdvance',
    })),
    oldestOrder: oldest ? momentText(oldest) : say(unknownWord),
  };
}

function stepView(each: PlanStep, critical: boolean, facts: KnownFacts, locale: Locale, base: number): ParcoursStep {
  const { step, number, state, verdict, slack, written } = each;
  const say = (sentence: Sentence) => sentence[locale];
  // What is over has no date to keep any more: that is not the same as unknown.
  const unknown = isOver(state) ? '–' : say(unknownWord);
  const since = state === 'sans objet' ? '–' : say(unknownWord);
  const kind = each.optimistic ? '≤ ' : '';
  const startFrom = each.startTooEarly ? '≥ ' : '';
  const startKind = each.optimistic || each.days === undefined ? '≤ ' : '';
  return {
    id: step.id,
    number,
    label: say(step.libelle),
    actor: say(actorWords[step.interlocuteur]),
    state,
    stateLabel: stateLabel(each, locale),
    verdict,
    verdictLabel: say(verdictWords[verdict]),
    critical,
    latestStart: each.latestStart ? `${startKind}${momentText(each.latestStart)}` : unknown,
    latestEnd: each.latestEnd ? `${kind}${momentText(each.latestEnd)}` : unknown,
    earliestStart: each.earliestStart ? `${startFrom}${dateText(each.earliestStart)}` : since,
    earliestEnd: each.earliestEnd ? `${each.earliestTooEarly ? '≥ ' : ''}${dateText(each.earliestEnd)}` : since,
    ...(slack === undefined ? {} : { slack: slackWords(slack, locale), slackDays: slack }),
    ...(isOver(state) ? {} : { nextAction: say(step.action) }),
    delays: each.delays.map((delay) => shortDelay(delay, locale)),
    details: details(each, facts, locale),
    ...(written ? { range: { start: written.facts.key.start + base, end: written.facts.key.end + base } } : {}),
  };
}

/** `faite`, `faite (déduit de la suite)`, `en cours (déduit de agrements, agréments obtenus : 1 sur 2)`. */
function stateLabel({ state, implied, deduced }: PlanStep, locale: Locale): string {
  const words = stateWords[state][locale];
  const fr = locale === 'fr';
  if (deduced) return `${words} (${fr ? 'déduit de' : 'told by'} ${deduced.from}, ${deduced.why[locale]})`;
  return implied ? `${words} (${fr ? 'déduit de la suite' : 'told by what follows'})` : words;
}

/** Said in the place of steps that nobody told. */
function unknownStepsOf({ nom }: Regime): Sentence {
  return {
    fr: `${nom.fr} : étapes non connues. Seules celles que le dossier écrit (parcours.etapes, parcours.calendrier) sont montrées.`,
    en: `${nom.en}: steps not known. Only those that the dossier writes (parcours.etapes, parcours.calendrier) are shown.`,
  };
}

/** `10 semaines : agrément du CNDA (indicatif ; non vérifié)` */
function shortDelay(delay: JourneyDelay, locale: Locale): string {
  return delayLine(delay, checkOf(delay), locale);
}

function delayLine(delay: JourneyDelay, checked: Sentence, locale: Locale): string {
  return say(delayWords, locale, {
    duration: durationWords(delay, locale),
    label: delay.libelle[locale],
    nature: natureWords[delay.nature][locale],
    checked: checked[locale],
  });
}

function details(each: PlanStep, facts: KnownFacts, locale: Locale): string[] {
  const fr = locale === 'fr';
  const lines = each.delays.map((delay) => delayLine(delay, provenanceWords(delay, facts), locale));
  if (each.daysFrom === 'manifest') {
    lines.unshift(say(ownDuration, locale, { count: each.days ?? 0 }));
  }
  if (each.daysFrom === 'unknown')
    lines.push(fr ? 'Durée inconnue, comptée pour rien' : 'Duration unknown, counted as none');
  if (each.latestStartShortest && each.latestStart) {
    const [late, soon] = [momentText(each.latestStartShortest), momentText(each.latestStart)];
    lines.push(
      fr
        ? `Début au plus tard : ${soon} avec le délai le plus long, ${late} avec le plus court`
        : `Latest start: ${soon} with the longest delay, ${late} with the shortest`,
    );
  }
  if (each.latestEnd && each.confidence !== 'vu') {
    const words = confidenceWords[each.confidence][locale];
    lines.push(fr ? `Dernières dates : ${words}` : `Latest dates: ${words}`);
  }
  return lines;
}

const toConfirm: Sentence = { fr: 'à confirmer', en: 'to be confirmed' };

/** A date that only third parties tell and that counts for nothing. */
function doubtfulDate(milestone: KnownMilestone | undefined): string | undefined {
  const { origin, shipped } = milestone ?? {};
  return origin === 'unknown' && shipped?.a_confirmer ? (shipped.date ?? undefined) : undefined;
}

/** Whether the date that is shown is one of third parties, counted or not. */
function isDoubtful(milestone: KnownMilestone | undefined): boolean {
  return (
    milestone?.origin !== 'manifest' && milestone?.shipped?.confiance === 'tierce' && milestone.shipped.date !== null
  );
}

function milestoneOf({ id, written }: KnownMilestone, base: number): NonNullable<ParcoursDeadline['milestone']> {
  const range = written?.date?.range;
  return { id, ...(range ? { range: { start: range.start + base, end: range.end + base } } : {}) };
}

function deadlineView(deadline: Deadline, facts: KnownFacts, locale: Locale, base: number): ParcoursDeadline {
  const { id, kind, label, at, state, days, milestone } = deadline;
  return {
    id,
    kind,
    label: label[locale],
    at: at ? momentText(at) : (doubtfulDate(milestone) ?? unknownWord[locale]),
    state,
    when: at || !doubtfulDate(milestone) ? whenWords(deadline, locale) : toConfirm[locale],
    ...(isDoubtful(milestone) ? { doubtful: true } : {}),
    ...(milestone ? { milestone: milestoneOf(milestone, base) } : {}),
    ...(days === undefined ? {} : { days }),
    ...(at && milestone ? { check: checkWords(milestone)[locale] } : {}),
    ...(milestone ? { provenance: milestoneWords(milestone, facts)[locale] } : {}),
  };
}

/** `aujourd’hui, dans 3 heures`, `dans 12 jours`, `passée depuis 2 jours`, `ouvert`. */
function whenWords({ kind, state, days, hours }: Deadline, locale: Locale): string {
  const fr = locale === 'fr';
  if (state === 'met') return fr ? 'tenue' : 'met';
  if (days === undefined) return unknownWord[locale];
  if (state === 'passed') {
    if (kind === 'opening') return fr ? 'ouvert' : 'open';
    if (days === 0) return fr ? 'passée aujourd’hui' : 'over today';
    return say(past, locale, { count: -days });
  }
  if (days === 0) {
    const left = hours === undefined ? '' : fr ? `, dans ${hours} h` : `, in ${hours} h`;
    return `${fr ? 'aujourd’hui' : 'today'}${left}`;
  }
  return say(ahead, locale, { count: days });
}

function summary({ critical, deadlines }: Plan, locale: Locale): string {
  const fr = locale === 'fr';
  const next = deadlines.find(({ state, kind }) => state === 'ahead' && kind !== 'opening');
  const parts = [
    ...(critical?.slack === undefined
      ? []
      : [
          say(criticalWords, locale, {
            number: critical.number,
            label: critical.step.libelle[locale],
            slack: slackWords(critical.slack, locale),
          }),
        ]),
    next?.at
      ? `${fr ? 'prochaine échéance' : 'next deadline'} ${momentText(next.at)}, ${next.label[locale]}`
      : fr
        ? 'aucune échéance connue à venir'
        : 'no known deadline ahead',
  ];
  return parts.join(' · ');
}

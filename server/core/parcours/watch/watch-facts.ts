import { catalogueSources } from '../../catalogue/catalogue-sources.generated';
import { currentDispositif } from '../../catalogue/current-dispositif';
import { dispositifs as builtIns } from '../../catalogue/dispositifs.generated';
import {
  catalogueSourceId,
  delayId,
  delayValue,
  dispositifId,
  milestoneId,
  milestoneValue,
  sourceId,
} from '../../facts/fact-ids';
import { delayOf, isSameValue, movedTo, shippedFacts, type KnownFacts } from '../../facts/known-facts';
import type { MilestoneFacts } from '../../manifest/journey-facts';
import type { JourneyDispositif, JourneyMilestone, JourneyStep } from '../../manifest/journey';
import { journeyData } from '../../manifest/journey-data.generated';
import type { Sentence } from '../../messages/say';
import { daysBetween, moment } from '../../time/moment';
import { calendarDays } from '../calendar-days';
import { milestoneLabel } from '../plan/deadlines';
import type { Doubt, FactAddress, WatchedFact } from './watched-fact';

/** Days after which what was verified is to be looked at again: about two meetings of a team a year. */
export const oldAfterDays = 180;

/** What is asked of the facts. */
export interface WatchQuestion {
  readonly facts: KnownFacts;
  /** `YYYY-MM-DD` */
  readonly at: string;
  /** Only what these dispositifs rest on; all of it when absent. */
  readonly dispositifs?: readonly string[];
  /** Dates that dossiers write in the place of those that ship, by dispositif. */
  readonly written?: ReadonlyMap<string, readonly MilestoneFacts[]>;
}

/** Facts of which something is to be said, and the others. */
export interface WatchedFacts {
  readonly at: string;
  /** Days that are over come last; before that, what contradicts itself, then what is to be confirmed. */
  readonly doubtful: readonly WatchedFact[];
  /** Verified not long ago, and without any other doubt. */
  readonly sound: readonly WatchedFact[];
}

/** Every fact that the product rests on: dates, delays, ids and sources of the built-in catalogues, addresses. */
export function watchFacts(question: WatchQuestion): WatchedFacts {
  const watch = new Watch(question);
  const all = watch.all();
  const { at } = question;
  return {
    at,
    doubtful: all
      .filter(({ doubts }) => doubts.length > 0)
      .sort((a, b) => Number(isOver(a, at)) - Number(isOver(b, at)) || rank(a) - rank(b) || byDay(a, b)),
    sound: all.filter(({ doubts }) => doubts.length === 0),
  };
}

const order: readonly Doubt['kind'][] = [
  'contredit',
  'a_confirmer',
  'tierce',
  'deduit',
  'deplacee',
  'inconnu',
  'ancien',
  'jamais',
];

function rank({ doubts }: WatchedFact): number {
  return Math.min(...doubts.map(({ kind }) => order.indexOf(kind)));
}

/** The nearest day first. Facts that are no days stay in their order. */
function byDay(a: WatchedFact, b: WatchedFact): number {
  return a.day === undefined || b.day === undefined || a.day === b.day ? 0 : a.day < b.day ? -1 : 1;
}

/** What went by changes nothing any more. */
function isOver({ day }: WatchedFact, at: string): boolean {
  return day !== undefined && day < at;
}

class Watch {
  readonly #only: ReadonlySet<string> | undefined;
  readonly #cited = new Set<string>();

  constructor(readonly question: WatchQuestion) {
    this.#only = question.dispositifs && new Set(question.dispositifs.map(currentDispositif));
  }

  all(): WatchedFact[] {
    const { facts } = this.question;
    const dispositifs = [...facts.dispositifs.values()].filter(({ id }) => this.#concerns(id));
    const found = [
      ...dispositifs.flatMap((dispositif) => dispositif.jalons.map((each) => this.#milestone(each, dispositif))),
      ...this.#delays(),
      ...this.#dispositifs(),
      ...this.#catalogues(),
    ];
    return [...found, ...this.#sources()];
  }

  #concerns(dispositif: string): boolean {
    return this.#only?.has(dispositif) ?? true;
  }

  #milestone(milestone: JourneyMilestone, { id }: JourneyDispositif): WatchedFact {
    const label = milestoneLabel(milestone.id);
    const value = milestoneValue(milestone);
    const doubts: Doubt[] = [];
    if (value === undefined) doubts.push({ kind: 'inconnu' });
    for (const replaced of milestone.remplace ?? []) doubts.push(contradiction(replaced, replacedDate));
    const shipped = shippedFacts.dispositifs.get(id)?.jalons.find((each) => each.id === milestone.id);
    const before = shipped && milestoneValue(shipped);
    if (milestone.paquet && before !== undefined && before !== value) doubts.push(contradiction(before, shippedDate));
    for (const { date, time } of this.#written(id, milestone)) {
      const own = time === undefined ? date : `${date} ${time}`;
      if (own !== value && !(time === undefined && milestone.date === date)) doubts.push(contradiction(own, ownDate));
    }
    if (milestone.a_confirmer) doubts.push({ kind: 'a_confirmer' });
    return this.#fact({
      id: milestoneId(id, milestone.id),
      kind: 'jalon',
      label: { fr: `${id}, ${lower(label.fr)}`, en: `${id}, ${lower(label.en)}` },
      ...(value === undefined ? {} : { value }),
      ...(milestone.date === null ? {} : { day: milestone.date }),
      confidence: milestone.confiance,
      addresses: this.#cite(milestone.source),
      shippedCheck: milestone.verifie_le,
      doubts,
      ...(milestone.note ? { note: milestone.note } : {}),
      ...(milestone.paquet ? { package: milestone.paquet } : {}),
    });
  }

  #written(dispositif: string, milestone: JourneyMilestone) {
    const own = this.question.written?.get(dispositif) ?? [];
    return own.flatMap(({ id, date, time }) =>
      id === milestone.id && date ? [{ date: date.value, time: time?.value }] : [],
    );
  }

  #delays(): WatchedFact[] {
    const { facts } = this.question;
    return [...facts.delays.values()].map((delay) => {
      const doubts: Doubt[] = [];
      // A package takes the place of what ships, and counts in its unit.
      const shipped = delayValue(delayOf(shippedFacts, delay.id));
      if (shipped !== delayValue(delay)) doubts.push(contradiction(shipped, shippedDelay));
      for (const other of rivals(delay.id, journeyData.etapes)) {
        const found = delayOf(facts, other);
        if (calendarDays(found) !== calendarDays(delay))
          doubts.push({ kind: 'contredit', value: delayValue(found), from: found.libelle });
      }
      return this.#fact({
        id: delayId(delay.id),
        kind: 'delai',
        label: delay.libelle,
        value: delayValue(delay),
        confidence: delay.confiance,
        addresses: this.#cite(delay.source),
        shippedCheck: delay.verifie_le,
        doubts,
        ...(delay.note ? { note: delay.note } : {}),
        ...(delay.paquet ? { package: delay.paquet } : {}),
      });
    });
  }

  /** Ids of dispositifs that no official text was seen to use. */
  #dispositifs(): WatchedFact[] {
    return builtIns.flatMap(({ id, name, idSeen, source, note }) => {
      if (!this.#concerns(id)) return [];
      return [
        this.#fact({
          id: dispositifId(id),
          kind: 'dispositif',
          label: { fr: `identifiant « ${id} » (${name})`, en: `id “${id}” (${name})` },
          value: id,
          confidence: idSeen ? 'vu' : 'deduit',
          addresses: [this.#address(source, source)],
          doubts: [],
          ...(note === undefined ? {} : { note: { fr: note, en: note } }),
        }),
      ];
    });
  }

  #catalogues(): WatchedFact[] {
    return catalogueSources.flatMap(({ key, url, content, requirements, confidence }) => {
      const own = Object.entries(requirements).filter(([id]) => this.#concerns(id));
      if (this.#only && own.length === 0) return [];
      const numbers = own.map(([id, count]) => `${id} ${count}`).join(', ');
      const [ofThird, ofAll] = [
        confidence['tierce'] ?? 0,
        Object.values(confidence).reduce((sum, one) => sum + one, 0),
      ];
      return [
        this.#fact({
          id: catalogueSourceId(key),
          kind: 'catalogue',
          label: { fr: `catalogues intégrés, ${content}`, en: `built-in catalogues, ${content}` },
          value: url,
          confidence: ofAll > 0 && ofThird === ofAll ? 'tierce' : 'vu',
          addresses: [this.#address(content, url)],
          doubts: [],
          ...(numbers === ''
            ? {}
            : { note: { fr: `Exigences qui en viennent : ${numbers}.`, en: `Requirements from it: ${numbers}.` } }),
        }),
      ];
    });
  }

  /** Those that the facts cite; the pages to read again, each once. */
  #sources(): WatchedFact[] {
    const { facts } = this.question;
    return [...facts.sources.values()].flatMap((source) => {
      if (this.#only && !this.#cited.has(source.cle)) return [];
      return [
        this.#fact({
          id: sourceId(source.cle),
          kind: 'source',
          label: { fr: source.libelle, en: source.libelle },
          ...(source.url === undefined ? {} : { value: source.url }),
          addresses: [this.#address(source.libelle, source.url, source.date)],
          doubts: [],
        }),
      ];
    });
  }

  #cite(keys: readonly string[]): FactAddress[] {
    return keys.map((key) => {
      this.#cited.add(key);
      const source = this.question.facts.sources.get(key);
      return this.#address(source?.libelle ?? key, source?.url, source?.date);
    });
  }

  #address(label: string, url?: string, date?: string): FactAddress {
    const moved = url === undefined ? undefined : movedTo(this.question.facts, url);
    return {
      label,
      ...(url === undefined ? {} : { url }),
      ...(date === undefined ? {} : { date }),
      ...(moved ? { moved } : {}),
    };
  }

  /** Adds what holds for facts of every kind: who verified it, where its pages went, how old it is. */
  #fact({
    shippedCheck,
    doubts,
    ...fact
  }: WatchedFact & { readonly shippedCheck?: string | null | undefined }): WatchedFact {
    const all = [...doubts];
    const read = this.question.facts.verifications.get(fact.id);
    const isSame = read !== undefined && fact.value !== undefined && isSameValue(read.valeur, fact.value);
    if (read && !isSame)
      all.unshift(
        contradiction(read.valeur, {
          fr: `lu le ${read.verifie_le} par ${read.par}`,
          en: `read on ${read.verifie_le} by ${read.par}`,
        }),
      );
    const verified = isSame
      ? { on: read.verifie_le, by: read.par }
      : typeof shippedCheck === 'string'
        ? { on: shippedCheck }
        : undefined;
    if (!verified) {
      if (fact.confidence === 'tierce') all.push({ kind: 'tierce' });
      if (fact.confidence === 'deduit') all.push({ kind: 'deduit' });
      all.push(...this.#movedOrOld(fact));
      all.push({ kind: 'jamais' });
    } else {
      all.push(...this.#old(verified.on));
    }
    return { ...fact, ...(verified ? { verified } : {}), doubts: all };
  }

  #movedOrOld({ addresses }: Pick<WatchedFact, 'addresses'>): Doubt[] {
    const dates = addresses.flatMap(({ date }) => date ?? []).sort();
    return [
      ...(addresses.some(({ moved }) => moved) ? [{ kind: 'deplacee' as const }] : []),
      ...dates.slice(-1).flatMap((newest) => this.#old(newest)),
    ];
  }

  #old(since: string): Doubt[] {
    const [from, to] = [moment(since), moment(this.question.at)];
    const days = from && to ? daysBetween(from, to) : 0;
    return days > oldAfterDays ? [{ kind: 'ancien', days, since }] : [];
  }
}

/** Delays that are known for the same step: the plan counts the longest, and shows them all. */
function rivals(id: string, steps: readonly JourneyStep[]): string[] {
  return steps.flatMap(({ delais = [] }) => (delais.includes(id) ? delais.filter((other) => other !== id) : []));
}

function contradiction(value: string, from: Sentence): Doubt {
  return { kind: 'contredit', value, from };
}

const replacedDate: Sentence = { fr: 'date remplacée', en: 'date that it replaced' };
const shippedDate: Sentence = { fr: 'date fournie avec l’outil', en: 'date that ships' };
const shippedDelay: Sentence = { fr: 'délai fourni avec l’outil', en: 'delay that ships' };
const ownDate: Sentence = { fr: 'date du dossier', en: 'date of the dossier' };

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

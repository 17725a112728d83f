import { compact } from '../catalogue/compact';
import { isCalendarDate } from '../time/calendar-date';
import { dateText, daysBetween, moment } from '../time/moment';
import { makePlan } from '../parcours/plan/make-plan';
import { proofFacts } from '../parcours/plan/proof-facts';
import { productOf, waveOf, type Holding } from './holding';

/** What a dossier is about and how old it is. What is not written or not known is absent. */
export interface Freshness {
  readonly product?: string;
  readonly version?: string;
  /** `YYYY-MM-DD`, as written. */
  readonly versionDate?: string;
  readonly dispositif?: string;
  readonly wave?: number;
  /** Version and date of the REM, as its source states them. */
  readonly catalogueVersion?: string;
  readonly catalogueDate?: string;
  /** Dates of the pieces, of those that give one. */
  readonly oldest?: string;
  readonly newest?: string;
  /** Days since the oldest of them. */
  readonly age?: number;
  /** Pieces without a date. */
  readonly undated: number;
  /** `YYYY-MM-DD` planned for the filing. */
  readonly plannedFiling?: string;
  /** Closing of the filing of complete proof files, `YYYY-MM-DD`, and days until then; negative once it is over. */
  readonly closing?: string;
  readonly daysLeft?: number;
}

/** Versions and dates of one dossier, on the day of its check. */
export function freshnessOf(holding: Holding): Freshness {
  const { analysis } = holding;
  const { dossier, context } = analysis;
  const { parsed } = dossier.main;
  const software = parsed.software?.facts;
  const today = moment(context.today);
  const dates: string[] = [];
  let undated = 0;
  for (const { value } of dossier.requirements)
    for (const { proofs } of value.scenarios) for (const { facts } of proofs) count(facts.evidence);
  for (const { value } of dossier.coreScenarios) for (const { facts } of value.proofs) count(facts.evidence);
  function count(items: readonly { readonly date?: { readonly value: string } }[]): void {
    for (const { date } of items) {
      if (date && isCalendarDate(date.value)) dates.push(date.value);
      else undated++;
    }
  }
  dates.sort();
  const [oldest, newest] = [dates[0], dates.at(-1)];
  const since = oldest === undefined ? undefined : moment(oldest);
  const plan = today && makePlan(parsed, today, proofFacts(dossier, analysis.compliance()), context.facts);
  const closing = plan?.deadlines.find(({ milestone }) => milestone?.id === 'dossier_preuves_complet');
  const catalogue = dossier.catalogue.kind === 'loaded' ? dossier.catalogue.catalogue : undefined;
  return compact<Freshness>({
    product: productOf(holding),
    version: said(software?.version?.value),
    versionDate: said(software?.versionDate?.value),
    dispositif: said(parsed.dossier?.facts.dispositif?.value),
    wave: waveOf(holding),
    catalogueVersion: catalogue?.version,
    catalogueDate: catalogue?.date,
    oldest,
    newest,
    age: since && today ? daysBetween(since, today) : undefined,
    undated,
    plannedFiling: context.plannedFiling,
    closing: closing?.at && dateText(closing.at),
    daysLeft: closing?.at && today ? daysBetween(today, closing.at) : undefined,
  });
}

/** What is written and says something. */
function said(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

import { sourceName } from '../catalogue/source-name';
import type { Analysis } from '../engine/analyse';
import { say, type Locale, type Sentence } from '../messages/say';
import { filingOf } from '../submission/gate';
import { filingSummary } from '../submission/gate/filing-words';
import type { ReportOptions } from './report';
import { words } from './words';

/** `Dossier de preuves MDV-LGC-Va2 – MonCabinet 12.4.0`. */
export function titleOf({ dossier }: Analysis, locale: Locale): string {
  const { parsed } = dossier.main;
  const software = [parsed.software?.facts.name?.value, parsed.software?.facts.version?.value];
  const named = software.filter(Boolean).join(' ');
  const what = [words.dossier[locale], parsed.dossier?.facts.dispositif?.value].filter(Boolean).join(' ');
  return named === '' ? what : `${what} – ${named}`;
}

/** Who files, what, and against which REM. The planned filing date is the team's own. */
export function identityOf(analysis: Analysis, { locale, forAns, toolVersion }: ReportOptions) {
  const { dossier, context } = analysis;
  const { parsed } = dossier.main;
  const vendor = parsed.vendor?.facts;
  const software = parsed.software?.facts;
  const rows: [Sentence, string | undefined][] = [
    [words.vendor, vendor?.name?.value],
    [words.siret, vendor?.siret?.value],
    [words.nie, vendor?.nie?.value],
    [words.software, software?.name?.value],
    [words.softwareVersion, software?.version?.value],
    [words.versionDate, software?.versionDate?.value],
    [words.nil, software?.nil?.value],
    [words.dispositif, parsed.dossier?.facts.dispositif?.value],
    [words.profiles, [...context.profiles].join(', ')],
    [words.catalogue, catalogueLine(dossier.catalogue, locale)],
    [words.plannedFiling, forAns ? undefined : context.plannedFiling],
    [words.filing, forAns ? undefined : filingSummary(filingOf(analysis), locale)],
    [words.checkedOn, context.today],
    [words.madeBy, `Ségur Preuves ${toolVersion}`],
  ];
  return rows.flatMap(([term, value]) => (value ? [[term[locale], value] as const] : []));
}

function catalogueLine(state: Analysis['dossier']['catalogue'], locale: Locale): string {
  if (state.kind !== 'loaded') return words.noCatalogue[locale];
  const { version, date } = state.catalogue;
  const origin =
    state.origin.kind === 'builtIn'
      ? [words.builtIn[locale]]
      : [words.imported[locale], sourceName(state.catalogue) ?? ''];
  const dated = version && say(words.versionOf, locale, { version });
  return [...origin, dated, date].filter(Boolean).join(', ');
}

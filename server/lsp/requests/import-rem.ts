import { pathToFileURL } from 'node:url';
import type { importRemRequest } from '../../../protocol/requests/import-rem';
import type { Sentence } from '../../core/messages/say';
import { folderOf, normaliseUri } from '../../core/text/uri';
import { doubtGroups, doubtLine } from '../../core/workbook/import-report';
import { importRem } from '../../host/operations/import-rem';
import { inWords, refusal } from '../refusals';
import type { Answer } from '../request-context';

const messages = {
  dispositifNeeded: {
    fr: 'Le nom de {path} ne dit pas de quel dispositif il s’agit : choisissez-le.',
    en: 'The name of {path} does not tell which dispositif it is about: choose it.',
  },
  noRem: {
    fr: 'Aucune feuille de {path} n’a la forme d’un REM. Rien n’a été écrit.',
    en: 'No sheet of {path} has the layout of a REM. Nothing was written.',
  },
} satisfies Record<string, Sentence>;

export const answer: Answer<typeof importRemRequest> = async (params, context, cancellation) => {
  context.checkTrust();
  const { locale } = context;
  const { file, target, dispositif, version } = params;
  const folder = folderOf(normaliseUri(pathToFileURL(target).toString()));
  const { facts } = await context.session.workspace.configurations.of(folder, cancellation);
  const optional = {
    ...(facts === undefined ? {} : { regimes: facts.regimes }),
    ...(dispositif === undefined ? {} : { dispositif }),
    ...(version === undefined ? {} : { version }),
  };
  const outcome = await inWords(file, locale, () => importRem({ file, target, cancellation, ...optional }));
  if (outcome.kind !== 'written') throw refusal(messages[outcome.kind], locale, { path: file });
  const { read } = outcome.report;
  return {
    target,
    dispositif: outcome.catalogue.dispositif.id,
    requirements: read.requirements,
    scenarios: read.scenarios + read.coreScenarios,
    proofs: read.proofs + read.coreProofs,
    doubts: doubtGroups(outcome.report).map(({ rank, title, doubts }) => ({
      rank,
      title: title[locale],
      lines: doubts.map((doubt) => doubtLine(doubt, locale)),
    })),
    profiles: outcome.catalogue.profiles.filter((profile) => profile !== 'Général'),
  };
};

import { currentDispositif } from '../../catalogue/current-dispositif';
import { journeyData } from '../../manifest/journey-data.generated';
import type { StepId } from '../../manifest/journey-ids';
import { cndaRank } from '../../manifest/known-states';
import { isReadInPart } from '../../manifest/lost-section';
import type { ParsedManifest } from '../../manifest/parse-manifest';
import { earlier, isAfter, later, moment, type Moment } from '../../time/moment';
import type { DeducedStep } from './deduced-step';

const from = 'agrements';

/**
 * The request to the CNDA and its approval. Only a date tells that an approval was obtained: “Finalisation” is said of a
 * request whose letter has not come yet. Approvals that the dispositif is known to expect and that are not written keep both
 * steps open.
 */
export function deducedFromApprovals(parsed: ParsedManifest, now: Moment): [StepId, DeducedStep][] {
  if (isReadInPart(from, parsed)) return [];
  const requests = parsed.approvals.flatMap(({ facts }) => (facts.exemption ? [] : [facts]));
  if (requests.length === 0) return [];
  const past = (date: string | undefined) => {
    const at = date === undefined ? undefined : moment(date);
    return at && !isAfter(at, now) ? at : undefined;
  };
  const obtained = requests.flatMap(({ obtainedOn }) => past(obtainedOn?.value) ?? []);
  const filed = requests.filter(
    ({ filedOn, obtainedOn, state }) =>
      past(filedOn?.value) !== undefined || past(obtainedOn?.value) !== undefined || (cndaRank(state?.value) ?? 0) > 0,
  );
  const known = requests.filter(({ state }) => cndaRank(state?.value) !== undefined);
  if (filed.length === 0 && known.length === 0) return [];
  const missing = expectedBeside(parsed);
  const total = requests.length + missing.length;
  const filedOn = requests.flatMap((one) => past(one.filedOn?.value) ?? []);
  const started = filedOn.reduce<Moment | undefined>((first, one) => earlier(first, one), undefined);
  const allFiled = filed.length === total;
  const lastFiled =
    filedOn.length === total
      ? filedOn.reduce<Moment | undefined>((last, one) => later(one, last), undefined)
      : undefined;
  const steps: [StepId, DeducedStep][] = [
    [
      'demande_cnda',
      {
        state: allFiled ? 'faite' : 'en cours',
        from,
        why: {
          fr: `demandes déposées : ${filed.length} sur ${total}`,
          en: `requests filed: ${filed.length} of ${total}`,
        },
        ...(allFiled && lastFiled ? { doneOn: lastFiled } : {}),
      },
    ],
  ];
  if (filed.length === 0) return steps;
  const all = obtained.length === total;
  const last = obtained.reduce<Moment | undefined>((last, one) => later(one, last), undefined);
  steps.push([
    'agrement_cnda',
    {
      state: all ? 'faite' : 'en cours',
      from,
      why: {
        fr: `agréments obtenus : ${obtained.length} sur ${total}`,
        en: `approvals obtained: ${obtained.length} of ${total}`,
      },
      ...(started ? { startedOn: started } : {}),
      ...(all && last ? { doneOn: last } : {}),
    },
  ]);
  return steps;
}

/** Teleservices that the dispositif expects and no entry names, an exempt one included. */
function expectedBeside({ approvals, dossier }: ParsedManifest): readonly string[] {
  const dispositif = dossier?.facts.dispositif?.value;
  const expected =
    journeyData.agrements.find((one) => dispositif !== undefined && one.dispositif === currentDispositif(dispositif))
      ?.teleservices ?? [];
  const written = approvals.map(({ facts }) => letters(facts.teleservice?.value ?? ''));
  return expected.map(({ nom }) => nom).filter((name) => !written.some((one) => one.includes(letters(name))));
}

function letters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

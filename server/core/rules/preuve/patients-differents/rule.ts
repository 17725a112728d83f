import type { ResolvedProof, ResolvedScenario } from '../../../dossier/dossier';
import { citedFile, type CitedFile } from '../../cited-files';
import type { EntryContext, Report, Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';
import { patientsOf, type PatientSeen } from './patients-of-file';

export const rule: Rule = {
  meta: {
    id: 'preuve/patients-differents',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Les pièces d’un même scénario ne donnent pas la même identité du patient.',
      en: 'The evidence of one scenario does not give the same identity of the patient.',
    },
    why: {
      fr: 'Un scénario se déroule avec un patient : une INS sous laquelle le nom ou la date de naissance change est l’identité d’un autre (avertissement) ; deux INS, ou deux identités sans INS, demandent à être vérifiées (indication). Sont comparés le patient des messages HL7 v2 (PID), des CDA (recordTarget) et des métadonnées de IHE_XDM.zip, joint à un courriel ou non. Les accents, la casse et les traits d’union ne comptent pas ; un mot commun suffit aux noms. Rien n’est dit d’un scénario qui corrige, rapproche ou fusionne des identités, d’une pièce qui en montre plusieurs, ni d’une pièce qui n’a pas été lue jusqu’au bout ; les images, les films et les PDF ne sont pas regardés.',
      en: 'A scenario is played with one patient: an INS under which the name or birth date changes is the identity of another (warning); two INS, or two identities without INS, call for a check (hint). Compared are the patient of HL7 v2 messages (PID), of CDA (recordTarget) and of the metadata of IHE_XDM.zip, attached to an e-mail or not. Accents, case and hyphens do not count; one word in common is enough for names. Nothing is said of a scenario that corrects, links or merges identities, of evidence that shows several, nor of evidence that was not read to its end; pictures, films and PDF are not looked at.',
    },
    avoid: '# a31.hl7 : PAT-TROIS, née le 28/03/1979\n# lettre.xml : la même INS, née le 05/11/1961',
    prefer: '# a31.hl7 et lettre.xml : PAT-TROIS, née le 28/03/1979',
    source: sources.content,
    messages: {
      birthDate: {
        fr: '« {path} » et « {other} » donnent à la même INS deux dates de naissance ({date} et {otherDate}) : exportez les deux pièces du même patient.',
        en: '“{path}” and “{other}” give one INS two birth dates ({date} and {otherDate}): export both pieces from the same patient.',
      },
      name: {
        fr: '« {path} » et « {other} » donnent à la même INS deux noms de famille : exportez les deux pièces du même patient.',
        en: '“{path}” and “{other}” give one INS two family names: export both pieces from the same patient.',
      },
      otherIns: {
        fr: '« {path} » et « {other} », du même scénario, ne sont pas de la même INS : vérifiez que c’est voulu.',
        en: '“{path}” and “{other}”, of the same scenario, are not of the same INS: check that this is meant.',
      },
      otherPerson: {
        fr: '« {path} » et « {other} », du même scénario, ne sont ni du même nom ni de la même date de naissance : vérifiez que c’est voulu.',
        en: '“{path}” and “{other}”, of the same scenario, are neither of the same name nor of the same birth date: check that this is meant.',
      },
    },
  },
  scenario(resolved, report, context) {
    if (changesIdentities(resolved)) return;
    const seen = patientsIn(resolved, context);
    // Each piece beside the first of those before it that it contradicts.
    for (const [index, other] of seen.entries())
      seen.slice(0, index).some((one) => reportDifference(one, other, report));
  },
};

interface FilePatient {
  readonly proof: ResolvedProof;
  readonly file: CitedFile;
  readonly patient: PatientSeen;
}

/** The patient of each file that shows one, and one only. */
function patientsIn({ proofs }: ResolvedScenario, context: EntryContext): FilePatient[] {
  const paths = new Set<string>();
  return proofs.flatMap((proof) =>
    proof.facts.evidence.flatMap((item) => {
      const file = citedFile(item, context);
      if (!file || file.inspection.partial === true || paths.has(file.path.value)) return [];
      paths.add(file.path.value);
      const patient = only(patientsOf(file.inspection));
      return patient ? [{ proof, file, patient }] : [];
    }),
  );
}

/** One patient out of what several messages say of it; undefined when they speak of several. */
function only(patients: readonly PatientSeen[]): PatientSeen | undefined {
  const [first, ...others] = patients;
  if (!first) return undefined;
  let whole = first;
  for (const other of others) {
    if (differenceOf(whole, other) !== undefined) return undefined;
    whole = {
      ...whole,
      ...other,
      ...(whole.matricule !== undefined && { matricule: whole.matricule }),
      family: whole.family.length > 0 ? whole.family : other.family,
      ...(whole.birthDate !== undefined && { birthDate: whole.birthDate }),
    };
  }
  return whole;
}

type Difference = 'birthDate' | 'name' | 'otherIns' | 'otherPerson';

function differenceOf(a: PatientSeen, b: PatientSeen): Difference | undefined {
  const otherName = a.family.length > 0 && b.family.length > 0 && !a.family.some((word) => b.family.includes(word));
  const otherDate = a.birthDate !== undefined && b.birthDate !== undefined && a.birthDate !== b.birthDate;
  if (a.matricule !== undefined && b.matricule !== undefined) {
    if (a.matricule !== b.matricule) return 'otherIns';
    return otherDate ? 'birthDate' : otherName ? 'name' : undefined;
  }
  return otherName && otherDate ? 'otherPerson' : undefined;
}

function reportDifference(one: FilePatient, other: FilePatient, report: Report): boolean {
  const message = differenceOf(one.patient, other.patient);
  if (!message) return false;
  const { value: path, range } = other.file.path;
  const args = {
    path,
    other: one.file.path.value,
    ...(message === 'birthDate' && {
      date: other.patient.birthDate ?? '',
      otherDate: one.patient.birthDate ?? '',
    }),
  };
  const isHint = message === 'otherIns' || message === 'otherPerson';
  const target = proofTarget(other.proof, path);
  report(range, message, args, { target, ...(isHint ? { severity: 'info' as const } : { effect: 'review' as const }) });
  return true;
}

/** Scenarios in which an identity changes, or in which there are several. */
const changing =
  /doublon|homonym|usurp|d[ée]qualif|\bA(?:24|30|34|36|37|40|43|47)\b|(?:deux|plusieurs|autres?|diff[ée]rents?|second|chaque|par) (?:patient|usager|identit)/iu;
/** Anything may be changed or corrected, a password, a browser (« correctifs »): it is about an identity where one is spoken of. */
const change = /modifi|corrig|correct(?!ifs?\b|ement)|rectif|chang|fusion|rapproche/iu;
const ofIdentity =
  /identit|(?<!\p{L})(?:INS|NIR|IPP|traits?|patiente?s?|usag[eè]re?s?|personnes?|(?:pr[ée])?noms?|naissance|sexe|dossiers?)(?![\p{L}/])/iu;

function changesIdentities({ scenario, proofs, parent }: ResolvedScenario): boolean {
  const texts = [
    scenario?.name,
    scenario?.text,
    ...(scenario?.steps.map(({ text }) => text) ?? []),
    ...proofs.map(({ proof }) => proof?.expected),
    parent?.text,
  ];
  const said = texts.join('\n');
  return changing.test(said) || (change.test(said) && ofIdentity.test(said));
}

import type { EvidenceFile } from '../../../evidence/evidence-file';
import type { IdentifierSighting } from '../../../evidence/inspection';
import { findIdentifiers } from '../../../evidence/find-identifiers';
import type { Target } from '../../../findings/finding';
import type { Located, OffsetRange } from '../../../text/offset-range';
import { factsOf } from '../../cited-files';
import { onEveryPath } from '../../cited-paths';
import type { EntryContext, Report, Rule } from '../../rule';
import { proofTarget, requirementTarget, scenarioTarget } from '../../target';
import { declaredIdentities } from '../declared-identities';
import { maskedSightings, maskedText } from '../masked';
import { suspectLines } from './manifest-lines';
import { sightedIn, suspectsAmong } from './sighted';

export const rule: Rule = {
  meta: {
    id: 'donnees/ins-de-production',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce montre un INS ou un NIR qui peut être celui d’une vraie personne.',
      en: 'The evidence shows an INS or NIR that may be a real person’s.',
    },
    why: {
      fr: 'Un dossier de preuves ne doit contenir que des identités de test : déposer un vrai matricule est une violation de données de santé. Les identités publiques de test, celles que l’équipe déclare sous « identites_de_test » et les OID de test (1.2.250.1.213.1.4.10 et .11) sont acceptés. L’OID de production suffit, quelle que soit la clé ; un nombre que rien ne nomme n’est qu’un avertissement, car un sur 97 a une telle clé par hasard. La recherche ouvre archives, documents bureautiques, courriels, CDA, champs HL7, JSON et base64. Les images et les pages numérisées ne sont lues que si on le demande (réglage « segurPreuves.lireLesImages », option « --images ») ; un nombre qui y est reconnu est une erreur quand un mot le nomme, sinon un avertissement, et rien de lu ne veut pas dire aucun patient.',
      en: 'A proof dossier must hold test identities only: filing a real matricule is a breach of health data. Public test identities, those that the team declares under “identites_de_test” and test OIDs (1.2.250.1.213.1.4.10 and .11) are accepted. The OID of production is enough, whatever the key; a number that nothing names is only a warning, since one in 97 has such a key by chance. The search opens archives, office documents, mails, CDA, HL7 fields, JSON and base64. Pictures and scanned pages are read only where that is asked for (setting “segurPreuves.lireLesImages”, option “--images”); a number that is recognised there is an error where a word names it, else a warning, and nothing read does not mean no patient.',
    },
    looked: {
      fr: 'Sont regardés les textes, tableaux, objets, champs et métadonnées de tout ce que l’outil ouvre, et, où c’est demandé, ce que montrent les images. Ne sont pas regardés : films, archives 7z et RAR, contenus chiffrés, fichiers binaires, noms de personnes ; preuve/examen-partiel nomme chaque pièce qui n’a pas été lue jusqu’au bout.',
      en: 'What is looked at: texts, tables, objects, fields and metadata of all that the tool opens, and, where asked for, what pictures show. Not looked at: films, 7z and RAR archives, encrypted contents, binary files, names of persons; preuve/examen-partiel names each piece that was not read to its end.',
    },
    avoid: '- fichier: preuves/INS/a31.hl7   # PID-3 sous l’OID 1.2.250.1.213.1.4.8',
    prefer: '- fichier: preuves/INS/a31.hl7   # PID-3 sous l’OID 1.2.250.1.213.1.4.10',
    source: {
      fr: 'Profils FR Core et feuilles de style CDA de l’ANS : OID de production .8 (NIR) et .9 (NIA), de test .10, de démonstration .11. SSI/GEN.05 : données personnelles à anonymiser hors production.',
      en: 'FR Core profiles and CDA style sheets of ANS: OIDs of production .8 (NIR) and .9 (NIA), of test .10, of demonstration .11. SSI/GEN.05: personal data to be made anonymous outside production.',
    },
    messages: {
      production: {
        fr: '« {path} » contient un INS sous un OID de production : {seenFr}. Refaites la pièce avec une identité de test, et supprimez ce fichier s’il vient d’un vrai patient.',
        en: '“{path}” holds an INS under an OID of production: {seenEn}. Make the evidence again with a test identity, and delete this file if it comes from a real patient.',
      },
      misplaced: {
        fr: '« {path} » donne une identité de test sous un OID de production : {seenFr}. Mettez-la sous l’OID de test (1.2.250.1.213.1.4.10).',
        en: '“{path}” gives a test identity under an OID of production: {seenEn}. Put it under the test OID (1.2.250.1.213.1.4.10).',
      },
      bare: {
        fr: '« {path} » contient un nombre qui a la forme et la clé d’un INS ou NIR, sans OID de test : {seenFr}. Remplacez-le par une identité de test ; si ce n’en est pas un, ignorez cette anomalie en disant pourquoi. Si c’est un patient de test de l’équipe, déclarez-le sous « identites_de_test ».',
        en: '“{path}” holds a number with the form and key of an INS or NIR, without a test OID: {seenEn}. Replace it with a test identity; if it is none, ignore this finding and say why. If it is a test patient of the team’s own, declare it under “identites_de_test”.',
      },
      recognised: {
        fr: '« {path} » montre un INS ou NIR, lu par reconnaissance dans l’image : {seenFr}. Regardez-la : refaites la pièce avec une identité de test, ou déclarez-la sous « identites_de_test » si c’est un patient de test de l’équipe. Si l’image a été mal lue, ignorez cette anomalie en disant pourquoi.',
        en: '“{path}” shows an INS or NIR, recognised in the picture: {seenEn}. Look at it: make the evidence again with a test identity, or declare it under “identites_de_test” if it is a test patient of the team’s own. If the picture was misread, ignore this finding and say why.',
      },
      possible: {
        fr: '« {path} » montre peut-être un INS ou NIR, lu par reconnaissance dans l’image, où rien ne le nomme : {seenFr}. Regardez-la ; un nombre sur 97 a une telle clé par hasard.',
        en: '“{path}” may show an INS or NIR, recognised in the picture, where nothing names it: {seenEn}. Look at it; one number in 97 has such a key by chance.',
      },
      written: {
        fr: 'Ce texte du manifeste (nom de fichier, titre, lien, commentaire ou note) porte un nombre qui a la forme et la clé d’un INS ou NIR : {seenFr}. Retirez-le, ou déclarez-le sous « identites_de_test » si c’est un patient de test de l’équipe.',
        en: 'This text of the manifest (file name, title, link, comment or note) has a number with the form and key of an INS or NIR: {seenEn}. Take it out, or declare it under “identites_de_test” if it is a test patient of the team’s own.',
      },
    },
  },
  requirement(resolved, report, context) {
    cited.requirement(resolved, report, context);
    const { comment, internalNote, notApplicable } = resolved.facts;
    written(
      [comment, notApplicable?.justification],
      [internalNote],
      () => requirementTarget(resolved),
      report,
      context,
    );
  },
  scenario(resolved, report, context) {
    cited.scenario(resolved, report, context);
    const { comment, internalNote, notApplicable } = resolved.facts;
    written([comment, notApplicable?.justification], [internalNote], () => scenarioTarget(resolved), report, context);
  },
  evidence(item, report, context) {
    cited.evidence(item, report, context);
    const { file, link, execution, declaration, title, testCase, comment } = item;
    const filed = [file, link, execution, declaration, title, testCase, comment];
    written(filed, [item.internalNote], () => proofTarget(context.proof), report, context);
  },
  dossier(dossier, report, context) {
    cited.dossier(dossier, report, context);
    for (const { uri, parsed } of [dossier.main, ...dossier.fragments]) {
      for (const { line, found } of suspectLines(parsed)) {
        const { production, bare } = suspectsAmong(found, declaredIdentities(context));
        const suspects = [...production, ...bare];
        // What stands here is for the team: it shows a person's number to whoever reads the folder, not to ANS.
        if (suspects.length > 0) report(uri, line.range, 'written', maskedSightings(suspects), { severity: 'warning' });
      }
    }
  },
};

const cited = onEveryPath((path, targetOf, report, context) => {
  const file = factsOf(path, context);
  if (file) check(file, path, targetOf, report, context);
});

function check(
  file: EvidenceFile,
  { value, range }: Located<string>,
  targetOf: () => Target,
  report: Report,
  context: EntryContext,
): void {
  if (file.state !== 'file' || !file.inspection) return;
  const sighted = sightedIn(file, declaredIdentities(context));
  const { misplaced } = sighted;
  const production = sighted.production.filter((one) => !one.recognised);
  const bare = sighted.bare.filter((one) => !one.recognised);
  const recognised = [...sighted.production, ...sighted.bare].filter((one) => one.recognised);
  const path = maskedText(value);
  if (production.length > 0) {
    report(range, 'production', { path, ...maskedSightings(production) }, { effect: 'incomplete', target: targetOf() });
  }
  if (misplaced.length > 0) {
    const more = { severity: 'warning', effect: 'review', target: targetOf() } as const;
    report(range, 'misplaced', { path, ...maskedSightings(misplaced) }, more);
  }
  reportRecognised(recognised, path, range, targetOf, report);
  if (bare.length === 0) return;
  // What only looks like an INS may be something else: the team can say so, and the proof is whole again.
  const alone = bare.every(({ unnamed }) => unnamed);
  const more = { effect: 'review', target: targetOf(), ...(alone && { severity: 'warning' as const }) } as const;
  report(range, 'bare', { path, ...maskedSightings(bare) }, more);
}

/** A digit of a picture may be misread: whoever looks at it decides. */
function reportRecognised(
  recognised: readonly IdentifierSighting[],
  path: string,
  range: OffsetRange,
  targetOf: () => Target,
  report: Report,
): void {
  const named = recognised.filter(({ unnamed }) => !unnamed);
  const possible = recognised.filter(({ unnamed }) => unnamed);
  if (named.length > 0)
    report(range, 'recognised', { path, ...maskedSightings(named) }, { effect: 'review', target: targetOf() });
  if (possible.length > 0) {
    const more = { severity: 'warning', effect: 'review', target: targetOf() } as const;
    report(range, 'possible', { path, ...maskedSightings(possible) }, more);
  }
}

/**
 * What leaves with the package beside the files: their names, their titles, what is said of them. Notes stay with the team, and
 * are a lesser fault.
 */
function written(
  filed: readonly (Located<string> | undefined)[],
  notes: readonly (Located<string> | undefined)[],
  targetOf: () => Target,
  report: Report,
  context: EntryContext,
): void {
  for (const text of [...filed, ...notes]) {
    if (text === undefined || !mayHoldMatricule(text.value)) continue;
    const found = findIdentifiers(text.value, undefined, { firstLine: null });
    const { production, bare } = suspectsAmong(found, declaredIdentities(context));
    const suspects = [...production, ...bare];
    if (suspects.length === 0) continue;
    const isMinor = notes.includes(text) || suspects.every(({ unnamed }) => unnamed);
    const more = { effect: 'review', target: targetOf(), ...(isMinor && { severity: 'warning' as const }) } as const;
    report(text.range, 'written', maskedSightings(suspects), more);
  }
}

/** A matricule is thirteen digits, one of which may be a letter in Corsica; digits of other scripts count as well. */
const fewestDigits = 12;
const firstOtherScript = 0x660;

/** Cheap: a dossier has some ten texts for each piece, and paths with few digits are most of them. */
function mayHoldMatricule(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || code >= firstOtherScript) digits++;
  }
  return digits >= fewestDigits;
}

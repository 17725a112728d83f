import type { NamedVersion } from '../../../evidence/find-versions';
import { findVersions } from '../../../evidence/find-versions';
import { isOtherVersion, isVersionOf, namesVersion } from '../../../evidence/product-name';
import { evidencePath } from '../../../manifest/facts';
import { isPlaceholder } from '../../../text/placeholder';
import { citedFile } from '../../cited-files';
import type { EvidenceContext, ReportDetails, Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';
import { fileNameOf } from '../../../text/file-name';

export const rule: Rule = {
  meta: {
    id: 'preuve/version-citee',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce, son titre, son commentaire ou son nom montre une autre version du logiciel.',
      en: 'The piece, its title, its comment or its name shows another version of the software.',
    },
    why: {
      fr: 'L’instructeur lit la version sur la pièce : une autre que la version candidate la fait refuser. Ne compte qu’un numéro directement à côté du nom du logiciel (logiciel.nom) : « MonCabinet 12.3.1 », « MonCabinet version 12.3 », « MonCabinet-12.3.1.png », « Logiciel : MonCabinet » puis « Version : 12.3.1 » à la ligne. Sont lus les textes, pages, XML, messages et PDF, et ce que le dossier écrit de la pièce ; ni les images, ni l’intérieur des archives. Rien n’est dit des autres composants (Java, navigateurs, bases), d’un module ou d’un guide du logiciel, d’une borne (« depuis MonCabinet 12.3 »), d’un passage (« MonCabinet 12.3 vers 12.4 »), d’un historique, de l’édition d’un papier (« PSSI MonCabinet v2.0 »), ni d’une pièce qui nomme aussi la version candidate ; « 12.4 » vaut « 12.4.0 ». Deux nombres sans le mot « version » ne sont qu’une indication.',
      en: 'The examiner reads the version on the piece: one that is not the candidate version has it refused. Only a number directly beside the name of the software (logiciel.nom) counts: “MonCabinet 12.3.1”, “MonCabinet version 12.3”, “MonCabinet-12.3.1.png”, “Logiciel : MonCabinet” and “Version : 12.3.1” on the next line. Texts, pages, XML, messages and PDF are read, and what the dossier writes of the piece; not pictures, nor the inside of archives. Nothing is said of other components (Java, browsers, databases), of a module or guide of the software, of a bound (“since MonCabinet 12.3”), of a change (“MonCabinet 12.3 to 12.4”), of history, of the edition of a paper (“PSSI MonCabinet v2.0”), nor of a piece that also names the candidate version; “12.4” stands for “12.4.0”. Two numbers without the word “version” are a hint only.',
    },
    avoid: '- fichier: preuves/journal.log   # « MonCabinet 12.3.1 démarré » ; logiciel.version est 12.4.0',
    prefer: '- fichier: preuves/journal.log   # « MonCabinet 12.4.0 démarré »',
    source: { fr: `${sources.format.fr} ${sources.content.fr}`, en: `${sources.format.en} ${sources.content.en}` },
    messages: {
      content: {
        fr: '« {path} » montre {name} {version}, alors que la version candidate est {candidate} : enregistrez la pièce sur la version candidate, ou vérifiez que ce numéro en désigne une autre chose.',
        en: '“{path}” shows {name} {version}, while the candidate version is {candidate}: record the piece on the candidate version, or check that this number means something else.',
      },
      written: {
        fr: 'Ce texte nomme {name} {version}, alors que la version candidate est {candidate} : corrigez-le, ou enregistrez la pièce sur la version candidate.',
        en: 'This text names {name} {version}, while the candidate version is {candidate}: correct it, or record the piece on the candidate version.',
      },
    },
  },
  evidence(item, report, context) {
    const name = context.softwareName?.trim() ?? '';
    const candidate = context.softwareVersion?.trim() ?? '';
    // `0.0.0` is what stands where nobody numbered anything: the gate says so.
    if (isPlaceholder(name) || isPlaceholder(candidate) || /^[0.]+$/.test(candidate)) return;
    const path = evidencePath(item);
    // What the entry says of its version is another rule's business: it is said once.
    const stated = item.version?.value.trim() ?? '';
    const find = (versions: readonly NamedVersion[]) => otherVersion(versions, context, stated);
    const more = ({ sure }: NamedVersion): ReportDetails => ({
      target: proofTarget(context.proof, path?.value),
      ...(sure ? { effect: 'review' as const } : { severity: 'info' as const }),
    });
    for (const text of [item.title, item.comment, item.file]) {
      // « Reprise de la preuve de MonCabinet 12.3, refaite sur la version candidate ».
      if (text && /(?<!\p{L})version candidate(?!\p{L})/iu.test(text.value)) continue;
      const found = text && find(findVersions(text === item.file ? fileNameOf(text.value) : text.value));
      if (text && found) report(text.range, 'written', { name, version: found.version, candidate }, more(found));
    }
    const file = citedFile(item, context);
    const found = file && find(file.inspection.versions ?? []);
    if (file && found) {
      report(
        file.path.range,
        'content',
        { path: file.path.value, name, version: found.version, candidate },
        more(found),
      );
    }
  },
};

/** The surest of the versions that cannot be the candidate one; undefined where that one is named too. */
function otherVersion(
  versions: readonly NamedVersion[],
  { softwareName = '', softwareVersion = '' }: EvidenceContext,
  stated: string,
): NamedVersion | undefined {
  const own = versions.filter((one) => isVersionOf(softwareName, one));
  const others = own.filter(
    ({ version }) =>
      isOtherVersion(version, softwareVersion) &&
      (stated === '' || isOtherVersion(version, stated) || !isOtherVersion(softwareVersion, stated)),
  );
  const isCandidateNamed = own.some(
    ({ version }) => version.includes('.') && !isOtherVersion(version, softwareVersion),
  );
  const isNamedApart = versions.some((one) => namesVersion(softwareVersion, one));
  return isCandidateNamed || isNamedApart ? undefined : (others.find(({ sure }) => sure) ?? others[0]);
}

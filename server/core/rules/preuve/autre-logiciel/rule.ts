import type { DeclaredName } from '../../../evidence/find-declared';
import { foldedName, isVersionOf } from '../../../evidence/product-name';
import { isPlaceholder } from '../../../text/placeholder';
import { citedFile, type CitedFile } from '../../cited-files';
import type { EvidenceContext, Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

/** What stands on any computer beside the software: its environment, not another product in its place. */
const environment =
  /\b(?:windows|linux|ubuntu|debian|red hat|macos|android|ios|chrome|chromium|firefox|edge|safari|java|jdk|openjdk|postgres(?:ql)?|mysql|mariadb|oracle|sql server|mongodb|docker|kubernetes|apache|tomcat|nginx|iis|obs|word|excel|office|acrobat|pdf|vera ?pdf|gazelle|evsclient|matchbox|inferno|soapui|postman|newman|cypress|playwright|selenium|jmeter|burp|nessus|openssl|wireshark|outlook|thunderbird|squash|jira|jenkins|gitlab|pro sante connect|e cps|cryptolib|dmp|mssante|insi|generator|generateur|simulateur|simulator|visual studio|eclipse|ans|asip|agence du numerique|cnam|cnda|gie|microsoft|google|mozilla|apple|vidal|claude bernard|theriaque|thesorimed|sesam|galss|hapi|mirth|rhapsody|vitale|cps)\b/;

export const rule: Rule = {
  meta: {
    id: 'preuve/autre-logiciel',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce se déclare d’un autre logiciel ou d’un autre éditeur.',
      en: 'The piece declares itself to be of other software or another vendor.',
    },
    why: {
      fr: 'Une pièce d’un autre produit ne prouve rien du logiciel candidat. Ne comptent que les lignes « Logiciel : … » et « Éditeur : … » (ou « Nom du logiciel : … ») d’un texte, d’une page ou d’un PDF, comparées à logiciel.nom et editeur.denomination ; ni les noms cités dans une phrase, ni les images. Rien n’est dit d’un composant tiers déclaré, d’un système, d’un navigateur ou d’un outil d’essai. Les deux lignes contredites font un avertissement ; une seule, une indication.',
      en: 'A piece of another product proves nothing of the candidate software. Only the lines “Logiciel : …” and “Éditeur : …” (or “Nom du logiciel : …”) of a text, a page or a PDF count, compared with logiciel.nom and editeur.denomination; not names in a sentence, nor pictures. Nothing is said of a declared third-party component, a system, a browser or a test tool. Both lines contradicted make a warning; one of them, a hint.',
    },
    avoid: '- fichier: preuves/rapport.pdf   # « Logiciel : AutreProduit » ; logiciel.nom est MonCabinet',
    prefer: '- fichier: preuves/rapport.pdf   # « Logiciel : MonCabinet »',
    source: { fr: `${sources.format.fr} ${sources.content.fr}`, en: `${sources.format.en} ${sources.content.en}` },
    messages: {
      software: {
        fr: '« {path} » déclare le logiciel « {found} », et le dossier est celui de {name} : vérifiez que la pièce est la bonne.',
        en: '“{path}” declares the software “{found}”, and the dossier is that of {name}: check that this is the right piece.',
      },
      vendor: {
        fr: '« {path} » déclare l’éditeur « {found} », et le dossier est celui de {name} : vérifiez que la pièce est la bonne.',
        en: '“{path}” declares the vendor “{found}”, and the dossier is that of {name}: check that this is the right piece.',
      },
      both: {
        fr: '« {path} » déclare le logiciel « {found} » de « {vendor} », et le dossier est celui de {name} : citez la pièce du logiciel candidat.',
        en: '“{path}” declares the software “{found}” of “{vendor}”, and the dossier is that of {name}: cite the piece of the candidate software.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    const declared = file?.inspection.declared ?? [];
    if (!file || declared.length === 0) return;
    const [software, vendor] = [stranger('software', declared, context), stranger('vendor', declared, context)];
    const { value: path, range } = file.path;
    const target = proofTarget(context.proof, path);
    const [name = '', maker = ''] = [context.softwareName?.trim(), context.vendorName?.trim()];
    // One that is right says what the other is.
    const isOwn = declared.some((one) => isKnown(one.name, context)) || isBesideOwnVersion(file, context);
    // A tool has a vendor, too.
    const isOfTool = declared.some(({ kind, name: one }) => kind === 'software' && environment.test(foldedName(one)));
    if (isOfTool && software === undefined) return;
    if (software && vendor && !isBesideOwnVersion(file, context)) {
      const args = { path, found: software, vendor, name };
      report(range, 'both', args, { severity: 'warning', effect: 'review', target });
    } else if (software && !isOwn) report(range, 'software', { path, found: software, name }, { target });
    else if (vendor && !isOwn) report(range, 'vendor', { path, found: vendor, name: maker }, { target });
  },
};

/** The piece names the software with its version as well: what it declares may be the other end of an exchange. */
function isBesideOwnVersion({ inspection }: CitedFile, { softwareName = '' }: EvidenceContext): boolean {
  return inspection.versions?.some((one) => isVersionOf(softwareName, one)) === true;
}

/** The name declared where every declared name of this kind is a stranger's; undefined otherwise. */
function stranger(
  kind: DeclaredName['kind'],
  declared: readonly DeclaredName[],
  context: EvidenceContext,
): string | undefined {
  const own = kind === 'software' ? context.softwareName : context.vendorName;
  if (own === undefined || isPlaceholder(own)) return undefined;
  const names = declared.filter((one) => one.kind === kind).map(({ name }) => name);
  const [first] = names;
  return names.some((name) => isKnown(name, context) || environment.test(foldedName(name))) ? undefined : first;
}

/** Whether a name is the software, its vendor or a component, or shares a telling word with them. */
function isKnown(name: string, { softwareName = '', vendorName = '', componentNames = '' }: EvidenceContext): boolean {
  const folded = foldedName(name);
  const joined = folded.replaceAll(' ', '');
  return [softwareName, vendorName, ...componentNames.split('\n')].some((known) => {
    const other = foldedName(known);
    if (other === '') return false;
    const together = other.replaceAll(' ', '');
    if (joined.includes(together) || together.includes(joined)) return true;
    return other.split(' ').some((word) => word.length > 3 && !common.test(word) && folded.split(' ').includes(word));
  });
}

/** Words that many names have. */
const common =
  /^(?:sante|medical|medicale|medicaux|logiciel|logiciels|software|editeur|solution|solutions|systeme|systemes|informatique|france|groupe|group|technologies|services|conseil|exemple|cabinet|clinique|hopital|labo|laboratoire|imagerie|pharma|pharmacie|gestion|data|digital|numerique)$/;

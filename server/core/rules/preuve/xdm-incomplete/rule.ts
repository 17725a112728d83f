import type { Inspection, XdmFacts } from '../../../evidence/inspection';
import { citedFile } from '../../cited-files';
import { clipList } from '../../clip';
import { asksFor, asksOnlyFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

const [archive, mail] = ['archive_ihe_xdm', 'source_smtp'];
const archiveOnly = new Set([archive]);

export const rule: Rule = {
  meta: {
    id: 'preuve/xdm-incomplete',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'L’archive IHE_XDM n’est pas complète, ou ses métadonnées ne sont pas celles de ses documents.',
      en: 'The IHE_XDM archive is not complete, or its metadata are not those of its documents.',
    },
    why: {
      fr: 'Le logiciel qui la reçoit ne l’intègre pas : la taille et l’empreinte de chaque document sont dans METADATA.XML.',
      en: 'The software that receives it does not take it in: size and digest of each document stand in METADATA.XML.',
    },
    looked: {
      fr: 'Sont regardés la liste des entrées, METADATA.XML, la taille et le SHA-1 de chaque document annoncé, dans une archive citée comme pièce. Ne sont pas regardés : les autres métadonnées XDS, l’archive jointe à un courriel, les documents au-delà des bornes de lecture.',
      en: 'What is looked at: the list of entries, METADATA.XML, size and SHA-1 of each document that it lists, in an archive cited as evidence. Not looked at: other XDS metadata, the archive attached to a mail, documents beyond the bounds of reading.',
    },
    avoid: '- fichier: preuves/mss/IHE_XDM.zip   # document modifié après coup',
    prefer: '- fichier: preuves/mss/IHE_XDM.zip   # telle que le logiciel l’a produite',
    source: {
      fr: 'Tableurs publics de l’ANS (ECO.2.1.5) : IHE_XDM/SUBSET01 avec METADATA.XML et documents, README, INDEX. IHE ITI TF-2, 3.32.',
      en: 'Public working tables of ANS (ECO.2.1.5): IHE_XDM/SUBSET01 with METADATA.XML and documents, README, INDEX. IHE ITI TF-2, 3.32.',
    },
    messages: {
      notXdm: {
        fr: 'Une archive IHE_XDM est attendue, et « {path} » n’a pas de dossier IHE_XDM : citez celle que le logiciel a produite.',
        en: 'An IHE_XDM archive is expected, and “{path}” has no folder IHE_XDM: cite the one that the software made.',
      },
      noMetadata: {
        fr: 'L’archive « {path} » n’a pas de METADATA.XML : refaites-la.',
        en: 'Archive “{path}” has no METADATA.XML: make it again.',
      },
      noPart: {
        fr: 'L’archive « {path} » n’a pas de {parts} à sa racine : ajoutez-le.',
        en: 'Archive “{path}” has no {parts} at its root: add it.',
      },
      absent: {
        fr: 'METADATA.XML de « {path} » annonce un document qui n’est pas dans l’archive : {documents}.',
        en: 'METADATA.XML of “{path}” lists a document that is not in the archive: {documents}.',
      },
      changed: {
        fr: 'La taille ou l’empreinte (SHA-1) annoncée dans METADATA.XML de « {path} » n’est pas celle du document : {documents}. Produisez l’archive de nouveau.',
        en: 'The size or digest (SHA-1) that METADATA.XML of “{path}” states is not that of the document: {documents}. Make the archive again.',
      },
      backslashes: {
        fr: 'Les noms de l’archive « {path} » sont écrits avec « \\ » : ailleurs que sous Windows, aucun dossier IHE_XDM n’y apparaît. Refaites-la avec le logiciel, ou avec un outil qui écrit « / ».',
        en: 'The names of archive “{path}” are written with “\\”: anywhere but on Windows no folder IHE_XDM appears. Make it again with the software, or with a tool that writes “/”.',
      },
      inFolder: {
        fr: 'Dans l’archive « {path} », README, INDEX et IHE_XDM sont dans le dossier « {folder} » : ils doivent être à la racine.',
        en: 'In archive “{path}”, README, INDEX and IHE_XDM lie in folder “{folder}”: they must be at the top.',
      },
      unlisted: {
        fr: 'METADATA.XML de « {path} » ne dit rien de : {documents}.',
        en: 'METADATA.XML of “{path}” says nothing of: {documents}.',
      },
    },
  },
  evidence(item, report, context) {
    if (!asksFor(archive, context.proof) && !asksFor(mail, context.proof)) return;
    const file = citedFile(item, context);
    if (!file || file.inspection.damage) return;
    const { value: path, range } = file.path;
    const target = proofTarget(context.proof, path);
    const xdm = file.inspection.xdm ?? file.inspection.mail?.xdm;
    if (xdm) {
      for (const { message, error, ...args } of faults(xdm, file.inspection)) {
        const more = error ? ({ severity: 'error', effect: 'incomplete' } as const) : { effect: 'review' as const };
        report(range, message, { path, ...args }, { ...more, target });
      }
    } else if (
      isOtherZip(file.inspection, file.content.detected?.extension) &&
      asksOnlyFor(archiveOnly, context.proof)
    ) {
      report(range, 'notXdm', { path }, { effect: 'review', target });
    }
  },
};

interface Fault {
  readonly message: 'backslashes' | 'inFolder' | 'noMetadata' | 'noPart' | 'absent' | 'changed' | 'unlisted';
  readonly error?: boolean;
  readonly parts?: string;
  readonly documents?: string;
  readonly folder?: string;
}

function* faults(xdm: XdmFacts, { partial }: Inspection): Generator<Fault> {
  const parts = [...(xdm.hasReadme ? [] : ['README']), ...(xdm.hasIndex ? [] : ['INDEX'])];
  if (xdm.backslashes) yield { message: 'backslashes', error: true };
  if (xdm.inFolder !== undefined) yield { message: 'inFolder', folder: xdm.inFolder.replace(/\/$/, '') };
  if (!xdm.hasMetadata) yield { message: 'noMetadata' };
  if (parts.length > 0) yield { message: 'noPart', parts: parts.join(', ') };
  const absent = xdm.documents.filter(({ present }) => !present);
  if (absent.length > 0) yield { message: 'absent', error: true, documents: named(absent) };
  const changed = xdm.documents.filter(
    ({ sizeMatches, hashMatches }) => sizeMatches === false || hashMatches === false,
  );
  if (changed.length > 0) yield { message: 'changed', error: true, documents: named(changed) };
  // Style sheets may stand beside the documents. What was not read to its end may be listed further on.
  const unlisted = xdm.unlisted.filter((name) => /\.(?:xml|pdf|cda)$/i.test(name));
  if (unlisted.length > 0 && xdm.hasMetadata && partial !== true) {
    yield { message: 'unlisted', documents: clipList(unlisted) };
  }
}

function named(documents: XdmFacts['documents']): string {
  return clipList(documents.map(({ uri }) => uri ?? '?'));
}

function isOtherZip(inspection: Inspection, signature: string | undefined): boolean {
  return signature === 'zip' && inspection.partial !== true && inspection.mail === undefined;
}

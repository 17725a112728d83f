import { createHash } from 'node:crypto';
import type { ExpectedProof, Scenario } from '../../../server/core/catalogue/catalogue';
import type { EvidenceFamily } from '../../../server/core/catalogue/evidence-families';
import { acceptedFamilies } from '../../../server/core/catalogue/evidence-types';
import { findTransactions } from '../../../server/core/evidence/find-transactions';
import { buildZip } from '../../../server/host/archive/testing/build-zip';
import { buildMp4 } from '../../../server/host/inspection/testing/build-film';
import { buildPdf, buildSignedPdf } from '../../../server/host/inspection/testing/build-pdf';
import { buildPng } from '../../../server/host/inspection/testing/build-png';
import {
  clinicalDocument,
  identityMessage,
  mail,
  oids,
  soapMessage,
  testIns,
  validationReport,
  xdmArchive,
} from '../../kit/seeded/seeded-documents';

/** A place of a real workbook to which a piece is to answer. */
export interface Slot {
  readonly scenario: Scenario;
  readonly proof: ExpectedProof;
}

/** One of them, always the same for a seed. */
function chosen<T>(items: readonly T[], seed: number, of: string): T | undefined {
  return items[createHash('sha1').update(`${of} ${seed}`).digest().readUInt32BE(0) % items.length];
}

const makeable: readonly EvidenceFamily[] = [
  'image',
  'video',
  'pdf',
  'document',
  'spreadsheet',
  'xml',
  'eml',
  'text',
  'hl7',
  'csv',
  'zip',
  'pem',
  'link',
  'integer',
];

/** What such a piece may be, any of those that the proof accepts; the same for the same seed. */
export function familyOfSlot({ types }: ExpectedProof, seed: number): EvidenceFamily {
  const accepted =
    acceptedFamilies(types) ?? new Set<EvidenceFamily>(['image', 'pdf', 'text', 'document', 'csv', 'zip']);
  const choices = makeable.filter((family) => accepted.has(family));
  // Texts say most, and may thus be accused of most.
  if (choices.includes('text') && chosen([true, false], seed, 'text')) return 'text';
  return chosen(choices, seed, 'family') ?? 'image';
}

const extensions: Partial<Record<EvidenceFamily, readonly string[]>> = {
  image: ['png'],
  video: ['mp4'],
  pdf: ['pdf'],
  document: ['docx', 'rtf', 'odt'],
  spreadsheet: ['xlsx'],
  xml: ['xml'],
  eml: ['eml'],
  text: ['log', 'txt', 'json', 'html', 'md'],
  hl7: ['hl7'],
  csv: ['csv'],
  zip: ['zip'],
  pem: ['pem'],
};

export function extensionOfSlot(family: EvidenceFamily, seed: number): string {
  return chosen(extensions[family] ?? [], seed, 'extension') ?? 'bin';
}

/** What sound pieces say beside their matter: other versions, components, numbers, words of failure that are none. */
const beside: readonly string[] = [
  'Mise à jour de MonCabinet 12.3.4 vers 12.4.0 : terminée',
  'User-Agent: MonCabinet/12.4 (Windows NT 10.0; Win64; x64) Java/17.0.9 Apache-HttpClient/4.5.14',
  'N° dossier 202610201234567 ; IBAN FR7630006000011234567890189 ; SIRET 73282932000074 ; tél. 04 72 34 56 78',
  'Arrêté NOR AFSS1529937A ; article R. 1111-8-1 ; décret n° 2017-412 ; UE 2016/679 ; ISO/IEC 27001:2022',
  'Durée 0,281065145432112 s ; mémoire 2 810 651 454 octets ; 404 lignes, 502 Ko, 0 erreur',
  'Poste de test : Windows 11, Google Chrome 131.0.6778.86, PostgreSQL 15.4',
  'Mot de passe : 12 caractères minimum, haché (bcrypt, coût 12)',
  'Tests run: 12, Failures: 0, Errors: 0, Skipped: 0',
  'Import testé avec MédiLog 4.2 ; destinataire : Axilis 5.3.1',
  'token_type=Bearer, password=%MSS_PWD%, Authorization: Bearer ********',
  'Guide MonCabinet, édition 3.1 du 12/10/2026, page 12 sur 48',
  'UUID 28106514-5432-4112-8106-514543211200 ; OID 1.2.250.1.213.9.9.1 ; empreinte 9f86d081884c7d659a2feaa0c55ad015',
];

const latin = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\x20-\x7e\n]/g, '')
    .replace(/[\\()]/g, '\\$&');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const rtf = (text: string): string =>
  text.replace(/[\\{}]/g, '\\$&').replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0)}?`);

/** A piece that answers the slot: it speaks of what the slot asks, by MonCabinet 12.4.0, with a test identity. */
export function soundPiece({ scenario, proof }: Slot, family: EvidenceFamily, extension: string, seed: number): Buffer {
  const [title, asked] = [plain(scenario.name ?? scenario.id), plain(proof.expected)];
  const named = findTransactions(
    `${asked} ${title} ${scenario.text ?? ''} ${scenario.steps.map(({ text }) => text).join(' ')}`,
  );
  const lines = [
    title,
    asked,
    `MonCabinet 12.4.0 : ${named.join(', ') || 'traitement'} terminé`,
    `Patient de test PAT-TROIS DOMINIQUE, INS ${testIns}`,
    chosen(beside, seed, 'beside') ?? '',
    `Référence ${10_000_000 + seed}`,
  ];
  const unsigned = buildPdf({
    pages: [
      latin(
        lines
          .slice(0, 5)
          .map((line) => line.slice(0, 90))
          .join('\n'),
      ),
    ],
  });
  const letter = clinicalDocument(buildPdf({ pages: [`Lettre ${seed}`], xmp: pdfA }));
  switch (family) {
    case 'image':
      return buildPng({
        width: 400 + (seed % 97),
        height: 300 + (seed % 89),
        extra: [['tEXt', Buffer.from(`Title\0${latin(title).slice(0, 80)} ${seed}`)]],
      });
    case 'video':
      return buildMp4({ duration: 60_000 + seed });
    case 'pdf':
      if (proof.types.includes('formulaire_test_intrusion_passi')) return signedForm(seed);
      return proof.types.includes('document_pdf_a1') ? buildPdf({ pages: [`Lettre ${seed}`], xmp: pdfA }) : unsigned;
    case 'document':
      return document(extension, lines);
    case 'spreadsheet':
      return sheet(lines);
    case 'xml':
      return xml(proof, letter, seed);
    case 'eml':
      return mail({
        archive: xdmArchive({ document: letter }),
        pdf: buildPdf({ pages: [`Lettre ${seed}`], xmp: pdfA }),
        headers: ['X-MSS-CODECDA: 11490-0', 'X-MSS-INS: O', 'X-MSS-NIL: REFERENCE-PRODUIT'],
      });
    case 'hl7':
      return identityMessage(
        `${testIns}^^^ASIP-SANTE-INS-NIR&${oids.test}&ISO^INS~IPP-${seed}^^^MONCABINET^PI`,
        'VALI',
        eventOf(`${asked} ${title} ${scenario.text ?? ''}`),
      );
    case 'csv':
      return Buffer.from(
        `\ufeffDate;Opération;Résultat\r\n2026-11-02;"${lines[0]?.replaceAll('"', '""') ?? ''}";OK\r\n2026-11-02;${seed};OK\r\n`,
      );
    case 'zip':
      return proof.types.includes('document_cda') || /xdm/i.test(asked)
        ? xdmArchive({ document: letter })
        : buildZip([
            { name: 'journal.log', content: journal(lines) },
            { name: 'LISEZMOI.txt', content: `${seed}` },
          ]);
    default:
      return text(extension, lines);
  }
}

const pdfA =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="1" pdfaid:conformance="B"/></rdf:RDF></x:xmpmeta>';

function signedForm(seed: number): Buffer {
  const signed = buildSignedPdf("/Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20261020090000+02'00')");
  return Buffer.concat([signed, Buffer.from(`% ${seed}\n`)]);
}

function xml({ types }: ExpectedProof, letter: Buffer, seed: number): Buffer {
  const own = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.from(`<!-- ${seed} -->\n`)]);
  if (types.some((type) => /soap|vihf/.test(type))) return own(soapMessage(true));
  return types.some((type) => /rapport/.test(type)) ? own(validationReport('PASSED')) : letter;
}

function journal(lines: readonly string[]): string {
  return lines.map((line, at) => `2026-11-02 10:15:0${at}.123 INFO  ${line.replace(/\s+/g, ' ')}\n`).join('');
}

function text(extension: string, lines: readonly string[]): Buffer {
  const [title = '', ...rest] = lines;
  if (extension === 'json')
    return Buffer.from(
      JSON.stringify(
        { logiciel: 'MonCabinet', version: '12.4.0', date: '2026-11-02', titre: title, lignes: rest },
        null,
        1,
      ),
    );
  if (extension === 'html')
    return Buffer.from(
      `<!DOCTYPE html>\n<html lang="fr"><head><title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1><table><tr><th>Logiciel</th><td>MonCabinet</td></tr><tr><th>Version</th><td>12.4.0</td></tr><tr><th>Date</th><td>2026-11-02</td></tr></table>${rest.map((line) => `<p>${escaped(line)}</p>`).join('')}</body></html>\n`,
    );
  if (extension === 'md')
    return Buffer.from(
      `# ${title}\n\n2026-11-02\n\n| Logiciel | Version |\n| --- | --- |\n| MonCabinet | 12.4.0 |\n\n${rest.join('\n\n')}\n`,
    );
  return Buffer.from(journal(lines));
}

function document(extension: string, lines: readonly string[]): Buffer {
  if (extension === 'rtf')
    return Buffer.from(
      `{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}\\f0 ${lines.map((line) => `${rtf(line)}\\par `).join('')}}`,
    );
  if (extension === 'odt')
    return buildZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      {
        name: 'content.xml',
        content: `<office:document-content xmlns:office="o" xmlns:text="t"><office:text>${lines.map((line) => `<text:p>${escaped(line)}</text:p>`).join('')}</office:text></office:document-content>`,
      },
    ]);
  return buildZip([
    {
      name: '[Content_Types].xml',
      content:
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="w"><w:body>${lines.map((line) => `<w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    },
  ]);
}

function sheet(lines: readonly string[]): Buffer {
  return buildZip([
    {
      name: '[Content_Types].xml',
      content:
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst>${lines.map((line) => `<si><t>${escaped(line)}</t></si>`).join('')}</sst>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><sheetData>${lines.map((_line, at) => `<row><c t="s"><v>${at}</v></c><c><v>${at * 1.5}</v></c></row>`).join('')}</sheetData></worksheet>`,
    },
  ]);
}

/** The event of a message that the slot names, else a change of identity. */
function eventOf(words: string): string {
  return /\b(A\d{2})\b/.exec(words)?.[1] ?? 'A31';
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, 300);
}

import { bzip2Head, compoundOf, ebcdic } from './binary-forms';
import { gzipSync } from 'node:zlib';
import { buildZip } from '../../../server/host/archive/testing/build-zip';
import { buildPng } from '../../../server/host/inspection/testing/build-png';
import { tar } from './build-tar';

/** Who is named in a carrier. */
export interface Named {
  /** 13 characters. */
  readonly matricule: string;
  readonly key: string;
  /** OID under which the number stands, where the form gives one. */
  readonly system: string;
}

type Wrap = (who: Named) => string | Uint8Array;

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const mail = (type: string, body: string): string =>
  `From: a@exemple.test\r\nTo: b@exemple.test\r\nDate: Mon, 2 Nov 2026 10:15:00 +0100\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\nSubject: essai\r\nContent-Type: ${type}\r\n\r\n${body}`;
const withFile = (name: string, content: string | Uint8Array): string =>
  mail(
    'multipart/mixed; boundary=b',
    `--b\r\nContent-Type: text/plain\r\n\r\nvoir\r\n--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(content).replace(/.{76}/g, '$&\r\n')}\r\n--b--\r\n`,
  );
const rtf = (text: string): string => `{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}\\f0 ${text}\\par }`;
const office = (entries: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  buildZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    ...Object.entries(entries).map(([name, content]) => ({ name, content })),
  ]);
const word = (body: string): string => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const cda = (text: string): string =>
  `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section><text>${text}</text></section></component></structuredBody></component></ClinicalDocument>`;
const patient = ({ matricule, key, system }: Named): object => ({
  resourceType: 'Patient',
  identifier: [{ system: `urn:oid:${system}`, value: matricule + key }],
});
const adt = ({ matricule, key, system }: Named): string =>
  `MSH|^~\\&|A|B|C|D|20261102||ADT^A31|1|P|2.5\rPID|1||${matricule}${key}^^^A&${system}&ISO^INS\r`;
const cell = (name: string, value: string): string => `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;
const sheet = (rows: readonly (readonly string[])[]): Buffer =>
  office({
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows
      .map(
        (cells, row) =>
          `<row>${cells.map((value, at) => cell(`${'ABCDEFGH'.charAt(at)}${row + 1}`, value)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`,
  });
const pieces = (text: string): string[] => text.match(/.{1,3}/g) ?? [];
const card = (matricule: string): string => matricule.replace(/^(.)(..)(..)(..)(...)(...)$/, '$1 $2 $3 $4 $5 $6');

/** Forms in which nobody of those who wrote the readers had said an identity. */
const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token (RFC 7519) whose payload names somebody. */
function token({ matricule, key, system }: Named, more: object = {}): string {
  const ins = `${matricule}${key}^^^&${system}&ISO^NH`;
  return `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url({ sub: '899700000001', ins, ...more })}.c2lnbmF0dXJl`;
}

export const unusual: Readonly<Record<string, Wrap>> = {
  'jeton-en-objet.log': (who) => `2026-11-03 10:00:00 INFO {"id_token":"${token(who)}"}\n`,
  'jeton-en-en-tete.log': (who) => `${JSON.stringify({ headers: { Authorization: `Bearer ${token(who)}` } })}\n`,
  'jeton-dans-une-phrase.log': (who) => `${JSON.stringify({ msg: `jeton reçu ${token(who)} ok` })}\n`,
  'jeton-en-json-de-json.log': (who) => `${JSON.stringify({ corps: JSON.stringify({ id_token: token(who) }) })}\n`,
  'jeton.json': (who) => JSON.stringify({ access_token: token(who) }),
  'jeton-dans-un-jeton.txt': (who) =>
    `${base64url({ alg: 'none' })}.${base64url({ iss: 'https://exemple.invalid', id_token: token(who) })}.c2ln\n`,
  'rtf-dans-courriel.zip': ({ matricule, key }) =>
    buildZip([{ name: 'envoi.eml', content: withFile('lettre.rtf', rtf(`NIR : ${card(matricule)} ${key}`)) }]),
  'deux-cellules.xlsx': ({ matricule, key }) =>
    sheet([
      ['Nom', 'NIR', 'Clé'],
      ['X', matricule, key],
    ]),
  'nir-loin-de-sa-cle.xlsx': ({ matricule, key }) =>
    sheet([
      ['NIR', 'Nom', 'Prénom', 'Clé'],
      [matricule, 'X', 'Y', key],
    ]),
  'chaines-partagees.xlsx': ({ matricule, key }) =>
    office({
      'xl/workbook.xml': '<workbook/>',
      'xl/sharedStrings.xml': `<sst><si><t>NIR</t></si><si>${pieces(matricule + key)
        .map((text) => `<r><t>${text}</t></r>`)
        .join('')}</si></sst>`,
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData></worksheet>',
    }),
  'comme-excel.xlsx': ({ matricule, key }) =>
    office({
      'xl/workbook.xml': '<workbook/>',
      'xl/sharedStrings.xml': `<sst>${['Patients', 'Nom', 'NIR', 'Clé', 'X', matricule].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="F3" t="s"><v>3</v></c></row><row r="4"><c r="B4" t="s"><v>4</v></c><c r="C4" t="s"><v>5</v></c><c r="F4"><v>${Number(key)}</v></c></row></sheetData></worksheet>`,
    }),
  'commentaire.xlsx': ({ matricule, key }) =>
    office({
      'xl/workbook.xml': '<workbook/>',
      'xl/comments1.xml': `<comments><commentList><comment ref="A1"><text><r><t>NIR ${matricule}</t></r><r><t> ${key}</t></r></text></comment></commentList></comments>`,
    }),
  'excel-2003.xml': ({ matricule, key }) =>
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data ss:Type="String">NIR</Data></Cell><Cell><Data ss:Type="Number">${Number(matricule + key).toExponential()}</Data></Cell></Row></Table></Worksheet></Workbook>`,
  'feuille.ods': ({ matricule, key }) =>
    buildZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
      {
        name: 'content.xml',
        content: `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table><table:table-row><table:table-cell office:value-type="float" office:value="${matricule}${key}"><text:p>${(matricule + key).replace(/^(\d)(\d{3})/, '$1,$2')}</text:p></table:table-cell></table:table-row></table:table></office:document-content>`,
      },
    ]),
  'texte.odt': ({ matricule, key }) =>
    buildZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      {
        name: 'content.xml',
        content: `<office:document-content xmlns:office="o" xmlns:text="x"><office:text><text:p>NIR<text:s/>:<text:tab/>${pieces(
          matricule,
        )
          .map((text) => `<text:span>${text}</text:span>`)
          .join('')}<text:s/>${key}</text:p></office:text></office:document-content>`,
      },
    ]),
  'note.odt': ({ matricule, key }) =>
    buildZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      {
        name: 'content.xml',
        content: `<office:document-content xmlns:office="o" xmlns:text="x"><office:text><text:p>Le patient<office:annotation><text:p>INS ${matricule}${key}</text:p></office:annotation> sort.</text:p></office:text></office:document-content>`,
      },
    ]),
  'suivi.docx': ({ matricule, key }) =>
    office({
      'word/document.xml': word(
        `<w:p>${run('NIR ')}<w:ins>${run(matricule.slice(0, 6))}</w:ins>${run(matricule.slice(6))}<w:ins>${run(key)}</w:ins></w:p>`,
      ),
    }),
  'supprime.docx': ({ matricule, key }) =>
    office({
      'word/document.xml': word(
        `<w:p>${run('Patient ')}<w:del><w:r><w:delText>NIR ${matricule.slice(0, 5)}</w:delText></w:r><w:r><w:delText>${matricule.slice(5)}${key}</w:delText></w:r></w:del></w:p>`,
      ),
    }),
  'champ.docx': ({ matricule, key }) =>
    office({
      'word/document.xml': word(
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://exemple.test/?nir=${matricule}${key}" </w:instrText></w:r></w:p>`,
      ),
    }),
  'tableau.docx': ({ matricule, key }) =>
    office({
      'word/document.xml': word(
        `<w:tbl><w:tr><w:tc><w:p>${run('N° de sécurité sociale')}</w:p></w:tc><w:tc><w:p>${run(matricule)}</w:p></w:tc><w:tc><w:p>${run(key)}</w:p></w:tc></w:tr></w:tbl>`,
      ),
    }),
  'pied-de-page.docx': ({ matricule, key }) =>
    office({
      'word/document.xml': word(''),
      'word/footer1.xml': `<w:ftr xmlns:w="w"><w:p>${run(`NIR ${matricule} ${key}`)}</w:p></w:ftr>`,
    }),
  'morceau.docx': ({ matricule, key }) =>
    office({ 'word/document.xml': word(''), 'word/afchunk.rtf': rtf(`NIR ${matricule}{\\b ${key}}`) }),
  'classeur.docx': ({ matricule, key }) =>
    office({
      'word/document.xml': word(''),
      'word/embeddings/Feuille.xlsx': sheet([
        ['NIR', 'Clé'],
        [matricule, key],
      ]),
    }),
  'tableau.pptx': ({ matricule, key }) =>
    office({
      'ppt/presentation.xml': '<p:presentation xmlns:p="p"/>',
      'ppt/slides/slide1.xml': `<p:sld xmlns:p="p" xmlns:a="a"><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>NIR</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p>${pieces(
        matricule + key,
      )
        .map((text) => `<a:r><a:rPr/><a:t>${text}</a:t></a:r>`)
        .join('')}</a:p></a:txBody></a:tc></a:tr></a:tbl></p:sld>`,
    }),
  'livre.epub': ({ matricule, key }) =>
    buildZip([
      { name: 'mimetype', content: 'application/epub+zip' },
      {
        name: 'OEBPS/ch1.xhtml',
        content: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>NIR <i>${matricule.slice(0, 4)}</i>${matricule.slice(4)}<br/>clé <b>${key}</b></p></body></html>`,
      },
    ]),
  'lots.ndjson': (who) => `${JSON.stringify({ resourceType: 'Bundle' })}\n${JSON.stringify(patient(who))}\n`,
  'lots.ndjson.gz': (who) => gzipSync(`${JSON.stringify(patient(who))}\n`),
  'sequence.json': (who) => `\x1e${JSON.stringify(patient(who))}\n`,
  'lot.hl7': (who) =>
    `FHS|^~\\&|A|B\rBHS|^~\\&|A|B\r${adt(who)}${adt({ ...who, matricule: '2790351215189', key: '89' })}BTS|2\rFTS|1\r`,
  'mllp.bin': (who) => `\x0b${adt(who)}\x1c\r`,
  'separateurs.hl7': ({ matricule, key, system }) =>
    `MSH$*~\\@$A$B$C$D$20261102$$ADT*A31$1$P$2.5\rPID$1$$${matricule}${key}***A@${system}@ISO*INS\r`,
  'rtf.cda.xml': ({ matricule, key }) =>
    `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody><text mediaType="text/rtf" representation="B64">${base64(rtf(`NIR : ${matricule} ${key}`))}</text></nonXMLBody></component></ClinicalDocument>`,
  'tableau.cda.xml': ({ matricule, key }) =>
    cda(
      `<table><thead><tr><th>Nom</th><th>NIR</th><th>Clé</th></tr></thead><tbody><tr><td>X</td><td>${matricule}</td><td>${key}</td></tr></tbody></table>`,
    ),
  'attributs.xml': ({ matricule, key }) => `<patients><patient nom="X" nir="${matricule}" cle="${key}"/></patients>`,
  'voisins.xml': ({ matricule, key }) =>
    `<assure><nomUsuel>X</nomUsuel><nir>${matricule}</nir><cleNir>${key}</cleNir></assure>`,
  'commentaire-au-milieu.xml': ({ matricule, key }) =>
    `<a><nir>${matricule.slice(0, 6)}<!-- ici -->${matricule.slice(6)}<![CDATA[${key}]]></nir></a>`,
  'entite.xml': ({ matricule, key }) => `<!DOCTYPE a [<!ENTITY n "NIR ${matricule}${key}">]><a>&n;</a>`,
  'instruction.xml': ({ matricule, key }) => `<?patient nir="${matricule}${key}"?><a/>`,
  'latin.xml': ({ matricule, key }) =>
    Buffer.from(`<?xml version="1.0" encoding="ISO-8859-15"?><a>Né, sécurité sociale ${matricule}${key}</a>`, 'latin1'),
  'large.xml': ({ matricule, key }) =>
    Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?><a>NIR ${matricule}${key}</a>`, 'utf16le'),
  'dessin.svg': ({ matricule, key }) =>
    `<svg xmlns="http://www.w3.org/2000/svg"><text>NIR ${Array.from(matricule + key)
      .map((digit, at) => `<tspan x="${at * 8}">${digit}</tspan>`)
      .join('')}</text></svg>`,
  'reponse.har': ({ matricule, key }) =>
    JSON.stringify({
      log: {
        entries: [
          {
            request: {
              url: 'https://exemple.test/p',
              queryString: [
                { name: 'nir', value: matricule },
                { name: 'cle', value: key },
              ],
            },
          },
        ],
      },
    }),
  'corps.har': ({ matricule, key }) =>
    JSON.stringify({
      log: {
        entries: [
          {
            response: {
              content: { encoding: 'base64', text: base64(JSON.stringify({ nir: `${matricule}${key}`, nom: 'X' })) },
            },
          },
        ],
      },
    }),
  'formulaire.log': ({ matricule, key }) => `POST /p HTTP/1.1\n\nnom=X&nir=${matricule}&cle=${key}\n`,
  'multipart.log': ({ matricule, key }) =>
    `--x\r\nContent-Disposition: form-data; name="nir"\r\n\r\n${matricule}${key}\r\n--x--\r\n`,
  'objet.json': ({ matricule, key }) => JSON.stringify({ nir: { numero: matricule, cle: key } }),
  'nombre.json': ({ matricule, key }) => `{"patient":{"nir":${matricule},"cleNir":${Number(key)}}}`,
  'tableau.json': ({ matricule, key }) =>
    JSON.stringify({ colonnes: ['nom', 'nir', 'cle'], lignes: [['X', matricule, key]] }),
  'couples.json': ({ matricule, key }) =>
    JSON.stringify([
      { key: 'numeroSecuriteSociale', value: matricule },
      { key: 'cle', value: key },
    ]),
  'compresse.json': ({ matricule, key }) =>
    JSON.stringify({ fichier: base64(gzipSync(tar('logs/a.log', Buffer.from(`NIR ${matricule}${key}`)))) }),
  'patient.ttl': ({ matricule, key, system }) =>
    `[] a fhir:Patient ; fhir:identifier [ fhir:system [ fhir:v "urn:oid:${system}" ] ; fhir:value [ fhir:v "${matricule}${key}" ] ] .\n`,
  'config.yaml': ({ matricule, key }) => `patient:\n  nom: X\n  nir: "${matricule}"\n  cle: "${key}"\n`,
  'essai.properties': ({ matricule, key }) => `patient.nir=${matricule}\npatient.cle=${key}\n`,
  'export.sql': ({ matricule, key }) => `INSERT INTO patient (nom, nir, cle) VALUES ('X', '${matricule}', '${key}');\n`,
  'objet.log': ({ matricule, key }) => `10:00 Patient[nom=X, nir=${matricule}, cle=${key}]\n`,
  'couleurs.log': ({ matricule, key }) =>
    `\x1b[32mINFO\x1b[0m NIR \x1b[1m${matricule.slice(0, 7)}\x1b[31m${matricule.slice(7)}${key}\x1b[0m\n`,
  'table.md': ({ matricule, key }) => `| Nom | NIR | Clé |\n| --- | --- | --- |\n| X | ${matricule} | ${key} |\n`,
  'gras.md': ({ matricule, key }) => `NIR : **${card(matricule)}** (clé **${key}**)\n`,
  'resultat.psql.txt': ({ matricule, key }) =>
    ` id | nom_de_naissance     | premier_prenom       | nir           | cle\n----+----------------------+----------------------+---------------+-----\n  1 | X                    | Y                    | ${matricule} | ${key}\n`,
  'lettre.tex': ({ matricule, key }) => `NIR~: ${card(matricule).replaceAll(' ', '\\,')}\\,${key}\\par\n`,
  'protege.csv': ({ matricule, key }) => `nom;nir\nX;"=""${matricule}${key}"""\n`,
  'apostrophe.csv': ({ matricule, key }) => `nom;nir\nX;'${matricule}${key}\n`,
  'colonnes.csv': ({ matricule, key }) => {
    const [, sex, year, month, place, town, order] = /^(.)(..)(..)(..)(...)(...)$/.exec(matricule) ?? [];
    return `nom;sexe;annee;mois;dep;commune;ordre;cle\nX;${[sex, year, month, place, town, order, key].join(';')}\n`;
  },
  'unicode-excel.txt': ({ matricule, key }) =>
    Buffer.from(`\ufeffNom\tNIR\tClé\r\nX\t${matricule}\t${key}\r\n`, 'utf16le'),
  'utf16be.txt': ({ matricule, key }) => Buffer.from(`\ufeffNIR ${matricule}${key}\n`, 'utf16le').swap16(),
  'utf16-sans-marque.log': ({ matricule, key }) =>
    Buffer.from(`2026-11-02 10:00 INFO NIR ${matricule}${key}\r\n`, 'utf16le'),
  'champs.html': ({ matricule, key }) =>
    `<!DOCTYPE html><html><body><form><label>NIR</label><input name="nir" value="${matricule}"><input name="cle" value="${key}"></form></body></html>`,
  'cases.html': ({ matricule, key }) =>
    `<!DOCTYPE html><html><body><table><tr><th>NIR</th>${Array.from(matricule + key)
      .map((digit) => `<td>${digit}</td>`)
      .join('')}</tr></table></body></html>`,
  'entites.html': ({ matricule, key }) =>
    `<!DOCTYPE html><html><body>NIR ${Array.from(matricule + key)
      .map((digit) => `&#${digit.charCodeAt(0)};`)
      .join('')}</body></html>`,
  'script.html': ({ matricule, key }) =>
    `<!DOCTYPE html><html><script>window.etat = {"nir":"${matricule}","cle":"${key}"};</script></html>`,
  'alt.html': ({ matricule, key }) =>
    `<!DOCTYPE html><html><body><img alt="Carte de NIR ${card(matricule)} ${key}"></body></html>`,
  'page.mhtml': ({ matricule, key }) =>
    mail(
      'multipart/related; boundary=b',
      `--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body>NIR ${matricule.slice(0, 8)}=\r\n${matricule.slice(8)}${key}</body></html>\r\n--b--\r\n`,
    ),
  'mtom.txt': (who) =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b; type="application/xop+xml"\r\n\r\n--b\r\nContent-Type: application/xop+xml\r\n\r\n<Envelope/>\r\n--b\r\nContent-Type: application/xml\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(cda(`NIR ${who.matricule}${who.key}`)).replace(/.{76}/g, '$&\r\n')}\r\n--b--\r\n`,
  'carnet.ldif': ({ matricule, key }) => `dn: cn=X\ndescription:: ${base64(`NIR ${matricule}${key}`)}\n`,
  'medecin.hpr': ({ matricule, key }) => `1234\nX\nY\n1 rue\n\n33000 Bordeaux\n01/06/1981\n${matricule} ${key}\nE1\n`,
  'dossier.docx.zip': ({ matricule, key }) =>
    buildZip([
      {
        name: 'a/b.docx',
        content: office({
          'word/document.xml': word(
            `<w:p>${pieces(matricule + key)
              .map(run)
              .join('')}</w:p>`,
          ),
        }),
      },
    ]),
  'trace.zip': (who) =>
    buildZip([
      { name: '0-trace.network', content: `{"type":"resource","snapshot":${JSON.stringify(patient(who))}}\n` },
    ]),
};

/** Forms that nothing here reads: that has to be told. */
export const unreadable: Readonly<Record<string, Wrap>> = {
  'dossier.7z': ({ matricule }) => Buffer.from(`7z\xbc\xaf\x27\x1c\0\x04${matricule}`, 'latin1'),
  'dossier.rar': ({ matricule }) => Buffer.from(`Rar!\x1a\x07\x01\0${matricule}`, 'latin1'),
  'journal.log.bz2': bzip2Head,
  'journal.log.xz': () => Buffer.from('\xfd7zXZ\0\0\x04\xe6\xd6\xb4\x46\x02\0\x21\x01', 'latin1'),
  'journal.log.zst': () => Buffer.from('\x28\xb5\x2f\xfd\x04\x58\x99\0\0', 'latin1'),
  'rar-dans.zip': ({ matricule }) =>
    buildZip([{ name: 'a.rar', content: Buffer.from(`Rar!\x1a\x07\x01\0${matricule}`, 'latin1') }]),
  'courrier.msg': ({ matricule, key }) => compoundOf(Buffer.from(`Patient ${matricule}${key}`, 'utf16le')),
  'ancien.xls': ({ matricule, key }) => {
    const number = Buffer.alloc(8);
    number.writeDoubleLE(Number(matricule + key));
    return compoundOf(number);
  },
  'echange.pcapng': ({ matricule, key }) =>
    Buffer.concat([
      Buffer.from('0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c000000', 'hex'),
      Buffer.from(`GET /?nir=${matricule}${key} HTTP/1.1`),
      Buffer.from([0, 1, 2, 0xff]),
    ]),
  'hote.dat': ({ matricule, key }) => ebcdic(`NIR ${matricule}${key} PATIENT`),
  'base.sqlite': ({ matricule, key }) =>
    Buffer.concat([
      Buffer.from('SQLite format 3\0'),
      Buffer.from([0x10, 0, 1, 1, 0, 0x40, 0x20, 0x20]),
      Buffer.alloc(84),
      Buffer.from(matricule + key),
    ]),
  'image.dcm': ({ matricule, key }) =>
    Buffer.concat([
      Buffer.alloc(128),
      Buffer.from('DICM\x02\0\0\0UL\x04\0', 'latin1'),
      Buffer.from(matricule + key),
      Buffer.from([0xff, 0xfe, 0, 1]),
    ]),
  'tnef.eml': ({ matricule, key }) =>
    withFile(
      'winmail.dat',
      Buffer.concat([Buffer.from('789f3e22010006900800', 'hex'), Buffer.from(`${matricule}${key}`, 'utf16le')]),
    ),
  'chiffre.asc': () =>
    `-----BEGIN PGP MESSAGE-----\n\n${base64(Buffer.alloc(200, 0x9d)).replace(/.{64}/g, '$&\n')}\n=abcd\n-----END PGP MESSAGE-----\n`,
  'image.docx': ({ matricule, key }) =>
    office({
      'word/document.xml': word(''),
      'word/media/image1.png': buildPng({ extra: [['tEXt', Buffer.from(`Comment\0NIR ${matricule}${key}`)]] }),
    }),
  'objet.rtf': ({ matricule }) =>
    rtf(`{\\object\\objemb{\\*\\objdata 01050000${Buffer.from(matricule).toString('hex')}}}`),
  'dessin.rtf': ({ matricule }) => rtf(`{\\pict\\emfblip ${Buffer.from(matricule).toString('hex')}}`),
  'archive.webarchive': ({ matricule, key }) =>
    Buffer.concat([
      Buffer.from('bplist00'),
      Buffer.from([0xd1, 1, 2]),
      Buffer.from(matricule + key, 'utf16le'),
      Buffer.from([0x80, 0xff]),
    ]),
  'table.parquet': ({ matricule, key }) =>
    Buffer.concat([
      Buffer.from('PAR1'),
      Buffer.from([0x15, 4, 0x15, 0x80, 0xfe]),
      Buffer.from(matricule + key),
      Buffer.from('PAR1'),
    ]),
  'feuille.xlsb': ({ matricule, key }) => {
    const number = Buffer.alloc(12);
    number.writeDoubleLE(Number(matricule + key), 4);
    number[0] = 5;
    number[1] = 0xff;
    return office({ 'xl/workbook.bin': Buffer.from([0x83, 1, 0, 0xff]), 'xl/worksheets/sheet1.bin': number });
  },
};

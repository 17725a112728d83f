import { between, pick, random } from './random.mjs';

/** A test identity of ANS, with the OID of test: nobody's. */
const TEST_INS = '279035121518989';
const TEST_OID = '1.2.250.1.213.1.4.10';
const words = (
  'patient adressé pour un bilan biologique dont le résultat confirme une évolution favorable sous traitement avec une ' +
  'surveillance rapprochée de la fonction rénale et un contrôle à trois mois chez le médecin traitant qui renouvelle ' +
  'ordonnance examen clinique tension artérielle glycémie créatinine cholestérol plaquettes leucocytes'
).split(' ');

/**
 * A piece of evidence as long as real ones: a CDA of some 20 KiB, an HL7 v2 result of some 6, a report in PDF of three pages.
 * Invented and seeded by the name.
 * @param {'xml' | 'hl7' | 'pdf'} extension @param {string} date `YYYY-MM-DD`
 */
export function clinicalContent(extension, name, date) {
  const next = random([...name].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7));
  switch (extension) {
    case 'xml':
      return Buffer.from(cda(next, name, date));
    case 'hl7':
      return Buffer.from(result(next, name, date));
    default:
      return report(next, name, date);
  }
}

function sentence(next, count) {
  return Array.from({ length: count }, () => pick(next, words)).join(' ');
}

function digits(next, count) {
  return Array.from({ length: count }, () => between(next, 0, 9)).join('');
}

/** A made-up code with its key (Luhn). */
function loinc(next) {
  const number = String(between(next, 1000, 99_999));
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${number}-${(10 - (sum % 10)) % 10}`;
}

function cda(next, name, date) {
  const day = date.replaceAll('-', '');
  const rows = Array.from({ length: 40 }, (_, index) => {
    const [code, value] = [loinc(next), between(next, 1, 400)];
    return {
      row: `<tr ID="r${index}"><td>${sentence(next, 3)}</td><td>${value} mmol/L</td><td>${sentence(next, 6)}</td></tr>`,
      entry: `<entry typeCode="DRIV"><observation classCode="OBS" moodCode="EVN"><templateId root="1.3.6.1.4.1.19376.1.3.1.6"/><id root="1.2.250.1.999.1.${index}" extension="${digits(next, 12)}"/><code code="${code}" codeSystem="2.16.840.1.113883.6.1" displayName="${sentence(next, 3)}"/><text><reference value="#r${index}"/></text><statusCode code="completed"/><effectiveTime value="${day}0${between(next, 1, 9)}1500+0100"/><value xsi:type="PQ" value="${value}" unit="mmol/L"/></observation></entry>`,
    };
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <realmCode code="FR"/>
  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
  <templateId root="2.16.840.1.113883.2.8.2.1"/>
  <id root="1.2.250.1.999.2" extension="${name}"/>
  <code code="11502-2" displayName="CR d'examens biologiques" codeSystem="2.16.840.1.113883.6.1"/>
  <title>Compte rendu d'examens biologiques</title>
  <effectiveTime value="${day}101500+0100"/>
  <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
  <languageCode code="fr-FR"/>
  <recordTarget><patientRole><id root="${TEST_OID}" extension="${TEST_INS}"/><patient><name><family>PAT-TROIS</family><given>DOMINIQUE</given></name><administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19790328"/></patient></patientRole></recordTarget>
  <author><time value="${day}101500+0100"/><assignedAuthor><id root="1.2.250.1.71.4.2.1" extension="8${digits(next, 11)}"/></assignedAuthor></author>
  <component><structuredBody><component><section>
    <code code="18725-2" codeSystem="2.16.840.1.113883.6.1"/>
    <text><table><tbody>
${rows.map(({ row }) => row).join('\n')}
    </tbody></table><paragraph>${sentence(next, 120)}</paragraph></text>
${rows.map(({ entry }) => entry).join('\n')}
  </section></component></structuredBody></component>
</ClinicalDocument>
`;
}

function result(next, name, date) {
  const day = `${date.replaceAll('-', '')}101500`;
  return [
    `MSH|^~\\&|MonCabinet|EXEMPLE|LABO|EXEMPLE|${day}||ORU^R01^ORU_R01|${name}|P|2.5^FRA^2.5||||||8859/1`,
    `PID|1||${TEST_INS}^^^ASIP-SANTE-INS-NIR-TEST&${TEST_OID}&ISO^INS||PAT-TROIS^DOMINIQUE^^^^^L||19790328|F`,
    `PV1|1|O|CONSULT^^^^^EXEMPLE`,
    `OBR|1||${digits(next, 10)}|18725-2^${sentence(next, 3)}^LN|||${day}`,
    ...Array.from(
      { length: 50 },
      (_, index) =>
        `OBX|${index + 1}|NM|${loinc(next)}^${sentence(next, 3)}^LN||${between(next, 1, 400)}|mmol/L^^UCUM|${between(next, 1, 9)}-${between(next, 10, 400)}||||F|||${day}`,
    ),
    `NTE|1||${sentence(next, 60)}`,
    '',
  ].join('\r');
}

function report(next, name, date) {
  const pages = Array.from({ length: 3 }, (_, page) =>
    [`Rapport d'essai ${name}, page ${page + 1}`, `MonCabinet 12.4.0, le ${date.split('-').reverse().join('/')}`]
      .concat(Array.from({ length: 40 }, (_, line) => `${line + 1}. ${sentence(next, 9)} ${between(next, 1, 9999)}`))
      .map((line) => line.replace(/[()\\]/g, '\\$&')),
  );
  const streams = pages.map(
    (lines) => `BT /F1 10 Tf 14 TL 40 800 Td ${lines.map((line) => `(${line}) '`).join('\n')} ET`,
  );
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...streams.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
    `<< /Title (${name}) /CreationDate (D:${date.replaceAll('-', '')}100000Z) >>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = bodies.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = text.length;
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R /Info ${bodies.length} 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

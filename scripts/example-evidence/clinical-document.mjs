// The clinical document of the example: a CDA R2 level 1 whose body is the letter's PDF, and the IHE_XDM archive
// that carries it. Minimal on purpose: it shows the shape, it is no reference for the CI-SIS profiles.
import { createHash } from 'node:crypto';
import { doctor, letter, patient, practice } from './identity.mjs';
import { zip } from './zip.mjs';

const created = `${letter.date}101500+0100`;

/**
 * @param {Buffer} pdf the letter, which the body carries in base64
 * @param {string} insOid where the patient's number is said to belong; the test OID unless a specimen needs another
 */
export function clinicalDocument(pdf, insOid = patient.insOid) {
  const body = pdf.toString('base64').replace(/.{76}/g, '$&\n');
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<!-- Document d'exemple : identité de test, aucune donnée réelle. -->
<ClinicalDocument xmlns="urn:hl7-org:v3">
  <realmCode code="FR"/>
  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
  <templateId root="2.16.840.1.113883.2.8.2.1"/>
  <templateId root="1.2.250.1.213.1.1.1.1"/>
  <id root="${letter.oid}"/>
  <code code="${letter.code}" codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC" displayName="${letter.title}"/>
  <title>${letter.title}</title>
  <effectiveTime value="${created}"/>
  <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25" displayName="Normal"/>
  <languageCode code="fr-FR"/>
  <versionNumber value="1"/>
  <recordTarget>
    <patientRole>
      <id root="${insOid}" extension="${patient.ins}"/>
      <addr nullFlavor="NASK"/>
      <telecom nullFlavor="NASK"/>
      <patient>
        <name>
          <given>${patient.givenAll}</given>
          <given qualifier="BR">${patient.given}</given>
          <family qualifier="BR">${patient.family}</family>
        </name>
        <administrativeGenderCode code="${patient.gender}" codeSystem="2.16.840.1.113883.5.1" displayName="Féminin"/>
        <birthTime value="${patient.birth}"/>
        <birthplace><place><addr><county>${patient.birthPlace}</county></addr></place></birthplace>
      </patient>
    </patientRole>
  </recordTarget>
  <author>
    <time value="${created}"/>
    <assignedAuthor>
      <id root="1.2.250.1.71.4.2.1" extension="8${doctor.rpps}"/>
      <addr nullFlavor="NASK"/>
      <telecom value="mailto:${doctor.mail}"/>
      <assignedPerson><name><family>${doctor.family}</family><given>${doctor.given}</given></name></assignedPerson>
    </assignedAuthor>
  </author>
  <custodian>
    <assignedCustodian>
      <representedCustodianOrganization>
        <id nullFlavor="NASK"/>
        <name>${practice.name}</name>
      </representedCustodianOrganization>
    </assignedCustodian>
  </custodian>
  <documentationOf>
    <serviceEvent><effectiveTime><low value="${letter.date}"/></effectiveTime></serviceEvent>
  </documentationOf>
  <component>
    <nonXMLBody>
      <text mediaType="application/pdf" representation="B64">
${body}
      </text>
    </nonXMLBody>
  </component>
</ClinicalDocument>
`);
}

/** The IHE_XDM archive of one document. @param {Buffer} cda */
export function xdmArchive(cda) {
  return zip([
    {
      name: 'README.TXT',
      content: text(`Archive d'exemple.\nDossier : IHE_XDM/SUBSET01\nDocument : ${letter.title}\n`),
    },
    { name: 'INDEX.HTM', content: text(index) },
    { name: 'IHE_XDM/SUBSET01/METADATA.XML', content: text(metadata(cda)) },
    { name: 'IHE_XDM/SUBSET01/DOC00001.XML', content: cda },
  ]);
}

const index = `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>IHE_XDM</title></head>
<body><p><a href="IHE_XDM/SUBSET01/DOC00001.XML">${letter.title}</a></p></body></html>
`;

function metadata(cda) {
  const slot = (name, value) =>
    `    <rim:Slot name="${name}"><rim:ValueList><rim:Value>${value}</rim:Value></rim:ValueList></rim:Slot>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0" xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
 <rim:RegistryObjectList>
  <rim:ExtrinsicObject id="Document01" mimeType="text/xml" objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1">
${slot('creationTime', letter.date + '091500')}${slot('hash', createHash('sha1').update(cda).digest('hex'))}${slot('languageCode', 'fr-FR')}${slot('size', cda.length)}${slot('sourcePatientId', `${patient.ins}^^^&amp;${patient.insOid}&amp;ISO^NH`)}${slot('URI', 'DOC00001.XML')}    <rim:Name><rim:LocalizedString xml:lang="fr-FR" value="${letter.title}"/></rim:Name>
    <rim:ExternalIdentifier id="PatientId01" registryObject="Document01" identificationScheme="urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427" value="${patient.ins}^^^&amp;${patient.insOid}&amp;ISO^NH">
     <rim:Name><rim:LocalizedString value="XDSDocumentEntry.patientId"/></rim:Name>
    </rim:ExternalIdentifier>
  </rim:ExtrinsicObject>
 </rim:RegistryObjectList>
</lcm:SubmitObjectsRequest>
`;
}

const text = (value) => Buffer.from(value, 'utf8');

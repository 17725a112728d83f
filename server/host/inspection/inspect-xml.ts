import { fileTypeFromBuffer } from 'file-type/core';
import type { CdaFacts, Inspection } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import { CdaObserver, type CdaReading } from './cda-observer';
import type { EvidenceSource } from './evidence-source';
import { Hl7XmlObserver } from './hl7-xml-observer';
import { XmlReport } from './reports/xml-report';
import type { InspectionLimits } from './limits';
import { readXml } from './read-xml';
import { TableRows } from './parts/table-rows';
import { CarriedDocuments } from './parts/carried-documents';
import { closedParts, type PartOpener } from './parts/part';
import { SvgObserver } from './svg-observer';
import { SoapObserver } from './soap-observer';
import { XmlIdentifiers } from './xml-identifiers';

/** Names under which a file says that it is XML. Others, such as those of journals, promise nothing. */
const xmlExtensions = new Set(['xml', 'cda', 'xsl', 'xslt', 'xsd', 'wsdl', 'svg']);

/**
 * Everything that is read in an XML document, in one pass: whether it is well-formed, its root, and what it says when it
 * is a CDA, a SOAP message or a validation report; INS wherever they stand. A text that only begins like XML, a journal
 * with `<13>` or with several messages, is not called damaged.
 * @param opener of the documents that its elements carry (a CDA body, `Document` of XDS, `data` of FHIR)
 */
export async function inspectXml(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const cda = new CdaObserver(limits.maxFacts);
  const soap = new SoapObserver();
  const report = new XmlReport();
  const identifiers = new XmlIdentifiers(limits);
  const svg = new SvgObserver();
  const carried = new CarriedDocuments(limits);
  const tables = new TableRows(limits.maxFacts);
  const hl7 = new Hl7XmlObserver();
  const observers = [cda, soap, report, identifiers, svg, carried, tables, hl7];
  const { damage, partial, root, declaresEntities } = await readXml(source, observers, limits, cancellation);
  // What stands before a fault may be wrong, but an identifier seen is one.
  const sound = damage === undefined;
  const cdaReading = cda.reading();
  const soapFacts = soap.facts();
  const hl7Facts = hl7.facts();
  const verdict = sound ? report.facts() : undefined;
  // Of a report that was not read to its end, the failures stand and the success does not.
  const validation = partial && verdict?.passed === true ? undefined : verdict;
  const sightings = [...identifiers.sightings(), ...tables.found].slice(0, limits.maxFacts);
  const secrets = identifiers.secrets();
  const found = { ...(sightings.length > 0 && { identifiers: sightings }), ...(secrets.length > 0 && { secrets }) };
  for (const part of carried.parts) await opener.open(part);
  for (const where of carried.left) opener.leave(where, 'size');
  if (damage && !xmlExtensions.has(source.extension)) {
    return found;
  }
  return {
    ...(damage && { damage }),
    xml: {
      ...(root && { root }),
      ...(declaresEntities === true && { declaresEntities }),
      ...(sound && !partial && svg.isBlank && { isBlank: true }),
    },
    ...(cdaReading && { cda: await cdaFacts(cdaReading, sound && !partial) }),
    ...(soapFacts && { soap: soapFacts }),
    ...(hl7Facts && { hl7: hl7Facts }),
    ...(validation && { validation }),
    ...found,
    ...((partial || identifiers.partial || hl7.partial) && { partial: true }),
  };
}

/** @param whole the document was read to its end: only then is the embedded one known */
async function cdaFacts({ facts, embedded }: CdaReading, whole: boolean): Promise<CdaFacts> {
  if (facts.embedded === undefined) return facts;
  const { mediaType } = facts.embedded;
  const detected = whole && embedded ? await fileTypeFromBuffer(embedded.head) : undefined;
  return {
    ...facts,
    embedded: {
      ...(whole ? facts.embedded : mediaType !== undefined && { mediaType }),
      ...(detected && { extension: detected.ext }),
    },
  };
}

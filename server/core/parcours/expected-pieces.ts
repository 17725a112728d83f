import type { FlatSection } from '../manifest/flat-values';
import type { ParsedManifest } from '../manifest/parse-manifest';
import type { Sentence } from '../messages/say';
import type { ExpectedPiece } from '../manifest/journey';
import { journeyData } from '../manifest/journey-data.generated';
import { dispositifOf, shippedFacts } from '../facts/known-facts';
import { withoutVat, type RequestKind, type WrittenOrder } from './orders';

/** What the administrative file of a dispositif lacks. Empty when its wave is unknown. */
export function missingAdministrative(parsed: ParsedManifest): ExpectedPiece[] {
  const wave = dispositifOf(shippedFacts, parsed.dossier?.facts.dispositif?.value)?.vague;
  if (wave === undefined) return [];
  const of = valuesOf(parsed.administrative?.facts, 'administratif');
  const holds = (piece: ExpectedPiece): boolean => {
    if (piece.vagues && !piece.vagues.includes(wave)) return false;
    return piece.quand !== 'groupement' || of('administratif.groupement') === 'oui';
  };
  // A certified third-party component's own NIL may stand for the software's.
  const present = (key: string): boolean =>
    (own(parsed, key) ?? of(key)) !== undefined ||
    (key === 'logiciel.nil' && of('administratif.composants_tiers.nil') !== undefined);
  return journeyData.administratif.filter((piece) => holds(piece) && !present(piece.cle));
}

/** What the enrolment with ASP lacks. */
export function missingEnrolment(parsed: ParsedManifest): ExpectedPiece[] {
  const of = valuesOf(parsed.financing?.facts, 'financement');
  const filer = of('financement.enrolement.depositaire');
  const needed: Readonly<Record<NonNullable<ExpectedPiece['quand']>, boolean>> = {
    groupement: false,
    depositaire: filer === 'salarié' || filer === 'tiers',
    depositaire_salarie: filer === 'salarié',
    depositaire_tiers: filer === 'tiers',
    distributeur: of('financement.enrolement.distributeur') === 'oui',
  };
  return journeyData.enrolement.filter((piece) => (!piece.quand || needed[piece.quand]) && of(piece.cle) === undefined);
}

/** A document that a request lacks: what it is called, and how sure it is that it is needed. */
export interface MissingDocument {
  readonly label: Sentence;
  readonly sure: boolean;
}

const endOfService = {
  va: { fr: 'VA signée par le client', en: 'VA signed by the client' },
  mom: { fr: 'déclaration de mise en ordre de marche (MOM)', en: 'working-order declaration (MOM)' },
  pv_vsr: { fr: 'PV de VSR', en: 'VSR record' },
  either: { fr: 'VA ou MOM, selon l’appel à financement', en: 'VA or MOM, as the call for financing says' },
} satisfies Record<string, Sentence>;

/** Documents that a request of an order lacks. Where VA or MOM is only concluded, either one does. */
export function missingDocuments(
  order: WrittenOrder,
  kind: RequestKind,
  dispositif: string | undefined,
): MissingDocument[] {
  const has = (key: string): boolean => order.get(`${kind}.pieces.${key}`) !== undefined;
  const missing: MissingDocument[] = journeyData[kind]
    .filter(({ cle, dispositifs }) => !has(cle) && (!dispositifs || dispositifs.includes(dispositif ?? '')))
    .map(({ libelle, confiance }) => ({ label: libelle, sure: confiance === 'vu' }));
  if (kind === 'avance') return dispositif?.startsWith('SAS-') ? [] : missing;
  const end = journeyData.fin_de_prestation.find(({ prefixe }) => dispositif?.startsWith(prefixe));
  if (!end || end.piece === 'aucune') return missing;
  const either = end.confiance === 'vu' ? [end.piece] : ['va', 'mom', 'pv_vsr'];
  if (either.some(has)) return missing;
  const sure = end.confiance === 'vu';
  const label = endOfService[sure || end.piece === 'pv_vsr' ? end.piece : 'either'];
  return [...missing, { label, sure }];
}

/** Whether the certificate that goes with `HT` is missing. */
export function lacksVatCertificate(order: WrittenOrder, kind: RequestKind): boolean {
  return withoutVat(order) && order.get(`${kind}.pieces.attestation_tva`) === undefined;
}

function own(parsed: ParsedManifest, key: string): string | undefined {
  const { vendor, software } = parsed;
  const values: Readonly<Record<string, string | undefined>> = {
    'editeur.denomination': vendor?.facts.name?.value,
    'editeur.siret': vendor?.facts.siret?.value,
    'editeur.nie': vendor?.facts.nie?.value,
    'logiciel.nom': software?.facts.name?.value,
    'logiciel.version': software?.facts.version?.value,
    'logiciel.nil': software?.facts.nil?.value,
  };
  const value = values[key];
  return value?.trim() === '' ? undefined : value;
}

function valuesOf(section: FlatSection | undefined, name: string): (key: string) => string | undefined {
  return (key) => {
    const bare = key.startsWith(`${name}.`) ? key.slice(name.length + 1) : key;
    return section?.values.find((each) => each.key === bare && each.kind !== 'map' && each.value.trim() !== '')?.value;
  };
}

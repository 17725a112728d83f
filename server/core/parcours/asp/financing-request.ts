import type { ParsedManifest } from '../../manifest/parse-manifest';
import { cents } from './amount';
import { writtenOrders, type RequestKind, type WrittenOrder } from '../orders';

/**
 * A financing request in the tool's own neutral model (`schemas/demande-financement.schema.json`). It is **not** ASP's
 * model, whose keys are not public here: a mapping file of the user's ties these fields to the keys of ASP's blank model.
 */
export interface FinancingRequest {
  readonly version: 1;
  /** Written in spite of what would have it refused. */
  readonly brouillon?: true;
  readonly genre: RequestKind;
  readonly dispositif?: string;
  readonly denominationFournisseur?: string;
  readonly siretFournisseur?: string;
  readonly numeroReferencement?: string;
  readonly versionReferencee?: string;
  readonly commandes: readonly RequestedOrder[];
}

export interface RequestedOrder {
  readonly reference?: string;
  readonly client?: string;
  readonly siretClient?: string;
  readonly finessClient?: string;
  readonly sitesGeographiques?: readonly string[];
  readonly signeeLe?: string;
  readonly tvaApplicable?: string;
  /** Decimal text with two places: `1234.50`. */
  readonly montantHt?: string;
  readonly montantTtc?: string;
  readonly finessInsi?: string;
  readonly deploiementMss?: string;
  readonly adresseMssante?: string;
  /** Cited documents, by what they are. */
  readonly pieces: readonly { readonly genre: string; readonly chemin: string }[];
}

/** Names of the fields that are the same for the whole request, in the order of the schema. */
export const requestFields = [
  'genre',
  'dispositif',
  'denominationFournisseur',
  'siretFournisseur',
  'numeroReferencement',
  'versionReferencee',
] as const;
export type RequestField = (typeof requestFields)[number];

/** Names of the fields of each order. */
export const orderFields = [
  'reference',
  'client',
  'siretClient',
  'finessClient',
  'sitesGeographiques',
  'signeeLe',
  'tvaApplicable',
  'montantHt',
  'montantTtc',
  'finessInsi',
  'deploiementMss',
  'adresseMssante',
] as const;
export type OrderField = (typeof orderFields)[number];

/**
 * The orders that have such a request and are not cancelled.
 * @param references only these (by reference, or by client where there is none); all when empty
 */
export function requestedOrders(
  parsed: ParsedManifest,
  kind: RequestKind,
  references: readonly string[],
): WrittenOrder[] {
  return writtenOrders(parsed)
    .filter((order) => !order.cancelled && order.request(kind) !== undefined)
    .filter((order) => references.length === 0 || references.includes(order.label));
}

/** Paths of the documents of a request, as they are written. */
export function requestedPieces({ commandes }: FinancingRequest): string[] {
  return [...new Set(commandes.flatMap(({ pieces }) => pieces.map(({ chemin }) => chemin)))];
}

/**
 * Gathers a request from the manifest.
 * @param references as for {@link requestedOrders}
 */
export function financingRequest(
  parsed: ParsedManifest,
  genre: RequestKind,
  references: readonly string[] = [],
): FinancingRequest {
  const financing = (key: string) => parsed.financing?.facts.values.find((each) => each.key === key)?.value;
  return defined<FinancingRequest>({
    version: 1,
    genre,
    dispositif: parsed.dossier?.facts.dispositif?.value,
    denominationFournisseur: parsed.vendor?.facts.name?.value,
    siretFournisseur: parsed.vendor?.facts.siret?.value,
    numeroReferencement: financing('numero_referencement'),
    versionReferencee: financing('version_referencee') ?? parsed.software?.facts.version?.value,
    commandes: requestedOrders(parsed, genre, references).map((order) => requestedOrder(order, genre)),
  });
}

function requestedOrder(order: WrittenOrder, genre: RequestKind): RequestedOrder {
  const value = (key: string) => order.get(key)?.value;
  const sites = order.all('sites').map((each) => each.value);
  const prefix = `${genre}.pieces.`;
  return defined<RequestedOrder>({
    reference: value('reference'),
    client: value('client'),
    siretClient: value('siret'),
    finessClient: value('finess'),
    sitesGeographiques: sites.length > 0 ? sites : undefined,
    signeeLe: value('signee_le'),
    tvaApplicable: value('tva'),
    montantHt: decimal(value(`${genre}.montant_ht`)),
    montantTtc: decimal(value(`${genre}.montant_ttc`)),
    finessInsi: genre === 'solde' ? value('solde.finess') : undefined,
    deploiementMss: genre === 'solde' ? value('solde.deploiement_mss') : undefined,
    adresseMssante: genre === 'solde' ? value('solde.adresse_mssante') : undefined,
    pieces: order.values.flatMap((each) =>
      each.kind === 'path' && each.key.startsWith(prefix) && each.value !== ''
        ? [{ genre: each.key.slice(prefix.length), chemin: each.value }]
        : [],
    ),
  });
}

/** Two places after the point; what is no amount is passed on as it is written, and told by a rule. */
function decimal(text: string | undefined): string | undefined {
  const value = text === undefined ? undefined : cents(text);
  return value === undefined ? text : (value / 100).toFixed(2);
}

type Loose<T> = { [K in keyof T]: T[K] | undefined };
function defined<T extends object>(loose: Loose<T>): T {
  return Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined)) as T;
}

import type { Analysis } from '../engine/analyse';
import type { Finding } from '../findings/finding';
import { flatMapKey } from '../manifest/flat-values';
import { missingIdentity } from '../manifest/identity';
import type { ParsedManifest } from '../manifest/parse-manifest';
import type { Sentence } from '../messages/say';
import { rule as unpaidAdvance } from '../rules/financement/avance-non-payee/rule';
import { isLost } from '../manifest/lost-section';
import { bothSay, type Blocker } from './gate/blocker';
import { shift, type Located, type OffsetRange } from '../text/offset-range';
import { requestedOrders } from '../parcours/asp/financing-request';
import { paidState } from '../manifest/known-states';
import type { RequestKind, WrittenOrder } from '../parcours/orders';

const messages = {
  noAmount: {
    fr: 'Commande de {client} : la demande ne dit pas son montant. Écrivez « montant_ht », la part « Prestation Ségur » entière : un montant nul est rejeté.',
    en: 'Order of {client}: the request does not tell its amount. Write “montant_ht”, the whole “Prestation Ségur” part: an amount of zero is rejected.',
  },
  noVendor: {
    fr: 'La demande ne dirait pas de quel fournisseur elle est. À écrire : {keys}.',
    en: 'The request would not say which supplier it is of. To be written: {keys}.',
  },
} satisfies Record<string, Sentence>;

/**
 * Rules that only warn while a dossier is written, but whose findings are known reasons for ASP to refuse a request. At
 * information level they only tell what was concluded: that is no reason. Source: FAQ of ANS and of the ASP portal.
 */
const refusals: ReadonlySet<string> = new Set([
  'financement/attestation-tva',
  'financement/commande-tardive',
  'financement/commande-trop-ancienne',
  'financement/deploiement-mss',
  'financement/financement-unique',
  'financement/piece-manquante',
]);

/** What an order has to be when its advance is asked for; once ASP accepted that, it is settled. */
const aboutTheOrder: ReadonlySet<string> = new Set([
  'financement/commande-tardive',
  'financement/commande-trop-ancienne',
]);

/**
 * Everything that is known to make ASP refuse a request, or that makes it say something else than meant, in the order of the
 * text. Empty: it may be written. Findings that the team accepted, with a reason, block nothing.
 * @param analysis with the request's own documents looked at
 */
export function requestBlockers(
  { dossier, findings }: Analysis,
  kind: RequestKind,
  references: readonly string[] = [],
): Blocker[] {
  const { uri, parsed } = dossier.main;
  const orders = requestedOrders(parsed, kind, references);
  const concerns = scopeOf(parsed, kind, orders);
  const found: Blocker[] = [];
  for (const finding of findings) {
    if (finding.uri === uri && blocks(finding) && concerns(finding))
      found.push({ kind: 'finding', reason: { finding }, uri, range: finding.range });
  }
  const missing = missingIdentity(parsed).filter((key) => key.startsWith('editeur.'));
  if (missing.length > 0) {
    const range = parsed.keys.find(({ value }) => value === 'editeur')?.range ?? headOf(parsed);
    const message = bothSay(messages.noVendor, { keys: missing.join(', ') });
    found.push({ kind: 'identity', reason: { message }, uri, range });
  }
  for (const order of orders) found.push(...orderBlockers(order, kind, uri));
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** What no rule says while nothing is filed yet. */
function orderBlockers(order: WrittenOrder, kind: RequestKind, uri: string): Blocker[] {
  const found: Blocker[] = [];
  const add = (sentence: Sentence, args: Readonly<Record<string, string>>, range: OffsetRange) =>
    found.push({ kind: 'status', reason: { message: bothSay(sentence, args) }, uri, range });
  if (!order.get(`${kind}.montant_ht`) && !order.get(`${kind}.montant_ttc`))
    add(messages.noAmount, { client: order.label }, order.request(kind) ?? order.range);
  const advance = order.get('avance.etat');
  const state = order.state('avance');
  const { unpaid } = unpaidAdvance.meta.messages;
  if (kind === 'solde' && advance && state !== undefined && state !== paidState && unpaid)
    add(unpaid, { state: advance.value }, advance.range);
  return found;
}

function blocks({ severity, rule }: Finding): boolean {
  return severity === 'error' || (severity === 'warning' && refusals.has(rule));
}

/** Whether a finding of the main manifest is about what the request says or holds. */
function scopeOf(
  parsed: ParsedManifest,
  kind: RequestKind,
  orders: readonly WrittenOrder[],
): (finding: Finding) => boolean {
  const other = kind === 'avance' ? 'solde' : 'avance';
  const others = orders.flatMap((order) => order.requestSpan(other) ?? []);
  const everyOrder = parsed.orders.map(({ base, facts }) => shift(facts.range, base));
  const { financing } = parsed;
  const enrolled = flatMapKey(financing?.facts.values, 'enrolement')?.whole;
  const enrolment = enrolled && shift(enrolled, financing?.base ?? 0);
  const sent = sentValues(parsed);
  const sections = new Map(parsed.keys.map((key) => [key.value, sectionOf(key, parsed)] as const));
  // A section that a fault of syntax hides says nothing, and what it should have said would be left out.
  const isHidden = ['commandes', 'editeur', 'financement', 'logiciel'].some((key) => isLost(key, parsed));
  return ({ rule, range, data }) => {
    if (typeof data?.['request'] === 'string' && data['request'] !== kind) return false;
    if (isHidden && rule === 'yaml/syntaxe') return true;
    const order = orders.find((each) => isWithin(range, each.range));
    if (order)
      return !others.some((span) => isWithin(range, span)) && !(aboutTheOrder.has(rule) && order.isSettled('avance'));
    if (sent.some((value) => overlaps(range, value))) return true;
    const isIn = (section: string) => {
      const span = sections.get(section);
      return span !== undefined && isWithin(range, span);
    };
    // What stands between the orders may be an order that was not read.
    if (isIn('commandes')) return !everyOrder.some((span) => isWithin(range, span));
    const isOfForm = rule.startsWith('manifeste/') || rule.startsWith('yaml/');
    return isOfForm && (isIn('editeur') || (isIn('financement') && !(enrolment && isWithin(range, enrolment))));
  };
}

/** Where the values stand that are the same for the whole request. */
function sentValues({ dossier, vendor, software, financing }: ParsedManifest): OffsetRange[] {
  const placed = (value: Located<string> | undefined, base: number) => (value ? [shift(value.range, base)] : []);
  const own = (key: string) => financing?.facts.values.find((each) => each.key === key);
  return [
    ...placed(dossier?.facts.dispositif, dossier?.base ?? 0),
    ...placed(vendor?.facts.name, vendor?.base ?? 0),
    ...placed(vendor?.facts.siret, vendor?.base ?? 0),
    ...placed(own('numero_referencement'), financing?.base ?? 0),
    ...(own('version_referencee')
      ? placed(own('version_referencee'), financing?.base ?? 0)
      : placed(software?.facts.version, software?.base ?? 0)),
  ];
}

function sectionOf({ range }: Located<string>, { keys, source }: ParsedManifest): OffsetRange {
  const next = keys.map((key) => key.range.start).filter((start) => start > range.start);
  return { start: range.start, end: Math.min(source.length, ...next) };
}

function headOf({ dossier }: ParsedManifest): OffsetRange {
  return dossier ? shift(dossier.facts.key, dossier.base) : { start: 0, end: 1 };
}

function isWithin(inner: OffsetRange, outer: OffsetRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function overlaps(a: OffsetRange, b: OffsetRange): boolean {
  return a.start < b.end && b.start < a.end;
}

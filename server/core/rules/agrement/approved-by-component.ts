import type { ParsedManifest } from '../../manifest/parse-manifest';
import { isPlaceholder } from '../../text/placeholder';
import { teleservicesIn } from './teleservice';

/**
 * Tells for which teleservices an approved third-party component stands in for the vendor's own request: its NIL is
 * declared. A component that names teleservices, under `teleservices` or in its name, stands for these; another one for
 * all. An embedded EAI engine spares no request. Source: ANS FAQ for vendors.
 */
export function approvedByComponent({ administrative }: ParsedManifest): (teleservice: string) => boolean {
  const prefix = 'composants_tiers.';
  const values = administrative?.facts.values.filter(({ key }) => key.startsWith(prefix)) ?? [];
  const items = [...new Set(values.map(({ item }) => item))].map((item) => (key: string) => {
    const found = values.find((each) => each.item === item && each.key === `${prefix}${key}`);
    return found?.value.trim() ?? '';
  });
  const approved = items.filter(
    (of) =>
      of('nom') !== '' &&
      !isPlaceholder(of('nil')) &&
      of('certifie').toLowerCase() !== 'non' &&
      of('moteur_eai').toLowerCase() !== 'oui',
  );
  const covers = approved.map((of) => teleservicesIn(of('teleservices') === '' ? of('nom') : of('teleservices')));
  return (teleservice) => covers.some((named) => named.length === 0 || named.includes(teleservice));
}

import type { DispositifsView } from '../../protocol/requests/dispositifs';
import type { Choice } from '../flows/ask';

export type Dispositif = DispositifsView['dispositifs'][number];

/** The dispositifs as lines to choose: the id first, as vendors know them by it, and what is known of each. */
export function dispositifChoices(dispositifs: readonly Dispositif[]): readonly Choice<Dispositif>[] {
  return dispositifs.map((dispositif) => ({
    label: dispositif.id,
    description: dispositif.name,
    detail: [dispositif.corridor, dispositif.state].filter(Boolean).join(' · '),
    value: dispositif,
  }));
}

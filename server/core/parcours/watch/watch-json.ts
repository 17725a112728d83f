import type { KnownFacts } from '../../facts/known-facts';
import type { Doubt, WatchedFact } from './watched-fact';
import type { WatchedFacts } from './watch-facts';

/** The list for machines (`freshness --format json`): French keys, ids, no sentences but those of the data. */
export function watchJson({ at, doubtful, sound }: WatchedFacts, { packages }: KnownFacts, tool: string) {
  return {
    version: 1,
    au: at,
    donnees: { outil: tool, paquets: packages.map(({ origine, version }) => ({ origine, version })) },
    a_reverifier: doubtful.map(factJson),
    verifies: sound.map(factJson),
  };
}

function factJson(fact: WatchedFact) {
  return {
    id: fact.id,
    genre: fact.kind,
    libelle: fact.label.fr,
    valeur: fact.value ?? null,
    confiance: fact.confidence ?? null,
    paquet: fact.package ?? null,
    verifie_le: fact.verified?.on ?? null,
    par: fact.verified?.by ?? null,
    doutes: fact.doubts.map(doubtJson),
    sources: fact.addresses.map(({ label, url, date, moved }) => ({
      libelle: label,
      url: url ?? null,
      date: date ?? null,
      nouvelle_adresse: moved?.nouvelle ?? null,
      nouvelle_lue: moved?.lue ?? null,
    })),
    note: fact.note?.fr ?? null,
  };
}

function doubtJson(doubt: Doubt) {
  if (doubt.kind === 'contredit') return { genre: doubt.kind, valeur: doubt.value, de: doubt.from.fr };
  if (doubt.kind === 'ancien') return { genre: doubt.kind, depuis: doubt.since, jours: doubt.days };
  return { genre: doubt.kind };
}

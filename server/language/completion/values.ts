import { CompletionItemKind } from 'vscode-languageserver-types';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import { say } from '../../core/messages/say';
import { generalProfile } from '../../core/status/applicability';
import { idMark, stateWords } from '../catalogue-words';
import type { Place } from '../cursor/place';
import { loadedCatalogue, type FileView } from '../file-view';
import { scalarText } from '../../core/manifest/scalar-text';
import { fingerprintAt, proofAt } from './ids';
import type { Offer } from './offer';

export type ValuePlace = Extract<Place, { kind: 'value' }>;

/** Values that are known without looking at the disk. */
export function valueOffers(place: ValuePlace, view: FileView): Offer[] {
  const listed = [...(place.shape.allowed ?? []), ...(place.shape.suggested ?? [])];
  if (listed.length > 0) return listed.map((value) => offer(value, CompletionItemKind.EnumMember));
  if (place.shape.format === 'date') {
    return [offer(view.today, CompletionItemKind.Value, say({ fr: 'aujourd’hui', en: 'today' }, view.locale))];
  }
  switch (place.key) {
    case 'dispositif':
      return dispositifOffers(view);
    case 'profils':
      return profileOffers(place, view);
    case 'version':
      return place.owner === 'pièce' ? versionOffers(view) : [];
    case 'sha256':
      return digestOffers(place, view);
    case 'empreinte':
      return fingerprintOffers(place, view);
    case 'cas_de_test':
      return testCaseOffers(place, view);
    default:
      return [];
  }
}

function offer(value: string, kind: CompletionItemKind, detail?: string): Offer {
  return { label: value, text: scalarText(value), kind, ...(detail === undefined ? {} : { detail }) };
}

function dispositifOffers(view: FileView): Offer[] {
  return dispositifs.map((one) => ({
    label: one.id,
    text: scalarText(one.id),
    kind: CompletionItemKind.Module,
    detail: one.name,
    words: `${one.name} ${one.corridor}`,
    documentation: [one.corridor, stateWords(one.state, view.locale), idMark(one, view.locale)]
      .filter(Boolean)
      .join(' · '),
  }));
}

function profileOffers(place: ValuePlace, view: FileView): Offer[] {
  const declared = new Set(view.dossier?.main.dossier?.facts.profiles.map(({ value }) => value));
  return (loadedCatalogue(view)?.catalogue.profiles ?? [])
    .filter((name) => name !== generalProfile && (name === place.context.token || !declared.has(name)))
    .map((name) => offer(name, CompletionItemKind.EnumMember));
}

function versionOffers(view: FileView): Offer[] {
  const version = view.dossier?.main.software?.facts.version?.value;
  if (version === undefined) return [];
  return [
    offer(version, CompletionItemKind.Value, say({ fr: 'version candidate', en: 'candidate version' }, view.locale)),
  ];
}

/** The digest of the evidence file beside which it is written, when it is known. */
function digestOffers(place: ValuePlace, view: FileView): Offer[] {
  const path =
    place.context.siblings.get('fichier') ?? place.context.siblings.get('declaration') ?? pathAround(place, view);
  const file = path === undefined ? undefined : view.evidence(path);
  if (file?.state !== 'file') return [];
  return [
    {
      label: file.sha256,
      text: scalarText(file.sha256),
      kind: CompletionItemKind.Value,
      detail: say({ fr: 'empreinte actuelle du fichier', en: 'present digest of the file' }, view.locale),
    },
  ];
}

/** For a `sha256` inside `revue`: the file of the item that the review belongs to. */
function pathAround(place: ValuePlace, view: FileView): string | undefined {
  const offset = place.context.replace.start;
  const scenarios = [
    ...view.parsed.requirements.flatMap(({ base, facts }) => facts.scenarios.map((scenario) => ({ base, scenario }))),
    ...view.parsed.coreScenarios.map(({ base, facts }) => ({ base, scenario: facts })),
  ];
  for (const { base, scenario } of scenarios) {
    if (offset < base + scenario.range.start || offset > base + scenario.range.end + 1) continue;
    for (const proof of scenario.proofs) {
      for (const item of proof.evidence) {
        if (offset >= base + item.range.start && offset <= base + item.range.end + 1) return item.file?.value;
      }
    }
  }
  return undefined;
}

function fingerprintOffers(place: ValuePlace, view: FileView): Offer[] {
  const index = loadedCatalogue(view)?.index;
  const fingerprint = index && fingerprintAt(place, index);
  if (fingerprint === undefined) return [];
  const detail = say({ fr: 'empreinte du texte actuel', en: 'fingerprint of the present text' }, view.locale);
  return [{ label: fingerprint, text: scalarText(fingerprint), kind: CompletionItemKind.Value, detail }];
}

function testCaseOffers(place: ValuePlace, view: FileView): Offer[] {
  const index = loadedCatalogue(view)?.index;
  return ((index && proofAt(place, index)?.testCases) ?? []).map((name) => offer(name, CompletionItemKind.Value));
}

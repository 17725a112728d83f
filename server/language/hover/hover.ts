import { pieceUri } from '../../core/dossier/piece-uri';
import type { Hover } from 'vscode-languageserver-types';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import { say } from '../../core/messages/say';
import { describeCatalogue, stateWords } from '../catalogue-words';
import { contextAt } from '../cursor/context-at';
import { placeOf, type Place } from '../cursor/place';
import { safePiecePath } from '../../core/evidence/evidence-path';
import { requirementOf, scenarioAt } from '../completion/ids';
import { loadedCatalogue, type FileView } from '../file-view';
import { bullets, paragraphs, picture, plain } from '../markdown';
import { previewKind } from '../preview-kind';
import { rangeIn } from '../positions';
import { topShape } from '../top-shape';
import { describeProof, describeRequirement, describeScenario } from './describe';
import { describeState, describeUnknown } from './describe-state';
import { describeEvidence } from './describe-evidence';

/**
 * What is known of the thing under the cursor. Reads the catalogue and what is on screen; checks nothing.
 * @param pictures whether the editor draws pictures, as VS Code does; a piece that is one is shown then
 */
export function hover(
  view: FileView,
  offset: number,
  { pictures }: { readonly pictures: boolean } = { pictures: false },
): Hover | undefined {
  const context = contextAt(view.parsed, offset);
  const place = context && placeOf(context, topShape(view));
  if (!context || !place || context.token === '') return undefined;
  const value = describe(place, context.token, view);
  if (value === undefined) return undefined;
  const picture = pictures ? pictureAt(place, context.token, view) : undefined;
  return {
    contents: { kind: 'markdown', value: paragraphs(picture, value) },
    range: rangeIn(view.document, context.replace),
  };
}

function describe(place: Place, token: string, view: FileView): string | undefined {
  switch (place.kind) {
    case 'mapKey': {
      const key = Object.hasOwn(place.shape.keys, token) ? place.shape.keys[token] : undefined;
      return key && paragraphs(`**${token}**`, plain(say(key.doc, view.locale)));
    }
    case 'dictKey':
      return describeId(place, token, view);
    case 'value':
      return describeValue(place, token, view);
    case 'newItem':
    case 'flowMap':
      return undefined;
  }
}

function describeId(place: Extract<Place, { kind: 'dictKey' }>, id: string, view: FileView): string | undefined {
  const index = loadedCatalogue(view)?.index;
  if (!index) return place.key === 'chapter' ? undefined : describeUnknown(id, view);
  switch (place.key) {
    case 'requirement':
      return describeRequirementId(id, view);
    case 'scenario':
    case 'coreScenario': {
      const found = index.scenario(id, requirementOf(place, index));
      return found && describeScenario(found.scenario, view.locale);
    }
    case 'proof': {
      const found = index.proof(id, scenarioAt(place, index));
      return found && describeProof(found.proof, view.locale);
    }
    case 'chapter':
      return undefined;
  }
}

/** Also the documentation of a completion. */
export function describeRequirementId(
  id: string,
  view: Pick<FileView, 'catalogue' | 'locale'> & Partial<Pick<FileView, 'dossier'>>,
): string | undefined {
  const index = loadedCatalogue(view)?.index;
  const found = index?.requirement(id);
  if (!index || !found) return undefined;
  const core = index.coreScenariosOf(found.requirement.id);
  const state = describeState(found.requirement, core, view);
  return describeRequirement(found.requirement, core, state, view);
}

function describeValue(place: Extract<Place, { kind: 'value' }>, token: string, view: FileView): string | undefined {
  if (place.shape.format === 'path' && place.key !== 'catalogue') {
    return describeEvidence(token, view.evidence(token), place.context.siblings.get('sha256'), view.locale);
  }
  switch (place.key) {
    case 'catalogue':
      return place.owner === 'dossier' ? plain(describeCatalogue(view.catalogue, view.locale)) : undefined;
    case 'dispositif':
      return describeDispositif(token, view);
    case 'profils':
      return describeProfile(token, view);
    default:
      return undefined;
  }
}

/** A larger one is drawn when it is opened. */
const mostBytes = 8 * 1024 * 1024;

function pictureAt(place: Place, token: string, view: FileView): string | undefined {
  if (place.kind !== 'value' || place.shape.format !== 'path' || place.key === 'catalogue') return undefined;
  const file = view.evidence(token);
  const path = safePiecePath(token);
  if (path === undefined || file?.state !== 'file' || file.size > mostBytes) return undefined;
  const uri = previewKind(file) === 'picture' ? pieceUri(view, path) : undefined;
  return uri === undefined ? undefined : picture(uri);
}

function describeDispositif(id: string, view: FileView): string | undefined {
  const known = dispositifs.find((one) => one.id === id);
  if (!known) return undefined;
  const counts = say(
    {
      fr: 'Catalogue intégré : {state}, {requirements, plural, one {# exigence} other {# exigences}}, {scenarios, plural, one {# scénario} other {# scénarios}}, {proofs, plural, one {# preuve attendue} other {# preuves attendues}}',
      en: 'Built-in catalogue: {state}, {requirements, plural, one {# requirement} other {# requirements}}, {scenarios, plural, one {# scenario} other {# scenarios}}, {proofs, plural, one {# expected proof} other {# expected proofs}}',
    },
    view.locale,
    {
      state: stateWords(known.state, view.locale),
      requirements: known.requirements,
      scenarios: known.scenarios,
      proofs: known.proofs,
    },
  );
  const unseen = {
    fr: 'Identifiant formé sur le modèle des autres, non lu dans un texte officiel.',
    en: 'Id built on the pattern of the others, not read in an official text.',
  };
  return paragraphs(
    `**${plain(known.id)}** · ${plain(known.name)}`,
    bullets([plain(known.corridor), counts]),
    known.note !== undefined && plain(known.note),
    !known.idSeen && `*${say(unseen, view.locale)}*`,
  );
}

function describeProfile(name: string, view: FileView): string | undefined {
  const catalogue = loadedCatalogue(view)?.catalogue;
  if (!catalogue?.profiles.includes(name)) return undefined;
  const count = catalogue.requirements.filter((one) => one.profiles.includes(name)).length;
  const sentence = {
    fr: 'Exigences du REM qui citent ce profil : {count}.',
    en: 'Requirements of the REM that name this profile: {count}.',
  };
  return paragraphs(`**${plain(name)}**`, say(sentence, view.locale, { count }));
}

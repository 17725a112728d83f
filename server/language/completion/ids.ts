import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ExpectedProof, Requirement, Scenario } from '../../core/catalogue/catalogue';
import type { CatalogueIndex } from '../../core/catalogue/index-catalogue';
import { requirementStub, scenarioStub } from '../../core/fixes/stub';
import { printedIdNote } from '../../core/catalogue/printed-id';
import { applicability } from '../../core/status/applicability';
import { natureWords } from '../catalogue-words';
import { say } from '../../core/messages/say';
import { scenarioFingerprint } from '../../core/revision/scenario-fingerprint';
import type { Place, WrittenIds } from '../cursor/place';
import { filesAround, loadedCatalogue, type FileView } from '../file-view';
import { expectation } from '../hover/describe';
import { shorten } from '../../core/text/shorten';
import { scalarText } from '../../core/manifest/scalar-text';
import type { Offer } from './offer';
import { entryText } from './entry-text';

type IdPlace = Extract<Place, { kind: 'dictKey' }>;

/** Ids that the catalogue knows and the dossier does not have yet, each with what it asks; the whole stub is written. */
export function idOffers(place: IdPlace, view: FileView, newline: string): Offer[] {
  const loaded = loadedCatalogue(view);
  if (!loaded) return [];
  switch (place.key) {
    case 'requirement':
      return requirementOffers(place, view, loaded.index, newline);
    case 'scenario':
      return scenarioOffers(
        requirementOf(place, loaded.index)?.scenarios ?? [],
        place,
        view,
        newline,
        writtenBeside(place),
      );
    case 'coreScenario':
      return scenarioOffers(loaded.catalogue.coreScenarios, place, view, newline, writtenCoreScenarios(place, view));
    case 'proof':
      return proofOffers(place, view, loaded.index);
    case 'chapter':
      return loaded.catalogue.chapters
        .filter(({ name }) => !writtenBeside(place)(name))
        .map(({ name }) => ({ label: name, text: keyed(scalarText(name), place), kind: CompletionItemKind.Module }));
  }
}

function requirementOffers(place: IdPlace, view: FileView, index: CatalogueIndex, newline: string): Offer[] {
  const written = new Set<Requirement>();
  for (const { uri, parsed } of filesAround(view)) {
    for (const { facts } of parsed.requirements) {
      const found = index.requirement(facts.id.value)?.requirement;
      if (found && !(uri === view.uri && facts.id.value === place.context.token)) written.add(found);
    }
  }
  const profiles = new Set(view.dossier?.main.dossier?.facts.profiles.map(({ value }) => value));
  return index.catalogue.requirements
    .filter((requirement) => !written.has(requirement))
    .map((requirement) => {
      const applies = applicability(requirement, profiles);
      const text = shorten(requirement.text ?? requirement.fonction ?? '', 120);
      return {
        label: requirement.id,
        // Made when it is asked for: of many offers few are shown.
        get text() {
          return block(place)
            ? entryText(requirementStub(requirement, view.locale), place.context.column, newline)
            : keyed(scalarText(requirement.id), place);
        },
        kind: CompletionItemKind.Class,
        detail: detailOf(requirement, text === '' ? say(natureWords[requirement.nature], view.locale) : text, view),
        words: [...requirement.waveOneIds, requirement.socleId ?? '', text].join(' ').trim(),
        rank: applies === 'applies' ? 0 : applies === 'otherProfile' || applies === 'removed' ? 2 : 1,
        asksNext: block(place) && requirement.scenarios.some(({ proofs }) => proofs.length > 0),
        describes: { kind: 'requirement', id: requirement.id },
      };
    });
}

function scenarioOffers(
  scenarios: readonly Scenario[],
  place: IdPlace,
  view: FileView,
  newline: string,
  isWritten: (id: string) => boolean,
): Offer[] {
  return scenarios
    .filter(({ id }) => !isWritten(id))
    .map((scenario) => {
      const text = shorten(scenario.name ?? scenario.text ?? scenario.steps[0]?.text ?? '', 120);
      return {
        label: scenario.id,
        get text() {
          return block(place)
            ? entryText(scenarioStub(scenario, view.locale), place.context.column, newline)
            : keyed(scalarText(scenario.id), place);
        },
        kind: CompletionItemKind.Method,
        ...(text === '' ? {} : { words: text }),
        asksNext: block(place) && scenario.proofs.length > 0,
        ...detailOr(detailOf(scenario, text, view)),
        describes: {
          kind: 'scenario',
          id: scenario.id,
          ...(place.requirement === undefined ? {} : { within: place.requirement }),
        },
      };
    });
}

function proofOffers(place: IdPlace, view: FileView, index: CatalogueIndex): Offer[] {
  const scenario = scenarioAt(place, index);
  if (!scenario) return [];
  return scenario.proofs
    .filter(({ id }) => !writtenBeside(place)(id))
    .map((proof) => {
      const text = shorten(expectation(proof, view.locale), 120);
      return {
        label: proof.id,
        text: keyed(scalarText(proof.id), place),
        kind: CompletionItemKind.Field,
        ...(text === '' ? {} : { words: text }),
        ...detailOr(detailOf(proof, text, view)),
        asksNext: !place.context.hasColon,
        describes: { kind: 'proof', id: proof.id, within: scenario.id },
      };
    });
}

/** What an entry asks, after the note that its id is not the only one of its kind. */
function detailOf(entry: Requirement | Scenario | ExpectedProof, text: string, view: FileView): string {
  const note = printedIdNote(entry);
  return [note === undefined ? '' : say(note, view.locale), text].filter((part) => part !== '').join(' · ');
}

function detailOr(detail: string): Pick<Offer, 'detail'> {
  return detail === '' ? {} : { detail };
}

/** The catalogue's requirement, scenario and proof that a place stands under. */
export function scenarioAt(place: Place, index: CatalogueIndex): Scenario | undefined {
  const id = place.scenario ?? place.coreScenario;
  return id === undefined ? undefined : index.scenario(id, requirementOf(place, index))?.scenario;
}

export function requirementOf(place: Place, index: CatalogueIndex): Requirement | undefined {
  return place.requirement === undefined ? undefined : index.requirement(place.requirement)?.requirement;
}

export function proofAt(place: Place, index: CatalogueIndex): ExpectedProof | undefined {
  return place.proof === undefined ? undefined : index.proof(place.proof, scenarioAt(place, index))?.proof;
}

/** Of the present text of the requirement, or of the core-business scenario, that ids stand under. */
export function fingerprintAt({ requirement, coreScenario }: WrittenIds, index: CatalogueIndex): string | undefined {
  if (requirement !== undefined) return index.requirement(requirement)?.requirement.fingerprint;
  const core = coreScenario === undefined ? undefined : index.scenario(coreScenario)?.scenario;
  return core && scenarioFingerprint(core);
}

function writtenBeside(place: IdPlace): (id: string) => boolean {
  const { siblings, token } = place.context;
  return (id) => siblings.has(id) && id !== token;
}

function writtenCoreScenarios(place: IdPlace, view: FileView): (id: string) => boolean {
  const files = filesAround(view);
  const written = new Set(files.flatMap(({ parsed }) => parsed.coreScenarios.map(({ facts }) => facts.id.value)));
  return (id) => written.has(id) && id !== place.context.token;
}

/** A stub fits where nothing follows the id yet. */
function block(place: IdPlace): boolean {
  return !place.context.hasColon && !place.context.flow;
}

function keyed(text: string, place: IdPlace): string {
  return place.context.hasColon ? text : `${text}:${place.context.flow ? ' ' : ''}`;
}

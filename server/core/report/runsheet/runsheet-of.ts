import { isSamePerson } from '../../../../words/same-person';
import type { Requirement } from '../../catalogue/catalogue';
import { printedId } from '../../catalogue/printed-id';
import type { Analysis } from '../../engine/analyse';
import type { FollowUpFacts } from '../../manifest/follow-up-facts';
import { generalProfile } from '../../status/applicability';
import { concernsDossier } from '../../status/compliance';
import { followed, followUpsOf } from '../../status/follow-up';
import { owedScenario, owedScenarios, type OwedScenario } from '../../status/owed-slots';
import type { Runsheet, RunsheetChoice, RunsheetPart, RunsheetSlot, Scene } from './runsheet';

/** What is left to be done in a dossier. Without a catalogue nothing is known of it, and there are no parts. */
export function runsheetOf(analysis: Analysis, choice: RunsheetChoice): Runsheet {
  const { parsed } = analysis.dossier.main;
  const { software, vendor, dossier } = parsed;
  const name = software?.facts.name?.value;
  const version = software?.facts.version?.value;
  const company = vendor?.facts.name?.value;
  const dispositif = dossier?.facts.dispositif?.value;
  return {
    ...(name === undefined ? {} : { software: name }),
    ...(company === undefined ? {} : { vendor: company }),
    ...(version === undefined ? {} : { version }),
    ...(dispositif === undefined ? {} : { dispositif }),
    isKnown: isKnown(analysis),
    patients: dossier?.facts.testIdentities ?? [],
    parts: partsOf(scenesOf(analysis).filter(isIn(choice)), choice),
  };
}

function isKnown(analysis: Analysis): boolean {
  const state = analysis.compliance();
  return state !== undefined && state.status !== 'unknown';
}

/** The chapters and people that a choice may name, in the order of the dossier. */
export function runsheetNames(analysis: Analysis): { readonly chapters: string[]; readonly people: string[] } {
  const scenes = scenesOf(analysis);
  const people = scenes.flatMap(({ slots }) => slots.flatMap(({ follow }) => follow.responsible ?? []));
  return { chapters: [...new Set(scenes.flatMap(({ chapter }) => chapter ?? []))], people: [...new Set(people)] };
}

function scenesOf(analysis: Analysis): Scene[] {
  const state = analysis.compliance();
  const { catalogue } = analysis.dossier;
  if (!state || catalogue.kind !== 'loaded') return [];
  const states = new Map(
    state.chapters.flatMap(({ requirements }) => requirements.map((one) => [one.requirement, one] as const)),
  );
  return [
    ...catalogue.catalogue.requirements.flatMap((requirement) => {
      const own = states.get(requirement);
      if (!own || !concernsDossier(own)) return [];
      const above = own.entries[0]?.value.facts.followUp;
      return owedScenarios(own).map((one) => sceneOf(one, requirement, above));
    }),
    ...state.coreScenarios.flatMap((one) => owedScenario(one).map((owed) => sceneOf(owed))),
  ];
}

function sceneOf(
  { state, slots: owed, isAlternative }: OwedScenario,
  requirement?: Requirement,
  above?: FollowUpFacts,
): Scene {
  const { scenario, entry } = state;
  const facts = entry?.value.facts;
  const slots = owed.map(({ proof: one, status, isOneOf }): RunsheetSlot => {
    const { proof } = one;
    const id = one.entry?.value.facts.id.value ?? proof.id;
    return {
      proof: printedId(proof),
      expected: proof.expected,
      conditions: [proof.case, proof.condition].filter((part) => part !== undefined),
      testCases: proof.testCases,
      status,
      follow: followed(followUpsOf(id, facts, above)),
      ...(isOneOf ? { oneOf: isAlternative ? (requirement?.id ?? '') : scenario.id } : {}),
    };
  });
  const done = new Set((facts?.stepsDone ?? []).map(({ value }) => value.replace(/^0+(?=\d)/, '')));
  const text = scenario.text ?? scenario.name ?? requirement?.text ?? requirement?.fonction;
  const profiles = [...new Set([...(requirement?.profiles ?? []), ...scenario.profiles])];
  return {
    scenario: printedId(scenario),
    ...(requirement ? { requirement: printedId(requirement), chapter: requirement.chapter } : {}),
    ...(text === undefined ? {} : { text }),
    profiles: profiles.filter((one) => one !== generalProfile),
    references: scenario.references ?? [],
    steps: scenario.steps.map((step, index) => ({ ...step, done: done.has(String(index + 1)) })),
    isAlternative,
    slots,
  };
}

function isSameName(one: string | undefined, other: string): boolean {
  return one?.trim().toLowerCase() === other.trim().toLowerCase();
}

function isIn({ chapter }: RunsheetChoice): (scene: Scene) => boolean {
  return (scene) => chapter === undefined || isSameName(scene.chapter, chapter);
}

function partsOf(scenes: readonly Scene[], { by, person }: RunsheetChoice): RunsheetPart[] {
  const parts = new Map<string | undefined, Scene[]>();
  const add = (name: string | undefined, scene: Scene) => {
    const known = parts.get(name);
    if (known) known.push(scene);
    else parts.set(name, [scene]);
  };
  for (const scene of scenes) {
    const slots = scene.slots.filter(({ follow }) => person === undefined || isSamePerson(follow.responsible, person));
    if (slots.length === 0) continue;
    if (by === 'chapter') {
      add(scene.chapter, { ...scene, slots });
      continue;
    }
    // A scenario may be shared out: each has a scene of what is theirs.
    for (const name of new Set(slots.map(({ follow }) => follow.responsible)))
      add(name, { ...scene, slots: slots.filter(({ follow }) => follow.responsible === name) });
  }
  // What nobody is named for comes last.
  return [...parts]
    .sort(([a], [b]) => Number(by === 'person' && a === undefined) - Number(by === 'person' && b === undefined))
    .map(([name, own]) => ({ ...(name === undefined ? {} : { name }), scenes: own }));
}

import type { Opened, Session } from '../session';
import { threadsUnder } from '../../../core/threads/place-threads';
import type { Thread } from '../../../core/threads/thread';
import { dossierThreads } from '../../../core/workspace/dossier-threads';
import { describeCatalogue } from '../../../language/catalogue-words';
import { dossierFigures } from '../../check-report';
import { dossierJson } from '../../formats/check-json';
import { findEntry } from '../find-entry';
import { pageOf } from '../pages';
import { lengths, quote, quotedKey } from '../quoted';
import { Refusal } from '../refusal';
import { listed, requirementInShort } from '../show-entry';
import { figures, owedOfScenario, requirementState, requirementStateInFull, scenarioState } from '../show-state';
import { dossierField, pageFields, type Given, type Tool } from '../tool';

const words = {
  chapter: { fr: 'Le catalogue n’a pas ce chapitre.', en: 'The catalogue has no such chapter.' },
  notMeasured: {
    fr: 'Sans catalogue lisible, rien n’est connu de ce qui est attendu : aucun état ne peut être donné.',
    en: 'Without a catalogue that can be read nothing is known of what is expected: no state can be given.',
  },
  notConcerned: {
    fr: 'Ce scénario cœur de métier ne concerne aucun des profils du dossier.',
    en: 'This core-business scenario concerns none of the profiles of the dossier.',
  },
};

/** Where a dossier, a chapter, or an entry stands. */
export const dossierState: Tool = {
  name: 'dossier_state',
  title: { fr: 'État', en: 'State' },
  does: {
    fr: 'Donne l’état d’un dossier, d’un chapitre, ou d’une exigence, d’un scénario ou d’une preuve avec ses pièces : les mêmes chiffres que « status ». Ce que le catalogue ne dit pas reste inconnu.',
    en: 'Gives the state of a dossier, of a chapter, or of a requirement, a scenario or a proof with its pieces: the same figures as “status”. What the catalogue does not say stays unknown.',
  },
  fields: {
    dossier: dossierField,
    chapter: { kind: 'text', does: { fr: 'Un chapitre du REM.', en: 'A chapter of the REM.' } },
    id: {
      kind: 'text',
      does: {
        fr: 'Une exigence, un scénario ou une preuve.',
        en: 'A requirement, a scenario or a proof.',
      },
    },
    ...pageFields,
  },
  async run(given, session) {
    const opened = await session.open(given.text('dossier'));
    const chapter = given.text('chapter');
    if (given.text('id') !== undefined) return await entryState(given, opened, session);
    if (chapter !== undefined) return chapterState(chapter, given, opened, session);
    return wholeState(given, opened, session);
  },
};

function wholeState(given: Given, { analysis, basis }: Opened, session: Session) {
  const all = dossierFigures(analysis, (uri) => session.fileOf(uri).quoted);
  const { filing, late, requests, examined } = dossierJson(all);
  const chapters = all.figures?.chapters ?? [];
  const { shown, page } = pageOf(chapters, given.page, ({ name, requiredWithoutProof, uncounted, ...state }) => ({
    chapter: quote(name),
    ...figures(state, session),
    requirements: uncounted,
    requiredWithoutProof: requiredWithoutProof.length,
    ...(state.said
      ? { ans: { ...quotedKey('state', state.said.state), ...quotedKey('on', state.said.on, lengths.id) } }
      : {}),
  }));
  return {
    basis,
    page,
    data: {
      ...(all.figures ? figures(all.figures, session) : { status: 'unknown', why: words.notMeasured[session.locale] }),
      filing: { possible: filing.possible, reasons: filing.reasons },
      openRequests: requests.length,
      ...(session.notes ? { late } : {}),
      examined: { whole: examined.whole, partly: examined.partly, notRead: examined.notRead },
      chapters: shown,
      ...listed('coreScenarios', all.figures?.coreScenarios ?? [], (one) => ({
        id: quote(one.id, lengths.id),
        ...figures(one, session),
      })),
    },
  };
}

function chapterState(name: string, given: Given, { analysis, basis }: Opened, session: Session) {
  const chapters = complianceOf(analysis, session).chapters;
  const chapter = chapters.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  if (!chapter) {
    const suggestions = chapters.map((one) => quote(one.name));
    throw new Refusal('unknown', words.chapter, { asked: quote(name), suggestions });
  }
  const { shown, page } = pageOf(chapter.requirements, given.page, (one) => requirementState(one, session));
  return { basis, page, data: { chapter: quote(chapter.name), ...figures(chapter, session), requirements: shown } };
}

async function entryState(given: Given, { analysis, basis, workspace }: Opened, session: Session) {
  const compliance = complianceOf(analysis, session);
  const { index } = analysis.context;
  if (!index) throw notMeasured(analysis, session);
  const found = findEntry(given.needed('id'), index);
  const { requirement, scenario, proof, byAlias } = found;
  const id = proof?.id ?? scenario?.id ?? requirement?.id ?? '';
  const threads = session.notes
    ? threadsUnder((await dossierThreads(workspace, analysis, session.cancellation)).threads, id)
    : undefined;
  const team = threads ? listed('threads', threads, ({ thread }) => threadOf(thread)) : {};
  if (requirement) {
    const states = compliance.chapters.flatMap(({ requirements }) => requirements);
    const state = states.find((one) => one.requirement === requirement);
    const whole = state && requirementStateInFull(state, analysis, session);
    const inShort = requirementInShort(requirement, analysis.dossier.catalogue, session.locale);
    const about = scenario ? { scenario: quote(scenario.id, lengths.id) } : {};
    const of = proof ? { proof: quote(proof.id, lengths.id) } : {};
    return { basis, data: { byAlias, asked: { ...about, ...of }, origin: inShort.origin, state: whole, ...team } };
  }
  const core = compliance.coreScenarios.find((one) => one.scenario === scenario);
  if (!core) throw new Refusal('impossible', words.notConcerned, { asked: quote(id, lengths.id) });
  const state = { ...scenarioState(core, analysis, session), owed: owedOfScenario(core) };
  return {
    basis,
    data: { byAlias, ...(proof ? { asked: { proof: quote(proof.id, lengths.id) } } : {}), state, ...team },
  };
}

function threadOf(thread: Thread) {
  return {
    file: quote(thread.id, lengths.path),
    open: thread.isOpen,
    ...quotedKey('subject', thread.subject),
    ...listed('messages', thread.messages, ({ by, on, text }) => ({
      by: quote(by),
      on: quote(on, lengths.id),
      text: quote(text, 1200),
    })),
  };
}

/** @throws Refusal where there is nothing to measure against */
function complianceOf(analysis: Opened['analysis'], session: Session) {
  const compliance = analysis.compliance();
  if (!compliance) throw notMeasured(analysis, session);
  return compliance;
}

function notMeasured({ dossier }: Opened['analysis'], session: Session): Refusal {
  return new Refusal('impossible', words.notMeasured, {
    detail: quote(describeCatalogue(dossier.catalogue, session.locale)),
  });
}

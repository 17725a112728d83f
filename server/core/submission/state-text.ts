import { say, type Language, type Sentence } from '../messages/language';
import { statusWords } from '../status/status-words';
import type { FiledPiece, FiledState } from './filed-state';

const words = {
  execution: { fr: 'exécution {value}', en: 'execution {value}' },
} satisfies Record<string, Sentence>;

/**
 * A state as a text of a fixed form, one line per fact, so that an editor's own diff view shows two of them side by side.
 */
export function stateText(state: FiledState, language: Language): string {
  const lines = [
    `${state.dispositif ?? '?'}  ${[state.software, state.softwareVersion].filter(Boolean).join(' ')}`,
    `REM ${state.catalogueVersion ?? '?'}`,
  ];
  let chapter: string | undefined;
  for (const proof of state.proofs) {
    if (proof.chapter !== chapter) lines.push('', `# ${proof.chapter}`);
    chapter = proof.chapter;
    const slot = proof.proof ?? proof.scenario ?? proof.requirement ?? '';
    lines.push(`${slot}${proof.status ? ` : ${statusWords[proof.status][language]}` : ''}`);
    lines.push(...proof.pieces.map((piece) => `  ${pieceLine(piece, language)}`).sort());
  }
  return `${lines.join('\n')}\n`;
}

function pieceLine({ kind, value, sha256 }: FiledPiece, language: Language): string {
  const name = kind === 'execution' ? say(words.execution, language, { value }) : value;
  return sha256 === undefined ? name : `${name}  ${sha256}`;
}

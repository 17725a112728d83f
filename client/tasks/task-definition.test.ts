import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { taskType } from '../ids';
import { readDefinition, taskArguments, taskCommands } from './task-definition';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: {
    taskDefinitions: {
      type: string;
      required: string[];
      properties: Record<string, { enum?: string[] }>;
    }[];
  };
};

describe('tasks of the command line', () => {
  it('are described in package.json as they are read', () => {
    const definition = contributes.taskDefinitions.find(({ type }) => type === taskType);
    assert.deepEqual([contributes.taskDefinitions.length, definition?.required], [1, ['command']]);
    assert.deepEqual(definition?.properties.command?.enum, [...taskCommands]);
    const whole = { command: 'check', dossier: 'a', watch: true, options: ['--images'] };
    assert.deepEqual(Object.keys(definition?.properties ?? {}).sort(), Object.keys(whole).sort());
    assert.deepEqual(readDefinition(whole), whole);
  });

  it('are not run as somebody wrote them wrong', () => {
    for (const wrong of [
      {},
      { command: 'package' },
      { command: 'toString' },
      { command: 'check', watch: 'yes' },
      { command: 'status', watch: true },
      { command: 'check', dossier: 3 },
      { command: 'check', dossier: ' ' },
      { command: 'check', options: '--images' },
      { command: 'check', options: [1] },
    ])
      assert.equal(readDefinition(wrong), undefined, JSON.stringify(wrong));
  });

  it('give the command line its words, a path that looks like an option included', () => {
    assert.deepEqual(taskArguments({ command: 'check', dossier: '--fix', watch: true }, 'fr'), [
      'check',
      '--lang',
      'fr',
      '--watch',
      '--',
      '--fix',
    ]);
    assert.deepEqual(taskArguments({ command: 'report', options: ['-o', 'r.html'] }, 'en'), [
      'report',
      '--lang',
      'en',
      '-o',
      'r.html',
      '--',
      '.',
    ]);
  });
});

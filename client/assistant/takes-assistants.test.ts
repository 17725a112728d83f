import assert from 'node:assert/strict';
import { takesAssistants } from './takes-assistants';

describe('offering the assistant', () => {
  it('is for VS Code from 1.101 on: 1.100 has the function and throws', () => {
    for (const version of ['1.100.0', '1.100.3', '1.99.0', '', 'x'])
      assert.equal(takesAssistants(version), false, version);
    for (const version of ['1.101.0', '1.139.1', '1.101.0-insider', '2.0.0'])
      assert.equal(takesAssistants(version), true, version);
  });
});

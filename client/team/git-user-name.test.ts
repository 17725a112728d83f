import assert from 'node:assert/strict';
import { gitUserName } from './git-user-name';

describe('the name in a configuration of git', () => {
  it('is that of the user, the last one, without quotes and comments', () => {
    assert.equal(
      gitUserName('[core]\n\tname = x\n[user]\n\temail = a@b.test\n\tname = Zoé Le Gall ; moi\r\n'),
      'Zoé Le Gall',
    );
    assert.equal(gitUserName('[User]\nName = "A # \\"B\\""\n'), 'A # "B"');
    assert.equal(gitUserName('[user]\nname = un\n[user]\nname = deux\n'), 'deux');
    assert.equal(gitUserName('[user] name = un\n'), 'un');
  });

  it('is none where there is none', () => {
    for (const text of [
      '',
      '[user]\nemail = x\n',
      '[user "autre"]\nname = x\n',
      '[author]\nname = x\n',
      '[user]\nname =\n',
      '# [user]\n# name = x\n',
    ])
      assert.equal(gitUserName(text), undefined, text);
  });
});

import assert from 'node:assert/strict';
import { changelogSection, tagProblems } from '../../scripts/release/version.mjs';

const changelog =
  '# Changelog\n\nWords.\n\n## 1.2.0 (2026-12-01)\n\n### New\n\n- One.\n\n## 1.1.0 (2026-11-01)\n\n- Two.\n';

describe('the version of a release', () => {
  it('is released when tag, package.json and CHANGELOG.md say it', () => {
    assert.deepEqual(tagProblems('v1.2.0', '1.2.0', changelog), []);
  });

  it('is not released under another tag', () => {
    for (const tag of ['v1.2.1', '1.2.0', 'v1.2.0-rc.1', 'v1.2'])
      assert.match(tagProblems(tag, '1.2.0', changelog)[0], /has to be v1\.2\.0/);
  });

  it('is not released without a section with its day, that says something', () => {
    assert.match(tagProblems('v1.3.0', '1.3.0', changelog)[0], /no section/);
    const unreleased = changelog.replace('(2026-12-01)', '(unreleased)');
    assert.match(tagProblems('v1.2.0', '1.2.0', unreleased)[0], /unreleased/);
    assert.match(tagProblems('v1.0.0', '1.0.0', `${changelog}\n## 1.0.0 (2026-10-01)\n`)[0], /empty/);
  });

  it('has the words of its section, and of no other', () => {
    assert.equal(changelogSection('1.2.0', changelog).text, '### New\n\n- One.');
    assert.equal(changelogSection('1.1.0', changelog).text, '- Two.');
    assert.equal(changelogSection('1.2', changelog), undefined);
  });
});

import assert from 'node:assert/strict';
import { verificationMarkdown } from './verification-markdown';

describe('what is wrong with a package, as Markdown', () => {
  const problems = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ code: 'changed', message: `a_${index}.png` }));

  it('names each problem with its code', () => {
    assert.equal(
      verificationMarkdown({ name: 'a.zip', problems: problems(1), difference: '## Différences' }, 'fr'),
      '# a.zip : un problème\n\n**Ne déposez pas ce fichier ; constituez-le de nouveau.**\n\n## Ce qui ne va pas\n\n- a\\_0.png (`changed`)\n\n## Différences',
    );
  });

  it('counts those that come after the first five hundred', () => {
    const text = verificationMarkdown({ name: 'a.zip', problems: problems(502) }, 'fr');
    assert.ok(text.endsWith('- a\\_499.png (`changed`)\n\nEt 2 autres.\n'), text.slice(-80));
    assert.ok(verificationMarkdown({ name: 'a.zip', problems: problems(501) }, 'fr').endsWith('\n\nEt 1 autre.\n'));
    assert.ok(verificationMarkdown({ name: 'a.zip', problems: problems(502) }, 'en').endsWith('\n\nAnd 2 more.\n'));
  });
});

import assert from 'node:assert/strict';
import { parseManifest } from '../../core/manifest/parse-manifest';
import { readsAlike } from './reads-alike';

function alike(before: string, after: string): boolean {
  return readsAlike(parseManifest(before), parseManifest(after));
}

const sound =
  'version: 1\nexigences:\n  PSC.01:\n    commentaire: vu\n    scenarios:\n      PSC.01.01:\n        conformite: { texte: oui }\n';

describe('two texts of a manifest', () => {
  it('say the same wherever things stand in them', () => {
    assert.ok(alike(sound, sound.replaceAll('  ', '    ')));
    assert.ok(alike(sound, sound.replace('exigences:', '\n\n# un mot\nexigences:')));
    const broken = `${sound}  A: "a" b\n`;
    assert.ok(alike(broken, broken.replace('version: 1\n', '\nversion:   1\n')));
  });

  it('say something else with another value, key or problem', () => {
    assert.ok(!alike(sound, sound.replace('vu', 'lu')));
    assert.ok(!alike(sound, sound.replace('texte: oui', 'texte: non')));
    assert.ok(!alike(sound, sound.replace('vu', '"vu"')));
    assert.ok(!alike(sound, sound.replace('commentaire', 'remarque')));
    assert.ok(!alike(sound, sound.replace('    scenarios', '  scenarios')));
    assert.ok(!alike(sound, `${sound}  A: "a" b\n`));
    // Whatever reads it otherwise than we do counts too.
    assert.ok(!alike(`|-\n${sound}`, `|-\n${sound.replaceAll('  ', '    ')}`));
  });

  it('differ in what is read of texts that are no YAML as a whole', () => {
    const broken = `${sound}  A: "a" b\n`;
    assert.ok(!alike(broken, broken.replace('vu', 'lu')));
    assert.ok(!alike(broken, broken.replace('version: 1', 'version: 2')));
    assert.ok(!alike(broken, broken.replace('texte', 'text')));
  });
});

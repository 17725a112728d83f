import assert from 'node:assert/strict';
import { listedName, listedPath, portableName, UniqueNames } from './entry-names';

describe('portableName', () => {
  it('turns ids into names that every file system holds', () => {
    assert.equal(portableName('INS/va1.56'), 'INS va1.56');
    assert.equal(portableName('capture 12:30 <a>|"b"?*.png'), 'capture 12 30 a b .png');
    assert.equal(portableName('INS/va1.56~medecin-traitant'), 'INS va1.56~medecin-traitant');
    assert.equal(portableName('fin. . '), 'fin');
    assert.equal(portableName('CON.txt'), '_CON.txt');
    assert.equal(portableName('///'), '_');
    assert.equal(portableName('a\u202egol.exe.log'), 'agol.exe.log');
    assert.equal(portableName('\u200b \u2066con\u2069.txt'), '_con.txt');
    assert.equal(portableName('\u202e'), '_');
  });

  it('composes accents, so that a name is the same wherever it was typed', () => {
    assert.equal(portableName('pièce'.normalize('NFD')), 'pièce'.normalize('NFC'));
  });

  it('shortens a long name before its extension', () => {
    const name = portableName(`${'a'.repeat(300)}.mp4`);
    assert.equal(name.length, 100);
    assert.ok(name.endsWith('.mp4'));
  });
});

describe('names in a list of digests', () => {
  it('hold no percent sign, which is read in more than one way', () => {
    assert.equal(listedName('couvert à 100 %.png'), 'couvert à 100 .png');
    assert.equal(listedName('%25'), '25');
    assert.equal(listedPath('exigences/50%/a%0A.yaml'), 'exigences/50/a 0A.yaml');
  });
});

describe('UniqueNames', () => {
  it('tells apart names that some disks take for the same', () => {
    const names = new UniqueNames();
    assert.equal(names.take('a/Pièce.png'), 'a/Pièce.png');
    assert.equal(names.take('a/pièce.png'.normalize('NFD')), `${'a/pièce'.normalize('NFD')} (2).png`);
    assert.equal(names.take('a/PIÈCE.png'), 'a/PIÈCE (3).png');
    assert.equal(names.take('a/.cache'), 'a/.cache');
    assert.equal(names.take('a/.cache'), 'a/.cache (2)');
  });
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Cancellation } from '../../core/ports/cancellation';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from './evidence-source';
import { defaultLimits } from './limits';
import { readXml } from './read-xml';
import type { XmlElement, XmlObserver, XmlReading } from './xml-observer';
import { mutations } from './testing/mutations';

/** Everything that an observer is told, in order. */
class Recorder implements XmlObserver {
  readonly events: string[] = [];
  readonly texts = new Map<string, string>();
  base64Characters = 0;

  open({ name, namespace, line, attributes }: XmlElement): void {
    const shown = attributes.map((attribute) => `${attribute.name}=${attribute.value}`);
    this.events.push([`${line}<${name}`, namespace, ...shown].filter((part) => part !== '').join(' '));
  }

  text(text: string, path: readonly string[], line: number): void {
    this.#add(path, text);
    if (text.trim() !== '') this.events.push(`${line}:${text.trim()}`);
  }

  base64(text: string, path: readonly string[]): void {
    this.#add(path, text);
    this.base64Characters += text.length;
  }

  comment(text: string, line: number): void {
    this.events.push(`${line}!${text.trim()}`);
  }

  #add(path: readonly string[], text: string): void {
    const key = path.join('/');
    this.texts.set(key, (this.texts.get(key) ?? '') + text);
  }
}

async function read(
  content: string | Uint8Array,
  cancellation: Cancellation = neverCancelled,
): Promise<XmlReading & { readonly seen: Recorder }> {
  const seen = new Recorder();
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { ...(await readXml(memorySource(bytes, { name: 'a.xml' }), [seen], defaultLimits, cancellation)), seen };
}

const damageOf = async (content: string | Uint8Array): Promise<unknown> => (await read(content)).damage;

describe('reading XML', () => {
  it('gives elements, attributes, texts and comments with their lines', async () => {
    const { seen, root, damage, partial } = await read(
      '<?xml version="1.0"?>\n<a xmlns="urn:x"\n  b="1"\n  c="2">\r\n<!--\nnote--><d>un\ndeux &amp; trois</d><![CDATA[quatre]]></a>',
    );
    assert.deepEqual(seen.events, ['4<a urn:x b=1 c=2', '5!note', '6<d urn:x', '6:un\ndeux & trois', '7:quatre']);
    assert.deepEqual(root, { namespace: 'urn:x', name: 'a' });
    assert.equal(damage, undefined);
    assert.equal(partial, false);
  });

  for (const [what, content, line] of [
    ['tags that do not match', '<a>\n<b>\n</a>', 3],
    ['an ampersand alone', '<a>\n\n&</a>', 3],
    ['two roots', '<a/>\n<b/>', 2],
    ['an attribute twice', '<a b="1"\n b="2"/>', 2],
    ['an undeclared prefix', '<a>\n<x:b/></a>', 2],
    ['a control character', '<a>\u0001</a>', 1],
    ['an unknown entity', '<a>&nbsp;</a>', 1],
    ['text', 'bonjour', 1],
    ['nothing', '', 1],
  ] as const) {
    it(`tells the line of ${what}`, async () => {
      assert.deepEqual(await damageOf(content), { code: 'not-well-formed', line });
    });
  }

  it('tells a document that stops too early', async () => {
    assert.deepEqual(await damageOf('<a>\n<b>\n'), { code: 'truncated', line: 3 });
    assert.deepEqual(await damageOf('<a>\n<b attr="'), { code: 'truncated', line: 2 });
  });

  it('replaces and fetches no entity of the document type', async () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;"><!ENTITY z SYSTEM "file:///etc/passwd">]>\n<a>&y;&z;</a>';
    const { seen, damage, declaresEntities } = await read(bomb);
    assert.equal(damage, undefined);
    assert.equal(declaresEntities, true);
    assert.equal(seen.texts.get('a'), '&y;&z;');
  });

  it('sees entities only in the document type', async () => {
    for (const content of [
      '<!DOCTYPE a SYSTEM "a.dtd"><a><![CDATA[<!ENTITY x "y">]]></a>',
      '<!-- <!DOCTYPE a [<!ENTITY x "y">]> --><?x <!ENTITY x "y">?><a/>',
      '<!DOCTYPE a [<!ELEMENT a ANY>] ><a><![CDATA[<!ENTITY x "y">]]></a>',
    ]) {
      const { damage, declaresEntities } = await read(content);
      assert.deepEqual([damage, declaresEntities], [undefined, undefined], content);
    }
    assert.equal((await read('<!DOCTYPE a SYSTEM "a.dtd">\n<a>&externe;</a>')).damage, undefined);
  });

  for (const [name, bytes] of [
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>été</a>')],
    ['UTF-16 with a mark', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>été</a>', 'utf16le')],
    ['UTF-16 without', Buffer.from('<a>été</a>', 'utf16le')],
    ['big-endian UTF-16', Buffer.from('\ufeff<a>été</a>', 'utf16le').swap16()],
    ['ISO-8859-1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>été</a>', 'latin1')],
    ['windows-1252', Buffer.from("<?xml version='1.0' encoding='windows-1252'?><a>été</a>", 'latin1')],
    ['UTF-8 that says UTF-16', Buffer.from('<?xml version="1.0" encoding="utf-16"?><a>été</a>')],
  ] as const) {
    it(`reads ${name}`, async () => {
      const { seen, damage } = await read(bytes);
      assert.equal(damage, undefined);
      assert.equal(seen.texts.get('a'), 'été');
    });
  }

  it('tells the line of bytes that are not in the encoding, and leaves an unknown encoding alone', async () => {
    assert.deepEqual(await damageOf(Buffer.from('<a>\nok\n\xe9t\xe9</a>', 'latin1')), { code: 'encoding', line: 3 });
    const unknown = await read('<?xml version="1.0" encoding="IBM-1047"?><a/>');
    assert.equal(unknown.damage, undefined);
    assert.equal(unknown.partial, true);
  });

  it('gives a long base64 in pieces, in order, with the right lines after it', async () => {
    const encoded = Buffer.alloc(3_000_000, 'segur').toString('base64').replace(/.{76}/g, '$&\r\n');
    const lines = encoded.split('\n').length - 1;
    const { seen, damage } = await read(`<a>\n<b> ${encoded}</b>\n<c>fin</c></a>`);
    assert.equal(damage, undefined);
    assert.equal(seen.texts.get('a/b')?.replace(/\r\n/g, '\n'), ` ${encoded.replace(/\r\n/g, '\n')}`);
    assert.ok(seen.base64Characters > encoded.length - 5000);
    assert.ok(seen.events.includes(`${lines + 3}:fin`));
  });

  it('gives the same texts wherever the pieces are cut', async () => {
    const word = fc.constantFrom(
      '<b>',
      '</b>',
      'AAAA',
      'é',
      '&amp;',
      '<!-- x -->',
      '<![CDATA[y]]>',
      ' \n',
      'B'.repeat(5000),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 30 }), async (words) => {
        const content = `<a>${words.join('')}</a>`;
        const padded = `<!--${'x'.repeat(128 * 1024 - 60)}-->${content}`;
        const [short, long] = [await read(content), await read(padded)];
        assert.deepEqual([...long.seen.texts], [...short.seen.texts]);
        assert.equal(long.damage?.code, short.damage?.code);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('takes base64 in a comment or a value for what it is', async () => {
    const run = 'A'.repeat(10_000);
    const { seen, damage } = await read(`<a><!-- >${run}--><b c=">${run}"/></a>`);
    assert.equal(damage, undefined);
    assert.equal(seen.base64Characters, 0);
  });

  it('stops at a depth, at the size of one text and when asked', async () => {
    assert.equal((await read('<a>'.repeat(100_000))).partial, true);
    const small = { ...defaultLimits, maxBytes: 200_000 };
    const long = memorySource(Buffer.from(`<a><!--${'é '.repeat(300_000)}--></a>`), { name: 'a.xml' });
    assert.equal((await readXml(long, [], small, neverCancelled)).partial, true);
    assert.equal((await read('<a/>', { isCancellationRequested: true })).partial, true);
  });

  it('gives a result for any damaged document', async () => {
    const content = Buffer.from(
      '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE a [<!ENTITY e "x">]><a b="é" xmlns:x="u"><x:c>&e;</x:c></a>',
    );
    for (const bytes of mutations(content, 1000)) await read(bytes);
  });
});

import assert from 'node:assert/strict';
import { MemoryFiles } from '../../../test/kit/memory-files';
import { neverCancelled } from '../../core/ports/cancellation';
import { FolderListings } from './folder-listings';

const root = 'mem:/d';

/** A folder whose search ends when it is told to. */
class SlowFiles extends MemoryFiles {
  searches = 0;
  end: () => void = () => undefined;
  isSlow = false;

  override async find(folderUri: string, globs: readonly string[]): Promise<string[]> {
    this.searches += 1;
    const found = await super.find(folderUri, globs);
    if (this.isSlow) await new Promise<void>((resolve) => (this.end = resolve));
    return found;
  }
}

describe('the listing of a folder', () => {
  let texts: Map<string, string>;
  let files: SlowFiles;
  let listings: FolderListings;
  beforeEach(() => {
    texts = new Map([[`${root}/a.png`, '']]);
    files = new SlowFiles(texts);
    listings = new FolderListings(files);
  });

  it('is kept until something in it comes or goes', async () => {
    assert.deepEqual(await listings.of(root, neverCancelled), ['a.png']);
    texts.set(`${root}/b.png`, '');
    assert.deepEqual(await listings.of(root, neverCancelled), ['a.png']);
    listings.forget('mem:/other/b.png');
    assert.deepEqual(await listings.of(root, neverCancelled), ['a.png']);
    assert.equal(files.searches, 1);
    listings.forget(`${root}/b.png`);
    assert.deepEqual(await listings.of(root, neverCancelled), ['a.png', 'b.png']);
  });

  it('that is asked for anew has what nothing has told of, and is the one that is kept', async () => {
    await listings.of(root, neverCancelled);
    texts.set(`${root}/b.png`, '');
    assert.deepEqual(await listings.now(root, neverCancelled), ['a.png', 'b.png']);
    assert.deepEqual(await listings.of(root, neverCancelled), ['a.png', 'b.png']);
    assert.equal(files.searches, 2);
  });

  it('is not kept when something came while it was made', async () => {
    files.isSlow = true;
    const listed = listings.of(root, neverCancelled);
    while (files.searches === 0) await Promise.resolve();
    texts.set(`${root}/b.png`, '');
    listings.forget(`${root}/b.png`);
    await new Promise(setImmediate);
    files.end();
    assert.deepEqual(await listed, ['a.png']);
    files.isSlow = false;
    assert.deepEqual(await listings.of(root, neverCancelled), ['a.png', 'b.png']);
  });
});

import { readStamp, stampFile } from './stamp';

describe('stampFile', () => {
  it('should list the tool-owned files, sorted, so that readStamp reads them', () => {
    const { content, owner, path } = stampFile('0.1.0+abc', [
      { path: 'b', content: '', owner: 'tool' },
      { path: 'NOTES.md', content: '', owner: 'person' },
      { path: 'a', content: '', owner: 'tool' },
    ]);
    expect([path, owner]).toEqual(['.scalardl-on-eks.yaml', 'tool']);
    expect(readStamp(content)).toEqual({
      skeleton: '0.1.0+abc',
      files: ['a', 'b'],
    });
  });
});

describe('readStamp', () => {
  it.each(['', 'a: [', '[]', 'skeleton: 1\nfiles: []', 'skeleton: a'])(
    'should say undefined for %j',
    text => expect(readStamp(text)).toBeUndefined(),
  );
});

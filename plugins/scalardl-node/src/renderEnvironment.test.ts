import { exampleEnvironment } from './__testUtils__/exampleEnvironment';
import { planChanges } from './repository/planChanges';
import { readStamp, STAMP_FILE } from './repository/stamp';
import { renderEnvironment } from './renderEnvironment';
import { packedSkeleton } from './skeleton/packed';

const SOURCE = '# any text, \r\n\tkept\u00e9 as it is';

function render() {
  return renderEnvironment({
    environment: exampleEnvironment(),
    source: SOURCE,
  });
}

describe('renderEnvironment', () => {
  it('should give the same files for the same input, sorted by path', () => {
    const files = render();
    expect(render()).toEqual(files);
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
  });

  it('should change nothing in a repository that it rendered', () => {
    const files = render();
    const existing = Object.fromEntries(
      files.map(({ path, content }) => [path, content]),
    );
    const changes = planChanges(files, existing);
    expect(changes.filter(({ change }) => change !== 'keep')).toEqual([]);
  });

  it('should keep the source byte for byte', () => {
    expect(render()).toContainEqual({
      path: 'scalardl.yaml',
      content: SOURCE,
      owner: 'person',
    });
  });

  it('should leave to people what is theirs', () => {
    const owned = render().filter(({ owner }) => owner === 'person');
    expect(owned.map(({ path }) => path)).toEqual([
      '.github/CODEOWNERS',
      'NOTES.md',
      'scalardl.yaml',
    ]);
  });

  it('should stamp the skeleton and every tool-owned file but the stamp', () => {
    const files = render();
    const stamp = files.find(({ path }) => path === STAMP_FILE);
    expect(readStamp(stamp?.content ?? '')).toEqual({
      skeleton: packedSkeleton.version,
      files: files
        .filter(({ owner, path }) => owner === 'tool' && path !== STAMP_FILE)
        .map(({ path }) => path),
    });
  });

  it("should take an operator's skeleton instead of its own", () => {
    const skeleton = {
      version: 'custom',
      personOwned: [],
      files: [
        {
          path: 'docs/OUR.md.eta',
          content: '# <%= it.environment.metadata.name %>\n',
        },
      ],
    };
    const files = renderEnvironment(
      { environment: exampleEnvironment(), source: SOURCE },
      { skeleton },
    );
    expect(files).toContainEqual({
      path: 'docs/OUR.md',
      content: '# payments\n',
      owner: 'tool',
    });
    expect(files.some(({ path }) => path.startsWith('.github/'))).toBe(false);
  });

  it.each([
    ['../outside', 'Expected a path inside the repository'],
    ['clusters/ledger.yaml', 'Expected each file once'],
  ])('should refuse a skeleton with the file %s', (path, message) => {
    const skeleton = {
      version: 'custom',
      personOwned: [],
      files: [{ path, content: 'x' }],
    };
    expect(() =>
      renderEnvironment(
        { environment: exampleEnvironment(), source: SOURCE },
        { skeleton },
      ),
    ).toThrow(message);
  });
});

import { exampleEnvironment } from '../__testUtils__/exampleEnvironment';
import { sideModel } from '../side/sideModel';
import type { SkeletonFile } from '../skeleton/skeleton';
import { renderSkeleton } from './renderSkeleton';
import { templateView } from './view';

function render(files: SkeletonFile[], personOwned: string[] = []) {
  const environment = exampleEnvironment();
  const view = templateView(environment, {
    ledger: sideModel(environment, 'ledger'),
    auditor: sideModel(environment, 'auditor'),
  });
  return renderSkeleton({ version: 'test', personOwned, files }, view);
}

describe('renderSkeleton', () => {
  it('should render templates and copy other files byte for byte', () => {
    expect(
      render([
        {
          path: 'a.yaml.eta',
          content: 'name: <%= it.environment.metadata.name %>\n',
        },
        { path: 'b.txt', content: '<%= kept %>\n' },
      ]),
    ).toEqual([
      { path: 'a.yaml', content: 'name: payments\n', owner: 'tool' },
      { path: 'b.txt', content: '<%= kept %>\n', owner: 'tool' },
    ]);
  });

  it('should include partials, quoted for the file that includes them', () => {
    const partial = {
      path: '_partials/account.eta',
      content: '<%= it.ledger.spec.awsAccountId %>',
    };
    expect(
      render([
        partial,
        { path: 'a.yaml.eta', content: "id: <%~ include('@account', it) %>\n" },
        { path: 'b.md.eta', content: "<%~ include('@account', it) %>\n" },
      ]).map(({ content }) => content),
    ).toEqual(['id: "111111111111"\n', '111111111111\n']);
  });

  it('should mark what the manifest calls person-owned', () => {
    expect(
      render([{ path: 'NOTES.md.eta', content: 'x\n' }], ['NOTES.md']),
    ).toEqual([{ path: 'NOTES.md', content: 'x\n', owner: 'person' }]);
  });

  it('should leave out a template that renders to nothing', () => {
    expect(
      render([
        { path: 'a.yaml.eta', content: '<% if (false) { -%>\na\n<% } -%>\n' },
      ]),
    ).toEqual([]);
  });

  it('should name the template that fails', () => {
    expect(() =>
      render([{ path: 'a.yaml.eta', content: '<%= it.ledger %>' }]),
    ).toThrow(
      "The skeleton's template a.yaml.eta cannot be rendered; correct it.",
    );
  });
});

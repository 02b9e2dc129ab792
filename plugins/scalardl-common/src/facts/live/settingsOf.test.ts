import { exampleText } from '../../environment/rules/example.fixture';
import { parseEnvironment } from '../../environment/parseEnvironment';
import { settingsOf } from './settingsOf';

const ENTRY = {
  namespace: 'scanner',
  reason: 'The security team scans every node.',
  owner: 'group:default/security',
};

describe('settingsOf', () => {
  it('tells the live stage what the environment file says', () => {
    const parsed = parseEnvironment(
      exampleText(({ spec }) => {
        spec.allowedWorkloads = [ENTRY];
        spec.imageMirrors = ['mirror.example.com/scalar/'];
        spec.systemNamespaces = ['observability'];
      }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(settingsOf(parsed.environment)).toMatchObject({
      licensing: 'byol',
      release: {
        ledger: { name: 'scalardl-ledger', namespace: 'scalardl-ledger' },
        auditor: { name: 'scalardl-auditor', namespace: 'scalardl-auditor' },
      },
      allowedWorkloads: [ENTRY],
      imageMirrors: ['mirror.example.com/scalar/'],
      systemNamespaces: ['observability'],
      runnerCidrs: parsed.environment.spec.runners.cidrs,
      applications: parsed.environment.spec.applications,
      waivers: [],
    });
  });
});

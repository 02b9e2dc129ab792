import { toPresentation } from '../report/presentation';
import type { Report } from '../report/report';
import type { Run } from '../run';
import { config, situation, state } from '../plan/situation.fixture';
import type { ClusterState } from '../state/clusterState';
import { applyConfig } from './applyConfig';

const REASON = 'the Kubernetes API of shop does not answer';

/** What a run shows that finds this state, in which nothing is missing, and changes nothing. */
async function shownOf(
  changes: Partial<ClusterState>,
  file = config(),
): Promise<ReturnType<typeof toPresentation>> {
  const { choices } = situation();
  const run = {
    inputs: { choices, quietSeconds: 0 },
    config: file,
    runs: {
      deadline: { at: Date.now() + 10_000, setBy: 'timeout: 10 seconds' },
      progress: { line: () => {} },
    },
    // Nothing here runs eksctl or calls AWS.
  } as unknown as Run;
  const report: Report = {
    ...(await applyConfig(run, state(changes))),
    mode: 'apply',
    cluster: 'shop',
    region: 'eu-west-1',
    eksctl: { path: '/x/eksctl', version: '0.230.0', origin: 'PATH' },
    milliseconds: 1_000,
  };
  return toPresentation(report);
}

describe('a run that cannot reach the Kubernetes API', () => {
  const unreachable: Partial<ClusterState> = {
    nodes: { known: false, reason: REASON },
  };

  it('says first that no node was seen, and why', async () => {
    const { summary, text, annotations } = await shownOf(unreachable);
    expect(summary).toMatch(/^## ⚠️ .+; its nodes were not seen\n/);
    expect(summary).toContain(`nodes unknown, because ${REASON}`);
    expect(summary).not.toContain('nodes ready');
    expect(text).toMatch(/^.+; its nodes were not seen\n/);
    expect(annotations).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringMatching(/^No node was seen/),
      },
    ]);
  });

  it('misses no nodes where the file names none', async () => {
    const { summary, annotations } = await shownOf(
      { ...unreachable, nodeGroups: [] },
      config({ managedNodeGroups: [] }),
    );
    expect(summary).toMatch(/^## ✅ .+: already what the file says\n/);
    expect(annotations).toEqual([]);
  });
});

describe('a run that sees the nodes', () => {
  it('says how many are ready', async () => {
    const { summary, annotations } = await shownOf({});
    expect(summary).toMatch(/^## ✅ .+: already what the file says\n/);
    expect(summary).toContain('3 of 3 nodes ready');
    expect(annotations).toEqual([]);
  });
});

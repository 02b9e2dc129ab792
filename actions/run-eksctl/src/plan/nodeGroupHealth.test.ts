import { nodeGroupHealth } from './nodeGroupHealth';
import type { ClusterState } from '../state/clusterState';
import {
  nodeGroup,
  nodeGroupStack,
  situation,
  state,
} from './situation.fixture';
import type { Confirmation } from './step';

const NODES = (ready: number): Partial<ClusterState> => ({
  nodes: {
    known: true,
    value: { 'nodes-v1': { ready, total: 3, versions: [] } },
  },
});

const FAILED = nodeGroup({
  status: 'CREATE_FAILED',
  health: ['NodeCreationFailure: instances did not join'],
});

describe('nodeGroupHealth', () => {
  it.each<[string, Partial<ClusterState>, Confirmation]>([
    [
      'confirms what EKS, CloudFormation and the nodes agree on',
      {},
      {
        confirmed: true,
        evidence:
          'nodes-v1: node group ACTIVE, stack CREATE_COMPLETE, 3 of 3 nodes ready, 3 wanted',
      },
    ],
    [
      'waits for nodes',
      NODES(2),
      {
        confirmed: false,
        found:
          'nodes-v1: node group ACTIVE, stack CREATE_COMPLETE, 2 of 3 nodes ready, 3 wanted',
        final: false,
      },
    ],
    [
      'says of nodes that cannot be read that they are unknown',
      { nodes: { known: false, reason: 'denied' } },
      {
        confirmed: true,
        evidence:
          'nodes-v1: node group ACTIVE, stack CREATE_COMPLETE; nodes unknown, because denied',
      },
    ],
    [
      'does not trust a complete stack over a group that failed',
      { nodeGroups: [FAILED] },
      {
        confirmed: false,
        found:
          'nodes-v1: node group CREATE_FAILED, stack CREATE_COMPLETE: NodeCreationFailure: instances did not join',
        final: true,
      },
    ],
    [
      'does not trust a group over a stack that was rolled back',
      {
        stacks: [
          nodeGroupStack('nodes-v1', {
            status: 'ROLLBACK_COMPLETE',
            reason: 'no capacity',
          }),
        ],
      },
      {
        confirmed: false,
        found: 'nodes-v1: stack ROLLBACK_COMPLETE (no capacity)',
        final: true,
      },
    ],
    [
      'finds nothing where nothing is',
      { nodeGroups: [], stacks: [] },
      { confirmed: false, found: 'nodes-v1: no stack', final: true },
    ],
  ])('%s', (_, changes, expected) => {
    const given = situation({ state: state(changes) });
    expect(nodeGroupHealth('nodes-v1', given)).toEqual(expected);
  });
});

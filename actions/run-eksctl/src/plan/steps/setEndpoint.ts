import type { Endpoint } from '../../state/clusterState';
import { liveCluster } from '../situation';
import { type StepKind, confirmed, missing } from '../step';
import { updateCluster } from '../updateCluster';
import {
  describeEndpoint,
  sameEndpoint,
  wantedEndpoint,
} from '../wantedEndpoint';

interface Change {
  before: Endpoint;
  after: Endpoint;
}

/**
 * Opens or closes the Kubernetes API endpoint by one call: eksctl would switch access before ranges, which
 * lets the ranges stored earlier in for minutes. A bootstrap comes first, because other steps need to reach
 * the endpoint; what the file declares comes last, because it may cut this run off.
 */
export function setEndpoint(moment: 'first' | 'last'): StepKind<Change> {
  return {
    kind: 'set-endpoint',
    diff(situation) {
      const isBootstrap = situation.choices.endpoint === 'bootstrap';
      const before = liveCluster(situation)?.endpoint;
      const after = wantedEndpoint(situation);
      if (!before || !after || isBootstrap !== (moment === 'first')) return [];
      return sameEndpoint(before, after) ? [] : [{ before, after }];
    },
    subject: ({ after }) => describeEndpoint(after),
    describe: ({ before, after }) =>
      `set the Kubernetes API endpoint from ${describeEndpoint(before)} to ${describeEndpoint(after)}`,
    apply: ({ after }, tools) =>
      updateCluster(tools, {
        resourcesVpcConfig: {
          endpointPublicAccess: after.publicAccess,
          endpointPrivateAccess: after.privateAccess,
          // EKS takes no ranges for an endpoint that is closed to the public.
          publicAccessCidrs: after.publicAccess
            ? after.publicAccessCidrs
            : undefined,
        },
      }),
    confirm({ after }, { state }) {
      const live = state.cluster?.endpoint;
      return live && sameEndpoint(live, after)
        ? confirmed(`EKS says that the endpoint is ${describeEndpoint(live)}`)
        : missing(
            `the endpoint is ${live ? describeEndpoint(live) : 'gone'}`,
            true,
          );
    },
  };
}

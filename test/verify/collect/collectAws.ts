import {
  type SideLiveFacts,
  readProperties,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { AWS_COLLECTORS } from '@scalardl-on-eks/verify-guidelines/src/collect/aws';
import {
  type AnyCollector,
  collector,
} from '@scalardl-on-eks/verify-guidelines/src/collect/collector';
import {
  type CollectOptions,
  collectSide,
} from '@scalardl-on-eks/verify-guidelines/src/collect/collectSide';
import { openSide } from '@scalardl-on-eks/verify-guidelines/src/collect/openSide';
import type {
  OpenSide,
  SideTarget,
} from '@scalardl-on-eks/verify-guidelines/src/collect/sideAccess';
import type { BuiltSide } from './pairWorld.ts';

/** What the Kubernetes API would tell, as far as it decides what is asked of AWS. */
export interface FromKubernetes {
  /** Instances that are nodes; without them the nodes could not be read. */
  nodes?: readonly string[];
  /** Lines of the product's properties. */
  properties?: readonly string[];
}

export interface Collecting extends Partial<CollectOptions> {
  kubernetes?: FromKubernetes;
  /** Changes how the side is opened. */
  opened?: (side: OpenSide) => OpenSide;
}

/** Reads every fact of AWS of one side. */
export async function collectAws(
  side: BuiltSide,
  { kubernetes = {}, opened = one => one, ...options }: Collecting = {},
): Promise<SideLiveFacts> {
  const open = await openSide(readerOf(side), {
    at: Date.now() + 300_000,
    setBy: 'this test',
  });
  const { facts, done } = collectSide(opened(open), {
    collectors: [...AWS_COLLECTORS, ...standIns(kubernetes)],
    ...options,
  });
  await done;
  open.close();
  return facts;
}

/** A side as it is read by a role of its account. */
export function readerOf({ side, cluster, place }: BuiltSide): SideTarget {
  return {
    side,
    cluster,
    aws: {
      region: place.region,
      roleArn: `arn:aws:iam::${place.account}:role/reader`,
    },
    readSecrets: false,
  };
}

/** No Kubernetes runs beside this suite; what it would tell is given. */
function standIns({ nodes, properties }: FromKubernetes): AnyCollector[] {
  return [
    collector({
      fact: 'nodes',
      needs: ['cluster'],
      async collect() {
        if (!nodes) throw new Error('the nodes were not read');
        return nodes.map(instanceId => ({
          ...{ name: instanceId, instanceId, labels: {}, taints: [] },
          ...{ unschedulable: false, ready: true, kubeletVersion: 'v1.35.2' },
          ...{ architecture: 'amd64', allocatable: {}, capacity: {} },
        }));
      },
    }),
    collector({
      fact: 'properties',
      needs: ['cluster'],
      async collect() {
        if (!properties) return undefined;
        const whole = { file: 'ledger.properties', line: 1, column: 1 };
        return readProperties(properties.join('\n'), {
          whole,
          locateLine: () => whole,
        });
      },
    }),
  ];
}

import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import type { LiveFactName } from '@scalardl-on-eks/plugin-scalardl-common';
import {
  type AnyCollector,
  type Collector,
  type Given,
  collector,
} from '../collector';
import type { SideTarget } from '../sideAccess';

type Value<Name extends LiveFactName> = ReturnType<Collector<Name>['collect']>;

interface Declaration<Name extends LiveFactName> extends Omit<
  Collector<Name>,
  'collect' | 'aws'
> {
  kubernetes: NonNullable<Collector['kubernetes']>;
  collect(
    reader: KubernetesReader,
    rest: { given: Given; target: SideTarget },
  ): Value<Name>;
}

/** Declares a collector that reads the Kubernetes API, whose address the fact `cluster` tells. */
export function kubernetesCollector<Name extends LiveFactName>({
  needs = [],
  collect,
  ...rest
}: Declaration<Name>): AnyCollector {
  return collector<Name>({
    ...rest,
    needs: ['cluster', ...needs],
    collect: async (access, given) =>
      collect(await access.kubernetes(), { given, target: access.target }),
  });
}

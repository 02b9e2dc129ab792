import { releaseOf } from '../../facts/release/release';
import { NO_ALLOWANCES } from '../../facts/workloads/allowances';
import type { Deployed } from '../../facts/workloads/deployed';
import { deployedByRelease } from '../../facts/workloads/deployedByRelease';
import { deployedByWorkflows } from '../../facts/workloads/deployedByWorkflows';
import {
  addedObjects,
  deployedObjects,
} from '../../facts/workloads/deployedObjects';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const VERDICTS = {
  belongs: 'pass',
  foreign: 'fail',
  unknown: 'unknown',
} as const;

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const noApplicationWorkloads: Guideline = {
  id: 'no-application-workloads',
  level: 'requirement',
  title: 'No application runs beside the product',
  source: source('eksClusters', 'Requirements'),
  pass: 'Nothing but the product, its tools and the cluster’s own parts is deployed.',
  fail: 'Something else runs beside the product, or would, and Byzantine faults can no longer be told apart.',
  remedy:
    'Move the workload to a cluster of its own, and reach Ledger and Auditor over the network.',
  plan: sideCheck({
    needs: [
      'clusterConfig',
      'product',
      'schemaLoading',
      'awsLoadBalancerController',
      'clusterAutoscaler',
      'monitoring',
      'manifests',
    ],
    needsShared: ['workflows', 'environment'],
    check: (facts, { side }) => {
      const { awsLoadBalancerController, clusterAutoscaler, monitoring } =
        facts;
      const tools = [awsLoadBalancerController, clusterAutoscaler, monitoring];
      const allowances = facts.environment?.spec ?? NO_ALLOWANCES;
      const namespace = releaseOf(facts.environment, side)?.namespace;
      const destination = {
        side,
        allowances,
        productNamespaces: namespace === undefined ? [] : [namespace],
      };
      const deployed = [
        ...deployedByRelease(facts, { side, allowances }),
        ...deployedObjects(facts.manifests, destination),
        ...tools.flatMap(values =>
          values ? addedObjects(values, destination) : [],
        ),
        ...deployedByFlux(facts.clusterConfig),
        ...deployedByWorkflows(facts.workflows ?? [], {
          side,
          manifests: facts.manifests,
        }),
      ];
      return combine(deployed.map(toSubject), {
        none: 'nothing is deployed',
        expected: 'the product, its tools and the cluster’s own parts',
      });
    },
  }),
  live,
};

function toSubject({ id, what, detail, location }: Deployed): Subject {
  return { id, verdict: VERDICTS[what], detail, location };
}

/** Flux deploys what stands in another repository. */
function deployedByFlux(clusterConfig: SourceDocument): Deployed[] {
  if (clusterConfig.get('gitops') === undefined) return [];
  const detail = 'what Flux deploys does not stand in this repository';
  const location = clusterConfig.locate('gitops');
  return [{ id: 'gitops', what: 'unknown', detail, location }];
}

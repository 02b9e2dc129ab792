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
  pass: 'Manifests, values and workflows deploy nothing but the product, its tools and the cluster’s own parts.',
  fail: 'Something else would run beside the product, and Byzantine faults could no longer be told apart.',
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
    needsShared: ['workflows'],
    check: (facts, { side }) => {
      const { awsLoadBalancerController, clusterAutoscaler, monitoring } =
        facts;
      const tools = [awsLoadBalancerController, clusterAutoscaler, monitoring];
      const deployed = [
        ...deployedByRelease(facts, side),
        ...deployedObjects(facts.manifests),
        ...tools.flatMap(values => (values ? addedObjects(values) : [])),
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

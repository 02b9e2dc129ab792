import { releaseImages } from '../../facts/release/images';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { addedObjects, objectSubjects } from './objectSubjects';
import { workflowSubjects } from './workflowSubjects';
import { imageSubject } from './imageSubject';

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
      return combine(
        [
          ...releaseImages(facts, side).map(imageSubject),
          ...objectSubjects(facts.manifests),
          ...tools.flatMap(values => (values ? addedObjects(values) : [])),
          ...gitOpsSubjects(facts.clusterConfig),
          ...workflowSubjects(facts.workflows ?? [], side),
        ],
        {
          none: 'nothing is deployed',
          expected: 'the product, its tools and the cluster’s own parts',
        },
      );
    },
  }),
};

/** Flux deploys what stands in another repository. */
function gitOpsSubjects(clusterConfig: SourceDocument): Subject[] {
  return clusterConfig.get('gitops') === undefined
    ? []
    : [
        {
          id: 'gitops',
          verdict: 'unknown',
          detail: 'what Flux deploys does not stand in this repository',
          location: clusterConfig.locate('gitops'),
        },
      ];
}

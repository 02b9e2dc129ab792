import { dynamicNodes } from '../../facts/clusterConfig/dynamicNodes';
import {
  instanceTypesOf,
  locateInstanceTypes,
} from '../../facts/clusterConfig/nodeGroups';
import {
  type ProductNodes,
  productNodes,
} from '../../facts/clusterConfig/productNodes';
import type { SourceDocument } from '../../facts/sourceDocument';
import { SMALL_SIZES, findInstanceType } from '../../network/instances';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';
import { FEWEST_CPUS, LEAST_MEMORY_MIB, sizeVerdict } from './size';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const nodesLargeEnough: Guideline = {
  id: 'nodes-large-enough',
  level: 'recommendation',
  title: 'Nodes of four vCPUs and 8 GiB or more',
  source: source(
    'eksClusters',
    'Use 4vCPU / 8GB memory nodes for the worker node in the ScalarDL Ledger and ScalarDL Auditor node group',
  ),
  pass: 'Every instance type that may take the product’s pods has four vCPUs and 8 GiB or more, all the time.',
  fail: 'An instance type is too small for a product pod, Envoy and the system beside it, or its CPU is granted by credits.',
  remedy:
    'Name only types of four vCPUs and 8 GiB or more that are not burstable in spec.<side>.nodes.instanceTypes, such as m7i.xlarge.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }, { side, given }) =>
      combine(
        [
          ...productNodes(clusterConfig, {
            side,
            product: given.product,
          }).flatMap(typeSubjects),
          ...dynamicSubjects(clusterConfig),
        ],
        {
          none: 'no node group takes the product’s pods',
          expected: `${FEWEST_CPUS} vCPUs and ${LEAST_MEMORY_MIB} MiB or more`,
        },
      ),
  }),
  live,
};

function typeSubjects({ group, answer, detail }: ProductNodes): Subject[] {
  if (answer === 'no') {
    return [
      {
        id: group.id,
        verdict: 'skipped',
        detail,
        location: group.locate('name'),
      },
    ];
  }
  const location = locateInstanceTypes(group);
  const types = instanceTypesOf(group);
  if (!types) {
    return [
      {
        id: group.id,
        verdict: 'unknown',
        detail: `${group.id} takes its instance types from elsewhere`,
        location,
      },
    ];
  }
  return types.map(type => ({
    id: `${group.id} ${type}`,
    ...judgeType(type),
    location,
  }));
}

function judgeType(name: string): Pick<Subject, 'verdict' | 'detail'> {
  const type = findInstanceType(name);
  if (!type) {
    const size = name.split('.')[1] ?? '';
    return SMALL_SIZES.includes(size)
      ? { verdict: 'fail', detail: `${name} has fewer than 4 vCPUs` }
      : {
          verdict: 'unknown',
          detail: `the size of ${name} is not in this program's table`,
        };
  }
  return sizeVerdict(name, type);
}

function dynamicSubjects(clusterConfig: SourceDocument): Subject[] {
  const dynamic = dynamicNodes(clusterConfig);
  return dynamic
    ? [
        {
          id: dynamic,
          verdict: 'unknown',
          detail: `${dynamic} chooses instance types while it runs`,
          location: clusterConfig.locate('autoModeConfig'),
        },
      ]
    : [];
}

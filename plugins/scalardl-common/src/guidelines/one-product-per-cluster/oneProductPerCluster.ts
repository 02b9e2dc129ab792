import { nodeGroups } from '../../facts/clusterConfig/nodeGroups';
import { objectsOf } from '../../facts/kubernetes/objects';
import { recordOf } from '../../facts/plain/plain';
import { releaseImages } from '../../facts/release/images';
import type { SourceDocument } from '../../facts/sourceDocument';
import { imageOrigin } from '../../facts/workloads/imageOrigin';
import { chartsOf } from '../../facts/workloads/deployedByWorkflows';
import { podMaker } from '../../facts/workloads/podMakers';
import type { Side, Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const OTHER: Readonly<Record<Side, Side>> = {
  ledger: 'auditor',
  auditor: 'ledger',
};

const CHARTS: Readonly<Record<Side, string>> = {
  ledger: 'scalardl',
  auditor: 'scalardl-audit',
};

const NODE_LABEL = 'scalar-labs.com/dedicated-node';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/ProductionChecklistForScalarDLAuditor/ */
export const oneProductPerCluster: Guideline = {
  id: 'one-product-per-cluster',
  level: 'requirement',
  title: 'Ledger and Auditor never share a cluster',
  source: source('productionChecklistAuditor', 'ScalarDL Auditor deployment'),
  pass: 'Nothing of the other product is deployed to the cluster of this side.',
  fail: 'The other product runs in this cluster, or would, so one administrator can change both.',
  remedy:
    'Keep Ledger’s images, values and tables on the Ledger side and Auditor’s on the Auditor side.',
  plan: sideCheck({
    needs: ['clusterConfig', 'product', 'schemaLoading', 'manifests'],
    needsShared: ['workflows'],
    check: (facts, { side }) =>
      combine(
        [
          ...imageSubjects(facts, side),
          sectionSubject(facts.product, side),
          ...schemaSubjects(facts.schemaLoading, side),
          ...manifestSubjects(facts.manifests, side),
          ...nodeSubjects(facts.clusterConfig, side),
          ...chartSubjects(facts.workflows ?? [], side),
        ],
        { none: 'nothing is deployed', expected: `only ${side}` },
      ),
  }),
  live,
};

function imageSubjects(
  facts: { product: SourceDocument; schemaLoading: SourceDocument | undefined },
  side: Side,
): Subject[] {
  return releaseImages(facts, side).map(({ id, repository, location }) => ({
    id: `image of ${id}`,
    verdict: isOther(repository, side) ? 'fail' : 'pass',
    detail: `${id} runs ${repository}`,
    location,
  }));
}

function isOther(image: string, side: Side): boolean {
  const origin = imageOrigin(image);
  return origin.kind === 'product' && origin.side === OTHER[side];
}

/** The chart ignores the other product's section, so it was written for the other chart. */
function sectionSubject(product: SourceDocument, side: Side): Subject {
  const other = OTHER[side];
  const found = product.get(other) !== undefined;
  return {
    id: `values of ${other}`,
    verdict: found ? 'fail' : 'pass',
    detail: `${product.path} ${found ? 'holds' : 'does not hold'} values of ${other}`,
    location: product.locate(found ? other : side),
  };
}

/** The chart's default is ledger, so on the Auditor side the type has to be written. */
function schemaSubjects(
  schemaLoading: SourceDocument | undefined,
  side: Side,
): Subject[] {
  if (!schemaLoading) return [];
  const type = schemaLoading.get('schemaLoading', 'schemaType') ?? 'ledger';
  return [
    {
      id: 'schemaLoading.schemaType',
      verdict: type === side ? 'pass' : 'fail',
      detail: `schemaLoading.schemaType is ${String(type)}`,
      location: schemaLoading.locate('schemaLoading', 'schemaType'),
    },
  ];
}

function manifestSubjects(
  manifests: readonly SourceDocument[],
  side: Side,
): Subject[] {
  return objectsOf(manifests).flatMap((object): Subject[] => {
    const maker = podMaker(object);
    const images = maker.kind === 'pods' ? maker.images : [];
    const other = images.find(image => isOther(image, side));
    const id = `${object.kind} ${object.name}`;
    const location = object.locate('kind');
    return other
      ? [{ id, verdict: 'fail', detail: `${id} runs ${other}`, location }]
      : [];
  });
}

function nodeSubjects(clusterConfig: SourceDocument, side: Side): Subject[] {
  return nodeGroups(clusterConfig).flatMap((group): Subject[] => {
    const label = recordOf(group.get('labels'))[NODE_LABEL];
    if (label !== `scalardl-${OTHER[side]}`) return [];
    const detail = `${group.id} is dedicated to ${label}`;
    const location = group.locate('labels', NODE_LABEL);
    return [{ id: group.id, verdict: 'fail', detail, location }];
  });
}

function chartSubjects(
  workflows: readonly SourceDocument[],
  side: Side,
): Subject[] {
  return chartsOf(workflows, side)
    .filter(({ chart }) => chart === CHARTS[OTHER[side]])
    .map(({ chart, job, location }) => ({
      id: `${job} helm ${chart}`,
      verdict: 'fail',
      detail: `${job} installs the chart ${chart}`,
      location,
    }));
}

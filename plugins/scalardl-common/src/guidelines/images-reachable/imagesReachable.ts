import { hasExistingSubnets } from '../../facts/clusterConfig/declaredSubnets';
import { nodeGroups } from '../../facts/clusterConfig/nodeGroups';
import { type Fact, read } from '../../facts/fact';
import type { SidePlanFacts } from '../../facts/planFacts';
import { type Image, releaseImages } from '../../facts/release/images';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Side, Subject } from '../../report/report';
import { combine, fail, pass, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** Images of the charts beside the product's, unless the values name others. */
const TOOL_IMAGES = {
  awsLoadBalancerController: 'public.ecr.aws/eks/aws-load-balancer-controller',
  clusterAutoscaler: 'registry.k8s.io/autoscaling/cluster-autoscaler',
} as const;

/** https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html */
export const imagesReachable: Guideline = {
  id: 'images-reachable',
  level: 'derived',
  title: 'Nodes reach the registries of their images',
  source: source(
    'eksUserGuide',
    'Deploy private clusters with limited internet access',
  ),
  pass: 'Nodes have a way to every registry that their images come from.',
  fail: 'Nodes have no way to a registry, so that pods never start.',
  remedy:
    'Keep vpc.nat.gateway on, or mirror every image into ECR of the cluster’s own region and name the mirror in the values.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }, { side, given }) => {
      const expected = 'a NAT gateway, or images in ECR of the same region';
      const fullyPrivate =
        clusterConfig.get('privateCluster', 'enabled') === true;
      if (!fullyPrivate) return judgeNat(clusterConfig, expected);
      const images = imagesOf(given, side);
      if (!images.ok) return unknown(images.reason, { expected });
      return combine(
        images.value.map(image => imageSubject(image, clusterConfig)),
        { none: 'no images', expected },
      );
    },
  }),
  live,
};

/** Every image of the release and of the tools; needed only where there is no NAT. */
function imagesOf(given: SidePlanFacts, side: Side): Fact<Image[]> {
  const {
    product,
    schemaLoading,
    awsLoadBalancerController,
    clusterAutoscaler,
    monitoring,
  } = given;
  if (!product.ok) return product;
  if (!schemaLoading.ok) return schemaLoading;
  if (!awsLoadBalancerController.ok) return awsLoadBalancerController;
  if (!clusterAutoscaler.ok) return clusterAutoscaler;
  if (!monitoring.ok) return monitoring;
  return read(
    [
      ...releaseImages(
        { product: product.value, schemaLoading: schemaLoading.value },
        side,
      ),
      ...toolImages({
        awsLoadBalancerController: awsLoadBalancerController.value,
        clusterAutoscaler: clusterAutoscaler.value,
      }),
      ...monitoringImages(monitoring.value),
    ],
    product.source,
  );
}

function judgeNat(clusterConfig: SourceDocument, expected: string) {
  if (hasExistingSubnets(clusterConfig)) {
    return unknown(
      'the VPC exists already, and its routes do not stand in the ClusterConfig',
    );
  }
  const off = clusterConfig.get('vpc', 'nat', 'gateway') === 'Disable';
  const inside = nodeGroups(clusterConfig).some(
    group => group.get('privateNetworking') === true,
  );
  const location = clusterConfig.locate('vpc', 'nat', 'gateway');
  if (!off) return pass({ expected, observed: 'NAT gateways', location });
  return inside
    ? fail({ expected, observed: 'private nodes without NAT', location })
    : pass({ expected, observed: 'nodes in public subnets', location });
}

type ToolFacts = Record<keyof typeof TOOL_IMAGES, SourceDocument | undefined>;

function toolImages(facts: ToolFacts): Image[] {
  return (['awsLoadBalancerController', 'clusterAutoscaler'] as const).flatMap(
    name => {
      const values = facts[name];
      if (!values) return [];
      const repository = values.get('image', 'repository') ?? TOOL_IMAGES[name];
      return [
        {
          id: name,
          repository: String(repository),
          location: values.locate('image', 'repository'),
        },
      ];
    },
  );
}

/** kube-prometheus-stack takes its images from several registries unless one is named for all. */
function monitoringImages(monitoring: SourceDocument | undefined): Image[] {
  if (!monitoring) return [];
  const registry = monitoring.get('global', 'imageRegistry') ?? 'quay.io';
  return [
    {
      id: 'monitoring',
      repository: `${String(registry)}/prometheus/prometheus`,
      location: monitoring.locate('global', 'imageRegistry'),
    },
  ];
}

/** A fully private cluster has endpoints for ECR of its own region and no other way out. */
function imageSubject(image: Image, clusterConfig: SourceDocument): Subject {
  const region = clusterConfig.get('metadata', 'region');
  const registry = /^\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\//.exec(
    image.repository,
  );
  const { id, repository, location } = image;
  if (registry?.[1] !== region) {
    const detail = `${repository} is not in ECR of ${String(region)}`;
    return { id, verdict: 'fail', detail, location };
  }
  return clusterConfig.get('privateCluster', 'skipEndpointCreation') === true
    ? {
        id,
        verdict: 'unknown',
        detail: 'the endpoints for ECR are made elsewhere',
        location: clusterConfig.locate(
          'privateCluster',
          'skipEndpointCreation',
        ),
      }
    : { id, verdict: 'pass', detail: repository, location };
}

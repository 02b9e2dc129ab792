import type {
  LiveInstance,
  LiveVpcEndpoint,
  SideLiveFacts,
} from '../../facts/live';
import { type Way, effectiveTable } from '../../facts/live/routing';
import { admission } from '../../facts/live/security/admission';
import { type Certainty, every } from '../../facts/kubernetes/certainty';

/** Endpoints by which a node gets an image from ECR (https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html). */
const INTERFACES = ['ecr.api', 'ecr.dkr'];

/** Whether every image that runs comes from ECR of the cluster's region, and the subnet has the endpoints for it. */
export function ecrWay(
  subnetId: string,
  facts: SideLiveFacts,
  machines: readonly LiveInstance[],
): Way {
  const parts = [
    imagesInEcr(facts),
    ...INTERFACES.map(name => interfaceWay(name, subnetId, facts, machines)),
    s3Way(subnetId, facts),
  ];
  const answer = every(parts.map(part => part.answer));
  const deciding = parts.find(part => part.answer === answer);
  return answer === 'yes'
    ? { answer, detail: 'all images come from ECR by endpoints of the VPC' }
    : { answer, detail: deciding?.detail ?? '' };
}

/** Endpoints reach ECR of their own region only: no other registry, and not the Marketplace's in us-east-1. */
function imagesInEcr({ cluster, workloads }: SideLiveFacts): Way {
  if (!cluster.ok) return { answer: 'unknown', detail: cluster.reason };
  if (!workloads.ok) return { answer: 'unknown', detail: workloads.reason };
  const { region } = cluster.value;
  const own = new RegExp(
    `^\\d{12}\\.dkr[.-]ecr\\.${region}\\.(?:amazonaws\\.com|on\\.aws)/`,
  );
  const foreign = workloads.value
    .filter(({ desiredPods }) => desiredPods > 0)
    .flatMap(({ images }) => images)
    .find(image => !own.test(image));
  return foreign
    ? { answer: 'no', detail: `${foreign} is not in ECR of ${region}` }
    : { answer: 'yes', detail: `all images are in ECR of ${region}` };
}

/** The groups of the endpoint must admit HTTPS from the subnet. */
function interfaceWay(
  name: string,
  subnetId: string,
  facts: SideLiveFacts,
  machines: readonly LiveInstance[],
): Way {
  const found = available(facts, name);
  if (!found.ok) return found.way;
  const { subnets } = facts;
  const subnet = subnets.ok
    ? subnets.value.find(({ id }) => id === subnetId)
    : undefined;
  const [first, ...others] = machines.map(({ groupIds }) => groupIds);
  const groupIds = (first ?? []).filter(id =>
    others.every(held => held.includes(id)),
  );
  const ways = found.endpoints.map((endpoint): Way => {
    // A zone of one's own may lead the names of ECR there all the same.
    if (endpoint.privateDns === false)
      return {
        answer: 'unknown',
        detail: `${endpoint.id} for ${name} has no private DNS, and whether another zone leads to it was not read`,
      };
    const { answer, detail } = admission(
      endpoint.groupIds,
      {
        direction: 'ingress',
        port: 443,
        peer: {
          title: `nodes in ${subnetId}`,
          ranges: subnet ? [subnet.cidr] : [],
          groupIds,
        },
      },
      facts,
    );
    // What starts in an empty subnet, or on Fargate, may hold a group that is admitted.
    const open = answer === 'no' && machines.length === 0;
    return {
      answer: open ? 'unknown' : answer,
      detail: `${endpoint.id} for ${name}: ${detail}${open ? ', and which groups are held there is not known' : ''}`,
    };
  });
  return best(ways);
}

/** The layers of an image lie in S3: by a gateway in the subnet's route table, or by an interface. */
function s3Way(subnetId: string, facts: SideLiveFacts): Way {
  const found = available(facts, 's3');
  if (!found.ok) return found.way;
  const { routeTables } = facts;
  const table = routeTables.ok
    ? effectiveTable(subnetId, routeTables.value)
    : undefined;
  const usable = found.endpoints.some(
    ({ type, routeTableIds }) =>
      type === 'Interface' || (table && routeTableIds.includes(table.id)),
  );
  return usable
    ? { answer: 'yes', detail: 'S3 is reached by an endpoint' }
    : {
        answer: 'no',
        detail: `no endpoint for s3 is in ${table?.id ?? 'its route table'}`,
      };
}

type Available =
  { ok: true; endpoints: readonly LiveVpcEndpoint[] } | { ok: false; way: Way };

function available(
  { vpcEndpoints, cluster }: SideLiveFacts,
  name: string,
): Available {
  if (!vpcEndpoints.ok)
    return {
      ok: false,
      way: { answer: 'unknown', detail: vpcEndpoints.reason },
    };
  const region = cluster.ok ? cluster.value.region : '';
  const endpoints = vpcEndpoints.value.filter(
    ({ service, state }) =>
      service === `com.amazonaws.${region}.${name}` &&
      state.toLowerCase() === 'available',
  );
  return endpoints.length > 0
    ? { ok: true, endpoints }
    : {
        ok: false,
        way: {
          answer: 'no',
          detail: `the VPC has no endpoint for ${name} that is available`,
        },
      };
}

function best(ways: readonly Way[]): Way {
  const order: readonly Certainty[] = ['yes', 'unknown', 'no'];
  const found = order
    .map(answer => ways.find(way => way.answer === answer))
    .find(way => way !== undefined);
  return found ?? { answer: 'no', detail: 'no endpoint' };
}

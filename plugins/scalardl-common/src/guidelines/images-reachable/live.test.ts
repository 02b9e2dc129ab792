import type {
  LiveFacts,
  LiveNatGateway,
  LiveRoute,
  LiveVpcEndpoint,
} from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import {
  denied,
  ofLedger,
  route,
  withRoutes,
} from '../__testUtils__/liveCases';
import { imagesReachable } from './imagesReachable';

/** The default routes of the Ledger's private subnets, replaced. */
const defaults = (facts: LiveFacts | undefined, ...routes: LiveRoute[]) =>
  ofLedger(
    'routeTables',
    tables =>
      tables.map(table => ({
        ...table,
        routes: [
          ...table.routes.filter(({ target }) => target.kind !== 'nat'),
          ...(table.id === 'rtb-ledger-public' ? [] : routes),
        ],
      })),
    facts,
  );

const nat = (change: Partial<LiveNatGateway>) =>
  ofLedger('natGateways', gateways =>
    gateways.map((gateway, index) =>
      index === 0 ? { ...gateway, ...change } : gateway,
    ),
  );

const ECR = '111111111111.dkr.ecr.ap-northeast-1.amazonaws.com';

const endpoint = (
  name: string,
  change: Partial<LiveVpcEndpoint> = {},
): LiveVpcEndpoint => ({
  id: `vpce-${name}`,
  service: `com.amazonaws.ap-northeast-1.${name}`,
  type: 'Interface',
  state: 'available',
  subnetIds: [],
  routeTableIds: [],
  groupIds: ['sg-ledger-cluster'],
  ...change,
});

const S3 = endpoint('s3', {
  type: 'Gateway',
  routeTableIds: [0, 1, 2].map(index => `rtb-ledger-${index}`),
  groupIds: [],
});

/** No way out; all images in ECR of the region, and these endpoints. */
const inside = (
  endpoints: LiveVpcEndpoint[] = [endpoint('ecr.api'), endpoint('ecr.dkr'), S3],
  image = `${ECR}/scalar/scalardl-ledger-byol:3.13.0`,
) =>
  ofLedger(
    'vpcEndpoints',
    () => endpoints,
    ofLedger(
      'workloads',
      workloads => workloads.map(each => ({ ...each, images: [image] })),
      defaults(undefined),
    ),
  );

describe('images-reachable, live', () => {
  itJudges(imagesReachable, {
    'passes by NAT gateways that work': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'subnet-ledger-private-0: rtb-ledger-0 0.0.0.0/0 → nat-ledger-0',
    },
    'fails for a NAT gateway that failed': {
      facts: nat({ state: 'failed' }),
      verdict: 'fail',
      says: 'nat-ledger-0 is failed',
    },
    'fails for a NAT gateway that stands in a private subnet itself': {
      facts: nat({ subnetId: 'subnet-ledger-private-1' }),
      verdict: 'fail',
      says: 'nat-ledger-0 stands in subnet-ledger-private-1, where rtb-ledger-1 leads to no internet gateway',
    },
    'fails for a NAT gateway that was deleted': {
      facts: ofLedger('natGateways', gateways => gateways.slice(1)),
      verdict: 'fail',
      says: 'nat-ledger-0 is not there',
    },
    'is unknown for a private NAT gateway': {
      facts: nat({ connectivity: 'private' }),
      verdict: 'unknown',
      says: 'nat-ledger-0 is private',
    },
    'fails for a blackhole in one zone': {
      facts: ofLedger(
        'routeTables',
        withRoutes('rtb-ledger-1', routes =>
          routes.map(each =>
            each.target.kind === 'nat'
              ? { ...each, state: 'blackhole' as const }
              : each,
          ),
        ),
      ),
      verdict: 'fail',
      says: 'rtb-ledger-1 0.0.0.0/0 → nat-ledger-1 (blackhole)',
    },
    'passes for the internet in two halves, beside a gateway endpoint': {
      facts: ofLedger(
        'prefixLists',
        () => [{ id: 'pl-s3', cidrs: ['52.219.0.0/16'] }],
        ofLedger(
          'vpcEndpoints',
          () => [{ ...S3, id: 'vpce-s3' }],
          defaults(
            undefined,
            route('0.0.0.0/1', 'nat', { id: 'nat-ledger-0' }),
            route('128.0.0.0/1', 'nat', { id: 'nat-ledger-0' }),
            route('pl-s3', 'endpoint', { id: 'vpce-s3' }),
          ),
        ),
      ),
      verdict: 'pass',
      says: 'nat-ledger-0',
    },
    'is unknown where only a part of the internet is reached': {
      facts: defaults(
        undefined,
        route('0.0.0.0/1', 'nat', { id: 'nat-ledger-0' }),
      ),
      verdict: 'unknown',
      says: 'while other parts go out',
    },
    'is unknown behind a transit gateway': {
      facts: defaults(
        undefined,
        route('0.0.0.0/0', 'transitGateway', { id: 'tgw-1' }),
      ),
      verdict: 'unknown',
      says: 'what lies behind tgw-1 was not read',
    },
    'fails without any way out for images of ghcr.io': {
      facts: defaults(undefined),
      verdict: 'fail',
      says: 'ghcr.io/scalar-labs/scalardl-ledger-byol:3.13.0 is not in ECR of ap-northeast-1',
    },
    'fails for images of ghcr.io behind every endpoint': {
      facts: inside(undefined, 'ghcr.io/scalar-labs/scalar-envoy:1.6.1'),
      verdict: 'fail',
      says: 'ghcr.io/scalar-labs/scalar-envoy:1.6.1 is not in ECR',
    },
    'fails for the Marketplace registry of another region': {
      facts: inside(
        undefined,
        '709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar/scalardl-ledger-aws-payg:3.13.0',
      ),
      verdict: 'fail',
      says: 'is not in ECR of ap-northeast-1',
    },
    'passes for images in ECR with all three endpoints': {
      facts: inside(),
      verdict: 'pass',
      says: 'all images come from ECR by endpoints',
    },
    'fails without the endpoint for the layers': {
      facts: inside([endpoint('ecr.api'), endpoint('ecr.dkr')]),
      verdict: 'fail',
      says: 'the VPC has no endpoint for s3 that is available',
    },
    'fails for a gateway that is not in the table of a subnet': {
      facts: inside([
        endpoint('ecr.api'),
        endpoint('ecr.dkr'),
        { ...S3, routeTableIds: ['rtb-ledger-main'] },
      ]),
      verdict: 'fail',
      says: 'no endpoint for s3 is in rtb-ledger-0',
    },
    'fails for an endpoint that is pending': {
      facts: inside([
        endpoint('ecr.api'),
        endpoint('ecr.dkr', { state: 'pendingAcceptance' }),
        S3,
      ]),
      verdict: 'fail',
      says: 'no endpoint for ecr.dkr that is available',
    },
    'is unknown where no machine shows which groups are held': {
      facts: ofLedger(
        'instances',
        () => [],
        ofLedger(
          'nodes',
          () => [],
          inside([
            endpoint('ecr.api', { groupIds: ['sg-ledger-backend'] }),
            endpoint('ecr.dkr'),
            S3,
          ]),
        ),
      ),
      verdict: 'unknown',
      says: 'and which groups are held there is not known',
    },
    'is unknown for an endpoint to which the names of ECR do not lead': {
      facts: inside([
        endpoint('ecr.api'),
        endpoint('ecr.dkr', { privateDns: false }),
        S3,
      ]),
      verdict: 'unknown',
      says: 'vpce-ecr.dkr for ecr.dkr has no private DNS',
    },
    'fails for an endpoint whose groups admit nobody': {
      facts: inside([
        endpoint('ecr.api', { groupIds: ['sg-ledger-backend'] }),
        endpoint('ecr.dkr'),
        S3,
      ]),
      verdict: 'fail',
      says: 'vpce-ecr.api for ecr.api: no rule of sg-ledger-backend admits tcp 443',
    },
    'is unknown where the groups of the endpoints were not read': {
      facts: denied('securityGroups', inside()),
      verdict: 'unknown',
      says: 'securityGroups was denied',
    },
    'is unknown without a way out where the images were not read': {
      facts: denied('workloads', inside()),
      verdict: 'unknown',
      says: 'workloads was denied',
    },
    'passes for machines with public addresses in a public subnet': {
      facts: ofLedger(
        'instances',
        instances =>
          instances.map(instance => ({
            ...instance,
            publicAddress: '203.0.113.9',
          })),
        defaults(
          undefined,
          route('0.0.0.0/0', 'internet', { id: 'igw-ledger' }),
        ),
      ),
      verdict: 'pass',
      says: '0.0.0.0/0 → igw-ledger',
    },
    'fails for machines without public addresses in a public subnet': {
      facts: defaults(
        undefined,
        route('0.0.0.0/0', 'internet', { id: 'igw-ledger' }),
      ),
      verdict: 'fail',
      says: 'machines there have no public address',
    },
    'is unknown where the NAT gateways were not read': {
      facts: denied('natGateways'),
      verdict: 'unknown',
      says: 'natGateways was denied',
    },
    'is unknown where it is not known where nodes stand': {
      facts: denied('nodes'),
      verdict: 'unknown',
      says: 'nodes was denied',
    },
    'is skipped for an IPv6 cluster': {
      facts: ofLedger('cluster', cluster => ({
        ...cluster,
        ipFamily: 'ipv6' as const,
      })),
      verdict: 'skipped',
      says: 'IPv6 clusters are not judged',
    },
  });
});

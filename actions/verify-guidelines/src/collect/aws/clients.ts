import type { AwsClientOptions } from '@scalardl-on-eks/action-toolkit/aws';

interface Closable {
  destroy(): void;
}

type Opened = Promise<{ client: Closable }>;

/** Every client that was made with these options, by its service. */
const known = new WeakMap<AwsClientOptions, Map<unknown, Opened>>();

/** Those of one side, by its options. */
function clientsOf(options: AwsClientOptions): Map<unknown, Opened> {
  const clients = known.get(options) ?? new Map<unknown, Opened>();
  known.set(options, clients);
  return clients;
}

type Open<Sdk, Client> = (access: {
  aws: AwsClientOptions;
}) => Promise<Sdk & { client: Client }>;

/**
 * One service of AWS: its commands are loaded, and a side's client is made, when the first collector asks for them.
 *
 * @param load - imports what is used of the SDK
 */
function service<Sdk, Client extends Closable>(
  load: () => Promise<Sdk>,
  make: (sdk: Sdk, options: AwsClientOptions) => Client,
): Open<Sdk, Client> {
  const open = async (options: AwsClientOptions) => {
    const sdk = await load();
    return { ...sdk, client: make(sdk, options) };
  };
  return ({ aws }) => {
    const clients = clientsOf(aws);
    const opened =
      (clients.get(open) as ReturnType<typeof open> | undefined) ?? open(aws);
    clients.set(open, opened);
    return opened;
  };
}

/** Lets go of the connections of every client that was made with these options. */
export function closeClients(options: AwsClientOptions): void {
  for (const opened of clientsOf(options).values()) {
    opened.then(({ client }) => client.destroy()).catch(() => {});
  }
  known.delete(options);
}

export const autoScaling = service(
  () => import('./sdk/autoScaling'),
  ({ AutoScalingClient }, options) => new AutoScalingClient(options),
);

export const ec2 = service(
  () => import('./sdk/ec2'),
  ({ EC2Client }, options) => new EC2Client(options),
);

export const eks = service(
  () => import('./sdk/eks'),
  ({ EKSClient }, options) => new EKSClient(options),
);

export const elasticLoadBalancing = service(
  () => import('./sdk/elasticLoadBalancing'),
  ({ ElasticLoadBalancingV2Client }, options) =>
    new ElasticLoadBalancingV2Client(options),
);

export const rds = service(
  () => import('./sdk/rds'),
  ({ RDSClient }, options) => new RDSClient(options),
);

export const route53 = service(
  () => import('./sdk/route53'),
  ({ Route53Client }, options) => new Route53Client(options),
);

export const serviceQuotas = service(
  () => import('./sdk/serviceQuotas'),
  ({ ServiceQuotasClient }, options) => new ServiceQuotasClient(options),
);

export const sts = service(
  () => import('./sdk/sts'),
  ({ STSClient }, options) => new STSClient(options),
);

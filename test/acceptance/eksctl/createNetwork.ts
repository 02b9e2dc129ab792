import type {
  Environment,
  Side,
} from '@scalardl-on-eks/plugin-scalardl-common';

type ExistingNetwork = NonNullable<
  Environment['spec'][Side]['network']['existing']
>;

/**
 * Creates the VPC and the subnets that an environment says are there already.
 *
 * @returns the id that each of them has here, by the id in the environment
 */
export async function createNetwork(
  existing: ExistingNetwork,
  { env, region }: { env: Record<string, string>; region: string },
): Promise<Map<string, string>> {
  const call = async (
    Action: string,
    { parameters, returns }: { parameters: object; returns: string },
  ): Promise<string> => {
    const response = await fetch(env.AWS_ENDPOINT_URL ?? '', {
      method: 'POST',
      headers: {
        // The simulator reads account, region and service from here, and checks no signature.
        authorization: `AWS4-HMAC-SHA256 Credential=${env.AWS_ACCESS_KEY_ID}/20260101/${region}/ec2/aws4_request, SignedHeaders=host, Signature=test`,
      },
      body: new URLSearchParams({
        Action,
        Version: '2016-11-15',
        ...parameters,
      }),
    });
    const xml = await response.text();
    const value = new RegExp(`<${returns}>([^<]+)<`).exec(xml)?.[1];
    if (!value)
      throw new Error(`${Action} answered ${response.status}: ${xml}`);
    return value;
  };

  const [cidr = ''] = existing.cidrs;
  const vpcId = await call('CreateVpc', {
    parameters: { CidrBlock: cidr },
    returns: 'vpcId',
  });
  const ids = new Map([[existing.vpcId, vpcId]]);
  for (const subnet of existing.privateSubnets) {
    const id = await call('CreateSubnet', {
      parameters: {
        VpcId: vpcId,
        CidrBlock: subnet.cidr,
        AvailabilityZone: subnet.zone,
      },
      returns: 'subnetId',
    });
    ids.set(subnet.id, id);
  }
  return ids;
}

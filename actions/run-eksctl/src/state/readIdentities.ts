import {
  paginateListAccessEntries,
  paginateListPodIdentityAssociations,
} from '@aws-sdk/client-eks';
import { GetOpenIDConnectProviderCommand } from '@aws-sdk/client-iam';
import { awsErrorCode } from '@scalardl-on-eks/action-toolkit/aws';
import type { AwsClients } from './awsClients';
import type { Cluster, Known, PodIdentity } from './clusterState';

export async function readPodIdentities(
  { eks, call }: AwsClients,
  clusterName: string,
): Promise<PodIdentity[]> {
  return call(`eks:ListPodIdentityAssociations of ${clusterName}`, async () => {
    const found: PodIdentity[] = [];
    const pages = paginateListPodIdentityAssociations(
      { client: eks },
      { clusterName },
    );
    for await (const { associations = [] } of pages) {
      for (const { namespace, serviceAccount, ownerArn } of associations) {
        found.push({
          namespace: namespace ?? '',
          serviceAccount: serviceAccount ?? '',
          ownedByAddon: ownerArn !== undefined,
        });
      }
    }
    return found;
  });
}

/** ARNs of the principals that have an access entry. */
export async function readAccessEntries(
  { eks, call }: AwsClients,
  clusterName: string,
): Promise<string[]> {
  return call(`eks:ListAccessEntries of ${clusterName}`, async () => {
    const found: string[] = [];
    const pages = paginateListAccessEntries({ client: eks }, { clusterName });
    for await (const { accessEntries = [] } of pages) {
      found.push(...accessEntries);
    }
    return found;
  });
}

/** Whether IAM trusts the cluster's issuer, which roles of service accounts need. */
export async function readOidcProvider(
  { iam }: AwsClients,
  { arn, oidcIssuer }: Cluster,
): Promise<Known<boolean>> {
  const [, partition, , , account] = arn.split(':');
  const issuer = URL.parse(oidcIssuer ?? '');
  if (!issuer) return { known: true, value: false };
  const provider = `arn:${partition}:iam::${account}:oidc-provider/${issuer.hostname}${issuer.pathname}`;
  try {
    await iam.send(
      new GetOpenIDConnectProviderCommand({
        OpenIDConnectProviderArn: provider,
      }),
    );
    return { known: true, value: true };
  } catch (error) {
    const code = awsErrorCode(error);
    if (code === 'NoSuchEntityException' || code === 'NoSuchEntity') {
      return { known: true, value: false };
    }
    const { message } = error as Error;
    return {
      known: false,
      reason: `iam:GetOpenIDConnectProvider failed: ${message}`,
    };
  }
}

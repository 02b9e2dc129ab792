import type { Cluster } from '@aws-sdk/client-eks';
import { present } from '../awsClients.ts';
import { callCluster, type Answer } from '../kubernetes/callCluster.ts';

/** The bed started the cluster, not the test: only its address is known. */
const NOT_KNOWN = 0;

/** Calls the Kubernetes API of a cluster as DescribeCluster tells it: reads the path, or posts to it. */
export function callAs(
  token: string,
  { endpoint, certificateAuthority }: Cluster,
  path: string,
  posted?: object,
): Promise<Answer> {
  return callCluster(
    {
      endpoint: present(endpoint),
      certificateAuthority: present(certificateAuthority?.data),
      processGroup: NOT_KNOWN,
    },
    path,
    posted ? { token, method: 'POST', body: posted } : { token },
  );
}

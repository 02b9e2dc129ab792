/** Where Auditor is told to find Ledger. */
export const HOST = 'scalar.dl.auditor.ledger.host';

/** Names that can only lead to Auditor's own pod or cluster, where Ledger must not run. */
const OWN_CLUSTER =
  /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0|[^.]+)$|\.svc(?:\.cluster\.local)?\.?$|\.cluster\.local\.?$/i;

/** True where the host leads to Auditor's own pod or cluster; without the property it is localhost. */
export function isOwnCluster(host: string | undefined): boolean {
  return host === undefined || host === '' || OWN_CLUSTER.test(host);
}

/** Names and addresses of a pod's own, which nothing leads elsewhere. */
const OWN_POD = /^(?:|localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)\.?$/i;

/** True where the host is Auditor's own pod, whatever name servers say. */
export function isOwnPod(host: string): boolean {
  return OWN_POD.test(host);
}

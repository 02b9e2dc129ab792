/** How the name servers of a cluster are configured. */
export interface LiveClusterDns {
  /** The Corefile of ConfigMap `kube-system/coredns`; absent where there is none. */
  coreDns?: string;
  /** The Corefile of ConfigMap `kube-system/node-local-dns`, whose server pods ask first; absent where there is none. */
  nodeLocal?: string;
}

/** Where a pod looks names up (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/). */
export interface LivePodNames {
  /** `dnsPolicy`, such as `ClusterFirst`. */
  policy: string;
  /** With it, `ClusterFirst` is as `Default`. */
  hostNetwork: boolean;
  hostAliases: { address: string; hosts: string[] }[];
  /** `dnsConfig`: further name servers and search domains, and the least number of dots of a whole name. */
  nameServers: string[];
  searches: string[];
  leastDots?: number;
}

/** One Node (https://kubernetes.io/docs/reference/node/), as far as a guideline asks for it. */
export interface LiveNode {
  name: string;
  /** `aws:///ap-northeast-1a/i-…`; Fargate and hybrid nodes have other forms. */
  providerId?: string;
  /** Taken out of the provider id, where it names an EC2 instance. */
  instanceId?: string;
  labels: Record<string, string>;
  taints: { key: string; value?: string; effect: string }[];
  /** Cordoned. */
  unschedulable: boolean;
  ready: boolean;
  /** Such as `v1.35.2-eks-1234567`. */
  kubeletVersion: string;
  /** `topology.kubernetes.io/zone` and `topology.k8s.aws/zone-id`. */
  zone?: string;
  zoneId?: string;
  instanceType?: string;
  architecture: string;
  /** Such as `Amazon Linux 2023.8.20251120` or `Bottlerocket OS 1.51.0 (aws-k8s-1.35)`. */
  osImage?: string;
  /** Quantities as the API writes them, such as `3920m` and `6805Mi`. */
  allocatable: Record<string, string>;
  capacity: Record<string, string>;
}

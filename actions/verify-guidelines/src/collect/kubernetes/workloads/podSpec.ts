/** What is read of a container. */
export interface Container {
  name: string;
  image?: string;
  resources?: {
    requests?: Record<string, string>;
    limits?: Record<string, string>;
  };
  env?: {
    name: string;
    value?: string;
    valueFrom?: {
      secretKeyRef?: KeyReference;
      configMapKeyRef?: KeyReference;
    };
  }[];
  envFrom?: {
    prefix?: string;
    secretRef?: Reference;
    configMapRef?: Reference;
  }[];
  volumeMounts?: { name: string; mountPath: string; subPath?: string }[];
  imagePullPolicy?: string;
  securityContext?: Ids;
}

/** As whom the processes of a container run. */
interface Ids {
  runAsUser?: number;
  runAsGroup?: number;
}

export interface Reference {
  name: string;
  optional?: boolean;
}

export interface KeyReference extends Reference {
  key: string;
}

/** What is read of the specification of a pod. */
export interface PodSpec {
  nodeName?: string;
  containers?: Container[];
  initContainers?: Container[];
  ephemeralContainers?: Container[];
  volumes?: Volume[];
  nodeSelector?: Record<string, string>;
  tolerations?: object[];
  imagePullSecrets?: { name: string }[];
  affinity?: { nodeAffinity?: object };
  securityContext?: Ids & { fsGroup?: number };
}

export interface Volume {
  name: string;
  configMap?: VolumeSource;
  secret?: Omit<VolumeSource, 'name'> & { secretName: string };
  projected?: {
    sources?: { configMap?: VolumeSource; secret?: VolumeSource }[];
  };
}

export interface VolumeSource extends Reference {
  items?: { key: string; path: string }[];
}

/** The template that a Deployment and its like make pods of. */
export interface PodTemplate {
  metadata?: { labels?: Record<string, string> };
  spec?: PodSpec;
}

/** Images of all containers, init and ephemeral ones too, each once, sorted. */
export function imagesOf(spec: PodSpec | undefined): string[] {
  const containers = [
    ...(spec?.initContainers ?? []),
    ...(spec?.containers ?? []),
    ...(spec?.ephemeralContainers ?? []),
  ];
  return [...new Set(containers.map(({ image }) => image ?? ''))].sort();
}

/** An object of a kind that may have a template. */
export interface TemplateHolder {
  spec?: object;
}

/** The template of an object that is known to have one. */
export function templateOf({ spec }: TemplateHolder): PodTemplate {
  return (spec as { template?: PodTemplate } | undefined)?.template ?? {};
}

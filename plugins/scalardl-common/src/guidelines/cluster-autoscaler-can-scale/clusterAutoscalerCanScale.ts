import { groupsGrow } from '../../facts/autoscaling/groupsGrow';
import { findAddon } from '../../facts/clusterConfig/addons';
import { listOf, recordOf } from '../../facts/plain/plain';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { verdictOf } from '../certainty';
import { combine, skipped } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://docs.aws.amazon.com/eks/latest/best-practices/cas.html */
export const clusterAutoscalerCanScale: Guideline = {
  id: 'cluster-autoscaler-can-scale',
  level: 'derived',
  title: 'Cluster Autoscaler has the rights and the room to scale',
  source: source('eksBestPractices', 'Cluster Autoscaler'),
  pass: 'Cluster Autoscaler is for this cluster and its Kubernetes version, may change node groups, and has room between their bounds.',
  fail: 'Cluster Autoscaler would run and look healthy, but could not add nodes.',
  remedy:
    'Keep autoDiscovery.clusterName and the image minor in values/<side>/cluster-autoscaler.yaml equal to the cluster, its pod identity association in the ClusterConfig, and spec.<side>.nodes.max above min.',
  plan: sideCheck({
    needs: ['clusterConfig', 'clusterAutoscaler'],
    check: ({ clusterConfig, clusterAutoscaler }) =>
      clusterAutoscaler
        ? combine(
            [
              clusterNameSubject(clusterConfig, clusterAutoscaler),
              versionSubject(clusterConfig, clusterAutoscaler),
              rightsSubject(clusterConfig, clusterAutoscaler),
              roomSubject(clusterConfig),
              metricsServerSubject(clusterConfig),
            ],
            { none: 'no Cluster Autoscaler' },
          )
        : skipped('no values of Cluster Autoscaler'),
  }),
  live,
};

function clusterNameSubject(
  clusterConfig: SourceDocument,
  values: SourceDocument,
): Subject {
  const wanted = clusterConfig.get('metadata', 'name');
  const keys = ['autoDiscovery', 'clusterName'];
  const given = values.get(...keys);
  return {
    id: 'cluster name',
    verdict: given === wanted ? 'pass' : 'fail',
    detail: `${keys.join('.')} is ${String(given ?? 'not set')}, the cluster is ${String(wanted)}`,
    location: values.locate(...keys),
  };
}

/** Cluster Autoscaler simulates the scheduler of its own minor version. */
function versionSubject(
  clusterConfig: SourceDocument,
  values: SourceDocument,
): Subject {
  const wanted = String(clusterConfig.get('metadata', 'version') ?? '');
  const tag = values.get('image', 'tag');
  const minor = /^v?(\d+\.\d+)\./.exec(String(tag ?? ''))?.[1];
  const location = values.locate('image', 'tag');
  const id = 'version';
  if (!wanted || !minor) {
    const missing = minor ? 'metadata.version' : 'image.tag';
    return {
      id,
      verdict: 'unknown',
      detail: `${missing} does not name a version, so a default decides`,
      location,
    };
  }
  return {
    id,
    verdict: minor === wanted ? 'pass' : 'fail',
    detail: `Cluster Autoscaler ${minor} on Kubernetes ${wanted}`,
    location,
  };
}

/** Without its association the pods run, but every call to Auto Scaling is refused. */
function rightsSubject(
  clusterConfig: SourceDocument,
  values: SourceDocument,
): Subject {
  const account = values.get('rbac', 'serviceAccount', 'name');
  const associations = listOf(
    clusterConfig.get('iam', 'podIdentityAssociations'),
  ).map(recordOf);
  const association = associations.find(
    ({ serviceAccountName }) => serviceAccountName === account,
  );
  const location = clusterConfig.locate('iam', 'podIdentityAssociations');
  const id = 'rights';
  if (!association) {
    return {
      id,
      verdict: 'fail',
      detail: `no pod identity association for the service account ${String(account ?? '(not named)')}`,
      location,
    };
  }
  if (recordOf(association.wellKnownPolicies).autoScaler === true) {
    return {
      id,
      verdict: 'pass',
      detail: `pod identity association with the autoScaler policy for ${String(account)}`,
      location,
    };
  }
  return {
    id,
    verdict: 'unknown',
    detail: `what the role of ${String(account)} may do shows only live`,
    location,
  };
}

function roomSubject(clusterConfig: SourceDocument): Subject {
  const { answer, detail, location } = groupsGrow(clusterConfig);
  const id = 'room between minSize and maxSize';
  return { id, verdict: verdictOf(answer), detail, location };
}

/** A HorizontalPodAutoscaler sees no CPU use without it. */
function metricsServerSubject(clusterConfig: SourceDocument): Subject {
  const detail = metricsServer(clusterConfig);
  return {
    id: 'metrics-server',
    verdict: detail ? 'pass' : 'fail',
    detail: detail ?? 'metrics-server is not among the add-ons',
    location: clusterConfig.locate('addons'),
  };
}

/** How metrics-server gets into the cluster, `undefined` where it does not. */
function metricsServer(clusterConfig: SourceDocument): string | undefined {
  if (findAddon(clusterConfig, 'metrics-server')) {
    return 'metrics-server is declared';
  }
  const defaults =
    clusterConfig.get('addons') === undefined &&
    clusterConfig.get('addonsConfig', 'disableDefaultAddons') !== true;
  return defaults ? 'eksctl installs metrics-server by default' : undefined;
}

import { parseAllDocuments } from 'yaml';
import { KUBERNETES_COLLECTORS } from '../collect/kubernetes';
import { clusterRole, clusterRoleRules } from './clusterRole';

const OPTIONS = { name: 'scalardl-verify', group: 'scalardl:verify' };

function rules(readSecrets: boolean) {
  return clusterRoleRules(KUBERNETES_COLLECTORS, { readSecrets });
}

describe('clusterRole', () => {
  it('allows nothing but to read, and everything by its name', () => {
    for (const { apiGroups, resources, verbs } of rules(true)) {
      expect(['get', 'list']).toEqual(expect.arrayContaining(verbs));
      expect([...apiGroups, ...resources, ...verbs]).not.toContain('*');
    }
  });

  it('lets Secrets be read only where somebody asks for them, and never be listed', () => {
    const ofSecrets = (readSecrets: boolean) =>
      rules(readSecrets).filter(({ resources }) =>
        resources.includes('secrets'),
      );
    expect(ofSecrets(false)).toEqual([]);
    expect(ofSecrets(true)).toEqual([
      {
        apiGroups: [''],
        resources: ['configmaps', 'secrets'],
        verbs: ['get'],
      },
    ]);
  });

  it('is one rule for each group and what may be done in it', () => {
    expect(
      rules(false).map(
        ({ apiGroups, resources, verbs }) =>
          `${verbs} ${apiGroups}: ${resources.join(' ')}`,
      ),
    ).toEqual([
      'get : configmaps',
      'list : namespaces nodes pods replicationcontrollers services',
      'get apiregistration.k8s.io: apiservices',
      'list apps: daemonsets deployments replicasets statefulsets',
      'list autoscaling: horizontalpodautoscalers',
      'list batch: cronjobs jobs',
      'list crd.k8s.amazonaws.com: eniconfigs',
      'list karpenter.sh: nodeclaims nodepools',
      'list monitoring.coreos.com: podmonitors prometheuses prometheusrules servicemonitors',
      'list networking.k8s.io: networkpolicies',
      'list policy: poddisruptionbudgets',
    ]);
  });

  it('comes with its binding', () => {
    const [role, binding, ...others] = parseAllDocuments(
      clusterRole(KUBERNETES_COLLECTORS, { ...OPTIONS, readSecrets: false }),
    ).map(document => document.toJS());
    expect(others).toEqual([]);
    expect(role).toMatchObject({
      kind: 'ClusterRole',
      metadata: { name: 'scalardl-verify' },
      rules: rules(false),
    });
    expect(binding).toMatchObject({
      kind: 'ClusterRoleBinding',
      roleRef: { kind: 'ClusterRole', name: 'scalardl-verify' },
      subjects: [{ kind: 'Group', name: 'scalardl:verify' }],
    });
  });
});

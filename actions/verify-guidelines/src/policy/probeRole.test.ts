import { parseAllDocuments } from 'yaml';
import { PROBE_RIGHTS } from '../collect/kubernetes/probe';
import { probeRole } from './probeRole';

const OPTIONS = {
  name: 'scalardl-probe',
  namespace: 'scalardl-ledger',
  group: 'scalardl:verify',
};

const documents = () =>
  parseAllDocuments(probeRole(PROBE_RIGHTS, OPTIONS)).map(one => one.toJS());

describe('probeRole', () => {
  it('lets Jobs be made and removed in one namespace, and nothing else be changed', () => {
    const [role] = documents();
    expect(role).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'scalardl-probe', namespace: 'scalardl-ledger' },
      rules: [
        { apiGroups: [''], resources: ['events', 'pods'], verbs: ['list'] },
        {
          apiGroups: ['batch'],
          resources: ['jobs'],
          verbs: ['create', 'delete', 'get', 'list'],
        },
      ],
    });
  });

  it('comes with its binding', () => {
    const [, binding, ...others] = documents();
    expect(others).toEqual([]);
    expect(binding).toMatchObject({
      kind: 'RoleBinding',
      metadata: { name: 'scalardl-probe', namespace: 'scalardl-ledger' },
      roleRef: { kind: 'Role', name: 'scalardl-probe' },
      subjects: [{ kind: 'Group', name: 'scalardl:verify' }],
    });
  });
});

import type { Choices } from '../inputs/runInputs';
import { onlyAddons, onlyPodIdentities, overlayConfig } from './overlay';
import { parseConfig } from './configFile';

const TEXT = `# Ours
apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
vpc:
  controlPlaneOnPrivateSubnets: true
  clusterEndpoints: { publicAccess: no, privateAccess: yes }
iam:
  podIdentityAssociations:
    - { namespace: a, serviceAccountName: one, createServiceAccount: true }
    - { namespace: b, serviceAccountName: two }
addons:
  - { name: vpc-cni, configurationValues: '{}' }
  - { name: coredns }
managedNodeGroups: [{ name: nodes }]
`;

const CHOICES: Choices = {
  endpoint: 'declared',
  replaceNodeGroups: false,
  controlPlaneSubnets: 'declared',
};

function read(text: string) {
  return parseConfig(text).toJS();
}

describe('overlayConfig', () => {
  it('is the file itself, byte for byte, where nothing is laid over it', () => {
    const overlay = { eksctlVersion: '0.231.0', choices: CHOICES };
    expect(overlayConfig(TEXT, overlay)).toBe(TEXT);
  });

  it('leaves out the key that an older eksctl refuses', () => {
    const overlay = { eksctlVersion: '0.230.0', choices: CHOICES };
    expect(read(overlayConfig(TEXT, overlay))).toEqual({
      ...read(TEXT),
      vpc: { clusterEndpoints: { publicAccess: false, privateAccess: true } },
    });
  });

  it('opens the endpoint of a bootstrap to its one address', () => {
    const choices: Choices = {
      ...CHOICES,
      endpoint: 'bootstrap',
      bootstrapCidr: '203.0.113.7/32',
    };
    const overlay = { eksctlVersion: '0.230.0', choices };
    expect(read(overlayConfig(TEXT, overlay)).vpc).toEqual({
      clusterEndpoints: { publicAccess: true, privateAccess: true },
      publicAccessCIDRs: ['203.0.113.7/32'],
    });
    for (const bare of ['kind: ClusterConfig\n', 'vpc:\n']) {
      expect(read(overlayConfig(bare, overlay)).vpc).toEqual({
        clusterEndpoints: { publicAccess: true, privateAccess: true },
        publicAccessCIDRs: ['203.0.113.7/32'],
      });
    }
  });
});

describe('onlyAddons', () => {
  it('keeps what the file says of an add-on, with another version', () => {
    const addons = [{ name: 'vpc-cni', version: 'v2' }, { name: 'kube-proxy' }];
    const text = onlyAddons(TEXT, { addons, nodeGroups: true });
    expect(read(text)).toEqual({
      ...read(TEXT),
      addons: [
        { name: 'vpc-cni', configurationValues: '{}', version: 'v2' },
        { name: 'kube-proxy' },
      ],
    });
  });

  it('hides the node groups that are not there yet', () => {
    const text = onlyAddons(TEXT, { addons: [], nodeGroups: false });
    expect(read(text)).not.toHaveProperty('managedNodeGroups');
  });
});

describe('onlyPodIdentities', () => {
  it('keeps those alone, as the file has them', () => {
    const { iam } = read(onlyPodIdentities(TEXT, ['a/one']));
    expect(iam.podIdentityAssociations).toEqual([
      { namespace: 'a', serviceAccountName: 'one', createServiceAccount: true },
    ]);
  });
});

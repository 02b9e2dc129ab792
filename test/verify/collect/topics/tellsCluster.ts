/* eslint-disable jest/no-export, jest/require-top-level-describe -- defines tests for the suite that calls it */
import { valueIn } from '../valueIn.ts';
import type { Told } from './tellsFacts.ts';

/** The cluster, and the machines that are its nodes. */
export function tellsCluster({ facts, side }: Told): void {
  it('tell who reads, and of which cluster', () => {
    const { network, cluster } = side();
    expect(valueIn(facts(), 'identity')).toEqual({
      accountId: '111111111111',
      arn: expect.stringContaining(':assumed-role/reader/'),
    });
    expect(valueIn(facts(), 'cluster')).toMatchObject({
      name: cluster,
      arn: `arn:aws:eks:eu-central-1:111111111111:cluster/${cluster}`,
      accountId: '111111111111',
      region: 'eu-central-1',
      status: 'ACTIVE',
      version: '1.35',
      vpcId: network.vpcId,
      subnetIds: network.privateSubnets,
      clusterSecurityGroupId: network.group,
      endpoint: { public: true, private: false, publicCidrs: ['0.0.0.0/0'] },
      ipFamily: 'ipv4',
      serviceCidr: '172.20.0.0/16',
      autoMode: false,
    });
    expect(valueIn(facts(), 'clusterVersions')).toContainEqual(
      expect.objectContaining({ version: '1.33', status: 'EXTENDED_SUPPORT' }),
    );
  });

  it('tell what EKS manages in it', () => {
    expect(valueIn(facts(), 'nodeGroups')).toEqual(
      ['v1', 'v2'].map(name =>
        expect.objectContaining({
          name,
          status: 'ACTIVE',
          amiType: 'AL2023_x86_64_STANDARD',
          instanceTypes: ['m7i.xlarge', 'c7i.xlarge'],
          scaling: { min: 3, desired: 3, max: 6 },
          autoScalingGroups: [expect.stringContaining(`eks-${name}-`)],
          labels: { pool: name },
          taints: [{ key: 'only', value: 'ledger', effect: 'NoSchedule' }],
        }),
      ),
    );
    expect(valueIn(facts(), 'addons')).toEqual([
      expect.objectContaining({
        name: 'vpc-cni',
        configuration: '{"enableNetworkPolicy":"true"}',
      }),
    ]);
    expect(valueIn(facts(), 'fargateProfiles')).toEqual([
      expect.objectContaining({
        name: 'tools',
        selectors: [{ namespace: 'tools', labels: { runs: 'serverless' } }],
      }),
    ]);
  });

  it("tell the cluster's machines, those without tag or in another network too", () => {
    const { machines, network } = side();
    const instances = valueIn(facts(), 'instances');
    const ids = instances.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        machines.tagged,
        machines.joined,
        machines.joinedElsewhere,
      ]),
    );
    expect(ids).not.toContain(machines.foreign);
    // Two node groups of three, and the three above.
    expect(instances).toHaveLength(9);
    const managed = instances.filter(
      ({ tags }) => tags['eks:nodegroup-name'] === 'v1',
    );
    expect(managed).toHaveLength(3);
    expect(managed[0]).toMatchObject({
      state: 'running',
      vpcId: network.vpcId,
      zone: expect.stringMatching(/^eu-central-1[abc]$/),
      groupIds: [network.group],
      metadataTokens: 'required',
      managed: false,
    });
  });

  it('tell the types and the volumes of the machines', () => {
    expect(valueIn(facts(), 'instanceTypes')).toEqual(
      expect.arrayContaining([
        {
          type: 'c7i.xlarge',
          vcpus: 4,
          memoryMiB: 8192,
          burstable: false,
          architectures: ['x86_64'],
          networkInterfaces: 4,
          ipv4PerInterface: 15,
        },
        expect.objectContaining({ type: 'm7i.xlarge', memoryMiB: 16384 }),
      ]),
    );
    const instances = valueIn(facts(), 'instances');
    const attached = valueIn(facts(), 'volumes');
    expect(new Set(attached.map(({ instanceId }) => instanceId))).toEqual(
      new Set(instances.map(({ id }) => id)),
    );
    expect(attached.map(({ id }) => id).sort()).toEqual(
      instances.flatMap(({ volumeIds }) => volumeIds).sort(),
    );
  });

  it("tell the cluster's Auto Scaling groups and no others", () => {
    const groups = valueIn(facts(), 'autoScalingGroups');
    const ofNodeGroups = valueIn(facts(), 'nodeGroups').flatMap(
      ({ autoScalingGroups }) => autoScalingGroups,
    );
    expect(groups.map(({ name }) => name).sort()).toEqual(
      [...ofNodeGroups, side().machines.scalingGroup].sort(),
    );
    expect(groups.find(({ name }) => name === ofNodeGroups[0])).toMatchObject({
      min: 3,
      max: 6,
      desired: 3,
      subnetIds: expect.arrayContaining([...side().network.privateSubnets]),
      tags: { 'k8s.io/cluster-autoscaler/enabled': 'true' },
    });
  });
}
